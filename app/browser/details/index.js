// @ts-check
// The details panel: what is in range, in words. A list of events, or the card of the event or place that is selected.

import { FILTERS } from "../core/atlas.js";
import { isolated, setText, speak } from "../core/direction.js";
import { element } from "../core/dom.js";
import { makeChips } from "../filters/chips.js";
import { countBeginning, placeSelected } from "../core/subject.js";
import { OFF_SCREEN, OUTSIDE_RANGE, ABSENT, FILTERED_OUT, SHOWN, STATUSES, UNDATED } from "../core/visibility.js";
import { counted, rangeInWords } from "../core/words.js";
import { bodyState, restoreFocus, restoreFoldsAndScroll, scrollBody } from "./body_state.js";
import { eventSheet } from "./event_card.js";
import { listSheet } from "./event_list.js";
import { placeSheet } from "./place_card.js";
import { prefetchCards } from "./prefetch.js";
import { drawLists } from "./virtual_list.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/atlas.js").Change} Change */
/** @typedef {import("./body_state.js").BodyState} BodyState */
/** @typedef {import("./virtual_list.js").EventList} EventList */
/**
 * @typedef {object} Sheet What fills the panel's body.
 * @property {Node[]} nodes
 * @property {EventList[]} lists its rows of events
 * @property {() => void} follow shows what depends on which rows are shown
 * @property {boolean} [isWaiting] true where texts have not come yet, and the sheet is to be made anew
 */
/**
 * @typedef {object} Details The panel's state.
 * @property {HTMLElement} root
 * @property {Atlas} atlas
 * @property {{ range: HTMLElement, count: HTMLElement, status: HTMLElement, body: HTMLElement, foot: HTMLElement }} parts
 * @property {Sheet | null} list kept while a card is open
 * @property {Sheet | null} sheet
 * @property {number} beginning how many of the events shown begin in the range
 * @property {string} subject what the sheet is about: the id of an event, `place:` and an id, or empty for the list
 * @property {string} lastEvent the event whose card was open last
 * @property {BodyState | null} beforeWaiting how the body was before a card of the same subject had to wait for its texts
 * @property {number} top how far the body is scrolled: known from its events, since asking it would lay out the page within a frame
 * @property {number} listTop how far the list was scrolled
 * @property {string} notShown what the foot says
 * @property {string} announced what was read out last, or is about to be
 * @property {number} announcing timer
 * @property {number} listing timer of the rows' next update
 * @property {number} filteredOut how many events the filters stopped when the list was scrolled to its top last
 */

const QUIET_MS = 400; // a count is read out once it has stood this long
const LISTS_MS = 200; // while the range moves, rows follow so often, between frames; the counter, each time
/** @type {(keyof import("../core/view.js").View)[]} */
const MOVING = ["start", "end", "camera", "window"]; // change from frame to frame, and have nothing to do with texts
const NOT_SHOWN = [OUTSIDE_RANGE, UNDATED, FILTERED_OUT];

/**
 * @param {HTMLElement} root
 * @param {Atlas} atlas
 * @returns {import("../page.js").Panel}
 */
export function makeDetails(root, atlas) {
  root.className = "reader";
  const head = element("header");
  const [range, count, status] = [element("strong", "range"), element("span", "count"), element("span", "unseen")];
  const parts = { range, count, status, body: element("div", "body"), foot: element("footer") };
  status.setAttribute("role", "status");
  const leaving = new AbortController();
  count.tabIndex = -1; // where the focus goes when the last filter is lifted
  head.append(range, count, status);
  root.replaceChildren(head, parts.body, parts.foot);
  /** @type {Details} */
  const details = {
    root,
    atlas,
    parts,
    list: null,
    sheet: null,
    beginning: 0,
    subject: "",
    lastEvent: "",
    beforeWaiting: null,
    top: 0,
    listTop: 0,
    notShown: "",
    announced: "",
    announcing: 0,
    listing: 0,
    filteredOut: atlas.visibility.tally[FILTERED_OUT],
  };
  parts.body.addEventListener("scroll", () => {
    details.top = parts.body.scrollTop;
    drawLists(details.sheet?.lists ?? [], parts.body);
  }, { passive: true });
  atlas.subscribe((change) => followView(details, change), leaving.signal);
  head.append(makeChips(atlas, count, leaving.signal));
  prefetchCards(root, atlas, leaving.signal);
  return {
    end() {
      leaving.abort();
      clearTimeout(details.announcing);
      clearTimeout(details.listing);
    },
  };
}

/** @param {Details} details @param {Change} change */
function followView(details, change) {
  const { root, atlas } = details;
  if (change.dressed) speak(root, atlas.language());
  if (change.ranged) details.beginning = countBeginning(atlas);
  // What is on the sheets depends on these; range and filters only show and hide rows.
  if (change.dressed || change.changed("basis", "layers")) details.list = details.sheet = null;
  if (!change.first) scrollToResults(details, change);
  const mayHaveCome = details.sheet?.isWaiting && !change.changed(...MOVING);
  if (!details.sheet || mayHaveCome || change.changed("selected")) showSubject(details);
  else if (change.filtered || change.changed("certainty")) showRange(details);
  else if (change.ranged) showRange(details, { moving: true });
}

