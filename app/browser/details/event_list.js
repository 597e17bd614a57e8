// @ts-check
// The list of what is in range, with trays for the events that timeline or map cannot show.

import { element } from "../core/dom.js";
import { ABSENT, SHOWN, UNDATED } from "../core/visibility.js";
import { listOfEvents } from "./virtual_list.js";

/** @typedef {import("./index.js").Details} Details */
/** @typedef {import("./index.js").Sheet} Sheet */
/** @typedef {import("./virtual_list.js").EventList} EventList */

/** @param {Details} details @returns {Sheet} */
export function listSheet(details) {
  const { dataset, view, visibility, words } = details.atlas;
  const { basis } = view.get();
  const { dated } = dataset.spans[basis];
  const none = element("p", "quiet", words().no_events);
  const isOn = (/** @type {import("../core/dataset.js").EventRow} */ { index }) => visibility.status[index] !== ABSENT;
  const order = dataset.inOrder(basis).filter(isOn);
  const list = listOfEvents(details, order, SHOWN);
  const offMap = listOfEvents(details, order.filter(({ places }) => !dataset.places[places[0]]?.at), SHOWN);
  const undated = listOfEvents(details, dataset.events.filter((event) => isOn(event) && !dated[event.index]), UNDATED);
  const trays = [
    tray("off-map", words().off_map_heading, words().off_map_note, offMap),
    tray("undated", words().undated_heading, words().undated_note, undated),
  ];
  const follow = () => {
    none.hidden = visibility.tally[SHOWN] > 0;
    for (const { count } of trays) count();
  };
  return { nodes: [none, list.box, ...trays.map(({ section }) => section)], lists: [list, offMap, undated], follow };
}

/** @param {string} className @param {string} heading @param {string} note @param {EventList} list */
function tray(className, heading, note, list) {
  const section = element("section", `tray ${className}`);
  const title = element("h3");
  section.append(title, element("p", "quiet", note), list.box);
  const count = () => {
    section.hidden = list.shown.length === 0;
    title.textContent = `${heading} (${list.shown.length})`;
  };
  return { section, count };
}
