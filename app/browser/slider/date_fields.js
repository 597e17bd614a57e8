// From and to, typed as ISO dates. What cannot be taken is refused with a word why, and stays to be mended.

import { dayInWords, isoOf, ordinalOf } from "../core/dates.js";
import { element } from "../core/dom.js";
import { fill } from "../core/words.js";
import { stopPlay } from "./playback.js";
import { release, setRange } from "../time_panel/index.js";

export function buildTyped(panel) {
  panel.typed = ["start", "end"].map((side) => {
    const label = element("label", "typed");
    const word = element("span");
    const input = element("input");
    Object.assign(input, { type: "text", inputMode: "numeric", autocomplete: "off", spellcheck: false, maxLength: 16 });
    input.dataset.side = side;
    const field = { word, input, dirty: false };
    input.oninput = () => { field.dirty = true; };
    input.onchange = () => takeTyped(panel);
    input.onkeydown = (event) => keyInField(panel, field, event);
    input.onblur = () => showRangeInFields(panel);
    label.append(word, input);
    panel.controls.append(label);
    return field;
  });
  panel.complaint = element("p", "complaint");
  panel.complaint.id = "typed-complaint";
  panel.complaint.setAttribute("role", "alert");
}

export function labelTyped(panel) {
  const { words } = panel.data;
  [[words.typed_start, words.slider_start], [words.typed_end, words.slider_end]].forEach(([short, long], index) => {
    const { word, input } = panel.typed[index];
    word.textContent = short;
    input.setAttribute("aria-label", long);
    input.title = words.typed_hint;
  });
}

function keyInField(panel, field, event) {
  if (event.key === "Enter") takeTyped(panel);
  if (event.key !== "Escape") return;
  field.dirty = false;
  complain(panel, "");
  showRangeInFields(panel, { answering: true });
}

// Enter and the change that follows it both come here: a range that stands already is not released again.
function takeTyped(panel) {
  if (!panel.typed.some(({ dirty }) => dirty)) return;
  stopPlay(panel);
  const { words, language } = panel.data;
  const read = panel.typed.map(({ input, dirty }, index) => (dirty ? readDay(input.value) : { day: panel.range[index] }));
  const faulty = read.map(({ fault }) => Boolean(fault));
  const fault = read.find((one) => one.fault)?.fault;
  if (fault) return complain(panel, words[fault], faulty);
  const days = read.map(({ day }) => day);
  if (days[0] > days[1]) return complain(panel, words.date_reversed, panel.typed.map(({ dirty }) => dirty));
  const range = days.map(panel.scale.inside);
  for (const field of panel.typed) field.dirty = false;
  const standing = String(range) === String(panel.range);
  setRange(panel, range);
  showRangeInFields(panel, { answering: true });
  const [first, last] = [panel.scale.first, panel.scale.last].map((day) => dayInWords(day, language));
  complain(panel, String(range) === String(days) ? "" : fill(words.date_clamped, { first, last }));
  if (!standing) release(panel);
}

// A day as { day } or why there is none as { fault }. Arabic figures are figures.
function readDay(text) {
  const plain = text.trim().replace(/[٠-٩۰-۹]/g, (figure) => figure.charCodeAt(0) & 15).replace(/[‐‑–−]/g, "-");
  const year = /^([+-]?\d+)-\d{1,2}-\d{1,2}$/.exec(plain)?.[1];
  if (year !== undefined && (year.length !== 4 || year === "0000")) return { fault: "date_year" };
  if (year === undefined && !/^\d{8}$/.test(plain)) return { fault: "date_unreadable" };
  const day = ordinalOf(plain);
  return day === null ? { fault: "date_impossible" } : { day };
}

function complain(panel, text, faulty = [false, false]) {
  panel.complaint.textContent = text;
  panel.complaint.classList.toggle("mild", !faulty.includes(true));
  panel.typed.forEach(({ input }, index) => {
    if (faulty[index]) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", panel.complaint.id);
    } else {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
  });
}

// The range has been moved by other means: what was typed and refused gives way, but not a field that is being typed in.
export function dropTyped(panel) {
  const focused = panel.root.getRootNode().activeElement;
  for (const field of panel.typed) if (field.input !== focused) field.dirty = false;
  if (panel.complaint.textContent && !panel.typed.some(({ dirty }) => dirty)) complain(panel, "");
}

// A field that has the focus is the reader's: between two frames they may have selected its text to type over it. It is
// written only to answer their own Enter or Escape, and catches up with the range when the focus leaves it.
export function showRangeInFields(panel, { answering = false } = {}) {
  const focused = panel.root.getRootNode().activeElement;
  panel.typed.forEach(({ input, dirty }, index) => {
    if (!dirty && (answering || input !== focused)) input.value = isoOf(panel.range[index]);
  });
}

// Whoever takes hold of something else has done with the field: it follows the range again.
export function leaveTypedField(panel) {
  panel.typed.find(({ input }) => input === panel.root.getRootNode().activeElement)?.input.blur();
}
