// Days as ordinals (1 is 1 January of the year 1, as in Python), positions from 0 to 1, and dates in words.

const UNIX_EPOCH = 719163;

function ordinalToDate(ordinal) {
  return new Date((ordinal - UNIX_EPOCH) * 86400000);
}

function isoOf(ordinal) {
  return ordinalToDate(ordinal).toISOString().slice(0, 10);
}

// Returns the ordinal of an ISO date, or null where there is no such day.
function ordinalOf(iso) {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(iso.trim());
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round(date.getTime() / 86400000) + UNIX_EPOCH;
}

function dayInWords(ordinal, language) {
  const locale = language === "ar" ? "ar-IQ-u-nu-latn" : "en-GB";
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(ordinalToDate(ordinal));
}

function addMonths(ordinal, months) {
  const date = ordinalToDate(ordinal);
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return Math.round(target.getTime() / 86400000) + UNIX_EPOCH;
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

function makeScale({ days, positions }) {
  return {
    first: days[0],
    last: days[days.length - 1],
    position: (ordinal) => interpolate(days, positions, ordinal),
    day: (position) => Math.round(interpolate(positions, days, position)),
  };
}
