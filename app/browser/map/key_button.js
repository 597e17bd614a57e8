// @ts-check
// A button that opens, beside it, what the map's colours, shapes and signs mean.

import { themesWith } from "../core/dataset.js";
import { element } from "../core/dom.js";
import { MAP_MARKS, markRows, themeRows } from "../legend/legend.js";
import { mapButton } from "./view_buttons.js";

/** @typedef {import("./state.js").MapState} MapState */

const KEY_SIDE_PX = 18; // of a mark, as legend.js draws the others
const KEY_ICON = '<path d="M5.6 6a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.9-1.1 1.7"/><path d="M8 12.4v.2" stroke-width="2" stroke-linecap="round"/>';

/**
 * @param {MapState} state
 * @param {HTMLElement} box
 */
export function fillKeyButton(state, box) {
  const { atlas, signal } = state;
  const key = element("div", "atlas-key");
  key.hidden = true;
  const open = mapButton("atlas-key-button", KEY_ICON, atlas.words().map_key, () => show(key.hidden !== false));
  open.setAttribute("aria-expanded", "false");
  const show = (/** @type {boolean} */ isShown) => {
    if (isShown) key.replaceChildren(...themeRows(atlas, themesWith(atlas.dataset, atlas.view.get().layers), KEY_SIDE_PX), ...markRows(atlas.words(), MAP_MARKS));
    key.hidden = !isShown;
    open.setAttribute("aria-expanded", String(isShown));
  };
  box.append(open, key);
  addEventListener("pointerdown", ({ target }) => { if (!box.contains(/** @type {Node} */ (target))) show(false); }, { signal });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || key.hidden) return;
    event.stopPropagation();
    show(false);
    open.focus();
  });
}
