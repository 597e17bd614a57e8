// @ts-check
// Places: one marker each, a ring pie split by theme with the count in it; its radius as a soft disc.

import { isolate, joined } from "../core/direction.js";
import { placeSelected } from "../core/subject.js";
import { counted, fill } from "../core/words.js";
import { firstShown } from "./counts.js";
import { subjectPlaceIndices } from "./framing.js";
import { dropLabel } from "./labels/points.js";
import { markerSymbol } from "./marker_symbol.js";
import { inLanguage, isInFrame, themeColour } from "./state.js";
import { TIP_LOOK, tooltipContent } from "./tooltips.js";

/** @typedef {import("../core/dataset.js").EventRow} EventRow */
/** @typedef {import("../core/dataset.js").PlaceRow} PlaceRow */
/** @typedef {import("./state.js").LocatedPlace} LocatedPlace */
/** @typedef {import("./state.js").MapState} MapState */
/** @typedef {import("./state.js").Marker} Marker */

const TIP_LINES = 5; // events that a tooltip names
const SMALL_PX = 4.5; // radius of a place that is only named, or that a picture is not about
const WIDEST_DISC_KM = 260; // whole countries and the border reach over everything: their disc would only grey the map

/** @param {MapState} state */
export function makeMarkers(state) {
  const located = /** @type {LocatedPlace[]} */ (state.dataset.places.filter((place) => isInFrame(state, place)));
  state.markers = located.map((place) => makeMarker(state, place));
  state.markerByPlace = new Map(state.markers.map((marker) => [marker.place.index, marker]));
}

/** @param {MapState} state @param {LocatedPlace} place @returns {Marker} */
function makeMarker(state, place) {
  const element = document.createElement("div");
  element.className = "atlas-place";
  element.dataset.place = place.id;
  const layer = L.marker(place.at, { icon: L.divIcon({ html: element, className: "", iconSize: [0, 0] }), pane: "places", keyboard: true });
  const outline = { weight: place.area ? 1 : 0, dashArray: "4 4", opacity: 0.55 };
  const disc = L.circle(place.at, { pane: "discs", radius: place.radiusKm * 1000, interactive: false, ...outline });
  const leader = L.polyline([], { pane: "discs", weight: 1, interactive: false });
  const drawn = new Int32Array(state.counts.width);
  const nowhere = /** @type {any} */ (null); // until it is given room
  const nothingYet = { shown: false, isContext: false, selected: false, contested: 0, count: 0, radius: 0, roomFor: 0, room: 0, home: nowhere, point: nowhere };
  const marker = { place, element, layer, disc, leader, drawn, ...nothingYet };
  layer.bindTooltip(() => placeTooltip(state, marker), { ...TIP_LOOK, direction: "top", offset: [0, -14] });
  layer.on("click", () => activatePlace(state, place));
  return marker;
}

/**
 * A place with one event opens that event, with several its own card; what is open already is closed.
 * @param {MapState} state
 * @param {PlaceRow} place
 */
export function activatePlace(state, place) {
  const events = firstShown(state, state.counts.events[place.index], 2);
  const { selected } = state.atlas.view.get();
  const own = `place:${place.id}`;
  const wanted = events.length === 1 ? events[0].id : own;
  state.atlas.select([wanted, own].includes(selected) ? selected : wanted);
}

/** @param {MapState} state @param {number} count */
function countInWords({ atlas }, count) {
  return counted(atlas.words(), atlas.language(), "essay_events", { n: count });
}

/** @param {MapState} state @param {Marker} marker */
function placeTooltip(state, { place, count }) {
  const lines = firstShown(state, state.counts.events[place.index], TIP_LINES).map((event) => eventLine(state, event));
  return tooltipContent(joined([inLanguage(state, place.name), countInWords(state, count)], " · "), lines, count);
}

/**
 * An event's title, and both its dates where essay and reports differ.
 * @param {MapState} state
 * @param {EventRow} event
 */
export function eventLine(state, { index, title, dates }) {
  const text = isolate(inLanguage(state, title));
  if (!datesDiffer(state, index)) return text;
  const { essay, reports } = dates;
  if (!essay || !reports) return text;
  return `${text} (${fill(state.atlas.words().two_dates, { essay: inLanguage(state, essay), reports: inLanguage(state, reports) })})`;
}

// Both sources date the event, and not to the same days.
/** @param {MapState} state @param {number} event index */
function datesDiffer({ dataset }, event) {
  const { essay, reports } = dataset.spans;
  if (!dataset.events[event].dates.essay || !dataset.events[event].dates.reports) return false;
  return essay.first[event] !== reports.first[event] || essay.last[event] !== reports.last[event];
}

/**
 * The index of the place that the selection marks: chosen itself, or that of a chosen event that is shown. -1 for none.
 * @param {MapState} state
 */
