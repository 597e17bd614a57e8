// @ts-check
// Wheel and pinch zoom along time, a drag moves the window, a double click shows the whole again.

import { isZoomed } from "./positions.js";
import { leastShare, restWindow, showWindow, zoomBy } from "./zoom.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/** @typedef {{ hasMoved: boolean, window: readonly [number, number], middle: number, apart: number }} WindowGrip where fingers took hold, px; `apart` is 0 for one */

const WHEEL_PACE = 0.0022; // how much of a zoom a pixel of the wheel is
const WHEEL_QUIET_MS = 250; // a window that the wheel has moved rests once it does
const DOUBLE_TAP_MS = 400; // between the two taps of a double click
const DRAG_FROM_PX = 4; // less is a click
const LEAST_APART_PX = 12; // of two fingers

/**
 * Sideways moves, up and down zooms; where all is shown already, the page scrolls.
 * @param {TimePanel} panel
 */
export function listenToWheel(panel) {
  panel.plotBox.addEventListener("wheel", (event) => {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
    const moves = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!isZoomed(panel) && (moves || event.deltaY > 0)) return;
    event.preventDefault();
    if (moves) moveWindow(panel, ((panel.mirrored ? -1 : 1) * sideways * unit) / panel.plotBox.clientWidth);
    else zoomBy(panel, Math.exp(event.deltaY * unit * WHEEL_PACE * (event.ctrlKey ? 4 : 1)), positionAt(panel, panel.window, event.clientX));
    clearTimeout(panel.wheelTimer);
    panel.wheelTimer = setTimeout(() => restWindow(panel), WHEEL_QUIET_MS);
  }, { passive: false });
}

/**
 * One pointer drags what is zoomed, two pinch. The pointer is not captured: a click is still Plotly's. Plotly lets no double
 * click through, so two quick taps on one spot are counted here.
 * @param {TimePanel} panel
 */
export function listenToFingers(panel) {
  /** @type {Map<number, number>} by pointer, where it is */
  const down = new Map();
  /** @type {WindowGrip} */
  let grip;
  let tap = { time: -Infinity, x: 0 };
  const fingers = () => {
    const xs = [...down.values()];
    return { middle: xs.reduce((sum, x) => sum + x, 0) / xs.length, apart: xs.length > 1 ? Math.abs(xs[0] - xs[1]) : 0 };
  };
  const hold = () => { grip = { hasMoved: false, window: panel.window, ...fingers() }; };
  panel.plotBox.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || down.size === 2) return;
    down.set(event.pointerId, event.clientX);
    hold();
  });
  const move = (/** @type {PointerEvent} */ event) => {
    if (!down.has(event.pointerId)) return;
    down.set(event.pointerId, event.clientX);
    const { middle, apart } = fingers();
    grip.hasMoved ||= Math.abs(middle - grip.middle) >= DRAG_FROM_PX || down.size > 1;
    if (!grip.hasMoved || (down.size === 1 && !isZoomed(panel))) return;
    panel.plotBox.classList.add("dragged");
    const [start, end] = grip.window;
    const factor = grip.apart ? grip.apart / Math.max(apart, LEAST_APART_PX) : 1;
    const share = Math.min(Math.max((end - start) * factor, leastShare(panel)), 1);
    const first = positionAt(panel, grip.window, grip.middle) - positionAt(panel, [0, share], middle);
    const inside = Math.min(Math.max(first, 0), 1 - share);
    showWindow(panel, [inside, inside + share]);
  };
  const up = (/** @type {PointerEvent} */ event) => {
    if (!down.delete(event.pointerId)) return;
    const wasDragged = panel.plotBox.classList.contains("dragged");
    panel.plotBox.classList.remove("dragged");
    if (down.size) return hold();
    const isSecond = event.timeStamp - tap.time < DOUBLE_TAP_MS && Math.abs(event.clientX - tap.x) < DRAG_FROM_PX;
    tap = { time: grip.hasMoved || isSecond ? -Infinity : event.timeStamp, x: event.clientX };
    const isDoubleTap = isSecond && !grip.hasMoved;
    if (isDoubleTap) showWindow(panel, [0, 1]);
    if (isDoubleTap || wasDragged) restWindow(panel);
  };
  const listening = { signal: panel.leaving.signal };
  addEventListener("pointermove", move, listening);
  addEventListener("pointerup", up, listening);
  addEventListener("pointercancel", up, listening);
}

/**
 * @param {TimePanel} panel
 * @param {readonly number[]} window
 * @param {number} clientX
 * @returns {number} the position under a point of the screen, while that window is shown
 */
function positionAt({ plotBox, mirrored }, [start, end], clientX) {
  const { left, width } = plotBox.getBoundingClientRect();
  const share = (clientX - left) / width;
  return start + (mirrored ? 1 - share : share) * (end - start);
}

/** @param {TimePanel} panel @param {number} shift share of what is in sight, towards later */
function moveWindow(panel, shift) {
  const [start, end] = panel.window;
  const allowed = Math.min(Math.max(shift * (end - start), -start), 1 - end);
  showWindow(panel, [start + allowed, end + allowed]);
}
