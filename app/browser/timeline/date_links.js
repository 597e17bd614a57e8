// @ts-check
// Dotted lines from a mark to where the other source dates it. They are drawn here and not by Plotly, because they follow
// filters and range as their marks do: a line of a mark that the filters stop is absent, that of a mark out of range is faint.

import { across, rowTop } from "./positions.js";
import { svgPart } from "../core/svg.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/**
 * @typedef {object} Links
 * @property {SVGElement} inRange
 * @property {SVGElement} outOfRange
 * @property {{ mark: import("./document.js").Mark, path: string }[]} lines
 */

/** @returns {Links} */
export function makeLinks() {
  const make = (/** @type {string} */ className) => {
    const drawing = svgPart("svg", { class: `links ${className}`, "aria-hidden": "true" });
    drawing.append(svgPart("path", { fill: "none" }));
    return drawing;
  };
  return { inRange: make("in-range"), outOfRange: make("out-of-range"), lines: [] };
}

/**
 * The lines of the marks that pass, for the present size and window.
 * @param {TimePanel} panel
 */
export function placeLinks(panel) {
  const { passes } = panel.atlas.visibility;
  panel.links.lines = [];
  const { selected } = panel.atlas.view.get();
  // Where marks have titles of their own the lines would strike them through.
  const marks = (panel.document?.marks ?? []).filter(({ event }) => !panel.composition || (!panel.atlas.composed && event.id === selected));
  for (const mark of marks) {
    if (mark.other === null || !passes(mark.event.index)) continue;
    const [from, to] = [(mark.x0 + mark.x1) / 2, mark.other].map((position) => across(panel, position).toFixed(1));
    panel.links.lines.push({ mark, path: `M${from},${rowTop(panel, mark.row).toFixed(1)}H${to}` });
  }
  fadeLinks(panel, panel.range.map(panel.scale.position));
}

/** @param {TimePanel} panel @param {number[]} ends positions of the range's days */
export function fadeLinks({ links }, [start, end]) {
  let [inRange, outOfRange] = ["", ""];
  for (const { mark, path } of links.lines) {
    if (mark.x0 <= end && mark.x1 >= start) inRange += path;
    else outOfRange += path;
  }
  for (const [drawing, path] of /** @type {[SVGElement, string][]} */ ([[links.inRange, inRange], [links.outOfRange, outOfRange]])) {
    const line = /** @type {SVGElement} */ (drawing.firstChild);
    if (line.getAttribute("d") !== path) line.setAttribute("d", path);
  }
}
