// @ts-check
// What stands in a slide's page as inert JSON: the dataset's files, and what the slide is beside its View.

/**
 * @typedef {object} Turn What of the page changes from one slide of a deck to the next; days are ordinals.
 * @property {[number, number]} range
 * @property {[number, number] | null} window
 * @property {[number, number, number] | null} camera
 * @property {string} selected
 * @property {string} annotations as the address has them
 * @property {string} title
 * @property {string} link address of the same view
 * @property {string} code its QR code, an SVG element that our own program has drawn
 */
/**
 * @typedef {object} SlideSettings
 * @property {Record<string, string>} address parameters of the View at first
 * @property {string} appearance
 * @property {[number, number]} designedFor size of the window in which the slide is as large as its writing, CSS px
 * @property {number} leastScale
 * @property {string} plotly address of plotly.js; empty where it is in the page
 * @property {Turn[]} turns the slide itself, and those to which a speaker turns
 */

/**
 * @param {string} name
 * @returns {any} what the file of this name holds
 */
export function inlinedFile(name) {
  const element = document.querySelector(`script[data-file="${name}"]`);
  if (!element) throw new Error(`${name} does not stand in this page`);
  return JSON.parse(element.textContent ?? "");
}
