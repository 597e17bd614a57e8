// @ts-check
// Beside the map of a slide: the few events that it names in words, each with the number that stands on map and timeline, and each a button
// that selects it, but on a picture. Where there are too many for that the timeline stands beside the map, and names them.

import { captionBadge, layoutOf } from "../core/captions.js";
import { placingBasis } from "../core/dataset.js";
import { ordinalToDate } from "../core/dates.js";
import { joined } from "../core/direction.js";
import { button, element } from "../core/dom.js";
import { arrows } from "../core/words.js";
import { slidePart } from "./surround.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */

/** @param {Atlas} atlas */
export function drawCaptions(atlas) {
  document.documentElement.dataset.layout = layoutOf(atlas);
  const list = slidePart(".captions");
  const captions = atlas.captions();
  list.replaceChildren(...captions.map((index, number) => captionRow(atlas, index, number, captions.length === 1)));
}

/** @param {Atlas} atlas */
export function markSelectedCaption(atlas) {
  const { selected } = atlas.view.get();
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (slidePart(".captions").querySelectorAll("button"))) {
    one.setAttribute("aria-pressed", String(one.dataset.event === selected));
  }
}

/** @param {Atlas} atlas @param {number} index of the event @param {number} number from 0 @param {boolean} isAlone then there is room for both its dates */
function captionRow(atlas, index, number, isAlone) {
  const { id, title } = atlas.dataset.events[index];
  const row = element("li");
  const isPicture = document.documentElement.dataset.use === "picture";
  const said = isPicture ? element("div", "said-of") : button("said-of", "", () => atlas.select(id));
  said.dataset.event = id;
  const text = element("span", "words");
  const when = isAlone ? "" : whenInWords(atlas, index);
  text.append(element("span", "when", joined([when, placeInWords(atlas, index)], " · ")), element("span", "what", title[atlas.language().code]));
  if (isAlone) text.append(...sourcesInWords(atlas, index));
  said.append(captionBadge(atlas, index, number), text);
  row.append(said);
  return row;
}

// The dates of both sources, and what reports do to the statement.
/** @param {Atlas} atlas @param {number} index of the event */
function sourcesInWords(atlas, index) {
  const [words, { code }, { ownLayer, events }] = [atlas.words(), atlas.language(), atlas.dataset];
  const { layer, dates, agreement } = events[index];
  const isOwn = layer === ownLayer;
  const sources = /** @type {[string, string][]} */ ([...(isOwn ? [["essay", words.essay_date]] : []), ["reports", words.reported_date]]);
  const lines = sources.map(([source, word]) => element("span", `source-date ${source}`, joined([word, dates[source]?.[code] ?? words.no_date], ": ")));
  const said = isOwn ? [words[`agreement_${agreement}`], words[`agree_${agreement}`]] : [words.agree_reports_alone];
  return [...lines, element("span", `agreement ${isOwn ? agreement : "alone"}`, joined(said, " · "))];
}

// The days as briefly as they can be said; in the words of the date where it is approximate, uncertain or open.
/** @param {Atlas} atlas @param {number} index of the event */
function whenInWords({ dataset, view, language }, index) {
  const { basis } = view.get();
  const { code, intl_locale: locale } = language();
  const event = dataset.events[index];
  const { first, last } = dataset.spans[basis];
  if (!event.dateMarks) return spanInWords(first[index], last[index], locale);
  return event.dates[placingBasis(dataset, event, basis)]?.[code] ?? "";
}

/** @param {number} first day @param {number} last day @param {string} locale */
function spanInWords(first, last, locale) {
  const [from, to, after] = [first, last, last + 1].map(ordinalToDate);
  const isWhole = from.getUTCDate() === 1 && after.getUTCDate() === 1; // from the first day of a month to the last of one
  const isYear = isWhole && from.getUTCMonth() === 0 && after.getUTCMonth() === 0;
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { year: "numeric", ...(!isYear && { month: isWhole ? "long" : "short" }), ...(!isWhole && { day: "numeric" }), timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale, parts).formatRange(from, to);
}

// Where it was; of a journey, from where to where.
/** @param {Atlas} atlas @param {number} index of the event */
function placeInWords({ dataset, language }, index) {
  const { places, from } = dataset.events[index];
  const arrow = ` ${arrows(language()).onward} `;
  return joined([from, places[0]].filter((place, at, all) => all.indexOf(place) === at).map((place) => dataset.places[place]?.name[language().code]), arrow);
}
