// @ts-check
// What the map shows: who moved it, telling the View so, and following the View where others change it.

import { sameValue } from "../core/address.js";
import { arrange } from "./drawing.js";
import { isInFrame, listenToMap } from "./state.js";

/** @typedef {import("./state.js").MapState} MapState */

const RESTED_MS = 150; // a map that has not moved for so long tells the View where it is
// Room that the first fit leaves for a mark at its edges, and for a line of credits, scale or list of places. Its height is not
// measured: the first fit comes before its styles.
const MARK_PX = 14;
const LINE_PX = 28;
const NARROW_PX = 500; // as in map.css
const FARTHEST_PX = 40; // the start is moved so far at most for the sake of marks at its edges
const CLEAR_SHARE = 0.06; // what is nearer to an edge than this share of the map is not in clear sight

/** @param {MapState} state */
export function watchViewport(state) {
  const { map, viewport } = state;
  fitStart(state);
  // At the frame's edge the map moves back of itself, in a listener that now stands between these two.
  listenToMap(state, "moveend", () => { viewport.movesItself = true; });
  map.setMaxBounds(map.options.maxBounds);
  listenToMap(state, "moveend", () => {
    viewport.movesItself = false;
    arrange(state);
    publishSoon(state);
  });
  listenToMap(state, "zoomanim", () => { viewport.zooming = true; });
  listenToMap(state, "zoomend", () => { viewport.zooming = false; });
  listenToMap(state, "movestart", () => {
    if (viewport.movesItself) return;
    viewport.moved = true;
    viewport.exact = null;
  });
  listenToMap(state, "resize", () => {
    if (viewport.moved) arrange(state);
    else fitStart(state);
    publishSoon(state);
  });
}

// Moves the map in a way that is not the reader's.
/** @param {MapState} state @param {() => void} move */
function moveItself({ viewport }, move) {
  viewport.movesItself = true;
  move();
  viewport.movesItself = false;
}

// While a zoom is under way, Leaflet goes nowhere else.
/** @param {MapState} state @param {() => void} move */
function whenStill({ map, viewport, signal }, move) {
  if (viewport.zooming) map.once("moveend", () => signal.aborted || move());
  else move();
}

/** @param {MapState} state */
function hasSize({ map }) {
  const { x, y } = map.getSize();
  return x > 0 && y > 0;
}

// A slide says its credits elsewhere. On a narrow map the scale still reaches the marks, and so does the list of places beyond the frame.
/** @param {MapState} state */
function roomAround({ map }) {
  const hasCredits = map.getContainer().querySelector(".atlas-note").offsetHeight > 0;
  const isNarrow = map.getSize().x <= NARROW_PX;
  return { above: MARK_PX + (isNarrow ? LINE_PX : 0), below: MARK_PX + (hasCredits || isNarrow ? LINE_PX : 0) };
}

// Shows all of the start; for a frame that has no size yet, once it has.
/** @param {MapState} state */
function fitStart(state) {
  if (!hasSize(state)) return;
  const { above, below } = roomAround(state);
  const padding = { paddingTopLeft: [MARK_PX, above], paddingBottomRight: [MARK_PX, below] };
  moveItself(state, () => state.map.fitBounds(state.settings.start, { animate: false, ...padding }));
  moveItself(state, () => moveEdgeOffMarks(state)); // a move of its own: the end of the first one ends what is said of it
}

// Moves the map a little where its edge would cut places' marks in two, as long as all of the start stays in sight.
/** @param {MapState} state */
function moveEdgeOffMarks(state) {
  const { map, dataset, settings } = state;
  const { x: width, y: height } = map.getSize();
  const { above, below } = roomAround(state);
  const start = L.latLngBounds(settings.start);
  const [first, last] = [start.getNorthWest(), start.getSouthEast()].map((at) => map.latLngToContainerPoint(at));
  const marks = dataset.places.filter(({ at }) => at).map(({ at }) => map.latLngToContainerPoint(at));
  const across = marks.filter(({ y }) => y > 0 && y < height).map(({ x }) => x);
  const upright = marks.filter(({ x }) => x > 0 && x < width).map(({ y }) => y);
  const by = [
    leastCut(across, width, first.x - MARK_PX, last.x + MARK_PX - width),
    leastCut(upright, height, first.y - above, last.y + below - height),
  ];
  if (by[0] || by[1]) map.panBy(by, { animate: false });
}

