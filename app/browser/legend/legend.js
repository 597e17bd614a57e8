// @ts-check
// The language of marks, drawn as the timeline and the map draw it.

import { element, themeMark } from "../core/dom.js";

/** @type {Record<string, string>} */
const MARK_DRAWINGS = {
  mark_hollow: '<circle r="5" fill="none" stroke="currentColor" stroke-width="1.8"/>',
  mark_bar: '<rect x="-9" y="-3" width="18" height="6" rx="1.5" fill="currentColor" fill-opacity=".62"/>',
  mark_ring: '<circle r="3.6" fill="currentColor"/><circle r="7" fill="none" stroke="var(--conflicts)" stroke-width="1.3"/>',
  mark_heavy: '<circle r="4" fill="currentColor"/><circle r="7.4" fill="none" stroke="var(--text)" stroke-width="2.2"/>',
  mark_approximate: '<circle cx="-3" cy="-4" r="6" fill="currentColor" opacity=".28"/><circle cx="-3" cy="-4" r="3.4" fill="currentColor"/><path d="M-9,5H1V9H-9Z" opacity=".7" fill="currentColor"/><path d="M1,5H5V9H1Z" opacity=".4" fill="currentColor"/><path d="M5,5H9V9H5Z" opacity=".18" fill="currentColor"/>',
  mark_uncertain: '<circle cx="-3" cy="-4" r="4" fill="currentColor"/><path d="M-8,1L2,-9" stroke="var(--ground)" stroke-width="1.8"/><path d="M-9,5H0V9H-9ZM2,5H4.2V9H2ZM6.4,5H8.6V9H6.4Z" opacity=".7" fill="currentColor"/>',
  mark_uncertain_approximate: '<circle cx="-3" cy="-4" r="6" fill="currentColor" opacity=".28"/><circle cx="-3" cy="-4" r="3.8" fill="currentColor"/><path d="M-8,1L2,-9" stroke="var(--ground)" stroke-width="1.8"/><path d="M-9,5H0V9H-9Z" opacity=".7" fill="currentColor"/><path d="M2,5H4.2V9H2Z" opacity=".45" fill="currentColor"/><path d="M6.4,5H8.6V9H6.4Z" opacity=".2" fill="currentColor"/>',
  mark_open: '<path d="M-9,-2.5H4V2.5H-9Z" opacity=".7" fill="currentColor"/><path d="M3,-5L9.5,0L3,5Z" fill="currentColor"/>',
  mark_unknown: '<path d="M-9,-2.5H0V2.5H-9Z" opacity=".7" fill="currentColor"/><circle cx="2.6" r="1.2" fill="currentColor"/><circle cx="5.6" r="1.2" fill="currentColor"/><circle cx="8.6" r="1.2" fill="currentColor"/>',
  mark_link: '<path d="M-9,0H9" stroke="currentColor" stroke-dasharray="2 2"/>',
  mark_break: '<path d="M0,-9L2,-6L-2,-3L2,0L-2,3L2,6L0,9" fill="none" stroke="currentColor"/>',
  mark_section: '<path d="M-7,-8H7V8H-7Z" fill="currentColor" fill-opacity=".09"/><path d="M-7,-8V8" stroke="currentColor" stroke-opacity=".4"/>',
  map_key_pie: '<circle r="7" fill="none" stroke="currentColor" stroke-width="3.4"/><text text-anchor="middle" dominant-baseline="central" font-size="9" fill="currentColor">3</text>',
  map_key_journey: '<path d="M-9,4Q0,-6 6,-1" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M9,1L3,1L6,-4Z" fill="currentColor"/>',
  map_key_number: '<path d="M-9,3Q0,-6 9,1" fill="none" stroke="currentColor" stroke-width="1.4"/><circle cy="-1" r="5.4" fill="var(--ground)" stroke="currentColor"/><text y="-1" text-anchor="middle" dominant-baseline="central" font-size="8" fill="currentColor">2</text>',
  map_key_apart: '<path d="M-7,7L3,-3" stroke="currentColor"/><circle cx="4" cy="-4" r="4.4" fill="currentColor"/>',
  map_key_route: '<path d="M-9,0H9" stroke="currentColor" stroke-width="1.6" stroke-dasharray="5 3"/>',
  map_key_open: '<rect x="-7" y="-7" width="14" height="14" rx="3" fill="none" stroke="currentColor" stroke-width="1.3"/><path d="M-4.6,0H4.6M-2.2,-2.4L-4.6,0L-2.2,2.4M2.2,-2.4L4.6,0L2.2,2.4" fill="none" stroke="currentColor" stroke-width="1.3"/>',
  map_key_restricted: '<rect x="-7" y="-7" width="14" height="14" rx="3" fill="none" stroke="currentColor" stroke-width="1.3"/><path d="M-7,1.4H7V6H-7Z" fill="currentColor"/><path d="M-4.4,-3.2H4.4M2.2,-5.4L4.6,-3.2L2.2,-1" fill="none" stroke="currentColor" stroke-width="1.3"/>',
  map_key_closed: '<rect x="-7" y="-7" width="14" height="14" rx="3" fill="currentColor"/><path d="M-4,0H4" stroke="var(--ground)" stroke-width="2.6"/>',
  map_key_unknown: '<rect x="-7" y="-7" width="14" height="14" rx="3" fill="none" stroke="currentColor" stroke-width="1.3" stroke-dasharray="2 1.6"/><text text-anchor="middle" dominant-baseline="central" font-size="10" fill="currentColor">?</text>',
  map_key_line: '<path d="M-9,0H9" stroke="currentColor" stroke-width="2.4"/>',
  map_key_claim: '<path d="M-9,-4H9" stroke="currentColor" stroke-dasharray="2 3"/><path d="M-8,8L-4,2M-3,8L1,2M2,8L6,2M7,8L9,5" stroke="currentColor"/>',
  map_key_region: '<circle r="8" fill="currentColor" fill-opacity=".1" stroke="currentColor" stroke-dasharray="2 2"/>',
};

