// @ts-check
// Places and actors as answers to what is typed in the search, beside the events that have the words.

import { fold, searchable, standsIn } from "./folding.js";

/** @typedef {import("./dataset.js").Dataset} Dataset */
/** @typedef {import("./dataset.js").ActorRow} Named */
/** @typedef {{ field: "places" | "actors", id: string, name: string, dated: number, undated: number }} Answer with how many events of the layers that are on name it */
/** @typedef {{ row: Named, texts: string[], searched: string, names: string[] | null }} Entry the row's names and other spellings; what is folded of them is made when it is asked for first */

const ANSWERS_MOST = 4; // of places, and of actors
const FOLDED_AT_ONCE = 100; // rows
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
  const [entries, counts] = [entriesOf(dataset), countNaming(dataset, layers)];
  return /** @type {Answer["field"][]} */ (["places", "actors"]).flatMap((field) =>
    entries[field].filter((entry) => standsIn(words, searchedOf(entry)))
      .map((entry) => ({ entry, rank: rankOf(entry, sought), dated: counts.dated[field][entry.row.index], undated: counts.undated[field][entry.row.index] }))
      .filter(({ dated, undated }) => field === "places" || dated + undated > 0)
      .map(({ entry: { row }, ...found }) => ({ field, id: row.id, name: row.name[language], ...found }))
      .sort((one, other) => one.rank - other.rank || other.dated + other.undated - one.dated - one.undated || (one.name < other.name ? -1 : 1))
      .slice(0, ANSWERS_MOST)
      .map(({ rank: _, ...answer }) => answer)
  );
}

/**
 * Folds what will be looked up in, a little at a time: all of it at once would hold up a large atlas's first question.
 * @param {Dataset} dataset
 * @param {(run: () => void) => void} later runs what is left once the page has time
 * @param {AbortSignal} signal
 */
export function prepareAnswers(dataset, later, signal) {
  const left = Object.values(entriesOf(dataset)).flat().filter(({ searched }) => !searched);
  const next = () => {
    if (signal.aborted) return;
    left.splice(0, FOLDED_AT_ONCE).forEach(searchedOf);
    if (left.length) later(next);
  };
  next();
}

/** @param {Entry} entry */
function searchedOf(entry) {
  return (entry.searched ||= searchable(entry.texts.join("\n")));
}

/** @param {Entry} entry @param {string} sought */
function rankOf(entry, sought) {
  const names = (entry.names ??= entry.texts.map(fold));
  if (names.some((name) => name.startsWith(sought))) return 0;
  return names.some((name) => name.includes(` ${sought}`)) ? 1 : 2;
}

/** How many events of the layers that are on name each place and each actor. @param {Dataset} dataset @param {string[]} layers */
function countNaming({ events, ownLayer, spans, bases, places, actors }, layers) {
  const { dated } = spans[bases[0]]; // either source's date will do, whichever comes first
  const none = () => ({ places: new Int32Array(places.length), actors: new Int32Array(actors.length) });
  const counts = { dated: none(), undated: none() };
  for (const { index, layer, places: at, from, actors: who } of events) {
    if (layer !== ownLayer && !layers.includes(layer)) continue;
    const own = dated[index] ? counts.dated : counts.undated;
    for (const place of at) own.places[place] += 1;
    if (from >= 0 && !at.includes(from)) own.places[from] += 1;
    for (const actor of who) own.actors[actor] += 1;
  }
  return counts;
}

/** @param {Dataset} dataset */
function entriesOf(dataset) {
  let entries = entriesOfDatasets.get(dataset);
  if (!entries) {
    const entry = (/** @type {Named} */ row) => {
      const texts = [...Object.values(row.name), ...row.spellings.split("\n")];
      return { row, texts, searched: "", names: null };
    };
    entries = { places: dataset.places.map(entry), actors: dataset.actors.map(entry) };
    entriesOfDatasets.set(dataset, entries);
  }
  return entries;
}
