// @ts-check
// How the atlas and what is in it are cited: by title, edition, address, and the day on which it was read. The address stands between
// no isolates, since programs that make links of addresses would take these along.

import { dayInWords, ordinalOfDate } from "./dates.js";
import { fill } from "./words.js";

/** @typedef {import("./atlas.js").Atlas} Atlas */

/** @param {Atlas} atlas @param {Date} [now] */
export function atlasCitation(atlas, now) {
  return cited(atlas, atlasTitle(atlas), {}, now);
}

/**
 * @param {Atlas} atlas
 * @param {import("./dataset.js").EventRow} event
 * @param {Date} [now]
 */
export function eventCitation(atlas, event, now) {
  const title = event.title[atlas.language().code];
  // Without its layer the address would open an atlas that does not have the event.
  /** @type {Record<string, string>} */
  const parameters = { selected: event.id, ...(event.layer !== atlas.dataset.ownLayer && { layers: event.layer }) };
  return cited(atlas, fill(atlas.words().cite_title, { title, atlas: atlasTitle(atlas) }), parameters, now);
}

/**
 * @param {Atlas} atlas
 * @param {import("./dataset.js").PlaceRow} place
 * @param {Date} [now]
 */
export function placeCitation(atlas, place, now) {
  const title = place.name[atlas.language().code];
  return cited(atlas, fill(atlas.words().cite_place_title, { title, atlas: atlasTitle(atlas) }), { selected: `place:${place.id}` }, now);
}

/** @param {Atlas} atlas */
function atlasTitle(atlas) {
  const words = atlas.words();
  return `${words.app_title}: ${words.app_subtitle}`;
}

/** @param {Atlas} atlas @param {string} title @param {Record<string, string>} query @param {Date} [now] */
function cited(atlas, title, query, now = new Date()) {
  const words = atlas.words();
  const { edition } = atlas.dataset;
  const day = ordinalOfDate(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
  const version = edition && `${fill(words.cite_version, { version: edition })}. `;
  return `${title}. ${version}${atlasAddress(query)} (${fill(words.accessed, { date: dayInWords(day, atlas.language()) })})`;
}

// Of the start page: the address of the page is in no folder below that.
/** @param {Record<string, string>} query */
function atlasAddress(query) {
  const text = new URLSearchParams(query).toString();
  return new URL(text ? `./?${text}` : "./", document.baseURI).href;
}
