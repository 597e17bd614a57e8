// @ts-check
// The note on parameters of the address that could not be read. It lies over the page, so that nothing is moved by it, and is
// removed when it is closed or when the reader changes the View.

import { joined } from "../core/direction.js";
import { button, element } from "../core/dom.js";
import { fill } from "../core/words.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */

/**
 * @param {Atlas} atlas
 * @returns {{ element: HTMLElement, update: () => void, close: () => void }}
 */
export function makeNote(atlas) {
  const note = element("div", "note");
  note.role = "status";
  const text = element("p");
  let closedFor = "";
  const close = () => {
    closedFor = String(atlas.view.invalid());
    update();
  };
  const closer = button("close", "×", close);
  const update = () => {
    const invalid = atlas.view.invalid();
    const isClosed = !invalid.length || closedFor === String(invalid);
    if (!invalid.length) closedFor = "";
    if (isClosed) {
      note.replaceChildren();
      return;
    }
    const words = atlas.words();
    text.textContent = fill(words.url_note, { names: joined(invalid, atlas.language().list_comma) });
    closer.title = closer.ariaLabel = words.close;
    if (!note.firstChild) note.append(text, closer);
  };
  return { element: note, update, close };
}
