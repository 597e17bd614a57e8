// @ts-check
// How many events in range each choice stands for, whether it is ticked or not. Agreements are counted as on all pages: what
// neither source dates is counted too, and said apart.

import { ABSENT, inRange, limitsOf } from "../core/visibility.js";
import { fill } from "../core/words.js";

/** @typedef {import("./index.js").Filters} Filters */

/** @param {Filters} filters */
export function showCounts({ atlas, choices }) {
  const { dataset } = atlas;
  const [words, [dated, undated]] = [atlas.words(), countByChoice(atlas)];
  for (const { field, id, row, counter, split } of choices) {
    const key = `${field}:${id}`;
    // A layer says how many events it has, on or off.
    const inTime = field === "layers" ? dataset.events.filter(({ layer }) => layer === id).length : dated.get(key) ?? 0;
    const more = split ? undated.get(key) ?? 0 : 0;
    const count = inTime + more;
    counter.textContent = String(count);
    if (split) split.textContent = more ? fill(words.count_split, { dated: inTime, undated: more, total: count }) : "";
    row.classList.toggle("empty", count === 0);
  }
}

/** @param {import("../core/atlas.js").Atlas} atlas @returns {[Map<string, number>, Map<string, number>]} dated ones in range, and undated ones */
function countByChoice({ dataset, view, visibility, sight }) {
  const { basis, certainty, extent } = view.get();
  const { first, last, dated } = dataset.spans[basis];
  const [inSight, limits] = [extent ? sight() : null, limitsOf(view.get())];
  /** @type {[Map<string, number>, Map<string, number>]} */
  const [inTime, undated] = [new Map(), new Map()];
  for (const event of dataset.events) {
    const { index } = event;
    if (visibility.ignoringRange[index] === ABSENT || (inSight && !inSight[index])) continue;
    if (dated[index] && !inRange(first[index], last[index], limits, certainty)) continue;
    const counts = dated[index] ? inTime : undated;
    const add = (/** @type {string} */ key) => counts.set(key, (counts.get(key) ?? 0) + 1);
    add(`agreements:${event.agreement}`);
    add(`kinds:${event.kind}`);
    for (const theme of event.themes) add(`themes:${dataset.themeIds[theme]}`);
    for (const actor of event.actors) add(`actors:${dataset.actorIds[actor]}`);
    for (const place of new Set([...event.places, event.from])) if (place >= 0) add(`places:${dataset.placeIds[place]}`);
  }
  return [inTime, undated];
}
