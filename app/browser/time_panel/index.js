// @ts-check
// The time panel: timeline and slider on one scale. It shows what the store has, and tells the store what the reader does.

import { sameValue } from "../core/address.js";
import { speak } from "../core/direction.js";
import { buildDateFields, dropTypedDays, labelDateFields, showRangeInFields } from "../slider/date_fields.js";
import { buildDensity, drawDensity } from "../slider/density.js";
import { listenToStepKeys } from "../slider/keyboard.js";
import { buildPlayback, endPlayback, labelPlayback } from "../slider/playback.js";
import { buildPresets, labelPresets, rangesOfChapters, showPreset } from "../slider/presets.js";
import { buildSlider, labelSlider, showRangeOnSlider } from "../slider/slider.js";
import { placeLinks } from "../timeline/date_links.js";
import { dimStoppedMarks } from "../timeline/dimming.js";
import { showEdges } from "../timeline/edges.js";
import { placeRing } from "../timeline/overlays.js";
import { placeTitles } from "../timeline/titles.js";
import { buildTimeline, composeTimeline, drawTimeline, restackSoon, showRangeOnTimeline } from "../timeline/timeline.js";
import { bringIntoView, buildZoom, drawLens, drawWindow, labelZoom, readWindow } from "../timeline/zoom.js";
import { element } from "../core/dom.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/atlas.js").Change} Change */
/** @typedef {readonly [number, number]} Range first and last day, both included */
/** @typedef {{ id: string, title: Record<string, string>, range: [number, number] }} Chapter */
/**
 * @typedef {object} TypeSizes
 * @property {number} title_px type of the titles
 * @property {number} line_px height of a title's line
 * @property {number} tick_px type along the axis
 * @property {number} small_px type of sections and breaks
 * @property {number} lane_px from one lane's name to the next, Arabic letters above and below the line included
 */
/**
 * @typedef {object} TimePanel Elements are named as their classes are.
 * @property {HTMLElement} root
 * @property {Atlas} atlas
 * @property {AbortController} leaving aborted when the panel ends
 * @property {import("../core/dataset.js").Scale} scale that of the figure, which follows the layers once its document has come
 * @property {Range} range
 * @property {Chapter[]} chapters their ranges within the scale
 * @property {boolean} mirrored time runs from right to left
 * @property {string} family typeface, for measuring words
 *
 * @property {HTMLElement} controls
 * @property {HTMLElement} track
 * @property {HTMLElement} density
 * @property {HTMLElement} fill the range between the thumbs
 * @property {HTMLInputElement[]} thumbs
 * @property {number} trackWidth px
 * @property {number} thumbWidth px
 * @property {ReturnType<typeof setTimeout> | undefined} keyTimer runs while a thumb is moved by keys
 * @property {import("../slider/date_fields.js").DateField[]} dateFields
 * @property {HTMLElement} complaint
 * @property {HTMLButtonElement} whole
 * @property {HTMLSelectElement} presets
 * @property {HTMLElement} transport
 * @property {HTMLButtonElement} previous
 * @property {HTMLButtonElement} playButton
 * @property {HTMLButtonElement} next
 * @property {HTMLSelectElement} modes
 * @property {HTMLSelectElement} speeds
 * @property {string} mode
 * @property {string} speed
 * @property {import("../slider/playback.js").Playback | null} playback null while nothing plays
 *
 * @property {any} plotly the library, once it has come
 * @property {any} plot Plotly's element
 * @property {TypeSizes} sizes
 * @property {import("../timeline/document.js").TimelineDocument | null} source as it was sent
 * @property {import("../timeline/document.js").TimelineDocument | null} document what is drawn
 * @property {import("../timeline/composition.js").Composition | null} composition how its marks are stacked on a composed picture, and from nearer; null elsewhere
 * @property {boolean} isDrawn
 * @property {boolean} hasFailed the timeline could not be drawn; the next step tries again
 * @property {boolean} isStyled Plotly's style rules are in the shadow root
 * @property {number} drawnWidth px
 * @property {number} drawnHeight px
 * @property {ResizeObserver} resize
 * @property {HTMLElement} stage
 * @property {HTMLElement} lanes
 * @property {HTMLElement} plotBox
 * @property {HTMLElement} sections
 * @property {HTMLElement} shade the range behind the marks
 * @property {HTMLElement[]} veils over what lies before and after the range
 * @property {[number, number]} gap between the veils, as shares of the plot's width
 * @property {import("../timeline/date_links.js").Links} links
 * @property {import("../timeline/edges.js").Edges} edges
 * @property {HTMLElement} breaks
 * @property {HTMLElement} titles
 * @property {import("../timeline/titles.js").Titled[]} titled
 * @property {import("../timeline/titles.js").Ground | null} ground
 * @property {Map<string, number>} widths of titles, px
 * @property {HTMLElement} badges
 * @property {CanvasRenderingContext2D} canvas measures words
 * @property {HTMLElement} ring
 * @property {HTMLElement} tip
 * @property {HTMLElement} failure
 * @property {import("../timeline/dimming.js").Part[]} parts what Plotly has drawn
 * @property {import("../timeline/mark_batching.js").Batch[]} batches empty where Plotly's own elements are in sight
 *
 * @property {[number, number]} window positions between which the timeline shows the scale; [0, 1] is all of it
 * @property {[number, number] | null} toldWindow the same in whole days, as the store last had it from here or elsewhere
 * @property {boolean} isWindowStale the window has moved since it was drawn
 * @property {ReturnType<typeof setTimeout> | undefined} wheelTimer runs while the wheel turns
 * @property {ReturnType<typeof setTimeout> | undefined} restackTimer runs until what is in sight is stacked anew
 * @property {HTMLElement} lens the window on the slider
 * @property {HTMLElement} zooms
 * @property {HTMLElement} [span] beside the slider of a composed picture, the years of the whole axis
 */

