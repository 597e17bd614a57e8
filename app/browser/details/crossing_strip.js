// @ts-check
// How a border crossing stood over time, drawn on the scale of the axis: a band for each time in which it was open, restricted, closed, or
// its status is not known, the day on which each began, and a bracket over the present range. Positions are shares of the width, so that
// nothing is measured; the words on the bands and under them are given room for the narrowest panel.

import { svgPart } from "../core/svg.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/dataset.js").CrossingState} CrossingState */
/** @typedef {{ from: number, to: number, status: string, since: string }} Band between two shares of the width; `since` may be empty */

const NARROWEST_PX = 250;
const LETTER_PX = 5.2; // of the words under the strip, on average
const BOLD_LETTER_PX = 6.2; // of those on it
const [BRACKET_Y, BAND_Y, BAND_PX, LABEL_PX] = [5, 10, 20, 13];
const MOST_LABEL_ROWS = 5;
const LEAD_SHARE = 0.02; // of the axis, before the first day that is known
const LEAST_BRACKET = 0.012; // of the width, for a range of one day
const HATCH = "crossing-hatch";

/**
 * @param {Atlas} atlas
 * @param {CrossingState[]} states of one crossing, in the order of time
 * @param {string} description what the drawing says, in words
 */
export function crossingStrip(atlas, states, description) {
  const scale = atlas.scale();
  const start = Math.max(0, Math.min(...states.map(({ first }) => scale.position(first))) - LEAD_SHARE);
  const share = (/** @type {number} */ day) => Math.min(Math.max((scale.position(day) - start) / (1 - start), 0), 1);
  const mirrored = atlas.language().direction === "rtl";
  const across = (/** @type {number} */ from, /** @type {number} */ to) => ({ x: percent(mirrored ? 1 - to : from), width: percent(to - from) });
  const at = (/** @type {number} */ position) => percent(mirrored ? 1 - position : position);

  const bands = bandsOf(atlas, states, share);
  const labels = labelsOf(bands);
  const rows = Math.max(0, ...labels.map(({ row }) => row + 1));
  const svg = svgPart("svg", { class: "crossing-strip", role: "img", width: "100%", height: BAND_Y + BAND_PX + 4 + rows * LABEL_PX });
  svg.setAttribute("aria-label", description);
  svg.append(hatch());
  for (const { from, to, status } of bands) {
    svg.append(svgPart("rect", { class: `band ${status}`, ...across(from, to), y: BAND_Y, height: BAND_PX }));
    const word = atlas.words()[`crossing_${status}`];
    if (word.length * BOLD_LETTER_PX + 10 > (to - from) * NARROWEST_PX) continue;
    svg.append(textPart(word, { class: `band-word ${status}`, x: at((from + to) / 2), y: BAND_Y + BAND_PX / 2 + 4, "text-anchor": "middle" }));
  }
  for (const { position, text, row, isAtEnd } of labels) {
    const y = BAND_Y + BAND_PX + (row + 1) * LABEL_PX;
    svg.append(svgPart("line", { class: "leader", x1: at(position), x2: at(position), y1: BAND_Y, y2: y }));
    svg.append(textPart(text, { class: "since", x: at(position), y, dx: isAtEnd === mirrored ? 3 : -3, "text-anchor": isAtEnd ? "end" : "start" }));
  }
  const bracket = svgPart("path", { class: "bracket" });
  const frame = svgPart("svg", { y: BRACKET_Y - 4, height: 8, viewBox: "0 0 100 8", preserveAspectRatio: "none" });
  bracket.setAttribute("d", "M0.5,8V3H99.5V8");
  frame.append(bracket);
  svg.append(frame);
  const follow = () => {
    const [first, last] = atlas.range().map(share);
    const middle = (first + last) / 2;
    const half = Math.max(last - first, LEAST_BRACKET) / 2;
    const isBefore = last === 0 && atlas.range()[1] < states[0].first;
    const { x, width } = across(Math.max(0, middle - half), Math.min(1, middle + half));
    frame.setAttribute("x", x);
    frame.setAttribute("width", isBefore ? "0" : width);
  };
  return { svg, follow };
}

// What lies between two times that the rows know is not known; where two of them overlap the earlier one is cut short.
/** @param {Atlas} atlas @param {CrossingState[]} states @param {(day: number) => number} share @returns {Band[]} */
function bandsOf(atlas, states, share) {
  const code = atlas.language().code;
  /** @type {Band[]} */
  const bands = [];
  let reached = 0;
  const known = states.filter(({ status }) => status).sort((one, other) => one.first - other.first);
  known.forEach(({ first, last, status, since }, index) => {
    const [from, to] = [Math.max(share(first), reached), Math.min(share(last + 1), share(known[index + 1]?.first ?? Infinity))];
    if (to <= from) return;
    if (from > reached) bands.push({ from: reached, to: from, status: "unknown", since: "" });
    bands.push({ from, to, status, since: since[code] });
    reached = to;
  });
  if (reached < 1) bands.push({ from: reached, to: 1, status: "unknown", since: "" });
  return bands;
}

// From the last day to the first, each in the uppermost row in which it has room beside all that hangs there or lower: so no line from a
// band leads through another's words.
/** @param {Band[]} bands */
function labelsOf(bands) {
  /** @type {{ position: number, text: string, row: number, isAtEnd: boolean }[]} */
  const labels = [];
  const taken = new Array(MOST_LABEL_ROWS).fill(NARROWEST_PX + 1);
  for (const { from, since: text } of [...bands].reverse()) {
    if (!text) continue;
    const left = from * NARROWEST_PX;
    const width = text.length * LETTER_PX + 8;
    const isAtEnd = labels.length === 0 && left + width > NARROWEST_PX;
    const row = taken.findIndex((_, index) => isAtEnd || left + width < Math.min(...taken.slice(index)));
    if (row < 0) continue;
    labels.push({ position: from, text, row, isAtEnd });
    taken[row] = isAtEnd ? left - width : left;
  }
  return labels;
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(3)}%`;
}

/** @param {string} text @param {Record<string, string | number>} attributes */
function textPart(text, attributes) {
  const part = svgPart("text", attributes);
  part.textContent = text;
  return part;
}

function hatch() {
  const pattern = svgPart("pattern", { id: HATCH, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  pattern.append(svgPart("rect", { class: "hatch-ground", width: 5, height: 5 }), svgPart("line", { class: "hatch-line", x1: 1, x2: 1, y1: 0, y2: 5 }));
  const defs = svgPart("defs", {});
  defs.append(pattern);
  return defs;
}

/** A sample of a band, for the row of words that tells of it. @param {string} status */
export function bandSample(status) {
  const svg = svgPart("svg", { class: "band-sample", width: 12, height: 12, "aria-hidden": "true" });
  svg.append(svgPart("rect", { class: `band ${status}`, x: 1, y: 1, width: 10, height: 10 }));
  return svg;
}
