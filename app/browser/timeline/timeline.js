// @ts-check
// The Plotly timeline, drawn once; veils dim what lies outside the range, so that a moving slider redraws nothing.

import { timelineFile } from "../core/atlas.js";
import { sameValue } from "../core/address.js";
import { element } from "../core/dom.js";
import { drawDensity } from "../slider/density.js";
import { endPlayback } from "../slider/playback.js";
import { rangesOfChapters } from "../slider/presets.js";
import { atLeast, measureTrack } from "../slider/slider.js";
import { showRangeOnPanel } from "../time_panel/index.js";
import { axisOfWindow } from "./axis.js";
import { fadeLinks, makeLinks } from "./date_links.js";
import { dimStoppedMarks, drawnPartsOf } from "./dimming.js";
import { figureIn, timelineDocument } from "./document.js";
import { makeEdges, resetEdges, showEdges } from "./edges.js";
import { batchMarks } from "./mark_batching.js";
import { TIMELINE_DRAWN, placeOverlays, removeOverlays, showTimelineTip } from "./overlays.js";
import { loadPlotly } from "./plotly.js";
import { isZoomed } from "./positions.js";
import { measurePlot, stackMarks } from "./stacking.js";
import { lightTitles } from "./titles.js";
import { drawLens, readWindow } from "./zoom.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */

const LEAST_RANGE_PX = 14; // of the range on the timeline: a point and a little more
const RESTACKED_AFTER_MS = 160; // a window that has not moved for so long rests
const PLOTLY_SETTINGS = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false };

/** @param {TimePanel} panel */
export function buildTimeline(panel) {
  const make = (/** @type {string} */ className, /** @type {HTMLElement} */ parent) => {
    const made = element("div", className);
    parent.append(made);
    return made;
  };
  panel.stage = make("stage", panel.root);
  panel.lanes = make("lanes", panel.stage);
  panel.plotBox = make("plot-box", panel.stage);
  panel.sections = make("sections", panel.plotBox);
  panel.shade = make("window", panel.plotBox);
  panel.links = makeLinks();
  panel.plotBox.append(panel.links.inRange);
  panel.plot = make("plot", panel.plotBox);
  panel.veils = [make("veil before", panel.plotBox), make("veil after", panel.plotBox)];
  panel.edges = makeEdges();
  panel.plotBox.append(panel.links.outOfRange, panel.edges.drawing);
  panel.breaks = make("breaks", panel.plotBox);
  panel.titles = make("titles", panel.plotBox);
  panel.titles.setAttribute("aria-hidden", "true"); // the list beside the map says the same, reachable by keyboard
  panel.badges = make("badges", panel.plotBox);
  panel.badges.setAttribute("aria-hidden", "true");
  panel.ring = make("ring", panel.plotBox);
  panel.ring.hidden = true;
  panel.tip = make("tip", panel.plotBox);
  panel.failure = element("p", "failure");
  panel.failure.setAttribute("role", "alert");
  panel.plotBox.append(panel.failure);
  panel.resize = new ResizeObserver(() => takePlotSize(panel));
  panel.resize.observe(panel.plotBox);
}

/** @param {TimePanel} panel */
function takePlotSize(panel) {
  const { plotBox } = panel;
  measureTrack(panel);
  if (!panel.isDrawn || (plotBox.clientWidth === panel.drawnWidth && plotBox.clientHeight === panel.drawnHeight)) return;
  if (panel.atlas.composed) return composeTimeline(panel);
  measurePlot(panel);
  showRangeOnTimeline(panel, panel.range.map(panel.scale.position));
  panel.plotly.relayout(panel.plot, { xaxis: axisOfWindow(panel, panel.plot.layout.xaxis), autosize: true });
  placeOverlays(panel);
  restackSoon(panel);
}

/**
 * plotly.js writes its style rules into the document's head, where a shadow root does not see them.
 * @param {TimePanel} panel
 */
function bringPlotlysStyle(panel) {
  const home = panel.root.getRootNode();
  /** @type {HTMLStyleElement | null} */
  const written = document.head.querySelector('style[id^="plotly.js-style"]');
  if (!(home instanceof ShadowRoot) || !written?.sheet || panel.isStyled) return;
  const sheet = new CSSStyleSheet();
  for (const rule of written.sheet.cssRules) sheet.insertRule(rule.cssText, sheet.cssRules.length);
  home.adoptedStyleSheets = [...home.adoptedStyleSheets, sheet];
  panel.isStyled = true;
}

/**
 * Draws the timeline of the present View: what was drawn before stays until the new one's document has come. Where that or plotly.js cannot
 * be had the panel says so, and tries again with the next step; the slider works without it.
 * @param {TimePanel} panel
 */
export async function drawTimeline(panel) {
  const { atlas, leaving } = panel;
  const nameNow = () => timelineFile(atlas.dataset, atlas.view.get());
  const name = nameNow();
  const isOvertaken = () => leaving.signal.aborted || name !== nameNow();
  panel.hasFailed = false;
  try {
    const library = loadPlotly(window.Plotly ? "" : atlas.files.url("plotly.js"));
    library.catch(() => {}); // reported below, where it is waited for
    const drawn = await timelineDocument(atlas, name, atlas.view.get().basis);
    if (isOvertaken()) return;
    panel.source = panel.document = drawn;
    followScale(panel);
    panel.plotly = await library;
    if (isOvertaken()) return;
    await drawFigure(panel);
  } catch (error) {
    if (isOvertaken()) return;
    panel.hasFailed = true;
    console.warn(error);
    if (panel.document?.name !== name) removeTimeline(panel);
  }
  panel.failure.textContent = panel.hasFailed ? atlas.words().timeline_failed : "";
}

