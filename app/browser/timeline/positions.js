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
 * @returns {number} px from the left
 */
export function across({ window: [start, end], mirrored, drawnWidth }, position) {
  const share = (position - start) / (end - start);
  return (mirrored ? 1 - share : share) * drawnWidth;
}
