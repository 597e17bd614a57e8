// @ts-check
// The Slides page in the browser: the deck, and the report of what Python makes files of.

import { readAddress } from "../core/address.js";
import { rangeOf } from "../core/dataset.js";
import { dayInWords } from "../core/dates.js";
import { isolate, speak } from "../core/direction.js";
import { button, element } from "../core/dom.js";
import { deckOf } from "./deck_store.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../page.js").Component} Component */
/** @typedef {import("./deck_store.js").SlideParameters} SlideParameters */
/**
 * @typedef {object} DeckPanel
 * @property {HTMLElement} root
 * @property {Atlas} atlas
 * @property {Component} component its data has `slide`, the one that is composed, and `limit`, the most slides of a deck
 * @property {import("./deck_store.js").DeckStore} deck
 * @property {string} drawn what the list shows, as JSON
 */

const DECK_ICONS = {
  up: "M8 13.5V3M3.5 7.5 8 3l4.5 4.5",
  down: "M8 2.5V13M3.5 8.5 8 13l4.5-4.5",
  remove: "m3.5 3.5 9 9m0-9-9 9",
  add: "M8 2.5v11M2.5 8h11",
};

/**
 * The list of the deck, and the button that adds a slide to it.
 * @param {HTMLElement} root
 * @param {Atlas} atlas
 * @param {Component} component
 * @returns {import("../page.js").Panel}
 */
export function makeDeck(root, atlas, component) {
  const leaving = new AbortController();
  root.className = "deck";
  /** @type {DeckPanel} */
  const panel = { root, atlas, component, deck: deckOf(atlas), drawn: "" };
  panel.deck.subscribe(() => drawDeck(panel), leaving.signal);
  atlas.subscribe(({ dressed }) => {
    if (!dressed) return;
    speak(root, atlas.language());
    drawDeck(panel);
  }, leaving.signal);
  return {
    update(now) {
      panel.component = now;
      drawDeck(panel);
    },
    end: () => leaving.abort(),
  };
}

/**
 * Reports the View and the deck to Python, which makes files of them, when the page is opened and when either changes. Nothing of it is seen.
 * @param {HTMLElement} _root
 * @param {Atlas} atlas
 * @param {Component} component its data has `known`, the report that Python goes by as long as it has none
 * @returns {import("../page.js").Panel}
 */
export function makeSlidesReport(_root, atlas, component) {
  const leaving = new AbortController();
  const deck = deckOf(atlas);
  let reported = canonical(component.data.known);
  let again = 0; // counts reports of what was lost: Streamlit sends no value twice
  const report = () => {
    /** @type {import("../page.js").SlidesReport} */
    const now = { view: atlas.view.parameters(), deck: deck.get() };
    if (canonical(now) === reported) return;
    reported = canonical(now);
    component.setStateValue("report", { ...now, again });
  };
  deck.subscribe(report, leaving.signal);
  atlas.subscribe(report, leaving.signal);
  return {
    // A server that was restarted has lost the report, and says so by what it knows.
    update(now) {
      component = now;
      const known = canonical(now.data.known);
      if (known !== reported) again += 1;
      reported = known;
      report();
    },
    end: () => leaving.abort(),
  };
}

/** @param {any} known @returns {string} the same for reports with the same entries, in whatever order */
function canonical(known) {
  const report = known && { view: known.view, deck: known.deck };
  return JSON.stringify(report, (_, part) => (part && typeof part === "object" && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part));
}

/** @param {DeckPanel} panel */
function drawDeck(panel) {
  const { root, atlas, deck, component: { data: { limit } } } = panel;
  const slides = deck.get();
  const isFull = slides.length >= limit;
  const drawn = JSON.stringify([atlas.language().code, isFull, slides]);
  if (drawn === panel.drawn) return;
  panel.drawn = drawn;
  const words = atlas.words();
  const add = deckButton("add", words.slides_add, () => deck.add(panel.component.data.slide));
  add.append(words.slides_add);
  add.disabled = isFull;
  const head = element("div", "head");
  head.append(element("h3", "", words.slides_deck), add);
  const list = element("ol");
  list.append(...slides.map((_, index) => deckRow(panel, index)));
  root.replaceChildren(head, slides.length ? list : element("p", "empty", words.slides_deck_empty));
}

/** @param {DeckPanel} panel @param {number} index */
function deckRow(panel, index) {
  const { atlas, deck } = panel;
  const words = atlas.words();
  const slides = deck.get();
  const row = element("li", "row");
  const up = deckButton("up", words.slides_up, () => {
    deck.move(index, -1);
    focusInDeck(panel, index - 1, ["up", "down"]);
  });
  const down = deckButton("down", words.slides_down, () => {
    deck.move(index, 1);
    focusInDeck(panel, index + 1, ["down", "up"]);
  });
  const remove = deckButton("remove", words.slides_remove, () => {
    deck.remove(index);
    focusInDeck(panel, Math.min(index, deck.get().length - 1), ["remove"]);
  });
  up.disabled = index === 0;
  down.disabled = index === slides.length - 1;
  for (const each of [up, down, remove]) each.title = each.ariaLabel ?? "";
  row.append(element("span", "title", slideInWords(atlas, slides[index], index)), up, down, remove);
  return row;
}

/**
 * The row that was pressed is a new one: the next press is to do the same again.
 * @param {DeckPanel} panel
 * @param {number} index
 * @param {(keyof typeof DECK_ICONS)[]} names
 */
function focusInDeck({ root }, index, names) {
  const row = root.querySelectorAll(".row")[index];
  const inRow = names.map((name) => row?.querySelector(`.${name}:enabled`)).find(Boolean);
  /** @type {HTMLElement | null} */ (inRow ?? root.querySelector(".add"))?.focus();
}

/** @param {keyof typeof DECK_ICONS} name @param {string} label @param {() => void} act @returns {HTMLButtonElement} */
function deckButton(name, label, act) {
  const made = button(name, "", act);
  made.innerHTML = `<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${DECK_ICONS[name]}"/></svg>`;
  made.ariaLabel = label;
  return made;
}

/**
 * A slide's number, title and range, the last two in the slide's own language.
 * @param {Atlas} atlas
 * @param {SlideParameters} slide
 * @param {number} index
 */
function slideInWords({ looks, dataset }, slide, index) {
  const defaults = Object.fromEntries(looks.fields.map((field) => [field.name, field.default]));
  const view = { ...defaults, ...readAddress(looks.fields, new URLSearchParams(slide)).values };
  const language = looks.languages.find(({ code }) => code === view.language) ?? looks.languages[0];
  const [first, last] = rangeOf(/** @type {any} */ (view), dataset.scale(/** @type {any} */ (view).layers)).map((day) => dayInWords(day, language));
  const days = looks.words[language.code].range_of_days.replace("{first}", first).replace("{last}", last);
  return `${index + 1}. ${isolate(slide.title ?? "")} · ${isolate(days)}`;
}
