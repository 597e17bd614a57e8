// @ts-check
// The symbol of a place: a ring split by theme around the count. One event alone has the shape of its theme.

import { svgPart } from "../core/svg.js";
import { themeColour } from "./state.js";

/** @typedef {import("./state.js").MapState} MapState */
/** @typedef {import("./state.js").Marker} Marker */

/**
 * @param {MapState} state
 * @param {Marker} marker
 * @returns {SVGElement} as wide as high
 */
export function markerSymbol(state, { place, count, drawn, selected, contested, radius, isContext }) {
  const palette = state.atlas.palette();
  const side = radius * 2 + 8;
  const svg = svgPart("svg", { width: side, height: side, viewBox: `${-side / 2} ${-side / 2} ${side} ${side}` });
  const ring = (/** @type {number} */ r, /** @type {string} */ stroke, /** @type {number} */ width, more = {}) =>
    svg.append(svgPart("circle", { ...more, r, fill: "none", stroke, "stroke-width": width }));
  svg.append(svgPart("circle", { r: radius + 1.2, fill: palette.land_focus }));
  let angle = -Math.PI / 2;
  if (count === 1) {
    const only = drawn.indexOf(1);
    svg.append(svgPart("path", { d: state.dataset.themes[only].path, fill: themeColour(state, only) }));
  } else drawn.forEach((here, theme) => {
    const share = here / Math.max(count, 1);
    if (!share) return;
    svg.append(ringSlice(angle, angle + share * 2 * Math.PI, radius, themeColour(state, theme), share === 1));
    angle += share * 2 * Math.PI;
  });
  if (!selected && (isContext || !count)) {
    if (!count) ring(radius - 1, palette.text_quiet, 2);
    return svg;
  }
  if (count !== 1) svg.append(svgPart("circle", { r: radius - 4.2, fill: palette.ground }));
  if (place.area) ring(radius + 1.4, palette.text_quiet, 1, { "stroke-dasharray": "2 2" });
  if (contested) ring(radius + 1.9, palette.conflicts, 1.3, { class: "contested" });
  if (selected) ring(radius + 2.4, palette.text, 2.2);
  if (count !== 1) {
    const number = svgPart("text", { "text-anchor": "middle", "dominant-baseline": "central" });
    number.textContent = String(count);
    svg.append(number);
  }
  return svg;
}

/** @param {number} start @param {number} end @param {number} radius @param {string} fillColour @param {boolean} isWhole */
function ringSlice(start, end, radius, fillColour, isWhole) {
  if (isWhole) return svgPart("circle", { r: radius, fill: fillColour });
  const large = end - start > Math.PI ? 1 : 0;
  const [x0, y0, x1, y1] = [Math.cos(start), Math.sin(start), Math.cos(end), Math.sin(end)].map((part) => part * radius);
  return svgPart("path", { d: `M0,0L${x0},${y0}A${radius},${radius} 0 ${large},1 ${x1},${y1}Z`, fill: fillColour });
}
