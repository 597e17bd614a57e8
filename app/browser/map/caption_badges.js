// @ts-check
// On the map of a composed picture: the numbers of its captions at their places, and what is not its subject drawn quieter.

import { captionBadge, layoutOf } from "../core/captions.js";
import { pane } from "./state.js";

/** @typedef {import("./state.js").MapState} MapState */

const BADGE_STEP_PX = 27; // a number and the gap to the next
const CROSSINGS_FROM_ZOOM = 6.5; // further away the signs of crossings would only cover the border

/**
 * After the markers have been given room.
 * @param {MapState} state
 */
export function placeCaptionBadges(state) {
  const { atlas, map } = state;
  if (!atlas.composed) return;
  document.documentElement.dataset.layout = layoutOf(atlas);
  showSubject(state);
  for (const layer of state.captionLayers) layer.remove();
  state.captionLayers = [...captionsByPlace(state)].flatMap(([place, numbers]) => {
    const marker = state.markerByPlace.get(place);
    if (!marker?.shown) return [];
    const row = document.createElement("div");
    row.className = "atlas-captions";
    row.append(...numbers.map((number) => captionBadge(atlas, atlas.captions()[number], number)));
    const icon = L.divIcon({ html: row, className: "", iconSize: [0, 0] });
    pane(state, "captions", 630).style.pointerEvents = "none"; // above names and marks
    return [L.marker(map.layerPointToLatLng([marker.point.x, marker.point.y]), { icon, pane: "captions", interactive: false, keyboard: false }).addTo(map)];
  });
}

/**
 * What a place's mark covers with the numbers on it.
 * @param {import("./state.js").Box} mark
 * @param {number[]} [numbers] its captions'
 * @returns {import("./state.js").Box}
 */
export function boxWithCaptions({ x, y, w, h }, numbers = []) {
  const [width, height] = [Math.max(w, numbers.length * BADGE_STEP_PX), numbers.length ? Math.max(h, BADGE_STEP_PX) : h];
  return { x: x - (width - w) / 2, y: y - (height - h) / 2, w: width, h: height };
}

/**
 * By the index of a place, the numbers of its captions from 0; none where the reader moves the map.
 * @param {MapState} state
 * @returns {Map<number, number[]>}
 */
export function captionsByPlace({ atlas, dataset }) {
  /** @type {Map<number, number[]>} */
  const numbers = new Map();
  if (!atlas.composed) return numbers;
  atlas.captions().forEach((event, number) => {
    const [place] = dataset.events[event].places;
    if (place !== undefined) numbers.set(place, [...(numbers.get(place) ?? []), number]);
  });
  return numbers;
}

/** @param {MapState} state */
function showSubject({ atlas, dataset, map, markers, crossings, settings }) {
  const subject = atlas.subject();
  const named = new Set(dataset.events.filter(({ index }) => subject[index]).flatMap(({ places, from }) => [...places, from]));
  for (const marker of markers) {
    marker.isContext = !named.has(marker.place.index);
    marker.element.classList.toggle("context", marker.isContext);
  }
  // Corridors belong to a theme: without any of its events in the subject they are not what the picture is about.
  const isOfCorridors = dataset.events.some(({ index, themes }) => subject[index] && themes[0] === settings.routesTheme);
  document.documentElement.classList.toggle("without-routes", !isOfCorridors);
  const isNear = map.getZoom() >= CROSSINGS_FROM_ZOOM;
  for (const { element, place } of crossings) element.hidden = !isNear && !named.has(place.index);
}
