// @ts-check
// Marks that the filters stop, or that the map does not show where that counts, stay in sight, faint: the shape of the whole remains. The
// opacity of Plotly's own elements is set, since Plotly itself would draw all of them anew.

import { drawBatches } from "./mark_batching.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/**
 * @typedef {object} Part An element that Plotly has drawn of a mark: a symbol, a halo, a ring, a bar, a piece of its end.
 * @property {SVGElement} path
 * @property {Element} group the elements of one trace
 * @property {import("./document.js").Mark} mark
 * @property {boolean} ofPoint drawn as a symbol at a point
 */

export const DIMMED_OPACITY = 0.08;

/**
 * What Plotly has drawn, found by the data that it keeps with its elements.
 * @param {TimePanel} panel
 * @returns {Part[]}
 */
export function drawnPartsOf({ plot, document }) {
  /** @type {Part[]} */
  const parts = [];
  for (const trace of plot.querySelectorAll(".trace")) {
    const ids = trace.__data__?.[0]?.trace?.customdata;
    const group = trace.querySelector(".points");
    if (!ids || !group) continue;
    const ofPoint = Boolean(trace.closest(".scatterlayer"));
    for (const path of group.querySelectorAll("path")) {
      const mark = document?.markById.get(ids[path.__data__?.i]);
      if (mark) parts.push({ path, group, mark, ofPoint });
    }
  }
  return parts;
}

/**
 * Dims what the filters stop, as they are now.
 * @param {TimePanel} panel
 */
export function dimStoppedMarks(panel) {
  if (panel.batches.length) return drawBatches(panel);
  const { passes } = panel.atlas.visibility;
  for (const { path, mark } of panel.parts) {
    const opacity = String(passes(mark.event.index) ? 1 : DIMMED_OPACITY);
    if (path.style.opacity !== opacity) path.style.opacity = opacity;
  }
}
