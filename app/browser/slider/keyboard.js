// @ts-check
// The keys that step from event to event and that let go what is selected, wherever the focus is.

import { clearSelection, stepBy } from "../core/stepping.js";
import { endPlayback, stopPlayback } from "./playback.js";
import { releaseRange } from "./range.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */

const KEEPS_EVERY_KEY = 'textarea, select, audio, video, [contenteditable]:not([contenteditable="false"])';
const KEEPS_ARROWS = '[role="slider"], [role="tab"], [role="radio"], [role="spinbutton"], [role="grid"], [role="tree"], [role="separator"]';
const OPEN_OVER_PAGE = '[role="dialog"], [role="menu"], [role="listbox"], [role="combobox"], [data-baseweb="popover"]';
const PLAIN_INPUTS = new Set(["button", "checkbox", "color", "file", "image", "reset", "submit"]);
const PASSING_KEYS = ["Tab", "Shift", "Control", "Alt", "Meta"];

/** @param {TimePanel} panel @param {1 | -1} by */
export function stepFromPanel(panel, by) {
  if (endPlayback(panel)) releaseRange(panel);
  stepBy(panel.atlas, by);
}

/** @param {TimePanel} panel */
export function listenToStepKeys(panel) {
  document.addEventListener("keydown", (event) => {
    const isOurs = stepsOrClears(event);
    if (!isOurs && panel.playback && !keepsPlaying(panel, event)) stopPlayback(panel);
    if (!isOurs) return;
    if (event.key === "Escape") {
      if (endPlayback(panel)) releaseRange(panel);
      clearSelection(panel.atlas);
      return;
    }
    event.preventDefault();
    stepFromPanel(panel, (event.key === "ArrowLeft") === panel.mirrored ? 1 : -1);
  }, { signal: panel.leaving.signal });
}

/**
 * The keys of the play button itself and of its settings, and those that only move the focus.
 * @param {TimePanel} panel
 * @param {KeyboardEvent} event
 */
function keepsPlaying(panel, event) {
  const target = event.composedPath()[0];
  if (PASSING_KEYS.includes(event.key)) return true;
  return event.key !== "Escape" && [panel.playButton, panel.modes, panel.speeds].some((own) => own === target);
}

/**
 * True for a key that steps or clears, unless it belongs to what has the focus. Components live in shadow roots: the event's path
 * begins at the true target.
 * @param {KeyboardEvent} event
 */
function stepsOrClears(event) {
  if (!["ArrowLeft", "ArrowRight", "Escape"].includes(event.key)) return false;
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const path = /** @type {HTMLElement[]} */ (event.composedPath().filter((node) => node instanceof Element));
  const target = path[0];
  if (!target) return true;
  if (target.matches(KEEPS_EVERY_KEY) || target.isContentEditable || path.some((node) => node.matches(OPEN_OVER_PAGE))) return false;
  const kind = target instanceof HTMLInputElement ? target.type : "";
  if (event.key === "Escape") return !kind || kind === "range" || kind === "radio" || PLAIN_INPUTS.has(kind);
  return (!kind || PLAIN_INPUTS.has(kind)) && !target.matches(KEEPS_ARROWS);
}
