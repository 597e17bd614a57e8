// @ts-check
// Where the map of Explore stands at first: what the region's start must show, and no mark cut in two by an edge if that can be.

import { hasSize, moveItself } from "./viewport.js";

/** @typedef {import("./state.js").MapState} MapState */

// Room that the first fit leaves for a mark at its edges, and for a line of credits, scale or list of places. Its height is not
// measured: the first fit comes before its styles.
export const MARK_PX = 14;
const LINE_PX = 28;
export const NARROW_PX = 500; // as in map.css
const FARTHEST_PX = 40; // the start is moved so far at most for the sake of marks at its edges

// A slide says its credits elsewhere. On a narrow map the scale still reaches the marks, and so does the list of places beyond the frame.
/** @param {MapState} state */
function roomAround({ map }) {
  const hasCredits = map.getContainer().querySelector(".atlas-note").offsetHeight > 0;
  const isNarrow = map.getSize().x <= NARROW_PX;
  return { above: MARK_PX + (isNarrow ? LINE_PX : 0), below: MARK_PX + (hasCredits || isNarrow ? LINE_PX : 0) };
}

/**
 * Shows all of the start; for a frame that has no size yet, once it has.
 * @param {MapState} state
 */
export function fitStart(state) {
  if (!hasSize(state)) return;
  const { above, below } = roomAround(state);
  const padding = { paddingTopLeft: [MARK_PX, above], paddingBottomRight: [MARK_PX, below] };
  moveItself(state, () => state.map.fitBounds(state.settings.start, { animate: false, ...padding }));
  moveItself(state, () => moveEdgeOffMarks(state)); // a move of its own: the end of the first one ends what is said of it
}

// Moves the map a little where its edge would cut places' marks in two, as long as all of the start stays in sight.
/** @param {MapState} state */
function moveEdgeOffMarks(state) {
  const { map, dataset, settings } = state;
  const { x: width, y: height } = map.getSize();
  const { above, below } = roomAround(state);
  const start = L.latLngBounds(settings.start);
  const [first, last] = [start.getNorthWest(), start.getSouthEast()].map((at) => map.latLngToContainerPoint(at));
  const marks = dataset.places.filter(({ at }) => at).map(({ at }) => map.latLngToContainerPoint(at));
  const across = marks.filter(({ y }) => y > 0 && y < height).map(({ x }) => x);
  const upright = marks.filter(({ x }) => x > 0 && x < width).map(({ y }) => y);
  const by = [
    leastCut(across, width, first.x - MARK_PX, last.x + MARK_PX - width),
    leastCut(upright, height, first.y - above, last.y + below - height),
  ];
  if (by[0] || by[1]) map.panBy(by, { animate: false });
}

// The shortest move along an axis, from `least` to `most`, that leaves the least of the marks across either end.
/** @param {number[]} marks @param {number} length @param {number} most @param {number} least */
function leastCut(marks, length, most, least) {
  const depth = (/** @type {number} */ at) => Math.max(0, MARK_PX + 4 - Math.min(Math.abs(at), Math.abs(at - length)));
  const cut = (/** @type {number} */ by) => marks.reduce((sum, at) => sum + depth(at - by) ** 2, 0);
  let best = 0;
  for (let px = 1; px <= FARTHEST_PX && cut(best); px += 1) {
    for (const by of [px, -px]) {
      if (by <= most && by >= least && cut(by) < cut(best)) best = by;
    }
  }
  return best;
}
