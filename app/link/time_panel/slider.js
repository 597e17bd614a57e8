// Two native range inputs on the timeline's own scale, the window between them, typed dates and density.

const SLIDER_STEPS = 20000;

function buildSlider(panel) {
  const make = (name, className, parent, attributes = {}) => {
    const element = document.createElement(name);
    element.className = className;
    Object.assign(element, attributes);
    parent.append(element);
    return element;
  };
  const bar = make("div", "controls", panel.root);
  panel.typed = ["start", "end"].map((side) => {
    const label = make("label", "typed", bar);
    const word = make("span", "", label);
    const input = make("input", "", label, { type: "text", inputMode: "numeric", autocomplete: "off", maxLength: 10 });
    input.dataset.side = side;
    input.onchange = () => takeTyped(panel);
    input.onkeydown = (event) => { if (event.key === "Enter") takeTyped(panel); };
    return { word, input };
  });
  panel.whole = make("button", "whole", bar, { type: "button" });
  panel.whole.onclick = () => { setRange(panel, [panel.scale.first, panel.scale.last]); release(panel); };
  panel.complaint = make("p", "complaint", bar);
  panel.complaint.setAttribute("role", "alert");

  const track = make("div", "track", panel.root);
  panel.density = make("div", "density", track);
  make("div", "rail", track);
  panel.fill = make("div", "fill", track);
  panel.thumbs = [0, 1].map((index) => {
    const input = make("input", "thumb", track, { type: "range", min: 0, max: SLIDER_STEPS, step: 1 });
    input.dataset.side = index ? "end" : "start";
    input.oninput = () => dragThumb(panel, index);
    input.onchange = () => release(panel);
    input.onkeydown = (event) => keyOnThumb(panel, index, event);
    return input;
  });
  makeWindowDraggable(panel);
}

function labelSlider(panel) {
  const { words } = panel.data;
  panel.typed[0].word.textContent = words.typed_start;
  panel.typed[1].word.textContent = words.typed_end;
  panel.typed[0].input.setAttribute("aria-label", words.slider_start);
  panel.typed[1].input.setAttribute("aria-label", words.slider_end);
  for (const { input } of panel.typed) input.title = words.typed_hint;
  panel.thumbs[0].setAttribute("aria-label", words.slider_start);
  panel.thumbs[1].setAttribute("aria-label", words.slider_end);
  panel.whole.textContent = words.whole_span;
}

function drawDensity(panel) {
  const { density } = panel.data;
  const most = Math.max(...density, 1);
  panel.density.replaceChildren(
    ...density.map((count) => {
      const bar = document.createElement("i");
      bar.style.height = `${(count / most) * 100}%`;
      return bar;
    }),
  );
}

function dragThumb(panel, index) {
  const day = panel.scale.day(Number(panel.thumbs[index].value) / SLIDER_STEPS);
  moveEnd(panel, index, day);
}

// Moves one end of the range; the other gives way rather than cross.
function moveEnd(panel, index, day) {
  const range = [...panel.range];
  range[index] = Math.min(Math.max(day, panel.scale.first), panel.scale.last);
  if (range[0] > range[1]) range[1 - index] = range[index];
  setRange(panel, range);
}

// Arrows by day, page keys by month, home and end: on every stretch of the scale alike.
function keyOnThumb(panel, index, event) {
  const day = panel.range[index];
  const later = panel.data.language === "ar" ? "ArrowLeft" : "ArrowRight";
  const earlier = panel.data.language === "ar" ? "ArrowRight" : "ArrowLeft";
  const target = {
    [later]: day + 1, ArrowUp: day + 1, [earlier]: day - 1, ArrowDown: day - 1,
    PageUp: addMonths(day, 1), PageDown: addMonths(day, -1), Home: panel.scale.first, End: panel.scale.last,
  }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  moveEnd(panel, index, target);
  clearTimeout(panel.keyTimer);
  panel.keyTimer = setTimeout(() => release(panel), 250);
}

function takeTyped(panel) {
  const { words } = panel.data;
  const days = panel.typed.map(({ input }) => ordinalOf(input.value));
  panel.typed.forEach(({ input }, index) => input.setAttribute("aria-invalid", String(days[index] === null)));
  if (days.includes(null)) {
    panel.complaint.textContent = words.date_impossible;
  } else if (days[0] > days[1]) {
    panel.complaint.textContent = words.date_reversed;
  } else {
    const inside = days.map((day) => Math.min(Math.max(day, panel.scale.first), panel.scale.last));
    setRange(panel, inside);
    release(panel);
  }
}

function makeWindowDraggable(panel) {
  let grip = null;
  panel.fill.onpointerdown = (event) => {
    grip = { x: event.clientX, range: [...panel.range] };
    panel.fill.setPointerCapture(event.pointerId);
  };
  panel.fill.onpointermove = (event) => {
    if (!grip) return;
    const sign = panel.data.language === "ar" ? -1 : 1;
    const shift = (sign * (event.clientX - grip.x)) / panel.fill.parentElement.clientWidth;
    const ends = grip.range.map((day) => panel.scale.position(day));
    const allowed = Math.min(Math.max(shift, -ends[0]), 1 - ends[1]);
    setRange(panel, ends.map((end) => panel.scale.day(end + allowed)));
  };
  panel.fill.onpointerup = () => { if (grip) { grip = null; release(panel); } };
}

function showRangeOnSlider(panel) {
  const ends = panel.range.map((day) => panel.scale.position(day));
  panel.thumbs.forEach((thumb, index) => {
    thumb.value = Math.round(ends[index] * SLIDER_STEPS);
    thumb.setAttribute("aria-valuetext", dayInWords(panel.range[index], panel.data.language));
  });
  // Where both thumbs meet at the far end, the first must stay on top to be caught again.
  panel.thumbs[0].style.zIndex = ends[0] > 0.9 ? 4 : 3;
  panel.fill.style.insetInlineStart = `${ends[0] * 100}%`;
  panel.fill.style.width = `${(ends[1] - ends[0]) * 100}%`;
  panel.typed.forEach(({ input }, index) => {
    if (input !== panel.root.getRootNode().activeElement || panel.complaint.textContent === "") input.value = isoOf(panel.range[index]);
    input.removeAttribute("aria-invalid");
  });
  panel.complaint.textContent = "";
}
