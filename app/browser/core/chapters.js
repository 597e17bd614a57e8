// @ts-check
// Choosing a chapter: its range, the timeline's window on it, and the map on what it is about.

/** @typedef {import("./atlas.js").Atlas} Atlas */
/** @typedef {import("./timescale.js").Scale} Scale */

const RANGE_MARGIN = 0.04; // share of the range that a window fitted to it shows on either side
const MARGIN_DAYS_MOST = 0.15; // where the scale changes its pace: share of the range's days

/**
 * @param {Scale} scale
 * @param {readonly [number, number]} range days
 * @returns {[number, number]} positions, with a margin on either side
 */
export function windowOnRange(scale, range) {
  const [start, end] = range.map(scale.position);
  const margin = (end - start) * RANGE_MARGIN;
  const days = (range[1] - range[0] + 1) * MARGIN_DAYS_MOST;
  const [least, most] = [scale.position(range[0] - days), scale.position(range[1] + days)];
  return [Math.max(0, start - margin, least), Math.min(1, end + margin, most)];
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
