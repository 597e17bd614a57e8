// @ts-check
// Buttons under the zoom's: where the map can be brought by one click.

import { fitSubject } from "./viewport.js";

/** @typedef {import("./state.js").MapState} MapState */

const HOME_ICON = '<path d="M2 8.2L8 2.5l6 5.7M3.8 7v6.5h8.4V7M6.6 13.5v-3.6h2.8v3.6"/>';
const FIT_ICON = '<path d="M1.5 5.5V1.5H5.5M10.5 1.5H14.5V5.5M14.5 10.5V14.5H10.5M5.5 14.5H1.5V10.5"/><circle cx="8" cy="8" r="2.2"/>';

/**
 * @param {MapState} state
 * @param {HTMLElement} box
 */
export function fillViewButtons(state, box) {
  // Without a camera of its own the View has the start again.
  box.append(mapButton("atlas-home", HOME_ICON, state.atlas.words().map_home, () => state.atlas.view.set({ camera: null }, { step: true })));
  box.append(mapButton("atlas-fit", FIT_ICON, state.atlas.words().map_fit, () => fitSubject(state, true)));
}

/**
 * @param {string} className
 * @param {string} icon SVG elements in a square of 16 units, our own
 * @param {string} title
 * @param {() => void} press
 */
export function mapButton(className, icon, title, press) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `atlas-button ${className}`;
  button.innerHTML = `<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round" aria-hidden="true">${icon}</svg>`;
  button.title = title;
  button.setAttribute("aria-label", title);
  button.onclick = press;
  return button;
}
