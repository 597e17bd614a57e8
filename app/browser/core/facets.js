// @ts-check
// How many events each choice of a filter stands for, and what each condition of the View stops. Both come from the bits of STOPS: an
// event counts for a choice of a list where nothing but that list stops it.

import { inRange, limitsOf, STOPS } from "./visibility.js";

/** @typedef {import("./dataset.js").Dataset} Dataset */
/** @typedef {import("./view.js").View} View */
/** @typedef {import("./visibility.js").Visibility} Visibility */
/** @typedef {"themes" | "agreements" | "layers" | "actors" | "places" | "kinds"} Facet fields of the View that are lists of ids */
/** @typedef {Record<Facet, Int32Array>} FacetCounts by facet, and then by index: of its table, or of the dataset's list of its ids */
/** @typedef {{ layers: Int16Array, kinds: Int16Array, agreements: Int16Array }} Coded of each event, the index in the dataset's list; -1 for none */

/** @type {Facet[]} */
const FACETS = ["themes", "agreements", "layers", "actors", "places", "kinds"];
const FACET_OF_STOP = new Map(FACETS.map((facet) => [STOPS[facet], facet]));
/** @type {WeakMap<Dataset, Coded>} */
const codedOfDatasets = new WeakMap();

/**
 * All that stops each event, with the range's own part.
 * @param {Visibility} visibility
 * @param {Dataset} dataset
 * @param {View} view
 * @returns {Uint16Array} bits of STOPS; `certainty` where the days touch the range and do not lie in it
 */
export function stopsWithRange({ stops }, dataset, view) {
  const { first, last, dated } = dataset.spans[view.basis];
  const limits = limitsOf(view);
  const all = stops.slice();
  for (let index = 0; index < all.length; index += 1) {
    if (!dated[index] || inRange(first[index], last[index], limits, view.certainty)) continue;
    all[index] |= inRange(first[index], last[index], limits, "possibly") ? STOPS.certainty : STOPS.range;
  }
  return all;
}

/**
 * For each choice of each list, how many events would be shown with it and all that is chosen elsewhere. `undated` has what would
 * be shown as well if either source dated it.
 * @param {Visibility} visibility
 * @param {Dataset} dataset
 * @param {View} view
 * @returns {{ dated: FacetCounts, undated: FacetCounts }}
 */
export function countFacets(visibility, dataset, view) {
  const stops = stopsWithRange(visibility, dataset, view);
  const coded = codedOf(dataset);
  const [dated, undated] = [noCounts(dataset), noCounts(dataset)];
  for (const event of dataset.events) {
    const own = stops[event.index];
    const by = own & ~STOPS.undated;
    const counts = own & STOPS.undated ? undated : dated;
    if (by === 0) for (const facet of FACETS) addTo(counts, facet, event, coded);
    else if (FACET_OF_STOP.has(by)) addTo(counts, /** @type {Facet} */ (FACET_OF_STOP.get(by)), event, coded); // that list alone stops it
  }
  return { dated, undated };
}

/** @param {FacetCounts} counts @param {Facet} facet @param {import("./dataset.js").EventRow} event @param {Coded} coded */
function addTo(counts, facet, event, coded) {
  const own = counts[facet];
  if (facet === "layers" || facet === "kinds" || facet === "agreements") {
    const at = coded[facet][event.index];
    if (at >= 0) own[at] += 1;
    return;
  }
  const rows = event[facet];
  for (let at = 0; at < rows.length; at += 1) own[rows[at]] += 1;
  if (facet === "places" && event.from >= 0 && !rows.includes(event.from)) own[event.from] += 1;
}

/** @param {Dataset} dataset @returns {Coded} */
function codedOf(dataset) {
  let coded = codedOfDatasets.get(dataset);
  if (!coded) {
    const { events, layers, kinds, agreements } = dataset;
    coded = {
      layers: Int16Array.from(events, ({ layer }) => layers.indexOf(layer)),
      kinds: Int16Array.from(events, ({ kind }) => kinds.indexOf(kind)),
      agreements: Int16Array.from(events, ({ agreement }) => agreements.indexOf(agreement)),
    };
    codedOfDatasets.set(dataset, coded);
  }
  return coded;
}

/** @param {Dataset} dataset @returns {FacetCounts} */
function noCounts({ themes, agreements, layers, actors, places, kinds }) {
  const lists = { themes, agreements, layers, actors, places, kinds };
  return /** @type {FacetCounts} */ (Object.fromEntries(Object.entries(lists).map(([facet, list]) => [facet, new Int32Array(list.length)])));
}

/**
 * Of a View that shows nothing: how many events would be shown without one condition alone. A range takes with it what is only possibly in it.
 * @param {Visibility} visibility
 * @param {Dataset} dataset
 * @param {View} view
 * @returns {{ stoppedBy: (stop: keyof typeof STOPS) => number, before: number, after: number }} and the index of the nearest event before
 *   the range, and of the nearest after it, that nothing but the range stops; -1 for none
 */
export function whatEmpties(visibility, dataset, view) {
  const { first, last } = dataset.spans[view.basis];
  const [start, end] = limitsOf(view);
  /** @type {Map<number, number>} */
  const alone = new Map();
  let [before, after] = [-1, -1];
  stopsWithRange(visibility, dataset, view).forEach((by, index) => {
    alone.set(by, (alone.get(by) ?? 0) + 1);
    if (by !== STOPS.range) return;
    if (last[index] < start && (before < 0 || last[index] > last[before])) before = index;
    if (first[index] > end && (after < 0 || first[index] < first[after])) after = index;
  });
  const counted = (/** @type {number} */ by) => alone.get(by) ?? 0;
  return { stoppedBy: (stop) => counted(STOPS[stop]) + (stop === "range" ? counted(STOPS.certainty) : 0), before, after };
}
