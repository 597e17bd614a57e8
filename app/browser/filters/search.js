// @ts-check
// The field for words that must stand in an event's texts, and under it the places and actors that they name.

import { element } from "../core/dom.js";
import { makeAnswers } from "./answers.js";

/** @typedef {import("./index.js").Filters} Filters */

const TYPING_MS = 250; // words are looked up once nothing was typed for so long

/** @param {Filters} filters */
export function searchField(filters) {
  const { atlas, searching } = filters;
  const words = atlas.words();
  const input = /** @type {HTMLInputElement} */ (element("input", "search"));
  const typed = searching ? filters.search.value : atlas.view.get().words; // typed a moment ago, and not looked up yet
  Object.assign(input, { type: "search", value: typed, placeholder: words.search_placeholder, maxLength: 200, autocomplete: "off" });
  input.setAttribute("aria-label", words.search_label);
  const answers = makeAnswers(atlas, input, (answer) => takeAnswer(filters, answer));
  input.onfocus = () => atlas.prepareSearch();
  input.onblur = answers.close;
  input.onclick = answers.update;
  input.oninput = () => {
    answers.update();
    clearTimeout(filters.searching);
    filters.searching = setTimeout(() => lookUp(filters), TYPING_MS);
  };
  input.onkeydown = (event) => {
    if (answers.key(event)) event.preventDefault(); // Escape would empty the field
    else if (event.key === "Enter" && !event.isComposing) {
      answers.close();
      lookUp(filters);
    }
  };
  filters.search = input;
  const box = element("div", "seek");
  box.append(input, answers.list);
  return box;
}

/** @param {Filters} filters */
function lookUp(filters) {
  clearTimeout(filters.searching);
  filters.searching = 0;
  filters.atlas.view.set({ words: filters.search.value.trim() }, { step: true }); // the field may have been made anew since
}

/**
 * The answer takes the place of the words: a place's card, or the events of an actor.
 * @param {Filters} filters
 * @param {import("../core/answers.js").Answer} answer
 */
function takeAnswer(filters, { field, id }) {
  clearTimeout(filters.searching);
  filters.searching = 0;
  filters.search.value = "";
  const chosen = field === "places" ? { selected: `place:${id}` } : { actors: [id], selected: "" };
  filters.atlas.view.set({ ...chosen, words: "" }, { step: true });
}

/**
 * Shows the words of a View that was changed elsewhere; what is being typed is the reader's.
 * @param {Filters} filters
 */
export function showSearch({ atlas, search, searching }) {
  const { words } = atlas.view.get();
  if (!searching && search.value.trim() !== words) search.value = words;
}
