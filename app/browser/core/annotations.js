// @ts-check
// What a reader has written on a picture, and its form in an address: the same as app/model/chronology/annotation.py;
// tests/cases/address.json holds them together.

import { ordinalOf } from "./dates.js";

/**
 * @typedef {object} Annotation One annotation on the map or the timeline of a slide.
 * @property {string} shape arrow, ring or callout
 * @property {string} on what it is anchored to: `place` or `event` (their marks), `map` or `time` (a point of either)
 * @property {string} where id of the place or event; `latitude:longitude` in degrees; or `day:height`, an ISO day and thousandths of the
 *   timeline's height from its top
 * @property {[number, number]} offset right and down from the anchor to the middle of the text, or to the edge of the ring; thousandths of
 *   the slide's width
 * @property {string} text one line; only a ring may be without
 */

export const SHAPES = ["arrow", "ring", "callout"];
export const MAX_ANNOTATIONS = 12;
export const MAX_TEXT = 120; // characters
const MAX_OFFSET = 1000;
const MAP_POINT = /^(-?\d{1,2}(?:\.\d{1,5})?):(-?\d{1,3}(?:\.\d{1,5})?)$/;
const TIME_POINT = /^(\d{4}-\d\d-\d\d):(\d{1,4})$/;
const ANCHOR_ID = /^[^,;~]+$/;
const OFFSET = /^-?\d{1,4}$/;
// deno-lint-ignore no-control-regex -- these are what must not stand in a text of one line
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** @type {Record<string, string>} */
const WRITTEN = { "~t": "~", "~s": ";" };

/**
 * @param {string} text of the address
 * @returns {Annotation[]} throws where one of them cannot be read
 */
export function readAnnotations(text) {
  const parts = text ? text.split(";") : [];
  if (parts.length > MAX_ANNOTATIONS) throw new RangeError(text);
  return parts.map(annotationOf);
}

/** @param {readonly Annotation[]} annotations @returns {string} as they stand in an address */
export function writeAnnotations(annotations) {
  const escaped = (/** @type {string} */ text) => text.replaceAll("~", "~t").replaceAll(";", "~s");
  return annotations.map(({ shape, on, where, offset, text }) => [shape, on, where, ...offset, escaped(text)].join(",")).join(";");
}

/**
 * A text as an annotation may have it: on one line and not too long.
 * @param {string} text
 */
export function annotationText(text) {
  const line = text.split(/\s+/u).join(" ").split(CONTROL).join("").trim();
  return [...line].slice(0, MAX_TEXT).join("").trim();
}

/** @param {string} part @returns {Annotation} */
function annotationOf(part) {
  const [shape, on, where, right, down, ...rest] = part.split(",");
  const text = unescaped(rest.join(",")).trim();
  const offset = [right, down];
  const isRight = rest.length > 0 && SHAPES.includes(shape) && isAnchor(on, where) &&
    offset.every((each) => OFFSET.test(each) && Math.abs(Number(each)) <= MAX_OFFSET) &&
    (text !== "" || shape === "ring") && [...text].length <= MAX_TEXT && !CONTROL.test(text);
  if (!isRight) throw new RangeError(part);
  return { shape, on, where, offset: [Number(right) || 0, Number(down) || 0], text };
}

/** @param {string} on @param {string} where */
function isAnchor(on, where) {
  if (on === "map") {
    const [, latitude, longitude] = MAP_POINT.exec(where) ?? [];
    return Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180;
  }
  if (on === "time") {
    const [, day, height] = TIME_POINT.exec(where) ?? [];
    return Boolean(day) && ordinalOf(day) !== null && Number(height) <= 1000;
  }
  return ["place", "event"].includes(on) && ANCHOR_ID.test(where);
}

/** @param {string} text */
function unescaped(text) {
  return text.replace(/~.?/gsu, (written) => {
    if (!WRITTEN[written]) throw new RangeError(text);
    return WRITTEN[written];
  });
}
