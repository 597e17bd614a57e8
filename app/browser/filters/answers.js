// @ts-check
// The list under the search field: places and actors that have the typed words. A combobox as WAI-ARIA describes it: the focus stays in the
// field, the arrow keys choose, Enter takes, Escape closes.

import { answersTo } from "../core/answers.js";
import { element } from "../core/dom.js";
import { counted, fill } from "../core/words.js";
import { LIST_HEADINGS } from "./chips.js";

/** @typedef {import("../core/answers.js").Answer} Answer */
/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {{ list: HTMLElement, update: () => void, close: () => void, key: (event: KeyboardEvent) => boolean }} Answers `key` returns true for a key that was the list's */

const LIST_ID = "search-answers";

/**
 * @param {Atlas} atlas
 * @param {HTMLInputElement} input
 * @param {(answer: Answer) => void} take
 * @returns {Answers}
 */
export function makeAnswers(atlas, input, take) {
  const list = element("div", "answers");
  Object.assign(list, { id: LIST_ID, role: "listbox", hidden: true, ariaLabel: atlas.words().answers_label });
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", LIST_ID], ["aria-expanded", "false"]]) input.setAttribute(name, value);
  /** @type {{ answer: Answer, option: HTMLElement }[]} */
  let shown = [];
  let active = -1;
  const activate = (/** @type {number} */ at) => {
    active = at;
    shown.forEach(({ option }, index) => option.setAttribute("aria-selected", String(index === at)));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", shown[at].option.id);
    shown[at].option.scrollIntoView({ block: "nearest" });
  };
  const close = () => {
    shown = [];
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    activate(-1);
  };
  const pick = (/** @type {Answer} */ answer) => {
    close();
    take(answer);
  };
  const update = () => {
    const answers = answersTo(input.value, atlas.dataset, atlas.language().code, atlas.view.get().layers);
    if (!answers.length) return close();
    shown = answers.map((answer, index) => ({ answer, option: optionOf(atlas, answer, index, pick) }));
    list.replaceChildren(...groupsOf(atlas, shown));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    activate(-1);
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
    if (by) {
      if (!shown.length) update();
      if (!shown.length) return false;
      const count = shown.length + 1; // and the field itself, at -1
      activate(((active + 1 + by + count) % count) - 1);
      return true;
    }
    if (event.key === "Escape" && shown.length) {
      close();
      return true;
    }
    if (event.key !== "Enter" || active < 0) return false;
    pick(shown[active].answer);
    return true;
  };
  return { list, update, close, key };
}

/** @param {Atlas} atlas @param {{ answer: Answer, option: HTMLElement }[]} shown */
function groupsOf(atlas, shown) {
  const words = atlas.words();
  return /** @type {const} */ (["places", "actors"]).flatMap((field) => {
    const options = shown.filter(({ answer }) => answer.field === field).map(({ option }) => option);
    if (!options.length) return [];
    const group = element("div", "answer-group");
    const heading = element("strong", "", words[LIST_HEADINGS[field]]);
    Object.assign(heading, { id: `${LIST_ID}-${field}`, role: "presentation" });
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", heading.id);
    group.append(heading, ...options);
    return [group];
  });
}

/** @param {Atlas} atlas @param {Answer} answer @param {number} index @param {(answer: Answer) => void} pick */
function optionOf(atlas, answer, index, pick) {
  const { field, id, name, dated, undated } = answer;
  const words = atlas.words();
  const option = element("div", "answer");
  Object.assign(option, { id: `${LIST_ID}-${index}`, role: "option", ariaSelected: "false" });
  Object.assign(option.dataset, { field, id });
  const total = dated + undated;
  const count = undated ? fill(words.count_split, { dated, undated, total }) : counted(words, atlas.language(), "essay_events", { n: total });
  option.append(element("span", "name", name), element("small", "", total ? count : ""));
  option.onpointerdown = (event) => event.preventDefault(); // the focus stays in the field
  option.onclick = () => pick(answer);
  return option;
}
