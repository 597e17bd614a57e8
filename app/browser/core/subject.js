// @ts-check
// What a View is about: of the events that it shows, those that a composed picture names, frames and lists first; by the rules of
// subject_of in app/model/chronology/subject.py. tests/cases/subject.json holds the two together.

import { SHOWN } from "./visibility.js";

/** @typedef {import("./dataset.js").ChapterRow} ChapterRow */
/** @typedef {import("./dataset.js").Dataset} Dataset */
/** @typedef {import("./dataset.js").EventRow} EventRow */
/** @typedef {import("./dataset.js").PlaceRow} PlaceRow */
/** @typedef {import("./view.js").View} View */
/** @typedef {import("./visibility.js").Visibility} Visibility */

const PLACE_PREFIX = "place:"; // before the id of a place in `View.selected`

/**
 * True where the first possible day of an event lies in the range; others are only under way in it. A range without a first day has no
 * limit there: all begin in it.
 * @param {Dataset} dataset
 * @param {Pick<View, "basis" | "start" | "end">} view
 * @param {number} index
 */
export function beginsInRange({ spans }, { basis, start, end }, index) {
  const { first, dated } = spans[basis];
  return dated[index] === 1 && (start ?? -Infinity) <= first[index] && first[index] <= (end ?? Infinity);
}

/**
 * @param {{ dataset: Dataset, view: import("./view.js").ViewStore, visibility: Visibility }} atlas
 * @returns {number} how many of the events shown begin in the range
 */
export function countBeginning({ dataset, view, visibility }) {
  const now = view.get();
  if (now.start === null) return visibility.tally[SHOWN];
  return visibility.status.reduce((count, status, index) => count + Number(status === SHOWN && beginsInRange(dataset, now, index)), 0);
}

/**
 * The first of these that has any event: the selected event, or those that name the selected place; the events of the chapter whose range
 * the View has; what begins in the range; all that is shown.
 * @param {Dataset} dataset
 * @param {Visibility} visibility
 * @param {View} view
 * @returns {Uint8Array} by event, 1 for those of the subject
 */
export function subjectOf(dataset, { status }, view) {
  const [place, chapter] = [placeSelected(dataset, view.selected), chapterOf(dataset, view)];
  const own = new Set(chapter?.events);
  /** @type {((event: EventRow) => boolean)[]} */
  const choices = [
    (event) => (place ? event.places.includes(place.index) || event.from === place.index : event.id === view.selected),
    ({ index }) => own.has(index),
    ({ index }) => beginsInRange(dataset, view, index),
    () => true,
  ];
  const subject = new Uint8Array(dataset.events.length);
  for (const isChosen of choices) {
    let count = 0;
    for (const event of dataset.events) {
      if (status[event.index] !== SHOWN || !isChosen(event)) continue;
      subject[event.index] = 1;
      count += 1;
    }
    if (count) break;
  }
  return subject;
}

/**
 * @param {Dataset} dataset
 * @param {Uint8Array} subject by event
 * @param {string} selected as in the View
 * @returns {boolean} whether the subject is what is selected; it is not where that is not shown
 */
export function isOfSelected(dataset, subject, selected) {
  const place = placeSelected(dataset, selected)?.index;
  return dataset.events.some(({ index, id, places, from }) =>
    subject[index] === 1 && (place === undefined ? id === selected : places.includes(place) || from === place));
}

/**
 * @param {Dataset} dataset
 * @param {Pick<View, "start" | "end">} view
 * @returns {ChapterRow | undefined} the chapter whose range the View has, of several the first
 */
export function chapterOf({ chapters }, { start, end }) {
  return chapters.find(({ range }) => range[0] === start && range[1] === end);
}

/**
 * @param {Dataset} dataset
 * @param {string} selected as in the View
 * @returns {PlaceRow | undefined} the selected place; undefined where an event is selected, or nothing
 */
export function placeSelected({ placeById }, selected) {
  return selected.startsWith(PLACE_PREFIX) ? placeById.get(selected.slice(PLACE_PREFIX.length)) : undefined;
}
