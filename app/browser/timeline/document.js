// @ts-check
// The timeline's documents, as app/views/timeline/document.py writes them: one for each date source and choice of layers, from left to
// right and with tokens for colours. Each is fetched once.

import { placingBasis } from "../core/dataset.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/**
 * @typedef {object} Mark An event on the timeline; positions are those of the scale, from 0 to 1.
 * @property {import("../core/dataset.js").EventRow} event
 * @property {number} x0 position of its first day
 * @property {number} x1 position of its last day
 * @property {number} row middle of its row, in rows from the top
 * @property {boolean} point drawn as a point, not as a bar
 * @property {[string, string]} ends how well its start and its end are known; empty where that is exact
 * @property {number | null} other where the other source dates it; null where that is the same place
 * @property {Record<string, string>} when its date in words, by language
 */
/** @typedef {{ theme: import("../core/dataset.js").ThemeRow, top: number, bottom: number }} Lane edges in rows from the top */
/**
 * @typedef {object} TimelineDocument
 * @property {string} name of its file
 * @property {number} rows
 * @property {Lane[]} lanes
 * @property {Mark[]} marks
 * @property {Map<string, Mark>} markById
 * @property {Record<string, string>[]} colours by the number of their token, then by appearance
 * @property {{ data: any[], layout: any }} figure Plotly's
 */

const COLOUR_TOKEN = /^(?:#0000([0-9a-f]{2})|rgba\(0,0,(\d+),(\d\.\d{3})\))$/;
const ARROW_SYMBOL = /^arrow-(left|right)/;
const WITHOUT_COLOURS = new Set(["customdata", "x", "y", "base", "opacity"]); // long lists, handed on as they are: Plotly sees that they are the same

/** @type {WeakMap<Atlas, Map<string, Promise<TimelineDocument>>>} */
const timelineDocuments = new WeakMap();

/**
 * @param {Atlas} atlas
 * @param {string} name
 * @param {string} basis date source of the document of that name
 * @returns {Promise<TimelineDocument>}
 */
export function timelineDocument(atlas, name, basis) {
  const known = timelineDocuments.get(atlas) ?? new Map();
  timelineDocuments.set(atlas, known);
  if (!known.has(name)) {
    const coming = atlas.files.json(name).then((json) => readTimeline(atlas.dataset, json, name, basis));
    coming.catch(() => known.delete(name)); // whoever asks next tries again
    known.set(name, coming);
  }
  return known.get(name);
}

/**
 * @param {import("../core/dataset.js").Dataset} dataset
 * @param {any} json
 * @param {string} name
 * @param {string} basis
 * @returns {TimelineDocument}
 */
function readTimeline(dataset, json, name, basis) {
  const { events, x0, x1, row, point, start, end, other } = json.marks;
  const marks = events.map((/** @type {string} */ id, /** @type {number} */ index) => {
    const event = /** @type {import("../core/dataset.js").EventRow} */ (dataset.eventById.get(id));
    const when = event.dates[placingBasis(dataset, event, basis)] ?? {};
    return { event, x0: x0[index], x1: x1[index], row: row[index], point: point[index] === 1, ends: [start[index], end[index]], other: other[index], when };
  });
  const themes = new Map(dataset.themes.map((theme) => [theme.id, theme]));
  return {
    name,
    rows: json.rows,
    lanes: json.lanes.map((/** @type {{ theme: string, top: number, bottom: number }} */ lane) => ({ ...lane, theme: themes.get(lane.theme) })),
    marks,
    markById: new Map(marks.map((/** @type {Mark} */ mark) => [mark.event.id, mark])),
    colours: json.colours,
    figure: json.figure,
  };
}

/**
 * A copy of the figure in the colours of an appearance. The axis is mirrored elsewhere: here the arrows are, which do not turn with it.
 * @param {TimelineDocument} document
 * @param {string} appearance
 * @param {boolean} mirrored
 * @returns {{ data: any[], layout: any }}
 */
export function figureIn({ figure, colours }, appearance, mirrored) {
  const palette = colours.map((colour) => colour[appearance]);
  const text = (/** @type {string} */ value) => {
    const token = COLOUR_TOKEN.exec(value);
    if (token) return token[1] ? palette[parseInt(token[1], 16)] : translucent(palette[Number(token[2])], token[3]);
    return mirrored ? value.replace(ARROW_SYMBOL, (_, side) => `arrow-${side === "left" ? "right" : "left"}`) : value;
  };
  /** @param {any} value @returns {any} */
  const copy = (value) => {
    if (typeof value === "string") return text(value);
    if (Array.isArray(value)) return value.map(copy);
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, WITHOUT_COLOURS.has(key) ? part : copy(part)]));
  };
  return copy(figure);
}

/** @param {string} colour as #rrggbb @param {string} opacity */
function translucent(colour, opacity) {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return `rgba(${parts},${opacity})`;
}
