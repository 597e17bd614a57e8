// @ts-check
// Legend and filter in one, with live counts beside the choices.

import { prepareAnswers } from "../core/answers.js";
import { unrestricted } from "../core/conditions.js";
import { themesWith } from "../core/dataset.js";
import { speak } from "../core/direction.js";
import { button, element } from "../core/dom.js";
import { linkToAbout } from "../core/event_links.js";
import { runWhenIdle } from "../core/idle.js";
import { markKey } from "../legend/legend.js";
import { askForOpening } from "../opening/request.js";
import { LIST_HEADINGS } from "./chips.js";
import { choice, choiceGroup, CHOSEN, dateSourceSwitch, FOLDED, showChoices, unfoldChosen } from "./choices.js";
import { showCounts, sortByCount } from "./counts.js";
import { searchField, showSearch } from "./search.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/atlas.js").Change} Change */
/** @typedef {import("./choices.js").Choice} Choice */
/** @typedef {import("./choices.js").ListField} ListField */
/** @typedef {import("./choices.js").Option} Option */
/**
 * @typedef {object} Filters The panel's state.
 * @property {HTMLElement} root
 * @property {Atlas} atlas
 * @property {Choice[]} choices every box of a list, with its counter
 * @property {Partial<Record<ListField, string>>} sought what was typed to find something in a long list
 * @property {{ box: HTMLElement, own: Choice[] }[]} sorted lists whose boxes stand by their counts
 * @property {(() => void)[]} narrowings show of each long list what was typed for it
 * @property {HTMLInputElement} search
 * @property {number} searching timer: words were typed a moment ago
 * @property {number} counting timer of the counts' next update
 * @property {number} sorting timer: the range has moved a moment ago
 */

const COUNTS_MS = 200; // while the range moves, the counts follow so often
const SORT_MS = 400; // lists are sorted once the range has rested so long

/**
 * @param {HTMLElement} root
 * @param {Atlas} atlas
 * @returns {import("../page.js").Panel}
 */
export function makeFilters(root, atlas) {
  root.className = "filters";
  /** @type {Filters} */
  const filters = { root, atlas, choices: [], sorted: [], sought: {}, narrowings: [], search: document.createElement("input"), searching: 0, counting: 0, sorting: 0 };
  const leaving = new AbortController();
  atlas.subscribe((change) => showChange(filters, change), leaving.signal);
  runWhenIdle(() => atlas.prepareSearch());
  runWhenIdle(() => prepareAnswers(atlas.dataset, runWhenIdle, leaving.signal));
  return {
    end() {
      leaving.abort();
      clearTimeout(filters.searching);
      clearTimeout(filters.counting);
      clearTimeout(filters.sorting);
    },
  };
}

/** @param {Filters} filters @param {Change} change */
function showChange(filters, change) {
  const { atlas, root } = filters;
  if (change.dressed) speak(root, atlas.language());
  if (change.dressed || change.changed("layers")) return build(filters); // the lists have what events of the layers name
  if (change.changed(...CHOSEN)) showChoices(filters);
  if (change.changed(...FOLDED)) unfoldChosen(filters);
  if (change.changed("words")) showSearch(filters);
  if (change.filtered || change.changed("certainty")) showCountsNow(filters);
  else if (change.ranged) showCountsSoon(filters);
}

/** @param {Filters} filters */
function showCountsNow(filters) {
  clearTimeout(filters.counting);
  clearTimeout(filters.sorting);
  filters.counting = 0;
  showCounts(filters);
  sortByCount(filters);
}

/** @param {Filters} filters */
function showCountsSoon(filters) {
  filters.counting ||= setTimeout(() => {
    filters.counting = 0;
    showCounts(filters);
  }, COUNTS_MS);
  clearTimeout(filters.sorting);
  filters.sorting = setTimeout(() => showCountsNow(filters), SORT_MS);
}

