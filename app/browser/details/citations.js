// @ts-check
// Cards as plain text, and places as citations. Within a copied line a text against the line's direction stands between
// isolates; an address does not, since programs that make links of addresses would take the isolate along.

import { paragraphsCited, placeCitation, reportCitation } from "../core/citing.js";
import { placingBasis } from "../core/dataset.js";
import { isolate, joined } from "../core/direction.js";
import { asPlainText } from "../core/plain_text.js";
import { fill } from "../core/words.js";
import { isSupplied, placingRemark, whyNotOnMap } from "./event_card.js";
import { inFigures, pointInFigures } from "./place_evidence.js";

/** @typedef {import("../core/cards.js").CardText} CardText */
/** @typedef {import("../core/cards.js").Register} Register */
/** @typedef {import("../core/dataset.js").EventRow} EventRow */
/** @typedef {import("../core/dataset.js").PlaceRow} PlaceRow */
/** @typedef {import("./index.js").Details} Details */

/** @param {Details} details @param {EventRow} event @param {CardText} text @param {Register} register */
export function eventAsText(details, event, text, register) {
  const { atlas } = details;
  const [words, { code }, { dataset }] = [atlas.words(), atlas.language(), atlas];
  const own = event.layer === dataset.ownLayer;
  const placing = placingBasis(dataset, event, atlas.view.get().basis);
  const dated = (/** @type {string} */ basis) => {
    const said = `${words[basis === "essay" ? "essay_date" : "reported_date"]}: ${isolate(event.dates[basis]?.[code] ?? words.no_date)}`;
    return basis === placing ? `${said} (${placingRemark(details, event)})` : said;
  };
  const place = (/** @type {number} */ index) => placeInWords(details, dataset.places[index], register);
  const supplied = (/** @type {string} */ id) => (isSupplied(text, id) ? words.supplied_by_reports : "");
  const actor = (/** @type {number} */ index) => joined([dataset.actors[index].name[code], register.roles[index], supplied(dataset.actorIds[index])], " · ");
  return asPlainText([
    isolate(event.title[code]),
    joined([dataset.themes[event.themes[0]].name[code], words[`kind_${event.kind}`]], " · "),
    own ? dated("essay") : words[`not_in_essay_${event.layer}`],
    dated("reports"),
    placing ? "" : words.undated_event,
    whyNotOnMap(details, event),
    ...event.places.map((index) => `${words.where}: ${[place(index), supplied(dataset.placeIds[index])].filter(Boolean).join(" · ")}`),
    event.from >= 0 ? `${words.where}: ${fill(words.from_place, { place: place(event.from) })}` : "",
    ...event.actors.map((index) => `${words.who}: ${actor(index)}`),
    own ? words[`agree_${event.agreement}`] : words.agree_reports_alone,
    `${own ? words.essay_says : words.agreement_heading}${event.paragraphs.length ? ` (${paragraphsCited(atlas, event)})` : ""}: ${isolate(text.summary)}`,
    text.difference && `${words.agreement_heading}: ${isolate(text.difference)}`,
    text.note && `${words.note}: ${isolate(text.note)}`,
    ...text.reports.map((report) => `${reportCitation(atlas, report)} (${joined([words[`bearing_${report.bearing}`], report.note], " · ")})`),
    `${words.this_view}: ${viewAddress(atlas)}`,
  ]);
}

/** @param {Details} details @param {PlaceRow} place @param {Register} register @param {EventRow[]} shown its events in range */
export function placeAsText(details, place, register, shown) {
  const { atlas } = details;
  const [words, language] = [atlas.words(), atlas.language()];
  const known = register.places[place.index];
  const apart = known.sources_apart_km === null ? "" : ` · ${fill(words.sources_apart, { n: inFigures(known.sources_apart_km, language) })}`;
  const date = (/** @type {EventRow} */ event) => event.dates[placingBasis(atlas.dataset, event, atlas.view.get().basis)]?.[language.code];
  return asPlainText([
    placeInWords(details, place, register),
    words[`place_${place.kind}`],
    known.second_source && `${words.second_source}: ${isolate(known.second_source)}${apart}`,
    known.confidence && `${words.confidence}: ${words[`confidence_${known.confidence}`]}`,
    known.note && `${words.note}: ${isolate(known.note)}`,
    ...shown.map((event) => joined([date(event), event.title[language.code]], ": ")),
    `${words.this_view}: ${viewAddress(atlas)}`,
  ]);
}

/** @param {Details} details @param {PlaceRow} place @param {Register} register */
export function placeAsCitation(details, place, register) {
  return asPlainText([placeCitation(details.atlas, place), place.at ? placeInWords(details, place, register) : ""]);
}

/** @param {Details} details @param {PlaceRow} place @param {Register} register */
function placeInWords({ atlas }, place, register) {
  const [words, language] = [atlas.words(), atlas.language()];
  const name = isolate(place.name[language.code]);
  if (!place.at) return `${name}: ${words.no_coordinates}`;
  const { source } = register.places[place.index];
  const point = `${pointInFigures(place.at)} ${fill(words.within_km, { n: inFigures(place.radiusKm, language) })}`;
  return `${name}: ${point}${source ? ` (${isolate(source)})` : ""}`;
}

/** The address of the present view, in which the card is open. @param {import("../core/atlas.js").Atlas} atlas */
export function viewAddress(atlas) {
  const query = new URLSearchParams(atlas.view.parameters());
  return new URL(`?${query}`, document.baseURI).href;
}
