// @ts-check
// The opening of a first visit, over the page: what the essay claims, who published it, where to begin, and the marks one must know.
// A modal <dialog>: the browser keeps the focus in it, makes all behind it inert, and gives the focus back.

import { countDisputed, disputedInWords } from "../core/agreements.js";
import { chooseChapter } from "../core/chapters.js";
import { speak } from "../core/direction.js";
import { button, element } from "../core/dom.js";
import { fill } from "../core/words.js";
import { markLines } from "./marks.js";
import { onRequest, takeRequest } from "./request.js";
import { noteClosed, wasClosed } from "./seen.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/**
 * @typedef {object} Opening The panel's state.
 * @property {HTMLElement} root
 * @property {Atlas} atlas
 * @property {HTMLDialogElement} dialog
 */

/** @type {(keyof import("../core/view.js").View)[]} What an address may say of how the page looks, and nothing of what is shown. */
const LOOKS_ALONE = ["language", "appearance"];
const CROSS_DRAWN = '<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" aria-hidden="true"><path d="M3.5 3.5l9 9M12.5 3.5l-9 9"/></svg>';

/**
 * @param {HTMLElement} root
 * @param {Atlas} atlas
 * @returns {import("../page.js").Panel}
 */
export function makeOpening(root, atlas) {
  const leaving = new AbortController();
  const { signal } = leaving;
  root.className = "opening";
  const dialog = document.createElement("dialog");
  dialog.setAttribute("role", "dialog");
  dialog.setAttribute("aria-modal", "true");
  dialog.setAttribute("aria-labelledby", "opening-claim");
  root.replaceChildren(dialog);
  /** @type {Opening} */
  const opening = { root, atlas, dialog };
  dialog.addEventListener("keydown", (event) => event.stopPropagation()); // the keys of the page behind it are not for now
  dialog.addEventListener("pointerdown", (event) => { if (isOutside(dialog, event)) dialog.close(); });
  dialog.addEventListener("close", () => noteClosed());
  onRequest(() => openDialog(opening), signal);
  atlas.subscribe(({ view, dressed, first }) => {
    if (dressed && dialog.open) fillDialog(opening);
    if (view.presenting) dialog.close();
    if (first && (takeRequest() || (!wasClosed() && !carriesView(atlas)))) openDialog(opening);
  }, signal);
  return {
    end() {
      leaving.abort();
      dialog.remove();
    },
  };
}

// A link that somebody has sent shows what it is about, without a word before it.
/** @param {Atlas} atlas */
function carriesView({ looks, view }) {
  const asked = new Set([...Object.keys(view.parameters()), ...view.invalid()]);
  return looks.fields.some(({ parameter, name }) => asked.has(parameter) && !LOOKS_ALONE.includes(/** @type {keyof import("../core/view.js").View} */ (name)));
}

/** @param {Opening} opening */
function openDialog(opening) {
  if (opening.dialog.open) return;
  fillDialog(opening);
  opening.dialog.showModal();
  /** @type {HTMLElement} */ (opening.dialog.querySelector("h2")).focus(); // it is read from its beginning
}

/** @param {HTMLDialogElement} dialog @param {PointerEvent} event */
function isOutside(dialog, { clientX, clientY }) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/** @param {Opening} opening */
function fillDialog({ root, atlas, dialog }) {
  speak(root, atlas.language());
  const words = atlas.words();
  const head = element("header");
  const languages = atlas.looks.languages.filter((language) => language !== atlas.language()).map(({ code, name, direction }) =>
    Object.assign(button("language", name, () => atlas.view.set({ language: code }, { step: true })), { lang: code, dir: direction }));
  const closer = button("close", "", () => dialog.close());
  closer.innerHTML = CROSS_DRAWN;
  closer.title = closer.ariaLabel = words.close;
  head.append(element("p", "title", words.app_title), ...languages, closer);
  const claim = Object.assign(element("h2", "", words.opening_claim), { id: "opening-claim", tabIndex: -1 });
  const source = element("p", "quiet", `${words.cite_essay}. ${words.essay_unnamed}`);
  const doors = element("div", "doors");
  doors.append(...doorsOf(atlas).map(({ name, title, note, open }) => door(name, title, note, () => {
    dialog.close();
    open();
  })));
  const marks = element("section", "marks");
  marks.append(element("h3", "", words.opening_marks), ...markLines(atlas));
  const enter = button("enter", words.opening_enter, () => dialog.close());
  dialog.replaceChildren(head, claim, element("p", "", words.opening_about), source, doors, marks, enter);
}

/** @param {Atlas} atlas @returns {{ name: string, title: string, note: string, open: () => void }[]} */
function doorsOf(atlas) {
  const [words, language, { chapters }] = [atlas.words(), atlas.language(), atlas.dataset];
  const [disputed, count] = [countDisputed(atlas.dataset), disputedInWords(atlas)];
  const note = disputed.partly ? fill(words.opening_disputed_note, { count, ...disputed }) : count;
  const story = chapters.slice(0, 1).map(({ title, range }) => ({
    name: "story",
    title: words.opening_story,
    note: fill(words.opening_story_note, { title: title[language.code] }),
    open: () => chooseChapter(atlas, range),
  }));
  return [
    ...story,
    { name: "essay", title: words.opening_essay, note: words.opening_essay_note, open: () => atlas.view.openPage("essay") },
    ...(disputed.listed ? [{ name: "disputed", title: words.opening_disputed, note, open: () => atlas.view.openPage("disagreements") }] : []),
  ];
}

/** @param {string} name @param {string} title @param {string} note @param {() => void} open */
function door(name, title, note, open) {
  const made = button(`door ${name}`, "", open);
  made.append(element("strong", "", title), element("span", "", note));
  return made;
}
