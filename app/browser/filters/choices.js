// @ts-check
// The boxes that a reader ticks, in lists by field of the View.

import { searchable, standsIn } from "../core/folding.js";
import { element, themeMark } from "../core/dom.js";
import { fill } from "../core/words.js";

/** @typedef {import("./index.js").Filters} Filters */
/** @typedef {"themes" | "agreements" | "layers" | "actors" | "places" | "kinds"} ListField Fields of the View that are lists of ids. */
/** @typedef {{ field: ListField, id: string, row: HTMLElement, input: HTMLInputElement, counter: HTMLElement, split: HTMLElement | null }} Choice */
/** @typedef {{ id: string, name: string, spellings?: string }} Option `spellings`: all by which it may be looked for, one a line */

const MANY = 12; // a list with more choices than these can be searched
/** @type {ListField[]} Fields whose boxes begin all ticked, which is no restriction; the others begin empty. */
const FULL_FIELDS = ["themes", "agreements"];

/**
 * @param {Filters} filters
 * @param {ListField} field
 * @param {string} heading
 * @param {Option[]} options
 */
export function choiceGroup(filters, field, heading, options) {
  const { atlas } = filters;
  const set = element("fieldset", field);
  set.append(element("legend", "", heading));
  const box = element("div", "choices");
  /** @type {Choice[]} */
  const own = options.map(({ id, name }) => {
    const row = choice(name, id, () => takeTicks(filters, field, own));
    const input = /** @type {HTMLInputElement} */ (row.querySelector("input"));
    input.value = id;
    const theme = field === "themes" && atlas.dataset.themes.find((each) => each.id === id);
    if (theme) input.after(themeMark(theme, atlas.appearance(), 15));
    const counter = element("span", "counter");
    row.append(counter);
    const split = field === "agreements" ? element("small", "split") : null;
    if (split) row.append(split);
    return { field, id, row, input, counter, split };
  });
  filters.choices.push(...own);
  box.append(...own.map(({ row }) => row));
  if (options.length > MANY) set.append(narrowing(filters, field, heading, own.map((each, index) => ({ ...each, spellings: options[index].spellings ?? options[index].name }))));
  set.append(box);
  return set;
}

/**
 * @param {string} name
 * @param {string} id
 * @param {(ticked: boolean) => void} onchange
 */
export function choice(name, id, onchange) {
  const label = element("label", "choice");
  label.dataset.choice = id;
  const input = document.createElement("input");
  input.type = "checkbox";
  input.onchange = () => onchange(input.checked);
  label.append(input, element("span", "name", name));
  return label;
}

/** @param {Filters} filters @param {ListField} field @param {Choice[]} own */
function takeTicks({ atlas }, field, own) {
  const isFull = FULL_FIELDS.includes(field);
  let ticked = own.filter(({ input }) => input.checked).map(({ id }) => id);
  if (isFull && ticked.length === own.length) ticked = [];
  // Nothing ticked where all began ticked means: nothing passes.
  else if (isFull && !ticked.length) ticked = [atlas.looks.nothing];
  atlas.view.set({ [field]: ticked }, { step: true });
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
  for (const { field, id, input } of choices) {
    const chosen = view[field];
    input.checked = (FULL_FIELDS.includes(field) && !chosen.length) || chosen.includes(id);
  }
  const tick = (/** @type {string} */ selector, /** @type {boolean} */ checked) => {
    const input = /** @type {HTMLInputElement | null} */ (root.querySelector(`${selector} input`));
    if (input) input.checked = checked;
  };
  tick("[data-choice=extent]", view.extent);
  tick("[data-choice=certainty]", view.certainty === "certainly");
  for (const input of root.querySelectorAll(".basis input")) if (input instanceof HTMLInputElement) input.checked = input.value === view.basis;
  for (const show of narrowings) show();
}

// Shows of a long list what has the words typed here, in any spelling, and what is ticked.
/** @param {Filters} filters @param {ListField} field @param {string} heading @param {(Choice & { spellings: string, searched?: string })[]} rows */
function narrowing(filters, field, heading, rows) {
  const { atlas, sought } = filters;
  const words = atlas.words();
  const input = document.createElement("input");
  Object.assign(input, { className: "narrow", type: "text", autocomplete: "off", value: sought[field] ?? "", placeholder: words.narrow_placeholder, maxLength: 200 });
  input.setAttribute("aria-label", fill(words.narrow_label, { list: heading }));
  const none = element("p", "none", words.narrow_none);
  const show = () => {
    sought[field] = input.value;
    let shown = 0;
    for (const one of rows) {
      one.row.hidden = !one.input.checked && !standsIn(input.value, (one.searched ??= searchable(one.spellings)));
      shown += one.row.hidden ? 0 : 1;
    }
    none.hidden = shown > 0;
  };
  input.oninput = show;
  none.hidden = true;
  filters.narrowings.push(() => { if (input.value) show(); }); // what is no longer ticked goes
  const narrow = element("div");
  narrow.append(input, none);
  return narrow;
}
