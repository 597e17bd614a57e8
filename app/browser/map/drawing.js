// @ts-check
// The map's picture of one instance of the atlas: made once, then changed in each frame by what has changed in the View.

import { speak } from "../core/direction.js";
import { dressDocument } from "../core/theme.js";
import { drawBase, recolourBase } from "./base_layer.js";
import { placeCaptionBadges } from "./caption_badges.js";
import { addControls } from "./controls.js";
import { applyRouteFilter, countShown, makeCounts } from "./counts.js";
import { makeCrossings, updateCrossings } from "./crossings.js";
import { declutterMarkers } from "./declutter.js";
import { makeEdgeChips, measureRoomAnew, updateEdgeChips } from "./edge_chips.js";
import { drawFlows } from "./journeys.js";
import { listenToMapKeys } from "./keyboard.js";
import { placeLabels } from "./labels/points.js";
import { makeMarkers, updateMarkers } from "./markers.js";
import { makeRoutes, updateRoutes } from "./routes.js";
import { makeState, pane } from "./state.js";
import { makeTiles } from "./tiles.js";
import { keepTooltipsInside } from "./tooltips.js";
import { fitSubject, followSubject, panToSelected, publishViewport, takeCamera, watchViewport } from "./viewport.js";

/** @typedef {import("../core/atlas.js").Change} Change */
/** @typedef {import("./state.js").MapState} MapState */

const RESTS_MS = 100; // a range that has not moved for so long rests
const UNSETTLED_MS = 500; // in a drag without rest, names follow the markers after so long
/** Stacking order of the panes; the keyboard goes through them in the order of this list. */
const PANES = { discs: 300, routes: 310, journeys: 320, labels: 620, places: 610, crossings: 608 };

/**
 * @param {any} map Leaflet's
 * @param {import("../core/atlas.js").Atlas} atlas
 * @param {AbortSignal} signal
 */
export function drawInstance(map, atlas, signal) {
  const state = makeState(map, atlas, signal);
  window.atlasMap = state;
  for (const [name, zIndex] of Object.entries(PANES)) pane(state, name, zIndex);
  pane(state, "labels", PANES.labels).style.pointerEvents = "none";
  dressDocument(document, atlas, signal);
  speak(document.documentElement, atlas.language());
  state.counts = makeCounts(state);
  makeTiles(state);
  drawBase(state);
  makeMarkers(state);
  makeCrossings(state);
  makeRoutes(state);
  addControls(state);
  makeEdgeChips(state);
  watchViewport(state);
  keepTooltipsInside(state);
  listenToMapKeys(state);
  signal.addEventListener("abort", () => clear(state));
  atlas.subscribe((change) => takeChange(state, change), signal);
  followButtons(state);
}

// Styles may come after the first drawing, and buttons may come and go: chips have another room then.
/** @param {MapState} state */
function followButtons(state) {
  const resize = new ResizeObserver(() => {
    measureRoomAnew(state);
    if (updateEdgeChips(state)) settleSoon(state);
  });
  for (const corner of state.map.getContainer().querySelectorAll(".leaflet-top")) resize.observe(corner);
  state.signal.addEventListener("abort", () => resize.disconnect());
}

/** @param {MapState} state */
function clear({ map, controls, settling, viewport }) {
  clearTimeout(settling);
  clearTimeout(viewport.timer);
  for (const control of controls) control.remove();
  map.eachLayer((/** @type {any} */ layer) => layer.remove());
  delete document.documentElement.dataset.base;
  delete document.documentElement.dataset.world;
  delete document.documentElement.dataset.shown;
}

/** @param {MapState} state @param {Change} change */
function takeChange(state, { view, changed, range, first, filtered, ranged, dressed, fit, isStep, recomposed }) {
  const isRedrawn = dressed && !first;
  if (isRedrawn) {
    speak(document.documentElement, state.atlas.language());
    recolourBase(state);
    addControls(state);
  }
  if (recomposed && !first) followSubject(state);
  const cameraTaken = takeCamera(state);
  if (fit) fitSubject(state, isStep);
  if (filtered) applyRouteFilter(state);
  if (ranged) {
    state.range = range;
    countShown(state);
  }
  if (ranged || dressed || changed("selected")) drawShown(state, dressed);
  if (dressed) settle(state);
  if (view.selected && changed("selected") && !cameraTaken && !fit) panToSelected(state);
  if (first) publishViewport(state);
}

/**
 * Draws what is shown: only what has changed, or all of it.
 * @param {MapState} state
 * @param {boolean} isAll
 */
export function drawShown(state, isAll = false) {
  const { changed, crowded } = updateMarkers(state, isAll);
  if (crowded) declutterMarkers(state);
  const chipsChanged = updateEdgeChips(state);
  drawFlows(state);
  const routesChanged = updateRoutes(state);
  updateCrossings(state);
  if (changed || crowded) placeCaptionBadges(state);
  if (changed || chipsChanged || routesChanged) settleSoon(state);
  document.documentElement.dataset.shown = String(state.counts.total);
}

/**
 * Draws all that depends on where things lie on the screen: after a move, a zoom or a change of size.
 * @param {MapState} state
 */
export function arrange(state) {
  declutterMarkers(state);
  drawFlows(state);
  updateEdgeChips(state);
  placeCaptionBadges(state);
  settle(state);
}

// Names, and room for what has grown a little: not for each range of a drag, but once it rests, or twice a second.
/** @param {MapState} state */
function settleSoon(state) {
  const now = performance.now();
  state.unsettledSince ||= now;
  clearTimeout(state.settling);
  state.settling = setTimeout(() => settle(state), Math.max(0, Math.min(RESTS_MS, state.unsettledSince + UNSETTLED_MS - now)));
}

/**
 * Gives markers that have grown their room, and places all names.
 * @param {MapState} state
 */
export function settle(state) {
  clearTimeout(state.settling);
  state.settling = state.unsettledSince = 0;
  if (state.markers.some(({ shown, radius, roomFor }) => shown && radius !== roomFor)) {
    declutterMarkers(state);
    drawFlows(state);
  }
  placeLabels(state);
}
