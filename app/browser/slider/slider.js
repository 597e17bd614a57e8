// Two native range inputs on the timeline's own scale, the window between them, and the density of events behind.

import { addMonths, dayInWords } from "../core/dates.js";
import { element } from "../core/dom.js";
import { leaveTypedField } from "./date_fields.js";
import { stopPlay } from "./playback.js";
import { release, setRange } from "../time_panel/index.js";
import { atLeast } from "../timeline/timeline.js";

const SLIDER_STEPS = 20000;
const WINDOW_BETWEEN_PX = 10; // least that is seen of the window between the thumbs
const KEY_QUIET_MS = 250; // a thumb moved by keys is released once they rest

export function buildSlider(panel) {
  panel.track = element("div", "track");
  panel.track.setAttribute("role", "group");
  panel.density = element("div", "density");
  panel.fill = element("div", "fill");
  panel.thumbs = [0, 1].map((index) => {
    const input = element("input", "thumb");
    Object.assign(input, { type: "range", min: 0, max: SLIDER_STEPS, step: 1 });
    input.dataset.side = index ? "end" : "start";
    input.onpointerdown = () => { stopPlay(panel); }; // no value: returning false would take the thumb from the mouse
    input.oninput = () => moveEnd(panel, index, panel.scale.day(Number(input.value) / SLIDER_STEPS));
    input.onchange = () => release(panel);
    input.onkeydown = (event) => keyOnThumb(panel, index, event);
    return input;
  });
  panel.track.append(panel.density, element("div", "rail"), panel.fill, ...panel.thumbs);
  panel.root.append(panel.track);
  makeWindowDraggable(panel);
}

export function labelSlider(panel) {
  const { words } = panel.data;
  panel.track.setAttribute("aria-label", words.slider_group);
  panel.thumbs[0].setAttribute("aria-label", words.slider_start);
  panel.thumbs[1].setAttribute("aria-label", words.slider_end);
}

export function drawDensity(panel) {
  const { density } = panel.data;
  const most = Math.max(...density, 1);
  panel.density.replaceChildren(
    ...density.map((count) => {
      const bar = element("i");
      bar.style.height = `${(count / most) * 100}%`;
      return bar;
    }),
  );
}

// Moves one end of the range; the other gives way rather than cross.
function moveEnd(panel, index, day) {
  const range = [...panel.range];
  range[index] = panel.scale.inside(day);
  if (range[0] > range[1]) range[1 - index] = range[index];
  setRange(panel, range);
}

// Arrows by day, page keys by month, home and end: on every stretch of the scale alike.
function keyOnThumb(panel, index, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const day = panel.range[index];
  const later = panel.data.language === "ar" ? "ArrowLeft" : "ArrowRight";
  const earlier = panel.data.language === "ar" ? "ArrowRight" : "ArrowLeft";
  const target = {
    [later]: () => day + 1, ArrowUp: () => day + 1, [earlier]: () => day - 1, ArrowDown: () => day - 1,
    PageUp: () => addMonths(day, 1), PageDown: () => addMonths(day, -1), Home: () => panel.scale.first, End: () => panel.scale.last,
  }[event.key];
  if (!target) return;
  event.preventDefault();
  event.stopPropagation();
  stopPlay(panel, { quietly: true });
  moveEnd(panel, index, target());
  clearTimeout(panel.keyTimer);
  panel.keyTimer = setTimeout(() => release(panel), KEY_QUIET_MS);
}

// The window keeps its width on the scale, not its days: so it does not jump where the scale changes its pace.
function makeWindowDraggable(panel) {
  let grip = null;
  panel.fill.onpointerdown = (event) => {
    if (event.button !== 0 || !event.isPrimary || grip) return;
    event.preventDefault(); // no text is selected along the way
    leaveTypedField(panel); // which that keeps from happening of itself
    stopPlay(panel);
    const ends = panel.range.map((day) => panel.scale.position(day));
    grip = { id: event.pointerId, x: event.clientX, width: panel.track.clientWidth, range: panel.range, ends };
    panel.fill.setPointerCapture(event.pointerId);
  };
  panel.fill.onpointermove = (event) => {
    if (!grip || event.pointerId !== grip.id) return;
    const sign = panel.data.language === "ar" ? -1 : 1;
    const shift = (sign * (event.clientX - grip.x)) / grip.width;
    const allowed = Math.min(Math.max(shift, -grip.ends[0]), 1 - grip.ends[1]);
    setRange(panel, grip.ends.map((end) => panel.scale.day(end + allowed)));
  };
  const letGo = (event) => {
    if (!grip || event.pointerId !== grip.id) return;
    const moved = String(grip.range) !== String(panel.range);
    grip = null;
    if (moved) release(panel);
  };
  panel.fill.onpointerup = panel.fill.onpointercancel = panel.fill.onlostpointercapture = letGo;
}

// Kept, since asking for it in each frame would lay the page out anew.
export function rememberTrack(panel) {
  if (panel.trackWidth === panel.track.clientWidth) return;
  panel.trackWidth = panel.track.clientWidth;
  panel.thumbWidth = parseFloat(getComputedStyle(panel.thumbs[0]).height);
  showRangeOnSlider(panel, panel.range.map((day) => panel.scale.position(day)));
}

export function showRangeOnSlider(panel, ends) {
  panel.thumbs.forEach((thumb, index) => {
    thumb.value = Math.round(ends[index] * SLIDER_STEPS);
    thumb.setAttribute("aria-valuetext", dayInWords(panel.range[index], panel.data.language));
  });
  // Where both thumbs meet at the far end, the first must stay on top to be caught again.
  panel.thumbs[0].style.zIndex = ends[0] > 0.9 ? 4 : 3;
  // Where the thumbs would cover each other and the window between them, they stand apart.
  const width = panel.trackWidth || Infinity;
  const [start, end] = atLeast(ends, (panel.thumbWidth + WINDOW_BETWEEN_PX) / width);
  const sign = panel.data.language === "ar" ? -1 : 1;
  [start - ends[0], end - ends[1]].forEach((shift, index) => { panel.thumbs[index].style.translate = shift && panel.trackWidth ? `${sign * shift * width}px` : ""; });
  panel.fill.style.insetInlineStart = `${start * 100}%`;
  panel.fill.style.width = `${(end - start) * 100}%`;
}
