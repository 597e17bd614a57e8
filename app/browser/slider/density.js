// @ts-check
// Behind the slider: how many of the events that pass the filters touch each part of the axis.

import { element } from "../core/dom.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/** @typedef {{ basis: string, scale: import("../core/dataset.js").Scale, first: Int16Array, last: Int16Array }} Bins by event, -1 for one that counts nowhere */

const DENSITY_BINS = 96;
const LONG_SPAN = 0.2; // a longer span, as a share of the axis, says nothing about where events crowd

/** @type {WeakMap<TimePanel, Bins>} */
const binsOfPanels = new WeakMap();

/** @param {TimePanel} panel */
export function buildDensity(panel) {
  panel.density = element("div", "density");
  panel.density.append(...Array.from({ length: DENSITY_BINS }, () => element("i")));
  panel.track.prepend(panel.density);
}

/** @param {TimePanel} panel */
export function drawDensity(panel) {
  const counts = densityOf(binsOf(panel), panel.atlas.visibility.passes);
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const bars = /** @type {HTMLCollectionOf<HTMLElement>} */ (panel.density.children);
  counts.forEach((count, bin) => { bars[bin].style.height = `${(count / most) * 100}%`; });
}

/**
 * @param {Pick<Bins, "first" | "last">} bins
 * @param {(index: number) => boolean} passes
 * @returns {Int32Array} by bin, how many events touch it
 */
export function densityOf({ first, last }, passes) {
  const counts = new Int32Array(DENSITY_BINS);
  for (let index = 0; index < first.length; index += 1) {
    if (first[index] < 0 || !passes(index)) continue;
    for (let bin = first[index]; bin <= last[index]; bin += 1) counts[bin] += 1;
  }
  return counts;
}

/** @param {TimePanel} panel @returns {Bins} the same until the scale or the date source changes */
function binsOf(panel) {
  const { atlas, scale } = panel;
  const { basis } = atlas.view.get();
  let bins = binsOfPanels.get(panel);
  if (bins?.basis !== basis || bins.scale !== scale) {
    bins = { basis, scale, ...binsOnScale(atlas.dataset.spans[basis], scale.position) };
    binsOfPanels.set(panel, bins);
  }
  return bins;
}

/**
 * @param {import("../core/dataset.js").Spans} spans
 * @param {(day: number) => number} position
 * @returns {Pick<Bins, "first" | "last">}
 */
export function binsOnScale({ first, last, dated }, position) {
  const [from, to] = [new Int16Array(first.length).fill(-1), new Int16Array(first.length).fill(-1)];
  for (let index = 0; index < first.length; index += 1) {
    const [start, end] = [position(first[index]), position(last[index])];
    if (!dated[index] || end - start > LONG_SPAN) continue;
    from[index] = Math.floor(start * DENSITY_BINS);
    to[index] = Math.min(Math.floor(end * DENSITY_BINS), DENSITY_BINS - 1);
  }
  return { first: from, last: to };
}
