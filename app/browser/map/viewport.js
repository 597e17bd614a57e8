// The map's camera: who moved it, what it shows, and telling the others so.

import { arrange } from "./index.js";
import { insideFrame } from "./markers.js";

export function watchCamera(atlas) {
  const { map } = atlas;
  fitStart(atlas);
  // At the frame's edge the map moves back of itself, in a listener that now stands between these two.
  map.on("moveend", () => { atlas.movesItself = true; });
  map.setMaxBounds(map.options.maxBounds);
  map.on("moveend", () => {
    atlas.movesItself = false;
    arrange(atlas);
    tellCameraSoon(atlas);
  });
  map.on("zoomanim", () => { atlas.zooming = true; });
  map.on("zoomend", () => { atlas.zooming = false; });
  map.on("movestart", () => {
    if (atlas.movesItself) return;
    atlas.touched = true;
    atlas.taken = null;
  });
  map.on("resize", () => {
    if (atlas.touched) arrange(atlas);
    else fitStart(atlas);
    tellCameraSoon(atlas);
  });
}

// Moves the map in a way that is not the reader's.
function moveItself(atlas, move) {
  atlas.movesItself = true;
  move();
  atlas.movesItself = false;
}

// While a zoom is under way, Leaflet goes nowhere else.
function whenStill(atlas, move) {
  if (atlas.zooming) atlas.map.once("moveend", move);
  else move();
}

// Shows all of the start, with room for a mark at its edges, above the line of credits and scale. Its height is not measured:
// the first fit comes before its styles. A slide says its credits elsewhere. On a narrow map the scale still reaches the marks,
// and so does the line of places beyond the frame.
const MARK_PX = 14;
const LINE_PX = 28;
const NARROW_PX = 500; // as in map.css
function room({ map }) {
  const credits = map.getContainer().querySelector(".atlas-note").offsetHeight > 0;
  const narrow = map.getSize().x <= NARROW_PX;
  return { above: MARK_PX + (narrow ? LINE_PX : 0), below: MARK_PX + (credits || narrow ? LINE_PX : 0) };
}

function fitStart(atlas) {
  const { above, below } = room(atlas);
  const padding = { paddingTopLeft: [MARK_PX, above], paddingBottomRight: [MARK_PX, below] };
  moveItself(atlas, () => atlas.map.fitBounds(atlas.data.start, { animate: false, ...padding }));
  moveItself(atlas, () => moveEdgeOffMarks(atlas)); // a move of its own: the end of the first one ends what is said of it
}

// Moves the map a little where its edge would cut places' marks in two, as long as all of the start stays in sight.
const FARTHEST_PX = 40;
function moveEdgeOffMarks(atlas) {
  const { map, data } = atlas;
  const { x: width, y: height } = map.getSize();
  const { above, below } = room(atlas);
  const start = L.latLngBounds(data.start);
  const [first, last] = [start.getNorthWest(), start.getSouthEast()].map((at) => map.latLngToContainerPoint(at));
  const marks = data.places.map(({ at }) => map.latLngToContainerPoint(at));
  const across = marks.filter(({ y }) => y > 0 && y < height).map(({ x }) => x);
  const upright = marks.filter(({ x }) => x > 0 && x < width).map(({ y }) => y);
  const by = [
    leastCut(across, width, first.x - MARK_PX, last.x + MARK_PX - width),
    leastCut(upright, height, first.y - above, last.y + below - height),
  ];
  if (by[0] || by[1]) map.panBy(by, { animate: false });
}

// The shortest move along an axis, from `least` to `most`, that leaves the least of the marks across either end.
function leastCut(marks, length, most, least) {
  const depth = (at) => Math.max(0, MARK_PX + 4 - Math.min(Math.abs(at), Math.abs(at - length)));
  const cut = (by) => marks.reduce((sum, at) => sum + depth(at - by) ** 2, 0);
  let best = 0;
  for (let px = 1; px <= FARTHEST_PX && cut(best); px += 1) {
    for (const by of [px, -px]) {
      if (by <= most && by >= least && cut(by) < cut(best)) best = by;
    }
  }
  return best;
}

// Takes the camera of a first state, or of a new aim, which is Python's or a chapter's; true where there was one.
export function takeCamera(atlas, { camera, aim }) {
  const news = !atlas.told || aim !== atlas.aim;
  atlas.aim = aim;
  if (!news) return false;
  if (camera) {
    const [lat, lon, zoom] = camera;
    whenStill(atlas, () => {
      moveItself(atlas, () => atlas.map.setView([lat, lon], zoom, { animate: false }));
      atlas.touched = true;
      atlas.taken = camera;
    });
  } else if (atlas.told && atlas.touched) {
    whenStill(atlas, () => {
      atlas.touched = false;
      atlas.taken = null;
      fitStart(atlas);
    });
  }
  return Boolean(camera);
}

function tellCameraSoon(atlas) {
  if (!atlas.told || atlas.tellingCamera) return;
  atlas.tellingCamera = setTimeout(() => tellCamera(atlas), 150);
}

// The camera is null as long as nobody has moved the map from where it fits itself.
export function tellCamera(atlas) {
  clearTimeout(atlas.tellingCamera);
  atlas.tellingCamera = 0;
  atlas.channel.postMessage({ type: "camera", camera: atlas.touched ? atlas.taken || cameraNow(atlas) : null, sight: inSight(atlas) });
}

// A centre to 4 decimals is exact to a tenth of a pixel at the closest zoom.
function cameraNow({ map }) {
  const { lat, lng } = map.getCenter();
  return [Number(lat.toFixed(4)), Number(lng.toFixed(4)), Number(map.getZoom().toFixed(2))];
}

// The ids of all events, shown or not, whose first place lies on the part of the map that is in sight.
function inSight(atlas) {
  const { map, data, counts } = atlas;
  const bounds = map.getBounds();
  const seen = data.places.map(({ at }) => insideFrame(atlas, at) && bounds.contains(at));
  return data.events.filter((_, index) => seen[counts.place[index]]).map(({ id }) => id);
}

export function flyToSelected(atlas) {
  const { map, state, counts, data } = atlas;
  const event = counts.index.get(state.selected);
  const id = state.selected.startsWith("place:") ? state.selected.slice(6) : data.events[event]?.place;
  const place = atlas.placeById.get(id);
  if (!place || !insideFrame(atlas, place.at)) return; // beyond the frame, its button in the corner is marked
  const size = map.getSize();
  const clear = ({ x, y }) => x > size.x * 0.06 && x < size.x * 0.94 && y > size.y * 0.06 && y < size.y * 0.94;
  const marker = atlas.markerById.get(id);
  const points = [map.latLngToContainerPoint(place.at)];
  if (marker.shown) points.push(map.layerPointToContainerPoint([marker.point.x, marker.point.y]));
  if (points.every(clear)) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  whenStill(atlas, () => map.panTo(place.at, { animate: !calm, duration: 0.6 }));
}
