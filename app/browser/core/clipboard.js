// @ts-check
// Copying a text to the clipboard.

import { button, element } from "./dom.js";

const COPIED_MS = 2000;

/**
 * Buttons that copy something, each given by the key of its word and what composes the text.
 * @param {Pick<import("./atlas.js").Atlas, "words">} atlas
 * @param {[string, () => string][]} kinds
 */
export function copyBar(atlas, kinds) {
  const words = atlas.words();
  const bar = element("div", "copy-bar");
  const said = element("span", "copied");
  said.setAttribute("role", "status");
  for (const [word, compose] of kinds) bar.append(button(word.replace("_", "-"), words[word], () => copy(bar, said, compose(), words)));
  bar.append(said);
  return bar;
}

/** @param {HTMLElement} bar @param {HTMLElement} said @param {string} text @param {Record<string, string>} words */
async function copy(bar, said, text, words) {
  bar.querySelector(".by-hand")?.remove();
  if (!(await toClipboard(bar, text))) {
    const box = element("label", "by-hand", words.copy_by_hand);
    const field = textField(text);
    box.append(field);
    bar.append(box);
    field.select();
    return;
  }
  said.textContent = words.copied;
  setTimeout(() => { said.textContent = ""; }, COPIED_MS);
}

// Browsers keep the clipboard from pages that came without encryption; there the old command may still copy.
/** @param {HTMLElement} bar @param {string} text */
async function toClipboard(bar, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = /** @type {HTMLElement | null} */ (/** @type {ShadowRoot | Document} */ (bar.getRootNode()).activeElement);
    const field = textField(text);
    field.className = "unseen";
    bar.append(field);
    field.select();
    let copied = false;
    try {
      copied = document.execCommand("copy");
    } catch {
      // No such command: the text is shown instead.
    }
    field.remove();
    focused?.focus();
    return copied;
  }
}

/** @param {string} text */
function textField(text) {
  const field = document.createElement("textarea");
  Object.assign(field, { value: text, readOnly: true, rows: 8, dir: "auto" });
  return field;
}
