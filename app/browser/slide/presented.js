// @ts-check
// A slide that fills the screen in front of people. Page keys, and the remote controls that send them, turn from chapter to
// chapter; arrows step from event to event; Escape leaves, and the page around it hears where the view stands.

import { sameValue } from "../core/address.js";
import { writeAnnotations } from "../core/annotations.js";
import { mapFrame, showTurn, slideAtlas, slideSettings } from "./index.js";
import { startAnnotating } from "./annotating.js";
import { bringAnnotations, keepAnnotations } from "./kept_annotations.js";
import { makePresentBar } from "./present_bar.js";

const { turns } = slideSettings;
let turnShown = Math.max(0, turns.findLastIndex(({ range }) => sameValue(range, turns[0].range)));

// What is written on a chapter's slide stays with it, as long as the browser's tab is open. The first turn's is the View's.
const annotating = startAnnotating(() => {
  turns[turnShown].annotations = writeAnnotations(slideAtlas.view.get().annotations);
  keepAnnotations(turns.slice(1));
});
bringAnnotations(turns.slice(1));
turns[turnShown].annotations = turns[0].annotations;

/** @param {number} by */
function turnBy(by) {
  const wanted = Math.max(0, Math.min(turnShown + by, turns.length - 1));
  if (wanted === turnShown) return;
  annotating.release();
  turnShown = wanted;
  showTurn(turns[turnShown]);
}

function leaveSlide() {
  const { selected, camera } = slideAtlas.view.get();
  window.parent.postMessage({ type: "atlas-leave", range: [...slideAtlas.range()], selected, camera }, window.location.origin);
}

/** @param {KeyboardEvent} event */
function takeSlideKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.key === "Escape" && annotating.release()) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  if (annotating.isWriting()) return;
  const actions = new Map([["Escape", leaveSlide], ["PageDown", () => turnBy(1)], ["PageUp", () => turnBy(-1)]]);
  const act = actions.get(event.key);
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

addEventListener("message", ({ source, data }) => {
  if (source !== window.parent) return;
  if (data.type === "atlas-leave") leaveSlide();
  if (data.type === "atlas-turn") turnBy(data.by);
});
addEventListener("keydown", takeSlideKey, { capture: true });
const shownMap = mapFrame();
const bar = makePresentBar(slideAtlas, { previous: () => turnBy(-1), next: () => turnBy(1), leave: leaveSlide }, annotating);
shownMap?.addEventListener("load", () => {
  shownMap.contentWindow?.addEventListener("keydown", takeSlideKey, { capture: true });
  for (const type of ["pointermove", "pointerdown"]) shownMap.contentWindow?.addEventListener(type, bar.show, { passive: true });
});
new MutationObserver(() => window.parent.postMessage({ type: "atlas-ready" }, window.location.origin))
  .observe(document.documentElement, { attributeFilter: ["data-ready"] });
