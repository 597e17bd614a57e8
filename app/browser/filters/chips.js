// @ts-check
// What is on, as chips over the list: a click or the Delete key on one of them lifts it. Where nothing is on there is nothing.

import { conditionsOf, CONDITIONS, unrestricted } from "../core/conditions.js";
import { setText } from "../core/direction.js";
import { button, element, themeMark } from "../core/dom.js";
import { fill } from "../core/words.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/conditions.js").Condition} Condition */

/** @type {Record<import("../core/facets.js").Facet, string>} Keys of the words over each list. */
export const LIST_HEADINGS = {
  themes: "themes_heading",
  agreements: "agreement_heading",
  layers: "layers_heading",
  actors: "actors_label",
  places: "places_label",
  kinds: "kinds_label",
};

/**
 * @param {Atlas} atlas
 * @param {HTMLElement} heir gets the focus once the last chip is gone
 * @param {AbortSignal} signal
 */
export function makeChips(atlas, heir, signal) {
  const [bar, all] = [element("div", "active-filters"), element("div", "chips")];
  const clear = button("clear-all", "", () => atlas.view.set(unrestricted(atlas), { step: true }));
  bar.setAttribute("role", "group");
  bar.append(all, clear);
  atlas.subscribe((change) => {
    if (!change.dressed && !change.changed(...CONDITIONS)) return;
    const [words, on] = [atlas.words(), conditionsOf(atlas)];
    const had = clear.matches(":focus") ? all.children.length : [...all.children].findIndex((one) => one.matches(":focus"));
    const chips = on.map((condition) => conditionChip(atlas, condition));
    all.replaceChildren(...chips);
    setText(clear, words.chips_clear);
    bar.setAttribute("aria-label", words.chips_label);
    bar.hidden = !on.length;
    clear.hidden = on.length < 2;
    if (had >= 0) (chips[Math.min(had, on.length - 1)] ?? heir).focus();
  }, signal);
  return bar;
}

/** @param {Atlas} atlas @param {Condition} condition */
function conditionChip(atlas, condition) {
  const { field, id, without } = condition;
  const text = conditionInWords(atlas, condition);
  const lift = () => atlas.view.set(without, { step: true });
  const made = button("chip", "", lift);
  Object.assign(made.dataset, { field, id });
  made.title = fill(atlas.words().chip_remove, { condition: text });
  made.setAttribute("aria-label", made.title);
  made.onkeydown = ({ key }) => { if (key === "Delete" || key === "Backspace") lift(); };
  const theme = field === "themes" && atlas.dataset.themes.find((each) => each.id === id);
  if (theme) made.append(themeMark(theme, atlas.appearance()));
  const [name, cross] = [element("span", "name"), element("span", "cross", "×")];
  setText(name, text);
  cross.setAttribute("aria-hidden", "true");
  made.append(name, cross);
  return made;
}

/**
 * A condition in a few words, such as `Actor: Hamid al-Shatri` or `Without: Background`.
 * @param {Atlas} atlas
 * @param {Condition} condition
 */
export function conditionInWords(atlas, { field, id, isExcluded }) {
  const [words, { dataset }] = [atlas.words(), atlas];
  const { code } = atlas.language();
  const named = (/** @type {{ id: string, name: Record<string, string> }[]} */ rows) => rows.find((row) => row.id === id)?.name[code];
  const name = {
    words: () => id,
    themes: () => named(dataset.themes),
    actors: () => named(dataset.actors),
    places: () => named(dataset.places),
    kinds: () => words[`kind_${id}`],
    agreements: () => words[`agreement_${id}`],
    layers: () => words[`layer_${id}`],
    extent: () => words.extent_label,
    certainty: () => words.certainty_label,
    basis: () => words[`basis_${atlas.view.get().basis}`],
  }[field]() ?? id;
  if (!id && (field === "themes" || field === "agreements")) return words[`chip_no_${field}`];
  return fill(isExcluded ? words.chip_without : words[`chip_${field}`] ?? "{name}", { name });
}
