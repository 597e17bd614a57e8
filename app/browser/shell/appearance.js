// @ts-check
// Light or dark: the switch, and news of the page's ground.

import { GROUND, MORE_CONTRAST } from "../core/theme.js";

const SWITCH_DRAWN = {
  light: '<circle cx="8" cy="8" r="3.2"/><path d="M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.4 1.4M11.6 11.6L13 13M13 3l-1.4 1.4M4.4 11.6L3 13"/>',
  dark: '<path d="M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1Z"/>',
};

/**
 * @param {HTMLButtonElement} target
 * @param {"light" | "dark"} wanted to which it switches
 * @param {Record<string, string>} words
 */
export function drawAppearanceSwitch(target, wanted, words) {
  target.innerHTML = `<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" aria-hidden="true">${SWITCH_DRAWN[wanted]}</svg>`;
  target.title = target.ariaLabel = words[`to_${wanted}`];
}

/**
 * Calls `take` when the page's ground may have changed: by the system's setting, by Streamlit's, or by forced colours; or when the reader
 * asks for more contrast. A transition begins whenever the colour of an element changes, whoever changed it.
 * @param {HTMLElement} root
 * @param {() => void} take
 * @param {AbortSignal} signal
 */
export function watchAppearance(root, take, signal) {
  const probe = document.createElement("i");
  probe.className = "ground-probe";
  probe.style.color = GROUND;
  probe.ariaHidden = "true";
  root.append(probe);
  probe.addEventListener("transitionend", take, { signal });
  for (const asked of ["(forced-colors: active)", MORE_CONTRAST]) window.matchMedia(asked).addEventListener("change", take, { signal });
}
