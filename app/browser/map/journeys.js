// Movement: curved arrows from where the traveller came, one a way and theme, with their number where several share it; and
// dashed, schematic corridors.

import { joined, setText } from "../core/direction.js";
import { countShownOf, firstShown } from "./counts.js";
import { eventLine } from "./markers.js";

export function drawRoutes(atlas) {
  atlas.routes = atlas.data.routes.map((route) => {
    const line = L.polyline(route.points, { pane: "routes", weight: 1.6, dashArray: "6 5", opacity: 0.75 });
    line.bindTooltip(() => tipContent(route.name[atlas.language], [routeInWords(atlas, route)], 1), { className: "atlas-tip", sticky: true });
    return { route, line, shown: false };
  });
}

// Its name is not repeated where it is told in a tip under that name.
export function routeInWords(atlas, route, name = "") {
  const { language } = atlas;
  return joined([name, atlas.words().schematic, route.when?.[language]], " · ");
}

// True where a corridor came or went.
export function updateRoutes(atlas) {
  let changed = false;
  const color = atlas.colourOf(atlas.data.routesTheme);
  const [first, last] = atlas.state.range;
  for (const drawn of atlas.routes) {
    const { route, line } = drawn;
    const shown = atlas.counts.routesPass && (!route.period || (route.period[0] <= last && route.period[1] >= first));
    if (line.options.color !== color) line.setStyle({ color });
    if (shown === drawn.shown) continue;
    drawn.shown = shown;
    if (shown) line.addTo(atlas.map);
    else line.remove();
    changed = true;
  }
  return changed;
}

// Journeys of the events shown: in a drag, only those that come or go are touched.
export function drawJourneys(atlas) {
  const { ways, waysShown, wayCounts } = atlas.counts;
  const drawn = `${atlas.arrangement}: ${waysShown}; ${wayCounts}`;
  if (drawn === atlas.journeysDrawn) return;
  atlas.journeysDrawn = drawn;
  for (const list of [atlas.arrowHeads, atlas.arrowLines, atlas.badges]) list.length = 0;
  const unused = new Set(ways);
  for (const index of waysShown) if (drawJourney(atlas, ways[index], wayCounts[index])) unused.delete(ways[index]);
  for (const way of unused) if (way.drawn) hideJourney(way);
}

export const BADGE_PX = 15;

function hideJourney(way) {
  way.drawn = "";
  for (const layer of [way.line, way.head, way.badge]) layer.remove();
}

// False where the way is too short for an arrow.
function drawJourney(atlas, way, count) {
  const { map } = atlas;
  const from = markerPoint(atlas, way.start);
  const to = markerPoint(atlas, way.end);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 40) return false;
  const colour = atlas.colourOf(way.theme);
  const drawn = `${[map.getZoom(), from.x, from.y, to.x, to.y]} ${colour}`;
  if (drawn !== way.drawn) {
    const { points, head } = arrow(from, to, length, way.turn);
    const geographic = (list) => list.map((point) => map.layerPointToLatLng([point.x, point.y]));
    if (!way.line) makeArrow(atlas, way);
    way.line.setStyle({ color: colour }).setLatLngs(geographic(points));
    way.head.setStyle({ fillColor: colour }).setLatLngs(geographic(head));
    Object.assign(way, { tip: head[0], curve: points, middle: points[12] });
    way.badge.setLatLng(geographic([way.middle])[0]);
    if (!way.drawn) for (const layer of [way.line, way.head]) layer.addTo(map);
    way.drawn = drawn;
  }
  numberJourney(atlas, way, count, colour);
  atlas.arrowHeads.push(way.tip);
  atlas.arrowLines.push(...way.curve);
  return true;
}

// How many journeys an arrow stands for, in its middle: one goes without saying.
function numberJourney(atlas, way, count, colour) {
  if (count < 2) return void way.badge.remove();
  way.badge.addTo(atlas.map);
  const element = way.badge.getElement().firstChild;
  element.textContent = count;
  element.style.color = colour;
  atlas.badges.push(way.middle);
}

// A curve that bends to the left of the way, and its head; a second way between the same places bends further.
function arrow(from, to, length, turn) {
  const bend = Math.min(60, length * 0.16) + turn * 9;
  const control = {
    x: (from.x + to.x) / 2 + ((to.y - from.y) / length) * bend,
    y: (from.y + to.y) / 2 - ((to.x - from.x) / length) * bend,
  };
  const along = (t) => ({
    x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * control.x + t ** 2 * to.x,
    y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * control.y + t ** 2 * to.y,
  });
  const first = 16 / length;
  const last = 1 - 21 / length;
  const points = Array.from({ length: 25 }, (_, step) => along(first + ((last - first) * step) / 24));
  const tip = along(last + 5 / length);
  const before = along(last - 4 / length);
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const wing = (side) => ({ x: tip.x - 9 * Math.cos(angle + side), y: tip.y - 9 * Math.sin(angle + side) });
  return { points, head: [tip, wing(0.42), wing(-0.42)] };
}

function makeArrow(atlas, way) {
  way.line = L.polyline([], { pane: "journeys", weight: 1.8, opacity: 0.9 });
  way.badge = L.marker([0, 0], { icon: L.divIcon({ html: '<div class="atlas-journeys"></div>', className: "", iconSize: [0, 0] }), pane: "journeys", interactive: false, keyboard: false });
  way.head = L.polygon([], { pane: "journeys", stroke: false, fillOpacity: 1 });
  for (const layer of [way.line, way.head]) {
    layer.bindTooltip(() => journeyTip(atlas, way), { className: "atlas-tip", sticky: true });
    layer.on("click", () => selectJourney(atlas, way));
  }
}

// A journey that several made selects the first in range.
export function selectJourney(atlas, { events }) {
  const [event] = firstShown(atlas, events, 1);
  if (event) atlas.select(event.id);
}

function journeyTip(atlas, { start, end, events }) {
  const lines = firstShown(atlas, events, 5).map((event) => `${travellerLine(atlas, event)}${eventLine(atlas, event)}`);
  return tipContent(joined([start.name[atlas.language], end.name[atlas.language]], " – "), lines, countShownOf(atlas, events));
}

// Who travelled, and when.
function travellerLine(atlas, { journey }) {
  if (!journey) return "";
  return `${joined([journey.who[atlas.language], journey.when[atlas.language]], " · ")}: `;
}

export function markerPoint(atlas, place) {
  const marker = atlas.markerById.get(place.id);
  return marker?.shown ? marker.point : atlas.map.latLngToLayerPoint(place.at);
}

// Texts from tables are set as text, never as HTML. `lines` are the first of `total`.
export function tipContent(heading, lines, total) {
  const box = document.createElement("div");
  const add = (name, text) => {
    const element = document.createElement(name);
    setText(element, text);
    box.append(element);
  };
  add("strong", heading);
  for (const line of lines) add("span", line);
  if (total > lines.length) add("span", `+ ${total - lines.length}`);
  return box;
}