/** @param {Filters} filters */
function build(filters) {
  const { root, atlas } = filters;
  const [words, { dataset, view }] = [atlas.words(), atlas];
  const focus = focusIn(filters);
  const isOpen = (/** @type {string} */ fold) => Boolean(root.querySelector(`details.${fold}`)?.hasAttribute("open"));
  const [isUnfolded, isKeyOpen] = [isOpen("more"), isOpen("key")];
  filters.choices = [];
  filters.sorted = [];
  filters.narrowings = [];
  const { themes, layers, actors, places, dateMarks } = offered(atlas);
  const group = (/** @type {ListField} */ field, /** @type {Option[]} */ options) => choiceGroup(filters, field, words[LIST_HEADINGS[field]], options);
  const coded = (/** @type {string[]} */ all, /** @type {string} */ prefix, ids = all) => ids.map((id) => ({ id, key: all.indexOf(id), name: words[prefix + id] }));
  const brand = element("header");
  brand.append(element("h1", "", words.app_title), element("p", "", words.app_subtitle), button("what", words.opening_again, () => askForOpening(atlas)));
  const more = element("details", "more");
  more.append(element("summary", "", words.more_filters), group("actors", actors), group("places", places), group("kinds", coded(dataset.kinds, "kind_")));
  more.append(choice(words.certainty_label, "certainty", (ticked) => view.set({ certainty: ticked ? "certainly" : "possibly" }, { step: true })));
  more.toggleAttribute("open", isUnfolded);
  const key = markKey(words, dateMarks);
  key.toggleAttribute("open", isKeyOpen);
  root.replaceChildren(
    brand,
    searchField(filters),
    group("themes", themes),
    dateSourceSwitch(filters),
    group("agreements", coded(dataset.agreements, "agreement_")),
    ...(layers.length ? [group("layers", coded(dataset.layers, "layer_", layers))] : []),
    choice(words.extent_label, "extent", (ticked) => view.set({ extent: ticked }, { step: true })),
    more,
    button("clear", words.clear_filters, () => clear(filters)),
    key,
    footOf(atlas),
  );
  showChoices(filters);
  unfoldChosen(filters);
  showCountsNow(filters);
  giveFocusBack(filters, focus);
}

/**
 * What there is to choose from, and to explain, with the layers that are on.
 * @param {Atlas} atlas
 */
function offered(atlas) {
  const { dataset } = atlas;
  const { code } = atlas.language();
  const { layers } = atlas.view.get();
  const shown = dataset.events.filter(({ layer }) => layer === dataset.ownLayer || layers.includes(layer));
  const named = (/** @type {import("../core/dataset.js").ActorRow[]} */ rows, /** @type {Set<number>} */ used) =>
    rows.filter(({ index }) => used.has(index))
      .map(({ index, id, name, spellings }) => ({ id, key: index, name: name[code], spellings: [...Object.values(name), spellings].join("\n") }))
      .sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));
  return {
    themes: themesWith(dataset, layers).map(({ index, id, name }) => ({ id, key: index, name: name[code] })),
    layers: dataset.layers.filter((layer) => dataset.events.some((event) => event.layer === layer)),
    actors: named(dataset.actors, new Set(shown.flatMap((event) => event.actors))),
    places: named(dataset.places, new Set(shown.flatMap((event) => [...event.places, event.from]))),
    dateMarks: dataset.dateMarks.filter((_, bit) => shown.some(({ dateMarks }) => dateMarks & (1 << bit))),
  };
}

/** @param {Atlas} atlas */
function footOf(atlas) {
  const foot = element("footer");
  foot.append(linkToAbout(atlas, "", atlas.words().about_link));
  return foot;
}

/** @param {Filters} filters */
function clear(filters) {
  clearTimeout(filters.searching); // words typed a moment ago must not come back after they were cleared
  filters.searching = 0;
  filters.search.value = "";
  filters.atlas.view.set(unrestricted(filters.atlas), { step: true });
}

// Where the focus is in the panel, so that it finds the same box, field or button after all is made anew.
/** @param {Filters} filters */
function focusIn({ root }) {
  const focused = /** @type {ShadowRoot | Document} */ (root.getRootNode()).activeElement;
  if (!(focused instanceof HTMLElement) || !root.contains(focused)) return null;
  const field = focused.closest("fieldset")?.className ?? "";
  const id = focused.closest("[data-choice]")?.getAttribute("data-choice");
  const fold = focused.closest("details")?.className;
  const named = focused.matches(".search, .narrow, .clear") ? `${field ? `.${field} ` : ""}.${focused.className}` : "";
  const selector = focused.matches("summary") ? `.${fold} > summary` : named;
  const selection = focused instanceof HTMLInputElement && focused.matches(".search, .narrow") ? [focused.selectionStart, focused.selectionEnd] : null;
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
