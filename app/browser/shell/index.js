// @ts-check
// What belongs to the whole page: the switches for language and appearance, the note on an address that could not be read in full,
// and the address itself after Streamlit's own menu.

import { speak } from "../core/direction.js";
import { button } from "../core/dom.js";
import { pageInAddress, reloadIn } from "../core/page_address.js";
import { appearanceOf, isForced, prefersContrast } from "../core/theme.js";
import { drawAppearanceSwitch, watchAppearance } from "./appearance.js";
import { makeNote } from "./note.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../page.js").Component} Component */
/**
 * @typedef {object} Shell
 * @property {HTMLElement} root
 * @property {Atlas} atlas
 * @property {Component} component
 * @property {ReturnType<typeof makeNote>} note
 * @property {string} page the open one, as Python names it
 * @property {string | null} reported language that Python was told of and has not drawn yet
 */

/**
 * @param {HTMLElement} root
 * @param {Atlas} atlas
 * @param {Component} component its data has `page` and `language`, as Python has them
 * @returns {import("../page.js").Panel}
 */
export function makeShell(root, atlas, component) {
  const leaving = new AbortController();
  const { signal } = leaving;
  const note = makeNote(atlas);
  /** @type {Shell} */
  const shell = { root, atlas, component, note, page: "", reported: null };
  root.className = "page";
  const appearance = button("appearance", "", () => atlas.view.set({ appearance: otherAppearance(atlas) }, { step: true }));
  const language = button("language", "", () => atlas.view.set({ language: nextLanguage(atlas).code }, { step: true }));
  root.replaceChildren(appearance, language, note.element);
  delete document.documentElement.dataset.opening;
  watchAppearance(root, () => atlas.setAppearance(appearanceOf(root), prefersContrast()), signal);
  enterPage(shell);
  atlas.subscribe(({ changed, dressed }) => {
    if (changed("appearance")) turnToAppearance(shell);
    if (dressed) {
      speak(root, atlas.language());
      drawLanguageSwitch(language, atlas);
      drawAppearanceSwitch(appearance, otherAppearance(atlas), atlas.words());
      reportLanguage(shell);
    }
    note.update();
  }, signal);
  return {
    update(now) {
      shell.component = now;
      atlas.setAppearance(appearanceOf(root), prefersContrast());
      enterPage(shell);
      reportLanguage(shell);
    },
    end: () => leaving.abort(),
  };
}

/** @param {Atlas} atlas */
function nextLanguage(atlas) {
  const { languages } = atlas.looks;
  return languages[(languages.indexOf(atlas.language()) + 1) % languages.length];
}

/** @param {Atlas} atlas */
function otherAppearance(atlas) {
  return atlas.appearance() === "dark" ? "light" : "dark";
}

/** @param {HTMLButtonElement} target @param {Atlas} atlas */
function drawLanguageSwitch(target, atlas) {
  const { code, name, direction } = nextLanguage(atlas);
  target.textContent = name;
  Object.assign(target, { lang: code, dir: direction, ariaLabel: `${atlas.words().language_label}: ${name}` });
}

/**
 * Python draws Streamlit's own menu in the language of the page.
 * @param {Shell} shell
 */
function reportLanguage(shell) {
  const { code } = shell.atlas.language();
  const { language } = shell.component.data;
  if (shell.reported === language) shell.reported = null;
  if (code === (shell.reported ?? language)) return;
  shell.reported = code;
  shell.component.setStateValue("language", code);
}

/**
 * Another page has been opened, by the menu or by Back: each keeps of the View what it shows, and the menu has dropped the query.
 * @param {Shell} shell
 */
function enterPage(shell) {
  const { atlas, note, component: { data: { page } } } = shell;
  if (page === shell.page || page !== pageInAddress(window)) return; // a run that the reader has left already
  const isFirst = !shell.page;
  shell.page = page;
  const { paragraph, presenting } = atlas.view.get();
  if (page !== "essay" && paragraph !== null) atlas.view.set({ paragraph: null });
  if (page !== "explore" && presenting) atlas.view.set({ presenting: false });
  if (isFirst) return;
  note.close();
  atlas.view.restore();
}

/**
 * The page is loaded anew once the View stands in the address.
 * @param {Shell} shell
 */
function turnToAppearance({ atlas }) {
  const { appearance } = atlas.view.get();
  if (!appearance || appearance === atlas.appearance() || isForced(document.documentElement)) return;
  queueMicrotask(() => reloadIn(window, atlas.view.parameters(), appearance));
}
