// @ts-check
// Interface words with their blanks filled in. `counted` and `listed` are those of app/words/__init__.py; tests run the same
// table of cases with both. A value against the direction of the page is set apart.

import { dayInWords } from "./dates.js";
import { isolate } from "./direction.js";

/** @param {string} template @param {Record<string, unknown>} values */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, key) => isolate(values[key]));
}

/** @type {Record<string, Intl.PluralRules>} */
const pluralRules = {}; // making one takes longer than choosing a form

// The text of a key in the plural form for the number `n` among the values; a text with one form for all stands under the
// plain key.
/** @param {Record<string, string>} words @param {Pick<import("./atlas.js").Language, "code">} language @param {string} key @param {Record<string, unknown> & { n: number }} values */
export function counted(words, language, key, values) {
  const { code } = language;
  pluralRules[code] ||= new Intl.PluralRules(code);
  return fill(words[`${key}.${pluralRules[code].select(values.n)}`] ?? words[key], values);
}

/** @param {Record<string, string>} words @param {readonly number[]} range @param {import("./atlas.js").Language} language */
export function rangeInWords(words, range, language) {
  const [first, last] = range.map((day) => dayInWords(day, language));
  return fill(words.range_of_days, { first, last });
}

// No writing direction mirrors an arrow by itself.
/** @param {Pick<import("./atlas.js").Language, "direction">} language @returns {{ onward: string, back: string }} */
export function arrows({ direction }) {
  return direction === "rtl" ? { onward: "←", back: "→" } : { onward: "→", back: "←" };
}

/** @param {Record<string, string>} words @param {number[]} numbers */
export function listed(words, numbers) {
  return numbers.map(String).reduce((first, next) => fill(words.list_of_numbers, { first, next }));
}
