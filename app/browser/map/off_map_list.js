// @ts-check
// Places beyond the frame have no room on this map: they stand in a corner, with their counts.

import { joined, setText } from "../core/direction.js";
import { countAt } from "./counts.js";
import { activatePlace, selectedPlace } from "./markers.js";
import { inLanguage, isInFrame } from "./state.js";

/** @typedef {import("./state.js").MapState} MapState */

/**
 * @param {MapState} state
 * @param {HTMLElement} box
 */
export function makeOffMapList(state, box) {
  state.offMap = state.dataset.places
    .filter((place) => place.at && !isInFrame(state, place))
    .map((place) => ({ place, button: document.createElement("button"), drawn: "" }));
  for (const { place, button } of state.offMap) {
    button.type = "button";
    button.hidden = true;
    button.title = state.atlas.words().off_map;
    button.onclick = () => activatePlace(state, place);
    box.append(button);
  }
}

/**
 * @param {MapState} state
 * @returns {boolean} true where a button came, went or changed its width
 */
export function updateOffMapList(state) {
  const chosen = selectedPlace(state);
  let changed = false;
  for (const listed of state.offMap) {
    const { place, button } = listed;
    const count = countAt(state, place.index);
    const isChosen = place.index === chosen;
    const drawn = `${count} ${isChosen}`;
    if (drawn === listed.drawn) continue;
    listed.drawn = drawn;
    button.hidden = !count && !isChosen;
    setText(button, joined([inLanguage(state, place.name), String(count)], " · "));
    button.setAttribute("aria-pressed", String(isChosen));
    changed = true;
  }
  return changed;
}
