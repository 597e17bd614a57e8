// @ts-check
// The direction in which a text is read. What is written against the direction of the page is set apart: in a page, in an
// element of its own (`isolated`); where there is only text, between Unicode's isolates (`isolate`). Else full stops,
// brackets and dashes of the one would be laid out as part of the other. `app/model/text/direction.py` is its twin.

const RIGHT_TO_LEFT = "[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}]";
/** @type {Record<string, RegExp>} */
const LETTERS = { rtl: new RegExp(`(?=${RIGHT_TO_LEFT})\\p{L}`, "gu"), ltr: new RegExp(`(?!${RIGHT_TO_LEFT})\\p{L}`, "gu") };
/** @type {Record<string, RegExp[]>} */
const AGAINST = { rtl: [LETTERS.ltr], ltr: [LETTERS.rtl], "": [LETTERS.ltr, LETTERS.rtl] };
/** @type {Record<string, string>} Of a text against the page's direction, as long as there are two languages. */
const LANGUAGES_OF = { rtl: "ar", ltr: "en" };
const SET_APART = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/gu;
const ADDRESS = /https?:\/\/\S+/gu;
const ADDRESS_OR_EDITION = /(https?:\/\/\S+|\d{4}-\d\d-\d\d-[0-9a-f]+)/;
/** @type {Record<string, string>} */
const OPENERS = { first: "\u2068", rtl: "\u2067", ltr: "\u2066" };
export let ownDirection = ""; // of the page; as long as it is unknown, every text is set apart

// Gives a panel its language, a record; what is set from then on is measured against that.
/** @param {{ dir: string, lang: string }} root @param {Pick<import("./atlas.js").Language, "code" | "direction">} language */
export function speak(root, { code, direction }) {
  ownDirection = root.dir = direction;
  root.lang = code;
}

// That of most letters, not of the first: an Arabic title may begin with a Latin name. Web addresses do not count. Empty
// where there is no letter.
/** @param {unknown} text @returns {"rtl" | "ltr" | ""} */
export function directionOf(text) {
  const bare = String(text).replace(ADDRESS, "");
  const [rtl, ltr] = ["rtl", "ltr"].map((direction) => (bare.match(LETTERS[direction]) ?? []).length);
  if (!rtl && !ltr) return "";
  return rtl >= ltr ? "rtl" : "ltr";
}

// Has a text letters against the page's direction that are not set apart in it already?
/** @param {unknown} text */
export function opposes(text) {
  const bare = String(text).replace(SET_APART, "");
  return AGAINST[ownDirection].some((letters) => bare.search(letters) >= 0);
}

// A text within another, where there is only text: a tooltip, a label, what is copied.
/** @param {unknown} text @returns {string} */
export function isolate(text) {
  if (!opposes(text)) return String(text);
  const direction = directionOf(text) || "ltr";
  const begins = (/** @type {RegExp} */ letters) => String(text).search(letters) >>> 0; // one that is nowhere comes last
  const first = begins(LETTERS.rtl) < begins(LETTERS.ltr) ? "rtl" : "ltr";
  return `${OPENERS[first === direction ? "first" : direction]}${text}\u2069`;
}

// Texts one after the other, empty ones left out, each in its own direction.
/** @param {unknown[]} texts @param {string} between */
export function joined(texts, between) {
  return texts.filter(Boolean).map(isolate).join(between);
}

// A text as a node of a page, in its own direction. `language` is that of a text against the page's direction, `null` where
// nobody knows it.
/** @param {string} text @param {string | null} [language] @returns {Text | HTMLElement} */
export function isolated(text, language) {
  return opposes(text) ? inElement(text, language) : document.createTextNode(text);
}

/** @param {string} text @param {string | null} [language] */
export function inElement(text, language) {
  const apart = document.createElement("bdi");
  apart.textContent = text;
  apart.dir = directionOf(text) || "ltr";
  apart.lang = language === undefined ? LANGUAGES_OF[apart.dir] : language ?? "";
  return apart;
}

// A text of which each web address and each edition of the tables runs from left to right, whatever is around it: else figures and signs of
// theirs would be laid out as part of that. What is copied has no elements; in a page an address is a line of its own, by the stylesheet.
/** @param {string} text @returns {(string | HTMLElement)[]} */
export function addressesApart(text) {
  return text.split(ADDRESS_OR_EDITION).map((part, index) => {
    if (index % 2 === 0) return part;
    const apart = document.createElement("bdi");
    return Object.assign(apart, { className: part.startsWith("http") ? "address" : "edition", dir: "ltr", textContent: part });
  });
}

// Writes a text into an element, where it is new: each writing would be laid out.
/** @param {Element} target @param {unknown} text @param {string | null} [language] */
export function setText(target, text, language) {
  if (target.textContent === String(text)) return;
  if (target.localName !== "option") return target.replaceChildren(isolated(String(text), language));
  target.textContent = String(text); // an option can hold nothing but text
  /** @type {HTMLElement} */ (target).dir = directionOf(text) || ownDirection;
}
