// Places: one marker each, a ring pie split by theme with the count in it; its radius as a soft disc.

import { isolate, joined } from "../core/direction.js";
import { counted, fill } from "../core/words.js";
import { svgElement } from "./base_layer.js";
import { firstShown } from "./counts.js";
import { tipContent } from "./journeys.js";
import { dropLabel } from "./labels/points.js";

export function makeMarkers(atlas) {
  const { width } = atlas.counts;
  atlas.markers = atlas.data.places
    .map((place, index) => ({ place, index }))
    .filter(({ place }) => insideFrame(atlas, place.at))
    .map(({ place, index }) => {
      const element = document.createElement("div");
      element.className = "atlas-place";
      element.dataset.place = place.id;
      const layer = L.marker(place.at, { icon: L.divIcon({ html: element, className: "", iconSize: [0, 0] }), pane: "places", keyboard: true });
      const marker = { place, index, element, layer, shown: false, selected: false, count: 0, drawn: new Int32Array(width), contested: 0, radius: 0, point: null };
      layer.bindTooltip(() => placeTip(atlas, marker), { className: "atlas-tip", direction: "top", offset: [0, -14] });
      layer.on("click", () => activatePlace(atlas, place));
      marker.disc = L.circle(place.at, { pane: "discs", radius: place.radiusKm * 1000, interactive: false, weight: place.area ? 1 : 0, dashArray: "4 4", opacity: 0.55 });
      marker.leader = L.polyline([], { pane: "discs", weight: 1, interactive: false });
      return marker;
    });
  atlas.markerById = new Map(atlas.markers.map((marker) => [marker.place.id, marker]));
}

export function insideFrame(atlas, [lat, lon]) {
  const [[south, west], [north, east]] = atlas.data.frame;
  return lat >= south && lat <= north && lon >= west && lon <= east;
}

// A place with one event opens that event, with several its own card; what is open already is closed.
export function activatePlace(atlas, place) {
  const events = firstShown(atlas, atlas.counts.events[atlas.counts.placeIndex.get(place.id)], 2);
  const own = `place:${place.id}`;
  const wanted = events.length === 1 ? events[0].id : own;
  atlas.select([wanted, own].includes(atlas.state.selected) ? "" : wanted);
}

function countInWords(atlas, count) {
  return counted(atlas.words(), atlas.language, "essay_events", { n: count });
}

function placeTip(atlas, marker) {
  const lines = firstShown(atlas, atlas.counts.events[marker.index], 5).map((event) => eventLine(atlas, event));
  return tipContent(joined([marker.place.name[atlas.language], countInWords(atlas, marker.count)], " · "), lines, marker.count);
}

// An event's title, and both its dates where essay and reports differ.
export function eventLine(atlas, event) {
  const [essay, reports] = event.twoDates[atlas.language];
  const title = isolate(event.title[atlas.language]);
  return essay ? `${title} (${fill(atlas.words().two_dates, { essay, reports })})` : title;
}

// The index of the place that the selection marks: chosen itself, or that of a chosen event in range. -1 for none.
export function selectedPlace({ counts, state }) {
  if (state.selected.startsWith("place:")) return counts.placeIndex.get(state.selected.slice(6)) ?? -1;
  const event = counts.index.get(state.selected);
  return event !== undefined && counts.shown[event] ? counts.place[event] : -1;
}

// Redraws the markers whose counts or selection changed. Tells whether any did, and whether they need new room.
export function updateMarkers(atlas, redraw) {
  const { byTheme, contestedAt, width } = atlas.counts;
  const chosen = selectedPlace(atlas);
  let [changed, crowded] = [redraw, redraw];
  for (const marker of atlas.markers) {
    const { index, drawn } = marker;
    const selected = index === chosen;
    const contested = contestedAt[index] > 0 ? 1 : 0;
    let same = !redraw && selected === marker.selected && contested === marker.contested;
    let count = 0;
    for (let i = 0; i < width; i += 1) {
      const here = byTheme[index * width + i];
      if (here !== drawn[i]) [same, drawn[i]] = [false, here];
      count += here;
    }
    if (same) continue;
    const shownBefore = marker.shown;
    Object.assign(marker, { selected, contested, count, shown: count > 0 || selected });
    if (marker.shown) drawMarker(atlas, marker);
    else if (shownBefore) hideMarker(atlas, marker);
    changed = true;
    crowded ||= marker.shown !== shownBefore || (marker.shown && Math.abs(marker.radius - marker.roomFor) > 1);
  }
  return { changed, crowded };
}

