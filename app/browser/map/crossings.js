// @ts-check
// Border crossings have a mark of their own: how each stood at the end of the range, as far as the rows say it.
// It stands at the crossing, or beside the ring of its events where there is one.

import { stateOn } from "../core/crossing_states.js";
import { dayInWords } from "../core/dates.js";
import { joined } from "../core/direction.js";
import { fill } from "../core/words.js";
import { svgPart } from "../core/svg.js";
import { markerPoint } from "./journeys.js";
import { inLanguage, isInFrame } from "./state.js";
import { TIP_LOOK, tooltipContent } from "./tooltips.js";

/** @typedef {import("./state.js").Box} Box */
/** @typedef {import("./state.js").Crossing} Crossing */
/** @typedef {import("./state.js").LocatedPlace} LocatedPlace */
/** @typedef {import("./state.js").MapState} MapState */
/** @typedef {import("./state.js").Marker} Marker */
/** @typedef {import("./state.js").Point} Point */

const CROSSING_PX = 15;
/** What stands in the sign's frame; `closed` is filled, `unknown` is dashed around a question mark.
 * @type {Record<string, string>} */
const CROSSING_SIGNS = {
  open: "M-4.4,0H4.4M-2.2,-2.4L-4.6,0L-2.2,2.4M2.2,-2.4L4.6,0L2.2,2.4", // arrows both ways
  restricted: "M-4.4,-3.2H4.4M2.2,-5.4L4.6,-3.2L2.2,-1", // one arrow, above a closed half
  closed: "M-4,0H4", // a bar
};

/** @param {MapState} state */
export function makeCrossings(state) {
  const { dataset } = state;
  state.crossings = dataset.crossings.filter(({ place }) => isInFrame(state, dataset.places[place])).map(({ place: index, states }) => {
    const place = /** @type {LocatedPlace} */ (dataset.places[index]);
    const element = document.createElement("div");
    element.className = "atlas-crossing";
    element.dataset.crossing = place.id;
    const icon = L.divIcon({ html: element, className: "", iconSize: [0, 0] });
    const layer = L.marker(place.at, { icon, pane: "crossings", keyboard: true });
    const crossing = { place, states, element, layer, drawn: "", point: /** @type {any} */ (null) }; // until it is placed
    layer.bindTooltip(() => crossingTooltip(state, crossing), { ...TIP_LOOK, direction: "top", offset: [0, -10] });
    layer.on("click", () => selectCrossing(state, crossing));
    layer.addTo(state.map);
    return crossing;
  });
}

/**
 * @param {MapState} state
 * @param {Crossing} crossing
 */
export function selectCrossing({ atlas }, { place }) {
  atlas.select(`place:${place.id}`);
}

/** @param {MapState} state */
export function updateCrossings(state) {
  const { atlas, range: [, day] } = state;
  for (const crossing of state.crossings) {
    const status = stateOn(crossing.states, day).passage?.status || "unknown";
    const drawn = `${status} ${atlas.appearance()} ${atlas.language().code}`;
    if (drawn === crossing.drawn) continue;
    crossing.drawn = drawn;
    crossing.element.dataset.status = status;
    crossing.element.replaceChildren(crossingSign(atlas.palette(), status));
    const box = crossing.layer.getElement();
    box.setAttribute("role", "button");
    box.setAttribute("aria-label", `${inLanguage(state, crossing.place.name)}: ${atlas.words()[`crossing_${status}`]}`);
  }
}

// The signs differ in shape, so that nobody has to tell them by colour.
/** @param {Record<string, string>} palette @param {string} status */
function crossingSign(palette, status) {
  const half = CROSSING_PX / 2;
  const svg = svgPart("svg", { width: CROSSING_PX, height: CROSSING_PX, viewBox: `${-half} ${-half} ${CROSSING_PX} ${CROSSING_PX}` });
  const isClosed = status === "closed";
  const side = CROSSING_PX - 2;
  const ground = { x: -side / 2, y: -side / 2, width: side, height: side, rx: 3, fill: isClosed ? palette.text : palette.ground };
  /** @type {Record<string, string>} */
  const dashes = status === "unknown" ? { "stroke-dasharray": "2 1.6" } : {};
  svg.append(svgPart("rect", { ...ground, stroke: isClosed ? palette.ground : palette.text, "stroke-width": 1.2, ...dashes }));
  if (status === "unknown") {
    const question = svgPart("text", { "text-anchor": "middle", "dominant-baseline": "central", y: 0.4 });
    question.textContent = "?";
    svg.append(question);
  } else {
    if (status === "restricted") svg.append(svgPart("path", { d: `M${-side / 2},1.4H${side / 2}V${side / 2 - 1}H${-side / 2}Z`, fill: palette.text }));
    const d = CROSSING_SIGNS[status];
    svg.append(svgPart("path", { d, fill: "none", stroke: isClosed ? palette.ground : palette.text, "stroke-width": isClosed ? 2.6 : 1.3 }));
  }
  return svg;
}

/**
 * After the markers have been given room: beside the ring where no other marker covers the sign, else on the spot.
 * @param {MapState} state
 */
export function placeCrossings(state) {
  for (const crossing of state.crossings) {
    const marker = state.markerByPlace.get(crossing.place.index);
    const middle = markerPoint(state, crossing.place);
    crossing.point = marker?.shown ? pointBeside(state, marker, middle) : middle;
    const at = state.map.layerPointToLatLng([crossing.point.x, crossing.point.y]);
    if (!crossing.layer.getLatLng().equals(at, 1e-9)) crossing.layer.setLatLng(at);
  }
}

// The first of eight points around the ring, from up and to the right clockwise, that other markers leave free; where
// none is free, the one that they cover least.
/** @param {MapState} state @param {Marker} marker @param {Point} middle @returns {Point} */
function pointBeside(state, marker, middle) {
  const reach = marker.radius + CROSSING_PX * 0.62;
  const others = state.markers.filter((other) => other.shown && other !== marker);
  let best = { gap: -Infinity, x: middle.x, y: middle.y };
  for (let turn = 0; turn < 8 && best.gap < 0; turn += 1) {
    const angle = ((turn - 1) * Math.PI) / 4;
    const point = { x: middle.x + reach * Math.cos(angle), y: middle.y + reach * Math.sin(angle) };
    const gap = Math.min(...others.map((other) => Math.hypot(other.point.x - point.x, other.point.y - point.y) - other.radius - CROSSING_PX / 2));
    if (gap > best.gap) best = { gap, ...point };
  }
  return { x: best.x, y: best.y };
}

/**
 * @param {Crossing} crossing
 * @param {Point} offset from layer points to the map's corner
 * @returns {Box}
 */
export function crossingBox({ point }, offset) {
  const half = CROSSING_PX / 2;
  return { x: point.x + offset.x - half, y: point.y + offset.y - half, w: CROSSING_PX, h: CROSSING_PX };
}

/** @param {MapState} state @param {Crossing} crossing */
function crossingTooltip(state, crossing) {
  const { atlas, range: [, day] } = state;
  const words = atlas.words();
  const { passage, hold } = stateOn(crossing.states, day);
  const lines = [`${words[`crossing_${passage?.status || "unknown"}`]}${passage ? ` (${inLanguage(state, passage.period)})` : ""}`];
  if (hold?.holder) lines.push(fill(words.crossing_held, { holder: inLanguage(state, hold.holder), period: inLanguage(state, hold.period) }));
  return tooltipContent(joined([inLanguage(state, crossing.place.name), dayInWords(day, atlas.language())], " · "), lines, lines.length);
}
