// @ts-check
// Thousands of marks as a few paths. Plotly draws each mark as an element of its own, and each point with a transform of its
// own, which the browser sorts into layers anew in every frame in which anything moves: 20 ms of a frame with 2,000 events.
// Marks of one look are drawn as one path instead, over Plotly's own, which stay hidden and keep answering to the pointer.

import { DIMMED_OPACITY } from "./dimming.js";
import { svgPart } from "../core/svg.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/**
 * @typedef {object} Look What elements have in common that can be drawn as one path.
 * @property {string} style
 * @property {string} symbol outline of a symbol; empty for a bar, which has an outline of its own
 * @property {SVGElement[]} drawn the path as it is, and the one that is dimmed
 */
/**
 * @typedef {object} Batch The elements of one trace.
 * @property {Element} merged
 * @property {Look[]} looks
 * @property {{ look: number, at: string, event: number }[]} members `at`: the symbol's place, or the bar's outline
 */

const BATCHED_FROM = 400; // elements; fewer cost less than merging them
const OPACITY_IN_STYLE = /(^|[;\s])opacity:[^;]*/;

let markersMade = 0; // each has an id of its own in the page

/**
 * Merges what Plotly has just drawn, where there is much of it.
 * @param {TimePanel} panel
 */
export function batchMarks(panel) {
  const groups = new Set(panel.parts.map(({ group }) => group));
  for (const batch of panel.batches) batch.merged.remove();
  const isMuch = panel.parts.length >= BATCHED_FROM;
  for (const group of groups) /** @type {HTMLElement} */ (group).style.display = isMuch ? "none" : "";
  panel.batches = isMuch ? [...groups].map((group) => batchOf(panel, group)) : [];
}

/** @param {TimePanel} panel @param {Element} group @returns {Batch} */
function batchOf(panel, group) {
  const merged = svgPart("g", { class: "merged" });
  group.after(merged);
  /** @type {Look[]} */
  const looks = [];
  /** @type {Map<string, Map<string, number>>} */
  const known = new Map();
  const lookOf = (/** @type {string} */ style, /** @type {string} */ symbol) => {
    const ofStyle = known.get(style) ?? new Map();
    known.set(style, ofStyle);
    if (!ofStyle.has(symbol)) ofStyle.set(symbol, looks.push({ style, symbol, drawn: [] }) - 1);
    return ofStyle.get(symbol);
  };
  const members = panel.parts.filter((part) => part.group === group).map(({ path, mark }) => {
    const [style, outline] = [path.getAttribute("style") ?? "", path.getAttribute("d") ?? ""];
    const place = /translate\(([^)]+)\)/.exec(path.getAttribute("transform") ?? "")?.[1];
    return { look: lookOf(style, place ? outline : ""), at: place ?? outline, event: mark.event.index };
  });
  return { merged, looks, members };
}

/**
 * Draws the merged paths, with what the filters stop apart and dimmed.
 * @param {TimePanel} panel
 */
export function drawBatches({ batches, atlas: { visibility } }) {
  for (const { merged, looks, members } of batches) {
    /** @type {string[][]} */
    const places = looks.flatMap(() => [[], []]);
    for (const { look, at, event } of members) places[2 * look + (visibility.passes(event) ? 0 : 1)].push(at);
    looks.forEach((look, number) => {
      if (!look.drawn.length) look.drawn = [1, DIMMED_OPACITY].map((opacity) => drawnIn(merged, look, opacity));
      look.drawn.forEach((path, dimmed) => putLookAt(path, look, places[2 * number + dimmed]));
    });
  }
}

/**
 * Points have a symbol and a place: the symbol becomes an SVG marker, the places its path's corners. Bars have an outline, which is a
 * path already.
 * @param {Element} merged
 * @param {Look} look
 * @param {number} opacity
 * @returns {SVGElement}
 */
function drawnIn(merged, { style, symbol }, opacity) {
  const styled = style.replace(OPACITY_IN_STYLE, `$1opacity: ${opacity}`);
  if (!symbol) {
    const path = svgPart("path", { style: styled });
    merged.append(path);
    return path;
  }
  const id = `mark-${(markersMade += 1)}`;
  const marker = svgPart("marker", { id, markerUnits: "userSpaceOnUse", overflow: "visible" });
  marker.append(svgPart("path", { style: styled, d: symbol }));
  const path = svgPart("path", { fill: "none", stroke: "none", "marker-start": `url(#${id})` });
  merged.append(marker, path);
  return path;
}

/** @param {SVGElement} path @param {Look} look @param {string[]} places */
function putLookAt(path, { symbol }, places) {
  const d = !places.length ? "" : symbol ? `M${places.join("L")}` : places.join("");
  if ((path.getAttribute("d") ?? "") === d) return;
  path.setAttribute("d", d);
  if (!symbol) return;
  // The only corner of a path is its start and its end: it would be drawn twice.
  for (const at of ["marker-mid", "marker-end"]) {
    if (places.length > 1) path.setAttribute(at, path.getAttribute("marker-start") ?? "");
    else path.removeAttribute(at);
  }
}
