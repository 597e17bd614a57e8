// @ts-check
// Links that open an event, a place or an actor's events on Explore, a paragraph of the essay, or "About and data", from another page.

import { writeAddress } from "./address.js";
import { FILTERS } from "./atlas.js";
import { setText } from "./direction.js";
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

/**
 * A link to a place on Explore.
 * @param {Atlas} atlas
 * @param {string} className
 * @param {string} id
 */
export function linkToPlace(atlas, className, id) {
  return linkToView(atlas, className, { selected: `place:${id}` });
}

/**
 * A link to the events of an actor on Explore, whatever else was chosen.
 * @param {Atlas} atlas
 * @param {string} className
 * @param {string} id
 */
export function linkToActor(atlas, className, id) {
  const defaults = Object.fromEntries(atlas.looks.fields.map((field) => [field.name, field.default]));
  const none = Object.fromEntries([...FILTERS, "start", "end", "selected"].map((name) => [name, defaults[name]]));
  return linkToView(atlas, className, { ...none, actors: [id] });
}

/**
 * A link to the page "About and data".
 * @param {Atlas} atlas
 * @param {string} className
 * @param {string} text
 */
export function linkToAbout(atlas, className, text) {
  const link = innerLink(className, `./about?${new URLSearchParams(atlas.view.parameters())}`, () => atlas.view.openPage("about"));
  setText(link, text);
  return link;
}

/** @param {Atlas} atlas @param {string} className @param {Partial<import("./view.js").View>} changes */
function linkToView(atlas, className, changes) {
  const query = new URLSearchParams(writeAddress(atlas.looks.fields, { ...atlas.view.get(), ...changes }));
  return innerLink(className, `./?${query}`, () => {
    atlas.view.set(changes);
    atlas.view.openPage("explore");
  });
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
