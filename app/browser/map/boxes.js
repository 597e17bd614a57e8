// @ts-check
// Boxes on the map, and which of them touch.

/** @typedef {import("./state.js").Box} Box */

/** @param {Box} a @param {Box} b @param {number} gap */
export function boxesOverlap(a, b, gap = 2) {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

/**
 * @template T
 * @param {T[]} list
 * @param {(one: T) => boolean} test
 */
export function countOf(list, test) {
  return list.reduce((sum, one) => sum + (test(one) ? 1 : 0), 0);
}
