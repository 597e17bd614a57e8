// @ts-check
// How many events each choice would show with all else that is chosen, whether it is ticked or not; lists sorted by it. Agreements are
// counted as on all pages: what neither source dates is counted too, and said apart.

import { countFacets } from "../core/facets.js";
import { fill } from "../core/words.js";

/** @typedef {import("./choices.js").Choice} Choice */
/** @typedef {import("./index.js").Filters} Filters */

/** @param {Filters} filters */
export function showCounts({ atlas, choices }) {
  const words = atlas.words();
  const { dated, undated } = countFacets(atlas.visibility, atlas.dataset, atlas.view.get());
  for (const choice of choices) {
    const { field, key, row, counter, split } = choice;
    const inTime = dated[field][key];
    const more = split ? undated[field][key] : 0;
    choice.count = inTime + more;
    write(counter, String(choice.count));
    if (split) write(split, more ? fill(words.count_split, { dated: inTime, undated: more, total: choice.count }) : "");
    row.classList.toggle("empty", choice.count === 0);
  }
}

/**
 * Puts the most frequent choices of the sorted lists first; those of one number stay in the order in which the list was made.
 * @param {Filters} filters
 */
export function sortByCount({ sorted }) {
  for (const { box, own } of sorted) {
    const wanted = [...own].sort((one, other) => other.count - one.count).map(({ row }) => row);
    if (wanted.every((row, at) => box.children[at] === row)) continue;
    // The row that has the focus is not moved: it would lose it.
    const held = wanted.findIndex((row) => row.matches(":focus-within"));
    if (held < 0) {
      box.append(...wanted);
      continue;
    }
    wanted.slice(0, held).forEach((row) => box.insertBefore(row, wanted[held]));
    box.append(...wanted.slice(held + 1));
  }
}

/** Most counts stay as they are, and each writing would be laid out. @param {HTMLElement} target @param {string} text */
function write(target, text) {
  if (target.textContent !== text) target.textContent = text;
}
