// @ts-check
// What a slide says around map and timeline: range, counter, caption, what is selected, and the legend.

import { placingBasis, themesWith } from "../core/dataset.js";
import { setText } from "../core/direction.js";
import { element, themeMark } from "../core/dom.js";
import { ABSENT, inRange, SHOWN } from "../core/visibility.js";
import { counted, fill, rangeInWords } from "../core/words.js";
import { markRows } from "../legend/legend.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("./inlined.js").Turn} Turn */

const LEGEND_MARK_PX = 14;

/**
 * @param {string} selector
 * @returns {HTMLElement} the part of the page
 */
export function slidePart(selector) {
  return /** @type {HTMLElement} */ (document.querySelector(selector));
}

/**
 * Range, counter and caption.
 * @param {Atlas} atlas
 */
export function showSlideRange(atlas) {
  const { tally, status } = atlas.visibility;
  const [words, language] = [atlas.words(), atlas.language()];
  const range = rangeInWords(words, atlas.range(), language);
  const count = counted(words, language, "count_events", { shown: tally[SHOWN], n: status.length - tally[ABSENT] });
  slidePart(".range").textContent = range;
  slidePart(".count").textContent = count;
  setText(slidePart(".caption"), fill(words[`slide_caption_${atlas.view.get().basis}`], { count, range }));
}

/**
 * The selected event or place by name: on the map and on the timeline it has no more than a ring.
 * @param {Atlas} atlas
 */
export function showSlideSelection(atlas) {
  const { dataset } = atlas;
  const { code } = atlas.language();
  const { selected, basis } = atlas.view.get();
  const line = slidePart(".chosen");
  const event = dataset.eventById.get(selected);
  if (event) {
    const when = event.dates[placingBasis(dataset, event, basis)]?.[code] ?? "";
    const mark = themeMark(dataset.themes[event.themes[0]], atlas.appearance(), LEGEND_MARK_PX);
    line.replaceChildren(mark, element("span", "when", when), element("span", "", event.title[code]));
  } else setText(line, dataset.placeById.get(selected.replace(/^place:/, ""))?.name[code] ?? "");
}

/**
 * The themes, and of the language of marks what nobody guesses; the app's legend has it all.
 * @param {Atlas} atlas
 * @param {Turn[]} turns
 */
export function drawSlideLegend(atlas, turns) {
  const { code } = atlas.language();
  const themes = themesWith(atlas.dataset, atlas.view.get().layers).map((theme) => {
    const row = element("p");
    row.append(themeMark(theme, atlas.appearance(), LEGEND_MARK_PX), element("span", "", theme.name[code]));
    return row;
  });
  const marks = ["mark_hollow", "mark_ring", ...dateMarksOf(atlas, turns), "map_key_pie", "map_key_journey", "map_key_route", "map_key_closed"];
  slidePart(".legend").replaceChildren(...themes, ...markRows(atlas.words(), marks));
}

// Of the events that the filters pass and that are in range, now or as the slides are turned.
/** @param {Atlas} atlas @param {Turn[]} turns @returns {string[]} keys of the words for them */
function dateMarksOf({ dataset, visibility, view }, turns) {
  const { first, last, dated } = dataset.spans[view.get().basis];
  const isOn = (/** @type {number} */ index) => turns.some(({ range }) => inRange(first[index], last[index], range, "possibly"));
  const known = dataset.events
    .filter(({ index }) => dated[index] && visibility.passes(index) && isOn(index))
    .reduce((bits, { dateMarks }) => bits | dateMarks, 0);
  return dataset.dateMarks.filter((_, bit) => known & (1 << bit));
}
