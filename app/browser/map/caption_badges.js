// @ts-check
// On the map of a composed picture: the numbers of its captions at their places, and crossings and corridors as far as it is about them.

import { captionBadge, layoutOf } from "../core/captions.js";
import { subjectPlaceIndices } from "./framing.js";
import { pane } from "./state.js";

/** @typedef {import("./state.js").MapState} MapState */

const BADGE_STEP_PX = 27; // a number and the gap to the next
const BADGES_ACROSS = 2; // more of them stand in further rows, as in map.css
const CROSSINGS_FROM_ZOOM = 6.5; // further away the signs of crossings would only cover the border

/**
 * After the markers have been given room.
 * @param {MapState} state
 */
export function placeCaptionBadges(state) {
  const { atlas, map } = state;
  if (!atlas.composed) return;
  document.documentElement.dataset.layout = layoutOf(atlas);
  showSubjectLines(state);
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
  const width = Math.max(w, Math.min(numbers.length, BADGES_ACROSS) * BADGE_STEP_PX);
  const height = Math.max(h, Math.ceil(numbers.length / BADGES_ACROSS) * BADGE_STEP_PX);
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

/**
 * How much room a place's mark takes with the numbers on it.
 * @param {number} radius of the mark, px
 * @param {number} count of its captions
 * @returns {number} px from its middle
 */
export function radiusWithCaptions(radius, count) {
  const { w, h } = boxWithCaptions({ x: 0, y: 0, w: 2 * radius, h: 2 * radius }, Array(count).fill(0));
  return count > BADGES_ACROSS ? Math.hypot(w, h) / 2 - BADGE_STEP_PX / 4 : Math.max(w, h) / 2;
}

/** @param {MapState} state */
function showSubjectLines({ atlas, dataset, map, crossings, settings }) {
  const subject = atlas.subject();
  const named = subjectPlaceIndices(dataset, subject);
  // Corridors belong to a theme: without any of its events in the subject they are not what the picture is about.
  const isOfCorridors = dataset.events.some(({ index, themes }) => subject[index] && themes[0] === settings.routesTheme);
  document.documentElement.classList.toggle("without-routes", !isOfCorridors);
  const isNear = map.getZoom() >= CROSSINGS_FROM_ZOOM;
  for (const { element, place } of crossings) element.hidden = !isNear && !named.has(place.index);
}
