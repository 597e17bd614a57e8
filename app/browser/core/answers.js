// @ts-check
// Places and actors as answers to what is typed in the search, beside the events that have the words.

import { fold, searchable, standsIn } from "./folding.js";

/** @typedef {import("./dataset.js").Dataset} Dataset */
/** @typedef {import("./dataset.js").ActorRow} Named */
/** @typedef {{ field: "places" | "actors", id: string, name: string, dated: number, undated: number }} Answer with how many events of the layers that are on name it */
/** @typedef {{ row: Named, searched: string, names: string[] }} Entry the row's names and other spellings, folded */

const ANSWERS_MOST = 4; // of places, and of actors
const SHORTEST = 2; // letters: one finds everything
/** @type {WeakMap<Dataset, Record<Answer["field"], Entry[]>>} */
const entriesOfDatasets = new WeakMap();

/**
 * Those whose name begins with the words come first, then those of which a word does, then the most frequent. An actor whom no event
 * names is no answer; a place has its card in any case.
 * @param {string} words
 * @param {Dataset} dataset
 * @param {string} language of the names
 * @param {string[]} layers those that are on
 * @returns {Answer[]} places, then actors
 */
export function answersTo(words, dataset, language, layers) {
  const sought = fold(words);
  if (sought.length < SHORTEST) return [];
  const entries = entriesOf(dataset);
  return /** @type {Answer["field"][]} */ (["places", "actors"]).flatMap((field) =>
    entries[field].filter(({ searched }) => standsIn(words, searched))
      .map(({ row, names }) => ({ field, id: row.id, name: row.name[language], rank: rankOf(names, sought), ...countNaming(dataset, field, row.index, layers) }))
      .filter(({ dated, undated }) => field === "places" || dated + undated > 0)
      .sort((one, other) => one.rank - other.rank || other.dated + other.undated - one.dated - one.undated || (one.name < other.name ? -1 : 1))
      .slice(0, ANSWERS_MOST)
      .map(({ rank: _, ...answer }) => answer)
  );
}

/** @param {string[]} names @param {string} sought */
function rankOf(names, sought) {
  if (names.some((name) => name.startsWith(sought))) return 0;
  return names.some((name) => name.includes(` ${sought}`)) ? 1 : 2;
}

/** @param {Dataset} dataset @param {Answer["field"]} field @param {number} index @param {string[]} layers */
function countNaming({ events, ownLayer, spans, bases }, field, index, layers) {
  const { dated } = spans[bases[0]]; // either source's date will do, whichever comes first
  const naming = events.filter((event) =>
    (event.layer === ownLayer || layers.includes(event.layer)) && (event[field].includes(index) || (field === "places" && event.from === index)));
  const inTime = naming.filter((event) => dated[event.index]).length;
  return { dated: inTime, undated: naming.length - inTime };
}

/** @param {Dataset} dataset */
function entriesOf(dataset) {
  let entries = entriesOfDatasets.get(dataset);
  if (!entries) {
    const entry = (/** @type {Named} */ row) => {
      const texts = [...Object.values(row.name), ...row.spellings.split("\n")];
      return { row, searched: searchable(texts.join("\n")), names: texts.map(fold) };
    };
    entries = { places: dataset.places.map(entry), actors: dataset.actors.map(entry) };
    entriesOfDatasets.set(dataset, entries);
  }
  return entries;
}
