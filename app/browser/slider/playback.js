// @ts-check
// Play: the end of the range, or the whole range, moves along the scale, so that dense months get the time.

import { button, element } from "../core/dom.js";
import { stepFromPanel } from "./keyboard.js";
import { moveRange, releaseRange } from "./range.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/**
 * @typedef {object} Playback
 * @property {number} start first day of a range that grows
 * @property {number} width share of the axis of a range that moves
 * @property {number} at position of the range's end
 * @property {number | null} time of the last frame, ms; null before the first
 * @property {boolean} isFresh it has begun in this frame: a step that the frame brings came before it
 * @property {number} [frame]
 * @property {ReturnType<typeof setTimeout>} [timer]
 */

/** @type {Record<string, number>} Share of the axis a millisecond. */
const PLAYBACK_SPEEDS = { slow: 1 / 40000, normal: 1 / 20000, fast: 1 / 10000 };
/** @type {Record<string, number>} An event's turn, where nothing is to glide. */
const EVENT_TURN_MS = { slow: 2000, normal: 1000, fast: 500 };
const WIDEST_MOVING = 0.9; // a range that takes more of the axis has no room to move:
const MOVING_SHARE = 0.12; // this one moves in its place
const LONGEST_FRAME_MS = 250; // a page that was hidden continues where it was
const TRANSPORT_ICONS = {
  play: "M4 2.5v11l9.5-5.5z",
  pause: "M4 2.5h3v11H4zM9.5 2.5h3v11h-3z",
  previous: "M3 3h1.8v10H3zM13 3v10L5.6 8z",
  next: "M11.2 3H13v10h-1.8zM3 3v10l7.4-5z",
};

/** @param {TimePanel} panel */
export function buildPlayback(panel) {
  const iconButton = (/** @type {"play" | "previous" | "next"} */ name, /** @type {() => void} */ onclick) => {
    const made = /** @type {HTMLButtonElement} */ (button(name, "", onclick));
    made.innerHTML = `<svg viewBox="0 0 16 16" width="14" height="14" fill="currentColor" aria-hidden="true"><path d="${TRANSPORT_ICONS[name]}"/></svg>`;
    return made;
  };
  panel.speed = "normal";
  panel.mode = "growing";
  panel.transport = element("div", "transport");
  panel.previous = iconButton("previous", () => stepFromPanel(panel, -1));
  panel.next = iconButton("next", () => stepFromPanel(panel, 1));
  panel.playButton = iconButton("play", () => { if (!stopPlayback(panel)) startPlayback(panel); });
  panel.playButton.setAttribute("aria-pressed", "false");
  panel.transport.append(panel.previous, panel.playButton, panel.next);
  panel.modes = /** @type {HTMLSelectElement} */ (element("select", "modes"));
  panel.modes.onchange = () => {
    panel.mode = panel.modes.value;
    if (endPlayback(panel)) startPlayback(panel);
  };
  panel.speeds = /** @type {HTMLSelectElement} */ (element("select", "speeds"));
  panel.speeds.onchange = () => { panel.speed = panel.speeds.value; };
  panel.root.append(panel.transport);
}

/** @param {TimePanel} panel */
export function labelPlayback(panel) {
  const words = panel.atlas.words();
  /** @type {[HTMLElement, string][]} */
  const named = [[panel.previous, words.step_earlier], [panel.playButton, words.play], [panel.next, words.step_later]];
  for (const [made, word] of named) {
    made.setAttribute("aria-label", word);
    made.title = word;
  }
  const offer = (/** @type {HTMLSelectElement} */ select, /** @type {string} */ label, /** @type {string[][]} */ options, /** @type {string} */ chosen) => {
    select.setAttribute("aria-label", label);
    select.title = label;
    select.replaceChildren(...options.map(([value, word]) => Object.assign(element("option", "", word), { value })));
    select.value = chosen;
  };
  offer(panel.modes, words.play_mode, [["growing", words.play_growing], ["moving", words.play_moving]], panel.mode);
  offer(panel.speeds, words.play_speed, [["slow", words.play_slow], ["normal", words.play_normal], ["fast", words.play_fast]], panel.speed);
}

