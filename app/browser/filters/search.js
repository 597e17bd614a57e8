// @ts-check
// The field for words that must stand in an event's texts.

import { element } from "../core/dom.js";

/** @typedef {import("./index.js").Filters} Filters */

const TYPING_MS = 250; // words are looked up once nothing was typed for so long

/** @param {Filters} filters */
export function searchField(filters) {
  const { atlas, searching } = filters;
  const words = atlas.words();
  const input = /** @type {HTMLInputElement} */ (element("input", "search"));
  const typed = searching ? filters.search.value : atlas.view.get().words; // typed a moment ago, and not looked up yet
  Object.assign(input, { type: "search", value: typed, placeholder: words.search_placeholder, maxLength: 200 });
  input.setAttribute("aria-label", words.search_label);
  input.onfocus = () => atlas.prepareSearch();
  input.oninput = () => {
    clearTimeout(filters.searching);
    filters.searching = setTimeout(() => {
      filters.searching = 0;
      atlas.view.set({ words: filters.search.value.trim() }, { step: true }); // the field may have been made anew since
    }, TYPING_MS);
  };
  filters.search = input;
  return input;
}

/**
 * Shows the words of a View that was changed elsewhere; what is being typed is the reader's.
 * @param {Filters} filters
 */
export function showSearch({ atlas, search, searching }) {
  const { words } = atlas.view.get();
  if (!searching && search.value.trim() !== words) search.value = words;
}
