// @ts-check
// How large a slide is in its window: one larger than it was designed for shows it larger, writing and all. It is laid out at
// `window / scale` and then scaled, so that all engines compute the same.

import { slidePart } from "./surround.js";

const TIGHT = ["tight", "tightest"]; // captions closer together, and then each on a line

/** @param {import("./inlined.js").SlideSettings} settings */
export function fitSlide({ designedFor: [width, height], leastScale }) {
  // A window held upright has a layout of its own, in full size.
  const least = leastScale && window.innerWidth < window.innerHeight ? 1 : leastScale;
  const scale = Math.max(least, Math.min(window.innerWidth / width, window.innerHeight / height)) || 1;
  const { style } = document.documentElement;
  style.setProperty("--slide-width", `${window.innerWidth / scale}px`);
  style.setProperty("--slide-height", `${window.innerHeight / scale}px`);
  style.setProperty("--slide-scale", scale === 1 ? "none" : `scale(${scale})`);
  slidePart(".beside").append(slidePart(".legend"));
  fitBesideMap();
}

/**
 * The key stands under the captions if there is room for both, and else over the whole width, under the timeline. There it stays until the
 * slide is fitted anew: the map has less room then, and what is on it, and so in the key, may be less.
 */
export function fitBesideMap() {
  const beside = slidePart(".beside");
  beside.classList.remove(...TIGHT);
  const isFull = () => beside.scrollHeight > beside.clientHeight + 1;
  if (document.documentElement.dataset.layout !== "captions" || isFull()) slidePart(".below").append(slidePart(".legend"));
  for (const closer of TIGHT) if (isFull()) beside.classList.add(closer);
}
