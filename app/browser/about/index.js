// @ts-check
// The page "About and data": how to cite the atlas, its tables to be taken away and to be read, how it was made, and whose it is.

import { speak } from "../core/direction.js";
import { button, element, waitingText } from "../core/dom.js";
import { askForOpening } from "../opening/request.js";
import { citingSection } from "./citing_section.js";
import { downloadSection } from "./download_section.js";
import { methodSection, rightsSection, sourcesSection } from "./method.js";
import { tablesSection } from "./tables_section.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/cards.js").ListedDownload} ListedDownload */
/** @typedef {import("../core/cards.js").Register} Register */
/**
 * @typedef {object} AboutData As app/views/about.py writes it; columns are in the order of the tables.
 * @property {number} problems
 * @property {number} remarks
 * @property {Record<string, string[]>} edtf dates of events by date source, empty where it gives none
 * @property {string[][]} countries codes of each place's
 * @property {string[]} actorKinds
 * @property {Record<"publishers" | "titles" | "urls" | "published" | "bearings", string[]> & { events: number[] }} reports
 * @property {Record<string, Record<string, string>>} publishedInWords by language, then by EDTF date
 * @property {{ title: string, url: string, points: number }[]} coordinates
 */
/**
 * @typedef {object} About The panel's state.
 * @property {HTMLElement} root
 * @property {Atlas} atlas
 * @property {string} folder address of the dataset's files
 * @property {string} drawn what the panel shows: links carry the View along
 * @property {string} cited id of the event that is chosen to be cited
 * @property {() => void} follow shows the event's citation once the texts that it needs have come
 * @property {import("./tables_section.js").Reading} reading
 */

/**
 * @param {HTMLElement} root
 * @param {Atlas} atlas
 * @param {import("../page.js").Component} component
 * @returns {import("../page.js").Panel}
 */
export function makeAbout(root, atlas, component) {
  root.className = "about";
  root.setAttribute("role", "article");
  const folder = new URL(component.data.dataset, document.baseURI).href;
  /** @type {About} */
  const about = { root, atlas, folder, drawn: "", cited: atlas.view.get().selected, follow() {}, reading: { table: "events", states: {} } };
  const leaving = new AbortController();
  atlas.subscribe(() => showAbout(about), leaving.signal);
  return { end: () => leaving.abort() };
}

/** @param {About} about */
function showAbout(about) {
  const { root, atlas } = about;
  /** @type {[AboutData | undefined, ListedDownload[] | undefined, Register | undefined]} */
  const [data, listed, register] = [atlas.cards.about(), atlas.cards.downloads(), atlas.cards.register()];
  const drawn = JSON.stringify([Boolean(data && listed && register), atlas.appearance(), atlas.view.parameters()]);
  if (drawn === about.drawn) return about.follow();
  about.drawn = drawn;
  speak(root, atlas.language());
  const words = atlas.words();
  const head = element("header");
  head.append(element("h1", "", words.page_about), element("p", "lead", words.about_lead), button("link what", words.opening_again, () => askForOpening(atlas)));
  if (!data || !listed || !register) return root.replaceChildren(head, waitingText());
  const sections = [
    citingSection(about),
    downloadSection(about, listed),
    tablesSection(about, data, register),
    methodSection(about, data, register),
    sourcesSection(about, data),
    rightsSection(about),
  ];
  root.replaceChildren(head, contentsOf(about, sections), ...sections);
}

/** @param {About} about @param {HTMLElement[]} sections */
function contentsOf({ atlas }, sections) {
  const made = element("nav", "contents");
  made.setAttribute("aria-label", atlas.words().about_contents);
  for (const section of sections) {
    section.tabIndex = -1;
    made.append(button("link", section.querySelector("h2")?.textContent ?? "", () => {
      section.scrollIntoView({ block: "start" });
      section.focus({ preventScroll: true });
    }));
  }
  return made;
}
