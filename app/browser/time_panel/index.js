// The time panel owns range and selection. It tells the others on the session's channel at once, and Python on release.

import { makeScale } from "../core/dates.js";
import { speak } from "../core/direction.js";
import { element } from "../core/dom.js";
import { tellRange } from "../core/range_news.js";
import { applyPalette } from "../core/theme.js";
import { buildTyped, dropTyped, labelTyped, showRangeInFields } from "../slider/date_fields.js";
import { buildPlay, labelPlay, stopPlay } from "../slider/playback.js";
import { buildPresets, labelPresets, showPreset } from "../slider/presets.js";
import { buildSlider, drawDensity, labelSlider, showRangeOnSlider } from "../slider/slider.js";
import { listenToKeys, stepBy, takeEscape } from "../slider/stepping.js";
import { buildTimeline, dimStopped, drawTimeline, showRangeOnTimeline } from "../timeline/timeline.js";
import { markOf, placeOver } from "../timeline/titles.js";
import { bringIntoView, buildZoom, drawView, labelZoom } from "../timeline/zoom.js";

const CAMERA_QUIET_MS = 500; // a map that is moved is reported once it rests
const ADOPTING_MS = 1500; // a view that Python has changed takes the map along for so long
const panels = new WeakMap();
const reported = new Map(); // by channel, what was last reported to Python

export default function timePanel({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".time-panel");
  const panel = panels.get(root) || makePanel(root, data);
  const before = panel.data;
  const { appearance: appearanceBefore, selected: selectedBefore } = panel;
  panel.appearance = applyPalette(root, data.palettes);
  panel.data = data;
  panel.setStateValue = setStateValue;
  adopt(panel, before);
  label(panel);
  if (String(before?.density) !== String(data.density)) drawDensity(panel);
  showRange(panel);
  if (before?.figures.light !== data.figures.light || appearanceBefore !== panel.appearance || panel.failed) drawTimeline(panel);
  else if (String(before.passing) !== String(data.passing) || before.extent !== data.extent) showStopped(panel);
  else if (panel.selected !== selectedBefore && panel.drawn) placeOver(panel);
  if (!before || rescaledBetween(before, data)) drawView(panel);
  tellState(panel);
  const call = (panel.calls += 1);
  return () => {
    if (call === panel.calls) unmake(panel); // else a later call has taken over: this one's end is not the panel's
  };
}

function makePanel(root, data) {
  root.replaceChildren();
  // After a release Python mounts the panel with the data of its last whole run: what was told since is newer.
  const last = reported.get(data.channel);
  const { range, selected, camera } = last?.revision === data.revision && last.turn > data.heard ? last : data;
  const panel = { root, range, selected, camera, sight: null, inSight: null, play: null, calls: 0, aims: 0, adopted: -Infinity, leaving: new AbortController() };
  panels.set(root, panel);
  buildTimeline(panel);
  buildPlay(panel);
  buildSlider(panel);
  buildZoom(panel);
  panel.controls = element("div", "controls");
  buildTyped(panel);
  buildPresets(panel);
  panel.controls.append(panel.modes, panel.speeds, panel.complaint);
  root.append(panel.controls);
  panel.deafen = listenToKeys(panel);
  panel.channel = new BroadcastChannel(data.channel);
  panel.channel.onmessage = ({ data: message }) => {
    const answer = {
      hello: () => tellState(panel),
      select: () => select(panel, message.selected),
      step: () => stepBy(panel, message.by < 0 ? -1 : 1),
      escape: () => takeEscape(panel),
      camera: () => takeCamera(panel, message),
      go: () => goTo(panel, message),
    }[message.type];
    if (answer) answer();
  };
  return panel;
}

function unmake(panel) {
  panel.gone = true;
  panel.leaving.abort();
  panel.channel.close();
  panel.deafen();
  panel.resize.disconnect();
  stopPlay(panel, { quietly: true });
  clearTimeout(panel.keyTimer);
  clearTimeout(panel.cameraTimer);
  cancelAnimationFrame(panel.frame);
  cancelAnimationFrame(panel.viewFrame);
  if (panel.drawn) panel.plotly.purge(panel.plot);
  panels.delete(panel.root);
}

function label(panel) {
  const { root, data } = panel;
  speak(root, data.language);
  root.setAttribute("aria-label", data.words.time_panel);
  if (panel.labelled === data.language && panel.chapters === JSON.stringify(data.chapters)) return;
  [panel.labelled, panel.chapters] = [data.language, JSON.stringify(data.chapters)];
  panel.family = getComputedStyle(root).fontFamily;
  for (const labelPart of [labelSlider, labelPlay, labelTyped, labelPresets, labelZoom]) labelPart(panel);
}

