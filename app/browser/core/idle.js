// @ts-check
// What is done ahead of need waits until the page has nothing else to do.

const IDLE_AFTER_MS = 3000; // the page is taken to be idle after so long, however busy it is

/** @param {() => void} run */
export function runWhenIdle(run) {
  if ("requestIdleCallback" in window) window.requestIdleCallback(run, { timeout: IDLE_AFTER_MS });
  else setTimeout(run, IDLE_AFTER_MS);
}
