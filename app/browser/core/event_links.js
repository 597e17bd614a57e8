// @ts-check
// Links that open an event on Explore, or a paragraph of the essay, from another page.

import { innerLink } from "./dom.js";

/** @typedef {import("./atlas.js").Atlas} Atlas */

/**
 * A link to an event on Explore.
 * @param {Atlas} atlas
 * @param {string} className
 * @param {string} id
 */
export function linkToEvent(atlas, className, id) {
  return linkTo(atlas, className, { page: "explore", path: "./", id, paragraph: null });
}

/**
 * A link to a paragraph of the essay, with a way back to the event.
 * @param {Atlas} atlas
 * @param {string} className
 * @param {string} id
 * @param {number} paragraph
 */
export function linkToParagraph(atlas, className, id, paragraph) {
  return linkTo(atlas, className, { page: "essay", path: "./essay", id, paragraph });
}

/** @param {Atlas} atlas @param {string} className @param {{ page: string, path: string, id: string, paragraph: number | null }} target */
function linkTo(atlas, className, { page, path, id, paragraph }) {
  const query = new URLSearchParams({ ...atlas.view.parameters(), selected: id });
  query.delete("paragraph");
  if (paragraph !== null) query.set("paragraph", String(paragraph));
  return innerLink(className, `${path}?${query}`, () => {
    atlas.show(id, { paragraph });
    atlas.view.openPage(page);
  });
}
