// @ts-check
// Asking for the opening, from another panel of Explore or from another page: then it opens as soon as Explore is there.

const ASKED = "atlas-opening";
let waiting = false;

/** @param {import("../core/atlas.js").Atlas} atlas */
export function askForOpening(atlas) {
  waiting = true;
  window.dispatchEvent(new CustomEvent(ASKED));
  if (waiting) atlas.view.openPage("explore");
}

/** @param {() => void} open @param {AbortSignal} signal */
export function onRequest(open, signal) {
  window.addEventListener(ASKED, () => {
    waiting = false;
    open();
  }, { signal });
}

/** True, once, where the opening was asked for before there was anybody to hear of it. */
export function takeRequest() {
  const wasWaiting = waiting;
  waiting = false;
  return wasWaiting;
}
