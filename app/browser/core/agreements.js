// @ts-check
// How many of the essay's statements reports confirm, refine, contest or are silent on, in the words of every page: the same as
// count_agreements in app/model/disagreements.py and agreements_in_words in app/views/agreements.py.

import { counted, fill } from "./words.js";

/** @typedef {import("./atlas.js").Atlas} Atlas */
/** @typedef {import("./dataset.js").EventRow} EventRow */

/**
 * By agreement, how many events either source dates and how many neither does; no other layer's than the essay's.
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
