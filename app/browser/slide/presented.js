// A slide that fills the screen in front of people. Page keys, and the remote controls that send them, turn from chapter to
// chapter; arrows step from event to event; Escape leaves, and the page around it hears where the view stands.

import { setText } from "../core/direction.js";
import { channel, showTurn } from "./index.js";

const latest = { range: null, selected: "", camera: null };
let turn = Math.max(0, SLIDE.turns.findLastIndex(({ range }) => String(range) === String(SLIDE.turns[0].range)));

function turnBy(by) {
  if (!SLIDE.turns[turn + by]) return;
  turn += by;
  showTurn(SLIDE.turns[turn]);
}

// Between chapters no chapter's title stands over the slide.
function titleFor(range) {
  const { range: ofTurn, title } = SLIDE.turns[turn];
  const heading = document.querySelector("h1");
  const said = String(range) === String(ofTurn) ? title : SLIDE.words.app_title;
  setText(heading, said);
}

function leave() {
  window.parent.postMessage({ type: "atlas-leave", ...latest }, window.location.origin);
}

function takeKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const answer = { Escape: leave, PageDown: () => turnBy(1), PageUp: () => turnBy(-1) }[event.key];
  if (!answer) return;
  event.preventDefault();
  event.stopPropagation();
  answer();
}

// Map and time panel step by themselves where they have the focus.
function stepOnArrow(event) {
  if (!["ArrowLeft", "ArrowRight"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  channel.postMessage({ type: "step", by: (event.key === "ArrowLeft") === (SLIDE.language === "ar") ? 1 : -1 });
}

const hearing = new BroadcastChannel(channel.name);
hearing.onmessage = ({ data: message }) => {
  if (message.type !== "state" && message.type !== "range") return;
  latest.range = message.range;
  if (message.type === "state") [latest.selected, latest.camera] = [message.selected, message.camera];
  titleFor(message.range);
};
addEventListener("message", ({ source, data }) => { if (source === window.parent && data.type === "atlas-leave") leave(); });
addEventListener("keydown", takeKey, { capture: true });
addEventListener("keydown", stepOnArrow);
for (const frame of document.querySelectorAll("iframe")) {
  frame.addEventListener("load", () => frame.contentWindow.addEventListener("keydown", takeKey, { capture: true }));
}
new MutationObserver(() => window.parent.postMessage({ type: "atlas-ready" }, window.location.origin))
  .observe(document.documentElement, { attributeFilter: ["data-ready"] });
