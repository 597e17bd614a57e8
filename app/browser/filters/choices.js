// @ts-check
// The boxes that a reader ticks, in lists by field of the View.

import { chosenBy, FULL_LISTS } from "../core/conditions.js";
import { searchable, standsIn } from "../core/folding.js";
import { button, element, themeMark } from "../core/dom.js";
import { fill } from "../core/words.js";

/** @typedef {import("./index.js").Filters} Filters */
/** @typedef {import("../core/facets.js").Facet} ListField */
/**
 * @typedef {object} Choice
 * @property {ListField} field
 * @property {string} id
 * @property {number} key its index in its table or in the dataset's list of such ids
 * @property {number} count how many events it would show
 * @property {HTMLElement} row
 * @property {HTMLInputElement} input
 * @property {HTMLButtonElement | null} only chooses this one alone or, where it is that, all
 * @property {HTMLElement} counter
 * @property {HTMLElement | null} split how the count comes about
 */
/** @typedef {{ id: string, key: number, name: string, spellings?: string }} Option `spellings`: all by which it may be looked for, one a line */

const MANY = 12; // a list with more choices than these can be searched
/** @type {ListField[]} Fields whose boxes stand by how many events they have; the order of the others is that of the timeline's lanes or has a meaning. */
const SORTED_FIELDS = ["actors", "places", "kinds"];
/** @typedef {(keyof import("../core/view.js").View)[]} Fields */
/** @type {Fields} Those whose boxes are folded away until they are needed. */
export const FOLDED = ["actors", "places", "kinds", "certainty"];
/** @type {Fields} All that the panel's boxes show. */
export const CHOSEN = ["themes", "agreements", "layers", "basis", "extent", ...FOLDED];

/**
 * @param {Filters} filters
 * @param {ListField} field
 * @param {string} heading
 * @param {Option[]} options
 */
export function choiceGroup(filters, field, heading, options) {
  const { atlas } = filters;
  const set = element("fieldset", field);
  const legend = element("legend", "", heading);
  legend.title = atlas.words().counts_note;
  set.append(legend);
  const box = element("div", "choices");
  /** @type {Choice[]} */
  const own = options.map(({ id, key, name }) => {
    const row = choice(name, id, () => takeTicks(filters, field, own));
    const input = /** @type {HTMLInputElement} */ (row.querySelector("input"));
    input.value = id;
    const theme = field === "themes" && atlas.dataset.themes.find((each) => each.id === id);
    if (theme) input.after(themeMark(theme, atlas.appearance(), 15));
    const [counter, split] = [element("span", "counter"), field === "agreements" ? element("small", "split") : null];
    row.firstElementChild?.append(counter, ...(split ? [split] : []));
    const only = field === "layers" ? null : button("only", "", () => chooseOnly(atlas, field, id)); // the essay's own layer is always on
    if (only) row.append(only);
    return { field, id, key, count: 0, row, input, only, counter, split };
  });
  filters.choices.push(...own);
  if (SORTED_FIELDS.includes(field)) filters.sorted.push({ box, own });
  box.append(...own.map(({ row }) => row));
  if (options.length > MANY) set.append(narrowing(filters, field, heading, own, options));
  set.append(box);
  return set;
}

/**
 * @param {string} name
 * @param {string} id
 * @param {(ticked: boolean) => void} onchange
 */
export function choice(name, id, onchange) {
  const row = element("div", "choice");
  row.dataset.choice = id;
  const label = element("label");
  const input = document.createElement("input");
  input.type = "checkbox";
  input.onchange = () => onchange(input.checked);
  label.append(input, element("span", "name", name));
  row.append(label);
  return row;
}

/** @param {import("../core/atlas.js").Atlas} atlas @param {ListField} field @param {string} id */
function chooseOnly({ view }, field, id) {
  view.set({ [field]: isOnly(view.get()[field], id) ? [] : [id] }, { step: true });
}

