// @ts-check
// Where the focus goes when the panel's body is made anew.

/** @typedef {import("./index.js").Details} Details */

const CAN_HAVE_FOCUS = "button, a, summary";

/**
 * Where in the body the focus is, by number; null where it is elsewhere.
 * @param {Details} details
 */
export function placeOfFocus({ root, parts: { body } }) {
  const focused = /** @type {ShadowRoot | Document} */ (root.getRootNode()).activeElement;
  return focused && body.contains(focused) ? [...body.querySelectorAll(CAN_HAVE_FOCUS)].indexOf(focused) : null;
}

/**
 * The focus stays on the same button of a card drawn anew or of the next one, goes to a new card's way back, and returns to the row of the
 * event just left.
 * @param {Details} details
 * @param {string} before the subject before
 * @param {number} place where the focus was
 */
export function moveFocus({ parts: { body }, subject, sheet, lastEvent }, before, place) {
  const all = /** @type {HTMLElement[]} */ ([...body.querySelectorAll(CAN_HAVE_FOCUS)]);
  const back = /** @type {HTMLElement | null} */ (body.querySelector(".back"));
  let target = back;
  if (subject === before || (before && all[place]?.matches(".step:enabled"))) target = all[place];
  else if (!subject) {
    const rows = sheet?.lists.flatMap((list) => list.shown.map((event) => ({ list, event }))) ?? [];
    const row = rows.find(({ event }) => event.id === lastEvent) || rows[0];
    target = row?.list.rowOf(row.event) ?? null;
  }
  (target && !target.hasAttribute("disabled") ? target : back)?.focus();
}
