// @ts-check
// What the tables that can be read on the page have in their columns.

import { inElement } from "../core/direction.js";
import { element, outsideLink, themeMark } from "../core/dom.js";
import { linkToActor, linkToEvent, linkToParagraph, linkToPlace } from "../core/event_links.js";

/** @typedef {import("./index.js").About} About */
/** @typedef {import("./index.js").AboutData} AboutData */
/** @typedef {import("../core/dataset.js").EventRow} EventRow */
/**
 * @typedef {object} TableColumn
 * @property {string} name
 * @property {string} heading
 * @property {(row: any) => string | number | null} value what rows are sorted by; a row with null comes last in either order
 * @property {(row: any) => (Node | string)[]} content of a cell
 * @property {boolean} [numeric]
 */
/**
 * @typedef {object} ReadableTable
 * @property {any[]} rows
 * @property {TableColumn[]} columns
 * @property {(row: any) => string} searched all that a row may be looked for by
 */

export const READABLE_TABLES = ["events", "places", "actors", "reports"];

/** @type {Record<string, (about: About, data: AboutData, register: import("./index.js").Register) => ReadableTable>} */
export const TABLE_MAKERS = { events: eventTable, places: placeTable, actors: actorTable, reports: reportTable };

/** @param {About} about @param {AboutData} data @returns {ReadableTable} */
function eventTable({ atlas }, data) {
  const [words, { code, list_comma: comma }, { dataset }] = [atlas.words(), atlas.language(), atlas];
  const placeNames = (/** @type {EventRow} */ event) => event.places.map((index) => dataset.places[index].name[code]);
  const theme = (/** @type {EventRow} */ event) => dataset.themes[event.themes[0]].name[code];
  const agreement = (/** @type {EventRow} */ event) => words[`agreement_${event.agreement}`] ?? "";
  const date = (/** @type {string} */ basis, /** @type {string} */ heading) => ({
    name: `${basis}_date`,
    heading,
    value: (/** @type {EventRow} */ event) => firstDayOf(atlas, event, basis),
    content: (/** @type {EventRow} */ event) => dateContent(event.dates[basis]?.[code] ?? "", data.edtf[basis][event.index]),
  });
  return {
    rows: dataset.events,
    searched: (event) => [...Object.values(event.title), ...event.places.flatMap((/** @type {number} */ index) => Object.values(dataset.places[index].name)), theme(event), agreement(event)].join("\n"),
    columns: [
      {
        name: "event",
        heading: words.column_event,
        value: (event) => event.title[code],
        content: (event) => [eventLink(atlas, event, dataset.themes[event.themes[0]]), ...(event.layer === dataset.ownLayer ? [] : [element("small", "", words[`layer_${event.layer}`])])],
      },
      date("essay", words.column_essay_date),
      date("reports", words.column_reported_date),
      { name: "place", heading: words.column_place, value: (event) => placeNames(event).join(comma) || null, content: (event) => linksTo(event.places.map((/** @type {number} */ index) => namedLink(linkToPlace(atlas, "", dataset.places[index].id), dataset.places[index].name[code])), comma) },
      { name: "theme", heading: words.column_theme, value: theme, content: (event) => [element("span", "", theme(event))] },
      { name: "agreement", heading: words.agreement_heading, value: (event) => (event.agreement ? dataset.agreements.indexOf(event.agreement) : null), content: (event) => [element("span", event.agreement, agreement(event))] },
      { name: "kind", heading: words.column_kind, value: (event) => words[`kind_${event.kind}`], content: (event) => [words[`kind_${event.kind}`]] },
      { name: "paragraphs", heading: words.column_paragraphs, value: (event) => event.paragraphs[0] ?? null, content: (event) => linksTo(event.paragraphs.map((/** @type {number} */ n) => namedLink(linkToParagraph(atlas, "", event.id, n), String(n))), comma) },
    ],
  };
}

/** @param {About} about @param {AboutData} data @param {import("./index.js").Register} register @returns {ReadableTable} */
function placeTable({ atlas }, data, register) {
  const [words, { code, list_comma: comma, intl_locale: locale }, { dataset }] = [atlas.words(), atlas.language(), atlas];
  const regions = new Intl.DisplayNames([locale], { type: "region" });
  const country = (/** @type {string} */ each) => dataset.map.countryNames[each]?.[code] ?? regions.of(each) ?? each;
  const countries = dataset.places.map(({ index }) => data.countries[index].map(country).join(comma));
  const events = countRows(dataset.places.length, dataset.events.map(({ places, from }) => [...places, from]));
  const known = (/** @type {any} */ place) => register.places[place.index];
  const degrees = (/** @type {0 | 1} */ axis, /** @type {string} */ name, /** @type {string} */ heading) => ({
    name,
    heading,
    numeric: true,
    value: (/** @type {any} */ place) => place.at?.[axis] ?? null,
    content: (/** @type {any} */ place) => (place.at ? [figures(place.at[axis].toFixed(4))] : []),
  });
  return {
    rows: dataset.places,
    searched: (place) => [...Object.values(place.name), place.spellings, countries[place.index], words[`place_${place.kind}`], known(place).source].join("\n"),
    columns: [
      { name: "place", heading: words.column_place, value: (place) => place.name[code], content: (place) => [namedLink(linkToPlace(atlas, "", place.id), place.name[code])] },
      { name: "kind", heading: words.column_kind, value: (place) => words[`place_${place.kind}`], content: (place) => [words[`place_${place.kind}`]] },
      { name: "country", heading: words.column_country, value: (place) => countries[place.index] || null, content: (place) => [countries[place.index]] },
      degrees(0, "latitude", words.column_latitude),
      degrees(1, "longitude", words.column_longitude),
      { name: "radius", heading: words.column_radius, numeric: true, value: (place) => place.radiusKm, content: (place) => [figures(String(place.radiusKm))] },
      { name: "confidence", heading: words.confidence, value: (place) => { const rank = ["high", "medium", "low"].indexOf(known(place).confidence); return rank < 0 ? null : rank; }, content: (place) => [words[`confidence_${known(place).confidence}`] ?? ""] },
      { name: "source", heading: words.source, value: (place) => known(place).source || null, content: (place) => [element("span", "source", known(place).source)] },
      { name: "events", heading: words.column_named_by, numeric: true, value: (place) => events[place.index], content: (place) => [String(events[place.index])] },
    ],
  };
}

