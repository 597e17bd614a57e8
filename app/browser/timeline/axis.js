// Words along the axis, at round years, months and days, as fine as there is room: the only place where ticks are chosen.

import { addMonths, ordinalOfDate, ordinalToDate, utcOf } from "../core/dates.js";
import { breakBoxes } from "./bands.js";
import { across } from "./titles.js";

const TICK_GAP_PX = 10; // between the words of two ticks of one unit
const TIGHT = 0.95; // a step is taken in a cell as long as no two of its ticks are nearer than this share of the distance
const EDGE_PX = 12; // a word may reach so far over an end of the axis
// From coarse to fine: a cell of time, and by which steps it is divided. A step divides the one before or its cell.
const TICK_LEVELS = [
  { unit: "year", cell: 10000, steps: [5000, 2000, 1000] },
  { unit: "year", cell: 1000, steps: [500, 200, 100] },
  { unit: "year", cell: 100, steps: [50, 20, 10] },
  { unit: "year", cell: 10, steps: [5, 2, 1] },
  { unit: "month", cell: 12, steps: [6, 3, 1] },
  { unit: "day", cell: 1, steps: [10, 5, 1] },
];
const tickFormats = {}; // making one takes longer than all else

// The axis for what is in sight now.
export function axisOfView(panel, axis) {
  const { view, scale, drawnWidth: width } = panel;
  const { language } = panel.data;
  const range = language === "ar" ? [view[1], view[0]] : view;
  const measure = measureIn(panel, axis);
  const ticks = chooseTicks({ scale, breaks: panel.data.scale.breaks, view, width, language, least: leastDistances(panel, measure) });
  const kept = fitTicks(ticks, { width, measure, breaks: panel.data.scale.breaks, taken: breakBoxes(panel), across: (at) => across(panel, at) });
  return { ...axis, range, tickangle: 0, tickvals: kept.map(({ at }) => at), ticktext: kept.map(({ text }) => text) };
}

function measureIn(panel, axis) {
  const canvas = (panel.canvas ||= document.createElement("canvas").getContext("2d"));
  const font = `${axis.tickfont.size}px ${getComputedStyle(panel.root).fontFamily}`;
  return (text) => {
    canvas.font = font; // others measure with this canvas too
    return canvas.measureText(text).width;
  };
}

// How far apart two ticks of a unit must be for the longest of their words, px.
export function leastDistances(panel, measure) {
  const { language } = panel.data;
  if (panel.tickDistances?.language !== language) {
    const months = Array.from({ length: 12 }, (_, month) => ordinalOfDate(utcOf(2000, month, 28)));
    const longest = (parts) => Math.max(...months.map((day) => measure(tickWords(day, parts, language)))) + TICK_GAP_PX;
    panel.tickDistances = { language, year: longest({ year: "numeric" }), month: longest({ month: "short" }), day: longest({ day: "numeric", month: "short" }) };
  }
  return panel.tickDistances;
}

// Ticks in sight as { at, day, unit, year, rank, text, withYear, saysYear }. Each cell of time is divided evenly by the finest step that
// has room in it; one in which the scale changes its pace is not, there each tick needs room for itself alone.
export function chooseTicks({ scale, breaks, view, width, language, least }) {
  const px = (day) => ((scale.position(day) - view[0]) / (view[1] - view[0])) * width;
  const ticks = new Map();
  const finestStep = ({ unit, steps }, index) => {
    const at = px(dayOfUnit(unit, index));
    const hasRoom = (step) => Math.max(px(dayOfUnit(unit, index + step)) - at, at - px(dayOfUnit(unit, index - step))) >= least[unit];
    return steps.filter(hasRoom).pop();
  };
  // The step for a whole cell; 0 where none has room, undefined where each tick is to be looked at.
  const evenStep = ({ unit, steps }, indexes) => {
    const ends = [indexes[0], indexes.at(-1) + steps.at(-1)].map((index) => scale.position(dayOfUnit(unit, index)));
    if (breaks.some((at) => at > ends[0] && at < ends[1])) return undefined;
    const gaps = steps.map((step) => {
      const round = indexes.filter((index) => roundnessOf(unit, index) % step === 0);
      if (unit !== "day") round.push(indexes.at(-1) + steps.at(-1)); // a month may end right after its 30th day
      const days = round.map((index) => dayOfUnit(unit, index));
      return days.slice(1).map((day, at) => [days[at], day]).filter(([from, to]) => from >= scale.first && to <= scale.last).map(([from, to]) => px(to) - px(from));
    });
    if (!gaps.at(-1).length) return undefined;
    return steps.filter((_, at) => gaps[at].length && Math.min(...gaps[at]) >= TIGHT * least[unit]).pop() || 0;
  };
  const visit = (rank, first) => {
    const level = TICK_LEVELS[rank];
    const indexes = indexesInCell(level, first);
    const even = evenStep(level, indexes);
    const below = even === undefined || even === level.steps.at(-1) ? TICK_LEVELS[rank + 1] : undefined;
    for (const index of indexes) {
      const day = dayOfUnit(level.unit, index);
      const [at, next] = [px(day), px(dayOfUnit(level.unit, index + level.steps.at(-1)))];
      if (next < 0 || at > width) continue;
      const step = even ?? finestStep(level, index);
      const isRound = step && roundnessOf(level.unit, index) % step === 0;
      if (isRound && day >= scale.first && day <= scale.last && at >= 0 && !ticks.has(day)) ticks.set(day, { rank, unit: level.unit });
      if (below && next - at >= least[below.unit]) visit(rank + 1, below.unit === level.unit ? index : firstWithin(below.unit, index));
    }
  };
  visit(0, 0);
  return [...ticks].map(([day, { rank, unit }]) => {
    const date = ordinalToDate(day);
    const year = date.getUTCFullYear();
    const withMonth = unit === "year" && finestStep(TICK_LEVELS[4], year * 12); // so that the months after it are understood
    const parts = { year: withMonth ? { month: "short", year: "numeric" } : { year: "numeric" }, month: { month: "short" }, day: { day: "numeric", month: "short" } }[unit];
    const [text, withYear] = [parts, { ...parts, year: "numeric" }].map((words) => tickWords(day, words, language));
    return { at: scale.position(day), day, unit, year, rank, text, withYear, saysYear: unit === "year" };
  }).sort((a, b) => a.day - b.day);
}

