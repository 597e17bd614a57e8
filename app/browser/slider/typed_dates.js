// @ts-check
// A day, month or year as people type it, read as EDTF: all that it may mean. The same readings as app/model/chronology/written_dates has for
// tables, of fewer forms: tests/cases/typed_dates.json holds the two together.

import { addMonths, ordinalOf } from "../core/dates.js";

/**
 * @typedef {object} TypedDate
 * @property {string[]} readings EDTF: days, months, years, or an interval of years; the likelier ones first, none where it is no date
 * @property {boolean} isPlain the first reading is taken without a question
 * @property {boolean} isShortYear the year has two figures: it may be of this century or of the last
 * @property {string} fault key of the words that say what is wrong; empty where nothing is
 */
/** @typedef {{ readings: string[], isPlain?: boolean, isShortYear?: boolean, fault?: string }} Found */

const LONGEST_DATE = 60; // a longer text is no date
/** Levant and Iraq, Egypt and the Gulf, Algeria and Tunisia, Morocco, Mauritania have months of their own. */
const LOCALES_OF_MONTHS = ["en", "ar-IQ", "ar-EG", "ar-DZ", "ar-MA", "ar-MR"];
/** @type {Record<string, number[]>} Spellings that the locales do not have; two months where the name alone does not tell which. */
const OTHER_MONTHS = {
  sept: [9], "كانون ثاني": [1], "كانون اول": [12], "تشرين اول": [10], "تشرين ثاني": [11], كانون: [1, 12], تشرين: [10, 11],
};
const OTHER_LETTERS = { "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "،": ",", "⁄": "/", "∕": "/" };
const SMALL_WORDS = /(?<!\p{L})(?:the|of|on|in|في|سنه|عام|شهر|يوم|من)(?!\p{L})|(?<=\d) ?(?:م|ميلادي|ميلاديه)$/gu;
const MONTH_FORM = "<(?<m>[\\d|]+)>";
const DAY_FORM = "(?<d>\\d{1,2})(?:st|nd|rd|th|\\.)?";
const GAP_FORM = "[\\s,./_-]*";
const YEAR_FORM = "(?<y>\\d{4})";
const SHORT_YEAR_FORM = "'?(?<yy>\\d{2})";
const MARK_FORM = " ?(?<s>[-/.,_ ]) ?";

/** @type {{ months: Map<string, number[]>, month: RegExp, weekday: RegExp } | null} */
let dateNames = null; // making them takes longer than reading a date

/** @type {[RegExp, (found: Record<string, string>) => Found][]} */
const DATE_READERS = [
  [wholeForm(`${YEAR_FORM}${MARK_FORM}(?<a>\\d{1,2}) ?\\k<s> ?(?<b>\\d{1,2})\\.?`), yearFirst],
  [wholeForm(`(?<a>\\d{1,2})${MARK_FORM}(?<b>\\d{1,2}) ?\\k<s> ?${YEAR_FORM}`), ({ a, b, y, s }) => ({ readings: existingDays([[y, b, a], [y, a, b]]), isPlain: s === "." })],
  [wholeForm(`(?<a>\\d{1,2})${MARK_FORM}(?<b>\\d{1,2}) ?\\k<s> ?${SHORT_YEAR_FORM}`), shortYearLast],
  [wholeForm("(?<a>\\d{2})(?<b>\\d{2})(?<c>\\d{2})(?<e>\\d{2})"), eightFigures],
  [wholeForm(`${YEAR_FORM} ?(?<s>[-/., ]) ?(?<n>\\d{1,2})`), yearAndMonth],
  [wholeForm(`(?<n>\\d{1,2}) ?[-/., ] ?${YEAR_FORM}`), ({ n, y }) => ({ readings: existingMonths(y, [n]) })],
  ...[`${DAY_FORM}${GAP_FORM}${MONTH_FORM}${GAP_FORM}${YEAR_FORM}`, `${MONTH_FORM}${GAP_FORM}${DAY_FORM}(?:[\\s,.]+|[/_-])${YEAR_FORM}`, `${YEAR_FORM}${GAP_FORM}${MONTH_FORM}${GAP_FORM}${DAY_FORM}`, `${YEAR_FORM}${GAP_FORM}${DAY_FORM}${GAP_FORM}${MONTH_FORM}`].map(
    (form) => /** @type {[RegExp, (found: Record<string, string>) => Found]} */ ([wholeForm(form), ({ y, m, d }) => ({ readings: existingDays(m.split("|").map((month) => [y, month, d])) })]),
  ),
  [wholeForm(`${DAY_FORM}${GAP_FORM}${MONTH_FORM}${GAP_FORM}${SHORT_YEAR_FORM}`), ({ yy, m, d }) => ({ readings: existingDays(m.split("|").flatMap((month) => bothCenturies(yy).map((y) => [y, month, d]))), isShortYear: true })],
  [wholeForm(`${MONTH_FORM}${GAP_FORM}${YEAR_FORM}`), ({ y, m }) => ({ readings: existingMonths(y, m.split("|")) })],
  [wholeForm(`${YEAR_FORM}${GAP_FORM}${MONTH_FORM}`), ({ y, m }) => ({ readings: existingMonths(y, m.split("|")) })],
  [wholeForm(YEAR_FORM), ({ y }) => ({ readings: y === "0000" ? [] : [y] })],
];

/**
 * @param {string} text
 * @returns {TypedDate}
 */
export function readTypedDate(text) {
  const plain = withMonthsNumbered(foldedDate(text.slice(0, LONGEST_DATE + 1)));
  const found = plain.length > LONGEST_DATE ? null : readPlainDate(plain);
  if (!found?.readings.length) return { readings: [], isPlain: false, isShortYear: false, fault: faultOfDate(plain) };
  const { readings, isPlain = false, isShortYear = false, fault = "" } = found;
  // In Arabic figures, and with full stops, the day comes first everywhere.
  const isUsual = isPlain || /[٠-٩۰-۹]/.test(text);
  return { readings, isPlain: !fault && (readings.length === 1 || (isUsual && !isShortYear)), isShortYear, fault };
}

/**
 * First and last day of a reading.
 * @param {string} edtf
 * @returns {[number, number]}
 */
export function daysOfReading(edtf) {
  const [start, end] = edtf.includes("/") ? edtf.split("/") : [edtf, edtf];
  const first = (/** @type {string} */ side) => /** @type {number} */ (ordinalOf(side.padEnd(4 + "-01-01".length, "-01-01".slice(side.length - 4))));
  const last = end.length === "2024-12-08".length ? first(end) : addMonths(first(end), end.length === "2024".length ? 12 : 1) - 1;
  return [first(start), last];
}

/** @param {string} plain @returns {Found | null} */
function readPlainDate(plain) {
  for (const [pattern, read] of DATE_READERS) {
    const groups = pattern.exec(plain)?.groups;
    const found = groups && read(groups);
    if (found?.readings.length) return found;
  }
  return null;
}

// A month or a day that is not known is written as a zero; a month beyond the twelfth is perhaps the day.
/** @param {Record<string, string>} found @returns {Found} */
function yearFirst({ y, a, b }) {
  if (Number(a) === 0) return { readings: y === "0000" ? [] : [y] };
  if (Number(b) === 0) return { readings: existingMonths(y, [a]) };
  const ordered = existingDays([[y, a, b]]);
  if (ordered.length) return { readings: ordered };
  return { readings: Number(a) > 12 ? existingDays([[y, b, a]]) : [], fault: "date_impossible" };
}

/** @param {Record<string, string>} found @returns {Found} */
function shortYearLast({ a, b, yy, s }) {
  const [dayFirst, monthFirst] = [bothCenturies(yy).map((y) => [y, b, a]), bothCenturies(yy).map((y) => [y, a, b])];
  const yearFirstToo = s === "-" && a.length === 2 ? bothCenturies(a).map((y) => [y, b, yy]) : [];
  return { readings: existingDays([...dayFirst, ...monthFirst, ...yearFirstToo]), isShortYear: true };
}

/** @param {Record<string, string>} found @returns {Found} */
function eightFigures({ a, b, c, e }) {
  const year = `${a}${b}`;
  const first = year >= "1000" && year < "2999" ? existingDays([[year, c, e]]) : [];
  return { readings: first.length ? first : existingDays([[`${c}${e}`, b, a], [`${c}${e}`, a, b]]) };
}

/** @param {Record<string, string>} found @returns {Found} */
function yearAndMonth({ y, n, s }) {
  const month = existingMonths(y, [n]);
  if (s === "-" && n.length === 2 && month.length) return { readings: month }; // as ISO 8601 has it
  const isYears = (s === "/" || s === "-") && n.length === 2 && n > y.slice(2);
  return { readings: isYears ? [...month, `${y}/${y.slice(0, 2)}${n}`] : month };
}

/** @param {string[][]} parts years, months and days @returns {string[]} those that there are, each once */
function existingDays(parts) {
  const written = parts.map(([y, m, d]) => `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`);
  return [...new Set(written.filter((iso) => ordinalOf(iso) !== null))];
}

/** @param {string} year @param {string[]} months */
function existingMonths(year, months) {
  return months.map((month) => `${year}-${month.padStart(2, "0")}`).filter((iso) => ordinalOf(`${iso}-01`) !== null);
}

/** @param {string} figures */
function bothCenturies(figures) {
  const years = [`20${figures}`, `19${figures}`];
  return figures < "50" ? years : years.reverse();
}

/** @param {string} plain */
function faultOfDate(plain) {
  const year = /^([+-]?\d+)-\d{1,2}-\d{1,2}$/.exec(plain)?.[1];
  if (year !== undefined && (year.length !== 4 || year === "0000")) return "date_year";
  return /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{8}|\d{4}-\d{1,2})$/.test(plain) ? "date_impossible" : "date_unreadable";
}

