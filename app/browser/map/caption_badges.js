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
  state.captionLayers = [...numbersByPlace(state)].flatMap(([place, numbers]) => {
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
 * What the numbers at a place's mark cover.
 * @param {MapState} state
 * @param {number} place index
 * @param {import("./state.js").Box} mark
 * @returns {import("./state.js").Box} the mark's own box where there are none
 */
export function boxWithCaptions(state, place, { x, y, w, h }) {
  const numbers = state.atlas.composed ? numbersByPlace(state).get(place)?.length ?? 0 : 0;
  const [width, height] = [Math.max(w, numbers * BADGE_STEP_PX), numbers ? Math.max(h, BADGE_STEP_PX) : h];
  return { x: x - (width - w) / 2, y: y - (height - h) / 2, w: width, h: height };
}

/** @param {MapState} state @returns {Map<number, number[]>} by the index of a place, the numbers of its captions from 0 */
function numbersByPlace({ atlas, dataset }) {
  /** @type {Map<number, number[]>} */
  const numbers = new Map();
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
