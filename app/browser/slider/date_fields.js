// @ts-check
// From and to, typed as ISO dates. What cannot be taken is refused with a word why, and stays to be mended.

import { sameValue } from "../core/address.js";
import { dayInWords, isoOf, ordinalOf } from "../core/dates.js";
import { element } from "../core/dom.js";
import { fill } from "../core/words.js";
import { stopPlayback } from "./playback.js";
import { moveRange, releaseRange } from "./range.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/** @typedef {{ word: HTMLElement, input: HTMLInputElement, isDirty: boolean }} DateField `isDirty`: typed in since the range was last shown in it */

/** @param {TimePanel} panel */
export function buildDateFields(panel) {
  panel.dateFields = ["start", "end"].map((side) => {
    const label = element("label", "typed");
    const input = /** @type {HTMLInputElement} */ (element("input"));
    Object.assign(input, { type: "text", inputMode: "numeric", autocomplete: "off", spellcheck: false, maxLength: 16 });
    input.dataset.side = side;
    const field = { word: element("span"), input, isDirty: false };
    input.oninput = () => { field.isDirty = true; };
    input.onchange = () => takeTypedDays(panel);
    input.onkeydown = (event) => keyInDateField(panel, field, event);
    input.onblur = () => showRangeInFields(panel);
    label.append(field.word, input);
    panel.controls.append(label);
    return field;
  });
  panel.complaint = element("p", "complaint");
  panel.complaint.id = "typed-complaint";
  panel.complaint.setAttribute("role", "alert");
}

/** @param {TimePanel} panel */
export function labelDateFields(panel) {
  const words = panel.atlas.words();
  [[words.typed_start, words.slider_start], [words.typed_end, words.slider_end]].forEach(([short, long], side) => {
    const { word, input } = panel.dateFields[side];
    word.textContent = short;
    input.setAttribute("aria-label", long);
    input.title = words.typed_hint;
  });
}

/** @param {TimePanel} panel @param {DateField} field @param {KeyboardEvent} event */
function keyInDateField(panel, field, event) {
  if (event.key === "Enter") takeTypedDays(panel);
  if (event.key !== "Escape") return;
  field.isDirty = false;
  complainOfTyped(panel, "");
  showRangeInFields(panel, { answering: true });
}

/**
 * Enter and the change that follows it both come here: a range that stands already is not released again.
 * @param {TimePanel} panel
 */
function takeTypedDays(panel) {
  if (!panel.dateFields.some(({ isDirty }) => isDirty)) return;
  stopPlayback(panel);
  const words = panel.atlas.words();
  const read = panel.dateFields.map(({ input, isDirty }, side) => (isDirty ? readTypedDay(input.value) : { day: panel.range[side], fault: "" }));
  const fault = read.find((one) => one.fault)?.fault;
  if (fault) return complainOfTyped(panel, words[fault], read.map((one) => Boolean(one.fault)));
  const days = read.map(({ day }) => day);
  if (days[0] > days[1]) return complainOfTyped(panel, words.date_reversed, panel.dateFields.map(({ isDirty }) => isDirty));
  const range = days.map(panel.scale.inside);
  for (const field of panel.dateFields) field.isDirty = false;
  const stands = sameValue(range, panel.range);
  moveRange(panel, range);
  showRangeInFields(panel, { answering: true });
  const [first, last] = [panel.scale.first, panel.scale.last].map((day) => dayInWords(day, panel.atlas.language()));
  complainOfTyped(panel, sameValue(range, days) ? "" : fill(words.date_clamped, { first, last }));
  if (!stands) releaseRange(panel);
}

/**
 * Arabic figures are figures.
 * @param {string} text
 * @returns {{ day: number, fault: string }} `fault`: the key of the words that say why there is no day; empty where there is one
 */
function readTypedDay(text) {
  const plain = text.trim().replace(/[٠-٩۰-۹]/g, (figure) => String(figure.charCodeAt(0) & 15)).replace(/[‐‑–−]/g, "-");
  const year = /^([+-]?\d+)-\d{1,2}-\d{1,2}$/.exec(plain)?.[1];
  if (year !== undefined && (year.length !== 4 || year === "0000")) return { day: NaN, fault: "date_year" };
  if (year === undefined && !/^\d{8}$/.test(plain)) return { day: NaN, fault: "date_unreadable" };
  const day = ordinalOf(plain);
  return day === null ? { day: NaN, fault: "date_impossible" } : { day, fault: "" };
}

/** @param {TimePanel} panel @param {string} text @param {boolean[]} faulty by field */
function complainOfTyped(panel, text, faulty = [false, false]) {
  panel.complaint.textContent = text;
  panel.complaint.classList.toggle("mild", !faulty.includes(true));
  panel.dateFields.forEach(({ input }, side) => {
    if (faulty[side]) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", panel.complaint.id);
    } else {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
  });
}

/** @param {TimePanel} panel @returns {Element | null} */
function focusOfPanel(panel) {
  return /** @type {Document | ShadowRoot} */ (panel.root.getRootNode()).activeElement;
}

/**
 * The range has been moved by other means: what was typed and refused gives way, but not a field that is being typed in.
 * @param {TimePanel} panel
 */
export function dropTypedDays(panel) {
  const focused = focusOfPanel(panel);
  for (const field of panel.dateFields) if (field.input !== focused) field.isDirty = false;
  if (panel.complaint.textContent && !panel.dateFields.some(({ isDirty }) => isDirty)) complainOfTyped(panel, "");
}

/**
 * A field that has the focus is the reader's: between two frames they may have selected its text to type over it. It is
 * written only to answer their own Enter or Escape, and catches up with the range when the focus leaves it.
 * @param {TimePanel} panel
 */
export function showRangeInFields(panel, { answering = false } = {}) {
  const focused = focusOfPanel(panel);
  panel.dateFields.forEach(({ input, isDirty }, side) => {
    if (!isDirty && (answering || input !== focused)) input.value = isoOf(panel.range[side]);
  });
}

/**
 * Whoever takes hold of something else has done with the field: it follows the range again.
 * @param {TimePanel} panel
 */
export function leaveDateField(panel) {
  panel.dateFields.find(({ input }) => input === focusOfPanel(panel))?.input.blur();
}
