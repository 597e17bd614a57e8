// Days as ordinals (1 is 1 January of the year 1, as in Python), positions from 0 to 1, and dates in words.

const UNIX_EPOCH = 719163;

export function ordinalToDate(ordinal) {
  return new Date((ordinal - UNIX_EPOCH) * 86400000);
}

export function isoOf(ordinal) {
  return ordinalToDate(ordinal).toISOString().slice(0, 10);
}

// The first instant of a day. Date.UTC would take the years 0 to 99 for 1900 to 1999.
export function utcOf(year, monthIndex, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, monthIndex, day);
  return date;
}

export function ordinalOfDate(date) {
  return Math.round(date.getTime() / 86400000) + UNIX_EPOCH;
}

// Returns the ordinal of an ISO date, or null where there is no such day.
export function ordinalOf(iso) {
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(iso) || /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(iso);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number);
  const date = utcOf(year, month - 1, day);
  if (year < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return ordinalOfDate(date);
}

const dayFormats = {}; // making one takes longer than all else in a frame

export function dayInWords(ordinal, { intl_locale: locale }) {
  dayFormats[locale] ||= new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  return dayFormats[locale].format(ordinalToDate(ordinal));
}

export function addMonths(ordinal, months) {
  const date = ordinalToDate(ordinal);
  const target = utcOf(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const lastDay = utcOf(target.getUTCFullYear(), target.getUTCMonth() + 1, 0).getUTCDate();
  target.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return ordinalOfDate(target);
}

// A piecewise linear map between two ascending lists of the same length.
function interpolate(from, to, value) {
  if (value <= from[0]) return to[0];
  const last = from.length - 1;
  if (value >= from[last]) return to[last];
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle] <= value) low = middle;
    else high = middle;
  }
  return to[low] + ((value - from[low]) / (from[high] - from[low])) * (to[high] - to[low]);
}

export function makeScale({ days, positions }) {
  const [first, last] = [days[0], days[days.length - 1]];
  return {
    first,
    last,
    inside: (ordinal) => Math.min(Math.max(ordinal, first), last),
    position: (ordinal) => interpolate(days, positions, ordinal),
    day: (position) => Math.round(interpolate(positions, days, position)),
  };
}
