// The time panel owns range and selection. It tells the others on the session's channel at once, and Python on release.

const panels = new WeakMap();

export default function timePanel({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".time-panel");
  let panel = panels.get(root);
  if (!panel) {
    panel = { root, range: data.range, selected: data.selected };
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
  panel.scale = makeScale(data.scale);
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
  return () => {
    panel.channel.close();
    panel.resize.disconnect();
    panels.delete(root);
  };
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
  panel.setStateValue("range", panel.range);
}

function select(panel, id) {
  panel.selected = id === panel.selected ? "" : id;
  if (panel.drawn) placeOver(panel);
  tellState(panel);
  panel.setStateValue("selected", panel.selected);
}

function tellState(panel) {
  const { basis, certainty, passing, language } = panel.data;
  panel.channel.postMessage({ type: "state", range: panel.range, selected: panel.selected, basis, certainty, passing, language, appearance: panel.appearance });
}
