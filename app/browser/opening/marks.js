// @ts-check
// The three marks that one must know, drawn as map and timeline draw them, of the atlas's own place and themes.

import { element, themeMark } from "../core/dom.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */

const THEMES_SHOWN = 3;
const RADIUS = 11;
const HOLE = 7;

/** @param {Atlas} atlas */
export function markLines(atlas) {
  const words = atlas.words();
  const themes = atlas.dataset.themes.slice(0, THEMES_SHOWN);
  const shapes = element("span", "shapes");
  shapes.append(...themes.map((theme) => themeMark(theme, atlas.appearance(), 16)));
  return [
    line(picture(busiestPlace(atlas), 32), words.opening_mark_place),
    line(shapes, words.opening_mark_theme),
    ...(themes.length ? [line(picture(contestedMark(atlas, themes[0]), 26), words.opening_mark_contested)] : []),
  ];
}

/** @param {Element} drawing @param {string} text */
function line(drawing, text) {
  const made = element("p");
  const box = element("span", "drawing");
  box.append(drawing);
  made.append(box, element("span", "", text));
  return made;
}

/** @param {string} content of a drawing about the origin @param {number} size in pixels */
function picture(content, size) {
  const half = size / 2;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-half} ${-half} ${size} ${size}">${content}</svg>`;
  return Object.assign(element("img"), { src: `data:image/svg+xml,${encodeURIComponent(drawing)}`, width: size, height: size, alt: "" });
}

// The place where most of the essay's events are, as the map has it with the whole span.
/** @param {Atlas} atlas */
function busiestPlace(atlas) {
  const { dataset } = atlas;
  const { dated } = dataset.spans[dataset.bases[0]];
  /** @type {Map<number, number[]>} By place, the themes of its events. */
  const here = new Map();
  for (const { index, layer, places: [place], themes: [theme] } of dataset.events) {
    if (layer !== dataset.ownLayer || !dated[index] || place === undefined || !dataset.places[place].at) continue;
    here.set(place, [...(here.get(place) ?? []), theme]);
  }
  const most = [...here.values()].sort((one, other) => other.length - one.length)[0] ?? [];
  return ringOf(atlas, most.sort((one, other) => one - other));
}

/** @param {Atlas} atlas @param {number[]} themes of a place's events, each theme's together */
function ringOf(atlas, themes) {
  const { ground, text } = atlas.palette();
  const slices = themes.map((theme, index) => {
    const [from, to] = [index, index + 1].map((part) => (part / themes.length) * 2 * Math.PI - Math.PI / 2);
    const point = (/** @type {number} */ angle) => `${(Math.cos(angle) * RADIUS).toFixed(2)},${(Math.sin(angle) * RADIUS).toFixed(2)}`;
    const colour = atlas.dataset.themes[theme].colours[atlas.appearance()];
    const path = themes.length === 1 ? `<circle r="${RADIUS}"` : `<path d="M0,0L${point(from)}A${RADIUS},${RADIUS} 0 0,1 ${point(to)}Z"`;
    return `${path} fill="${colour}"/>`;
  });
  const number = `<text text-anchor="middle" y="3.4" font-family="sans-serif" font-size="9.5" font-weight="600" fill="${text}">${themes.length}</text>`;
  return `${slices.join("")}<circle r="${HOLE}" fill="${ground}"/>${number}`;
}

/** @param {Atlas} atlas @param {import("../core/dataset.js").ThemeRow} theme */
function contestedMark(atlas, { path, colours }) {
  return `<path transform="scale(0.8)" d="${path}" fill="${colours[atlas.appearance()]}"/><circle r="10.5" fill="none" stroke="${atlas.palette().conflicts}" stroke-width="1.6"/>`;
}
