// @ts-check
// Names along a line: rivers along their course, corridors along their way, each turned as its line runs there.

import { routeInWords } from "../routes.js";
import { inLanguage } from "../state.js";
import { boxesOverlap } from "../boxes.js";
import { labelSize } from "./points.js";

/** @typedef {import("../state.js").Box} Box */
/** @typedef {import("../state.js").Label} Label */
/** @typedef {import("../state.js").MapState} MapState */
/** @typedef {import("../state.js").Point} Point */
/** @typedef {Box & { angle: number, parts: Box[], cost: number }} LineSpot */
/** @typedef {{ view?: string, spots?: Map<string, LineSpot[]> }} SpotCache what is named, with the spots found for it */
/** @typedef {Label & { source: SpotCache, lines: number[][][] }} LineLabel */

const STEP_PX = 12; // how far apart spots are tried
const BEND_PX = 7; // how far a line may leave the straight under its name
const ABOVE_PX = 2; // between a line and the foot of its name

/**
 * Rivers of the base map, all parts of each under one name, and the corridors that are drawn now; these with shorter words to be used
 * where the longer find no room.
 * @param {MapState} state
 * @param {boolean} withRivers
 * @returns {LineLabel[]}
 */
export function lineLabels(state, withRivers) {
  const { settings, geography } = state;
  if (withRivers) state.rivers ??= settings.rivers.map((/** @type {any} */ { parts, name }, /** @type {number} */ index) => ({
    key: `river ${index}`,
    name,
    lines: (geography ?? []).filter(({ properties }) => properties.layer === "river" && parts.includes(properties.name)).flatMap(linesOf),
  }));
  const rivers = (withRivers && state.rivers ? state.rivers : []).map((river) => {
    return { ...river, source: river, text: inLanguage(state, river.name), classes: ["atlas-label", "along", "river"] };
  });
  const corridors = state.routes.filter(({ shown }) => shown).flatMap((drawn) => {
    const { id, name, points } = drawn.route;
    const texts = [routeInWords(state, drawn.route, inLanguage(state, name)), routeInWords(state, drawn.route), state.atlas.words().schematic];
    const lines = [points.map((/** @type {number[]} */ [lat, lon]) => [lon, lat])];
    return texts.map((text) => ({ key: `route ${id}`, source: drawn, lines, text, classes: ["atlas-label", "along", "corridor"] }));
  });
  return [...corridors, ...rivers];
}

/** @param {any} feature @returns {number[][][]} */
function linesOf({ geometry }) {
  return geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
}

/**
 * @param {MapState} state
 * @param {LineLabel[]} labels
 * @param {Box[]} taken
 * @param {Point} size of the map, px
 * @param {(label: Label, spot: LineSpot) => void} put
 */
export function placeLineNames(state, labels, taken, size, put) {
  const named = new Set();
  for (const label of labels) {
    if (named.has(label.key)) continue;
    const box = labelSize(state, label);
    const spot = lineSpots(state, label, box, size).find(({ parts }) => !parts.some((part) => taken.some((other) => boxesOverlap(part, other, 1))));
    if (!spot) continue;
    named.add(label.key);
    put({ ...label, angle: spot.angle }, spot);
  }
}

// Spots for a name, the straightest and most level first. They change with camera and text alone.
/** @param {MapState} state @param {LineLabel} label @param {{ w: number, h: number }} box @param {Point} size */
function lineSpots({ map }, { source, lines, text }, box, size) {
  const { min } = map.getPixelBounds();
  const view = [map.getZoom(), min.x, min.y, size.x, size.y].join();
  if (source.view !== view) Object.assign(source, { view, spots: new Map() });
  const known = source.spots?.get(text);
  if (known) return known;
  const spots = lines.flatMap((line) => spotsAlong(onScreen(map, line), box, size)).sort((a, b) => a.cost - b.cost);
  source.spots?.set(text, spots);
  return spots;
}

// A line in px of the map's container, as points STEP_PX apart.
/** @param {any} map @param {number[][]} line @returns {Point[]} */
function onScreen(map, line) {
  const corners = line.map(([lon, lat]) => map.latLngToContainerPoint([lat, lon]));
  const points = [];
  let left = 0;
  for (let i = 1; i < corners.length; i += 1) {
    const [from, to] = [corners[i - 1], corners[i]];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    for (; left < length; left += STEP_PX) points.push({ x: from.x + ((to.x - from.x) * left) / length, y: from.y + ((to.y - from.y) * left) / length });
    left -= length;
  }
  return points;
}

/** @param {Point[]} points @param {{ w: number, h: number }} box @param {Point} size @returns {LineSpot[]} */
function spotsAlong(points, { w, h }, size) {
  const steps = Math.ceil((w + 6) / STEP_PX);
  const spots = [];
  for (let first = 0; first + steps < points.length; first += 1) {
    const [from, to] = [points[first], points[first + steps]];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length < w) continue;
    const [along, up] = readingDirection(from, to, length);
    const away = (/** @type {Point} */ { x, y }) => (x - from.x) * up.x + (y - from.y) * up.y;
    const reach = points.slice(first, first + steps + 1).map(away);
    const [top, bottom] = [Math.max(...reach), Math.min(...reach)];
    if (top - bottom > BEND_PX) continue;
    const lift = top + ABOVE_PX + h / 2;
    const centre = { x: (from.x + to.x) / 2 + up.x * lift, y: (from.y + to.y) / 2 + up.y * lift };
    const parts = squaresAlong(centre, along, w, h);
    if (parts.some(({ x, y }) => x < 3 || y < 3 || x + h > size.x - 3 || y + h > size.y - 3)) continue;
    const angle = Math.atan2(along.y, along.x);
    spots.push({ x: centre.x - w / 2, y: centre.y - h / 2, w, h, angle, parts, cost: top - bottom + Math.abs(angle) * 5 });
  }
  return spots;
}

// The way in which a text is read along a chord, left to right on the screen, and what is above it.
/** @param {Point} from @param {Point} to @param {number} length */
function readingDirection(from, to, length) {
  const sign = to.x < from.x ? -1 : 1;
  const along = { x: (sign * (to.x - from.x)) / length, y: (sign * (to.y - from.y)) / length };
  return [along, { x: along.y, y: -along.x }];
}

// A turned text as a row of squares: what lies in its corners only is not covered by it.
/** @param {Point} centre @param {Point} along @param {number} w @param {number} h @returns {Box[]} */
function squaresAlong(centre, along, w, h) {
  const count = Math.ceil(w / h);
  return Array.from({ length: count }, (_, index) => {
    const at = ((index + 0.5) / count - 0.5) * w;
    return { x: centre.x + along.x * at - h / 2, y: centre.y + along.y * at - h / 2, w: h, h };
  });
}
