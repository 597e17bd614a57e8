// @ts-check
// How many of the essay's statements reports confirm, refine, contest or are silent on, in the words of every page, and which are
// disputed. app/model/chronology/disagreements.py and app/views/agreements.py count and say the same; tests/cases/agreements.json holds them together.

import { counted, fill } from "./words.js";

/** @typedef {import("./atlas.js").Atlas} Atlas */
/** @typedef {import("./dataset.js").EventRow} EventRow */

/**
 * What the dataset's own layer says.
 * @param {Atlas["dataset"]} dataset
 */
export function statedEvents({ events, ownLayer }) {
  return events.filter(({ layer }) => layer === ownLayer);
}

/**
 * What is disputed of it, in the order of the essay; what no paragraph states comes last.
 * @param {Atlas["dataset"]} dataset
 */
export function disputedEvents(dataset) {
  return statedEvents(dataset).filter(({ disputed }) => disputed).sort(compareParagraphs);
}

/**
 * How many of its statements are disputed, and why these are more than what is contested: one may be confirmed on the whole where a single
 * report says otherwise.
 * @param {Atlas["dataset"]} dataset
 */
export function countDisputed(dataset) {
  const disputed = disputedEvents(dataset);
  const contested = disputed.filter(({ agreement }) => agreement === "conflicts").length;
  return { listed: disputed.length, contested, partly: disputed.length - contested };
}

/**
 * @param {Atlas} atlas
 * @returns {string} how many statements are disputed, of all
 */
export function disputedInWords(atlas) {
  const part = countDisputed(atlas.dataset).listed;
  return counted(atlas.words(), atlas.language(), "disagreements_count", { part, n: statedEvents(atlas.dataset).length });
}

/** @param {EventRow} one @param {EventRow} other */
function compareParagraphs({ paragraphs: one }, { paragraphs: other }) {
  if (!one.length || !other.length) return Number(!one.length) - Number(!other.length);
  const at = one.findIndex((number, index) => number !== other[index]);
  return at < 0 ? one.length - other.length : one[at] - (other[at] ?? 0);
}

/**
 * By agreement, how many events either source dates and how many neither does; no other layer's than the dataset's own.
 * @param {Atlas["dataset"]} dataset
 * @param {EventRow[]} events
 */
export function countAgreements({ agreements, ownLayer, spans, bases }, events) {
  const { dated } = spans[bases[0]];
  const stated = events.filter(({ layer }) => layer === ownLayer);
  return agreements.map((agreement) => {
    const those = stated.filter((event) => event.agreement === agreement);
    const inTime = those.filter(({ index }) => dated[index]).length;
    return { agreement, dated: inTime, undated: those.length - inTime, total: those.length };
  });
}

/**
 * A text for each agreement that occurs, such as `Contested: 13 dated + 1 undated = 14`.
 * @param {Atlas} atlas
 * @param {EventRow[]} events
 */
export function agreementsInWords(atlas, events) {
  const words = atlas.words();
  return countAgreements(atlas.dataset, events)
    .filter(({ total }) => total)
    .map((count) => `${words[`agreement_${count.agreement}`]}: ${count.undated ? fill(words.count_split, count) : count.total}`);
}

/**
 * The same without regard to dates, in one line of words that depend on the number.
 * @param {Atlas} atlas
 * @param {EventRow[]} events
 */
export function tallyInWords(atlas, events) {
  return countAgreements(atlas.dataset, events)
    .filter(({ total }) => total)
    .map(({ agreement, total }) => counted(atlas.words(), atlas.language(), `tally_${agreement}`, { n: total }))
    .join(" · ");
}