export function selectedPlace({ atlas, dataset, counts }) {
  const { selected } = atlas.view.get();
  const place = placeSelected(dataset, selected);
  if (place) return place.index;
  const event = dataset.eventById.get(selected);
  return event && atlas.visibility.onMap[event.index] ? counts.place[event.index] : -1;
}

/**
 * Redraws the markers whose counts or selection changed, or all of them. Tells whether any did, and whether they need new room.
 * @param {MapState} state
 * @param {boolean} isAll
 */
export function updateMarkers(state, isAll) {
  const { byTheme, contestedAt, width } = state.counts;
  const chosen = selectedPlace(state);
  const { atlas, dataset } = state;
  // A composed picture names each place of its subject, also one at which no event stands.
  const about = atlas.composed ? subjectPlaceIndices(dataset, atlas.subject()) : null;
  const withSign = new Set(dataset.crossings.map(({ place }) => place)); // a crossing has its sign
  let [changed, crowded] = [isAll, isAll];
  for (const marker of state.markers) {
    const { place: { index }, drawn } = marker;
    const selected = index === chosen;
    const contested = contestedAt[index] > 0 ? 1 : 0;
    const isContext = Boolean(about && !about.has(index));
    const isNamed = Boolean(about?.has(index) && !withSign.has(index));
    let same = !isAll && selected === marker.selected && contested === marker.contested && isContext === marker.isContext && isNamed <= marker.shown;
    let count = 0;
    for (let i = 0; i < width; i += 1) {
      const here = byTheme[index * width + i];
      if (here !== drawn[i]) {
        same = false;
        drawn[i] = here;
      }
      count += here;
    }
    if (same) continue;
    const shownBefore = marker.shown;
    crowded ||= isContext !== marker.isContext;
    Object.assign(marker, { selected, contested, isContext, count, shown: count > 0 || selected || isNamed });
    if (marker.shown) drawMarker(state, marker);
    else if (shownBefore) hideMarker(state, marker);
    changed = true;
    crowded ||= marker.shown !== shownBefore || (marker.shown && Math.abs(marker.radius - marker.roomFor) > 1);
  }
  return { changed, crowded };
}

/** @param {MapState} state @param {Marker} marker */
function hideMarker(state, { layer, disc, leader, place }) {
  for (const drawn of [layer, disc, leader]) drawn.remove();
  dropLabel(state, place.id);
}

/** @param {MapState} state @param {Marker} marker */
function drawMarker(state, marker) {
  const { element, count } = marker;
  const isSmall = !marker.selected && (marker.isContext || !count);
  marker.radius = isSmall ? SMALL_PX : count > 1 ? 9.5 + Math.min(8, 1.9 * Math.sqrt(count)) : 7;
  const symbol = markerSymbol(state, marker);
  const side = Number(symbol.getAttribute("width"));
  element.replaceChildren(symbol);
  element.classList.toggle("context", marker.isContext);
  element.style.cssText = `width:${side}px;height:${side}px;margin:${-side / 2}px 0 0 ${-side / 2}px`;
  drawDisc(state, marker);
  nameMarker(state, marker);
}

/** @param {MapState} state @param {Marker} marker */
function drawDisc(state, marker) {
  const { place, disc } = marker;
  const { text_quiet: quiet } = state.atlas.palette();
  const main = mainTheme(state, marker);
  const fillColor = main < 0 ? quiet : themeColour(state, main);
  if (disc.options.color !== quiet || disc.options.fillColor !== fillColor) disc.setStyle({ color: quiet, fillColor, fillOpacity: place.area ? 0.05 : 0.14 });
  if (!marker.isContext && marker.count && place.radiusKm <= WIDEST_DISC_KM && (place.area || place.radiusKm >= 3)) disc.addTo(state.map);
  else disc.remove();
}

// The theme of most events; of equals, that of the first event. -1 for none.
/** @param {MapState} state @param {Marker} marker */
function mainTheme({ atlas, counts }, { place, count, drawn }) {
  if (!count) return -1;
  const most = Math.max(...drawn);
  const leading = [...drawn.keys()].filter((theme) => drawn[theme] === most);
  if (leading.length === 1) return leading[0];
  const first = counts.events[place.index].find((event) => atlas.visibility.onMap[event] && leading.includes(counts.theme[event]));
  return first === undefined ? -1 : counts.theme[first];
}

/** @param {MapState} state @param {Marker} marker */
function nameMarker(state, { place, layer, count, selected }) {
  layer.addTo(state.map);
  const box = layer.getElement();
  if (!box) return;
  box.setAttribute("role", "button");
  box.setAttribute("aria-label", `${inLanguage(state, place.name)}: ${countInWords(state, count)}`);
  box.setAttribute("aria-pressed", String(selected));
  // Markers that several events share with neighbours go under the smaller ones.
  const above = selected ? 1000 : -count * 10;
  if (layer.options.zIndexOffset !== above) layer.setZIndexOffset(above);
}
