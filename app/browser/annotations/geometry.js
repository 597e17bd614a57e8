// @ts-check
// Where the parts of an annotation stand on a slide, px from its top left corner: its text, and the line, ring or tail that joins it to
// what it speaks of.

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ x: number, y: number, w: number, h: number }} Box */
/**
 * @typedef {object} Placed
 * @property {Box} box of the text
 * @property {Point} end of the offset: the middle of the text, or a point on the ring
 * @property {string} line path from the text to its anchor; empty where the text covers the anchor
 * @property {string} head path of the arrow's head, the same
 * @property {string} tail path of a callout's tail, the same
 * @property {{ x: number, y: number, r: number } | null} ring
 */

const MARGIN_PX = 8; // between a text and the slide's edge
const LEAST_RING_PX = 14;
const RING_GAP_PX = 6; // between a ring and its text
const LINE_GAP_PX = 5; // between a text and its line
const HEAD_PX = 13;
const HEAD_HALF_PX = 6;
const BEND = 0.12; // how far a line is bent, of its length
const TAIL_HALF_PX = 9;

/**
 * @param {string} shape
 * @param {{ anchor: Point, clear: number, offset: Point, text: { w: number, h: number }, slide: { w: number, h: number } }} given `clear`:
 *   radius around the anchor that is kept free for its mark; all px
 * @returns {Placed}
 */
export function placeAnnotation(shape, { anchor, clear, offset, text, slide }) {
  const end = { x: anchor.x + offset.x, y: anchor.y + offset.y };
  if (shape === "ring") return placeRingWithText(anchor, offset, text, slide);
  const box = inside({ x: end.x - text.w / 2, y: end.y - text.h / 2, ...text }, slide);
  const middle = middleOf(box);
  const gap = shape === "callout" ? 0 : LINE_GAP_PX;
  const from = edgeTowards(box, anchor, gap);
  const reach = from ? distance(from, anchor) - clear : 0;
  const nothing = { box, end: middle, line: "", head: "", tail: "", ring: null };
  if (!from || reach < HEAD_PX / 2) return nothing;
  const tip = along(anchor, from, clear);
  return shape === "callout" ? { ...nothing, tail: tailPath(from, tip) } : { ...nothing, ...arrowPaths(from, tip) };
}

/** @param {Point} anchor @param {Point} offset @param {{ w: number, h: number }} text @param {{ w: number, h: number }} slide @returns {Placed} */
function placeRingWithText(anchor, offset, text, slide) {
  const length = Math.hypot(offset.x, offset.y);
  const r = Math.max(length, LEAST_RING_PX);
  const [x, y] = length ? [offset.x / length, offset.y / length] : [0, -1];
  const away = r + RING_GAP_PX + (Math.abs(x) * text.w + Math.abs(y) * text.h) / 2;
  const box = inside({ x: anchor.x + x * away - text.w / 2, y: anchor.y + y * away - text.h / 2, ...text }, slide);
  return { box, end: { x: anchor.x + x * r, y: anchor.y + y * r }, line: "", head: "", tail: "", ring: { ...anchor, r } };
}

// Bent a little, so that it is not taken for a line of the map; the head follows the bend.
/** @param {Point} from @param {Point} tip */
function arrowPaths(from, tip) {
  const bow = { x: (from.x + tip.x) / 2 - (tip.y - from.y) * BEND, y: (from.y + tip.y) / 2 + (tip.x - from.x) * BEND };
  const neck = along(tip, bow, HEAD_PX);
  const side = { x: ((tip.y - neck.y) / HEAD_PX) * HEAD_HALF_PX, y: (-(tip.x - neck.x) / HEAD_PX) * HEAD_HALF_PX };
  return {
    line: `M${point(from)}Q${point(bow)} ${point(along(tip, bow, HEAD_PX / 2))}`,
    head: `M${point(tip)}L${point({ x: neck.x + side.x, y: neck.y + side.y })}L${point({ x: neck.x - side.x, y: neck.y - side.y })}Z`,
  };
}

/** @param {Point} from on the box's edge @param {Point} tip */
function tailPath(from, tip) {
  const length = distance(from, tip);
  const side = { x: ((tip.y - from.y) / length) * TAIL_HALF_PX, y: (-(tip.x - from.x) / length) * TAIL_HALF_PX };
  const root = along(from, tip, -2 * TAIL_HALF_PX); // within the box, which is drawn over it
  return `M${point({ x: root.x + side.x, y: root.y + side.y })}L${point(tip)}L${point({ x: root.x - side.x, y: root.y - side.y })}Z`;
}

/** @param {Box} box @param {{ w: number, h: number }} slide @returns {Box} moved where it would be cut */
function inside({ x, y, w, h }, slide) {
  const within = (/** @type {number} */ at, /** @type {number} */ size, /** @type {number} */ whole) => Math.max(MARGIN_PX, Math.min(at, whole - size - MARGIN_PX));
  return { x: within(x, w, slide.w), y: within(y, h, slide.h), w, h };
}

/**
 * Where the way from the middle of a box to a point leaves it, and `gap` further; null for a point that the box covers.
 * @param {Box} box
 * @param {Point} to
 * @param {number} gap
 */
function edgeTowards(box, to, gap) {
  const middle = middleOf(box);
  const [x, y] = [to.x - middle.x, to.y - middle.y];
  const share = Math.min(x ? box.w / 2 / Math.abs(x) : Infinity, y ? box.h / 2 / Math.abs(y) : Infinity);
  if (share >= 1) return null;
  const edge = { x: middle.x + x * share, y: middle.y + y * share };
  return distance(edge, to) > gap ? along(edge, to, gap) : null;
}

/** @param {Box} box @returns {Point} */
function middleOf({ x, y, w, h }) {
  return { x: x + w / 2, y: y + h / 2 };
}

/** @param {Point} from @param {Point} to @param {number} length @returns {Point} so far on the way from one to the other */
function along(from, to, length) {
  const share = length / (distance(from, to) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** @param {Point} one @param {Point} other */
function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** @param {Point} at */
function point({ x, y }) {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