/** @type {TypeSizes} */
const SCREEN_SIZES = { title_px: 11, line_px: 14, tick_px: 11, small_px: 10, lane_px: 15 };
/** @type {TypeSizes} Read from ten metres: a slide is laid out at two thirds of 1920x1080. */
const COMPOSED_SIZES = { title_px: 16, line_px: 20, tick_px: 16, small_px: 16, lane_px: 20 };

/**
 * @param {HTMLElement} root
 * @param {Atlas} atlas
 * @returns {{ end: () => void, panel: TimePanel }}
 */
export function makeTimePanel(root, atlas) {
  root.className = atlas.composed ? "time-panel composed" : "time-panel";
  root.replaceChildren();
  const panel = /** @type {TimePanel} */ (/** @type {unknown} */ ({ // the parts that are built below are missing yet
    root,
    atlas,
    leaving: new AbortController(),
    scale: atlas.scale(),
    range: atlas.range(),
    window: [0, 1],
    toldWindow: null,
    playback: null,
    sizes: atlas.composed ? COMPOSED_SIZES : SCREEN_SIZES,
    source: null,
    document: null,
    composition: null,
    gap: [0, 1],
    parts: [],
    batches: [],
    titled: [],
    widths: new Map(),
    canvas: document.createElement("canvas").getContext("2d"),
  }));
  panel.chapters = rangesOfChapters(panel);
  buildTimeline(panel);
  buildPlayback(panel);
  buildSlider(panel);
  buildDensity(panel);
  buildZoom(panel);
  panel.controls = element("div", "controls");
  buildDateFields(panel);
  buildPresets(panel);
  panel.controls.append(panel.modes, panel.speeds);
  root.append(panel.controls);
  listenToStepKeys(panel);
  atlas.subscribe((change) => takeTimeChange(panel, change), panel.leaving.signal);
  return { end: () => endTimePanel(panel), panel };
}

/** @param {TimePanel} panel */
function endTimePanel(panel) {
  panel.leaving.abort();
  panel.resize.disconnect();
  endPlayback(panel);
  clearTimeout(panel.keyTimer);
  clearTimeout(panel.wheelTimer);
  clearTimeout(panel.restackTimer);
  if (panel.isDrawn) panel.plotly.purge(panel.plot);
}

/** @param {TimePanel} panel @param {Change} change */
function takeTimeChange(panel, change) {
  const { atlas } = panel;
  const { view, first, filtered, ranged, dressed, isStep, recomposed } = change;
  const selects = change.changed("selected");
  takeRangeOfView(panel, change);
  if (dressed) dressTimePanel(panel);
  if (first || change.changed("language")) labelTimePanel(panel);
  if (filtered) drawDensity(panel);
  if (first || (change.changed("window") && !sameValue(view.window, panel.toldWindow))) readWindow(panel);
  if (selects && isStep && !atlas.composed) bringIntoView(panel, view.selected);
  const isRecomposed = atlas.composed && !first && recomposed;
  if (isRecomposed) readWindow(panel);
  const wasStale = panel.isWindowStale;
  if (wasStale && !isRecomposed) drawWindow(panel);
  else if (filtered) showFilteredMarks(panel);
  else if (selects || recomposed) showSelectedMark(panel); // names go to the subject first
  if (wasStale || filtered || selects || (ranged && !change.isMoving)) restackSoon(panel);
  if (ranged || dressed) showRangeOnPanel(panel);
  if (isRecomposed) {
    drawLens(panel);
    composeTimeline(panel);
  }
  if (dressed || change.changed("basis", "layers") || (panel.hasFailed && isStep)) drawTimeline(panel);
}

/**
 * A range from elsewhere, or another step of the reader's, ends what plays. Filters do not: what plays is then seen through them.
 * @param {TimePanel} panel
 * @param {Change} change
 */
function takeRangeOfView(panel, { range, isStep, filtered, dressed }) {
  const isFromElsewhere = !sameValue(range, panel.range);
  if (isFromElsewhere) {
    dropTypedDays(panel);
    panel.range = range;
  }
  if (isFromElsewhere || (isStep && !filtered && !dressed && !panel.playback?.isFresh)) endPlayback(panel);
}

/** @param {TimePanel} panel */
function dressTimePanel(panel) {
  const language = panel.atlas.language();
  speak(panel.root, language);
  panel.mirrored = language.direction === "rtl";
  panel.family = getComputedStyle(panel.root).fontFamily;
}

/** @param {TimePanel} panel */
function labelTimePanel(panel) {
  panel.root.setAttribute("aria-label", panel.atlas.words().time_panel);
  for (const label of [labelSlider, labelPlayback, labelDateFields, labelPresets, labelZoom]) label(panel);
}

/**
 * The range everywhere on the panel, as often as it moves.
 * @param {TimePanel} panel
 */
export function showRangeOnPanel(panel) {
  const ends = panel.range.map(panel.scale.position);
  showRangeOnSlider(panel, ends);
  showRangeOnTimeline(panel, ends);
  showRangeInFields(panel);
  showPreset(panel);
}

/** @param {TimePanel} panel */
function showFilteredMarks(panel) {
  if (!panel.isDrawn) return;
  dimStoppedMarks(panel);
  placeLinks(panel);
  placeTitles(panel);
  placeRing(panel);
  showEdges(panel);
}

/** @param {TimePanel} panel */
function showSelectedMark(panel) {
  if (!panel.isDrawn) return;
  placeTitles(panel);
  placeRing(panel);
}
