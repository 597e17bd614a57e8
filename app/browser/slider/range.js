// @ts-check
// What a reader does to the range on this panel.

import { sameValue } from "../core/address.js";
import { dropTypedDays } from "./date_fields.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */

/**
 * Moves the range; more moves may follow at once.
 * @param {TimePanel} panel
 * @param {readonly number[]} range
 */
export function moveRange(panel, [first, last]) {
  if (!sameValue([first, last], panel.range)) dropTypedDays(panel);
  panel.range = [first, last];
  panel.atlas.setRange(panel.range, { moving: true });
}

/**
 * The range rests where it is: the browser's Back leads to where it was before.
 * @param {TimePanel} panel
 */
export function releaseRange(panel) {
  clearTimeout(panel.keyTimer);
  panel.atlas.setRange(panel.range, { step: true });
}
