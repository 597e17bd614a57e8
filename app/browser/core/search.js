// @ts-check
// What words are looked up in: one text an event, folded by Python, fetched ahead of the first search.

import { standsIn } from "./folding.js";

/**
 * @typedef {object} Search
 * @property {() => Promise<void>} prepare fetches the texts, once; after a failure the next search tries again
 * @property {(words: string) => Uint8Array | null} found by event, whether the words stand in its text; null as long as no text has come
 */

/**
 * @param {Pick<import("./atlas.js").Files, "json">} files
 * @param {() => void} arrived called once the texts have come
 * @returns {Search}
 */
export function openSearch(files, arrived) {
  /** @type {string[] | null} */
  let texts = null;
  /** @type {Promise<void> | null} */
  let coming = null;
  return {
    prepare: () => (coming ??= files.json("search").then((json) => {
      texts = json;
      arrived();
    }).catch((error) => {
      coming = null;
      console.warn(error);
    })),
    found: (words) => texts && Uint8Array.from(texts, (text) => Number(standsIn(words, text))),
  };
}
