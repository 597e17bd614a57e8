// The network's map under the atlas's own marks, for those who want streets and villages: off until it is switched on, and not
// offered without a network. Boundaries stay the atlas's own.

import { recolourBase } from "./base_layer.js";
import { addControls } from "./controls.js";
import { settle, takeRange } from "./index.js";

const FAILURES_MOST = 4; // tiles that fail before one has come

export function makeTiles(atlas) {
  const { map, data } = atlas;
  map.createPane("tiles").style.zIndex = 150;
  const layer = L.tileLayer(data.tiles.url, { pane: "tiles", maxZoom: data.tiles.zoomMost, attribution: "" });
  const tiles = { layer, on: false, failed: false, failures: 0, button: null, zoomMost: map.getMaxZoom() };
  atlas.tiles = tiles;
  layer.on("tileload", () => { tiles.failures = -Infinity; });
  layer.on("tileerror", () => {
    tiles.failures += 1;
    if (tiles.on && tiles.failures >= FAILURES_MOST) switchTiles(atlas, false, true);
  });
  addEventListener("online", () => offerTiles(atlas));
  addEventListener("offline", () => {
    if (tiles.on) switchTiles(atlas, false);
    offerTiles(atlas);
  });
}

function switchTiles(atlas, on, failed = false) {
  const { map, tiles } = atlas;
  Object.assign(tiles, { on, failed, failures: 0 });
  map.setMaxZoom(on ? atlas.data.tiles.zoomMost : tiles.zoomMost);
  if (on) tiles.layer.addTo(map);
  else tiles.layer.remove();
  recolourBase(atlas);
  addControls(atlas);
  takeRange(atlas, atlas.state.range, true);
  settle(atlas);
}

// The switch under the zoom's buttons; drawn anew with the other controls.
export function fillTilesSwitch(atlas, box) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "atlas-tiles";
  button.innerHTML = '<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round" aria-hidden="true"><path d="M1.5 4L6 2.2L10 4L14.5 2.2V12L10 13.8L6 12L1.5 13.8ZM6 2.2V12M10 4V13.8"/></svg>';
  button.title = atlas.words()[atlas.tiles.on ? "tiles_off" : "tiles_on"];
  button.setAttribute("aria-label", atlas.words().tiles_on);
  button.setAttribute("aria-pressed", String(atlas.tiles.on));
  button.onclick = () => switchTiles(atlas, !atlas.tiles.on);
  atlas.tiles.button = button;
  box.append(button);
  offerTiles(atlas);
}

function offerTiles({ tiles, data }) {
  tiles.button.hidden = data.alone || (!navigator.onLine && !tiles.on); // a page by itself asks nothing of any server
}
