// @ts-check
// Rows of events, of which those that a condition holds for are seen. A short list has each row in the page from when it is first
// seen; a long one, only those about the place to which it is scrolled, each of one height.

import { isolate } from "../core/direction.js";
import { element } from "../core/dom.js";
import { eventRow, openingButton } from "./event_row.js";

/** @typedef {import("../core/dataset.js").EventRow} EventRow */
/** @typedef {import("./index.js").Details} Details */
/** @typedef {(event: EventRow) => boolean} IsSeen whether an event has a row at present */
/**
 * @typedef {object} EventList
 * @property {HTMLElement} box
 * @property {EventRow[]} shown
 * @property {(event: EventRow) => HTMLElement | undefined} rowOf what opens the event's card, scrolled to where it is not in the page
 * @property {() => void} update takes over which events are seen now
 * @property {((first: number, last: number) => void) | null} draw of a long list: puts the rows between two heights of its box into the page
 */

const ALL_ROWS_MOST = 400;
const ROW_PX = 46; // of a long list; as in details.css
const SPARE_ROWS = 10; // beyond either edge, for the keyboard and for a quick wheel
const SAME_DAY = "same-day"; // class of a row that begins on the day of the one above it

/**
 * @param {Details} details
 * @param {EventRow[]} events
 * @param {IsSeen} isSeen
 * @returns {EventList} with the rows that are seen at present
 */
export function listOfEvents(details, events, isSeen) {
  const list = events.length > ALL_ROWS_MOST ? longList(details, events, isSeen) : shortList(details, events, isSeen);
  list.update();
  return list;
}

/** @param {Details} details @param {EventRow[]} events @param {IsSeen} isSeen @returns {EventList} */
function shortList(details, events, isSeen) {
  const box = element("div", "rows");
  /** @type {Map<EventRow, HTMLElement>} Those seen at some time. */
  const rows = new Map();
  /** @type {EventList} */
  const list = {
    box,
    shown: [],
    rowOf: (event) => openingButton(rows.get(event)),
    update() {
      list.shown = events.filter(isSeen);
      const shown = new Set(list.shown);
      /** @type {HTMLElement | null} */
      let next = null;
      for (const event of [...events].reverse()) {
        let row = rows.get(event);
        if (!row && shown.has(event)) {
          row = eventRow(details, event);
          rows.set(event, row);
          box.insertBefore(row, next);
        }
        if (!row) continue;
        if (row.hidden === shown.has(event)) row.hidden = !row.hidden;
        next = row;
      }
      list.shown.forEach((event, at) => rows.get(event)?.classList.toggle(SAME_DAY, isOfSameDay(details, event, list.shown[at - 1])));
    },
    draw: null,
  };
  return list;
}

/** @param {Details} details @param {EventRow[]} events @param {IsSeen} isSeen @returns {EventList} */
function longList(details, events, isSeen) {
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
      if (row.contains(focused) && isSeen(event)) continue;
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
      row.classList.toggle(SAME_DAY, isOfSameDay(details, event, list.shown[start + offset - 1]));
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
      return openingButton(rows.get(event));
    },
    update() {
      list.shown = events.filter(isSeen);
      revision += 1;
      box.style.height = `${list.shown.length * ROW_PX}px`;
    },
    draw,
  };
  return list;
}

/** @param {Details} details @param {EventRow} event @param {EventRow | undefined} before the one whose row is above it */
function isOfSameDay({ atlas }, event, before) {
  const { first, dated } = atlas.dataset.spans[atlas.view.get().basis];
  return before !== undefined && dated[event.index] === 1 && first[event.index] === first[before.index];
}

/**
 * All is measured before anything is drawn: else each list would have the page laid out anew.
 * @param {EventList[]} lists
 * @param {HTMLElement} body
 */
export function drawLists(lists, body) {
  const long = lists.filter(({ box, draw }) => draw && !box.closest("details:not([open])"));
  if (!long.length) return;
  const { scrollTop, clientHeight } = body;
  const tops = long.map(({ box }) => scrollTop - box.offsetTop);
  long.forEach(({ draw }, index) => draw?.(tops[index], tops[index] + clientHeight));
}
