// @ts-check
// The list of what is in range: what begins in it, then, folded, what is only under way; with trays for the events that timeline or map
// cannot show.

import { element } from "../core/dom.js";
import { beginsInRange } from "../core/subject.js";
import { ABSENT, SHOWN, UNDATED } from "../core/visibility.js";
import { emptyNote } from "./empty.js";
import { drawLists, listOfEvents } from "./virtual_list.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/dataset.js").EventRow} EventRow */
/** @typedef {import("./index.js").Details} Details */
/** @typedef {import("./index.js").Sheet} Sheet */
/** @typedef {import("./virtual_list.js").EventList} EventList */

/** Those whose reader has unfolded what is under way: it stays so in another language, and when the panel is mounted again.
 * @type {WeakSet<Atlas>} */
const unfolded = new WeakSet();

/** @param {Details} details @returns {Sheet} */
export function listSheet(details) {
  const { dataset, view, visibility, words } = details.atlas;
  const { basis } = view.get();
  const { dated } = dataset.spans[basis];
  const none = emptyNote(details.atlas, details.parts.count);
  const isOn = (/** @type {EventRow} */ { index }) => visibility.status[index] !== ABSENT;
  const isShown = (/** @type {EventRow} */ { index }) => visibility.status[index] === SHOWN;
  const begins = (/** @type {EventRow} */ { index }) => beginsInRange(dataset, view.get(), index);
  const order = dataset.inOrder(basis).filter(isOn);
  // Where nothing begins, what is under way is all there is to see, and is not folded.
  const main = listOfEvents(details, order, (event) => isShown(event) && (!details.beginning || begins(event)));
  const underWay = listOfEvents(details, order, (event) => isShown(event) && details.beginning > 0 && !begins(event));
  const offMap = listOfEvents(details, order.filter(({ places }) => !dataset.places[places[0]]?.at), isShown);
  const undated = listOfEvents(details, dataset.events.filter((event) => isOn(event) && !dated[event.index]), ({ index }) => visibility.status[index] === UNDATED);
  const [nothingBegins, heading] = [element("p", "quiet nothing-begins", words().nothing_begins), element("h3", "list-heading")];
  const fold = underWayFold(details, underWay);
  const trays = [
    tray("off-map", words().off_map_heading, words().off_map_note, offMap),
    tray("undated", words().undated_heading, words().undated_note, undated),
  ];
  const follow = () => {
    const shown = visibility.tally[SHOWN];
    none.follow();
    nothingBegins.hidden = details.beginning > 0 || shown === 0;
    heading.hidden = details.beginning === shown;
    heading.textContent = withCount(details.beginning ? words().begins_heading : words().under_way_heading, main);
    fold.count();
    for (const { count } of trays) count();
  };
  return { nodes: [none.box, nothingBegins, heading, main.box, fold.box, ...trays.map(({ section }) => section)], lists: [main, underWay, offMap, undated], follow };
}

/** @param {Details} details @param {EventList} list */
function underWayFold(details, list) {
  const { atlas } = details;
  const box = element("details", "under-way");
  box.dataset.fold = "under-way";
  box.open = unfolded.has(atlas);
  const summary = element("summary");
  box.append(summary, list.box);
  box.addEventListener("toggle", () => {
    if (box.open) unfolded.add(atlas);
    else unfolded.delete(atlas);
    drawLists(details.sheet?.lists ?? [], details.parts.body);
  });
  const count = () => {
    box.hidden = list.shown.length === 0;
    summary.textContent = withCount(atlas.words().under_way_heading, list);
  };
  // A row that is folded away cannot have the focus; what unfolds it can.
  const { rowOf } = list;
  list.rowOf = (event) => (box.open ? rowOf(event) : summary);
  return { box, count };
}

/** @param {string} heading @param {EventList} list */
function withCount(heading, { shown }) {
  return `${heading} (${shown.length})`;
}

/** @param {string} className @param {string} heading @param {string} note @param {EventList} list */
function tray(className, heading, note, list) {
  const section = element("section", `tray ${className}`);
  const title = element("h3");
  section.append(title, element("p", "quiet", note), list.box);
  const count = () => {
    section.hidden = list.shown.length === 0;
    title.textContent = withCount(heading, list);
  };
  return { section, count };
}
