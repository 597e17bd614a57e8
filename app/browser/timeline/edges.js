// Points at the edges of the range. The veils cut through them; a point in range is drawn again above the veils, and one out of
// range is dimmed where it reaches into the window. Only points near an edge are looked at, however many there are.

import { passes } from "../slider/stepping.js";
import { svgPart } from "./mark_batching.js";

const EDGE_REACH_PX = 10; // half of the widest point
const VEIL_OPACITY = 0.72; // that of the veils in time_panel.css

// The drawn points in order of time, each with all that is drawn of it: halo, symbol, slash and ring.
function drawnPoints(panel) {
  if (panel.points) return panel.points;
  const marks = new Map(panel.data.layout.marks.filter(({ point }) => point).map((mark) => [mark.id, { mark, parts: [] }]));
  for (const group of panel.plot.querySelectorAll(".scatterlayer .trace")) {
    const { customdata } = group.__data__?.[0]?.trace || {};
    if (!customdata) continue;
    for (const path of group.querySelectorAll(".points > path")) marks.get(customdata[path.__data__.i])?.parts.push(path);
  }
  panel.points = [...marks.values()].filter(({ parts }) => parts.length).map((one) => ({ ...one, at: (one.mark.x0 + one.mark.x1) / 2 })).sort((a, b) => a.at - b.at);
  return panel.points;
}

export function forgetPoints(panel) {
  panel.points = null;
  panel.copies = new Map();
  panel.dimmed = svgPart("svg", { height: "100%" }).appendChild(svgPart("g", {}));
  panel.lit = svgPart("g", { transform: `translate(0,${panel.plot.layout.margin.t})` });
  panel.edges.replaceChildren(panel.dimmed.parentNode, panel.lit);
}

export function showEdges(panel) {
  if (!panel.drawn || !panel.gap) return;
  const [start, end] = panel.range.map((day) => panel.scale.position(day));
  const isLit = ({ x0, x1 }) => x0 <= end + 1e-9 && x1 >= start - 1e-9;
  const near = pointsNear(panel).filter(({ mark }) => passes(panel, mark.id));
  const shown = new Map(near.map((point) => [`${point.mark.id} ${isLit(point.mark)}`, point]));
  placeGap(panel);
  for (const [key, copies] of panel.copies) {
    if (shown.has(key)) continue;
    for (const copy of copies) copy.remove();
    panel.copies.delete(key);
  }
  for (const [key, { mark, parts }] of shown) {
    if (panel.copies.has(key)) continue;
    const lit = isLit(mark);
    const copies = parts.map((part) => copyOf(part, lit));
    (lit ? panel.lit : panel.dimmed).append(...copies);
    panel.copies.set(key, copies);
  }
}

// What is dimmed is cut off where the window ends: the veils dim the rest of it.
function placeGap(panel) {
  const { drawnWidth: width, gap, data } = panel;
  const left = (data.language === "ar" ? 1 - gap[1] : gap[0]) * width;
  panel.dimmed.parentNode.setAttribute("x", left);
  panel.dimmed.parentNode.setAttribute("width", (gap[1] - gap[0]) * width);
  panel.dimmed.setAttribute("transform", `translate(${-left},${panel.plot.layout.margin.t})`);
}

function copyOf(part, lit) {
  const copy = part.cloneNode();
  copy.removeAttribute("class");
  if (lit) return copy;
  const ground = "var(--ground)";
  Object.assign(copy.style, { fill: copy.style.fill === "none" ? "none" : ground, stroke: ground, opacity: VEIL_OPACITY });
  return copy;
}

// The points within reach of an edge of the window.
function pointsNear(panel) {
  const points = drawnPoints(panel);
  const [from, to] = panel.view;
  const reach = EDGE_REACH_PX / panel.drawnWidth;
  const [start, end] = panel.gap;
  const stretches = end - start < 4 * reach ? [[start - reach, end + reach]] : [[start - reach, start + reach], [end - reach, end + reach]];
  return stretches.flatMap((stretch) => {
    const [first, last] = stretch.map((share) => from + share * (to - from));
    const near = [];
    for (let index = firstFrom(points, first); points[index]?.at <= last; index += 1) near.push(points[index]);
    return near;
  });
}

function firstFrom(points, position) {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle].at < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