// Range and selection are the panel's own, unless Python has changed the view itself (a new revision). Where the scale has
// changed, an end of the range that stood at the scale's end stays there.
function adopt(panel, before) {
  const { data } = panel;
  const scale = makeScale(data.scale);
  const rescaled = before && rescaledBetween(before, data);
  if (rescaled) panel.view = [0, 1];
  if (before && (rescaled || before.revision !== data.revision)) stopPlay(panel, { quietly: true });
  if (before && before.revision !== data.revision) {
    Object.assign(panel, { range: data.range, selected: data.selected, camera: data.camera, adopted: performance.now() });
    for (const timer of [panel.keyTimer, panel.cameraTimer]) clearTimeout(timer);
    dropTyped(panel);
  } else if (rescaled) {
    const [start, end] = panel.range;
    panel.range = [
      start <= panel.scale.first ? scale.first : scale.inside(start),
      end >= panel.scale.last ? scale.last : scale.inside(end),
    ];
  }
  if (before) closeDropped(panel, before);
  panel.scale = scale;
  panel.passing = data.passing && new Set(data.passing);
  panel.inSight = data.extent && panel.sight ? new Set(panel.sight) : null;
}

// A selection that new filters have stopped is closed by Python, in the address too. The data of that run may be mounted again
// later: it counts once, when its filters do. Where Python has not heard the latest report, it is told anew.
function closeDropped(panel, before) {
  const { data, selected } = panel;
  if (!selected || selected !== data.dropped || String(before.passing) === String(data.passing)) return;
  panel.selected = "";
  const last = reported.get(data.channel);
  if (last?.selected === selected && last.turn > data.heard) release(panel);
}

function rescaledBetween(before, data) {
  return String(before.scale.days) !== String(data.scale.days);
}

// Moves the range: shown here and told to the others at most once a frame.
export function setRange(panel, range) {
  if (String(range) !== String(panel.range)) dropTyped(panel);
  panel.range = range;
  panel.frame ||= requestAnimationFrame(() => {
    panel.frame = 0;
    showRange(panel);
    tellRange(panel.channel, panel.range);
  });
}

// To another slide: its range, its camera and what is selected there.
function goTo(panel, { range, camera, selected }) {
  stopPlay(panel, { quietly: true });
  Object.assign(panel, { camera, aims: panel.aims + 1, adopted: performance.now() });
  choose(panel, selected);
  setRange(panel, range);
}

function showRange(panel) {
  const ends = panel.range.map((day) => panel.scale.position(day));
  showRangeOnSlider(panel, ends);
  showRangeOnTimeline(panel, ends);
  showRangeInFields(panel);
  showPreset(panel);
}

export function release(panel) {
  for (const timer of [panel.keyTimer, panel.cameraTimer]) clearTimeout(timer);
  panel.turn = Math.max(Date.now(), (panel.turn || 0) + 1);
  const { range, selected, camera, turn } = panel;
  reported.set(panel.data.channel, { range, selected, camera, turn, revision: panel.data.revision });
  panel.setStateValue("told", { range, selected, camera, turn });
  if (panel.failed) drawTimeline(panel);
}

// What is clicked again is let go.
export function select(panel, id) {
  stopPlay(panel, { quietly: true });
  choose(panel, id === panel.selected ? "" : id);
}

export function choose(panel, id) {
  panel.selected = id;
  bringIntoView(panel, markOf(panel, id));
  if (panel.drawn) placeOver(panel);
  tellState(panel);
  release(panel);
}

// What the map shows, and where it stands; null as long as nobody has moved it. Python and the address hear of it once it
// rests, but not of a flight that Python's own view has set off: that would cut off the browser's Forward.
function takeCamera(panel, { camera, sight }) {
  const sightBefore = String(panel.sight);
  panel.sight = sight;
  if (panel.data.extent && String(sight) !== sightBefore) {
    panel.inSight = new Set(sight);
    showStopped(panel);
    tellState(panel);
  }
  if (sameCamera(camera, panel.camera)) return;
  panel.camera = camera;
  if (performance.now() - panel.adopted < ADOPTING_MS) return;
  clearTimeout(panel.cameraTimer);
  panel.cameraTimer = setTimeout(() => release(panel), CAMERA_QUIET_MS);
}

// As exact as the address: four decimals of a degree, two of a zoom level.
function sameCamera(one, other) {
  if (!one || !other) return one === other;
  return one.every((value, index) => Math.abs(value - other[index]) < (index < 2 ? 1e-4 : 1e-2));
}

function showStopped(panel) {
  dimStopped(panel);
  if (panel.drawn) placeOver(panel);
}

function tellState(panel) {
  const { data, range, selected, camera, appearance } = panel;
  const { basis, certainty, passing, language } = data;
  const aim = `${data.revision}.${panel.aims}`;
  const sight = data.extent ? panel.sight : null;
  panel.channel.postMessage({ type: "state", range, selected, basis, certainty, passing, language, appearance, aim, camera, sight });
}
