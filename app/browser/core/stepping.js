// @ts-check
// Stepping from event to event, for whichever view has the focus.

import { beginsInRange } from "./subject.js";
import { SHOWN } from "./visibility.js";

/** @typedef {import("./atlas.js").Atlas} Atlas */

/**
 * Selects the next event shown after the selected one, or the one before it, by date; those of one day in the order of the table. With nothing
 * selected, the first or the last one. On a composed picture these are its captions, or without any what begins in its range. A step even where there is none: it ends a range that plays.
 * @param {Atlas} atlas
 * @param {number} by 1 for the next, -1 for the one before
 * @returns {boolean} false where there is none
 */
export function stepBy(atlas, by) {
  const view = atlas.view.get();
  const { selected } = view;
  const order = orderOfSteps(atlas, view);
  let at = order.findIndex(({ id }) => id === selected);
  if (at < 0 && by < 0) at = order.length;
  do at += by; while (order[at] && atlas.visibility.status[order[at].index] !== SHOWN);
  atlas.view.set({ selected: order[at]?.id ?? selected }, { step: true });
  return Boolean(order[at]);
}

/** @param {Atlas} atlas @param {import("./view.js").View} view */
function orderOfSteps({ composed, captions, dataset }, view) {
  const order = dataset.inOrder(view.basis);
  if (!composed) return order;
  const named = captions();
  return named.length ? named.map((index) => dataset.events[index]) : order.filter(({ index }) => beginsInRange(dataset, view, index));
}

/**
 * Lets go what is selected. A step even where nothing is, for the same reason.
 * @param {Atlas} atlas
 * @returns {boolean} false where nothing was selected
 */
export function clearSelection(atlas) {
  const { selected } = atlas.view.get();
  atlas.view.set({ selected: "" }, { step: true });
  return Boolean(selected);
}
