// @ts-check
// The timeline from nearer: the part of the scale that it shows. The slider below keeps the whole, and a frame on it shows what the
// timeline does. While the window moves it is kept exact here; the store has it in whole days.

import { sameValue } from "../core/address.js";
import { windowOnRange } from "../core/chapters.js";
import { ordinalToDate } from "../core/dates.js";
import { button, element } from "../core/dom.js";
import { axisOfWindow } from "./axis.js";
import { listenToFingers, listenToWheel } from "./gestures.js";
import { placeOverlays } from "./overlays.js";
import { isZoomed } from "./positions.js";
import { showRangeOnTimeline } from "./timeline.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */

const BUTTON_ZOOM = 1.8; // what a press of a button does
const DAYS_LEAST = 9; // the nearest window, where the scale is at its fastest
const ZOOM_ICONS = { out: "M3 8h10", in: "M3 8h10M8 3v10", all: "M2 4v8M14 4v8M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2" };

/** @param {TimePanel} panel */
export function buildZoom(panel) {
  panel.lens = element("div", "lens");
  panel.density.after(panel.lens);
  if (panel.atlas.composed) {
    panel.span = element("p", "span");
    panel.root.append(panel.span);
  }
  panel.zooms = element("div", "zooms");
  panel.zooms.setAttribute("role", "group");
  const actions = {
    out: () => zoomBy(panel, BUTTON_ZOOM, zoomAnchor(panel)),
    in: () => zoomIn(panel),
    all: () => showWindow(panel, [0, 1]),
  };
  for (const name of /** @type {("out" | "in" | "all")[]} */ (Object.keys(actions))) {
    const one = button(`zoom-${name}`, "", () => {
      actions[name]();
      restWindow(panel);
    });
    one.innerHTML = `<svg viewBox="0 0 16 16" width="13" height="13" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true"><path d="${ZOOM_ICONS[name]}"/></svg>`;
    panel.zooms.append(one);
  }
  panel.stage.append(panel.zooms);
  listenToWheel(panel);
  listenToFingers(panel);
}

/** @param {TimePanel} panel @param {string} name */
function zoomButton({ zooms }, name) {
  return /** @type {HTMLButtonElement} */ (zooms.querySelector(`.zoom-${name}`));
}

/** @param {TimePanel} panel */
export function labelZoom(panel) {
  const words = panel.atlas.words();
  panel.zooms.setAttribute("aria-label", words.zoom_group);
  const years = [panel.scale.first, panel.scale.last].map((day) => ordinalToDate(day).getUTCFullYear());
  if (panel.span) panel.span.textContent = years.join("–");
  for (const name of Object.keys(ZOOM_ICONS)) {
    const one = zoomButton(panel, name);
    one.title = words[`zoom_${name}`];
    one.setAttribute("aria-label", words[`zoom_${name}`]);
  }
}

/** @param {TimePanel} panel @returns {number} the least share of the scale that the timeline shows */
export function leastShare({ scale: { days, positions } }) {
  const paces = days.slice(1).map((day, i) => (positions[i + 1] - positions[i]) / (day - days[i]));
  return Math.min(1, Math.max(...paces) * DAYS_LEAST);
}

/**
 * @param {TimePanel} panel
 * @param {readonly number[]} window
 * @returns {[number, number]} moved rather than cut where it reaches over an end
 */
function fittedWindow(panel, [start, end]) {
  const share = Math.min(Math.max(end - start, leastShare(panel)), 1);
  const first = Math.min(Math.max((start + end - share) / 2, 0), 1 - share);
  return [first, first + share > 1 - 1e-6 ? 1 : first + share];
}

/**
 * Shows a part of the scale, and tells the store in whole days.
 * @param {TimePanel} panel
 * @param {readonly number[]} wanted positions
 */
export function showWindow(panel, wanted) {
  const window = fittedWindow(panel, wanted);
  if (sameValue(window, panel.window)) return;
  panel.window = window;
  panel.isWindowStale = true;
  const { atlas, scale } = panel;
  const days = /** @type {[number, number]} */ (window.map(scale.day));
  const isWhole = days[0] <= scale.first && days[1] >= scale.last;
  panel.toldWindow = isWhole ? null : days;
  atlas.view.set({ window: panel.toldWindow }, { moving: true });
  atlas.view.touch(); // the days may be the same as before
}

