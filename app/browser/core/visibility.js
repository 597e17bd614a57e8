// @ts-check
// Which events a View shows and why the others are not shown: the one place in the browser that decides it, by the rules of
// status_of in app/model/chronology/filtering.py; tests/cases/visibility.json holds the two together. Numbers in typed arrays, so
// that a frame of a drag costs little however many events there are.

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./dataset.js").Dataset} Dataset */

/** Why an event is not shown, in the order of these numbers; ABSENT is in a layer that is switched off and is counted nowhere. */
export const STATUSES = ["shown", "outside_range", "undated", "filtered_out", "off_screen", "absent"];
export const [SHOWN, OUTSIDE_RANGE, UNDATED, FILTERED_OUT, OFF_SCREEN, ABSENT] = STATUSES.keys();

/** What may keep an event from being shown, each a bit of `Visibility.stops`: as many as apply to the event, whichever of them its status names. */
export const STOPS = { layers: 1, themes: 2, actors: 4, places: 8, kinds: 16, agreements: 32, words: 64, extent: 128, undated: 256, range: 512, certainty: 1024 };
const FILTER_STOPS = STOPS.themes | STOPS.actors | STOPS.places | STOPS.kinds | STOPS.agreements | STOPS.words;

/**
 * @typedef {object} Visibility
 * @property {Uint8Array} status of each event, one of STATUSES
 * @property {Uint16Array} stops of each event, all that stops it but the range: bits of STOPS
 * @property {Uint8Array} ignoringRange the same where the range decides nothing; SHOWN where it is left to the range
 * @property {Uint8Array} onMap of each event, 1 where it is shown if the map's extent is left aside: what the map draws, in sight or not
 * @property {Int32Array} tally how many events have each status
 * @property {number} revision counted up whenever `ignoringRange` has changed
 * @property {(index: number) => boolean} passes true where no filter stops the event, whatever its date
 */

/**
 * @param {Dataset} dataset
 * @returns {Visibility}
 */
export function makeVisibility(dataset) {
  const count = dataset.events.length;
  const ignoringRange = new Uint8Array(count);
  return {
    status: new Uint8Array(count),
    stops: new Uint16Array(count),
    ignoringRange,
    onMap: new Uint8Array(count),
    tally: new Int32Array(STATUSES.length),
    revision: 0,
    passes: (index) => ignoringRange[index] === SHOWN || ignoringRange[index] === UNDATED,
  };
}

/**
 * Applies what the range does not decide.
 * @param {Visibility} visibility
 * @param {Dataset} dataset
 * @param {View} view
 * @param {{ inSight?: Uint8Array | null, found?: Uint8Array | null }} [seen] by event: whether the map shows its place, and whether the words
 *   are found in it; without, all are
 */
export function applyFilters(visibility, dataset, view, { inSight = null, found = null } = {}) {
  const { ignoringRange, stops } = visibility;
  const { dated } = dataset.spans[view.basis];
  const [themes, actors, places] = [dataset.themeIds, dataset.actorIds, dataset.placeIds].map((ids, which) => chosen(ids, [view.themes, view.actors, view.places][which]));
  const [kinds, agreements, layers] = [view.kinds, view.agreements, view.layers].map((ids) => new Set(ids));
  const words = view.words.trim() ? found : null;
  const sight = view.extent ? inSight : null;
  dataset.events.forEach((event, index) => {
    let by = 0;
    if (event.layer !== dataset.ownLayer && !layers.has(event.layer)) by |= STOPS.layers;
    if (themes && !event.themes.some((theme) => themes[theme])) by |= STOPS.themes;
    if (actors && !event.actors.some((actor) => actors[actor])) by |= STOPS.actors;
    if (places && !event.places.some((place) => places[place]) && !(event.from >= 0 && places[event.from])) by |= STOPS.places;
    if (kinds.size && !kinds.has(event.kind)) by |= STOPS.kinds;
    if (agreements.size && !agreements.has(event.agreement)) by |= STOPS.agreements;
    if (words && !words[index]) by |= STOPS.words;
    if (sight && !sight[index]) by |= STOPS.extent;
    if (!dated[index]) by |= STOPS.undated;
    stops[index] = by;
    ignoringRange[index] = statusFor(by);
  });
  visibility.revision += 1;
}

/** @param {number} by bits of STOPS */
function statusFor(by) {
  if (by & STOPS.layers) return ABSENT;
  if (by & FILTER_STOPS) return FILTERED_OUT;
  if (by & STOPS.extent) return OFF_SCREEN;
  return by & STOPS.undated ? UNDATED : SHOWN;
}

/**
 * Applies the range, as often as it moves.
 * @param {Visibility} visibility
 * @param {Dataset} dataset
 * @param {Pick<View, "basis" | "certainty">} view
 * @param {readonly [number, number]} range first and last day, both included
 */
export function applyRange({ status, ignoringRange, onMap, tally }, dataset, { basis, certainty }, range) {
  const { first, last, dated } = dataset.spans[basis];
  tally.fill(0);
  for (let index = 0; index < status.length; index += 1) {
    let now = ignoringRange[index];
    const isLeftToRange = now === SHOWN || (now === OFF_SCREEN && dated[index] === 1);
    const isIn = isLeftToRange && inRange(first[index], last[index], range, certainty);
    if (now === SHOWN && !isIn) now = OUTSIDE_RANGE;
    onMap[index] = Number(isIn);
    status[index] = now;
    tally[now] += 1;
  }
}

/**
 * The range by which events are shown: where no first or last day is chosen it has no limit, and what is open at that end is in it.
 * @param {Pick<View, "start" | "end">} view
 * @returns {[number, number]}
 */
export function limitsOf({ start, end }) {
  return [start ?? -Infinity, end ?? Infinity];
}

/**
 * True where the days touch the range or, if certainty is asked for, lie in it.
 * @param {number} first
 * @param {number} last
 * @param {readonly [number, number]} range
 * @param {string} certainty
 */
export function inRange(first, last, range, certainty) {
  if (certainty === "certainly") return first >= range[0] && last <= range[1];
  return first <= range[1] && last >= range[0];
}

// By index, whether an id is chosen; null where no restriction is made. An id that is in no table restricts all the same.
/** @param {string[]} ids @param {string[]} wanted */
function chosen(ids, wanted) {
  if (!wanted.length) return null;
  const set = new Set(wanted);
  return ids.map((id) => set.has(id));
}
