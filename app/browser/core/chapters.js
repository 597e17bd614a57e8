// @ts-check
// Choosing a chapter: its range, the timeline's window on it, and the map on what it is about.

/** @typedef {import("./atlas.js").Atlas} Atlas */
/** @typedef {import("./timescale.js").Scale} Scale */

const RANGE_MARGIN = 0.04; // share of the range that a window fitted to it shows on either side

/**
 * @param {Scale} scale
 * @param {readonly [number, number]} range days
 * @returns {[number, number]} positions, with a margin on either side
 */
export function windowOnRange(scale, range) {
  const [start, end] = range.map(scale.position);
  const margin = (end - start) * RANGE_MARGIN;
  return [Math.max(0, start - margin), Math.min(1, end + margin)];
}

/**
 * @param {Atlas} atlas
 * @param {readonly [number, number]} range first and last day
 */
export function chooseChapter(atlas, range) {
  const scale = atlas.scale();
  const window = /** @type {[number, number]} */ (windowOnRange(scale, range).map(scale.day));
  const isWhole = window[0] <= scale.first && window[1] >= scale.last;
  atlas.view.set({ window: isWhole ? null : window });
  atlas.setRange(range, { step: true });
  atlas.fit();
}