/**
 * The window rests: the address has it, in place of the one before, so that the browser's Back undoes what was chosen and not each turn of
 * the wheel.
 * @param {TimePanel} panel
 */
export function restWindow(panel) {
  clearTimeout(panel.wheelTimer);
  panel.atlas.view.set({ window: panel.toldWindow });
}

/**
 * Takes the window over from the store; one that lies beyond the axis shows all of it. A composed picture without one fits it to the range.
 * @param {TimePanel} panel
 */
export function readWindow(panel) {
  const { window: days } = panel.atlas.view.get();
  const [start, end] = days ? days.map(panel.scale.position) : panel.atlas.composed ? windowOnRange(panel.scale, panel.range) : [0, 1];
  panel.toldWindow = days;
  panel.window = end > start ? fittedWindow(panel, [start, end]) : [0, 1];
  panel.isWindowStale = true;
}

/** @param {TimePanel} panel */
export function drawLens(panel) {
  const { window: [start, end], lens } = panel;
  lens.hidden = !isZoomed(panel);
  lens.style.insetInlineStart = `${start * 100}%`;
  lens.style.width = `${(end - start) * 100}%`;
  panel.plotBox.classList.toggle("zoomed", isZoomed(panel));
  zoomButton(panel, "all").disabled = zoomButton(panel, "out").disabled = !isZoomed(panel);
  zoomButton(panel, "in").disabled = end - start <= leastShare(panel) + 1e-6;
  panel.isWindowStale = false;
}

/** @param {TimePanel} panel */
export function drawWindow(panel) {
  drawLens(panel);
  showRangeOnTimeline(panel, panel.range.map(panel.scale.position));
  if (!panel.isDrawn) return;
  panel.tip.hidden = true;
  panel.plotly.relayout(panel.plot, { xaxis: axisOfWindow(panel, panel.plot.layout.xaxis) });
  placeOverlays(panel);
}

// Nearer to what is selected or to the range, which comes to the middle.
/** @param {TimePanel} panel */
function zoomIn(panel) {
  const [start, end] = panel.window;
  const middle = zoomAnchor(panel);
  const half = (end - start) / BUTTON_ZOOM / 2;
  showWindow(panel, [middle - half, middle + half]);
}

/** @param {TimePanel} panel @returns {number} where the buttons zoom: at what is selected, or at the middle of the range, as far as these are in sight */
function zoomAnchor(panel) {
  const [start, end] = panel.window;
  const middleOf = (/** @type {number} */ from, /** @type {number} */ to) => (Math.max(from, start) + Math.min(to, end)) / 2;
  const mark = panel.source?.markById.get(panel.atlas.view.get().selected);
  const ends = panel.range.map(panel.scale.position);
  const wanted = [mark && [mark.x0, mark.x1], ends].find((span) => span && span[0] <= end && span[1] >= start);
  return wanted ? middleOf(wanted[0], wanted[1]) : middleOf(start, end);
}

/**
 * @param {TimePanel} panel
 * @param {number} factor below 1 goes nearer
 * @param {number} position what lies there stays where it is
 */
export function zoomBy(panel, factor, position) {
  const [start, end] = panel.window;
  const share = Math.min(Math.max((end - start) * factor, leastShare(panel)), 1);
  const first = position - ((position - start) / (end - start)) * share;
  showWindow(panel, [first, first + share]);
}

/**
 * What is chosen elsewhere comes into sight.
 * @param {TimePanel} panel
 * @param {string} id
 */
export function bringIntoView(panel, id) {
  const mark = panel.source?.markById.get(id);
  if (!mark || !isZoomed(panel)) return;
  const [start, end] = panel.window;
  const middle = (mark.x0 + mark.x1) / 2;
  if (mark.x0 <= end && mark.x1 >= start && (!mark.point || (middle > start && middle < end))) return;
  const half = (end - start) / 2;
  showWindow(panel, [middle - half, middle + half]);
  restWindow(panel);
}