// The shortest move along an axis, from `least` to `most`, that leaves the least of the marks across either end.
/** @param {number[]} marks @param {number} length @param {number} most @param {number} least */
function leastCut(marks, length, most, least) {
  const depth = (/** @type {number} */ at) => Math.max(0, MARK_PX + 4 - Math.min(Math.abs(at), Math.abs(at - length)));
  const cut = (/** @type {number} */ by) => marks.reduce((sum, at) => sum + depth(at - by) ** 2, 0);
  let best = 0;
  for (let px = 1; px <= FARTHEST_PX && cut(best); px += 1) {
    for (const by of [px, -px]) {
      if (by <= most && by >= least && cut(by) < cut(best)) best = by;
    }
  }
  return best;
}

/**
 * Goes where the View says, if that is not what this map has told it.
 * @param {MapState} state
 * @returns {boolean} true where the View has a camera of its own
 */
export function takeCamera(state) {
  const { map, viewport } = state;
  const { camera } = state.atlas.view.get();
  if (sameValue(camera, viewport.known)) return false;
  viewport.known = camera;
  whenStill(state, () => {
    viewport.moved = camera !== null;
    viewport.exact = camera;
    if (!camera) return fitStart(state);
    const [latitude, longitude, zoom] = camera;
    moveItself(state, () => map.setView([latitude, longitude], zoom, { animate: false }));
  });
  return camera !== null;
}

/** @param {MapState} state */
function publishSoon(state) {
  clearTimeout(state.viewport.timer);
  state.viewport.timer = setTimeout(() => publishViewport(state), RESTED_MS);
}

/**
 * Tells the View where the map stands, null as long as nobody has moved it from where it fits itself; and the atlas, what is in sight.
 * @param {MapState} state
 */
export function publishViewport(state) {
  const { viewport, atlas } = state;
  if (viewport.zooming) return publishSoon(state);
  viewport.known = viewport.moved ? viewport.exact ?? cameraNow(state) : null;
  if (!sameValue(viewport.known, atlas.view.get().camera)) atlas.view.set({ camera: viewport.known });
  atlas.setSight(eventsInSight(state));
}

// A centre to 4 decimals is exact to a tenth of a pixel at the closest zoom.
/** @param {MapState} state @returns {[number, number, number]} */
function cameraNow({ map }) {
  const { lat, lng } = map.getCenter();
  return [Number(lat.toFixed(4)), Number(lng.toFixed(4)), Number(map.getZoom().toFixed(2))];
}

// Of all events, shown or not, whether the first place lies on the part of the map that is in sight.
/** @param {MapState} state */
function eventsInSight(state) {
  const bounds = state.map.getBounds();
  const seen = state.dataset.places.map((place) => isInFrame(state, place) && bounds.contains(place.at));
  return Uint8Array.from(state.counts.place, (place) => Number(place >= 0 && seen[place]));
}

/**
 * Brings into sight what is selected. What lies beyond the frame has its button in the corner marked.
 * @param {MapState} state
 */
export function panToSelected(state) {
  const { map, atlas, dataset, counts } = state;
  const { selected } = atlas.view.get();
  const event = dataset.eventById.get(selected);
  const place = event ? dataset.places[counts.place[event.index]] : dataset.placeById.get(selected.slice("place:".length));
  if (!isInFrame(state, place) || !hasSize(state)) return;
  const size = map.getSize();
  const isClear = (/** @type {import("./state.js").Point} */ { x, y }) =>
    x > size.x * CLEAR_SHARE && x < size.x * (1 - CLEAR_SHARE) && y > size.y * CLEAR_SHARE && y < size.y * (1 - CLEAR_SHARE);
  const marker = state.markerByPlace.get(place.index);
  const points = [map.latLngToContainerPoint(place.at)];
  if (marker.shown) points.push(map.layerPointToContainerPoint([marker.point.x, marker.point.y]));
  if (points.every(isClear)) return;
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  whenStill(state, () => map.panTo(place.at, { animate: !isCalm, duration: 0.6 }));
}
