// The time panel owns range and selection. It tells the others on the session's channel at once, and Python on release.

const panels = new WeakMap();

export default function timePanel({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".time-panel");
  let panel = panels.get(root);
  if (!panel) {
    root.replaceChildren();
    panel = { root, range: data.range, selected: data.selected, calls: 0 };
    panels.set(root, panel);
    buildTimeline(panel);
    buildSlider(panel);
    panel.channel = new BroadcastChannel(data.channel);
    panel.channel.onmessage = ({ data: message }) => {
      if (message.type === "hello") tellState(panel);
      if (message.type === "select") select(panel, message.selected);
    };
  }
  const before = panel.data || {};
  const appearanceBefore = panel.appearance;
  panel.appearance = applyPalette(root, data.palettes);
  panel.data = data;
  panel.setStateValue = setStateValue;
  adopt(panel, before);
  root.dir = data.language === "ar" ? "rtl" : "ltr";
  root.lang = data.language;
  root.setAttribute("aria-label", data.words.time_panel);
  labelSlider(panel);
  if (JSON.stringify(before.density) !== JSON.stringify(data.density)) drawDensity(panel);
  setRange(panel, panel.range);
  if (before.figures?.light !== data.figures.light || appearanceBefore !== panel.appearance) drawTimeline(panel);
  else if (String(before.passing) !== String(data.passing)) {
    dimFiltered(panel);
    if (panel.drawn) placeOver(panel);
  }
  tellState(panel);
  const call = (panel.calls += 1);
  return () => {
    if (call !== panel.calls) return; // a later call has taken over: this one's end is not the panel's
    panel.channel.close();
    panel.resize.disconnect();
    clearTimeout(panel.keyTimer);
    cancelAnimationFrame(panel.telling);
    if (panel.drawn) panel.plotly.purge(panel.plot);
    panels.delete(root);
  };
}

// Range and selection are the panel's own, unless Python has changed the view itself (a new revision). Where the scale has
// changed, an end of the range that stood at the scale's end stays there.
function adopt(panel, before) {
  const { data } = panel;
  const scale = makeScale(data.scale);
  if (before.revision !== undefined && before.revision !== data.revision) {
    panel.range = data.range;
    panel.selected = data.selected;
  } else if (panel.scale) {
    const [start, end] = panel.range;
    const inside = (day) => Math.min(Math.max(day, scale.first), scale.last);
    panel.range = [start <= panel.scale.first ? scale.first : inside(start), end >= panel.scale.last ? scale.last : inside(end)];
  }
  panel.scale = scale;
}

// Shows a range here and tells the others, at most once a frame.
function setRange(panel, range) {
  panel.range = range;
  showRangeOnSlider(panel);
  showRangeOnTimeline(panel);
  if (panel.telling) return;
  panel.telling = requestAnimationFrame(() => {
    panel.telling = 0;
    panel.channel.postMessage({ type: "range", range: panel.range });
  });
}

function release(panel) {
  panel.turn = Math.max(Date.now(), (panel.turn || 0) + 1);
  panel.setStateValue("told", { range: panel.range, selected: panel.selected, turn: panel.turn });
}

function select(panel, id) {
  panel.selected = id === panel.selected ? "" : id;
  if (panel.drawn) placeOver(panel);
  tellState(panel);
  release(panel);
}

function tellState(panel) {
  const { basis, certainty, passing, language } = panel.data;
  panel.channel.postMessage({ type: "state", range: panel.range, selected: panel.selected, basis, certainty, passing, language, appearance: panel.appearance });
}
