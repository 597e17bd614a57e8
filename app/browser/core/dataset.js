// @ts-check
// The dataset as `app/views/dataset.py` writes it, read into rows and typed arrays. Events, places, actors and themes refer to
// one another by their index in the tables; ids stand in the View, the address and the tables alone.

import { makeScale } from "./timescale.js";

/** @typedef {Record<string, string>} ByLanguage a text by the code of its language */
/**
 * @typedef {object} EventRow
 * @property {number} index
 * @property {string} id
 * @property {ByLanguage} title
 * @property {string} kind
 * @property {string} layer
 * @property {string} agreement confirms, refines, conflicts or not_found; empty where it does not apply
 * @property {boolean} disputed listed among the disagreements, whatever its agreement
 * @property {boolean} travels an arrow may stand for it
 * @property {number} dateMarks a bit for each of `Dataset.dateMarks`
 * @property {number[]} themes the first one gives lane and colour
 * @property {number[]} places the marker stands at the first
 * @property {number} from where a traveller came from; -1 for none
 * @property {number[]} actors
 * @property {number[]} paragraphs
 * @property {Record<string, ByLanguage | null>} dates by date source, in words; null where it gives none
 */
/**
 * @typedef {object} PlaceRow
 * @property {number} index
 * @property {string} id
 * @property {ByLanguage} name
 * @property {string} spellings other spellings, one a line
 * @property {[number, number] | null} at degrees north and east; null where no source gives a point
 * @property {number} radiusKm what the point stands for
 * @property {string} kind
 * @property {boolean} area an area, not a pin
 * @property {number} rank 1 capital or country to 3 small
 */
/** @typedef {{ index: number, id: string, name: ByLanguage, spellings: string }} ActorRow */
/** @typedef {{ index: number, id: string, name: ByLanguage, colours: Record<string, string>, path: string }} ThemeRow */
/** @typedef {{ first: number, last: number, status: string, holder: ByLanguage | null, period: ByLanguage, since: ByLanguage, events: number[], note: ByLanguage }} CrossingState */
/**
 * @typedef {object} Spans Days of all events by one date source, for want of which the other's, as ordinals.
 * @property {Int32Array} first
 * @property {Int32Array} last
 * @property {Uint8Array} dated 1 where either source dates the event
 * @property {Uint8Array} borrowed 1 where the other source does
 */
/**
 * @typedef {object} ChapterRow
 * @property {string} id
 * @property {ByLanguage} title what it is called
 * @property {ByLanguage} claim what it states; its title where no editor has written that
 * @property {ByLanguage} takeaway one line; may be empty
 * @property {[number, number]} range first and last day
 * @property {number[]} events indices of the events it stresses
 * @property {number[]} captions indices of those of them that carry the claim, at most five
 */
/**
 * @typedef {object} Dataset
 * @property {EventRow[]} events
 * @property {PlaceRow[]} places
 * @property {ActorRow[]} actors
 * @property {ThemeRow[]} themes
 * @property {string[]} placeIds
 * @property {string[]} actorIds
 * @property {string[]} themeIds
 * @property {Map<string, EventRow>} eventById
 * @property {Map<string, PlaceRow>} placeById
 * @property {string} ownLayer the layer that cannot be switched off
 * @property {string[]} layers the others
 * @property {string[]} kinds
 * @property {string[]} agreements
 * @property {string[]} bases date sources
 * @property {string[]} dateMarks keys of the words for each mark of how well a date is known
 * @property {Record<string, Spans>} spans by date source
 * @property {(basis: string) => EventRow[]} inOrder the dated events by their first day; those of one day in the order of the table
 * @property {(layers: string[]) => Scale} scale of the axis with these layers
 * @property {ChapterRow[]} chapters in the order of the story
 * @property {any[]} routes
 * @property {{ place: number, states: CrossingState[] }[]} crossings
 * @property {any} map what the map draws beside the tables
 * @property {number} cardsInAFile
 * @property {number} cardFiles
 * @property {string} edition name of the edition of the tables, for citations; empty where they have none
 * @property {number} rowsSetAside events that are not shown because their row has a fault
 */
/** @typedef {import("./timescale.js").Scale} Scale */

/**
 * @param {any} json
 * @returns {Dataset}
 */
