// @ts-check
// Texts of cards ahead of need: all of them where they are few; else those of the row that the pointer or the focus is on.

import { runWhenIdle } from "../core/idle.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */

const ALL_FILES_MOST = 8; // some 200 kB compressed

/**
 * @param {HTMLElement} root
 * @param {Atlas} atlas
 * @param {AbortSignal} signal
 */
export function prefetchCards(root, atlas, signal) {
  if (atlas.dataset.cardFiles <= ALL_FILES_MOST) {
    let code = "";
    atlas.subscribe(() => {
      if (code === atlas.language().code) return;
      code = atlas.language().code;
      runWhenIdle(() => atlas.cards.fetchAll());
    }, signal);
    return;
  }
  const ask = (/** @type {Event} */ { target }) => {
    const id = target instanceof Element ? target.closest("[data-event]")?.getAttribute("data-event") : null;
    const event = id ? atlas.dataset.eventById.get(id) : undefined;
    if (event) atlas.cards.card(event.index);
  };
  for (const name of ["pointerover", "focusin"]) root.addEventListener(name, ask, { signal });
}
