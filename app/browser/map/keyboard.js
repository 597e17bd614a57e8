// @ts-check
// The keyboard in the map's frame. Arrows step from event to event, but pan where the map itself has the focus.

import { clearSelection, stepBy } from "../core/stepping.js";
import { selectCrossing } from "./crossings.js";
import { selectFlow } from "./journeys.js";
import { activatePlace } from "./markers.js";
import { isRightToLeft } from "./state.js";

/** @typedef {import("./state.js").MapState} MapState */

/** @param {MapState} state */
export function listenToMapKeys(state) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape") {
      for (const { layer } of [...state.markers, ...state.crossings]) layer.closeTooltip();
      clearSelection(state.atlas);
    } else if (event.key.toLowerCase() === "p" || event.code === "KeyP") {
      window.parent.dispatchEvent(new CustomEvent("atlas-present"));
    } else if (event.key === "Enter" || event.key === " ") {
      const activate = actionOf(state, event.target);
      if (!activate) return;
      event.preventDefault();
      if (!event.repeat) activate();
    } else if ((event.key === "ArrowLeft" || event.key === "ArrowRight") && event.target !== state.map.getContainer()) {
      event.preventDefault();
      stepBy(state.atlas, (event.key === "ArrowLeft") === isRightToLeft(state) ? 1 : -1);
    }
  }, { signal: state.signal });
}

/** @param {MapState} state @param {EventTarget | null} target @returns {(() => void) | null} what a press on it does */
function actionOf(state, target) {
  const marker = state.markers.find(({ shown, layer }) => shown && layer.getElement() === target);
  if (marker) return () => activatePlace(state, marker.place);
  const crossing = state.crossings.find(({ layer }) => layer.getElement() === target);
  if (crossing) return () => selectCrossing(state, crossing);
  const flow = state.counts.flows.find(({ line, head }) => line && [line.getElement(), head.getElement()].includes(target));
  return flow ? () => selectFlow(state, flow) : null;
}
