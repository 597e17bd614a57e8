// @ts-check
// Points at the edges of the range. The veils cut through them; a point in range is drawn again above the veils, and one out of
// range is dimmed where it reaches into the range. Only points near an edge are looked at, however many there are.

import { svgPart } from "../core/svg.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/** @typedef {{ mark: import("./document.js").Mark, at: number, parts: SVGElement[] }} EdgePoint a point with all that is drawn of it: halo, symbol, slash and ring */
/**
 * @typedef {object} Edges
 * @property {SVGElement} drawing
 * @property {SVGElement} clip cuts off what is dimmed where the range ends: the veils dim the rest of it
 * @property {SVGElement} dimmed
 * @property {SVGElement} lit
 * @property {EdgePoint[] | null} points in the order of time; null until they are needed
 * @property {Map<string, SVGElement[]>} copies drawn above the veils
 */

const EDGE_REACH_PX = 10; // half of the widest point
const VEIL_OPACITY = 0.72; // that of the veils in time_panel.css

/** @returns {Edges} */
export function makeEdges() {
  const [clip, dimmed, lit] = [svgPart("svg", { height: "100%" }), svgPart("g", {}), svgPart("g", {})];
  clip.append(dimmed);
  const drawing = svgPart("svg", { class: "edges" });
  drawing.append(clip, lit);
  return { drawing, clip, dimmed, lit, points: null, copies: new Map() };
}

/**
 * To be called when Plotly has drawn anew.
 * @param {TimePanel} panel
 */
export function resetEdges({ edges, plot }) {
  edges.points = null;
  edges.copies = new Map();
  edges.dimmed.replaceChildren();
  edges.lit.replaceChildren();
  edges.lit.setAttribute("transform", `translate(0,${plot.layout.margin.t})`);
}

/** @param {TimePanel} panel @returns {EdgePoint[]} */
function edgePoints({ edges, parts }) {
  if (edges.points) return edges.points;
  /** @type {Map<string, EdgePoint>} */
  const points = new Map();
  for (const { path, mark, ofPoint } of parts) {
    if (!ofPoint || !mark.point) continue;
    const known = points.get(mark.event.id);
    if (known) known.parts.push(path);
    else points.set(mark.event.id, { mark, at: (mark.x0 + mark.x1) / 2, parts: [path] });
  }
  edges.points = [...points.values()].sort((a, b) => a.at - b.at);
  return edges.points;
}

/** @param {TimePanel} panel */
export function showEdges(panel) {
  if (!panel.isDrawn) return;
  const { edges } = panel;
  const { passes } = panel.atlas.visibility;
  const [start, end] = panel.range.map(panel.scale.position);
  const isLit = (/** @type {import("./document.js").Mark} */ { x0, x1 }) => x0 <= end + 1e-9 && x1 >= start - 1e-9;
  const near = pointsNearEdges(panel).filter(({ mark }) => passes(mark.event.index));
  const shown = new Map(near.map((point) => [`${point.mark.event.id} ${isLit(point.mark)}`, point]));
  placeEdgeClip(panel);
  for (const [key, copies] of edges.copies) {
    if (shown.has(key)) continue;
    for (const copy of copies) copy.remove();
    edges.copies.delete(key);
  }
  for (const [key, { mark, parts }] of shown) {
    if (edges.copies.has(key)) continue;
    const lit = isLit(mark);
    const copies = parts.map((part) => copyOfPart(part, lit));
    (lit ? edges.lit : edges.dimmed).append(...copies);
    edges.copies.set(key, copies);
  }
}

/** @param {TimePanel} panel */
function placeEdgeClip({ drawnWidth: width, gap, mirrored, edges, plot }) {
  const left = (mirrored ? 1 - gap[1] : gap[0]) * width;
  edges.clip.setAttribute("x", String(left));
  edges.clip.setAttribute("width", String((gap[1] - gap[0]) * width));
  edges.dimmed.setAttribute("transform", `translate(${-left},${plot.layout.margin.t})`);
}

/** @param {SVGElement} part @param {boolean} lit */
function copyOfPart(part, lit) {
  const copy = /** @type {SVGElement} */ (part.cloneNode());
  copy.removeAttribute("class");
  copy.style.opacity = String(lit ? 1 : VEIL_OPACITY);
  if (lit) return copy;
  const ground = "var(--ground)";
  Object.assign(copy.style, { fill: copy.style.fill === "none" ? "none" : ground, stroke: ground });
  return copy;
}

/** @param {TimePanel} panel @returns {EdgePoint[]} the points within reach of an edge of the range */
function pointsNearEdges(panel) {
  const points = edgePoints(panel);
  const [from, to] = panel.window;
  const reach = EDGE_REACH_PX / panel.drawnWidth;
  const [start, end] = panel.gap;
  const stretches = end - start < 4 * reach ? [[start - reach, end + reach]] : [[start - reach, start + reach], [end - reach, end + reach]];
  return stretches.flatMap((stretch) => {
    const [first, last] = stretch.map((share) => from + share * (to - from));
    const near = [];
    for (let index = firstPointFrom(points, first); points[index]?.at <= last; index += 1) near.push(points[index]);
    return near;
  });
}

/** @param {EdgePoint[]} points @param {number} position */
function firstPointFrom(points, position) {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle].at < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