export function readDataset(json) {
  const columns = json.events;
  const dates = (/** @type {number} */ text) => (text < 0 ? null : eachLanguage(columns.dateTexts, text));
  const events = columns.ids.map((/** @type {string} */ id, /** @type {number} */ index) => ({
    index,
    id,
    title: eachLanguage(columns.titles, index),
    kind: json.kinds[columns.kinds[index]],
    layer: json.layers[columns.layers[index]],
    agreement: json.agreements[columns.agreements[index]] ?? "",
    disputed: columns.disputed[index] === 1,
    travels: columns.travels[index] === 1,
    dateMarks: columns.marks[index],
    themes: columns.themes[index],
    places: columns.places[index],
    from: columns.from[index],
    actors: columns.actors[index],
    paragraphs: columns.paragraphs[index],
    dates: Object.fromEntries(json.bases.map((/** @type {string} */ basis) => [basis, dates(columns[basis].text[index])])),
  }));
  const { latitude, longitude, radius_km: radiusKm, kind, area, rank } = json.places;
  const places = named(json.places).map((place) => ({
    ...place,
    at: latitude[place.index] === null ? null : [latitude[place.index], longitude[place.index]],
    radiusKm: radiusKm[place.index],
    kind: kind[place.index],
    area: area[place.index] === 1,
    rank: rank[place.index],
  }));
  const themes = json.themes.map((/** @type {object} */ theme, /** @type {number} */ index) => ({ index, ...theme }));
  const spans = Object.fromEntries(json.bases.map((/** @type {string} */ basis) => [basis, spansOn(columns, json.bases, basis)]));
  /** @type {Record<string, EventRow[]>} */
  const orders = {};
  /** @type {Record<string, Scale>} */
  const scales = {};
  const byId = (/** @type {any[]} */ rows) => new Map(rows.map((row) => [row.id, row]));
  return {
    events,
    places,
    themes,
    actors: named(json.actors),
    placeIds: json.places.ids,
    actorIds: json.actors.ids,
    themeIds: themes.map((/** @type {ThemeRow} */ { id }) => id),
    eventById: byId(events),
    placeById: byId(places),
    ownLayer: json.layers[0],
    layers: json.layers.slice(1),
    kinds: json.kinds,
    agreements: json.agreements,
    bases: json.bases,
    dateMarks: json.dateMarks,
    spans,
    inOrder(basis) {
      const { first, dated } = spans[basis];
      return (orders[basis] ??= events.filter((/** @type {EventRow} */ { index }) => dated[index]).sort((/** @type {EventRow} */ a, /** @type {EventRow} */ b) => first[a.index] - first[b.index]));
    },
    scale(layers) {
      const key = layersKey(json.layers, layers);
      return (scales[key] ??= makeScale(json.scales[key]));
    },
    chapters: json.chapters,
    routes: json.routes,
    crossings: json.crossings,
    map: json.map,
    cardsInAFile: json.cardsInAFile,
    cardFiles: json.cardFiles,
    edition: json.edition,
    rowsSetAside: json.rowsSetAside,
  };
}

/**
 * The themes that there are with a choice of layers: one that has events in layers that are off, and nowhere else, is left out.
 * @param {Dataset} dataset
 * @param {string[]} layers
 * @returns {ThemeRow[]}
 */
export function themesWith({ events, themes, ownLayer }, layers) {
  const isOn = (/** @type {EventRow} */ { layer }) => layer === ownLayer || layers.includes(layer);
  const used = new Set(events.flatMap((event) => event.themes));
  const shown = new Set(events.filter(isOn).flatMap((event) => event.themes));
  return themes.filter(({ index }) => shown.has(index) || !used.has(index));
}

/**
 * How files name a choice of layers.
 * @param {string[]} all in the order of the dataset
 * @param {string[]} chosen
 */
export function layersKey(all, chosen) {
  return all.filter((layer) => chosen.includes(layer)).join("+") || "none";
}

/**
 * First and last day of the View's range, within the axis.
 * @param {{ start: number | null, end: number | null }} view
 * @param {Scale} scale
 * @returns {[number, number]}
 */
export function rangeOf({ start, end }, scale) {
  return [scale.inside(start ?? scale.first), scale.inside(end ?? scale.last)];
}

/**
 * Whose date places an event: the chosen source's, or for want of it the other's; empty where neither dates it.
 * @param {Dataset} dataset
 * @param {EventRow} event
 * @param {string} basis
 */
export function placingBasis({ spans, bases }, { index }, basis) {
  if (!spans[basis].dated[index]) return "";
  return spans[basis].borrowed[index] ? bases.find((other) => other !== basis) ?? "" : basis;
}

/** @param {any} columns @param {string[]} bases @param {string} basis @returns {Spans} */
function spansOn(columns, bases, basis) {
  const order = [basis, ...bases.filter((other) => other !== basis)];
  const source = columns.ids.map((/** @type {string} */ _, /** @type {number} */ index) => order.find((each) => columns[each].text[index] >= 0));
  const column = (/** @type {string} */ name) => Int32Array.from(source, (each, index) => (each ? columns[each][name][index] : 0));
  return {
    first: column("first"),
    last: column("last"),
    dated: Uint8Array.from(source, (each) => Number(Boolean(each))),
    borrowed: Uint8Array.from(source, (each) => Number(Boolean(each) && each !== basis)),
  };
}

/** @param {Record<string, string[]>} columns @param {number} index @returns {ByLanguage} */
function eachLanguage(columns, index) {
  return Object.fromEntries(Object.entries(columns).map(([code, texts]) => [code, texts[index]]));
}

/** @param {any} table @returns {any[]} */
function named({ ids, names, spellings }) {
  return ids.map((/** @type {string} */ id, /** @type {number} */ index) => ({ index, id, name: eachLanguage(names, index), spellings: spellings[index] }));
}