/** @param {About} about @param {AboutData} data @param {import("./index.js").Register} register @returns {ReadableTable} */
function actorTable({ atlas }, data, register) {
  const [words, { code }, { dataset }] = [atlas.words(), atlas.language(), atlas];
  const kind = (/** @type {number} */ index) => words[`actor_${data.actorKinds[index]}`];
  const events = countRows(dataset.actors.length, dataset.events.map(({ actors }) => actors));
  return {
    rows: dataset.actors,
    searched: ({ index, name, spellings }) => [...Object.values(name), spellings, kind(index), register.roles[index]].join("\n"),
    columns: [
      { name: "actor", heading: words.column_actor, value: (actor) => actor.name[code], content: (actor) => [namedLink(linkToActor(atlas, "", actor.id), actor.name[code])] },
      { name: "kind", heading: words.column_kind, value: (actor) => kind(actor.index), content: (actor) => [kind(actor.index)] },
      { name: "role", heading: words.column_role, value: (actor) => register.roles[actor.index] || null, content: (actor) => [element("span", "", register.roles[actor.index])] },
      { name: "events", heading: words.column_named_by, numeric: true, value: (actor) => events[actor.index], content: (actor) => [String(events[actor.index])] },
    ],
  };
}

/** @param {About} about @param {AboutData} data @returns {ReadableTable} */
function reportTable({ atlas }, data) {
  const [words, { code }, { dataset }] = [atlas.words(), atlas.language(), atlas];
  const { publishers, titles, urls, published, bearings, events } = data.reports;
  const event = (/** @type {number} */ row) => dataset.events[events[row]];
  return {
    rows: publishers.map((_, row) => row),
    searched: (row) => [publishers[row], titles[row], urls[row], ...Object.values(event(row).title)].join("\n"),
    columns: [
      { name: "publisher", heading: words.column_publisher, value: (row) => publishers[row], content: (row) => [element("span", "", publishers[row], null)] },
      { name: "title", heading: words.column_title, value: (row) => titles[row] || null, content: (row) => [reportLink(titles[row] || urls[row], urls[row])] },
      { name: "published", heading: words.column_published, value: (row) => published[row] || null, content: (row) => dateContent(data.publishedInWords[code][published[row]] ?? "", published[row]) },
      { name: "bearing", heading: words.column_bearing, value: (row) => words[`bearing_${bearings[row]}`], content: (row) => [element("span", bearings[row], words[`bearing_${bearings[row]}`])] },
      { name: "event", heading: words.column_event, value: (row) => event(row).title[code], content: (row) => [eventLink(atlas, event(row))] },
    ],
  };
}

/** @param {About["atlas"]} atlas @param {EventRow} event @param {import("../core/dataset.js").ThemeRow} [theme] whose mark stands before the title */
function eventLink(atlas, event, theme) {
  const link = namedLink(linkToEvent(atlas, "", event.id), event.title[atlas.language().code]);
  if (theme) link.prepend(themeMark(theme, atlas.appearance(), 12), " ");
  return link;
}

/** @param {string} title @param {string} url */
function reportLink(title, url) {
  const link = outsideLink("", url);
  link.append(inElement(title, null));
  return link;
}

/** @param {HTMLAnchorElement} link @param {string} text */
function namedLink(link, text) {
  link.append(element("span", "", text));
  return link;
}

/** @param {Node[]} links @param {string} comma @returns {(Node | string)[]} */
function linksTo(links, comma) {
  return links.flatMap((link, index) => (index ? [comma, link] : [link]));
}

// The first day of a date of this source alone.
/** @param {About["atlas"]} atlas @param {EventRow} event @param {string} basis */
function firstDayOf({ dataset }, event, basis) {
  return event.dates[basis] ? dataset.spans[basis].first[event.index] : null;
}

/** @param {string} words @param {string} edtf */
function dateContent(words, edtf) {
  return edtf ? [element("span", "", words), figures(edtf, "small")] : [];
}

// From left to right in every language.
/** @param {string} text @param {"span" | "small"} [name] */
function figures(text, name = "span") {
  const made = Object.assign(element(name, "figures"), { dir: "ltr" });
  const sides = text.split("/"); // an interval has a line for each, where one is too short for both
  made.append(...sides.map((side, index) => element("span", "", index < sides.length - 1 ? `${side}/` : side)));
  return made;
}

// In how many lists each index stands.
/** @param {number} length @param {number[][]} lists */
function countRows(length, lists) {
  const counts = new Array(length).fill(0);
  for (const list of lists) for (const index of new Set(list)) if (index >= 0) counts[index] += 1;
  return counts;
}
