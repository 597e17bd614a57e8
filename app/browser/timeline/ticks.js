// @ts-check
// Ticks at round years, months and days, as fine as there is room: the only place where they are chosen.

import { addMonths, ordinalOfDate, ordinalToDate, utcOf } from "../core/dates.js";

/** @typedef {"year" | "month" | "day"} Unit years count from the year 0, months from January of the year 0, days as ordinals */
/** @typedef {Record<Unit, number>} Distances px */
/** @typedef {(text: string) => number} Measure */
/**
 * @typedef {object} Tick
 * @property {number} at position of the scale
 * @property {number} day
 * @property {Unit} unit
 * @property {number} year
 * @property {number} rank from the coarsest level, 0, to the finest
 * @property {string} text
 * @property {string} withYear the text with its year
 * @property {boolean} saysYear the year is in the text
 */
/** @typedef {{ unit: Unit, cell: number, steps: number[] }} TickLevel a cell of time, and by which steps it is divided */

const TICK_GAP_PX = 10; // between the words of two ticks of one unit
const TIGHT_SHARE = 0.95; // a step is taken in a cell as long as no two of its ticks are nearer than this share of the distance
const TICK_OVERHANG_PX = 12; // a word may reach so far over an end of the axis
/** @type {TickLevel[]} From coarse to fine. A step divides the one before or its cell. */
const TICK_LEVELS = [
  { unit: "year", cell: 10000, steps: [5000, 2000, 1000] },
  { unit: "year", cell: 1000, steps: [500, 200, 100] },
  { unit: "year", cell: 100, steps: [50, 20, 10] },
  { unit: "year", cell: 10, steps: [5, 2, 1] },
  { unit: "month", cell: 12, steps: [6, 3, 1] },
  { unit: "day", cell: 1, steps: [10, 5, 1] },
];
const [FINEST_YEARS_LEVEL, MONTHS_LEVEL] = [3, 4];
/** @type {Map<string, Intl.DateTimeFormat>} Making one takes longer than all else. */
const tickFormats = new Map();
/** @type {Map<string, Distances>} */
const tickDistances = new Map();

/**
 * How far apart two ticks of a unit must be for the longest of their words.
 * @param {string} locale
 * @param {string} font
 * @param {Measure} measure in that font
 * @returns {Distances}
 */
export function leastDistances(locale, font, measure) {
  const key = `${locale} ${font}`;
  let distances = tickDistances.get(key);
  if (!distances) {
    const months = Array.from({ length: 12 }, (_, month) => ordinalOfDate(utcOf(2000, month, 28)));
    const longest = (/** @type {Intl.DateTimeFormatOptions} */ parts) => Math.max(...months.map((day) => measure(tickWords(day, parts, locale)))) + TICK_GAP_PX;
    distances = { year: longest({ year: "numeric" }), month: longest({ month: "short" }), day: longest({ day: "numeric", month: "short" }) };
    tickDistances.set(key, distances);
  }
  return distances;
}

/**
 * The ticks in sight. Each cell of time is divided evenly by the finest step that has room in it; one in which the scale changes its
 * pace is not, there each tick needs room for itself alone.
 * @param {object} shown
 * @param {Pick<import("../core/dataset.js").Scale, "first" | "last" | "position">} shown.scale
 * @param {readonly number[]} shown.breaks positions
 * @param {readonly number[]} shown.window positions between which the scale is shown
 * @param {number} shown.width px
 * @param {string} shown.locale
 * @param {Distances} shown.least
 * @returns {Tick[]}
 */
export function chooseTicks({ scale, breaks, window, width, locale, least }) {
  const px = (/** @type {number} */ day) => ((scale.position(day) - window[0]) / (window[1] - window[0])) * width;
  /** @type {Map<number, { rank: number, unit: Unit }>} */
  const ticks = new Map();
  const finestStep = (/** @type {TickLevel} */ { unit, steps }, /** @type {number} */ index) => {
    const at = px(dayOfUnit(unit, index));
    const hasRoom = (/** @type {number} */ step) => Math.max(px(dayOfUnit(unit, index + step)) - at, at - px(dayOfUnit(unit, index - step))) >= least[unit];
    return steps.filter(hasRoom).pop();
  };
  // The step for a whole cell; 0 where none has room, undefined where each tick is to be looked at.
  const evenStep = (/** @type {TickLevel} */ { unit, steps }, /** @type {number[]} */ indexes) => {
    const [lastIndex, finest] = [indexes[indexes.length - 1], finestOf(steps)];
    const ends = [indexes[0], lastIndex + finest].map((index) => scale.position(dayOfUnit(unit, index)));
    if (breaks.some((at) => at > ends[0] && at < ends[1])) return undefined;
    const gaps = steps.map((step) => {
      const round = indexes.filter((index) => roundnessOf(unit, index) % step === 0);
      if (unit !== "day") round.push(lastIndex + finest); // a month may end right after its 30th day
      const days = round.map((index) => dayOfUnit(unit, index));
      return days.slice(1).map((day, at) => [days[at], day]).filter(([from, to]) => from >= scale.first && to <= scale.last).map(([from, to]) => px(to) - px(from));
    });
    if (!gaps[gaps.length - 1].length) return undefined;
    return steps.filter((_, at) => gaps[at].length && Math.min(...gaps[at]) >= TIGHT_SHARE * least[unit]).pop() || 0;
  };
  const visit = (/** @type {number} */ rank, /** @type {number} */ first) => {
    const level = TICK_LEVELS[rank];
    const indexes = indexesInCell(level, first);
    const even = evenStep(level, indexes);
    const below = even === undefined || even === finestOf(level.steps) ? TICK_LEVELS[rank + 1] : undefined;
    for (const index of indexes) {
      const day = dayOfUnit(level.unit, index);
      const [at, next] = [px(day), px(dayOfUnit(level.unit, index + finestOf(level.steps)))];
      if (next < 0 || at > width) continue;
      const step = even ?? finestStep(level, index);
      const isRound = step && roundnessOf(level.unit, index) % step === 0;
      if (isRound && day >= scale.first && day <= scale.last && at >= 0 && !ticks.has(day)) ticks.set(day, { rank, unit: level.unit });
      if (below && next - at >= least[below.unit]) visit(rank + 1, below.unit === level.unit ? index : firstWithin(below.unit, index));
    }
  };
  visit(0, 0);
  return [...ticks].map(([day, { rank, unit }]) => {
    const year = ordinalToDate(day).getUTCFullYear();
    const withMonth = unit === "year" && finestStep(TICK_LEVELS[MONTHS_LEVEL], year * 12); // so that the months after it are understood
    /** @type {Record<Unit, Intl.DateTimeFormatOptions>} */
    const partsOfUnits = {
      year: withMonth ? { month: "short", year: "numeric" } : { year: "numeric" },
      month: { month: "short" },
      day: { day: "numeric", month: "short" },
    };
    const text = tickWords(day, partsOfUnits[unit], locale);
    const withYear = tickWords(day, { ...partsOfUnits[unit], year: "numeric" }, locale);
    return { at: scale.position(day), day, unit, year, rank, text, withYear, saysYear: unit === "year" };
  }).sort((a, b) => a.day - b.day);
}

