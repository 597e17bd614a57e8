// @ts-check
// Names of areas: countries, where most of the country is in sight, clear of all else.

import { boxesOverlap, countOf } from "../boxes.js";
import { inLanguage } from "../state.js";
import { labelSize } from "./points.js";

/** @typedef {import("../state.js").Box} Box */
/** @typedef {import("../state.js").Label} Label */
/** @typedef {import("../state.js").MapState} MapState */
/** @typedef {import("../state.js").Point} Point */
/** @typedef {import("./spots.js").Occupied} Occupied */
/** @typedef {{ feature: any, iso: string, extent: any, view: string, spots: Spot[] }} Country extent: null until it is needed */
/** @typedef {Box & { room: number }} Spot room: px to the nearest edge */

const CROSSED_PX = 5; // so much room to the nearest edge is given up lest another bit of a journey cross a name

/**
 * @param {MapState} state
 * @returns {(Label & { country: Country })[]} those in focus first
 */
export function countryLabels(state) {
  const { focus, countryNames, countryCodes } = state.settings;
  state.countries ??= (state.geography ?? [])
    .filter(({ properties }) => properties.layer === "country" && countryNames[countryCodes[properties.name]])
    .map((feature) => ({ feature, iso: countryCodes[feature.properties.name], extent: null, view: "", spots: [] }))
    .sort((a, b) => Number(focus.includes(b.iso)) - Number(focus.includes(a.iso)));
  return state.countries.map((country) => ({
    country,
    key: `country ${country.iso}`,
    text: inLanguage(state, countryNames[country.iso]),
    classes: ["atlas-label", "country", ...(focus.includes(country.iso) ? ["focus"] : [])],
  }));
}

/**
 * @param {MapState} state
 * @param {(Label & { country: Country })[]} labels
 * @param {Occupied} occupied
 * @param {Point} size of the map, px
 * @param {(label: Label, spot: Box) => void} put
 */
export function placeCountryNames(state, labels, { taken, lines }, size, put) {
  const { focus, countryNames } = state.settings;
  const marked = state.markers.filter(({ shown, place }) => shown && place.kind === "country").map(({ place }) => place.name);
  const hasMarker = (/** @type {string} */ iso) => marked.some((name) => Object.entries(countryNames[iso]).some(([code, text]) => name[code] === text));
  const named = new Set();
  for (const label of labels) {
    const { iso } = label.country;
    if (named.has(iso) || (!focus.includes(iso) && hasMarker(iso))) continue;
    const box = labelSize(state, label);
    const free = roomySpots(state, label.country, box, size).filter((candidate) => !taken.some((other) => boxesOverlap(candidate, other, 3)));
    const worth = new Map(free.map((candidate) => [candidate, candidate.room - CROSSED_PX * countOf(lines, (line) => boxesOverlap(candidate, line, 1))]));
    const spot = free.sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0))[0];
    if (!spot) continue;
    named.add(iso);
    put(label, spot);
  }
}

// Spots for a country's name, that with the greatest distance to edges first. They change with the camera alone.
/** @param {MapState} state @param {Country} country @param {{ w: number, h: number }} box @param {Point} size */
function roomySpots({ map }, country, box, size) {
  const { min } = map.getPixelBounds();
  const view = [map.getZoom(), min.x, min.y, size.x, size.y, box.w, box.h].join();
  if (country.view !== view) {
    country.view = view;
    country.spots = isExtentInSight(map, country) ? findSpots(screenRings(map, country.feature.geometry), box, size) : [];
  }
  return country.spots;
}

// Most countries of the base map are out of sight: their thousands of points need not be projected.
/** @param {any} map @param {Country} country */
function isExtentInSight(map, country) {
  const { type, coordinates } = country.feature.geometry;
  country.extent ??= L.latLngBounds(coordinates.flat(type === "Polygon" ? 1 : 2).map((/** @type {number[]} */ [lon, lat]) => [lat, lon]));
  return country.extent.intersects(map.getBounds());
}

/** @param {any} map @param {any} geometry @returns {Point[][]} */
function screenRings(map, { type, coordinates }) {
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  return polygons.map((/** @type {number[][][]} */ [outer]) => outer.map(([lon, lat]) => map.latLngToContainerPoint([lat, lon])));
}

// Tries a grid of spots.
/** @param {Point[][]} rings @param {{ w: number, h: number }} box @param {Point} size @returns {Spot[]} */
function findSpots(rings, box, size) {
  const found = [];
  for (let row = 1; row < 16; row += 1) {
    for (let column = 1; column < 20; column += 1) {
      const centre = { x: (size.x * column) / 20, y: (size.y * row) / 16 };
      const spot = { x: centre.x - box.w / 2, y: centre.y - box.h / 2, w: box.w, h: box.h };
      if (spot.x < 6 || spot.y < 6 || spot.x + spot.w > size.x - 6 || spot.y + spot.h > size.y - 6) continue;
      const corners = [[spot.x, centre.y], [centre.x, centre.y], [spot.x + spot.w, centre.y]];
      const ring = rings.find((candidate) => corners.every(([x, y]) => insideRing(candidate, x, y)));
      if (!ring) continue;
      const fromFrame = Math.min(spot.x, spot.y, size.x - spot.x - spot.w, size.y - spot.y - spot.h);
      let room = Math.min(fromFrame * 1.5 + 4, 90);
      for (let i = 0; i < ring.length; i += 2) {
        room = Math.min(room, Math.hypot(ring[i].x - centre.x, (ring[i].y - centre.y) * 1.6));
      }
      if (room > 3) found.push({ ...spot, room });
    }
  }
  return found.sort((a, b) => b.room - a.room);
}

/** @param {Point[]} ring @param {number} x @param {number} y */
function insideRing(ring, x, y) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const a = ring[i];
    const b = ring[j];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
