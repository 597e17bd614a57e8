// Play: the end of the range, or the whole window, moves along the scale, so that dense months get the time.

import { button, element } from "../core/dom.js";
import { stepBy, visibleStarts } from "./stepping.js";
import { release, setRange } from "../time_panel/index.js";

const SPEEDS = { slow: 1 / 40000, normal: 1 / 20000, fast: 1 / 10000 }; // share of the axis a millisecond
const EVENT_MS = { slow: 2000, normal: 1000, fast: 500 }; // an event's turn, where nothing is to glide
const WIDEST_SHARE = 0.9; // a window wider than this has no room to move:
const WINDOW_SHARE = 0.12; // this one moves in its place
const LONGEST_FRAME_MS = 250; // a page that was hidden goes on where it was
const DRAWN_ICONS = {
  play: "M4 2.5v11l9.5-5.5z",
  pause: "M4 2.5h3v11H4zM9.5 2.5h3v11h-3z",
  previous: "M3 3h1.8v10H3zM13 3v10L5.6 8z",
  next: "M11.2 3H13v10h-1.8zM3 3v10l7.4-5z",
};

export function buildPlay(panel) {
  const iconButton = (name, onclick) => {
    const made = button(name, "", onclick);
    made.innerHTML = `<svg viewBox="0 0 16 16" width="14" height="14" fill="currentColor" aria-hidden="true"><path d="${DRAWN_ICONS[name]}"/></svg>`;
    return made;
  };
  panel.speed = "normal";
  panel.mode = "growing";
  panel.transport = element("div", "transport");
  panel.previous = iconButton("previous", () => stepBy(panel, -1));
  panel.next = iconButton("next", () => stepBy(panel, 1));
  panel.playButton = iconButton("play", () => (panel.play ? stopPlay(panel) : startPlay(panel)));
  panel.playButton.setAttribute("aria-pressed", "false");
  panel.transport.append(panel.previous, panel.playButton, panel.next);
  panel.modes = element("select", "modes");
  panel.modes.onchange = () => {
    panel.mode = panel.modes.value;
    if (panel.play && stopPlay(panel, { quietly: true })) startPlay(panel);
  };
  panel.speeds = element("select", "speeds");
  panel.speeds.onchange = () => { panel.speed = panel.speeds.value; };
  panel.root.append(panel.transport);
}

export function labelPlay(panel) {
  const { words } = panel.data;
  for (const [made, word] of [[panel.previous, words.step_earlier], [panel.playButton, words.play], [panel.next, words.step_later]]) {
    made.setAttribute("aria-label", word);
    made.title = word;
  }
  const offer = (select, label, options, chosen) => {
    select.setAttribute("aria-label", label);
    select.title = label;
    select.replaceChildren(...options.map(([value, word]) => Object.assign(element("option", "", word), { value })));
    select.value = chosen;
  };
  offer(panel.modes, words.play_mode, [["growing", words.play_growing], ["moving", words.play_moving]], panel.mode);
  offer(panel.speeds, words.play_speed, [["slow", words.play_slow], ["normal", words.play_normal], ["fast", words.play_fast]], panel.speed);
}

// Plays on from where the range is; one that has come to the end of the axis begins anew.
function startPlay(panel) {
  const { scale } = panel;
  let [start, end] = panel.range;
  let width = scale.position(end) - scale.position(start);
  if (panel.mode === "moving") {
    if (width > WIDEST_SHARE) [start, end, width] = [scale.first, scale.day(WINDOW_SHARE), WINDOW_SHARE];
    if (end >= scale.last) end = scale.day(width);
  } else if (end >= scale.last) {
    if (start >= scale.last) start = scale.first;
    end = start;
  }
  panel.play = { start, width, at: scale.position(end), time: null };
  showPlaying(panel);
  playTo(panel, panel.play.at);
  if (!panel.play) return; // an axis of a single day is over at once
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) playByEvents(panel);
  else panel.play.frame = requestAnimationFrame((time) => playOn(panel, time));
}

function playOn(panel, time) {
  const { play } = panel;
  const passed = play.time === null ? 0 : Math.min(time - play.time, LONGEST_FRAME_MS);
  play.time = time;
  play.frame = requestAnimationFrame((next) => playOn(panel, next));
  playTo(panel, play.at + passed * SPEEDS[panel.speed]);
}

function playByEvents(panel) {
  panel.play.timer = setTimeout(() => {
    const next = visibleStarts(panel).find((day) => day > panel.range[1]) ?? panel.scale.last;
    playTo(panel, panel.scale.position(next));
    if (panel.play) playByEvents(panel);
  }, EVENT_MS[panel.speed]);
}

function playTo(panel, at) {
  const { play, scale } = panel;
  play.at = Math.min(at, 1);
  const end = scale.day(play.at);
  setRange(panel, [panel.mode === "moving" ? scale.day(play.at - play.width) : play.start, end]);
  if (play.at >= 1) stopPlay(panel);
}

// Stops playing, if it does; `quietly` where what stops it releases the range itself. Returns whether it played.
export function stopPlay(panel, { quietly = false } = {}) {
  if (!panel.play) return false;
  cancelAnimationFrame(panel.play.frame);
  clearTimeout(panel.play.timer);
  panel.play = null;
  showPlaying(panel);
  if (!quietly) release(panel);
  return true;
}

function showPlaying(panel) {
  panel.playButton.setAttribute("aria-pressed", String(Boolean(panel.play)));
  panel.playButton.querySelector("path").setAttribute("d", DRAWN_ICONS[panel.play ? "pause" : "play"]);
}
