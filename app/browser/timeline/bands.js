// What lies behind the marks: the essay's sections as faint bands, and what changes at a break of the scale.

import { element } from "../core/dom.js";
import { across } from "./titles.js";

const SECTION_GAP_PX = 8;
const BREAK_REACH_PX = 8; // how far the word at a break reaches over it

export function placeSections(panel) {
  const { data, scale } = panel;
  const named = [];
  panel.sections.replaceChildren(
    ...data.chapters.map(({ id, title, range }) => {
      const [start, end] = [scale.position(range[0]), scale.position(range[1] + 1)];
      const [left, right] = [across(panel, start), across(panel, end)].sort((a, b) => a - b).map((x) => Math.min(Math.max(x, 0), panel.drawnWidth));
      const band = element("div", "section");
      band.dataset.chapter = id;
      band.hidden = right - left < 1;
      band.style.left = `${left}px`;
      band.style.width = `${right - left}px`;
      const name = element("span", "", title);
      band.append(name);
      named.push({ name, left, right, width: smallWidth(panel, title) });
      return band;
    }),
  );
  nameSections(panel, named);
}

// A section's name stands where its band begins; where that is taken, further along in it, and else nowhere.
function nameSections(panel, named) {
  const taken = [];
  const fromRight = panel.data.language === "ar";
  for (const { name, left, right, width } of named) {
    const free = (x) => x >= 0 && x + width <= panel.drawnWidth && taken.every(([from, to]) => x + width + SECTION_GAP_PX < from || x > to + SECTION_GAP_PX);
    const starts = [fromRight ? right - width - 3 : left + 3];
    for (const [from, to] of taken) starts.push(fromRight ? from - width - SECTION_GAP_PX - 1 : to + SECTION_GAP_PX + 1);
    const inBand = (x) => x >= left - 1 && x < right && (fromRight ? x + width <= right + 1 && x + width > left + 24 : x <= right - 24);
    const spot = starts.filter((x) => free(x) && inBand(x)).sort((a, b) => (fromRight ? b - a : a - b))[0];
    name.hidden = spot === undefined;
    if (name.hidden) continue;
    name.style.left = `${spot - left}px`;
    taken.push([spot, spot + width]);
  }
}

function smallWidth(panel, text) {
  const canvas = (panel.canvas ||= document.createElement("canvas").getContext("2d"));
  canvas.font = `10px ${panel.family}`;
  return Math.ceil(canvas.measureText(text).width) + 2;
}

// At each break that is in sight: on which side the scale runs in years, and on which in days.
export function breakBoxes(panel) {
  const { days, positions, breaks } = panel.data.scale;
  const { words, language } = panel.data;
  return breaks.filter((at) => at > panel.view[0] && at < panel.view[1]).map((at) => {
    const knot = positions.findIndex((position) => Math.abs(position - at) < 1e-9);
    const pace = (i) => (positions[i] - positions[i - 1]) / (days[i] - days[i - 1]);
    const slowerFirst = pace(knot) < pace(knot + 1);
    const sides = [words.break_years, words.break_days];
    if (!slowerFirst) sides.reverse();
    const text = `${sides[0]} › ${sides[1]}`; // right to left the sign is mirrored
    const width = smallWidth(panel, text) + 4;
    // On the side of the years, whose ticks can be spared.
    const toLeft = slowerFirst !== (language === "ar");
    const left = Math.min(Math.max(across(panel, at) + (toLeft ? BREAK_REACH_PX - width : -BREAK_REACH_PX), 0), panel.drawnWidth - width);
    return { text, left, right: left + width };
  });
}

export function placeBreaks(panel) {
  panel.breaks.replaceChildren(
    ...breakBoxes(panel).map(({ text, left }) => {
      const label = element("span", "", text);
      label.style.left = `${left}px`;
      return label;
    }),
  );
}
