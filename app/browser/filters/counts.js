// @ts-check
// How many events in range each choice stands for, whether it is ticked or not. Agreements are counted as on all pages: what
// neither source dates is counted too, and said apart.

import { ABSENT, inRange, limitsOf } from "../core/visibility.js";
import { fill } from "../core/words.js";

/** @typedef {import("./choices.js").ListField} ListField */
/** @typedef {import("./index.js").Filters} Filters */
/** @typedef {Record<ListField, Map<number | string, number>>} Counts by field, and then by the choice's key */

/** @param {Filters} filters */
export function showCounts({ atlas, choices }) {
  const [words, { inTime, undated }] = [atlas.words(), countByChoice(atlas)];
  for (const { field, key, row, counter, split } of choices) {
    const dated = inTime[field].get(key) ?? 0;
    const more = split ? undated[field].get(key) ?? 0 : 0;
    const total = dated + more;
    write(counter, String(total));
    if (split) write(split, more ? fill(words.count_split, { dated, undated: more, total }) : "");
    row.classList.toggle("empty", total === 0);
  }
}

/** Most counts stay as they are, and each writing would be laid out. @param {HTMLElement} target @param {string} text */
function write(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

/** @param {import("../core/atlas.js").Atlas} atlas @returns {{ inTime: Counts, undated: Counts }} dated ones in range, and undated ones */
function countByChoice({ dataset, view, visibility, sight }) {
  const { basis, certainty, extent } = view.get();
  const { first, last, dated } = dataset.spans[basis];
  const [inSight, limits] = [extent ? sight() : null, limitsOf(view.get())];
  const [inTime, undated] = [noCounts(), noCounts()];
  for (const event of dataset.events) {
    const { index } = event;
    add(inTime.layers, event.layer); // a layer says how many events it has, on or off
    if (visibility.ignoringRange[index] === ABSENT || (inSight && !inSight[index])) continue;
    if (dated[index] && !inRange(first[index], last[index], limits, certainty)) continue;
    const counts = dated[index] ? inTime : undated;
    add(counts.agreements, event.agreement);
    add(counts.kinds, event.kind);
    for (const theme of event.themes) add(counts.themes, theme);
    for (const actor of event.actors) add(counts.actors, actor);
    for (const place of new Set([...event.places, event.from])) add(counts.places, place);
  }
  return { inTime, undated };
}

/** @returns {Counts} */
function noCounts() {
  return { themes: new Map(), agreements: new Map(), layers: new Map(), actors: new Map(), places: new Map(), kinds: new Map() };
}

/** @param {Map<number | string, number>} counts @param {number | string} key */
function add(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
