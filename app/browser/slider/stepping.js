// Stepping from event to event, and the keys that do it wherever the focus is.

import { inRange } from "../core/visibility.js";
import { stopPlay } from "./playback.js";
import { choose, release } from "../time_panel/index.js";

const KEEPS_EVERY_KEY = 'textarea, select, audio, video, [contenteditable]:not([contenteditable="false"])';
const KEEPS_ARROWS = '[role="slider"], [role="tab"], [role="radio"], [role="spinbutton"], [role="grid"], [role="tree"], [role="separator"]';
const OPEN_OVER_PAGE = '[role="dialog"], [role="menu"], [role="listbox"], [role="combobox"], [data-baseweb="popover"]';
const PLAIN_INPUTS = new Set(["button", "checkbox", "color", "file", "image", "reset", "submit"]);

export function passes(panel, id) {
  return (!panel.passing || panel.passing.has(id)) && (!panel.inSight || panel.inSight.has(id));
}

function isVisible(panel, { id, spans }) {
  const { basis, certainty } = panel.data;
  return passes(panel, id) && inRange(spans[basis], panel.range, certainty);
}

// All dated events by their first day; on the same day as in the table.
function orderEvents(panel) {
  const { events, basis } = panel.data;
  if (panel.ordered?.events !== events || panel.ordered.basis !== basis) {
    const list = events.filter(({ spans }) => spans[basis]).sort((one, other) => one.spans[basis][0] - other.spans[basis][0]);
    panel.ordered = { events, basis, list };
  }
  return panel.ordered.list;
}

export function stepBy(panel, by) {
  const played = stopPlay(panel, { quietly: true });
  const order = orderEvents(panel);
  let at = order.findIndex(({ id }) => id === panel.selected);
  if (at < 0 && by < 0) at = order.length;
  do at += by; while (order[at] && !isVisible(panel, order[at]));
  if (order[at]) choose(panel, order[at].id);
  else if (played) release(panel);
}

// The days on which events begin that filters let through, within the scale, in order.
export function visibleStarts(panel) {
  return orderEvents(panel).filter(({ id }) => passes(panel, id)).map(({ spans }) => panel.scale.inside(spans[panel.data.basis][0]));
}

export function takeEscape(panel) {
  const played = stopPlay(panel, { quietly: true });
  if (panel.selected) choose(panel, "");
  else if (played) release(panel);
}

// Components live in shadow roots: the event's path begins at the true target. Returns what takes the listener away.
export function listenToKeys(panel) {
  const listener = (event) => {
    const ours = isOurs(event);
    if (!ours && panel.play && !keepsPlaying(panel, event)) stopPlay(panel);
    if (!ours) return;
    if (event.key === "Escape") return takeEscape(panel);
    event.preventDefault();
    stepBy(panel, (event.key === "ArrowLeft") === (panel.data.language === "ar") ? 1 : -1);
  };
  document.addEventListener("keydown", listener);
  return () => document.removeEventListener("keydown", listener);
}

// The keys of the play button itself and of its settings, and those that only move the focus.
function keepsPlaying(panel, event) {
  const target = event.composedPath()[0];
  if (["Tab", "Shift", "Control", "Alt", "Meta"].includes(event.key)) return true;
  return event.key !== "Escape" && [panel.playButton, panel.modes, panel.speeds].includes(target);
}

// True for a key that steps or clears, unless it belongs to what has the focus.
function isOurs(event) {
  if (!["ArrowLeft", "ArrowRight", "Escape"].includes(event.key)) return false;
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const path = event.composedPath().filter((node) => node instanceof Element);
  const target = path[0];
  if (!target) return true;
  if (target.matches(KEEPS_EVERY_KEY) || target.isContentEditable || path.some((node) => node.matches(OPEN_OVER_PAGE))) return false;
  const kind = target.matches("input") ? target.type : "";
  if (event.key === "Escape") return !kind || kind === "range" || kind === "radio" || PLAIN_INPUTS.has(kind);
  return (!kind || PLAIN_INPUTS.has(kind)) && !target.matches(KEEPS_ARROWS);
}