/** @param {string} pattern */
function wholeForm(pattern) {
  return new RegExp(`^${pattern}$`, "u");
}

// Small letters without accents, vowel signs and invisible marks, with the figures 0 to 9 and one kind of dash.
/** @param {string} text */
function foldedDate(text) {
  const bare = text.toLowerCase().normalize("NFKD").replace(/[\p{Mn}\p{Cf}ـ]/gu, "").replace(/[\p{Pd}−]/gu, "-");
  const figures = bare.replace(/[٠-٩۰-۹]/g, (figure) => String(figure.charCodeAt(0) & 15));
  return figures.replace(/./gu, (sign) => /** @type {Record<string, string>} */ (OTHER_LETTERS)[sign] ?? sign).replace(/\s+/g, " ").trim();
}

// Months as `<12>`, or `<10|11>` where the name is that of two; without weekday and small words.
/** @param {string} text */
function withMonthsNumbered(text) {
  const { months, month, weekday } = (dateNames ??= readDateNames());
  const numbered = text.replace(month, (_, name) => `<${months.get(name)?.map((number) => String(number).padStart(2, "0")).join("|")}>`);
  const once = numbered.replace(/<([\d|]+)>\s*[/(]\s*<([\d|]+)>\)?/g, (both, one, other) => { // Arabic papers write `كانون الأول/ديسمبر`
    const same = one.split("|").filter((/** @type {string} */ number) => other.split("|").includes(number));
    return same.length ? `<${same.join("|")}>` : both;
  });
  return once.replace(weekday, "").replace(SMALL_WORDS, " ").replace(/\s+/g, " ").replace(/^[ .,;'"()]+|[ .,;"()]+$/g, "");
}

function readDateNames() {
  /** @type {Map<string, Set<number>>} */
  const found = new Map();
  const weekdays = new Set();
  const add = (/** @type {string} */ name, /** @type {number[]} */ numbers) => found.set(name, new Set([...(found.get(name) ?? []), ...numbers]));
  for (const locale of LOCALES_OF_MONTHS) {
    for (const width of /** @type {const} */ (["long", "short"])) {
      const [month, weekday] = [new Intl.DateTimeFormat(locale, { month: width, timeZone: "UTC" }), new Intl.DateTimeFormat(locale, { weekday: width, timeZone: "UTC" })];
      for (let index = 0; index < 12; index += 1) add(foldedDate(month.format(Date.UTC(2024, index, 1))), [index + 1]);
      for (let day = 1; day <= 7; day += 1) weekdays.add(foldedDate(weekday.format(Date.UTC(2024, 0, day))));
    }
  }
  for (const [name, numbers] of Object.entries(OTHER_MONTHS)) add(foldedDate(name), numbers);
  const either = (/** @type {Iterable<string>} */ all) => [...all].sort((one, other) => other.length - one.length).join("|");
  return {
    months: new Map([...found].map(([name, numbers]) => [name, [...numbers].sort((one, other) => one - other)])),
    month: new RegExp(`(?<!\\p{L})(${either(found.keys())})(?!\\p{L})\\.?`, "gu"),
    weekday: new RegExp(`^(?:${either(weekdays)})(?!\\p{L})\\.?[\\s,]*`, "u"),
  };
}
