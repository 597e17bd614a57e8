// @ts-check
// What a presenter can press in front of people: annotations, chapters back and forward, and the way out. It comes with the pointer, a touch or the
// focus, and goes again; at the beginning it says for a while which keys do the same.

import { annotationButtons } from "../annotations/tools.js";
import { button, element } from "../core/dom.js";

const GOES_AFTER_MS = 3000; // without a move of the pointer
const SIGNS = { previous: "M10 3L5 8l5 5", next: "M6 3l5 5-5 5", leave: "M4 4l8 8M12 4l-8 8" };

/**
 * @param {import("../core/atlas.js").Atlas} atlas
 * @param {{ previous: () => void, next: () => void, leave: () => void }} actions
 * @param {Parameters<typeof annotationButtons>[1]} annotating
 * @returns {{ show: () => void }} shows it, as a move of the pointer does that the slide itself does not see
 */
export function makePresentBar(atlas, actions, annotating) {
  const words = atlas.words();
  const bar = element("div", "present-bar");
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", words.present_bar);
  for (const name of /** @type {(keyof typeof SIGNS)[]} */ (Object.keys(SIGNS))) {
    const one = button(name, "", actions[name]);
    one.innerHTML = `<svg viewBox="0 0 16 16" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.8" aria-hidden="true"><path d="${SIGNS[name]}"/></svg>`;
    Object.assign(one, { title: words[`present_${name}`], ariaLabel: words[`present_${name}`] });
    bar.append(one);
  }
  bar.prepend(...annotationButtons(words, annotating));
  const hint = element("p", "present-hint", words.present_hint);
  document.body.append(bar, hint);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const show = () => {
    bar.classList.add("shown");
    clearTimeout(timer);
    timer = setTimeout(() => bar.classList.remove("shown"), GOES_AFTER_MS);
  };
  for (const type of ["pointermove", "pointerdown"]) addEventListener(type, show, { passive: true });
  addEventListener("keydown", () => hint.remove(), { once: true });
  hint.addEventListener("animationend", () => hint.remove());
  return { show };
}
