// Names of countries, where most of the country is in sight, clear of all else.

import { boxesOverlap, countOf, labelSize } from "./points.js";

const CROSSED_PX = 5; // so much room to the nearest edge is given up lest another bit of a journey cross a name

export function countryLabels(atlas) {
  const { focus, countryNames } = atlas.data;
  atlas.countries ||= atlas.geography.features
    .filter((feature) => feature.properties.layer === "country")
    .map((feature) => ({ feature, iso: atlas.data.countryCodes[feature.properties.name] }))
    .filter(({ iso }) => countryNames[iso])
    .sort((a, b) => focus.includes(b.iso) - focus.includes(a.iso));
  return atlas.countries.map((country) => ({
    country,
    key: `country ${country.iso}`,
    text: countryNames[country.iso][atlas.language],
    classes: ["atlas-label", "country", ...(focus.includes(country.iso) ? ["focus"] : [])],
  }));
}

export function placeCountryNames(atlas, labels, { taken, lines }, size, put) {
  const done = new Set(atlas.markers.filter((marker) => marker.shown && marker.place.kind === "country").map((marker) => marker.place.name.en));
  const named = new Set();
  for (const label of labels) {
    const { iso } = label.country;
    if (named.has(iso) || (!atlas.data.focus.includes(iso) && done.has(atlas.data.countryNames[iso].en))) continue;
    const box = labelSize(atlas, label);
    const free = roomySpots(atlas, label.country, box, size).filter((candidate) => !taken.some((other) => boxesOverlap(candidate, other, 3)));
    const worth = new Map(free.map((candidate) => [candidate, candidate.room - CROSSED_PX * countOf(lines, (line) => boxesOverlap(candidate, line, 1))]));
    const spot = free.sort((a, b) => worth.get(b) - worth.get(a))[0];
    if (!spot) continue;
    named.add(iso);
    put(label, spot);
  }
}

// Spots for a country's name, that with the greatest distance to edges first. They change with the camera alone.
function roomySpots(atlas, country, box, size) {
  const { min } = atlas.map.getPixelBounds();
  const view = [atlas.map.getZoom(), min.x, min.y, size.x, size.y, box.w, box.h].join();
  if (country.view !== view) {
    country.view = view;
    country.spots = extentInSight(atlas, country.feature) ? findSpots(screenRings(atlas, country.feature.geometry), box, size) : [];
  }
  return country.spots;
}

// Most countries of the base map are out of sight: their thousands of points need not be projected.
function extentInSight(atlas, feature) {
  feature.extent ||= L.latLngBounds(feature.geometry.coordinates.flat(feature.geometry.type === "Polygon" ? 1 : 2).map(([lon, lat]) => [lat, lon]));
  return feature.extent.intersects(atlas.map.getBounds());
}

function screenRings(atlas, geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map(([outer]) => outer.map(([lon, lat]) => atlas.map.latLngToContainerPoint([lat, lon])));
}

// Tries a grid of spots.
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

function insideRing(ring, x, y) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const a = ring[i];
    const b = ring[j];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
