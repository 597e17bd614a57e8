// @ts-check
// How the atlas and what is in it are cited: by title, edition, address, and the day on which it was read. The address stands between
// no isolates, since programs that make links of addresses would take these along.

import { dayInWords, ordinalOfDate } from "./dates.js";
import { isolate, joined } from "./direction.js";
import { asPlainText } from "./plain_text.js";
import { counted, fill, listed } from "./words.js";

/** @typedef {import("./atlas.js").Atlas} Atlas */
/** @typedef {import("./dataset.js").EventRow} EventRow */

/** @param {Atlas} atlas @param {Date} [now] */
export function atlasCitation(atlas, now) {
  return cited(atlas, atlasTitle(atlas), {}, now);
}

/**
 * The event in the atlas, then what it rests on: the essay's paragraphs and the reports, a line each. The same on its card and on About.
 * @param {Atlas} atlas
 * @param {EventRow} event
 * @param {import("./cards.js").CardText} text
 * @param {Date} [now]
 */
export function eventCitation(atlas, event, text, now) {
  const isOwn = event.layer === atlas.dataset.ownLayer;
  const essay = joined([atlas.words().cite_essay, paragraphsCited(atlas, event)], atlas.language().list_comma);
  return asPlainText([eventInAtlas(atlas, event, now), isOwn ? `${essay}.` : "", ...text.reports.map((report) => reportCitation(atlas, report))]);
}

/** @param {Atlas} atlas @param {EventRow} event @param {Date} [now] */
function eventInAtlas(atlas, event, now) {
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

/** @param {Atlas} atlas @param {import("./cards.js").Report} report */
export function reportCitation(atlas, { publisher, title, published, url, archive_url: archive, accessed }) {
  const [words, { list_comma: comma }] = [atlas.words(), atlas.language()];
  const read = [archive && `${words.archived_copy}: ${archive}`, accessed && fill(words.accessed, { date: accessed })].filter(Boolean);
  const source = `${[isolate(publisher), title && `“${isolate(title)}”`, isolate(published)].filter(Boolean).join(comma)}. ${url}`;
  return read.length ? `${source} (${read.join(" · ")})` : source;
}

/** @param {Atlas} atlas @param {EventRow} event */
export function paragraphsCited(atlas, { paragraphs }) {
  const n = paragraphs.length;
  return n ? counted(atlas.words(), atlas.language(), "cite_paragraphs", { n, numbers: listed(atlas.words(), paragraphs) }) : "";
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
