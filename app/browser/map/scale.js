// @ts-check
// The map's scale, with its unit in the language of the page.

import { fill } from "../core/words.js";

/**
 * @param {Record<string, string>} words
 * @param {string} position a corner, as Leaflet names it
 * @returns {any} Leaflet's control
 */
export function scaleControl(words, position) {
  // Leaflet has no setting for the text: it is said anew where Leaflet writes it.
  const Translated = L.Control.Scale.extend({
    _updateScale(/** @type {HTMLElement} */ line, /** @type {string} */ text, /** @type {number} */ ratio) {
      const [number, unit] = text.split(" ");
      L.Control.Scale.prototype._updateScale.call(this, line, fill(words[unit === "km" ? "km" : "metres"], { n: number }), ratio);
    },
  });
  return new Translated({ imperial: false, maxWidth: 120, position });
}
