// @ts-check
// Ranges by name: the whole span, and the chapters'.

import { sameValue } from "../core/address.js";
import { chooseChapter } from "../core/chapters.js";
import { button, element } from "../core/dom.js";
import { endPlayback } from "./playback.js";
import { moveRange, releaseRange } from "./range.js";
import { restWindow, showWindow } from "../timeline/zoom.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */

/** @param {TimePanel} panel */
export function buildPresets(panel) {
  panel.whole = button("whole", "", () => showWholeSpan(panel));
  panel.presets = /** @type {HTMLSelectElement} */ (element("select", "presets"));
  panel.presets.onchange = () => {
    const chosen = panel.chapters.find(({ id }) => id === panel.presets.value);
    if (chosen) chooseChapter(panel.atlas, chosen.range);
  };
  panel.controls.append(panel.whole, panel.presets);
}

/** @param {TimePanel} panel @returns {import("../time_panel/index.js").Chapter[]} */
export function rangesOfChapters({ atlas, scale }) {
  return atlas.dataset.chapters.map(({ id, title, range: [first, last] }) => ({ id, title, range: [scale.inside(first), scale.inside(last)] }));
}

/** @param {TimePanel} panel */
function showWholeSpan(panel) {
  endPlayback(panel);
  showWindow(panel, [0, 1]);
  restWindow(panel);
  moveRange(panel, [panel.scale.first, panel.scale.last]);
  releaseRange(panel);
}

/**
 * The first option stands for a range that no chapter has; it cannot be chosen.
 * @param {TimePanel} panel
 */
export function labelPresets(panel) {
  const words = panel.atlas.words();
  const { code } = panel.atlas.language();
  panel.whole.textContent = words.whole_span;
  panel.presets.setAttribute("aria-label", words.presets_label);
  panel.presets.title = words.presets_label;
  panel.presets.hidden = panel.chapters.length === 0;
  const none = element("option", "", words.presets_label);
  Object.assign(none, { value: "", hidden: true, disabled: true });
  panel.presets.replaceChildren(
    none,
    ...panel.chapters.map(({ id, title }) => Object.assign(element("option", "", title[code]), { value: id })),
  );
}

/** @param {TimePanel} panel */
export function showPreset(panel) {
  const { range, scale } = panel;
  const value = panel.chapters.find((chapter) => sameValue(chapter.range, range))?.id ?? "";
  if (panel.presets.value !== value) panel.presets.value = value;
  panel.presets.classList.toggle("chosen", Boolean(value));
  panel.whole.setAttribute("aria-pressed", String(range[0] <= scale.first && range[1] >= scale.last));
}
