// @ts-check
// Names of places, areas and lines, placed so that none covers another, a marker or a control.

import { setText } from "../../core/direction.js";
import { boxWithCaptions, captionsByPlace } from "../caption_badges.js";
import { crossingBox } from "../crossings.js";
import { markerBox } from "../declutter.js";
import { chipBoxes } from "../edge_chips.js";
import { subjectPlaceIndices } from "../framing.js";
import { BADGE_PX } from "../journeys.js";
import { inLanguage } from "../state.js";
import { countryLabels, placeCountryNames } from "./areas.js";
import { lineLabels, placeLineNames } from "./lines.js";
import { chosenSpots } from "./spots.js";

/** @typedef {import("../state.js").Box} Box */
/** @typedef {import("../state.js").Label} Label */
/** @typedef {import("../state.js").MapState} MapState */
/** @typedef {import("../state.js").Marker} Marker */
/** @typedef {import("../state.js").Point} Point */
/** @typedef {import("./spots.js").PointLabel} PointLabel */
/** @typedef {import("./spots.js").SpotOfName} SpotOfName */

/**
 * Places all labels anew for the present zoom, markers and language. Greedy: weightier names choose first.
 * @param {MapState} state
 */
export function placeLabels(state) {
  const { map } = state;
  const size = map.getSize();
  const offset = map.layerPointToContainerPoint([0, 0]);
  const captions = captionsByPlace(state);
  const marks = [
    ...state.markers.filter(({ shown }) => shown).map((marker) => boxWithCaptions(markerBox(marker, offset), captions.get(marker.place.index))),
    ...state.crossings.filter(({ element }) => !element.hidden).map((crossing) => crossingBox(crossing, offset)),
    ...state.arrowHeads.map((tip) => squareAround(tip, offset, 8)),
    ...state.badges.map((badge) => squareAround(badge, offset, BADGE_PX)),
  ];
  const lines = state.arrowLines.map((point) => squareAround(point, offset, 5));
  const taken = [...marks, ...controlBoxes(map), ...chipBoxes(state)];
  const unused = new Set(state.labels.keys());
  const put = (/** @type {Label} */ label, /** @type {SpotOfName} */ spot) => {
    taken.push(...(spot.parts ?? [spot]));
    unused.delete(label.key);
    showLabel(state, label, spot);
  };
  const points = pointLabels(state, { marks, captions }, offset);
  const hasBaseNames = state.geography !== null && !state.tiles.on; // the network's map names them itself
  const countries = hasBaseNames ? countryLabels(state) : [];
  const courses = lineLabels(state, hasBaseNames);
  measureLabels(state, [...points, ...countries, ...courses]);
  for (const [label, spot] of chosenSpots(state, points, { taken, lines, marks }, size)) put(label, spot);
  placeCountryNames(state, countries, { taken, lines }, size, put);
  placeLineNames(state, courses, taken, size, put);
  for (const key of unused) dropLabel(state, key);
}

/** @param {any} map @returns {Box[]} px */
export function controlBoxes(map) {
  const boxes = [...map.getContainer().querySelectorAll(".leaflet-control")].map((control) => control.getBoundingClientRect());
  return boxes.filter(({ width }) => width).map(({ left, top, width, height }) => ({ x: left, y: top, w: width, h: height }));
}

