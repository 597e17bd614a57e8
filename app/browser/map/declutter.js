// Room for the markers: those that would cover one another move apart, tied to their true point by a thin line.
// Points are Leaflet's layer points, which stay the same while the map is dragged.

import { placeCrossings } from "./crossings.js";

export function spreadMarkers(atlas) {
  const { map } = atlas;
  const shown = atlas.markers.filter((marker) => marker.shown);
  for (const marker of shown) {
    marker.home = map.latLngToLayerPoint(marker.place.at);
    marker.point = { x: marker.home.x, y: marker.home.y };
    marker.roomFor = marker.radius;
  }
  for (let round = 0; round < 60; round += 1) if (!pushApart(shown)) break;
  const { text_quiet: color } = atlas.palette();
  for (const { point, home, layer, leader, place } of shown) {
    const at = map.layerPointToLatLng([point.x, point.y]);
    if (!layer.getLatLng().equals(at, 1e-9)) layer.setLatLng(at);
    if (Math.hypot(point.x - home.x, point.y - home.y) > 3) {
      leader.setLatLngs([place.at, at]).setStyle({ color }).addTo(map);
    } else {
      leader.remove();
    }
  }
  placeCrossings(atlas);
  atlas.arrangement += 1;
}

// One round; false once none covers another.
function pushApart(shown) {
  let moved = false;
  for (let i = 0; i < shown.length; i += 1) {
    for (let j = i + 1; j < shown.length; j += 1) {
      const [a, b] = [shown[i], shown[j]];
      const least = a.radius + b.radius + 3;
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

// What a marker covers, in px from the map's top left corner.
export function markerBox({ point, radius }, offset) {
  return { x: point.x + offset.x - radius - 1, y: point.y + offset.y - radius - 1, w: radius * 2 + 2, h: radius * 2 + 2 };
}
