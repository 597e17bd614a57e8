// @ts-check
// Folding, as `app/model/text/folding.py` has it: both read the table FOLDING, and both pass tests/cases/folding.json.

import FOLDING from "../../model/text/folding.json" with { type: "json" };

const FOLDED_MARKS = new RegExp(` ?[${FOLDING.marks.map((span) => span.split("-").map((code) => `\\u{${code}}`).join("-")).join("")}]+`, "gu");
const HAMZA_BEFORE_WAW = new RegExp(FOLDING.hamza_before_waw, "gu");
const ARTICLES = FOLDING.articles.map(([pattern, put]) => ({ pattern: new RegExp(pattern, "gu"), put }));
const ATTACHED_ARTICLES = FOLDING.attached_articles.map(([pattern, forms]) => ({ pattern: new RegExp(String(pattern), "u"), forms: /** @type {string[]} */ (forms) }));
/** @type {Map<string, string>} */
const PLAIN_LETTERS = new Map(/** @type {[string, string][]} */ ([
  ...Object.entries(FOLDING.letters),
  ...FOLDING.apostrophes.map((sign) => [sign, ""]),
  ...FOLDING.zeros.flatMap((zero) => Array.from({ length: 10 }, (_, value) => [String.fromCodePoint(Number(zero.codePointAt(0)) + value), String(value)])),
]));

let lastQuery = "";
/** @type {string[][][][]} */
let lastWanted = [];

// Text without case, accents and variants of letters; marks between words are hyphens or spaces.
/** @param {string} text */
export function plainLetters(text) {
  const bare = text.normalize("NFKD").replace(/\p{Cf}/gu, "").replace(HAMZA_BEFORE_WAW, "و").replace(FOLDED_MARKS, "");
  const small = bare.toLowerCase().toUpperCase().toLowerCase();
  return small.replace(/./gsu, (sign) => PLAIN_LETTERS.get(sign) ?? sign).replace(/[\p{Z}\p{Cc}]/gu, " ").replace(/[\p{P}\p{Sk}\p{Sm}]/gu, "-");
}

// The words of a text as they are compared, one space between two; a Latin article is the word `al`.
/** @param {string} text */
export function fold(text) {
  return wordsOf(unitsOf(text)).join(" ");
}

// What queries are looked up in: the folded words, then those that are joined by a mark, as one word each.
/** @param {string} text */
export function searchable(text) {
  const units = unitsOf(text);
  const joined = units.filter((unit) => /[^-]-+[^-]/.test(unit)).map((unit) => unit.replaceAll("-", ""));
  return ` ${[...wordsOf(units), ...joined].join(" ")} `;
}

// Does each word of the query stand in what `searchable` has made of a text?
/** @param {string} query @param {string} searched */
export function standsIn(query, searched) {
  if (query !== lastQuery) [lastQuery, lastWanted] = [query, wantedBy(query)]; // one query is put to many texts
  return lastWanted.every((ways) => ways.some((way) => way.every((forms) => forms.some((form) => searched.includes(form)))));
}

// For each word of a query the ways to find it: each some words of which all must stand in the text, with their forms.
/** @param {string} query @returns {string[][][][]} */
function wantedBy(query) {
  const units = unitsOf(query).filter((unit) => /[^-]/.test(unit));
  const isLatin = (/** @type {string | undefined} */ unit) => /^[a-z]/.test(unit ?? "");
  return units.flatMap((unit, index) => {
    if (unit === "al" && isLatin(units[index + 1])) return [];
    const afterArticle = index > 0 && units[index - 1] === "al" && isLatin(unit);
    const [first, ...others] = wordsOf([unit]);
    const apart = [formsOf(first, afterArticle), ...others.map((word) => formsOf(word, false))];
    return [others.length ? [apart, [formsOf([first, ...others].join(""), afterArticle)]] : [apart]];
  });
}

/** @param {string} word @param {boolean} afterArticle @returns {string[]} */
function formsOf(word, afterArticle) {
  const filled = (/** @type {string[]} */ forms, /** @type {string} */ rest) => forms.map((form) => form.replace("{}", () => rest));
  if (afterArticle) return [...filled(FOLDING.after_an_article, word), word[0] + word];
  for (const { pattern, forms } of ATTACHED_ARTICLES) {
    const found = pattern.exec(word);
    if (found) return [word, ...filled(forms, found[1])];
  }
  return [word];
}

/** @param {string} text */
function unitsOf(text) {
  return ARTICLES.reduce((plain, { pattern, put }) => plain.replace(pattern, put), plainLetters(text)).split(" ");
}

/** @param {string[]} units */
function wordsOf(units) {
  return units.flatMap((unit) => unit.split("-")).filter(Boolean);
}
