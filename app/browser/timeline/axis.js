// @ts-check
// The words along the axis, for what is in sight.

import { breakBoxes } from "./bands.js";
import { across } from "./positions.js";
import { chooseTicks, fitTicks, leastDistances } from "./ticks.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */

/**
 * The axis for what is in sight now.
 * @param {TimePanel} panel
 * @param {any} axis Plotly's
 */
export function axisOfWindow(panel, axis) {
  const { window, scale, drawnWidth: width, atlas, mirrored, family, canvas, sizes } = panel;
  const { intl_locale: locale } = atlas.language();
  const font = `${sizes.tick_px}px ${family}`;
  const measure = (/** @type {string} */ text) => {
    canvas.font = font; // others measure with this canvas too
    return canvas.measureText(text).width;
  };
  const ticks = chooseTicks({ scale, breaks: scale.breaks, window, width, locale, least: leastDistances(locale, font, measure) });
  const kept = fitTicks(ticks, { width, measure, breaks: scale.breaks, taken: breakBoxes(panel), across: (at) => across(panel, at) });
  // Plotly would leave these out itself, but its measure is that of the screen: on a slide that is scaled it would be wrong.
  const whole = kept.filter(({ at, text }) => across(panel, at) >= measure(text) / 2 && across(panel, at) <= width - measure(text) / 2);
  const range = mirrored ? [window[1], window[0]] : window;
  return { ...axis, tickfont: { ...axis.tickfont, size: sizes.tick_px }, range, tickangle: 0, ticklabeloverflow: "allow", tickvals: whole.map(({ at }) => at), ticktext: whole.map(({ text }) => text) };
}
