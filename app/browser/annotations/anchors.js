// @ts-check
// What annotations are anchored to: from a mark of the map or the timeline, or a point of either, to a point of the slide, and back.

import { isoOf, ordinalOf } from "../core/dates.js";
import { badgeMiddle } from "../timeline/composed_document.js";
import { alongTime, rowTop } from "../timeline/positions.js";

/** @typedef {import("../core/annotations.js").Annotation} Annotation */
/** @typedef {import("../map/state.js").MapState} MapState */
/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {{ on: string, where: string }} Anchor */
/** @typedef {{ at: Point, clear: number }} Spot `at` in px of the slide; `clear`: radius of the mark that stands there, px */
/**
 * @typedef {object} Views What of a slide can be annotated; undefined where it is left out or not drawn yet.
 * @property {() => MapState | undefined} map
 * @property {() => HTMLElement | null} mapFrame
 * @property {() => TimePanel | undefined} timePanel
 */

const NEAR_MARK_PX = 22; // a press so near to a mark means the mark
const POINT_CLEAR_PX = 4;
const TIME_MARK_CLEAR_PX = 14;
const DEGREE_DIGITS = 5;
const PER_MILLE = 1000;

/**
 * @param {Views} views
 * @param {Anchor} anchor
 * @returns {Spot | null} null for what the picture does not show
 */
export function spotOf(views, { on, where }) {
  return on === "place" || on === "map" ? mapSpot(views, on, where) : timeSpot(views, on, where);
}

/**
 * @param {Views} views
 * @param {Point} at px of the slide
 * @returns {Anchor | null} the mark at a point, or the point itself; null beside map and timeline
 */
export function anchorAt(views, at) {
  return mapAnchor(views, at) ?? timeAnchor(views, at);
}

/** @param {Views} views @param {string} on @param {string} where @returns {Spot | null} */
function mapSpot(views, on, where) {
  const state = views.map();
  const frame = boxOnSlide(views.mapFrame());
  if (!state || !frame) return null;
  const place = on === "place" ? state.dataset.placeById.get(where) : undefined;
  const marker = place && state.markerByPlace.get(place.index);
  const isMarked = marker?.shown && marker.point;
  const degrees = place?.at ?? (on === "map" ? where.split(":").map(Number) : null);
  if (!degrees) return null;
  const { x, y } = isMarked ? state.map.layerPointToContainerPoint([marker.point.x, marker.point.y]) : state.map.latLngToContainerPoint(degrees);
  if (x < 0 || y < 0 || x > frame.w || y > frame.h) return null;
  return { at: { x: frame.x + x, y: frame.y + y }, clear: (isMarked ? marker.room : 0) + POINT_CLEAR_PX };
}

/** @param {Views} views @param {Point} at @returns {Anchor | null} */
function mapAnchor(views, at) {
  const state = views.map();
  const frame = boxOnSlide(views.mapFrame());
  if (!state || !frame || !holds(frame, at)) return null;
  const [x, y] = [at.x - frame.x, at.y - frame.y];
  const shown = state.markers.filter(({ shown: is, point }) => is && point);
  const near = nearest(shown, ({ point, radius }) => {
    const seen = state.map.layerPointToContainerPoint([point.x, point.y]);
    return Math.hypot(seen.x - x, seen.y - y) - radius;
  });
  if (near) return { on: "place", where: near.place.id };
  const { lat, lng } = state.map.containerPointToLatLng([x, y]);
  return { on: "map", where: [lat, lng].map((degrees) => String(Number(degrees.toFixed(DEGREE_DIGITS)))).join(":") };
}

/** @param {Views} views @param {string} on @param {string} where @returns {Spot | null} */
function timeSpot(views, on, where) {
  const panel = views.timePanel();
  const box = boxOnSlide(panel?.plotBox);
  if (!panel?.document || !panel.isDrawn || !box) return null;
  const { window: [start, end], mirrored, drawnWidth } = panel;
  let [x, y, clear] = [-1, 0, POINT_CLEAR_PX];
  if (on === "event") {
    const mark = panel.document.markById.get(where);
    if (!mark || mark.x0 > end || mark.x1 < start) return null;
    const [first, last] = [alongTime(panel, mark.x0), alongTime(panel, mark.x1)];
    const isNumbered = panel.atlas.captions().includes(mark.event.index);
    x = isNumbered ? badgeMiddle(mark, first, last, drawnWidth) : (Math.max(first, 0) + Math.min(last, drawnWidth)) / 2;
    [y, clear] = [rowTop(panel, mark.row), TIME_MARK_CLEAR_PX];
  } else {
    const [day, height] = where.split(":");
    x = alongTime(panel, panel.scale.position(ordinalOf(day) ?? 0));
    y = (Number(height) / PER_MILLE) * box.h;
  }
  if (x < 0 || x > drawnWidth) return null;
  return { at: { x: box.x + (mirrored ? drawnWidth - x : x), y: box.y + y }, clear };
}

/** @param {Views} views @param {Point} at @returns {Anchor | null} */
function timeAnchor(views, at) {
  const panel = views.timePanel();
  const box = boxOnSlide(panel?.plotBox);
  if (!panel?.document || !panel.isDrawn || !box || !holds(box, at)) return null;
  const marks = panel.document.marks.filter(({ event }) => timeSpot(views, "event", event.id));
  const near = nearest(marks, ({ event }) => {
    const spot = timeSpot(views, "event", event.id);
    return spot ? Math.hypot(spot.at.x - at.x, spot.at.y - at.y) - TIME_MARK_CLEAR_PX / 2 : Infinity;
  });
  if (near) return { on: "event", where: near.event.id };
  const { window: [start, end], mirrored, scale } = panel;
  const share = (at.x - box.x) / box.w;
  const day = scale.day(start + (mirrored ? 1 - share : share) * (end - start));
  return { on: "time", where: `${isoOf(day)}:${Math.round(((at.y - box.y) / box.h) * PER_MILLE)}` };
}

/**
 * @template T
 * @param {readonly T[]} marks
 * @param {(mark: T) => number} distanceOf px
 * @returns {T | undefined} the nearest that a press means
 */
function nearest(marks, distanceOf) {
  const measured = marks.map((mark) => ({ mark, distance: distanceOf(mark) })).filter(({ distance }) => distance <= NEAR_MARK_PX);
  return measured.sort((a, b) => a.distance - b.distance)[0]?.mark;
}

/** @param {Element | null | undefined} part @returns {import("./geometry.js").Box | null} px of the slide, which may be shown larger or smaller */
function boxOnSlide(part) {
  if (!part) return null;
  const { left, top, right, bottom } = part.getBoundingClientRect();
  const [{ x, y }, end] = [slidePoint(left, top), slidePoint(right, bottom)];
  return right > left ? { x, y, w: end.x - x, h: end.y - y } : null;
}

/**
 * @param {number} clientX px of the window
 * @param {number} clientY the same
 * @returns {Point} px of the slide, which may be shown larger or smaller
 */
export function slidePoint(clientX, clientY) {
  const { x, y, width } = document.body.getBoundingClientRect();
  const scale = width / document.body.offsetWidth || 1;
  return { x: (clientX - x) / scale, y: (clientY - y) / scale };
}

/** @param {import("./geometry.js").Box} box @param {Point} at */
function holds({ x, y, w, h }, at) {
  return at.x >= x && at.y >= y && at.x <= x + w && at.y <= y + h;
}
