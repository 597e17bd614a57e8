// @ts-check
// Journeys: curved arrows from where the traveller came, one for each flow, with the number of its journeys.

import { joined } from "../core/direction.js";
import { countShownOf, firstShown } from "./counts.js";
import { eventLine } from "./markers.js";
import { inLanguage, themeColour } from "./state.js";
import { TIP_LOOK, tooltipContent } from "./tooltips.js";

/** @typedef {import("../core/dataset.js").EventRow} EventRow */
/** @typedef {import("./counts.js").Flow} Flow */
/** @typedef {import("./state.js").LocatedPlace} LocatedPlace */
/** @typedef {import("./state.js").MapState} MapState */
/** @typedef {import("./state.js").Point} Point */

export const BADGE_PX = 15;
const SHORTEST_PX = 40; // a shorter way has no room for an arrow
const CURVE_STEPS = 24;
const QUIET = { own: 0.9, context: 0.3 }; // opacity: a composed picture is about some of the journeys
const TIP_LINES_OF_FLOW = 5; // journeys that a tooltip names

/**
 * Draws the journeys of the events shown: in a drag, only those that come or go are touched.
 * @param {MapState} state
 */
export function drawFlows(state) {
  const { flows, flowsShown, flowCounts } = state.counts;
  const own = flowsShown.map((index) => isOwnFlow(state, flows[index]));
  const drawn = `${state.arrangement}: ${flowsShown}; ${flowCounts}; ${own}`;
  if (drawn === state.flowsDrawn) return;
  state.flowsDrawn = drawn;
  for (const list of [state.arrowHeads, state.arrowLines, state.badges]) list.length = 0;
  const unused = new Set(flows);
  flowsShown.forEach((index, at) => { if (drawFlow(state, flows[index], flowCounts[index], own[at])) unused.delete(flows[index]); });
  for (const flow of unused) if (flow.drawn) hideFlow(flow);
}

// Of a composed picture, whether any of its journeys belongs to the subject; elsewhere all are alike.
/** @param {MapState} state @param {Flow} flow */
function isOwnFlow({ atlas }, { events }) {
  const subject = atlas.composed ? atlas.subject() : null;
  return !subject || events.some((event) => subject[event] && atlas.visibility.onMap[event]);
}

/** @param {Flow} flow */
function hideFlow(flow) {
  flow.drawn = "";
  for (const layer of [flow.line, flow.head, flow.badge]) layer.remove();
}

// False where the way is too short for an arrow.
/** @param {MapState} state @param {Flow} flow @param {number} count @param {boolean} isOwn */
function drawFlow(state, flow, count, isOwn) {
  const { map } = state;
  const from = markerPoint(state, flow.start);
  const to = markerPoint(state, flow.end);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < SHORTEST_PX) return false;
  const colour = themeColour(state, flow.theme);
  const drawn = `${[map.getZoom(), from.x, from.y, to.x, to.y]} ${colour} ${isOwn}`;
  if (drawn !== flow.drawn) {
    const { points, head } = arrow(from, to, length, flow.sequence);
    const geographic = (/** @type {Point[]} */ list) => list.map((point) => map.layerPointToLatLng([point.x, point.y]));
    if (!flow.line) makeArrow(state, flow);
    const opacity = QUIET[isOwn ? "own" : "context"];
    flow.line.setStyle({ color: colour, opacity }).setLatLngs(geographic(points));
    flow.head.setStyle({ fillColor: colour, fillOpacity: isOwn ? 1 : opacity }).setLatLngs(geographic(head));
    const middle = points[CURVE_STEPS / 2];
    Object.assign(flow, { tip: head[0], curve: points, middle });
    flow.badge.setLatLng(geographic([middle])[0]);
    if (!flow.drawn) for (const layer of [flow.line, flow.head]) layer.addTo(map);
    flow.drawn = drawn;
  }
  numberFlow(state, flow, isOwn ? count : 0, colour);
  if (!isOwn || !flow.tip) return true;
  state.arrowHeads.push(flow.tip);
  state.arrowLines.push(...flow.curve);
  return true;
}

