// Dotted lines from a mark to where the other source dates it. They are drawn here and not by Plotly, because they follow
// filters and range as their marks do: a line of a mark that the filters stop is absent, that of a mark out of range is faint.

import { passes } from "../slider/stepping.js";
import { svgPart } from "./mark_batching.js";
import { across, rowTop } from "./titles.js";

export function buildLinks(panel) {
  const make = (className) => {
    const drawing = svgPart("svg", { class: `links ${className}`, "aria-hidden": "true" });
    drawing.append(svgPart("path", { fill: "none" }));
    return drawing;
  };
  panel.links = { inRange: make("in-range"), outOfRange: make("out-of-range"), lines: [] };
}

// The lines of the marks that pass, for the present size and view.
export function placeLinks(panel) {
  panel.links.lines = panel.data.layout.marks
    .filter(({ id, other }) => other !== undefined && passes(panel, id))
    .map((mark) => {
      const [from, to] = [(mark.x0 + mark.x1) / 2, mark.other].map((position) => across(panel, position).toFixed(1));
      return { mark, path: `M${from},${rowTop(panel, mark.row).toFixed(1)}H${to}` };
    });
  fadeLinks(panel, panel.range.map((day) => panel.scale.position(day)));
}

export function fadeLinks({ links }, [start, end]) {
  const paths = { inRange: "", outOfRange: "" };
  for (const { mark, path } of links.lines) paths[mark.x0 <= end && mark.x1 >= start ? "inRange" : "outOfRange"] += path;
  for (const [name, path] of Object.entries(paths)) {
    const line = links[name].firstChild;
    if (line.getAttribute("d") !== path) line.setAttribute("d", path);
  }
}
