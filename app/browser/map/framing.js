// @ts-check
// Where the map stands so that it shows its subject: the places of the subject's events, and both ends of its journeys. In
// Web Mercator's square world, whose sides are 1 long: x from west to east, y from north to south.

/** @typedef {import("../core/dataset.js").Dataset} Dataset */
/** @typedef {import("./state.js").LocatedPlace} LocatedPlace */
/** @typedef {import("./state.js").Point} Point */
/** @typedef {{ place: LocatedPlace, weight: number, isNumbered?: boolean }} SubjectPlace weight: how many events of the subject name it. isNumbered: a caption stands at it */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Room px of each edge that are kept free of places */
/** @typedef {{ west: number, east: number, north: number, south: number, x: number, y: number, weight: number, isNumbered?: boolean }} Extent of a place */

const CLOSEST_ZOOM = 8.5; // a governorate fills the map
const FARTHEST_ZOOM = 3.5;
const ZOOM_STEP = 0.05; // as build_map's zoom_snap
const WIDEST = 0.1; // of the world's width: half a continent from corner to corner
const LEFT_OUT_MOST = 1 / 3; // of the weight: a subject that lies all over the world is shown whole
const MANY = 8; // of more places their names need room: one that lies far from the others is left out for so many zoom levels
const ZOOM_WON = 0.5;
const WIDEST_AREA_KM = 260; // of a larger area only the middle must be in sight, unless it is all that there is
const EQUATOR_KM = 40075;
const WORLD_PX = 256; // at zoom 0

/**
 * The places of a subject that the map is fitted to. Of an event the mark stands at the first; of the others, and of where a
 * journey began, only those that are points: "Iran" as one of four places needs not have its middle in sight.
 * @param {Pick<Dataset, "events" | "places">} dataset
 * @param {Uint8Array} subject by event
 * @returns {SubjectPlace[]}
 */
export function subjectPlaces({ events, places }, subject) {
  /** @type {Map<number, number>} */
  const weights = new Map();
  for (const { index, places: [first, ...others], from } of events) {
    if (!subject[index]) continue;
    const points = [...others, from].filter((place) => places[place]?.area === false);
    for (const place of new Set([first, ...points])) if (places[place]?.at) weights.set(place, (weights.get(place) ?? 0) + 1);
  }
  return [...weights].map(([index, weight]) => ({ place: /** @type {LocatedPlace} */ (places[index]), weight }));
}

/** @type {WeakMap<Uint8Array, Set<number>>} */
const placesBySubject = new WeakMap();

/**
 * @param {Pick<Dataset, "events" | "places">} dataset
 * @param {Uint8Array} subject by event; the atlas has another one for each subject
 * @returns {Set<number>} indices of the same places
 */
export function subjectPlaceIndices(dataset, subject) {
  let indices = placesBySubject.get(subject);
  if (!indices) placesBySubject.set(subject, (indices = new Set(subjectPlaces(dataset, subject).map(({ place }) => place.index))));
  return indices;
}

/**
 * Where the map stands for a subject: as close as shows all of it, from a governorate to half a continent. What lies far from the
 * most of it is left out where it would make that too small.
 * @param {SubjectPlace[]} places
 * @param {Point} size of the map, px
 * @param {Room} room
 * @returns {[number, number, number] | null} degrees north and east, zoom level; null where no place is known
 */
export function cameraOfSubject(places, size, room) {
  if (!places.length) return null;
  const inner = { x: size.x - room.left - room.right, y: size.y - room.top - room.bottom };
  const all = places.map((each) => extentOf(each, places.length === 1));
  const around = boxAround(withoutFarthest(all, inner));
  const zoom = Math.max(0, Math.min(CLOSEST_ZOOM, Math.floor(zoomFor(around, inner) / ZOOM_STEP) * ZOOM_STEP));
  const world = WORLD_PX * 2 ** zoom;
  const x = (around.west + around.east) / 2 + (room.right - room.left) / 2 / world;
  const y = (around.north + around.south) / 2 + (room.bottom - room.top) / 2 / world;
  return [Number(latitudeAt(y).toFixed(4)), Number((x * 360 - 180).toFixed(4)), Number(zoom.toFixed(2))];
}

/** @param {SubjectPlace} subject @param {boolean} isAlone @returns {Extent} */
function extentOf({ place: { at: [latitude, longitude], radiusKm }, weight, isNumbered }, isAlone) {
  const x = (longitude + 180) / 360;
  const y = 0.5 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / (2 * Math.PI);
  const reach = (isAlone ? radiusKm : Math.min(radiusKm, WIDEST_AREA_KM)) / (EQUATOR_KM * Math.cos((latitude * Math.PI) / 180));
  return { x, y, weight, isNumbered, west: x - reach, east: x + reach, north: y - reach, south: y + reach };
}

/** @param {number} y */
function latitudeAt(y) {
  return (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
}

/** @param {Extent[]} extents */
function boxAround(extents) {
  return {
    west: Math.min(...extents.map(({ west }) => west)),
    east: Math.max(...extents.map(({ east }) => east)),
    north: Math.min(...extents.map(({ north }) => north)),
    south: Math.max(...extents.map(({ south }) => south)),
  };
}

/** @param {Pick<Extent, "west" | "east" | "north" | "south">} box @param {Point} inner px */
function zoomFor({ west, east, north, south }, inner) {
  return Math.log2(Math.min(inner.x / (east - west), inner.y / (south - north)) / WORLD_PX);
}

// Takes the places away that lie farthest from the middle of all, until the rest fit.
/** @param {Extent[]} all @param {Point} inner px @returns {Extent[]} */
function withoutFarthest(all, inner) {
  const middle = { x: median(all, "x"), y: median(all, "y") };
  const distance = (/** @type {Extent} */ { x, y }) => Math.hypot(x - middle.x, y - middle.y);
  const kept = [...all].sort((a, b) => distance(a) - distance(b));
  let spare = LEFT_OUT_MOST * all.reduce((sum, { weight }) => sum + weight, 0);
  while (!isHalfAContinent(boxAround(kept), inner)) {
    spare -= kept[kept.length - 1].weight;
    if (spare < 0 || kept.length === 1) return kept.length === 1 ? kept : all;
    kept.pop();
  }
  while (kept.length > MANY) {
    const fewer = kept.slice(0, -1);
    const { weight, isNumbered } = kept[kept.length - 1];
    spare -= weight;
    if (isNumbered || spare < 0 || zoomFor(boxAround(fewer), inner) < zoomFor(boxAround(kept), inner) + ZOOM_WON) break;
    kept.pop();
  }
  return kept;
}

/** @param {Pick<Extent, "west" | "east" | "north" | "south">} box @param {Point} inner px */
function isHalfAContinent(box, inner) {
  return Math.hypot(box.east - box.west, box.south - box.north) <= WIDEST && zoomFor(box, inner) >= FARTHEST_ZOOM;
}

// Half of the weight lies on either side of it.
/** @param {Extent[]} extents @param {"x" | "y"} axis */
function median(extents, axis) {
  const sorted = [...extents].sort((a, b) => a[axis] - b[axis]);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let passed = 0;
  return (sorted.find(({ weight }) => (passed += weight) >= half) ?? sorted[0])[axis];
}