/** @param {Unit} unit @param {number} index */
function dayOfUnit(unit, index) {
  if (unit === "day") return index;
  return unit === "year" ? ordinalOfDate(utcOf(index, 0, 1)) : ordinalOfDate(utcOf(Math.floor(index / 12), ((index % 12) + 12) % 12, 1));
}

/** @param {TickLevel} level @param {number} first @returns {number[]} */
function indexesInCell({ unit, cell, steps }, first) {
  const step = finestOf(steps);
  const last = unit === "day" ? addMonths(first, 1) : first + cell;
  return Array.from({ length: Math.ceil((last - first) / step) }, (_, number) => first + number * step);
}

/** @param {number[]} steps */
function finestOf(steps) {
  return steps[steps.length - 1];
}

/** @param {Unit} unit @param {number} index of a year, or of a month where the unit is a day */
function firstWithin(unit, index) {
  return unit === "month" ? index * 12 : dayOfUnit("month", index);
}

/**
 * What must be a multiple of a step: a day counts within its month, whose first day is a month's tick.
 * @param {Unit} unit
 * @param {number} index
 */
function roundnessOf(unit, index) {
  if (unit !== "day") return index;
  const inMonth = ordinalToDate(index).getUTCDate();
  return inMonth === 1 ? 0 : inMonth;
}

/**
 * Ticks whose words would touch are left out, the finer ones first, and none touches the word at a break. Months and days say
 * their year where the tick before does not tell it.
 * @param {Tick[]} ticks
 * @param {object} room
 * @param {Measure} room.measure
 * @param {readonly number[]} room.breaks positions
 * @param {{ left: number, right: number }[]} room.taken px
 * @param {(position: number) => number} room.across px from the left
 * @param {number} room.width px
 * @returns {Tick[]}
 */
export function fitTicks(ticks, { measure, breaks, taken, across, width }) {
  const fit = (/** @type {Tick[]} */ all) => {
    const boxes = taken.map(({ left, right }) => [left, right]);
    const kept = [...all].sort((a, b) => a.rank - b.rank || a.at - b.at).filter(({ at, text }) => {
      const half = measure(text) / 2 + 4;
      const [start, end] = [across(at) - half, across(at) + half];
      const isFree = start > -TICK_OVERHANG_PX && end < width + TICK_OVERHANG_PX && boxes.every(([left, right]) => end < left || start > right);
      if (isFree) boxes.push([start, end]);
      return isFree;
    });
    return kept.sort((a, b) => a.at - b.at);
  };
  let all = ticks;
  let kept = fit(all);
  for (let turn = 0; turn < 5; turn += 1) {
    const lacking = new Set(withoutYear(kept, breaks).map(({ day }) => day));
    if (!lacking.size) break;
    all = all.map((tick) => (lacking.has(tick.day) ? { ...tick, text: tick.withYear, saysYear: true, rank: Math.min(tick.rank, FINEST_YEARS_LEVEL) } : tick));
    kept = fit(all);
  }
  const unsaid = new Set(withoutYear(kept, breaks)); // without room for its year
  return kept.filter((tick) => !unsaid.has(tick));
}

/** @param {Tick[]} kept @param {readonly number[]} breaks */
function withoutYear(kept, breaks) {
  return kept.filter((tick, index) => {
    const before = kept[index - 1];
    return !tick.saysYear && (before?.year !== tick.year || breaks.some((at) => at > before.at && at <= tick.at));
  });
}

/** @param {number} ordinal @param {Intl.DateTimeFormatOptions} parts @param {string} locale */
function tickWords(ordinal, parts, locale) {
  const key = `${locale} ${Object.keys(parts)}`;
  let format = tickFormats.get(key);
  if (!format) tickFormats.set(key, (format = new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" })));
  return format.format(ordinalToDate(ordinal));
}
