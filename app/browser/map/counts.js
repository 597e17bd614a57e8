// @ts-check
// What is shown, as numbers: one pass over all events a frame, however many there are. Which events are shown is decided in
// core/visibility.js.

import { FILTERED_OUT, ABSENT } from "../core/visibility.js";

/** @typedef {import("../core/dataset.js").EventRow} EventRow */
/** @typedef {import("./state.js").LocatedPlace} LocatedPlace */
/** @typedef {import("./state.js").MapState} MapState */
/** @typedef {import("./state.js").Point} Point */
/**
 * @typedef {object} Flow Journeys from one place to another that share a theme: one arrow.
 * @property {LocatedPlace} start
 * @property {LocatedPlace} end
 * @property {number} theme
 * @property {number} sequence 0 for the first flow between its places, 1 for the next: each bends further
 * @property {number[]} events
 * @property {any} line
 * @property {any} head
 * @property {any} badge
 * @property {string} drawn
 * @property {Point[]} curve
 * @property {Point | null} tip
 * @property {Point | null} middle
 */
/**
 * @typedef {object} Counts
 * @property {Int32Array} place of each event, the index of the place at which it stands; -1 for none
 * @property {Uint16Array} theme of each event, the index of the theme that gives its colour
 * @property {Uint8Array} contested of each event, whether reports contest it
 * @property {Int32Array} flow of each event, the index of its flow; -1 for none
 * @property {number[][]} events of each place, in the order of the table
 * @property {Flow[]} flows
 * @property {number[]} flowsShown in the order of their first event shown
 * @property {Int32Array} flowCounts events shown of each flow
 * @property {number} width themes: length of a place's row in `byTheme`
 * @property {Int32Array} byTheme events shown of each place and theme
 * @property {Int32Array} contestedAt contested events shown of each place
 * @property {number} total events shown
 * @property {boolean} routesPass whether the filters let the corridors pass
 */

/**
 * @param {MapState} state
 * @returns {Counts}
 */
export function makeCounts({ dataset }) {
  const { events, places, themes } = dataset;
  const width = themes.length;
  const counts = {
    place: Int32Array.from(events, (event) => (places[event.places[0]]?.at ? event.places[0] : -1)),
    theme: Uint16Array.from(events, (event) => event.themes[0]),
    contested: Uint8Array.from(events, ({ agreement }) => Number(agreement === "conflicts")),
    flow: new Int32Array(events.length).fill(-1),
    events: places.map(() => /** @type {number[]} */ ([])),
    flows: /** @type {Flow[]} */ ([]),
    flowsShown: [],
    flowCounts: new Int32Array(0),
    width,
    byTheme: new Int32Array(places.length * width),
    contestedAt: new Int32Array(places.length),
    total: 0,
    routesPass: true,
  };
  counts.place.forEach((place, index) => { if (place >= 0) counts.events[place].push(index); });
  findFlows(dataset, counts);
  counts.flowCounts = new Int32Array(counts.flows.length);
  return counts;
}

// What begins or ends in an area has no point to draw an arrow from or to.
/** @param {import("../core/dataset.js").Dataset} dataset @param {Counts} counts */
function findFlows({ events, places }, counts) {
  /** @type {Map<string, number>} */
  const indices = new Map();
  for (const { index, travels, from, places: [to], themes: [theme] } of events) {
    if (!travels || from === to) continue;
    const [start, end] = /** @type {import("./state.js").LocatedPlace[]} */ ([places[from], places[to]]);
    if (!start?.at || !end?.at || start.area || end.area) continue;
    const key = `${from} ${to} ${theme}`;
    const flow = indices.get(key) ?? counts.flows.length;
    if (!indices.has(key)) {
      indices.set(key, flow);
      const sequence = counts.flows.filter((other) => other.start === start && other.end === end).length;
      counts.flows.push({ start, end, theme, sequence, events: [], line: null, head: null, badge: null, drawn: "", curve: [], tip: null, middle: null });
    }
    counts.flow[index] = flow;
    counts.flows[flow].events.push(index);
  }
}

/**
 * Corridors have no filter of their own: they go with the theme that tells of them.
 * @param {MapState} state
 */
export function applyRouteFilter({ atlas, counts, settings: { routesTheme } }) {
  const { ignoringRange } = atlas.visibility;
  const passes = (/** @type {number} */ index) => ignoringRange[index] !== FILTERED_OUT && ignoringRange[index] !== ABSENT;
  counts.routesPass = routesTheme < 0 || counts.theme.some((theme, index) => theme === routesTheme && passes(index));
}

/**
 * Counts what is shown: by place and theme, what reports contest, and journeys.
 * @param {MapState} state
 */
export function countShown({ atlas, counts }) {
  const { onMap } = atlas.visibility;
  const { byTheme, contestedAt, flowsShown, flowCounts, width } = counts;
  let total = 0;
  byTheme.fill(0);
  contestedAt.fill(0);
  flowCounts.fill(0);
  flowsShown.length = 0;
  for (let i = 0; i < onMap.length; i += 1) {
    if (!onMap[i]) continue;
    total += 1;
    const place = counts.place[i];
    if (place < 0) continue;
    byTheme[place * width + counts.theme[i]] += 1;
    contestedAt[place] += counts.contested[i];
    const flow = counts.flow[i];
    if (flow < 0) continue;
    if (!flowCounts[flow]) flowsShown.push(flow);
    flowCounts[flow] += 1;
  }
  counts.total = total;
}

/**
 * @param {MapState} state
 * @param {number} place index
 */
export function countAt({ counts }, place) {
  let count = 0;
  for (let i = place * counts.width; i < (place + 1) * counts.width; i += 1) count += counts.byTheme[i];
  return count;
}

/**
 * The first `most` events shown among those with these indices, in the order of the table.
 * @param {MapState} state
 * @param {number[]} indices
 * @param {number} most
 */
export function firstShown({ atlas, dataset }, indices, most) {
  /** @type {EventRow[]} */
  const found = [];
  for (const index of indices) {
    if (found.length === most) break;
    if (atlas.visibility.onMap[index]) found.push(dataset.events[index]);
  }
  return found;
}

/**
 * @param {MapState} state
 * @param {number[]} indices
 */
export function countShownOf({ atlas }, indices) {
  return indices.reduce((sum, index) => sum + atlas.visibility.onMap[index], 0);
}
