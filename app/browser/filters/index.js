// @ts-check
// Legend and filter in one, with live counts beside the choices.

import { themesWith } from "../core/dataset.js";
import { speak } from "../core/direction.js";
import { button, element } from "../core/dom.js";
import { markKey } from "../legend/legend.js";
import { choice, choiceGroup, dateSourceSwitch, showChoices } from "./choices.js";
import { showCounts } from "./counts.js";
import { searchField, showSearch } from "./search.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/atlas.js").Change} Change */
/** @typedef {import("./choices.js").Choice} Choice */
/** @typedef {import("./choices.js").ListField} ListField */
/**
 * @typedef {object} Filters The panel's state.
 * @property {HTMLElement} root
 * @property {Atlas} atlas
 * @property {Choice[]} choices every box of a list, with its counter
 * @property {Partial<Record<ListField, string>>} sought what was typed to find something in a long list
 * @property {(() => void)[]} narrowings each shows again what it has found in its list, and what is ticked
 * @property {HTMLInputElement} search
 * @property {number} searching timer: words were typed a moment ago
 * @property {number} counting timer of the counts' next update
 */

const COUNTS_MS = 200; // while the range moves, the counts follow so often
/** @type {ListField[]} Folded away until they are needed. */
const FOLDED = ["actors", "places", "kinds"];

/** @param {HTMLElement} root @param {Atlas} atlas */
export function makeFilters(root, atlas) {
  root.className = "filters";
  /** @type {Filters} */
  const filters = { root, atlas, choices: [], narrowings: [], sought: {}, search: document.createElement("input"), searching: 0, counting: 0 };
  const leaving = new AbortController();
  atlas.subscribe((change) => showChange(filters, change), leaving.signal);
  return {
    end() {
      leaving.abort();
      clearTimeout(filters.searching);
      clearTimeout(filters.counting);
    },
  };
}

/** @param {Filters} filters @param {Change} change */
function showChange(filters, change) {
  const { atlas, root } = filters;
  if (change.dressed) speak(root, atlas.language());
  if (change.dressed || change.changed("layers")) build(filters); // the lists have what events of the layers name
  else {
    showChoices(filters);
    showSearch(filters);
  }
  if (change.filtered) showCountsNow(filters);
  else if (change.ranged) filters.counting ||= setTimeout(() => showCountsNow(filters), COUNTS_MS);
}

/** @param {Filters} filters */
function showCountsNow(filters) {
  clearTimeout(filters.counting);
  filters.counting = 0;
  showCounts(filters);
}

/** @param {Filters} filters */
function build(filters) {
  const { root, atlas } = filters;
  const [words, { code }, { dataset, view }] = [atlas.words(), atlas.language(), atlas];
  const focus = focusIn(filters);
  const isUnfolded = root.querySelector("details.more")?.hasAttribute("open");
  const isKeyOpen = root.querySelector("details.key")?.hasAttribute("open");
  filters.choices = [];
  filters.narrowings = [];
  const brand = element("header");
  brand.append(element("h1", "", words.app_title), element("p", "", words.app_subtitle));
  const layers = dataset.layers.filter((layer) => dataset.events.some((event) => event.layer === layer));
  const shown = dataset.events.filter(({ layer }) => layer === dataset.ownLayer || view.get().layers.includes(layer));
  const themes = themesWith(dataset, view.get().layers);
  const more = element("details", "more");
  more.append(element("summary", "", words.more_filters));
  const named = (/** @type {import("../core/dataset.js").ActorRow[]} */ rows, /** @type {Set<number>} */ used) =>
    rows.filter(({ index }) => used.has(index))
      .map(({ id, name, spellings }) => ({ id, name: name[code], spellings: [...Object.values(name), spellings].join("\n") }))
      .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  const actors = named(dataset.actors, new Set(shown.flatMap((event) => event.actors)));
  const places = named(dataset.places, new Set(shown.flatMap((event) => [...event.places, event.from])));
  const coded = (/** @type {string[]} */ ids, /** @type {string} */ prefix) => ids.map((id) => ({ id, name: words[prefix + id] }));
  more.append(choiceGroup(filters, "actors", words.actors_label, actors), choiceGroup(filters, "places", words.places_label, places));
  more.append(choiceGroup(filters, "kinds", words.kinds_label, coded(dataset.kinds, "kind_")));
  more.append(choice(words.certainty_label, "certainty", (ticked) => view.set({ certainty: ticked ? "certainly" : "possibly" }, { step: true })));
  const extent = choice(words.extent_label, "extent", (ticked) => view.set({ extent: ticked }, { step: true }));
  const { certainty } = view.get();
  more.toggleAttribute("open", isUnfolded || FOLDED.some((field) => view.get()[field].length) || certainty === "certainly");
  const legend = markKey(words, dataset.dateMarks.filter((_, bit) => shown.some(({ dateMarks }) => dateMarks & (1 << bit))));
  legend.toggleAttribute("open", Boolean(isKeyOpen));
  root.replaceChildren(
    brand,
    searchField(filters),
    choiceGroup(filters, "themes", words.themes_heading, themes.map(({ id, name }) => ({ id, name: name[code] }))),
    dateSourceSwitch(filters),
    choiceGroup(filters, "agreements", words.agreement_heading, coded(dataset.agreements, "agreement_")),
    ...(layers.length ? [choiceGroup(filters, "layers", words.layers_heading, coded(layers, "layer_"))] : []),
    extent,
    more,
    button("clear", words.clear_filters, () => clear(filters)),
    legend,
  );
  showChoices(filters);
  showCountsNow(filters);
  giveFocusBack(filters, focus);
}

/** @param {Filters} filters */
function clear(filters) {
  clearTimeout(filters.searching); // words typed a moment ago must not come back after they were cleared
  filters.searching = 0;
  filters.search.value = "";
  const none = { themes: [], agreements: [], layers: [], actors: [], places: [], kinds: [] };
  filters.atlas.view.set({ ...none, words: "", certainty: "possibly", extent: false }, { step: true });
}

// Where the focus is in the panel, so that it finds the same box, field or button after all is made anew.
/** @param {Filters} filters */
function focusIn({ root }) {
  const focused = /** @type {ShadowRoot | Document} */ (root.getRootNode()).activeElement;
  if (!(focused instanceof HTMLElement) || !root.contains(focused)) return null;
  const field = focused.closest("fieldset")?.className ?? "";
  const id = focused.closest("[data-choice]")?.getAttribute("data-choice");
  const selector = focused.matches(".search, .narrow, .clear, summary") ? `${field ? `.${field} ` : ""}${focused.className ? `.${focused.className}` : "summary"}` : "";
  const selection = focused instanceof HTMLInputElement && focused.type !== "checkbox" && focused.type !== "radio" ? [focused.selectionStart, focused.selectionEnd] : null;
  const value = focused instanceof HTMLInputElement && focused.type === "radio" ? focused.value : "";
  return { field, id, selector, selection, value };
}

/** @param {Filters} filters @param {ReturnType<typeof focusIn>} focus */
function giveFocusBack({ root }, focus) {
  if (!focus) return;
  const { field, id, selector, selection, value } = focus;
  const within = field ? `.${field} ` : "";
  const wanted = selector || (id ? `${within || ":not(fieldset *)"}[data-choice="${CSS.escape(id)}"] input` : `${within}input[value="${CSS.escape(value)}"]`);
  const target = /** @type {HTMLElement | null} */ (root.querySelector(wanted) ?? root.querySelector(".clear"));
  target?.focus();
  if (selection && target instanceof HTMLInputElement) target.setSelectionRange(selection[0], selection[1]);
}
