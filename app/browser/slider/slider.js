// @ts-check
// Two native range inputs on the timeline's own scale, and the range between them, which can be dragged.

import { sameValue } from "../core/address.js";
import { addMonths, dayInWords } from "../core/dates.js";
import { element } from "../core/dom.js";
import { leaveDateField } from "./date_fields.js";
import { endPlayback, stopPlayback } from "./playback.js";
import { moveRange, releaseRange } from "./range.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/** @typedef {{ id: number, x: number, width: number, range: readonly [number, number], ends: number[] }} RangeGrip where a drag of the range began */

const SLIDER_STEPS = 20000;
const LEAST_BETWEEN_THUMBS_PX = 10; // that is seen of the range
const KEY_QUIET_MS = 250; // a thumb moved by keys is released once they rest

/** @param {TimePanel} panel */
export function buildSlider(panel) {
  panel.track = element("div", "track");
  panel.track.setAttribute("role", "group");
  panel.fill = element("div", "fill");
  panel.thumbs = [0, 1].map((side) => {
    const thumb = /** @type {HTMLInputElement} */ (element("input", "thumb"));
    Object.assign(thumb, { type: "range", min: 0, max: SLIDER_STEPS, step: 1 });
    thumb.dataset.side = side ? "end" : "start";
    thumb.onpointerdown = () => { stopPlayback(panel); }; // no value: returning false would take the thumb from the mouse
    thumb.oninput = () => moveEnd(panel, side, panel.scale.day(Number(thumb.value) / SLIDER_STEPS));
    thumb.onchange = () => releaseRange(panel);
    thumb.onkeydown = (event) => keyOnThumb(panel, side, event);
    return thumb;
  });
  panel.track.append(element("div", "rail"), panel.fill, ...panel.thumbs);
  panel.root.append(panel.track);
  makeRangeDraggable(panel);
}

/** @param {TimePanel} panel */
export function labelSlider(panel) {
  const words = panel.atlas.words();
  panel.track.setAttribute("aria-label", words.slider_group);
  panel.thumbs[0].setAttribute("aria-label", words.slider_start);
  panel.thumbs[1].setAttribute("aria-label", words.slider_end);
}

/**
 * Moves one end of the range; the other gives way rather than cross.
 * @param {TimePanel} panel
 * @param {number} side 0 for the start, 1 for the end
 * @param {number} day
 */
function moveEnd(panel, side, day) {
  const range = [...panel.range];
  range[side] = panel.scale.inside(day);
  if (range[0] > range[1]) range[1 - side] = range[side];
  moveRange(panel, range);
}

/**
 * Arrows by day, page keys by month, home and end: on every stretch of the scale alike.
 * @param {TimePanel} panel
 * @param {number} side
 * @param {KeyboardEvent} event
 */
function keyOnThumb(panel, side, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const day = panel.range[side];
  const [later, earlier] = panel.mirrored ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  /** @type {Record<string, () => number>} */
  const targets = {
    [later]: () => day + 1, ArrowUp: () => day + 1, [earlier]: () => day - 1, ArrowDown: () => day - 1,
    PageUp: () => addMonths(day, 1), PageDown: () => addMonths(day, -1), Home: () => panel.scale.first, End: () => panel.scale.last,
  };
  const target = targets[event.key];
  if (!target) return;
  event.preventDefault();
  event.stopPropagation();
  endPlayback(panel);
  moveEnd(panel, side, target());
  clearTimeout(panel.keyTimer);
  panel.keyTimer = setTimeout(() => releaseRange(panel), KEY_QUIET_MS);
}

/**
 * The range keeps its width on the scale, not its days: so it does not jump where the scale changes its pace.
 * @param {TimePanel} panel
 */
function makeRangeDraggable(panel) {
  const { fill, track } = panel;
  /** @type {RangeGrip | null} */
  let grip = null;
  fill.onpointerdown = (event) => {
    if (event.button !== 0 || !event.isPrimary || grip) return;
    event.preventDefault(); // no text is selected along the way
    leaveDateField(panel); // which that keeps from happening of itself
    stopPlayback(panel);
    grip = { id: event.pointerId, x: event.clientX, width: track.getBoundingClientRect().width, range: panel.range, ends: panel.range.map(panel.scale.position) };
    fill.setPointerCapture(event.pointerId);
  };
  fill.onpointermove = (event) => {
    if (!grip || event.pointerId !== grip.id) return;
    const shift = ((panel.mirrored ? -1 : 1) * (event.clientX - grip.x)) / grip.width;
    const allowed = Math.min(Math.max(shift, -grip.ends[0]), 1 - grip.ends[1]);
    moveRange(panel, grip.ends.map((end) => panel.scale.day(end + allowed)));
  };
  const letGo = (/** @type {PointerEvent} */ event) => {
    if (!grip || event.pointerId !== grip.id) return;
    const hasMoved = !sameValue(grip.range, panel.range);
    grip = null;
    if (hasMoved) releaseRange(panel);
  };
  fill.onpointerup = fill.onpointercancel = fill.onlostpointercapture = letGo;
}

/**
 * Keeps the track's size: asking for it in each frame would lay the page out anew.
 * @param {TimePanel} panel
 */
export function measureTrack(panel) {
  if (panel.trackWidth === panel.track.clientWidth) return;
  panel.trackWidth = panel.track.clientWidth;
  panel.thumbWidth = parseFloat(getComputedStyle(panel.thumbs[0]).height);
  showRangeOnSlider(panel, panel.range.map(panel.scale.position));
}

/** @param {TimePanel} panel @param {number[]} ends positions of the range's days */
export function showRangeOnSlider(panel, ends) {
  const language = panel.atlas.language();
  panel.thumbs.forEach((thumb, side) => {
    thumb.value = String(Math.round(ends[side] * SLIDER_STEPS));
    thumb.setAttribute("aria-valuetext", dayInWords(panel.range[side], language));
  });
  // Where both thumbs meet at the far end, the first must stay on top to be caught again.
  panel.thumbs[0].style.zIndex = ends[0] > 0.9 ? "4" : "3";
  // Where the thumbs would cover each other and the range between them, they stand apart.
  const width = panel.trackWidth || Infinity;
  const [start, end] = atLeast(ends, (panel.thumbWidth + LEAST_BETWEEN_THUMBS_PX) / width);
  const sign = panel.mirrored ? -1 : 1;
  [start - ends[0], end - ends[1]].forEach((shift, side) => {
    panel.thumbs[side].style.translate = shift && panel.trackWidth ? `${sign * shift * width}px` : "";
  });
  panel.fill.style.insetInlineStart = `${start * 100}%`;
  panel.fill.style.width = `${(end - start) * 100}%`;
}

/**
 * A part of a line from 0 to 1, widened to both sides where it is shorter than `least`.
 * @param {number[]} part
 * @param {number} least
 * @returns {number[]}
 */
export function atLeast([start, end], least) {
  if (!(end - start < least)) return [start, end];
  const first = Math.min(Math.max((start + end - least) / 2, 0), 1 - least);
  return [first, first + least];
}
