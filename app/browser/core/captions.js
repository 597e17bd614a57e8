// @ts-check
// The few events that a composed picture names in words beside the map, with a number each that stands on map and timeline too.

import { element } from "./dom.js";
import { chapterOf } from "./subject.js";

/** @typedef {import("./dataset.js").Dataset} Dataset */
/** @typedef {import("./dataset.js").EventRow} EventRow */
/** @typedef {import("./view.js").View} View */
/** @typedef {"captions" | "timeline"} Layout of a composed picture: a few events with captions beside the map, or many on a timeline that stands beside it */

const MAX_CAPTIONS = 5;
const MAX_SUBJECT = 10; // a larger subject is named on its timeline instead
/** What makes an event one to be named: each weighs more than those after it together. */
const WEIGHTS = { selected: 64, hasPoint: 32, isOwn: 16, isExact: 8, isMeeting: 4, isContested: 2, isMoment: 1 };
const REPEATED_PLACE = 14; // each place is named once before one is named twice, as far as exact dates allow
const EXACT_DAYS = 4; // a date that is known to so many days
const MEETINGS = ["meeting", "visit"];
const LONG_KINDS = ["period", "status", "claim"];

/**
 * Those of the chapter whose range the View has, as its editor chose them; else those of the subject that say most. None of a large subject.
 * @param {Dataset} dataset
 * @param {Uint8Array} subject
 * @param {View} view
 * @param {Layout | null} kept layout that the picture keeps, however large its subject has become
 * @returns {number[]} indices of at most five events, in the order of time
 */
export function captionsOf(dataset, subject, view, kept) {
  if (kept === "timeline") return [];
  const { first, last, dated } = dataset.spans[view.basis];
  const inSubject = dataset.events.filter(({ index }) => subject[index] && dated[index]);
  const own = new Set(chapterOf(dataset, view)?.captions);
  const chosen = view.selected ? [] : inSubject.filter(({ index }) => own.has(index));
  const named = chosen.length ? chosen : inSubject.length > MAX_SUBJECT && !kept ? [] : sayingMost(dataset, inSubject, view);
  return named.map(({ index }) => index).sort((a, b) => first[a] - first[b] || last[a] - last[b] || a - b);
}

/**
 * @param {import("./atlas.js").Atlas} atlas
 * @returns {Layout} the layout that is kept, else the one that suits the subject
 */
export function layoutOf(atlas) {
  const kept = atlas.keptLayout();
  if (kept) return kept;
  const subject = atlas.subject();
  const { dated } = atlas.dataset.spans[atlas.view.get().basis];
  const count = subject.reduce((sum, is, index) => sum + (is && dated[index]), 0);
  return atlas.captions().length || count <= MAX_SUBJECT ? "captions" : "timeline";
}

/** @param {Dataset} dataset @param {EventRow[]} events @param {View} view @returns {EventRow[]} */
function sayingMost(dataset, events, { basis, selected }) {
  const { first, last } = dataset.spans[basis];
  /** @type {Map<number, number>} */
  const namedAt = new Map();
  const weightOf = (/** @type {EventRow} */ event) => {
    const { index, id, places, layer, kind, agreement } = event;
    const has = {
      selected: id === selected,
      hasPoint: Boolean(dataset.places[places[0]]?.at),
      isOwn: layer === dataset.ownLayer,
      isExact: last[index] - first[index] < EXACT_DAYS,
      isMeeting: MEETINGS.includes(kind),
      isContested: agreement === "conflicts",
      isMoment: !LONG_KINDS.includes(kind),
    };
    const weight = Object.entries(has).reduce((sum, [name, is]) => sum + (is ? WEIGHTS[/** @type {keyof typeof WEIGHTS} */ (name)] : 0), 0);
    return weight - REPEATED_PLACE * (namedAt.get(places[0]) ?? 0);
  };
  /** @type {EventRow[]} */
  const named = [];
  const left = [...events].sort((a, b) => first[a.index] - first[b.index]);
  while (named.length < MAX_CAPTIONS && left.length) {
    const weights = left.map(weightOf);
    const [next] = left.splice(weights.indexOf(Math.max(...weights)), 1);
    named.push(next);
    namedAt.set(next.places[0], (namedAt.get(next.places[0]) ?? 0) + 1);
  }
  return named;
}

/**
 * @param {import("./atlas.js").Atlas} atlas
 * @param {number} index of the event
 * @param {number} number of its caption, from 0
 * @returns {HTMLElement} the number in the colour of the event's theme
 */
export function captionBadge(atlas, index, number) {
  const badge = element("span", "badge", String(number + 1));
  const theme = atlas.dataset.themes[atlas.dataset.events[index].themes[0]];
  badge.style.background = theme.colours[atlas.appearance()];
  badge.dataset.event = atlas.dataset.events[index].id;
  return badge;
}