/** Those on the map; the others are on the timeline. */
export const MAP_MARKS = Object.keys(MARK_DRAWINGS).filter((name) => name.startsWith("map_key_"));

// How well a date is known, each with a mark of its own: the key shows those that there are.
export const DATE_MARKS = ["mark_approximate", "mark_uncertain", "mark_uncertain_approximate", "mark_open", "mark_unknown"];

/** @param {Record<string, string>} words @param {string[]} dateMarks those that the events have */
export function markKey(words, dateMarks) {
  const key = element("details", "key");
  const names = Object.keys(MARK_DRAWINGS).filter((name) => !DATE_MARKS.includes(name) || dateMarks.includes(name));
  const onTimeline = names.filter((name) => !MAP_MARKS.includes(name));
  key.append(
    element("summary", "", words.marks_heading),
    ...[element("h2", "", words.time_panel), ...markRows(words, onTimeline)],
    ...[element("h2", "", words.map_label), ...markRows(words, MAP_MARKS)],
  );
  return key;
}

/**
 * @param {import("../core/atlas.js").Atlas} atlas
 * @param {import("../core/dataset.js").ThemeRow[]} themes
 * @param {number} size of a mark, px
 */
export function themeRows(atlas, themes, size) {
  return themes.map((theme) => {
    const row = element("p");
    row.append(themeMark(theme, atlas.appearance(), size), element("span", "", theme.name[atlas.language().code]));
    return row;
  });
}

/** @param {Record<string, string>} words @param {string[]} names */
export function markRows(words, names) {
  return names.map((name) => {
    const row = element("p");
    const alongTime = DATE_MARKS.includes(name) ? ' class="along-time"' : ""; // mirrored where time runs to the left
    row.innerHTML = `<svg${alongTime} viewBox="-10 -10 20 20" width="18" height="18" aria-hidden="true">${MARK_DRAWINGS[name]}</svg>`;
    row.append(element("span", "", words[name]));
    return row;
  });
}
