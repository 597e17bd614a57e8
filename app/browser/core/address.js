// @ts-check
// Reading and writing the address, from the one table of the View's fields (VIEW_FIELDS of app/model/chronology/view.py), as
// view_from_url and view_to_url do there; tests run the same cases with both.

import { readAnnotations, writeAnnotations } from "./annotations.js";
import { isoOf, ordinalOf } from "./dates.js";

/**
 * @typedef {object} ViewField One row of the table.
 * @property {string} parameter name in the address
 * @property {string} name name in the View
 * @property {string} kind how its value is written, as FieldKind has it
 * @property {string[]} allowed texts that may stand in the address
 * @property {[string, string][]} old texts of earlier addresses, each with the one that stands for it now
 * @property {number | null} most the greatest number that may stand in the address
 * @property {unknown} default value where the address says nothing
 */

const MOST_ZOOM = 20; // no map zooms in further
const DECIMALS = 8; // maximum of a camera in the address
const DECIMAL = /^ *[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)? *$/;

/** @type {Record<string, (text: string, field: ViewField) => unknown>} Each throws where it cannot read the text. */
const READERS = {
  day: (text) => (text ? dayOf(text) : null),
  days: (text) => (text ? daysOf(text) : null),
  one_of: oneOf,
  some_of: (text, field) => text.split(",").filter(Boolean).map((part) => oneOf(part, field)),
  keys: (text) => text.split(",").filter(Boolean),
  flag: (text, field) => refuseUnless(text === field.allowed[0] || text === "", text) === field.allowed[0],
  camera: (text) => (text ? cameraOf(text) : null),
  number: (text, field) => (text ? numberOf(text, field) : null),
  text: (text) => text.trim(),
  annotations: readAnnotations,
};

/**
 * The values that an address gives, without those at their default, and the parameters that cannot be read.
 * @param {ViewField[]} fields
 * @param {URLSearchParams} parameters
 * @returns {{ values: Record<string, any>, invalid: string[] }}
 */
export function readAddress(fields, parameters) {
  /** @type {Record<string, any>} */
  const values = {};
  const invalid = [];
  for (const field of fields) {
    const text = parameters.getAll(field.parameter).at(-1);
    if (text === undefined) continue;
    try {
      values[field.name] = READERS[field.kind](text, field);
    } catch {
      invalid.push(field.parameter);
    }
  }
  if (values.start && values.end && values.end < values.start) {
    values.start = values.end = null;
    invalid.push("from", "to");
  }
  return { values, invalid };
}

/**
 * The parameters of a View, without fields at their default.
 * @param {ViewField[]} fields
 * @param {Record<string, any>} view
 * @returns {Record<string, string>}
 */
export function writeAddress(fields, view) {
  /** @type {Record<string, string>} */
  const parameters = {};
  for (const field of fields) {
    const value = view[field.name];
    if (!sameValue(value, field.default)) parameters[field.parameter] = written(value, field);
  }
  return parameters;
}

/** @param {unknown} one @param {unknown} other @returns {boolean} true for equal lists and records too */
export function sameValue(one, other) {
  if (!one || !other || typeof one !== "object" || typeof other !== "object") return one === other;
  const [parts, others] = [Object.entries(one), Object.entries(other)];
  return parts.length === others.length && parts.every(([name, part]) => sameValue(part, /** @type {any} */ (other)[name]));
}

/** @param {any} value @param {ViewField} field */
function written(value, { kind, allowed }) {
  if (kind === "flag") return allowed[0];
  if (kind === "annotations") return writeAnnotations(value);
  if (kind === "day") return value === null ? "" : isoOf(value);
  if (kind === "days") return value === null ? "" : value.map(isoOf).join(",");
  if (kind === "camera") return value === null ? "" : value.map(decimal).join(",");
  return value === null ? "" : String(value);
}

// Without exponent and without zeros that say nothing.
/** @param {number} number */
function decimal(number) {
  return number.toFixed(DECIMALS).replace(/\.?0+$/, "").replace(/^-0$/, "0");
}

/** @param {boolean} good @param {string} text */
function refuseUnless(good, text) {
  if (!good) throw new RangeError(text);
  return text;
}

/** @param {string} text */
function dayOf(text) {
  const day = /^\d{4}-\d\d-\d\d$|^\d{8}$/.test(text) ? ordinalOf(text) : null;
  refuseUnless(day !== null, text);
  return day;
}

/** @param {string} text */
function daysOf(text) {
  const days = text.split(",").map(dayOf);
  refuseUnless(days.length === 2 && Number(days[0]) <= Number(days[1]), text);
  return days;
}

/** @param {string} text @param {ViewField} field */
function numberOf(text, { most }) {
  return Number(refuseUnless(/^[0-9]+$/.test(text) && Number(text) >= 1 && Number(text) <= (most ?? Number.MAX_SAFE_INTEGER), text));
}

/** @param {string} text */
function cameraOf(text) {
  const parts = text.split(",").map((part) => Number(refuseUnless(DECIMAL.test(part), part)));
  const [latitude, longitude, zoom] = parts;
  refuseUnless(parts.length === 3 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && zoom >= 0 && zoom <= MOST_ZOOM, text);
  return parts;
}

/** @param {string} text @param {ViewField} field */
function oneOf(text, { allowed, old }) {
  const known = old.find(([before]) => before === text)?.[1] ?? text;
  return refuseUnless(allowed.includes(known), text) && known;
}