/** @param {string[]} chosen @param {string} id */
function isOnly(chosen, id) {
  return chosen.length === 1 && chosen[0] === id;
}

/** @param {Filters} filters @param {ListField} field @param {Choice[]} own */
function takeTicks({ atlas }, field, own) {
  const ticked = own.filter(({ input }) => input.checked).map(({ id }) => id);
  atlas.view.set({ [field]: chosenBy(atlas, field, ticked, own.length) }, { step: true });
}

/** @param {Filters} filters */
export function dateSourceSwitch({ atlas }) {
  const words = atlas.words();
  const set = element("fieldset", "basis");
  set.append(element("legend", "", words.basis_heading));
  for (const basis of atlas.dataset.bases) {
    const label = element("label");
    const input = document.createElement("input");
    Object.assign(input, { type: "radio", name: "basis", value: basis });
    input.onchange = () => atlas.view.set({ basis }, { step: true });
    label.append(input, element("span", "", words[`basis_${basis}`]));
    set.append(label);
  }
  return set;
}

/**
 * Ticks what the View has chosen.
 * @param {Filters} filters
 */
export function showChoices({ root, atlas, choices, narrowings }) {
  const view = atlas.view.get();
  const words = atlas.words();
  for (const { field, id, row, input, only } of choices) {
    const chosen = view[field];
    input.checked = (FULL_LISTS.includes(field) && !chosen.length) || chosen.includes(id);
    const text = words[isOnly(chosen, id) ? "choose_all" : "choose_only"];
    if (!only || only.textContent === text) continue;
    only.textContent = text;
    only.setAttribute("aria-label", `${text}: ${row.querySelector(".name")?.textContent}`);
  }
  const tick = (/** @type {string} */ selector, /** @type {boolean} */ checked) => {
    const input = /** @type {HTMLInputElement | null} */ (root.querySelector(`${selector} input`));
    if (input) input.checked = checked;
  };
  tick("[data-choice=extent]", view.extent);
  tick("[data-choice=certainty]", view.certainty === "certainly");
  for (const input of root.querySelectorAll(".basis input")) if (input instanceof HTMLInputElement) input.checked = input.value === view.basis;
  for (const narrow of narrowings) narrow();
}

/**
 * What keeps events from being shown is in sight.
 * @param {Filters} filters
 */
export function unfoldChosen({ root, atlas }) {
  const { actors, places, kinds, certainty } = atlas.view.get();
  if (actors.length || places.length || kinds.length || certainty === "certainly") root.querySelector("details.more")?.setAttribute("open", "");
}

// Shows of a long list what has the words typed here, in any spelling, and what is ticked.
/** @param {Filters} filters @param {ListField} field @param {string} heading @param {Choice[]} own @param {Option[]} options */
function narrowing({ atlas, sought, narrowings }, field, heading, own, options) {
  const words = atlas.words();
  const input = document.createElement("input");
  Object.assign(input, { className: "narrow", type: "text", autocomplete: "off", placeholder: words.narrow_placeholder, maxLength: 200 });
  input.value = sought[field] ?? "";
  input.setAttribute("aria-label", fill(words.narrow_label, { list: heading }));
  const none = element("p", "none", words.narrow_none);
  none.hidden = true;
  /** @type {string[]} */
  const searched = [];
  let isNarrowed = false;
  const narrow = () => {
    const typed = (sought[field] = input.value);
    if (!typed && !isNarrowed) return;
    isNarrowed = Boolean(typed);
    let shown = 0;
    own.forEach(({ row, input: box }, index) => {
      const { name, spellings } = options[index];
      const isWanted = box.checked || row.matches(":focus-within") || standsIn(typed, (searched[index] ??= searchable(spellings ?? name)));
      row.hidden = !isWanted;
      shown += isWanted ? 1 : 0;
    });
    none.hidden = shown > 0;
  };
  input.oninput = narrow;
  narrowings.push(narrow);
  const box = element("div");
  box.append(input, none);
  return box;
}
