// @ts-check
// What stands in the map's corners, in the language of the page.

import { joined, setText } from "../core/direction.js";
import { isRightToLeft } from "./state.js";
import { fillKeyButton } from "./key_button.js";
import { scaleControl } from "./scale.js";
import { fillTilesSwitch } from "./tiles.js";
import { fillViewButtons } from "./view_buttons.js";

/** @typedef {import("./state.js").MapState} MapState */

/** @param {MapState} state */
export function addControls(state) {
  const { map, settings, tiles } = state;
  for (const control of state.controls) control.remove();
  const [near, far] = isRightToLeft(state) ? ["right", "left"] : ["left", "right"];
  map.zoomControl.setPosition(`top${near}`);
  const box = (/** @type {string} */ position, /** @type {string} */ className, /** @type {(element: HTMLElement) => void} */ fillBox) => {
    const control = L.control({ position });
    control.onAdd = () => {
      const element = L.DomUtil.create("div", className);
      L.DomEvent.disableClickPropagation(element);
      fillBox(element);
      return element;
    };
    return control.addTo(map);
  };
  const words = state.atlas.words();
  const credits = [words.boundary_note, words.geonames_note, ...(tiles.on ? [settings.tiles.credit] : [])];
  state.controls = [
    box(`top${near}`, "leaflet-bar", (element) => fillViewButtons(state, element)),
    box(`top${near}`, "leaflet-bar", (element) => fillTilesSwitch(state, element)),
    box(`top${near}`, "leaflet-bar", (element) => fillKeyButton(state, element)),
    box(`bottom${far}`, "atlas-note", (element) => setText(element, joined(credits, " · "))),
    scaleControl(words, `bottom${near}`).addTo(map),
  ];
  for (const message of [state.baseFailed && words.basemap_failed, tiles.failed && words.tiles_failed]) {
    if (!message) continue;
    state.controls.push(box(`bottom${far}`, "atlas-note atlas-failed", (element) => {
      element.setAttribute("role", "status");
      setText(element, message);
    }));
  }
  map.getContainer().setAttribute("aria-label", words.map_label);
  // Leaflet gives its own buttons English titles.
  for (const way of ["in", "out"]) {
    const title = words[`map_zoom_${way}`];
    Object.assign(map.getContainer().querySelector(`.leaflet-control-zoom-${way}`) ?? {}, { title, ariaLabel: title });
  }
}
