// @ts-check
// What a slide says over and under map and timeline: its range, how much is shown, by whose dates, and what is selected.

import { sameValue } from "../core/address.js";
import { placingBasis } from "../core/dataset.js";
import { joined, setText } from "../core/direction.js";
import { element, themeMark } from "../core/dom.js";
import { chapterOf, countBeginning, isOfSelected } from "../core/subject.js";
import { SHOWN } from "../core/visibility.js";
import { counted, rangeInWords } from "../core/words.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */

const CHOSEN_MARK_PX = 16;

/**
 * @param {string} selector
 * @returns {HTMLElement} the part of the page
 */
export function slidePart(selector) {
  return /** @type {HTMLElement} */ (document.querySelector(selector));
}

/**
 * The slide's own title as long as the range is the slide's own; a range that has been moved has the claim of its chapter, or the atlas's name.
 * A range that has come back is no more about what was selected on the slide.
 * @param {Atlas} atlas
 * @param {Pick<import("./inlined.js").Turn, "range" | "title" | "selected">} turn
 * @param {boolean} hasMoved since the slide was turned to
 */
export function showSlideTitle(atlas, { range, title, selected }, hasMoved) {
  const isOwn = sameValue(atlas.range(), range) && !(hasMoved && selected);
  const claim = chapterOf(atlas.dataset, atlas.view.get())?.claim[atlas.language().code];
  setText(slidePart("h1"), isOwn ? title : claim ?? atlas.words().app_title);
}

/**
 * Range, how much begins in it and how much is only under way, and whose dates these are; and what its chapter comes to, unless the slide is
 * about something selected.
 * @param {Atlas} atlas
 * @param {string} selected on the slide, as long as its range has not moved
 */
export function showSlideRange(atlas, selected) {
  const { dataset, visibility: { tally } } = atlas;
  const [words, language, view] = [atlas.words(), atlas.language(), atlas.view.get()];
  const begins = countBeginning(atlas);
  const underWay = tally[SHOWN] - begins;
  const isAll = view.start === null || !begins; // then nothing is told apart
  const counts = isAll
    ? [counted(words, language, "essay_events", { n: tally[SHOWN] })]
    : [counted(words, language, "slide_begin", { n: begins }), ...(underWay ? [counted(words, language, "slide_under_way", { n: underWay })] : [])];
  const chapter = isOfSelected(dataset, atlas.subject(), selected) ? undefined : chapterOf(dataset, view);
  setText(slidePart(".takeaway"), chapter?.takeaway[language.code] ?? "");
  setText(slidePart(".range"), rangeInWords(words, atlas.range(), language));
  setText(slidePart(".count"), joined(counts, language.list_comma));
  setText(slidePart(".caption"), words[`slide_caption_${view.basis}`]);
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
    const mark = themeMark(dataset.themes[event.themes[0]], atlas.appearance(), CHOSEN_MARK_PX);
    line.replaceChildren(mark, element("span", "when", when), element("span", "", event.title[code]));
  } else setText(line, dataset.placeById.get(selected.replace(/^place:/, ""))?.name[code] ?? "");
}
