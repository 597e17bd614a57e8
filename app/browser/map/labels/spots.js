// @ts-check
// Which name stands where beside its mark. Greedy: weightier names choose first; those of a picture's subject must stand.

import { boxesOverlap, countOf } from "../boxes.js";
import { isRightToLeft } from "../state.js";
import { farSpot } from "./far_spots.js";
import { labelSize } from "./points.js";

/** @typedef {import("../state.js").Box} Box */
/** @typedef {import("../state.js").Label} Label */
/** @typedef {import("../state.js").MapState} MapState */
/** @typedef {import("../state.js").Point} Point */
/** @typedef {Label & { beside: Box, weight: number, must: boolean }} PointLabel beside: what it names. weight: less of it chooses first. must: one of a picture's subject */
/** @typedef {Box & { parts?: Box[], leader?: [Point, Point] }} SpotOfName parts: what it covers, for want of them itself. leader: line from the mark, px */
/** @typedef {{ taken: Box[], lines: Box[] }} Occupied taken: what no name may cover. lines: what none should */

const TURNS_MOST = 6;
export const NEIGHBOUR_PX = 7; // nearer than this a name seems to belong to a mark

/**
 * A spot for each name, as far as there is one. Where a name that must stand finds none, those that do choose first, and all anew.
 * @param {MapState} state
 * @param {PointLabel[]} labels the weightiest first
 * @param {Occupied & { marks: Box[] }} occupied
 * @param {Point} size of the map, px
 * @returns {Map<PointLabel, SpotOfName>}
 */
export function chosenSpots(state, labels, { taken, lines, marks }, size) {
  const order = [...labels];
  /** @type {Map<PointLabel, SpotOfName>} */
  let best = new Map();
  for (let turn = 0, fewest = Infinity; turn < TURNS_MOST && fewest; turn += 1) {
    const occupied = { taken: [...taken], lines, marks };
    /** @type {Map<PointLabel, SpotOfName>} */
    const spots = new Map();
    for (const label of order) {
      const { must, beside } = label;
      const spot = freeSpot(state, label, occupied, size) ?? (must && isInSight(beside, size) ? farSpot(beside, labelSize(state, label), occupied, size) : null);
      if (!spot) continue;
      spots.set(label, spot);
      occupied.taken.push(...(spot.parts ?? [spot]));
    }
    const missing = order.filter((label) => label.must && isInSight(label.beside, size) && !spots.has(label));
    if (missing.length < fewest) [fewest, best] = [missing.length, spots];
    for (const label of missing) order.unshift(...order.splice(order.indexOf(label), 1));
  }
  return best;
}

/** @param {Box} box @param {Point} size of the map, px */
function isInSight({ x, y, w, h }, size) {
  return x + w / 2 > 0 && y + h / 2 > 0 && x + w / 2 < size.x && y + h / 2 < size.y;
}

// Of the spots around its marker where a name is whole and covers nothing, the first at which the fewest journeys cross it and
// it does not stand beside another mark, as if it were that one's.
/** @param {MapState} state @param {PointLabel} label @param {Occupied & { marks: Box[] }} occupied @param {Point} size @returns {SpotOfName | null} */
function freeSpot(state, label, { taken, lines, marks }, size) {
  const { x, y, w, h } = label.beside;
  if (!isInSight(label.beside, size)) return null;
  const box = labelSize(state, label);
  const middle = y + h / 2 - box.h / 2;
  const centre = x + w / 2 - box.w / 2;
  const beside = [[x + w + 4, middle], [x - box.w - 4, middle]];
  if (isRightToLeft(state)) beside.reverse();
  // Beside first, then below and above, then the corners, then nearly above and below.
  const [above, below] = [y - box.h - 2, y + h + 2];
  const spots = [
    ...beside, [centre, below], [centre, above],
    [x + w, below - 4], [x - box.w, above + 4], [x + w, above + 4], [x - box.w, below - 4],
    [x + w * 0.5, above], [x + w * 0.5 - box.w, above], [x + w * 0.5, below], [x + w * 0.5 - box.w, below],
  ];
  /** @type {Box & { cost: number } | null} */
  let best = null;
  for (const [left, top] of spots) {
    const spot = { x: left, y: top, w: box.w, h: box.h };
    if (left < 2 || top < 2 || left + box.w > size.x - 2 || top + box.h > size.y - 2) continue;
    if (taken.some((other) => boxesOverlap(spot, other))) continue;
    const neighbours = countOf(marks, (mark) => mark !== label.beside && boxesOverlap(spot, mark, NEIGHBOUR_PX));
    const cost = countOf(lines, (line) => boxesOverlap(spot, line, 0)) + 4 * neighbours;
    if (!cost) return spot;
    if (!best || cost < best.cost) best = { ...spot, cost };
  }
  return best;
}
