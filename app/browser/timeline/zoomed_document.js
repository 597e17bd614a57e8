// @ts-check
// The timeline from nearer, on a page that is explored: what begins or ends in its window has a row and a title as far as there is room,
// and lanes without anything in sight give theirs to the others.

import { composedDocument } from "./composed_document.js";
import { composeLanes, SCREEN_STACK, spreadOut } from "./composition.js";
import { SHOWN } from "../core/visibility.js";
import { alongTime } from "./positions.js";
import { titleWidth } from "./titles.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/** @typedef {import("./composition.js").Composition} Composition */
/** @typedef {import("./composition.js").Item} Item */
/** @typedef {import("./document.js").Mark} Mark */
/** @typedef {import("./document.js").TimelineDocument} TimelineDocument */

const SCREEN_POINT_HALF_PX = 7;
const MOST_MARKS = 120; // with more in sight no row is theirs alone
const LEAST_SCALE = 0.6; // lower rows could not be told apart

/**
 * @param {TimePanel} panel measured
 * @param {TimelineDocument} document as it was sent
 * @returns {{ composition: Composition, document: TimelineDocument } | null} null where there is too much in sight
 */
export function zoomedDocument(panel, document) {
  const { drawnWidth: width, drawnHeight, window: [start, end], atlas: { visibility } } = panel;
  const isInSight = (/** @type {Mark} */ { x0, x1, point }) => (point ? (x0 + x1) / 2 >= start && (x0 + x1) / 2 <= end : x0 < end && x1 > start);
  const inSight = document.marks.filter((mark) => isInSight(mark) && visibility.passes(mark.event.index));
  if (!inSight.length || inSight.length > MOST_MARKS) return null;
  const lanes = document.lanes.map(({ theme }) => inSight.filter(({ event }) => event.themes[0] === theme.index).map((mark) => itemOf(panel, mark)));
  const { margin } = document.figure.layout;
  const most = drawnHeight - margin.t - margin.b;
  const composition = composeLanes(lanes, { width, most, keepsAll: true, sizes: SCREEN_STACK });
  if (most < composition.height * LEAST_SCALE) return null;
  const spread = spreadOut(composition, most, SCREEN_STACK);
  const isSubject = new Set(inSight.filter((mark) => changesIn(panel, mark)).map(({ event }) => event));
  return { composition: spread, document: composedDocument(document, spread, { isSubject: (event) => isSubject.has(event), sizes: SCREEN_STACK, margin }) };
}

/** @param {TimePanel} panel @param {Mark} mark @returns {boolean} true for what begins in the window, or ends there, or is selected */
function changesIn({ window: [start, end], atlas }, { event, x0, x1, point }) {
  return point || (x0 >= start && x0 <= end) || (x1 > start && x1 < end) || event.id === atlas.view.get().selected;
}

/** @param {TimePanel} panel @param {Mark} mark @returns {Item} */
function itemOf(panel, mark) {
  const { atlas, drawnWidth: width, window: [start] } = panel;
  const { event, x0, x1, point } = mark;
  const text = event.title[atlas.language().code];
  const [first, last] = [x0, x1].map((position) => alongTime(panel, position));
  const middle = (first + last) / 2;
  const isSubject = changesIn(panel, mark);
  const { selected } = atlas.view.get();
  const isInRange = atlas.visibility.status[event.index] === SHOWN;
  return {
    mark,
    from: point ? middle - SCREEN_POINT_HALF_PX : Math.max(first, 0),
    to: point ? middle + SCREEN_POINT_HALF_PX : Math.min(last, width),
    isSubject,
    titleWidth: isSubject ? titleWidth(panel, text, false) : 0,
    rank: event.id === selected ? -1 : 4 * Number(!isInRange) + 2 * Number(x0 < start) + Number(!point),
  };
}
