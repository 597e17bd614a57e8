// @ts-check
// Where many places of a picture's subject stand close together: spots for a name further from its mark, tied to it by a thin line.

import { boxesOverlap, countOf } from "../boxes.js";
import { NEIGHBOUR_PX } from "./spots.js";

/** @typedef {import("../state.js").Box} Box */
/** @typedef {import("../state.js").Point} Point */
/** @typedef {import("./spots.js").Occupied} Occupied */
/** @typedef {Box & { leader: [Point, Point], parts: Box[] }} FarSpot leader: px, from the mark to the name. parts: what both cover */

const LEADER_LENGTHS_PX = [10, 16, 24, 32, 42, 52, 64, 76, 90, 104, 120, 136, 154, 174, 196]; // from the mark's box
const LEADER_ANGLES = 48;
const NEIGHBOURS_WEIGH = 4; // a name beside another mark seems to be that one's
const CORNER_SHARE = 0.15; // of a box around a circle
const LEADER_MARGIN_PX = 2; // to the map's edge
const LEADER_STEP_PX = 4; // along the line
const LEADER_CROSSED_PX = 12; // so much further rather than cross a bit of a journey, or another line

/**
 * The nearest spot where the name is whole and covers nothing, and where its line covers no other mark and no name.
 * @param {Box} beside what it names
 * @param {{ w: number, h: number }} name
 * @param {Occupied & { marks: Box[] }} occupied
 * @param {Point} size of the map, px
 * @returns {FarSpot | null}
 */
export function farSpot(beside, name, { taken, lines, marks }, size) {
  const middle = { x: beside.x + beside.w / 2, y: beside.y + beside.h / 2 };
  const others = taken.filter((box) => box !== beside && !boxesOverlap(box, { ...middle, w: 0, h: 0 }, 0)).map((box) => (marks.includes(box) ? insideRound(box) : box));
  /** @type {FarSpot & { cost: number } | null} */
  let best = null;
  for (const distance of LEADER_LENGTHS_PX) {
    if (best && distance >= best.cost) break;
    for (let turn = 0; turn < LEADER_ANGLES; turn += 1) {
      const angle = (turn * 2 * Math.PI) / LEADER_ANGLES;
      const away = { x: Math.cos(angle), y: Math.sin(angle) };
      // The name's nearest edge or corner lies on the line.
      const x = middle.x + away.x * (beside.w / 2 + distance) + ((away.x - 1) / 2) * name.w;
      const y = middle.y + away.y * (beside.h / 2 + distance) + ((away.y - 1) / 2) * name.h;
      const spot = { x, y, w: name.w, h: name.h };
      if (x < LEADER_MARGIN_PX || y < LEADER_MARGIN_PX || x + name.w > size.x - LEADER_MARGIN_PX || y + name.h > size.y - LEADER_MARGIN_PX) continue;
      if (taken.some((box) => boxesOverlap(spot, box))) continue;
      const leader = /** @type {[Point, Point]} */ ([
        { x: middle.x + (away.x * beside.w) / 2, y: middle.y + (away.y * beside.h) / 2 },
        { x: Math.min(Math.max(middle.x, x), x + name.w), y: Math.min(Math.max(middle.y, y), y + name.h) },
      ]);
      const along = pointsAlong(leader);
      if (along.some((point) => others.some((box) => boxesOverlap(point, box, 0)))) continue;
      const cost = distance + LEADER_CROSSED_PX * (countOf(lines, (line) => boxesOverlap(spot, line, 0)) + NEIGHBOURS_WEIGH * countOf(marks, (mark) => mark !== beside && boxesOverlap(spot, mark, NEIGHBOUR_PX)));
      if (!best || cost < best.cost) best = { ...spot, leader, parts: [spot, ...along.map(widened)], cost };
    }
  }
  return best;
}

// Marks are round: a line may cross the corners of their boxes.
/** @param {Box} box @returns {Box} */
function insideRound({ x, y, w, h }) {
  return { x: x + w * CORNER_SHARE, y: y + h * CORNER_SHARE, w: w * (1 - 2 * CORNER_SHARE), h: h * (1 - 2 * CORNER_SHARE) };
}

/** @param {[Point, Point]} line @returns {Box[]} */
function pointsAlong([from, to]) {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / LEADER_STEP_PX));
  return Array.from({ length: steps + 1 }, (_, step) => ({ x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps, w: 1, h: 1 }));
}

// As wide as it takes for another line not to pass between two of them.
/** @param {Box} point @returns {Box} */
function widened({ x, y }) {
  return { x: x - LEADER_STEP_PX / 2, y: y - LEADER_STEP_PX / 2, w: LEADER_STEP_PX, h: LEADER_STEP_PX };
}