/**
 * Plays on from where the range is; one that has come to the end of the axis begins anew.
 * @param {TimePanel} panel
 */
function startPlayback(panel) {
  const { scale } = panel;
  let [start, end] = panel.range;
  let width = scale.position(end) - scale.position(start);
  if (panel.mode === "moving") {
    if (width > WIDEST_MOVING) [start, end, width] = [scale.first, scale.day(MOVING_SHARE), MOVING_SHARE];
    if (end >= scale.last) end = scale.day(width);
  } else if (end >= scale.last) {
    if (start >= scale.last) start = scale.first;
    end = start;
  }
  const playback = { start, width, at: scale.position(end), time: null, isFresh: true };
  panel.playback = playback;
  requestAnimationFrame(() => { playback.isFresh = false; });
  showPlaying(panel);
  playTo(panel, playback, playback.at);
  if (!panel.playback) return; // an axis of a single day is over at once
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) playByEvents(panel, playback);
  else panel.playback.frame = requestAnimationFrame((time) => playOn(panel, playback, time));
}

/** @param {TimePanel} panel @param {Playback} playback @param {number} time */
function playOn(panel, playback, time) {
  const passed = playback.time === null ? 0 : Math.min(time - playback.time, LONGEST_FRAME_MS);
  playback.time = time;
  playback.frame = requestAnimationFrame((next) => playOn(panel, playback, next));
  playTo(panel, playback, playback.at + passed * PLAYBACK_SPEEDS[panel.speed]);
}

/** @param {TimePanel} panel @param {Playback} playback */
function playByEvents(panel, playback) {
  playback.timer = setTimeout(() => {
    const next = startsThatPass(panel).find((day) => day > panel.range[1]) ?? panel.scale.last;
    playTo(panel, playback, panel.scale.position(next));
    if (panel.playback) playByEvents(panel, playback);
  }, EVENT_TURN_MS[panel.speed]);
}

/** @param {TimePanel} panel @returns {number[]} the days on which events begin that filters let through, within the scale, in order */
function startsThatPass({ atlas: { dataset, view, visibility }, scale }) {
  const { basis } = view.get();
  const { first } = dataset.spans[basis];
  return dataset.inOrder(basis).filter(({ index }) => visibility.passes(index)).map(({ index }) => scale.inside(first[index]));
}

/** @param {TimePanel} panel @param {Playback} playback @param {number} at position of the range's end */
function playTo(panel, playback, at) {
  const { scale } = panel;
  playback.at = Math.min(at, 1);
  moveRange(panel, [panel.mode === "moving" ? scale.day(playback.at - playback.width) : playback.start, scale.day(playback.at)]);
  if (playback.at >= 1) stopPlayback(panel);
}

/**
 * Stops playing, if it does, and releases the range.
 * @param {TimePanel} panel
 * @returns {boolean} whether it played
 */
export function stopPlayback(panel) {
  const played = endPlayback(panel);
  if (played) releaseRange(panel);
  return played;
}

/**
 * The same for whoever releases the range after it, or leaves it.
 * @param {TimePanel} panel
 * @returns {boolean} whether it played
 */
export function endPlayback(panel) {
  if (!panel.playback) return false;
  cancelAnimationFrame(panel.playback.frame ?? 0);
  clearTimeout(panel.playback.timer);
  panel.playback = null;
  showPlaying(panel);
  return true;
}

/** @param {TimePanel} panel */
function showPlaying(panel) {
  panel.playButton.setAttribute("aria-pressed", String(Boolean(panel.playback)));
  panel.playButton.querySelector("path")?.setAttribute("d", TRANSPORT_ICONS[panel.playback ? "pause" : "play"]);
}
