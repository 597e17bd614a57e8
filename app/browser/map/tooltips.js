// @ts-check
// What a tooltip says, and its place within the map: what stands over the edge would be cut.

import { setText } from "../core/direction.js";
import { listenToMap } from "./state.js";

/** @typedef {import("./state.js").MapState} MapState */

const TIP_MARGIN_PX = 3;
/** Options of each tooltip. Leaflet's own would let names and marks beneath be seen through the words. */
export const TIP_LOOK = { className: "atlas-tip", opacity: 1 };

/** @param {MapState} state */
export function keepTooltipsInside(state) {
  /** @type {any} */
  let open = null;
  listenToMap(state, "tooltipopen", ({ tooltip }) => {
    open = tooltip;
    moveInside(state.map, tooltip);
    hideChipsUnder(state, tooltip.getElement());
  });
  listenToMap(state, "tooltipclose", ({ tooltip }) => {
    if (open !== tooltip) return;
    open = null;
    hideChipsUnder(state, null);
  });
  listenToMap(state, "mousemove", () => {
    if (!open?.options.sticky) return;
    moveInside(state.map, open);
    hideChipsUnder(state, open.getElement());
  });
}

// Chips at the map's edges stand over everything that Leaflet draws: those that would cover a tooltip's words are away while it is open.
/** @param {MapState} state @param {Element | null} box */
function hideChipsUnder({ chips }, box) {
  const tip = box?.getBoundingClientRect();
  for (const { button } of chips.drawn) {
    const { left, right, top, bottom } = button.getBoundingClientRect();
    button.classList.toggle("under-tip", Boolean(tip && left < tip.right && right > tip.left && top < tip.bottom && bottom > tip.top));
  }
}

// A tooltip that has no room above its mark goes below it; any other is moved as little as it takes.
/** @param {any} map @param {any} tooltip */
function moveInside(map, tooltip) {
  const box = tooltip.getElement();
  if (!box) return;
  box.style.translate = "";
  const [tip, frame] = [box, map.getContainer()].map((element) => element.getBoundingClientRect());
  const into = (/** @type {number} */ start, /** @type {number} */ end, /** @type {number} */ first, /** @type {number} */ last) =>
    Math.max(0, first + TIP_MARGIN_PX - start) || Math.min(0, last - TIP_MARGIN_PX - end);
  const across = into(tip.left, tip.right, frame.left, frame.right);
  const { direction, offset } = tooltip.options;
  const toBelow = tip.height - 2 * L.point(offset).y;
  const above = tip.top < frame.top + TIP_MARGIN_PX && direction === "top";
  const down = above && tip.bottom + toBelow <= frame.bottom ? toBelow : into(tip.top, tip.bottom, frame.top, frame.bottom);
  if (across || down) box.style.translate = `${across}px ${down}px`;
}

/**
 * Texts from tables are set as text, never as HTML.
 * @param {string} heading
 * @param {string[]} lines the first ones
 * @param {number} total how many there would be
 */
export function tooltipContent(heading, lines, total) {
  const box = document.createElement("div");
  const add = (/** @type {string} */ name, /** @type {string} */ text) => {
    const element = document.createElement(name);
    setText(element, text);
    box.append(element);
  };
  add("strong", heading);
  for (const line of lines) add("span", line);
  if (total > lines.length) add("span", `+ ${total - lines.length}`);
  return box;
}
