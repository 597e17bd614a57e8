// @ts-check
// Days as ordinals (1 is 1 January of the year 1, as in Python), and dates in words.

const UNIX_EPOCH = 719163;

/** @param {number} ordinal */
export function ordinalToDate(ordinal) {
  return new Date((ordinal - UNIX_EPOCH) * 86400000);
}

/** @param {number} ordinal */
export function isoOf(ordinal) {
  return ordinalToDate(ordinal).toISOString().slice(0, 10);
}

// The first instant of a day. Date.UTC would take the years 0 to 99 for 1900 to 1999.
/** @param {number} year @param {number} monthIndex @param {number} day */
export function utcOf(year, monthIndex, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, monthIndex, day);
  return date;
}

/** @param {Date} date */
export function ordinalOfDate(date) {
  return Math.round(date.getTime() / 86400000) + UNIX_EPOCH;
}

// Returns the ordinal of an ISO date, or null where there is no such day.
/** @param {string} iso @returns {number | null} */
export function ordinalOf(iso) {
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(iso) || /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(iso);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number);
  const date = utcOf(year, month - 1, day);
  if (year < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return ordinalOfDate(date);
}

/** @type {Record<string, Intl.DateTimeFormat>} */
const dayFormats = {}; // making one takes longer than all else in a frame

/** @param {number} ordinal @param {Pick<import("./atlas.js").Language, "intl_locale">} language */
export function dayInWords(ordinal, { intl_locale: locale }) {
  dayFormats[locale] ||= new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  return dayFormats[locale].format(ordinalToDate(ordinal));
}

/** @param {number} ordinal @param {number} months */
export function addMonths(ordinal, months) {
  const date = ordinalToDate(ordinal);
  const target = utcOf(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const lastDay = utcOf(target.getUTCFullYear(), target.getUTCMonth() + 1, 0).getUTCDate();
  target.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return ordinalOfDate(target);
}
