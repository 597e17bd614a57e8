// @ts-check
// Where things stand on the drawn timeline, px.

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */

/**
 * @param {TimePanel} panel
 * @param {number} row rows from the top
 */
export function rowTop(panel, row) {
  const { t: above, b: below } = panel.plot.layout.margin;
  return above + (row / (panel.document?.rows ?? 1)) * (panel.drawnHeight - above - below);
}

/**
 * @param {TimePanel} panel
 * @param {number} position of the scale
 * @returns {number} px from the side where time begins
 */
export function alongTime({ window: [start, end], drawnWidth }, position) {
  return ((position - start) / (end - start)) * drawnWidth;
}

/**
 * @param {TimePanel} panel
 * @param {number} position of the scale
 * @returns {number} px from the left
 */
export function across(panel, position) {
  const px = alongTime(panel, position);
  return panel.mirrored ? panel.drawnWidth - px : px;
}

/** @param {TimePanel} panel @returns {boolean} true where the timeline shows a part of the scale */
export function isZoomed({ window }) {
  return window[0] > 0 || window[1] < 1;
}
