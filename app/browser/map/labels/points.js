// Names of places and countries, placed so that none covers another, a marker or a control.

import { setText } from "../../core/direction.js";
import { crossingBox } from "../crossings.js";
import { markerBox } from "../declutter.js";
import { BADGE_PX } from "../journeys.js";
import { countryLabels, placeCountryNames } from "./areas.js";
import { courseLabels, placeCourseNames } from "./lines.js";

const NEIGHBOUR_PX = 7; // nearer than this a name seems to belong to a mark

export function boxesOverlap(a, b, gap = 2) {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

// Places all labels anew for the present zoom, markers and language. Greedy: weightier names choose first.
export function placeLabels(atlas) {
  if (!atlas.told) return; // before the first state there is nothing to name
  const { map } = atlas;
  const size = map.getSize();
  const offset = map.layerPointToContainerPoint([0, 0]);
  const shown = atlas.markers.filter((marker) => marker.shown);
  const taken = shown.map((marker) => markerBox(marker, offset));
  for (const crossing of atlas.crossings) taken.push(crossingBox(crossing, offset));
  for (const tip of atlas.arrowHeads) taken.push(squareAround(tip, offset, 8));
  for (const badge of atlas.badges) taken.push(squareAround(badge, offset, BADGE_PX));
  const lines = atlas.arrowLines.map((point) => squareAround(point, offset, 5));
  const marks = taken.slice();
  for (const control of map.getContainer().querySelectorAll(".leaflet-control")) {
    const box = control.getBoundingClientRect();
    if (box.width) taken.push({ x: box.left, y: box.top, w: box.width, h: box.height });
  }
  const unused = new Set(atlas.labels.keys());
  const put = (label, spot) => {
    taken.push(...(spot.parts || [spot]));
    unused.delete(label.key);
    showLabel(atlas, label, spot);
  };
  const wanted = shown
    .map((marker, index) => ({
      key: marker.place.id,
      beside: taken[index],
      text: marker.place.name[atlas.language],
      classes: labelClasses(marker),
      weight: marker.place.rank * 100 - marker.count + (marker.place.area ? 150 : 0),
    }))
    .concat(
      atlas.crossings
        .filter(({ place }) => !atlas.markerById.get(place.id).shown)
        .map((crossing) => ({
          key: crossing.place.id,
          beside: crossingBox(crossing, offset),
          text: crossing.place.name[atlas.language],
          classes: ["atlas-label", "rank3"],
          weight: 300,
        })),
    )
    .sort((a, b) => a.weight - b.weight);
  const named = atlas.geography && !atlas.tiles.on; // the network's map names them itself
  const countries = named ? countryLabels(atlas) : [];
  const courses = courseLabels(atlas, named);
  measureLabels(atlas, [...wanted, ...countries, ...courses]);
  for (const label of wanted) {
    const spot = freeSpot(atlas, label, { taken, lines, marks }, size);
    if (spot) put(label, spot);
  }
  placeCountryNames(atlas, countries, { taken, lines }, size, put);
  placeCourseNames(atlas, courses, taken, size, put);
  for (const key of unused) dropLabel(atlas, key);
}

function squareAround({ x, y }, offset, side) {
  return { x: x + offset.x - side / 2, y: y + offset.y - side / 2, w: side, h: side };
}

// Of the spots around its marker where a name is whole and covers nothing, the first at which the fewest journeys cross it and
// it does not stand beside another mark, as if it were that one's.
function freeSpot(atlas, label, { taken, lines, marks }, size) {
  const { x, y, w, h } = label.beside;
  if (x + w < 0 || y + h < 0 || x > size.x || y > size.y) return null;
  const box = labelSize(atlas, label);
  const middle = y + h / 2 - box.h / 2;
  const centre = x + w / 2 - box.w / 2;
  const beside = [[x + w + 4, middle], [x - box.w - 4, middle]];
  if (atlas.rightToLeft()) beside.reverse();
  // Beside first, then below and above, then the corners, then nearly above and below.
  const [above, below] = [y - box.h - 2, y + h + 2];
  const spots = [
    ...beside, [centre, below], [centre, above],
    [x + w, below - 4], [x - box.w, above + 4], [x + w, above + 4], [x - box.w, below - 4],
    [x + w * 0.5, above], [x + w * 0.5 - box.w, above], [x + w * 0.5, below], [x + w * 0.5 - box.w, below],
  ];
  let best = null;
  for (const [left, top] of spots) {
    const spot = { x: left, y: top, w: box.w, h: box.h };
    if (left < 2 || top < 2 || left + box.w > size.x - 2 || top + box.h > size.y - 2) continue;
    if (taken.some((other) => boxesOverlap(spot, other))) continue;
    const cost = countOf(lines, (line) => boxesOverlap(spot, line, 0)) + 4 * countOf(marks, (mark) => mark !== label.beside && boxesOverlap(spot, mark, NEIGHBOUR_PX));
    if (!cost) return spot;
    if (!best || cost < best.cost) best = { ...spot, cost };
  }
  return best;
}

export function countOf(list, test) {
  return list.reduce((sum, one) => sum + (test(one) ? 1 : 0), 0);
}

function labelClasses(marker) {
  const classes = ["atlas-label", `rank${marker.place.rank}`];
  if (marker.place.area) classes.push("area");
  if (marker.count >= 3) classes.push("weighty");
  return classes;
}

// A label that stays as it is, is not touched.
function showLabel(atlas, { key, text, classes, angle = 0 }, { x, y }) {
  const at = atlas.map.containerPointToLatLng([x, y]);
  const className = classes.join(" ");
  const label = atlas.labels.get(key);
  if (label?.text === text && label.className === className && label.angle === angle) {
    if (!label.layer.getLatLng().equals(at, 1e-9)) label.layer.setLatLng(at);
    return;
  }
  dropLabel(atlas, key);
  const element = document.createElement("div");
  element.className = className;
  setText(element, text);
  if (angle) element.style.rotate = `${angle}rad`;
  const icon = L.divIcon({ html: element, className: "", iconSize: null });
  const layer = L.marker(at, { icon, interactive: false, keyboard: false, pane: "labels" }).addTo(atlas.map);
  atlas.labels.set(key, { layer, text, className, angle });
}

export function dropLabel(atlas, key) {
  atlas.labels.get(key)?.layer.remove();
  atlas.labels.delete(key);
}

// Sizes are measured once a text and style, off screen, and all at once: each look at a size lays the page out anew.
function measureLabels(atlas, labels) {
  const probes = new Map();
  for (const { text, classes } of labels) {
    const key = `${classes.join(" ")}|${text}`;
    if (atlas.measured.has(key) || probes.has(key)) continue;
    const probe = document.createElement("div");
    probe.className = classes.join(" ");
    setText(probe, text);
    probe.style.cssText = "position:absolute;visibility:hidden;left:0;top:0";
    probes.set(key, probe);
  }
  atlas.map.getContainer().append(...probes.values());
  for (const [key, { offsetWidth: w, offsetHeight: h }] of probes) atlas.measured.set(key, { w, h });
  for (const probe of probes.values()) probe.remove();
}

export function labelSize(atlas, { text, classes }) {
  return atlas.measured.get(`${classes.join(" ")}|${text}`);
}
