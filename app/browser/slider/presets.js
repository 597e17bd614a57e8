// Ranges by name: the whole span, and the chapters'.

import { button, element } from "../core/dom.js";
import { stopPlay } from "./playback.js";
import { release, setRange } from "../time_panel/index.js";
import { showView } from "../timeline/zoom.js";

export function buildPresets(panel) {
  panel.whole = button("whole", "", () => takePreset(panel, [panel.scale.first, panel.scale.last]));
  panel.presets = element("select", "presets");
  panel.presets.onchange = () => {
    const chosen = panel.data.chapters.find(({ id }) => id === panel.presets.value);
    if (chosen) takePreset(panel, chosen.range);
  };
  panel.controls.append(panel.whole, panel.presets);
}

function takePreset(panel, range) {
  stopPlay(panel, { quietly: true });
  showView(panel, [0, 1]);
  setRange(panel, range.map(panel.scale.inside));
  release(panel);
}

// The first option stands for a range that no chapter has; it cannot be chosen.
export function labelPresets(panel) {
  const { words, chapters } = panel.data;
  panel.whole.textContent = words.whole_span;
  panel.presets.setAttribute("aria-label", words.presets_label);
  panel.presets.title = words.presets_label;
  panel.presets.hidden = chapters.length === 0;
  const none = element("option", "", words.presets_label);
  Object.assign(none, { value: "", hidden: true, disabled: true });
  panel.presets.replaceChildren(
    none,
    ...chapters.map(({ id, title }) => Object.assign(element("option", "", title), { value: id })),
  );
}

export function showPreset(panel) {
  const [start, end] = panel.range;
  const chosen = panel.data.chapters.find(({ range }) => range[0] === start && range[1] === end);
  const value = chosen ? chosen.id : "";
  if (panel.presets.value !== value) panel.presets.value = value;
  panel.presets.classList.toggle("chosen", Boolean(chosen));
  panel.whole.setAttribute("aria-pressed", String(start <= panel.scale.first && end >= panel.scale.last));
}
