// @ts-check
// How the atlas was made, what it rests on, and what is whose.

import { joined } from "../core/direction.js";
import { element, fact, outsideLink } from "../core/dom.js";
import { counted, fill } from "../core/words.js";
import { partOfPage } from "./part_of_page.js";

/** @typedef {import("./index.js").About} About */
/** @typedef {import("./index.js").AboutData} AboutData */

const MOST_NAMED = 12; // publishers that are named at once; the others are folded

/** @param {About} about @param {AboutData} data @param {import("./index.js").Register} register */
export function methodSection({ atlas }, data, register) {
  const words = atlas.words();
  const list = element("dl");
  fact(list, words.about_agreement_word, words.about_agreement);
  fact(list, words.about_dates_word, words.about_dates);
  fact(list, words.about_date_precision_word, words.about_date_precision);
  fact(list, words.about_places_word, words.about_places);
  fact(list, words.about_place_precision_word, fill(words.about_place_precision, confidences(atlas, register)));
  fact(list, words.about_boundaries_word, words.about_boundaries);
  fact(list, words.about_checks_word, fill(words.about_checks, { problems: data.problems, remarks: data.remarks }));
  return partOfPage("method", words.about_heading, list);
}

/** @param {About["atlas"]} atlas @param {import("./index.js").Register} register */
function confidences({ dataset }, register) {
  const located = dataset.places.filter(({ at }) => at);
  const count = (/** @type {string} */ wanted) => located.filter(({ index }) => register.places[index].confidence === wanted).length;
  return { high: count("high"), medium: count("medium"), low: count("low"), none: dataset.places.length - located.length };
}

/** @param {About} about @param {AboutData} data */
export function sourcesSection({ atlas }, data) {
  const [words, language] = [atlas.words(), atlas.language()];
  const list = element("dl");
  fact(list, words.about_essay_word, `${words.cite_essay}. ${words.essay_unnamed}`);
  const { publishers, urls } = data.reports;
  const byPublisher = countsOf(publishers);
  const numbers = [
    counted(words, language, "count_citations", { n: urls.length }),
    counted(words, language, "count_reports", { n: new Set(urls).size }),
    counted(words, language, "count_publishers", { n: byPublisher.length }),
  ];
  fact(list, words.slide_reports, joined(numbers, " · "), ...publisherList(words, byPublisher));
  const coordinates = element("ul", "coordinates");
  for (const { title, url, points } of data.coordinates.filter((source) => source.points)) {
    const line = element("li");
    line.append(outsideLink(title, url), " · ", counted(words, language, "count_points", { n: points }));
    coordinates.append(line);
  }
  fact(list, words.about_coordinates_word, coordinates);
  return partOfPage("sources", words.about_sources_heading, list);
}

// Most cited first.
/** @param {string[]} names @returns {[string, number][]} */
function countsOf(names) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([one, most], [other, fewer]) => fewer - most || one.localeCompare(other));
}

/** @param {Record<string, string>} words @param {[string, number][]} counts */
function publisherList(words, counts) {
  const listOf = (/** @type {[string, number][]} */ some) => {
    const made = element("ul", "publishers");
    for (const [publisher, n] of some) {
      const line = element("li", "", publisher, null);
      line.append(" ", element("span", "number", String(n)));
      made.append(line);
    }
    return made;
  };
  if (counts.length <= MOST_NAMED) return [listOf(counts)];
  const more = element("details");
  more.append(element("summary", "", words.about_all_publishers), listOf(counts.slice(MOST_NAMED)));
  return [listOf(counts.slice(0, MOST_NAMED)), more];
}

/** @param {About} about */
export function rightsSection({ atlas }) {
  const words = atlas.words();
  const list = element("dl");
  fact(list, words.about_essay_word, `${words.about_rights} ${words.about_rights_essay}`);
  fact(list, words.slide_reports, words.about_rights_reports);
  fact(list, words.about_coordinates_word, words.about_rights_coordinates);
  fact(list, words.about_map_word, words.about_rights_map);
  fact(list, words.about_tables_word, words.about_rights_tables);
  return partOfPage("rights", words.about_licence_heading, list);
}
