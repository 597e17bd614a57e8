// The timeline from nearer: wheel and pinch zoom along time, a drag moves it, a double click shows the whole again. The slider
// below keeps the whole, and a frame on it shows what the timeline does.

import { button, element } from "../core/dom.js";
import { axisOfView } from "./axis.js";
import { showRangeOnTimeline } from "./timeline.js";
import { markOf, placeOver } from "./titles.js";

const WHEEL_PACE = 0.0022; // how much of a zoom a pixel of the wheel is
const STEP_ZOOM = 1.8; // what a press of a button does
const DAYS_LEAST = 9; // the nearest view, where the scale is at its fastest
const DOUBLE_MS = 400; // between the two taps of a double click
const DRAG_FROM_PX = 4; // less is a click

export function buildZoom(panel) {
  panel.view = [0, 1];
  panel.lens = element("div", "lens");
  panel.density.after(panel.lens);
  panel.zooms = element("div", "zooms");
  panel.zooms.setAttribute("role", "group");
  for (const [name, drawing, act] of [
    ["out", "M3 8h10", () => zoomBy(panel, STEP_ZOOM, zoomAnchor(panel))],
    ["in", "M3 8h10M8 3v10", () => zoomBy(panel, 1 / STEP_ZOOM, zoomAnchor(panel))],
    ["all", "M2 4v8M14 4v8M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2", () => showView(panel, [0, 1])],
  ]) {
    const one = button(`zoom-${name}`, "", act);
    one.innerHTML = `<svg viewBox="0 0 16 16" width="13" height="13" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true"><path d="${drawing}"/></svg>`;
    panel.zooms.append(one);
  }
  panel.stage.append(panel.zooms);
  listenToWheel(panel);
  listenToFingers(panel);
}

export function labelZoom(panel) {
  const { words } = panel.data;
  panel.zooms.setAttribute("aria-label", words.zoom_group);
  for (const name of ["out", "in", "all"]) {
    const one = panel.zooms.querySelector(`.zoom-${name}`);
    one.title = words[`zoom_${name}`];
    one.setAttribute("aria-label", words[`zoom_${name}`]);
  }
}

function isZoomed({ view }) {
  return view[0] > 0 || view[1] < 1;
}

// The least share of the scale that the timeline shows.
function leastShare({ data }) {
  const { days, positions } = data.scale;
  const paces = days.slice(1).map((day, i) => (positions[i + 1] - positions[i]) / (day - days[i]));
  return Math.min(1, Math.max(...paces) * DAYS_LEAST);
}

// Shows a part of the scale, from 0 to 1: moved rather than cut where it reaches over an end.
export function showView(panel, [start, end]) {
  const share = Math.min(Math.max(end - start, leastShare(panel)), 1);
  const first = Math.min(Math.max((start + end - share) / 2, 0), 1 - share);
  const view = [first, first + share > 1 - 1e-6 ? 1 : first + share];
  if (String(view) === String(panel.view)) return;
  panel.view = view;
  panel.viewFrame ||= requestAnimationFrame(() => {
    panel.viewFrame = 0;
    drawView(panel);
  });
}

export function drawView(panel) {
  const { view, lens, zooms } = panel;
  lens.hidden = !isZoomed(panel);
  lens.style.insetInlineStart = `${view[0] * 100}%`;
  lens.style.width = `${(view[1] - view[0]) * 100}%`;
  panel.plotBox.classList.toggle("zoomed", isZoomed(panel));
  zooms.querySelector(".zoom-all").disabled = zooms.querySelector(".zoom-out").disabled = !isZoomed(panel);
  zooms.querySelector(".zoom-in").disabled = view[1] - view[0] <= leastShare(panel) + 1e-6;
  showRangeOnTimeline(panel, panel.range.map((day) => panel.scale.position(day)));
  if (!panel.drawn) return;
  panel.tip.hidden = true;
  panel.plotly.relayout(panel.plot, { xaxis: axisOfView(panel, panel.plot.layout.xaxis) });
  placeOver(panel);
}

// The position under a point of the screen.
function positionAt(panel, clientX) {
  const { left, width } = panel.plotBox.getBoundingClientRect();
  const share = (clientX - left) / width;
  const [start, end] = panel.view;
  return start + (panel.data.language === "ar" ? 1 - share : share) * (end - start);
}

