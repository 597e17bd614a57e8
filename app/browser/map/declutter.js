// @ts-check
// Room for the markers: those that would cover one another move apart, tied to their true point by a thin line.

import { captionsByPlace, radiusWithCaptions } from "./caption_badges.js";
import { placeCrossings } from "./crossings.js";

/** @typedef {import("./state.js").Box} Box */
/** @typedef {import("./state.js").MapState} MapState */
/** @typedef {import("./state.js").Marker} Marker */
/** @typedef {import("./state.js").Point} Point */

const ROUNDS_MOST = 60;
const LEADER_PX = 3; // nearer than this a marker needs no line to its true point

/** @param {MapState} state */
export function declutterMarkers(state) {
  const { map } = state;
  const shown = state.markers.filter((marker) => marker.shown);
  const captions = captionsByPlace(state);
  for (const marker of shown) {
    marker.home = map.latLngToLayerPoint(marker.place.at);
    marker.point = { x: marker.home.x, y: marker.home.y };
    marker.roomFor = marker.radius;
    marker.room = radiusWithCaptions(marker.radius, captions.get(marker.place.index)?.length ?? 0);
  }
  // What is not the subject of a picture stands where it is, a dot under the others.
  const apart = shown.filter(({ isContext }) => !isContext);
  for (let round = 0; round < ROUNDS_MOST; round += 1) if (!pushApart(apart)) break;
  const { text_quiet: color } = state.atlas.palette();
  for (const { point, home, layer, leader, place } of shown) {
    const at = map.layerPointToLatLng([point.x, point.y]);
    if (!layer.getLatLng().equals(at, 1e-9)) layer.setLatLng(at);
    if (Math.hypot(point.x - home.x, point.y - home.y) > LEADER_PX) {
      leader.setLatLngs([place.at, at]).setStyle({ color }).addTo(map);
    } else {
      leader.remove();
    }
  }
  placeCrossings(state);
  state.arrangement += 1;
}

// One round; false once none covers another.
/** @param {Marker[]} shown */
function pushApart(shown) {
  let moved = false;
  for (let i = 0; i < shown.length; i += 1) {
    for (let j = i + 1; j < shown.length; j += 1) {
      const [a, b] = [shown[i], shown[j]];
      const least = a.room + b.room + 3;
      let dx = b.point.x - a.point.x;
      let dy = b.point.y - a.point.y;
      if (dx >= least || dy >= least || dx <= -least || dy <= -least) continue;
      let distance = Math.hypot(dx, dy);
      if (distance >= least) continue;
      if (distance < 0.01) [dx, dy, distance] = [0.6, 0.8, 1];
      const push = (least - distance) / 2 + 0.2;
      a.point.x -= (dx / distance) * push;
      a.point.y -= (dy / distance) * push;
      b.point.x += (dx / distance) * push;
      b.point.y += (dy / distance) * push;
      moved = true;
    }
  }
  return moved;
}

/**
 * What a marker covers.
 * @param {Marker} marker
 * @param {Point} offset from layer points to the map's corner
 * @returns {Box}
 */
export function markerBox({ point, radius }, offset) {
  return { x: point.x + offset.x - radius - 1, y: point.y + offset.y - radius - 1, w: radius * 2 + 2, h: radius * 2 + 2 };
}
