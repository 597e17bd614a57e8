// @ts-check
// From and to, typed as people write dates. What cannot be taken is refused with a word why, and stays to be corrected; what may mean two
// days is asked about, and for a day beyond the axis the layer that has it is offered.

import { sameValue } from "../core/address.js";
import { dayInWords, isoOf } from "../core/dates.js";
import { button, element } from "../core/dom.js";
import { fill } from "../core/words.js";
import { stopPlayback } from "./playback.js";
import { moveRange, releaseRange } from "./range.js";
import { daysOfReading, readTypedDate } from "./typed_dates.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/** @typedef {{ days: number[], isTaken: boolean, fault: string }} Typed what a text may mean for its field; `isTaken`: the first day is meant */
/** @typedef {{ word: HTMLElement, input: HTMLInputElement, isDirty: boolean }} DateField `isDirty`: typed in since the range was last shown in it */

/** @param {TimePanel} panel */
export function buildDateFields(panel) {
  panel.dateFields = ["start", "end"].map((side) => {
    const label = element("label", "typed");
    const input = /** @type {HTMLInputElement} */ (element("input"));
    Object.assign(input, { type: "text", autocomplete: "off", spellcheck: false, maxLength: 60 });
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
  panel.controls.append(panel.complaint); // after the fields, so that its buttons are what Tab comes to next
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
  const read = panel.dateFields.map(({ input, isDirty }, side) => (isDirty ? readTyped(panel, input.value, side) : { days: [panel.range[side]], isTaken: true, fault: "" }));
  const asked = read.findIndex(({ isTaken }) => !isTaken);
  if (asked >= 0) return askForDay(panel, read, asked);
  const days = read.map((one) => one.days[0]);
  if (days[0] > days[1]) return complainOfTyped(panel, words.date_reversed, panel.dateFields.map(({ isDirty }) => isDirty));
  const range = days.map(panel.scale.inside);
  const latest = Math.max(...days.filter((_, side) => panel.dateFields[side].isDirty));
  for (const field of panel.dateFields) field.isDirty = false;
  const stands = sameValue(range, panel.range);
  moveRange(panel, range);
  showRangeInFields(panel, { answering: true });
  sayWhatIsBeyond(panel, days, latest, !sameValue(range, days));
  if (!stands) releaseRange(panel);
}

/**
 * A month or a year is its first day where the range begins, and its last where it ends. A year of two figures is one that the axis has with
 * any of its layers.
 * @param {TimePanel} panel
 * @param {string} text
 * @param {number} side
 * @returns {Typed}
 */
function readTyped({ atlas: { dataset } }, text, side) {
  const { readings, isPlain, isShortYear, fault } = readTypedDate(text);
  const days = [...new Set(readings.map((reading) => daysOfReading(reading)[side]))];
  if (!isShortYear) return { days, isTaken: isPlain || (days.length === 1 && !fault), fault };
  const { inside } = dataset.scale(dataset.layers);
  const near = days.filter((day) => inside(day) === day);
  return { days: near, isTaken: near.length === 1, fault: near.length ? "" : "date_year" };
}

/**
 * What is wrong with what was typed, or which day is meant: one button for each that it may be.
 * @param {TimePanel} panel
 * @param {Typed[]} read
 * @param {number} side of the field that is asked about
 */
function askForDay(panel, read, side) {
  const [words, { days, fault }] = [panel.atlas.words(), read[side]];
  const { input } = panel.dateFields[side];
  const answers = days.map((day) => button("answer", dayInWords(day, panel.atlas.language()), () => {
    input.value = isoOf(day);
    input.focus();
    takeTypedDays(panel);
  }));
  complainOfTyped(panel, words[fault || "date_ambiguous"], read.map(({ isTaken }) => !isTaken), answers);
}

/**
 * Days beyond the axis have been brought to its end; after the last event that begins there is nothing to see. A layer that is off and has
 * something there is offered.
 * @param {TimePanel} panel
 * @param {number[]} days of the range, as they were typed
 * @param {number} latest of those that were typed
 * @param {boolean} isClamped
 */
function sayWhatIsBeyond(panel, days, latest, isClamped) {
  const { atlas, scale } = panel;
  const [words, language, lastBeginning] = [atlas.words(), atlas.language(), lastBeginningOf(atlas)];
  const layer = isClamped || latest > lastBeginning ? layerBeyond(atlas, days, isClamped, lastBeginning) : undefined;
  if (!isClamped && !layer) return complainOfTyped(panel, "");
  const [first, last, day] = [scale.first, scale.last, lastBeginning].map((ordinal) => dayInWords(ordinal, language));
  const offer = button("answer", words[`show_layer_${layer}`], () => {
    complainOfTyped(panel, "");
    const layers = [...atlas.view.get().layers, ...(layer ? [layer] : [])];
    const axis = atlas.dataset.scale(layers);
    atlas.view.set({ layers, start: days[0] <= axis.first ? null : days[0], end: days[1] >= axis.last ? null : days[1] }, { step: true });
    const range = atlas.range();
    panel.dateFields.forEach(({ input }, side) => { input.value = isoOf(range[side]); });
    panel.dateFields[days.lastIndexOf(latest)].input.focus();
  });
  complainOfTyped(panel, isClamped ? fill(words.date_clamped, { first, last }) : fill(words.date_after_last, { day }), undefined, layer ? [offer] : []);
}

/** The last day on which an event begins, of the layers that are on. @param {import("../core/atlas.js").Atlas} atlas */
function lastBeginningOf({ dataset: { events, ownLayer, spans }, view }) {
  const { basis, layers } = view.get();
  const { first, dated } = spans[basis];
  return events.reduce((last, { index, layer }) => (dated[index] && (layer === ownLayer || layers.includes(layer)) ? Math.max(last, first[index]) : last), 0);
}

/**
 * A layer that is off: one whose axis has the days beyond this one or, where no day is beyond it, one that has later events in the range.
 * @param {import("../core/atlas.js").Atlas} atlas
 * @param {number[]} days
 * @param {boolean} isClamped
 * @param {number} lastBeginning
 */
function layerBeyond({ dataset, view }, days, isClamped, lastBeginning) {
  const { basis, layers } = view.get();
  const { first, last, dated } = dataset.spans[basis];
  return dataset.layers.find((layer) => {
    if (layers.includes(layer)) return false;
    const { inside } = dataset.scale([...layers, layer]);
    if (isClamped) return days.every((day) => inside(day) === day);
    return dataset.events.some(({ index, layer: own }) => own === layer && dated[index] && first[index] > lastBeginning && first[index] <= days[1] && last[index] >= days[0]);
  });
}

/** @param {TimePanel} panel @param {string} text @param {boolean[]} faulty by field @param {HTMLButtonElement[]} answers what can be done about it */
function complainOfTyped(panel, text, faulty = [false, false], answers = []) {
  for (const answer of answers) answer.onmousedown = (event) => event.preventDefault(); // a field that lost the focus would ask anew
  panel.complaint.replaceChildren(text, ...answers);
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
