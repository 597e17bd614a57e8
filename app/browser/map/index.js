// @ts-check
// Entry of the map's frame: draws the page's instance of the atlas on the map that Folium has made.

import { followInstance } from "../core/registry.js";
import { drawInstance } from "./drawing.js";

/**
 * @param {any} map Leaflet's
 * @param {string} name of the instance in the registry of the page around
 */
export function drawAtlas(map, name) {
  // Leaflet then moves markers by plain transforms. Its translate3d makes each a layer of its own, which the browser sorts
  // anew in every frame of a drag; map.css makes one layer of the whole pane instead, so that panning stays smooth.
  L.Browser.ie3d = true;
  const frame = new AbortController();
  addEventListener("pagehide", () => frame.abort());
  followInstance(window.parent, name, (atlas, signal) => drawInstance(map, atlas, signal), frame.signal);
}
