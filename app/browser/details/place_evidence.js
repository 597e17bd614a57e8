// @ts-check
// How one knows where a place is: coordinates, their sources, and how far both are to be trusted. Folded at the end of a card.

import { isolated, joined } from "../core/direction.js";
import { element, fact } from "../core/dom.js";
import { fill } from "../core/words.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/cards.js").Register} Register */
/** @typedef {import("../core/dataset.js").PlaceRow} PlaceRow */

const MOST_PARAGRAPHS = 20; // a place that more paragraphs name is named everywhere

/**
 * @param {Atlas} atlas
 * @param {PlaceRow[]} places
 * @param {Register} register
 */
export function evidenceFold(atlas, places, register) {
  const fold = element("details", "evidence");
  fold.dataset.fold = "evidence";
  fold.append(element("summary", "", atlas.words().where_known));
  for (const place of places) {
    if (places.length > 1) fold.append(element("h3", "", place.name[atlas.language().code]));
    fold.append(evidence(atlas, place, register));
  }
  return fold;
}

/** @param {Atlas} atlas @param {PlaceRow} place @param {Register} register */
function evidence(atlas, place, register) {
  const [words, language] = [atlas.words(), atlas.language()];
  const known = register.places[place.index];
  const facts = element("dl");
  if (!place.at) fact(facts, words.coordinates, element("span", "missing", words.no_coordinates));
  else fact(facts, words.coordinates, coordinates(place.at), element("small", "", fill(words.radius, { n: inFigures(place.radiusKm, language) })));
  if (known.source) fact(facts, words.source, isolated(known.source, null));
  if (known.second_source) {
    /** @type {(Node | string)[]} */
    const parts = [isolated(known.second_source, null)];
    if (known.second_latitude !== null && known.second_longitude !== null) parts.push(" · ", coordinates([known.second_latitude, known.second_longitude]));
    const apart = known.sources_apart_km;
    if (apart !== null) parts.push(element("small", "", fill(words.sources_apart, { n: inFigures(apart, language) })));
    fact(facts, words.second_source, ...parts);
  }
  if (known.confidence) fact(facts, words.confidence, words[`confidence_${known.confidence}`]);
  const paragraphs = known.paragraphs.map((/** @type {number} */ n) => fill(words.paragraph_sign, { n })).join(language.list_comma);
  if (paragraphs && known.paragraphs.length < MOST_PARAGRAPHS) fact(facts, words.named_in, paragraphs);
  if (known.other_spellings.length) fact(facts, words.other_spellings, isolated(joined(known.other_spellings, language.list_comma)));
  return facts;
}

/** @param {[number, number]} at */
function coordinates(at) {
  const point = element("bdi", "coordinates", pointInFigures(at));
  point.dir = "ltr";
  return point;
}

/** @param {[number, number]} at degrees north and east */
export function pointInFigures([latitude, longitude]) {
  return `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
}

/** @param {number} number @param {import("../core/atlas.js").Language} language */
export function inFigures(number, language) {
  return number.toLocaleString("en", { useGrouping: language.groups_thousands });
}
