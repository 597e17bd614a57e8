// @ts-check
// What lies behind the marks: the essay's sections as faint bands, and what changes at a break of the scale.

import { chooseChapter } from "../core/chapters.js";
import { button, element } from "../core/dom.js";
import { fill } from "../core/words.js";
import { across } from "./positions.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/** @typedef {{ name: HTMLElement, left: number, right: number, width: number }} BandName a band's edges and its name's width, px */
/** @typedef {{ text: string, left: number, right: number }} BreakBox px */

const SECTION_GAP_PX = 8;
const BREAK_REACH_PX = 8; // how far the word at a break reaches over it

/** @param {TimePanel} panel */
export function placeSections(panel) {
  if (panel.atlas.composed) return; // its title says what it is about
  const { chapters, scale, drawnWidth } = panel;
  const { code } = panel.atlas.language();
  const words = panel.atlas.words();
  /** @type {BandName[]} */
  const named = [];
  panel.sections.replaceChildren(
    ...chapters.map(({ id, title, range }) => {
      const ends = [across(panel, scale.position(range[0])), across(panel, scale.position(range[1] + 1))];
      const [left, right] = ends.sort((a, b) => a - b).map((x) => Math.min(Math.max(x, 0), drawnWidth));
      const band = element("div", "section");
      band.dataset.chapter = id;
      band.hidden = right - left < 1;
      band.style.left = `${left}px`;
      band.style.width = `${right - left}px`;
      const name = button("", title[code], () => chooseChapter(panel.atlas, range));
      name.title = fill(words.choose_chapter, { title: title[code] });
      name.tabIndex = -1; // the list of chapters below is the keyboard's way
      band.append(name);
      named.push({ name, left, right, width: smallTextWidth(panel, title[code]) });
      return band;
    }),
  );
  nameSections(panel, named);
}

/**
 * A section's name stands where its band begins; where that is taken, further along in it, and else nowhere.
 * @param {TimePanel} panel
 * @param {BandName[]} named
 */
function nameSections({ mirrored, drawnWidth }, named) {
  /** @type {number[][]} */
  const taken = [];
  for (const { name, left, right, width } of named) {
    const isFree = (/** @type {number} */ x) =>
      x >= 0 && x + width <= drawnWidth && taken.every(([from, to]) => x + width + SECTION_GAP_PX < from || x > to + SECTION_GAP_PX);
    const starts = [mirrored ? right - width - 3 : left + 3];
    for (const [from, to] of taken) starts.push(mirrored ? from - width - SECTION_GAP_PX - 1 : to + SECTION_GAP_PX + 1);
    const isInBand = (/** @type {number} */ x) =>
      x >= left - 1 && x < right && (mirrored ? x + width <= right + 1 && x + width > left + 24 : x <= right - 24);
    const spot = starts.filter((x) => isFree(x) && isInBand(x)).sort((a, b) => (mirrored ? b - a : a - b))[0];
    name.hidden = spot === undefined;
    if (name.hidden) continue;
    name.style.left = `${spot - left}px`;
    taken.push([spot, spot + width]);
  }
}

/** @param {TimePanel} panel @param {string} text */
function smallTextWidth({ canvas, family, sizes }, text) {
  canvas.font = `${sizes.small_px}px ${family}`;
  return Math.ceil(canvas.measureText(text).width) + 2;
}

/**
 * At each break that is in sight: on which side the scale runs in years, and on which in days.
 * @param {TimePanel} panel
 * @returns {BreakBox[]}
 */
export function breakBoxes(panel) {
  const { scale: { days, positions, breaks }, window, mirrored, drawnWidth } = panel;
  const words = panel.atlas.words();
  return breaks.filter((at) => at > window[0] && at < window[1]).map((at) => {
    const knot = positions.findIndex((position) => Math.abs(position - at) < 1e-9);
    const pace = (/** @type {number} */ i) => (positions[i] - positions[i - 1]) / (days[i] - days[i - 1]);
    const slowerFirst = pace(knot) < pace(knot + 1);
    const sides = [words.break_years, words.break_days];
    if (!slowerFirst) sides.reverse();
    const text = `${sides[0]} › ${sides[1]}`; // right to left the sign is mirrored
    const width = smallTextWidth(panel, text) + 4;
    // On the side of the years, whose ticks can be spared.
    const toLeft = slowerFirst !== mirrored;
    const left = Math.min(Math.max(across(panel, at) + (toLeft ? BREAK_REACH_PX - width : -BREAK_REACH_PX), 0), drawnWidth - width);
    return { text, left, right: left + width };
  });
}

/** @param {TimePanel} panel */
export function placeBreaks(panel) {
  panel.breaks.replaceChildren(
    ...breakBoxes(panel).map(({ text, left }) => {
      const label = element("span", "", text);
      label.style.left = `${left}px`;
      return label;
    }),
  );
}