// Names of the markers shown, whose boxes are the first of `marks`, and of crossings without a marker; the weightiest first.
/** @param {MapState} state @param {{ marks: Box[], captions: Map<number, number[]> }} shown @param {Point} offset @returns {PointLabel[]} */
function pointLabels(state, { marks, captions }, offset) {
  const about = subjectPlaceIndices(state.dataset, state.atlas.subject()); // names go first to these
  const ofMarkers = state.markers.filter(({ shown }) => shown).map((marker, index) => ({
    key: marker.place.id,
    beside: marks[index],
    text: inLanguage(state, marker.place.name),
    classes: labelClasses(marker),
    weight: marker.place.rank * 100 - marker.count + (marker.place.area ? 150 : 0) + (about.has(marker.place.index) ? 0 : 1000) - (marker.selected ? 5000 : captions.has(marker.place.index) ? 2000 : 0),
    must: state.atlas.composed && !marker.isContext,
  }));
  const ofCrossings = state.crossings.filter(({ place, element }) => !element.hidden && !state.markerByPlace.get(place.index)?.shown).map((crossing) => ({
    key: crossing.place.id,
    beside: crossingBox(crossing, offset),
    text: inLanguage(state, crossing.place.name),
    classes: ["atlas-label", "rank3", ...(state.atlas.composed && !about.has(crossing.place.index) ? ["context"] : [])],
    weight: 300,
    must: state.atlas.composed && about.has(crossing.place.index),
  }));
  return [...ofMarkers, ...ofCrossings].sort((a, b) => a.weight - b.weight);
}

/** @param {Point} point @param {Point} offset @param {number} side @returns {Box} */
function squareAround({ x, y }, offset, side) {
  return { x: x + offset.x - side / 2, y: y + offset.y - side / 2, w: side, h: side };
}

/** @param {Marker} marker */
function labelClasses(marker) {
  const classes = ["atlas-label", `rank${marker.place.rank}`];
  if (marker.place.area) classes.push("area");
  if (marker.count >= 3) classes.push("weighty");
  if (marker.isContext) classes.push("context");
  return classes;
}

// A label that stays as it is, is not touched.
/** @param {MapState} state @param {Label} label @param {SpotOfName} spot */
function showLabel(state, { key, text, classes, angle = 0 }, { x, y, leader }) {
  const at = state.map.containerPointToLatLng([x, y]);
  const className = classes.join(" ");
  const label = state.labels.get(key);
  if (label?.text === text && label.className === className && label.angle === angle && !label.leader && !leader) {
    if (!label.layer.getLatLng().equals(at, 1e-9)) label.layer.setLatLng(at);
    return;
  }
  dropLabel(state, key);
  const element = document.createElement("div");
  element.className = className;
  setText(element, text);
  if (angle) element.style.rotate = `${angle}rad`;
  const icon = L.divIcon({ html: element, className: "", iconSize: null });
  const layer = L.marker(at, { icon, interactive: false, keyboard: false, pane: "labels" }).addTo(state.map);
  state.labels.set(key, { layer, text, className, angle, leader: leader ? leaderLine(state, leader) : null });
}

/**
 * @param {MapState} state
 * @param {string} key
 */
export function dropLabel({ labels }, key) {
  const label = labels.get(key);
  label?.layer.remove();
  label?.leader?.remove();
  labels.delete(key);
}

// From a mark to a name that found no room beside it.
/** @param {MapState} state @param {[Point, Point]} line */
function leaderLine({ map, atlas }, line) {
  const points = line.map(({ x, y }) => map.containerPointToLatLng([x, y]));
  return L.polyline(points, { pane: "discs", weight: 1, color: atlas.palette().text, interactive: false }).addTo(map);
}

// Sizes are measured once a text and style, off screen, and all at once: each look at a size lays the page out anew.
/** @param {MapState} state @param {Label[]} labels */
function measureLabels({ map, measured }, labels) {
  /** @type {Map<string, HTMLElement>} */
  const probes = new Map();
  for (const { text, classes } of labels) {
    const key = `${classes.join(" ")}|${text}`;
    if (measured.has(key) || probes.has(key)) continue;
    const probe = document.createElement("div");
    probe.className = classes.join(" ");
    setText(probe, text);
    probe.style.cssText = "position:absolute;visibility:hidden;left:0;top:0";
    probes.set(key, probe);
  }
  map.getContainer().append(...probes.values());
  for (const [key, { offsetWidth: w, offsetHeight: h }] of probes) measured.set(key, { w, h });
  for (const probe of probes.values()) probe.remove();
}

/**
 * @param {MapState} state
 * @param {Label} label
 */
export function labelSize({ measured }, { text, classes }) {
  return measured.get(`${classes.join(" ")}|${text}`) ?? { w: 0, h: 0 };
}