// Years count from the year 0, months from January of the year 0, days as ordinals.
function dayOfUnit(unit, index) {
  if (unit === "day") return index;
  return unit === "year" ? ordinalOfDate(utcOf(index, 0, 1)) : ordinalOfDate(utcOf(Math.floor(index / 12), ((index % 12) + 12) % 12, 1));
}

function indexesInCell({ unit, cell, steps }, first) {
  const step = steps.at(-1);
  const last = unit === "day" ? addMonths(first, 1) : first + cell;
  return Array.from({ length: Math.ceil((last - first) / step) }, (_, number) => first + number * step);
}

function firstWithin(unit, index) {
  return unit === "month" ? index * 12 : dayOfUnit("month", index);
}

// What must be a multiple of a step: a day counts within its month, whose first day is a month's tick.
function roundnessOf(unit, index) {
  if (unit !== "day") return index;
  const inMonth = ordinalToDate(index).getUTCDate();
  return inMonth === 1 ? 0 : inMonth;
}

// Ticks whose words would touch are left out, the finer ones first, and none touches the word at a break. Months and days say
// their year where the tick before does not tell it.
export function fitTicks(ticks, { measure, breaks, taken, across, width }) {
  const fit = (all) => {
    const boxes = taken.map(({ left, right }) => [left, right]);
    const kept = [...all].sort((a, b) => a.rank - b.rank || a.at - b.at).filter(({ at, text }) => {
      const half = measure(text) / 2 + 4;
      const middle = across(at);
      const free = middle - half > -EDGE_PX && middle + half < width + EDGE_PX && boxes.every(([left, right]) => middle + half < left || middle - half > right);
      if (free) boxes.push([middle - half, middle + half]);
      return free;
    });
    return kept.sort((a, b) => a.at - b.at);
  };
  let all = ticks;
  let kept = fit(all);
  for (let turn = 0; turn < 5; turn += 1) {
    const lacking = new Set(withoutYear(kept, breaks).map(({ day }) => day));
    if (!lacking.size) break;
    all = all.map((tick) => (lacking.has(tick.day) ? { ...tick, text: tick.withYear, saysYear: true, rank: Math.min(tick.rank, 3) } : tick));
    kept = fit(all);
  }
  const unsaid = new Set(withoutYear(kept, breaks)); // without room for its year
  return kept.filter((tick) => !unsaid.has(tick));
}

function withoutYear(kept, breaks) {
  return kept.filter((tick, index) => {
    const before = kept[index - 1];
    return !tick.saysYear && (before?.year !== tick.year || breaks.some((at) => at > before.at && at <= tick.at));
  });
}

function tickWords(ordinal, parts, language) {
  const key = `${language} ${Object.keys(parts)}`;
  tickFormats[key] ||= new Intl.DateTimeFormat(language === "ar" ? "ar-IQ-u-nu-latn" : "en-GB", { ...parts, timeZone: "UTC" });
  return tickFormats[key].format(ordinalToDate(ordinal));
}
