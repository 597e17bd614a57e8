// @ts-check
// What the map shows: who moved it, telling the View so, and following the View where others change it.

import { sameValue } from "../core/address.js";
import { placeSelected, subjectOf } from "../core/subject.js";
import { captionsByPlace } from "./caption_badges.js";
import { arrange } from "./drawing.js";
import { cameraOfSubject, subjectPlaces } from "./framing.js";
import { fitStart, MARK_PX } from "./start_view.js";
import { isInFrame, listenToMap } from "./state.js";

/** @typedef {import("./state.js").MapState} MapState */

const RESTED_MS = 150; // a map that has not moved for so long tells the View where it is
/** Room for names beside the marks at the sides: those of a composed picture are larger. */
const NAME_PX = { own: 60, composed: 84 };
/** Above and below: chips of places beyond the edge, which in a composed picture keep clear of marks. */
const CHIP_PX = { own: 34, composed: 14 };
const EDGES_MOST = 0.32; // of the map's width and height, for the room at both edges together
const CLEAR_SHARE = 0.06; // what is nearer to an edge than this share of the map is not in clear sight

/** @param {MapState} state */
export function watchViewport(state) {
  const { map, viewport } = state;
  fitItself(state);
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
    else fitItself(state);
    publishSoon(state);
  });
}

/**
 * Moves the map in a way that is not the reader's.
 * @param {MapState} state
 * @param {() => void} move
 */
export function moveItself({ viewport }, move) {
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

/**
 * @param {MapState} state
 * @returns {boolean} false for a frame that has no size yet
 */
export function hasSize({ map }) {
  const { x, y } = map.getSize();
  return x > 0 && y > 0;
}

// Where the map stands as long as neither a reader nor the View says otherwise.
/** @param {MapState} state */
function fitItself(state) {
  const { atlas } = state;
  const camera = atlas.composed && hasSize(state) ? subjectCamera(state, atlas.subject()) : null;
  if (camera) goTo(state, camera);
  else fitStart(state);
}

/** @param {MapState} state @param {[number, number, number]} camera @param {boolean} animate */
function goTo(state, [latitude, longitude, zoom], animate = false) {
  const { map, atlas } = state;
  moveItself(state, () => map.setView([latitude, longitude], zoom, { animate, reset: atlas.composed }));
  // A composed picture is drawn anew, so that it is the same to the pixel whatever was in sight before. Leaflet's renderers then stand
  // between two pixels until the next move ends.
  if (atlas.composed) moveItself(state, () => map.fire("moveend"));
}

/** @param {MapState} state @param {Uint8Array} subject by event @returns {[number, number, number] | null} null where no place of the subject is known */
function subjectCamera(state, subject) {
  const { map, atlas, dataset } = state;
  const size = map.getSize();
  const capped = (/** @type {number} */ px, /** @type {number} */ length) => Math.min(px, (length * EDGES_MOST) / 2);
  const kind = atlas.composed ? "composed" : "own";
  const across = capped(MARK_PX + NAME_PX[kind], size.x);
  const upright = capped(MARK_PX + CHIP_PX[kind], size.y);
  const numbered = captionsByPlace(state);
  const places = subjectPlaces(dataset, subject).map((each) => ({ ...each, isNumbered: numbered.has(each.place.index) }));
  return cameraOfSubject(places, size, { left: across, right: across, top: upright, bottom: upright });
}

/**
 * Shows what the picture is about: on Explore what the range is about, whatever is selected, for good, and as a step where the reader asks
 * for it; in a composed picture until that has another subject.
 * @param {MapState} state
 * @param {boolean} isStep
 */
export function fitSubject(state, isStep = false) {
  const { atlas, dataset, viewport } = state;
  const subject = atlas.composed ? atlas.subject() : subjectOf(dataset, atlas.visibility, { ...atlas.view.get(), selected: "" });
  const camera = hasSize(state) ? subjectCamera(state, subject) : null;
  if (!camera) return;
  whenStill(state, () => {
    viewport.moved = !atlas.composed;
    viewport.exact = viewport.known = atlas.composed ? null : camera;
    goTo(state, camera, isStep && !isCalm());
    atlas.view.set({ camera: viewport.known }, { step: isStep });
  });
}

/**
 * Brings the new subject of a composed picture into sight, unless its reader has moved the map.
 * @param {MapState} state
 */
export function followSubject(state) {
  const { atlas, viewport } = state;
  if (atlas.composed && !viewport.moved) whenStill(state, () => fitItself(state));
}

function isCalm() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * Goes where the View says, if that is not what this map has told it.
 * @param {MapState} state
 * @returns {boolean} true where the View has a camera of its own
 */
export function takeCamera(state) {
  const { viewport } = state;
  const { camera } = state.atlas.view.get();
  if (sameValue(camera, viewport.known)) return false;
  viewport.known = camera;
  whenStill(state, () => {
    viewport.moved = camera !== null;
    viewport.exact = camera;
    if (camera) goTo(state, camera);
    else fitItself(state);
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
 * Brings into sight what is selected. What lies far from the region has its chip marked: one place would not be worth losing all others.
 * @param {MapState} state
 */
export function panToSelected(state) {
  const { map, atlas, dataset, counts, settings } = state;
  const { selected } = atlas.view.get();
  const event = dataset.eventById.get(selected);
  const place = event ? dataset.places[counts.place[event.index]] : placeSelected(dataset, selected);
  if (!place?.at || !L.latLngBounds(settings.region).contains(place.at) || !hasSize(state)) return;
  const size = map.getSize();
  const isClear = (/** @type {import("./state.js").Point} */ { x, y }) =>
    x > size.x * CLEAR_SHARE && x < size.x * (1 - CLEAR_SHARE) && y > size.y * CLEAR_SHARE && y < size.y * (1 - CLEAR_SHARE);
  const marker = state.markerByPlace.get(place.index);
  const points = [map.latLngToContainerPoint(place.at)];
  if (marker?.shown) points.push(map.layerPointToContainerPoint([marker.point.x, marker.point.y]));
  if (points.every(isClear)) return;
  const pan = () => map.panTo(place.at, { animate: !isCalm(), duration: 0.6 });
  whenStill(state, () => (atlas.composed ? moveItself(state, pan) : pan()));
}

/**
 * Goes where these points are in sight, as the reader who has pressed for it: near one point, or as far away as shows all.
 * @param {MapState} state
 * @param {[number, number][]} points degrees north and east
 */
export function goNear(state, points) {
  const { map } = state;
  const how = { animate: !isCalm(), duration: 0.6 };
  whenStill(state, () => {
    if (points.length === 1) map.setView(points[0], map.getZoom(), how);
    else map.fitBounds(points, { ...how, padding: [MARK_PX * 4, MARK_PX * 4], maxZoom: map.getZoom() });
  });
}