// Where the buttons zoom: at what is selected, or at the middle of the range, as far as these are in sight.
function zoomAnchor(panel) {
  const [start, end] = panel.view;
  const middleOf = (from, to) => (Math.max(from, start) + Math.min(to, end)) / 2;
  const mark = markOf(panel, panel.selected);
  const ends = panel.range.map((day) => panel.scale.position(day));
  const wanted = [mark && [mark.x0, mark.x1], ends].find((span) => span && span[0] <= end && span[1] >= start);
  return wanted ? middleOf(...wanted) : middleOf(start, end);
}

// `factor` below 1 goes nearer; what lies at `position` stays where it is.
function zoomBy(panel, factor, position) {
  const [start, end] = panel.view;
  const share = Math.min(Math.max((end - start) * factor, leastShare(panel)), 1);
  const first = position - ((position - start) / (end - start)) * share;
  showView(panel, [first, first + share]);
}

// `shift` is a share of what is in sight, towards later.
function moveView(panel, shift) {
  const [start, end] = panel.view;
  const by = shift * (end - start);
  const allowed = Math.min(Math.max(by, -start), 1 - end);
  showView(panel, [start + allowed, end + allowed]);
}

// Sideways moves, up and down zooms; where all is shown already, the page scrolls.
function listenToWheel(panel) {
  panel.plotBox.addEventListener("wheel", (event) => {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
    const moves = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!isZoomed(panel) && (moves || event.deltaY > 0)) return;
    event.preventDefault();
    const sign = panel.data.language === "ar" ? -1 : 1;
    if (moves) moveView(panel, (sign * sideways * unit) / panel.plotBox.clientWidth);
    else zoomBy(panel, Math.exp(event.deltaY * unit * WHEEL_PACE * (event.ctrlKey ? 4 : 1)), positionAt(panel, event.clientX));
  }, { passive: false });
}

// One pointer drags what is zoomed, two pinch. The pointer is not captured: a click is still Plotly's. Plotly lets no double
// click through, so two quick taps on one spot are counted here.
function listenToFingers(panel) {
  const down = new Map();
  let grip = null;
  let tap = { time: -Infinity, x: 0 };
  const hold = () => {
    const xs = [...down.values()];
    grip = { moved: false, view: panel.view, middle: xs.reduce((sum, x) => sum + x, 0) / xs.length, apart: xs.length > 1 ? Math.abs(xs[0] - xs[1]) : 0 };
  };
  panel.plotBox.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || down.size === 2) return;
    down.set(event.pointerId, event.clientX);
    hold();
  });
  const move = (event) => {
    if (!down.has(event.pointerId)) return;
    down.set(event.pointerId, event.clientX);
    const xs = [...down.values()];
    const middle = xs.reduce((sum, x) => sum + x, 0) / xs.length;
    grip.moved ||= Math.abs(middle - grip.middle) >= DRAG_FROM_PX || xs.length > 1;
    if (!grip.moved || (xs.length === 1 && !isZoomed(panel))) return;
    panel.plotBox.classList.add("dragged");
    const [start, end] = grip.view;
    const factor = grip.apart ? grip.apart / Math.max(Math.abs(xs[0] - xs[1]), 12) : 1;
    const share = Math.min(Math.max((end - start) * factor, leastShare(panel)), 1);
    const box = panel.plotBox.getBoundingClientRect();
    const at = (x) => (panel.data.language === "ar" ? 1 - (x - box.left) / box.width : (x - box.left) / box.width);
    const first = start + at(grip.middle) * (end - start) - at(middle) * share;
    const inside = Math.min(Math.max(first, 0), 1 - share);
    showView(panel, [inside, inside + share]);
  };
  const up = (event) => {
    if (!down.delete(event.pointerId)) return;
    panel.plotBox.classList.remove("dragged");
    if (down.size) return void hold();
    const again = event.timeStamp - tap.time < DOUBLE_MS && Math.abs(event.clientX - tap.x) < DRAG_FROM_PX;
    tap = { time: grip.moved || again ? -Infinity : event.timeStamp, x: event.clientX };
    if (again && !grip.moved) showView(panel, [0, 1]);
  };
  const listening = { signal: panel.leaving.signal };
  addEventListener("pointermove", move, listening);
  addEventListener("pointerup", up, listening);
  addEventListener("pointercancel", up, listening);
}

// What is chosen elsewhere comes into sight.
export function bringIntoView(panel, mark) {
  if (!mark || !isZoomed(panel)) return;
  const [start, end] = panel.view;
  const middle = (mark.x0 + mark.x1) / 2;
  if (mark.x0 <= end && mark.x1 >= start && (!mark.point || (middle > start && middle < end))) return;
  const half = (end - start) / 2;
  showView(panel, [middle - half, middle + half]);
}
