// @ts-check
// The buttons that set annotations: one for each shape, and one that removes them all.

import { SHAPES } from "../core/annotations.js";
import { button } from "../core/dom.js";

/** @type {Record<string, string>} */
const DRAWN = {
  arrow: '<path d="M2.5 4h5M5 4v6M13.5 5.5c.5 4-2 7-6 7.5m2.6-2.6L7.2 13l2.9 1.8"/>',
  ring: '<circle cx="8" cy="8" r="5.5"/><circle cx="8" cy="8" r="1" fill="currentColor"/>',
  callout: '<path d="M2.5 3h11v7H8.2L5 13.5V10H2.5z"/>',
  remove: '<path d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M7 7v3.5M9 7v3.5"/>',
};

/**
 * @param {Record<string, string>} words
 * @param {{ set: (shape: string, isByKey: boolean) => void, remove: () => void }} actions `isByKey`: no pointer says where
 * @returns {HTMLButtonElement[]}
 */
export function annotationButtons(words, { set, remove }) {
  const made = SHAPES.map((shape) => {
    const one = button(`annotate ${shape}`, "", () => {});
    one.onclick = (event) => set(shape, event.detail === 0);
    return iconButton(one, words[`annotate_${shape}`], DRAWN[shape]);
  });
  return [...made, iconButton(button("annotate remove", "", remove), words.annotate_remove_all, DRAWN.remove)];
}

/** @param {HTMLButtonElement} one @param {string} title @param {string} drawn */
function iconButton(one, title, drawn) {
  one.innerHTML = `<svg viewBox="0 0 16 16" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${drawn}</svg>`;
  return Object.assign(one, { title, ariaLabel: title });
}
