// @ts-check
// Following a pointer from its press to its release.

const SLACK_PX = 4; // a pointer that has moved less has only pressed

/**
 * @param {PointerEvent} start
 * @param {(event: PointerEvent, isLast: boolean, isPress: boolean) => void} take called at each move once the pointer has left its place, and
 *   at the release; `isPress` where it never has
 */
export function dragWith(start, take) {
  const target = /** @type {HTMLElement} */ (start.target);
  const following = new AbortController();
  const { signal } = following;
  let hasMoved = false;
  const isSame = (/** @type {PointerEvent} */ event) => event.pointerId === start.pointerId;
  target.setPointerCapture(start.pointerId);
  target.addEventListener("pointermove", (event) => {
    hasMoved ||= isSame(event) && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > SLACK_PX;
    if (hasMoved && isSame(event)) take(event, false, false);
  }, { signal });
  target.addEventListener("pointerup", (event) => {
    if (!isSame(event)) return;
    following.abort();
    take(event, true, !hasMoved);
  }, { signal });
  target.addEventListener("pointercancel", () => following.abort(), { signal });
}