/**
 * The panel's scale becomes that of the layers that are switched on. An end of the range that stood at the scale's end stays there.
 * @param {TimePanel} panel
 */
function followScale(panel) {
  const scale = panel.atlas.scale();
  const isSame = sameValue(scale.days, panel.scale.days) && sameValue(scale.positions, panel.scale.positions);
  if (isSame) return;
  endPlayback(panel);
  panel.scale = scale;
  panel.chapters = rangesOfChapters(panel);
  readWindow(panel);
  drawLens(panel);
  drawDensity(panel);
  showRangeOnPanel(panel);
}

/** @param {TimePanel} panel */
function removeTimeline(panel) {
  panel.source = panel.document = panel.composition = null;
  panel.parts = panel.batches = [];
  followScale(panel);
  if (!panel.isDrawn) return;
  panel.isDrawn = false;
  removeOverlays(panel);
  panel.plotly.purge(panel.plot);
}

/**
 * Stacks the timeline of a composed picture for its present range, and draws it. The panel takes the height that this needs.
 * @param {TimePanel} panel
 */
export function composeTimeline(panel) {
  if (!panel.isDrawn) return;
  delete panel.root.dataset.drawn; // no picture is taken meanwhile
  drawFigure(panel).catch((error) => reportError(error));
}

/**
 * Stacks what is in sight anew, once the window, the range or what is chosen has rested.
 * @param {TimePanel} panel
 */
export function restackSoon(panel) {
  clearTimeout(panel.restackTimer);
  const isStacked = isZoomed(panel);
  if (panel.atlas.composed || !panel.isDrawn || !(panel.composition || isStacked)) return;
  panel.restackTimer = setTimeout(() => {
    if (!panel.leaving.signal.aborted) drawFigure(panel).catch((error) => reportError(error));
  }, isStacked ? RESTACKED_AFTER_MS : 0); // what came into sight with the whole axis is missing until then
}

/** @param {TimePanel} panel */
async function drawFigure(panel) {
  const { plotly, plot, atlas } = panel;
  clearTimeout(panel.restackTimer); // what waits to be stacked is
  panel.widths.clear(); // in another language, or in a typeface that has come since
  stackMarks(panel);
  const { document } = panel;
  if (!document) return;
  bringPlotlysStyle(panel);
  const { data, layout } = figureIn(document, atlas.appearance(), panel.mirrored);
  measurePlot(panel);
  await plotly.react(plot, data, { ...layout, xaxis: axisOfWindow(panel, layout.xaxis), autosize: true }, PLOTLY_SETTINGS);
  if (panel.leaving.signal.aborted) return plotly.purge(plot);
  if (!panel.isDrawn) {
    plot.on("plotly_click", (/** @type {any} */ { points }) => selectMark(panel, points[0].customdata));
    plot.on("plotly_hover", (/** @type {any} */ { points }) => showTimelineTip(panel, points[0].customdata));
    plot.on("plotly_unhover", () => { panel.tip.hidden = true; });
    plot.on("plotly_afterplot", () => takeMarks(panel));
    panel.isDrawn = true;
    takeMarks(panel);
  }
  showRangeOnTimeline(panel, panel.range.map(panel.scale.position));
  placeOverlays(panel);
  panel.root.dataset.drawn = "yes";
  panel.root.dispatchEvent(new Event(TIMELINE_DRAWN));
}

/** @param {TimePanel} panel @param {string} id of an event; what is selected already is let go */
function selectMark(panel, id) {
  endPlayback(panel);
  panel.atlas.select(id);
}

/**
 * Takes over what Plotly has drawn.
 * @param {TimePanel} panel
 */
function takeMarks(panel) {
  panel.parts = drawnPartsOf(panel);
  batchMarks(panel);
  dimStoppedMarks(panel);
  resetEdges(panel);
  showEdges(panel);
}

/**
 * The range on the timeline: two veils and a pale shade, which is never too narrow to be seen. They are stretched, not laid out:
 * nothing under them is painted again.
 * @param {TimePanel} panel
 * @param {number[]} ends positions of the range's days
 */
export function showRangeOnTimeline(panel, ends) {
  const [from, to] = panel.window;
  const inWindow = ends.map((position) => Math.min(Math.max((position - from) / (to - from), 0), 1));
  const [start, end] = ends[0] <= to && ends[1] >= from ? atLeast(inWindow, LEAST_RANGE_PX / (panel.drawnWidth || Infinity)) : inWindow;
  panel.gap = [start, end];
  panel.veils[0].style.transform = `scaleX(${start})`;
  panel.veils[1].style.transform = `scaleX(${1 - end})`;
  panel.shade.hidden = ends[0] <= 0 && ends[1] >= 1;
  panel.shade.style.transform = `translateX(${(panel.mirrored ? -1 : 1) * start * 100}%) scaleX(${end - start})`;
  showEdges(panel);
  lightTitles(panel, ends);
  fadeLinks(panel, ends);
}
