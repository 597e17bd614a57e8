// Names along a line: rivers along their course, corridors along their way, each turned as its line runs there.

import { routeInWords } from "../journeys.js";
import { boxesOverlap, labelSize } from "./points.js";

const STEP_PX = 12; // how far apart spots are tried
const BEND_PX = 7; // how far a line may leave the straight under its name
const ABOVE_PX = 2; // between a line and the foot of its name

// Rivers of the base map, all parts of each under one name, and the corridors that are drawn now; these with shorter words to be
// used where the longer find no room.
export function courseLabels(atlas, withRivers) {
  const { data, language, geography, words } = atlas;
  if (withRivers) atlas.rivers ||= data.rivers.map(({ parts, name }, index) => ({
    key: `river ${index}`,
    name,
    lines: geography.features.filter(({ properties }) => properties.layer === "river" && parts.includes(properties.name)).flatMap(linesOf),
  }));
  const rivers = (withRivers ? atlas.rivers : []).map((river) => ({ ...river, source: river, text: river.name[language], classes: ["atlas-label", "along", "river"] }));
  const corridors = atlas.routes.filter(({ shown }) => shown).map((drawn) => ({
    key: `route ${drawn.route.id}`,
    source: drawn,
    lines: [drawn.route.points.map(([lat, lon]) => [lon, lat])],
    texts: [routeInWords(atlas, drawn.route, drawn.route.name[language]), routeInWords(atlas, drawn.route), words().schematic],
    classes: ["atlas-label", "along", "corridor"],
  }));
  return [...corridors, ...rivers].flatMap(({ texts, ...label }) => (texts || [label.text]).map((text) => ({ ...label, text })));
}

function linesOf({ geometry }) {
  return geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
}

export function placeCourseNames(atlas, labels, taken, size, put) {
  const named = new Set();
  for (const label of labels) {
    if (named.has(label.key)) continue;
    const box = labelSize(atlas, label);
    const spot = courseSpots(atlas, label, box, size).find(({ parts }) => !parts.some((part) => taken.some((other) => boxesOverlap(part, other, 1))));
    if (!spot) continue;
    named.add(label.key);
    put({ ...label, angle: spot.angle }, spot);
  }
}

// Spots for a name, the straightest and most level first. They change with camera and text alone.
function courseSpots(atlas, { source, lines, text }, box, size) {
  const { min } = atlas.map.getPixelBounds();
  const view = [atlas.map.getZoom(), min.x, min.y, size.x, size.y].join();
  if (source.view !== view) Object.assign(source, { view, spots: new Map() });
  if (!source.spots.has(text)) {
    source.spots.set(text, lines.flatMap((line) => spotsAlong(onScreen(atlas, line), box, size)).sort((a, b) => a.cost - b.cost));
  }
  return source.spots.get(text);
}

// A line in px of the map's container, as points STEP_PX apart.
function onScreen(atlas, line) {
  const corners = line.map(([lon, lat]) => atlas.map.latLngToContainerPoint([lat, lon]));
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

function spotsAlong(points, { w, h }, size) {
  const steps = Math.ceil((w + 6) / STEP_PX);
  const spots = [];
  for (let first = 0; first + steps < points.length; first += 1) {
    const [from, to] = [points[first], points[first + steps]];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length < w) continue;
    const [along, up] = readingWay(from, to, length);
    const away = ({ x, y }) => (x - from.x) * up.x + (y - from.y) * up.y;
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
function readingWay(from, to, length) {
  const sign = to.x < from.x ? -1 : 1;
  const along = { x: (sign * (to.x - from.x)) / length, y: (sign * (to.y - from.y)) / length };
  return [along, { x: along.y, y: -along.x }];
}

// A turned text as a row of squares: what lies in its corners only is not covered by it.
function squaresAlong(centre, along, w, h) {
  const count = Math.ceil(w / h);
  return Array.from({ length: count }, (_, index) => {
    const at = ((index + 0.5) / count - 0.5) * w;
    return { x: centre.x + along.x * at - h / 2, y: centre.y + along.y * at - h / 2, w: h, h };
  });
}