// New results begin at their top. Those of a search may come later than its words.
/** @param {Details} details @param {Change} change */
function scrollToResults(details, change) {
  const filteredOut = details.atlas.visibility.tally[FILTERED_OUT];
  if (!change.changed(...FILTERS, "layers") && filteredOut === details.filteredOut) return;
  details.filteredOut = filteredOut;
  details.listTop = 0;
  if (details.subject === "") scrollBody(details, 0);
}

/** @param {Details} details */
function showSubject(details) {
  const { dataset, view } = details.atlas;
  const { selected } = view.get();
  const event = dataset.eventById.get(selected);
  const place = placeSelected(dataset, selected);
  if (event) turnTo(details, selected, () => eventSheet(details, event));
  else if (place) turnTo(details, selected, () => placeSheet(details, place));
  else turnTo(details, "", () => (details.list ??= listSheet(details)));
}

/** @param {Details} details @param {string} subject @param {() => Sheet} makeSheet */
function turnTo(details, subject, makeSheet) {
  const { body } = details.parts;
  const before = bodyState(details);
  if (before.subject === "") details.listTop = before.top;
  details.subject = subject;
  details.sheet = makeSheet();
  body.replaceChildren(...details.sheet.nodes);
  restoreFoldsAndScroll(details, before);
  if (subject && subject !== before.subject) announce(details, body.querySelector("h2")?.textContent ?? "");
  showRange(details);
  restoreFocus(details, before);
  if (details.atlas.dataset.eventById.has(subject)) details.lastEvent = subject;
}

/** @param {Details} details */
function showRange(details, { moving = false } = {}) {
  const { atlas, parts } = details;
  const [words, language, { tally }] = [atlas.words(), atlas.language(), atlas.visibility];
  const count = countInWords(details);
  parts.count.dataset.shown = String(tally[SHOWN]);
  setText(parts.range, rangeInWords(words, atlas.range(), language));
  setText(parts.count, count);
  announceWhenQuiet(details, `${parts.range.textContent}: ${count}`);
  showNotShown(details);
  if (moving) details.listing ||= setTimeout(() => showLists(details), LISTS_MS);
  else showLists(details);
}

// How many events are shown, of how many; apart those that begin in the range and those that are under way in it, where there are both.
/** @param {Details} details */
function countInWords({ atlas, beginning }) {
  const [words, language, { tally }] = [atlas.words(), atlas.language(), atlas.visibility];
  const [shown, all] = [tally[SHOWN], atlas.dataset.events.length - tally[ABSENT]];
  if (beginning === shown) return counted(words, language, "count_events", { shown, n: all });
  const parts = [["count_beginning", beginning], ["count_under_way", shown - beginning], ["count_of", all]];
  return parts.map(([key, n]) => counted(words, language, String(key), { n: Number(n) })).join(" · ");
}

/** @param {Details} details */
function showLists(details) {
  clearTimeout(details.listing);
  details.listing = 0;
  const { sheet, parts } = details;
  if (!sheet) return;
  for (const list of sheet.lists) list.update();
  sheet.follow();
  drawLists(sheet.lists, parts.body);
}

/** @param {Details} details */
function showNotShown(details) {
  const { atlas, parts } = details;
  const [words, { tally }] = [atlas.words(), atlas.visibility];
  const statuses = [...NOT_SHOWN, ...(atlas.view.get().extent ? [OFF_SCREEN] : [])];
  /** @type {[string, number][]} */
  const counts = [...statuses.map((status) => /** @type {[string, number]} */ ([STATUSES[status], tally[status]])), ["invalid", atlas.dataset.rowsSetAside]];
  const some = counts.filter(([, count]) => count > 0);
  const key = JSON.stringify([some, words.not_shown]);
  if (key === details.notShown) return;
  details.notShown = key;
  parts.foot.hidden = !some.length;
  const spans = some.map(([status, count]) => element("span", status, counted(words, atlas.language(), status, { n: count })));
  parts.foot.replaceChildren(element("strong", "", words.not_shown), ...spans);
}

// What a screen reader says aloud.
/** @param {Details} details @param {string} text */
function announce({ parts }, text) {
  parts.status.replaceChildren(isolated(text));
}

// A range that moves would be read out sixty times a second: it is announced when it has come to rest.
/** @param {Details} details @param {string} text */
function announceWhenQuiet(details, text) {
  if (text === details.announced) return;
  details.announced = text;
  clearTimeout(details.announcing);
  details.announcing = setTimeout(() => announce(details, text), QUIET_MS);
}
