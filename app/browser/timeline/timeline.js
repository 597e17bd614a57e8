// The Plotly timeline, drawn once; veils dim what lies outside the range, so that a moving slider redraws nothing.

import { element } from "../core/dom.js";
import { rememberTrack } from "../slider/slider.js";
import { passes } from "../slider/stepping.js";
import { select } from "../time_panel/index.js";
import { axisOfView } from "./axis.js";
import { buildLinks, fadeLinks } from "./date_links.js";
import { forgetPoints, showEdges } from "./edges.js";
import { mergeMarks, svgPart } from "./mark_batching.js";
import { loadPlotly } from "./plotly.js";
import { lightTitles, placeOver, showTip } from "./titles.js";

const WINDOW_LEAST_PX = 14; // of the window on the timeline: a point and a little more

export function buildTimeline(panel) {
  const make = (className, parent) => {
    const made = element("div", className);
    parent.append(made);
    return made;
  };
  panel.stage = make("stage", panel.root);
  panel.lanes = make("lanes", panel.stage);
  panel.plotBox = make("plot-box", panel.stage);
  panel.sections = make("sections", panel.plotBox);
  panel.window = make("window", panel.plotBox);
  buildLinks(panel);
  panel.plotBox.append(panel.links.inRange);
  panel.plot = make("plot", panel.plotBox);
  panel.veils = [make("veil before", panel.plotBox), make("veil after", panel.plotBox)];
  panel.plotBox.append(panel.links.outOfRange);
  panel.edges = svgPart("svg", { class: "edges" });
  panel.plotBox.append(panel.edges);
  panel.breaks = make("breaks", panel.plotBox);
  panel.titles = make("titles", panel.plotBox);
  panel.titles.setAttribute("aria-hidden", "true"); // the list beside the map says the same, reachable by keyboard
  panel.ring = make("ring", panel.plotBox);
  panel.tip = make("tip", panel.plotBox);
  panel.failure = element("p", "failure");
  panel.failure.setAttribute("role", "alert");
  panel.plotBox.append(panel.failure);
  panel.resize = new ResizeObserver(() => {
    const width = panel.plotBox.clientWidth;
    rememberTrack(panel);
    if (!panel.drawn || (width === panel.drawnWidth && panel.plotBox.clientHeight === panel.drawnHeight)) return;
    rememberSize(panel);
    showRangeOnTimeline(panel, panel.range.map((day) => panel.scale.position(day)));
    panel.plotly.relayout(panel.plot, { xaxis: axisOfView(panel, panel.plot.layout.xaxis), autosize: true });
    placeOver(panel);
  });
  panel.resize.observe(panel.plotBox);
}

// plotly.js writes its style rules into the document's head, where a shadow root does not see them.
function bringPlotlysStyle(panel) {
  const home = panel.root.getRootNode();
  /** @type {HTMLStyleElement | null} */
  const written = document.head.querySelector('style[id^="plotly.js-style"]');
  if (!(home instanceof ShadowRoot) || !written || panel.styled) return;
  const sheet = new CSSStyleSheet();
  for (const rule of written.sheet.cssRules) sheet.insertRule(rule.cssText, sheet.cssRules.length);
  home.adoptedStyleSheets = [...home.adoptedStyleSheets, sheet];
  panel.styled = true;
}

function rememberSize(panel) {
  panel.drawnWidth = panel.plotBox.clientWidth;
  panel.drawnHeight = panel.plotBox.clientHeight;
}

// Where plotly.js cannot be had the panel says so, and tries again with the next release; the slider works without it.
export async function drawTimeline(panel) {
  panel.failed = false;
  try {
    panel.plotly = await loadPlotly(panel.data.plotlyUrl);
    if (!panel.gone) await drawFigure(panel);
  } catch (error) {
    panel.failed = true;
    console.warn(error);
  }
  panel.failure.textContent = panel.failed ? panel.data.words.timeline_failed : "";
}

async function drawFigure(panel) {
  bringPlotlysStyle(panel);
  const { data, layout } = JSON.parse(panel.data.figures[panel.appearance]);
  rememberSize(panel);
  panel.widths = null; // in another language, or in a typeface that has come since
  const settings = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false };
  await panel.plotly.react(panel.plot, data, { ...layout, xaxis: axisOfView(panel, layout.xaxis), autosize: true }, settings);
  if (!panel.drawn) {
    panel.plot.on("plotly_click", ({ points }) => select(panel, points[0].customdata));
    panel.plot.on("plotly_hover", ({ points }) => showTip(panel, points[0].customdata));
    panel.plot.on("plotly_unhover", () => { panel.tip.hidden = true; });
    panel.plot.on("plotly_afterplot", () => marksDrawn(panel));
    panel.drawn = true;
    marksDrawn(panel);
  }
  if (panel.passing || panel.inSight) dimStopped(panel);
  showRangeOnTimeline(panel, panel.range.map((day) => panel.scale.position(day)));
  placeOver(panel);
  panel.root.dataset.drawn = "yes";
}

function marksDrawn(panel) {
  mergeMarks(panel);
  forgetPoints(panel);
  showEdges(panel);
}

// Marks that the filters stop, or that the map does not show where that counts, stay as ghosts: the shape of the whole remains.
export function dimStopped(panel) {
  if (!panel.drawn) return;
  const opacities = [];
  const traces = [];
  panel.plot.data.forEach((trace, index) => {
    if (!trace.customdata) return;
    traces.push(index);
    opacities.push(Array.from(trace.customdata, (id) => (passes(panel, id) ? 1 : 0.08)));
  });
  panel.plotly.restyle(panel.plot, { "marker.opacity": opacities }, traces);
}

// The range on the timeline: two veils and a pale window, which is never too narrow to be seen. They are stretched, not laid out:
// nothing under them is painted again.
export function showRangeOnTimeline(panel, ends) {
  const sign = panel.data.language === "ar" ? -1 : 1;
  const [from, to] = panel.view;
  const inView = ends.map((position) => Math.min(Math.max((position - from) / (to - from), 0), 1));
  const [start, end] = ends[0] <= to && ends[1] >= from ? atLeast(inView, WINDOW_LEAST_PX / (panel.drawnWidth || Infinity)) : inView;
  panel.gap = [start, end];
  panel.veils[0].style.transform = `scaleX(${start})`;
  panel.veils[1].style.transform = `scaleX(${1 - end})`;
  panel.window.hidden = ends[0] <= 0 && ends[1] >= 1;
  panel.window.style.transform = `translateX(${sign * start * 100}%) scaleX(${end - start})`;
  showEdges(panel);
  lightTitles(panel, ends);
  fadeLinks(panel, ends);
}

// A part of a line from 0 to 1, widened to both sides where it is shorter than `least`.
export function atLeast([start, end], least) {
  if (!(end - start < least)) return [start, end];
  const first = Math.min(Math.max((start + end - least) / 2, 0), 1 - least);
  return [first, first + least];
}