// How many journeys an arrow stands for, in its middle: one goes without saying.
/** @param {MapState} state @param {Flow} flow @param {number} count @param {string} colour */
function numberFlow(state, flow, count, colour) {
  if (count < 2) {
    flow.badge.remove();
    return;
  }
  flow.badge.addTo(state.map);
  const element = flow.badge.getElement().firstChild;
  element.textContent = count;
  element.style.color = colour;
  if (flow.middle) state.badges.push(flow.middle);
}

// A curve that bends to the left of the way, and its head; a second flow between the same places bends further.
/** @param {Point} from @param {Point} to @param {number} length @param {number} sequence */
function arrow(from, to, length, sequence) {
  const bend = Math.min(60, length * 0.16) + sequence * 9;
  const control = {
    x: (from.x + to.x) / 2 + ((to.y - from.y) / length) * bend,
    y: (from.y + to.y) / 2 - ((to.x - from.x) / length) * bend,
  };
  const along = (/** @type {number} */ t) => ({
    x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * control.x + t ** 2 * to.x,
    y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * control.y + t ** 2 * to.y,
  });
  const first = 16 / length;
  const last = 1 - 21 / length;
  const points = Array.from({ length: CURVE_STEPS + 1 }, (_, step) => along(first + ((last - first) * step) / CURVE_STEPS));
  const tip = along(last + 5 / length);
  const before = along(last - 4 / length);
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const wing = (/** @type {number} */ side) => ({ x: tip.x - 9 * Math.cos(angle + side), y: tip.y - 9 * Math.sin(angle + side) });
  return { points, head: [tip, wing(0.42), wing(-0.42)] };
}

/** @param {MapState} state @param {Flow} flow */
function makeArrow(state, flow) {
  const icon = L.divIcon({ html: '<div class="atlas-journeys"></div>', className: "", iconSize: [0, 0] });
  flow.line = L.polyline([], { pane: "journeys", weight: 1.8, opacity: 0.9 });
  flow.badge = L.marker([0, 0], { icon, pane: "journeys", interactive: false, keyboard: false });
  flow.head = L.polygon([], { pane: "journeys", stroke: false, fillOpacity: 1 });
  for (const layer of [flow.line, flow.head]) {
    layer.bindTooltip(() => flowTooltip(state, flow), { ...TIP_LOOK, sticky: true });
    layer.on("click", () => selectFlow(state, flow));
  }
}

/**
 * A flow of several journeys selects the first that is shown.
 * @param {MapState} state
 * @param {Flow} flow
 */
export function selectFlow(state, { events }) {
  const [event] = firstShown(state, events, 1);
  if (event) state.atlas.select(event.id);
}

/** @param {MapState} state @param {Flow} flow */
function flowTooltip(state, { start, end, events }) {
  const lines = firstShown(state, events, TIP_LINES_OF_FLOW).map((event) => `${travellerLine(state, event)}${eventLine(state, event)}`);
  return tooltipContent(joined([inLanguage(state, start.name), inLanguage(state, end.name)], " – "), lines, countShownOf(state, events));
}

// Who travelled, and when: the essay's date, or for want of it the reports'.
/** @param {MapState} state @param {EventRow} event */
function travellerLine(state, { actors, dates }) {
  const { dataset, atlas } = state;
  const who = actors.map((index) => inLanguage(state, dataset.actors[index].name)).join(atlas.language().list_comma);
  const date = dataset.bases.map((basis) => dates[basis]).find(Boolean);
  return `${joined([who, date && inLanguage(state, date)], " · ")}: `;
}

/**
 * Where a place stands: at its marker, if that is shown.
 * @param {MapState} state
 * @param {LocatedPlace} place
 * @returns {Point}
 */
export function markerPoint({ map, markerByPlace }, place) {
  const marker = markerByPlace.get(place.index);
  return marker?.shown ? marker.point : map.latLngToLayerPoint(place.at);
}
