// @ts-check
// Rows of events, of which those of one status are seen. A short list has all its rows in the page; a long one, only those
// about the place to which it is scrolled, each of one height.

import { placingBasis } from "../core/dataset.js";
import { isolate } from "../core/direction.js";
import { button, element, themeMark } from "../core/dom.js";

/** @typedef {import("../core/dataset.js").EventRow} EventRow */
/** @typedef {import("./index.js").Details} Details */
/**
 * @typedef {object} EventList
 * @property {HTMLElement} box
 * @property {EventRow[]} shown
 * @property {(event: EventRow) => HTMLElement | undefined} rowOf the event's row, scrolled to where it is not in the page
 * @property {() => void} update takes over which events have the status now
 * @property {((first: number, last: number) => void) | null} draw of a long list: puts the rows between two heights of its box into the page
 */

const ALL_ROWS_MOST = 400;
const ROW_PX = 46; // of a long list; as in details.css
const SPARE_ROWS = 10; // beyond either edge, for the keyboard and for a quick wheel

/**
 * @param {Details} details
 * @param {EventRow[]} events
 * @param {number} status
 * @returns {EventList}
 */
export function listOfEvents(details, events, status) {
  return events.length > ALL_ROWS_MOST ? longList(details, events, status) : shortList(details, events, status);
}

/** @param {Details} details @param {EventRow[]} events @param {number} status @returns {EventList} */
function shortList(details, events, status) {
  const { visibility } = details.atlas;
  const box = element("div", "rows");
  const rows = new Map(events.map((event) => [event, eventRow(details, event)]));
  box.append(...rows.values());
  /** @type {EventList} */
  const list = {
    box,
    shown: [],
    rowOf: (event) => rows.get(event),
    update() {
      list.shown = events.filter(({ index }) => visibility.status[index] === status);
      const shown = new Set(list.shown);
      for (const [event, row] of rows) row.hidden = !shown.has(event);
    },
    draw: null,
  };
  return list;
}

/** @param {Details} details @param {EventRow[]} events @param {number} status @returns {EventList} */
function longList(details, events, status) {
  const { visibility } = details.atlas;
  const { body } = details.parts;
  const box = element("div", "rows long");
  /** @type {Map<EventRow, HTMLElement>} Those in the page. */
  const rows = new Map();
  let [drawn, revision] = ["", 0];
  const draw = (/** @type {number} */ first, /** @type {number} */ last) => {
    const wantedRows = [Math.floor(first / ROW_PX) - SPARE_ROWS, Math.ceil(last / ROW_PX) + SPARE_ROWS];
    const [start, end] = wantedRows.map((row) => Math.min(Math.max(row, 0), list.shown.length));
    const key = `${start} ${end} ${revision}`;
    if (key === drawn) return;
    drawn = key;
    const wanted = list.shown.slice(start, end);
    const focused = /** @type {ShadowRoot | Document} */ (details.root.getRootNode()).activeElement;
    const keep = new Set(wanted);
    for (const [event, row] of rows) {
      if (keep.has(event)) continue;
      // A row that has the focus stays until it has lost it: else the keyboard would start from the page's top.
      if (row === focused && visibility.status[event.index] === status) continue;
      row.remove();
      rows.delete(event);
    }
    wanted.forEach((event, offset) => {
      let row = rows.get(event);
      if (!row) {
        row = eventRow(details, event);
        row.title = isolate(event.title[details.atlas.language().code]);
        rows.set(event, row);
      }
      const at = `${(start + offset) * ROW_PX}px`;
      if (row.style.top !== at) row.style.top = at;
      // Put in only what is new: a row taken out and put back would lose the focus.
      const before = offset ? rows.get(wanted[offset - 1])?.nextSibling ?? null : box.firstChild;
      if (before !== row) box.insertBefore(row, before);
    });
  };
  /** @type {EventList} */
  const list = {
    box,
    shown: [],
    rowOf(event) {
      const at = list.shown.indexOf(event);
      if (at < 0) return undefined;
      const top = box.offsetTop + at * ROW_PX;
      if (top < body.scrollTop || top + ROW_PX > body.scrollTop + body.clientHeight) body.scrollTop = top - body.clientHeight / 2;
      drawLists([list], body);
      return rows.get(event);
    },
    update() {
      list.shown = events.filter(({ index }) => visibility.status[index] === status);
      revision += 1;
      box.style.height = `${list.shown.length * ROW_PX}px`;
    },
    draw,
  };
  return list;
}

/**
 * All is measured before anything is drawn: else each list would have the page laid out anew.
 * @param {EventList[]} lists
 * @param {HTMLElement} body
 */
export function drawLists(lists, body) {
  const long = lists.filter(({ draw }) => draw);
  if (!long.length) return;
  const { scrollTop, clientHeight } = body;
  const tops = long.map(({ box }) => scrollTop - box.offsetTop);
  long.forEach(({ draw }, index) => draw?.(tops[index], tops[index] + clientHeight));
}

/** @param {Details} details @param {EventRow} event */
function eventRow({ atlas }, event) {
  const [words, { code }, { dataset }] = [atlas.words(), atlas.language(), atlas];
  const row = button("event-row", "", () => atlas.select(event.id));
  row.dataset.event = event.id;
  const basis = placingBasis(dataset, event, atlas.view.get().basis);
  const date = element("span", "date", event.dates[basis]?.[code] ?? words.no_date);
  row.append(themeMark(dataset.themes[event.themes[0]], atlas.appearance()), element("span", "title", event.title[code]), date);
  if (event.layer !== dataset.ownLayer) date.append(" · ", element("span", "layer", words[`not_in_essay_${event.layer}`]));
  if (event.agreement === "conflicts") {
    const contested = element("span", "contested");
    const sign = element("span", "", "○");
    sign.setAttribute("aria-hidden", "true");
    contested.title = words.agree_conflicts;
    contested.append(sign, element("span", "unseen", words.reports_disagree));
    row.append(contested);
  }
  return row;
}
