// @ts-check
// The slide's own instance of the atlas: its files stand in the page, and its View in no address.

import { openAtlas } from "../core/atlas.js";
import { registerInstance } from "../core/registry.js";
import { inlinedFile } from "./inlined.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */

/**
 * @param {import("./inlined.js").SlideSettings} settings
 * @returns {Atlas} registered as the page's, where the map's frame finds it
 */
export function openSlideAtlas({ address, appearance, plotly }) {
  const inlined = (/** @type {string} */ name) => Promise.resolve().then(() => inlinedFile(name));
  const files = {
    json: inlined,
    url: () => new URL(plotly, document.baseURI).href,
    geography: () => inlined("geography"),
    world: () => inlined("world"),
    alone: true,
  };
  const fixed = { read: () => new URLSearchParams(address), write() {}, onReturn() {} };
  const atlas = openAtlas({ dataset: inlinedFile("dataset"), looks: inlinedFile("looks"), files, address: fixed, appearance, composed: true });
  registerInstance(window, "page", { dataset: "slide", atlas: Promise.resolve(atlas) });
  return atlas;
}
