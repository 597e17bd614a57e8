// @ts-check
// The deck: slides that the reader has collected, each as the parameters of its address. Kept by the browser's tab, so that it survives
// a reload, another page and a restart of the server.

import { tabStorage } from "../core/tab_storage.js";

/** @typedef {Record<string, string>} SlideParameters */
/**
 * @typedef {object} DeckStore
 * @property {() => readonly SlideParameters[]} get
 * @property {(slide: SlideParameters) => void} add
 * @property {(index: number, by: number) => void} move
 * @property {(index: number) => void} remove
 * @property {(take: () => void, signal: AbortSignal) => void} subscribe `take` is called after each change
 */

/** @type {WeakMap<import("../core/atlas.js").Atlas, DeckStore>} */
const deckStores = new WeakMap();

/**
 * The deck of an atlas, one for all panels.
 * @param {import("../core/atlas.js").Atlas} atlas
 * @returns {DeckStore}
 */
export function deckOf(atlas) {
  const store = deckStores.get(atlas) ?? openDeck();
  deckStores.set(atlas, store);
  return store;
}

/** @returns {DeckStore} */
function openDeck() {
  const stored = tabStorage("atlas-deck");
  const before = stored.get();
  let deck = Array.isArray(before) ? before.filter(isSlide) : [];
  /** @type {Set<() => void>} */
  const subscribers = new Set();
  const set = (/** @type {SlideParameters[]} */ next) => {
    deck = next;
    stored.set(deck);
    for (const take of subscribers) take();
  };
  return {
    get: () => deck,
    add: (slide) => set([...deck, slide]),
    move(index, by) {
      const others = deck.toSpliced(index, 1);
      set(others.toSpliced(index + by, 0, deck[index]));
    },
    remove: (index) => set(deck.toSpliced(index, 1)),
    subscribe(take, signal) {
      subscribers.add(take);
      signal.addEventListener("abort", () => subscribers.delete(take));
    },
  };
}

/** @param {unknown} value @returns {value is SlideParameters} */
function isSlide(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((text) => typeof text === "string");
}
