// @ts-check
// What stays when the panel's body is made anew: open folds, how far it was scrolled, the focus.

/** @typedef {import("./index.js").Details} Details */
/**
 * @typedef {object} BodyState
 * @property {string} subject
 * @property {Set<string | undefined>} folds those that were open
 * @property {number} top how far the body was scrolled
 * @property {number | null} focus where in the body the focus was, by number; null where it was elsewhere
 * @property {number | null} given where a card that waits for its texts got the focus instead
 */

const CAN_HAVE_FOCUS = "button, a, summary";

/**
 * A card that waits for its texts has no folds, and little to scroll: what was so before it counts.
 * @param {Details} details
 * @returns {BodyState}
 */
export function bodyState(details) {
  const { parts: { body }, subject, beforeWaiting } = details;
  const focus = placeOfFocus(details);
  if (beforeWaiting) return { ...beforeWaiting, focus: focus === beforeWaiting.given ? beforeWaiting.focus : focus };
  const open = /** @type {HTMLElement[]} */ ([...body.querySelectorAll("details[open]")]);
  return { subject, folds: new Set(open.map((fold) => fold.dataset.fold)), top: details.top, focus, given: null };
}

/**
 * The same card made anew has the folds and the place that it had; another begins at its top, and the list where it was left.
 * @param {Details} details
 * @param {BodyState} before
 */
export function restoreFoldsAndScroll(details, before) {
  const { parts: { body }, subject, listTop } = details;
  if (subject === before.subject) {
    for (const fold of body.querySelectorAll("details")) fold.open = before.folds.has(fold.dataset.fold);
    scrollBody(details, before.top);
  } else {
    scrollBody(details, subject ? 0 : listTop);
  }
}

/** @param {Details} details @param {number} top */
export function scrollBody(details, top) {
  if (top === details.top) return;
  details.parts.body.scrollTop = top;
  details.top = details.parts.body.scrollTop;
}

/**
 * The focus stays on the same button of a card made anew or of the next one, goes to a new card's way back, and returns to the row of the
 * event just left.
 * @param {Details} details
 * @param {BodyState} before
 */
export function restoreFocus(details, before) {
  const { parts: { body }, subject, sheet, lastEvent } = details;
  if (before.focus !== null) {
    const all = /** @type {HTMLElement[]} */ ([...body.querySelectorAll(CAN_HAVE_FOCUS)]);
    const back = /** @type {HTMLElement | null} */ (body.querySelector(".back"));
    let target = back;
    if (subject === before.subject || (before.subject && all[before.focus]?.matches(".step:enabled"))) target = all[before.focus];
    else if (!subject) {
      const rows = sheet?.lists.flatMap((list) => list.shown.map((event) => ({ list, event }))) ?? [];
      const row = rows.find(({ event }) => event.id === lastEvent) || rows[0];
      target = row?.list.rowOf(row.event) ?? null;
    }
    // What is folded away cannot have the focus; what unfolds it can.
    target = target?.closest("details:not([open])")?.querySelector("summary") ?? target;
    (target && !target.hasAttribute("disabled") ? target : back)?.focus();
  }
  const given = placeOfFocus(details);
  const sameBefore = subject === before.subject ? before : { subject, folds: new Set(), top: 0, focus: given };
  details.beforeWaiting = sheet?.isWaiting ? { ...sameBefore, given } : null;
}

/** @param {Details} details */
function placeOfFocus({ root, parts: { body } }) {
  const focused = /** @type {ShadowRoot | Document} */ (root.getRootNode()).activeElement;
  return focused && body.contains(focused) ? [...body.querySelectorAll(CAN_HAVE_FOCUS)].indexOf(focused) : null;
}
