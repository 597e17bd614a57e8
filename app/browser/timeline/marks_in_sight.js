// @ts-check
// Of the language of marks, what stands on a composed timeline: within its window, and under no caption's number.

import { badgeMiddle } from "./composed_document.js";
import { alongTime } from "./positions.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/** @typedef {import("./document.js").Mark} Mark */

const NUMBER_HALF_PX = 12; // of a caption's number, with the ground around it

/**
 * From the figure itself: app/views/timeline/figure.py says which of its traces draws what.
 * @param {TimePanel} panel
 * @returns {string[]} keys of the words
 */
export function marksInSight(panel) {
  /** @type {Set<string>} */
  const found = new Set();
  const { document, composition, window: [start, end] } = panel;
  if (!document || !composition) return [];
  for (const trace of document.figure.data) {
    const { type, marker: { symbol, size, line, cornerradius: isBody }, x, base } = trace;
    /** @type {string[]} */
    const ids = trace.customdata ?? [];
    ids.forEach((id, index) => {
      const mark = document.markById.get(id);
      if (!mark) return;
      if (type === "bar") {
        const [from, to] = [Number(base[index]), Number(base[index]) + Number(x[index])];
        if (to < start || from > end) return;
        if (isBody && valueAt(line.width, index)) found.add("mark_hollow");
        if (!isBody) found.add(`mark_${endNear(mark, (from + to) / 2)}`);
        return;
      }
      if (x[index] < start || x[index] > end || isUnderNumber(panel, mark, x[index], valueAt(size, index))) return;
      const shape = valueAt(symbol, index);
      if (symbol === "circle-open") found.add("mark_ring");
      else if (shape.startsWith("arrow")) found.add("mark_open");
      else if (!mark.point) found.add("mark_unknown");
      else {
        if (shape.endsWith("-open")) found.add("mark_hollow");
        if (mark.ends[0]) found.add(`mark_${mark.ends[0]}`);
      }
    });
  }
  return [...found];
}

/** @param {Mark} mark @param {number} position @returns {string} how well the nearer end is known */
function endNear({ x0, x1, ends }, position) {
  return ends[position < (x0 + x1) / 2 ? 0 : 1];
}

/** @param {TimePanel} panel @param {Mark} mark @param {number} position @param {number} size px */
function isUnderNumber(panel, mark, position, size) {
  if (!panel.atlas.captions().includes(mark.event.index)) return false;
  const [at, first, last] = [position, mark.x0, mark.x1].map((each) => alongTime(panel, each));
  return Math.abs(at - badgeMiddle(mark, first, last, panel.drawnWidth)) + size / 2 <= NUMBER_HALF_PX;
}

/** @param {any} value of all, or a list @param {number} index */
function valueAt(value, index) {
  return Array.isArray(value) ? value[index] : value;
}
