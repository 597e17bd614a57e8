// @ts-check
// The network's map under the atlas's own marks, for those who want streets and villages: off until it is switched on, and not
// offered without a network. Boundaries stay the atlas's own.

import { recolourBase } from "./base_layer.js";
import { addControls } from "./controls.js";
import { drawShown, settle } from "./drawing.js";
import { pane } from "./state.js";
import { mapButton } from "./view_buttons.js";

/** @typedef {import("./state.js").MapState} MapState */

const FAILURES_MOST = 4; // tiles that fail before one has come
const TILES_ICON = '<path d="M1.5 4L6 2.2L10 4L14.5 2.2V12L10 13.8L6 12L1.5 13.8ZM6 2.2V12M10 4V13.8"/>';

/** @param {MapState} state */
export function makeTiles(state) {
  const { map, settings, signal } = state;
  pane(state, "tiles", 150);
  const layer = L.tileLayer(settings.tiles.url, { pane: "tiles", maxZoom: settings.tiles.zoomMost, attribution: "" });
  const tiles = { layer, on: false, failed: false, failures: 0, button: null, zoomMost: map.getMaxZoom() };
  state.tiles = tiles;
  layer.on("tileload", () => { tiles.failures = -Infinity; });
  layer.on("tileerror", () => {
    tiles.failures += 1;
    if (tiles.on && tiles.failures >= FAILURES_MOST) switchTiles(state, false, true);
  });
  addEventListener("online", () => offerTiles(state), { signal });
  addEventListener("offline", () => {
    if (tiles.on) switchTiles(state, false);
    offerTiles(state);
  }, { signal });
  signal.addEventListener("abort", () => map.setMaxZoom(tiles.zoomMost));
}

/** @param {MapState} state @param {boolean} on @param {boolean} failed */
function switchTiles(state, on, failed = false) {
  const { map, settings, tiles } = state;
  Object.assign(tiles, { on, failed, failures: 0 });
  map.setMaxZoom(on ? settings.tiles.zoomMost : tiles.zoomMost);
  if (on) tiles.layer.addTo(map);
  else tiles.layer.remove();
  recolourBase(state);
  addControls(state);
  drawShown(state, true);
  settle(state);
}

/**
 * The switch under the zoom's buttons; drawn anew with the other controls.
 * @param {MapState} state
 * @param {HTMLElement} box
 */
export function fillTilesSwitch(state, box) {
  const { tiles } = state;
  const words = state.atlas.words();
  const button = mapButton("atlas-tiles", TILES_ICON, words[tiles.on ? "tiles_off" : "tiles_on"], () => switchTiles(state, !tiles.on));
  button.setAttribute("aria-label", words.tiles_on);
  button.setAttribute("aria-pressed", String(tiles.on));
  tiles.button = button;
  box.append(button);
  offerTiles(state);
}

/** @param {MapState} state */
function offerTiles({ tiles, atlas }) {
  if (tiles.button) tiles.button.hidden = Boolean(atlas.files.alone) || (!navigator.onLine && !tiles.on);
}
