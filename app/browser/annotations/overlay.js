// @ts-check
// Draws the View's annotations over a slide. It is laid out anew whenever map, timeline or slide may have moved under it.

import { element } from "../core/dom.js";
import { setText } from "../core/direction.js";
import { svgPart } from "../core/svg.js";
import { spotOf } from "./anchors.js";
import { placeAnnotation } from "./geometry.js";

/** @typedef {import("../core/annotations.js").Annotation} Annotation */
/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("./anchors.js").Views} Views */
/** @typedef {{ box: HTMLElement, text: HTMLElement, placed: import("./geometry.js").Placed | null, at: import("./geometry.js").Point | null }} DrawnAnnotation `placed` and `at` are null where the picture does not show its anchor */
/**
 * @typedef {object} AnnotationOverlay
 * @property {Atlas} atlas
 * @property {Views} views
 * @property {HTMLElement} root
 * @property {SVGElement} drawing
 * @property {DrawnAnnotation[]} drawn one for each annotation of the View
 * @property {(() => void)[]} onLaid called each time the annotations have been laid out
 */

export const PER_MILLE_OF_WIDTH = 1000;

/** @param {Atlas} atlas @param {Views} views @returns {AnnotationOverlay} */
export function makeAnnotationOverlay(atlas, views) {
  const root = element("div", "annotations");
  const drawing = svgPart("svg", { "aria-hidden": "true" });
  root.append(drawing);
  document.body.append(root);
  return { atlas, views, root, drawing, drawn: [], onLaid: [] };
}

/** @param {AnnotationOverlay} overlay */
export function layAnnotations(overlay) {
  const { atlas, views, root, drawn } = overlay;
  const { annotations } = atlas.view.get();
  if (!annotations.length && !drawn.length) return; // nothing is measured for it
  while (drawn.length > annotations.length) drawn.pop()?.box.remove();
  while (drawn.length < annotations.length) drawn.push(drawnAnnotation(root));
  const spots = annotations.map((annotation) => spotOf(views, annotation));
  annotations.forEach(({ shape, text }, index) => {
    const { box, text: line } = drawn[index];
    box.className = `annotation ${shape}`;
    box.hidden = !spots[index];
    if (line !== document.activeElement) setText(line, text, null);
  });
  const slide = { w: document.body.offsetWidth, h: document.body.offsetHeight };
  const sizes = drawn.map(({ box }) => ({ w: box.offsetWidth, h: box.offsetHeight }));
  annotations.forEach(({ shape, offset: [right, down] }, index) => {
    const spot = spots[index];
    const one = drawn[index];
    const offset = { x: (right / PER_MILLE_OF_WIDTH) * slide.w, y: (down / PER_MILLE_OF_WIDTH) * slide.w };
    one.placed = spot && placeAnnotation(shape, { anchor: spot.at, clear: spot.clear, offset, text: sizes[index], slide });
    one.at = spot && spot.at;
    if (one.placed) Object.assign(one.box.style, { left: `${one.placed.box.x}px`, top: `${one.placed.box.y}px` });
  });
  overlay.drawing.replaceChildren(...drawn.flatMap(({ placed }) => (placed ? partsOf(placed) : [])));
  for (const take of overlay.onLaid) take();
}

/** @param {HTMLElement} root @returns {DrawnAnnotation} */
function drawnAnnotation(root) {
  const box = element("div");
  const text = element("p");
  box.setAttribute("role", "note");
  text.dir = "auto";
  box.append(text);
  root.append(box);
  return { box, text, placed: null, at: null };
}

// Each line twice: under the one that is seen a wider one in the colour of the ground, so that it is told from what it crosses.
/** @param {import("./geometry.js").Placed} placed */
function partsOf({ line, head, tail, ring }) {
  const twice = (/** @type {string} */ name, /** @type {Record<string, string | number>} */ attributes, /** @type {string} */ kind) => [
    svgPart(name, { ...attributes, class: `${kind} halo` }),
    svgPart(name, { ...attributes, class: kind }),
  ];
  return [
    ...(tail ? [svgPart("path", { d: tail, class: "tail" })] : []),
    ...(ring ? twice("circle", { cx: ring.x, cy: ring.y, r: ring.r }, "ring") : []),
    ...(line ? twice("path", { d: line }, "line") : []),
    ...(head ? twice("path", { d: head }, "head") : []),
  ];
}