function hideMarker(atlas, { layer, disc, leader, place }) {
  layer.remove();
  disc.remove();
  leader.remove();
  dropLabel(atlas, place.id);
}

function drawMarker(atlas, marker) {
  const { place, element, count, drawn, selected, contested } = marker;
  const radius = count > 1 ? 9.5 + Math.min(8, 1.9 * Math.sqrt(count)) : 7;
  marker.radius = radius;
  const palette = atlas.palette();
  const side = radius * 2 + 8;
  const svg = svgElement("svg", { width: side, height: side, viewBox: `${-side / 2} ${-side / 2} ${side} ${side}` });
  svg.append(svgElement("circle", { r: radius + 1.2, fill: palette.land_focus }));
  let angle = -Math.PI / 2;
  atlas.data.themes.forEach(({ id }, theme) => {
    const share = drawn[theme] / Math.max(count, 1);
    if (!share) return;
    svg.append(ringSlice(angle, angle + share * 2 * Math.PI, radius, atlas.colourOf(id), share === 1));
    angle += share * 2 * Math.PI;
  });
  if (count !== 1) svg.append(svgElement("circle", { r: radius - 4.2, fill: palette.ground }));
  if (place.area) svg.append(svgElement("circle", { r: radius + 1.4, fill: "none", stroke: palette.text_quiet, "stroke-width": 1, "stroke-dasharray": "2 2" }));
  if (contested) svg.append(svgElement("circle", { class: "contested", r: radius + 1.9, fill: "none", stroke: palette.conflicts, "stroke-width": 1.3 }));
  if (selected) svg.append(svgElement("circle", { r: radius + 2.4, fill: "none", stroke: palette.text, "stroke-width": 2.2 }));
  if (count !== 1) {
    const number = svgElement("text", { "text-anchor": "middle", "dominant-baseline": "central" });
    number.textContent = count;
    svg.append(number);
  }
  element.replaceChildren(svg);
  element.style.cssText = `width:${side}px;height:${side}px;margin:${-side / 2}px 0 0 ${-side / 2}px`;
  drawDisc(atlas, marker);
  nameMarker(atlas, marker);
}

function drawDisc(atlas, marker) {
  const { place, disc } = marker;
  const { text_quiet: quiet } = atlas.palette();
  const main = atlas.data.themes[mainTheme(atlas, marker)];
  const fillColor = main ? atlas.colourOf(main.id) : quiet;
  if (disc.options.color !== quiet || disc.options.fillColor !== fillColor) disc.setStyle({ color: quiet, fillColor, fillOpacity: place.area ? 0.05 : 0.14 });
  // Whole countries and the border reach over everything: their disc would only grey the map.
  if (place.radiusKm <= 260 && (place.area || place.radiusKm >= 3)) disc.addTo(atlas.map);
}

// The theme of most events; of equals, that of the first event.
function mainTheme({ counts }, { index, drawn }) {
  const most = Math.max(...drawn);
  const leading = [...drawn.keys()].filter((theme) => drawn[theme] === most);
  if (!most || leading.length === 1) return most ? leading[0] : -1;
  return counts.theme[counts.events[index].find((event) => counts.shown[event] && leading.includes(counts.theme[event]))];
}

function nameMarker(atlas, { place, layer, count, selected }) {
  layer.addTo(atlas.map);
  const box = layer.getElement();
  if (!box) return;
  box.setAttribute("role", "button");
  box.setAttribute("aria-label", `${place.name[atlas.language]}: ${countInWords(atlas, count)}`);
  box.setAttribute("aria-pressed", String(selected));
  // Markers that several events share with neighbours go under the smaller ones.
  const above = selected ? 1000 : -count * 10;
  if (layer.options.zIndexOffset !== above) layer.setZIndexOffset(above);
}

function ringSlice(start, end, radius, fill, whole) {
  if (whole) return svgElement("circle", { r: radius, fill });
  const large = end - start > Math.PI ? 1 : 0;
  const [x0, y0, x1, y1] = [Math.cos(start), Math.sin(start), Math.cos(end), Math.sin(end)].map((part) => part * radius);
  return svgElement("path", { d: `M0,0L${x0},${y0}A${radius},${radius} 0 ${large},1 ${x1},${y1}Z`, fill });
}
