// Lays the slide's own page over the whole window. It is shown once it is drawn, so that nothing flashes.

import { isoOf } from "../core/dates.js";
import { appearanceOf } from "../core/theme.js";

const DRAWN = '<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M1.5 2.5h13M2.5 2.5v8h11v-8M8 10.5v3M5 14l3-1 3 1M6.8 5v3.2L9.6 6.6Z"/></svg>';
const WRITES = "input, textarea, select, [contenteditable]";
const OVERLAY = "position:fixed;inset:0;width:100%;height:100%;border:0;z-index:2000000;visibility:hidden;background:var(--ground,#fff)";
const states = new WeakMap();

export default function present({ parentElement, data, setTriggerValue }) {
  const button = parentElement.querySelector("button");
  let state = states.get(button);
  if (!state) {
    state = makeState(button, data);
    states.set(button, state);
  }
  Object.assign(state, { data, setTriggerValue });
  button.innerHTML = DRAWN;
  button.title = `${data.words.present} (P)`;
  button.setAttribute("aria-label", data.words.present);
  button.setAttribute("aria-keyshortcuts", "P");
  if (data.presenting && !state.frame) open(state);
  else if (!data.presenting && state.frame && state.told) close(state);
  state.told = data.presenting;
  const call = (state.calls += 1);
  return () => {
    if (call === state.calls) unmake(state);
  };
}

function makeState(button, data) {
  const state = { button, data, calls: 0, frame: null, told: false, latest: null, leaving: new AbortController() };
  const { signal } = state.leaving;
  button.onclick = () => enter(state);
  document.addEventListener("keydown", (event) => takeKey(state, event), { signal });
  window.addEventListener("message", (event) => takeMessage(state, event), { signal });
  document.addEventListener("fullscreenchange", () => {
    if (state.frame && state.wasFull && !document.fullscreenElement) askToLeave(state);
    state.wasFull = Boolean(document.fullscreenElement);
  }, { signal });
  state.channel = new BroadcastChannel(data.channel);
  state.channel.onmessage = ({ data: message }) => {
    if (message.type === "state") state.latest = message;
    else if (message.type === "range" && state.latest) state.latest.range = message.range;
    else if (message.type === "present") enter(state);
  };
  state.channel.postMessage({ type: "hello" });
  return state;
}

function unmake(state) {
  state.leaving.abort();
  state.channel.close();
  close(state);
  states.delete(state.button);
}

function takeKey(state, event) {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const target = event.composedPath()[0];
  if (target instanceof HTMLElement && (target.matches(WRITES) && target.getAttribute("type") !== "range" || target.isContentEditable)) return;
  if (event.key.toLowerCase() !== "p" && event.code !== "KeyP") return;
  event.preventDefault();
  enter(state);
}

// The screen is asked for at once, while the browser still takes it for the reader's own wish.
function enter(state) {
  if (state.frame) return;
  open(state);
  document.documentElement.requestFullscreen?.().catch(() => {}); // without it the window is filled
  state.setTriggerValue("presenting", { on: true });
}

// The address has the view; what has moved since, the panels say.
function open(state) {
  const query = new URLSearchParams(window.location.search);
  if (state.latest) {
    const { range, selected, camera } = state.latest;
    const { ends } = state.data;
    const now = {
      from: range[0] > ends[0] ? isoOf(range[0]) : "",
      to: range[1] < ends[1] ? isoOf(range[1]) : "",
      selected,
      camera: camera ? camera.join(",") : "",
    };
    for (const [name, text] of Object.entries(now)) query.set(name, text);
  }
  query.set("appearance", appearanceOf(state.button));
  const frame = document.createElement("iframe");
  frame.src = `${state.data.url}?${query}`;
  frame.title = state.data.words.present;
  frame.className = "atlas-presented";
  frame.allow = "fullscreen";
  frame.style.cssText = OVERLAY;
  state.frame = frame;
  state.button.setAttribute("aria-busy", "true");
  document.body.append(frame);
}

function takeMessage(state, { source, origin, data }) {
  if (!state.frame || source !== state.frame.contentWindow || origin !== window.location.origin) return;
  if (data.type === "atlas-ready") {
    state.button.removeAttribute("aria-busy");
    state.frame.style.visibility = "visible";
    state.frame.focus();
  } else if (data.type === "atlas-leave") {
    const { range, selected, camera } = data;
    close(state);
    state.setTriggerValue("presenting", { on: false, range, selected, camera });
  }
}

// The slide knows where it stands; one that is not drawn yet has nothing to tell.
function askToLeave(state) {
  if (!state.button.hasAttribute("aria-busy")) return state.frame.contentWindow.postMessage({ type: "atlas-leave" }, window.location.origin);
  close(state);
  state.setTriggerValue("presenting", { on: false });
}

function close(state) {
  if (!state.frame) return;
  state.frame.remove();
  state.frame = null;
  state.button.removeAttribute("aria-busy");
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  state.button.focus({ preventScroll: true });
}
