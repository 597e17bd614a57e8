// @ts-check
// How large a slide is in its window: one larger than it was designed for shows it larger, writing and all. It is laid out at
// `window / scale` and then scaled, so that all engines compute the same.

import { slidePart } from "./surround.js";

/** @param {import("./inlined.js").SlideSettings} settings */
export function fitSlide({ designedFor: [width, height], leastScale }) {
  const scale = Math.max(leastScale, Math.min(window.innerWidth / width, window.innerHeight / height)) || 1;
  const { style } = document.documentElement;
  style.setProperty("--slide-width", `${window.innerWidth / scale}px`);
  style.setProperty("--slide-height", `${window.innerHeight / scale}px`);
  style.setProperty("--slide-scale", scale === 1 ? "none" : `scale(${scale})`);
  fitSlideLegend();
}

/** A key with many rows is set smaller, so that it stays beside the map. */
export function fitSlideLegend() {
  const legend = slidePart(".legend");
  legend.style.zoom = "1";
  const needed = legend.scrollHeight;
  const room = legend.parentElement?.clientHeight ?? needed;
  if (needed > room) legend.style.zoom = String(room / needed);
}
