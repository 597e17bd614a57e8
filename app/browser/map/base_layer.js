// @ts-check
// The offline base map: land, water and boundaries of Natural Earth on one canvas, coloured by the palette.

import { runWhenIdle } from "../core/idle.js";
import { svgPart } from "../core/svg.js";
import { addControls } from "./controls.js";
import { drawShown } from "./drawing.js";
import { placeLabels } from "./labels/points.js";
import { pane } from "./state.js";

/** @typedef {import("./state.js").MapState} MapState */

const ORDER = ["country", "lake", "river", "coast", "admin1", "claim", "border"]; // land first, lines over it

/** @param {MapState} state */
export function drawBase(state) {
  const { map, atlas } = state;
  pane(state, "world", 190).style.pointerEvents = "none";
  pane(state, "base", 200).style.pointerEvents = "none";
  pane(state, "hatch", 210).style.pointerEvents = "none";
  // A page by itself is made for paper and screens of any fineness; in the app a map is dragged, which a canvas does sooner.
  const renderer = atlas.files.alone ? L.svg({ pane: "base", padding: 0.1 }) : L.canvas({ pane: "base", padding: 0.4 });
  const isHatched = (/** @type {any} */ { properties }) => properties.layer === "disputed_area";
  state.base = L.geoJSON(null, {
    pane: "base",
    renderer,
    interactive: false,
    filter: (/** @type {any} */ feature) => feature.geometry && feature.geometry.type !== "Point" && !isHatched(feature),
    style: (/** @type {any} */ feature) => baseStyle(state, feature.properties),
  }).addTo(map);
  // A hatch needs an SVG pattern, which a canvas does not have.
  state.hatch = L.geoJSON(null, {
    pane: "hatch",
    renderer: L.svg({ pane: "hatch" }),
    interactive: false,
    filter: isHatched,
    style: { stroke: false, fillColor: "url(#atlas-hatch)", fillOpacity: 1 },
  }).addTo(map);
  state.world = L.geoJSON(null, { pane: "world", renderer: worldRenderer(state), interactive: false, style: (/** @type {any} */ feature) => baseStyle(state, feature.properties) }).addTo(map);
  const world = drawWorld(state);
  atlas.files.geography().then(async (geography) => {
    if (atlas.composed) await world;
    addGeography(state, geography);
  }).catch((error) => reportFailure(state, error));
}

// Behind the region lies a coarse world, so that the map has no edge. Only a picture needs it at once.
/** @param {MapState} state @returns {Promise<void>} */
async function drawWorld(state) {
  const { atlas, signal } = state;
  if (!atlas.composed) await new Promise((resolve) => { runWhenIdle(() => resolve(undefined)); });
  if (signal.aborted) return;
  try {
    const world = await atlas.files.world();
    if (signal.aborted) return;
    state.world.addData(world);
    document.documentElement.dataset.world = "drawn";
  } catch (error) {
    console.warn("The world behind the base map could not be drawn:", error);
  }
}

/** @param {MapState} state */
function worldRenderer({ atlas }) {
  return atlas.files.alone ? L.svg({ pane: "world", padding: 0.1 }) : L.canvas({ pane: "world", padding: 0.4 });
}

/** @param {MapState} state @param {any} geography GeoJSON */
function addGeography(state, geography) {
  if (state.signal.aborted) return;
  const rank = (/** @type {any} */ { properties }) => ORDER.indexOf(properties.layer);
  state.geography = [...geography.features].sort((a, b) => rank(a) - rank(b));
  state.base.addData(state.geography);
  state.hatch.addData(state.geography);
  addHatchPattern(state);
  placeLabels(state);
  document.documentElement.dataset.base = "drawn";
}

/** @param {MapState} state @param {unknown} error */
function reportFailure(state, error) {
  if (state.signal.aborted) return;
  console.error("The base map could not be drawn:", error);
  state.baseFailed = true;
  addControls(state);
  drawShown(state, true);
  document.documentElement.dataset.base = "failed";
}

/** @param {MapState} state @param {any} properties of a feature */
function baseStyle({ atlas, settings, tiles }, properties) {
  const palette = atlas.palette();
  // Over the network's map only the boundaries are the atlas's own.
  if (tiles.on && !["border", "claim"].includes(properties.layer)) return { stroke: false, fill: false };
  const line = (/** @type {string} */ color, /** @type {number} */ weight, /** @type {string | null} */ dashArray = null) => {
    return { stroke: true, color, weight, dashArray, fill: false, opacity: 1 };
  };
  switch (properties.layer) {
    case "country": {
      const isFocus = settings.focus.includes(settings.countryCodes[properties.name]);
      return { stroke: false, fill: true, fillColor: isFocus ? palette.land_focus : palette.land, fillOpacity: 1 };
    }
    case "world_land":
      return { stroke: true, fill: true, color: palette.river, weight: 0.6, fillColor: palette.land, fillOpacity: 1 };
    case "world_border":
      return line(palette.border, 0.9, properties.kind === "international" ? null : "3 4");
    case "lake":
      return { stroke: true, fill: true, color: palette.river, weight: 0.6, fillColor: palette.sea, fillOpacity: 1 };
    case "river":
      return line(palette.river, settings.rivers.some((/** @type {any} */ { parts }) => parts.includes(properties.name)) ? 1.3 : 0.7);
    case "coast":
      return line(palette.river, 0.8);
    case "admin1":
      return line(palette.governorate, 0.7);
    case "claim":
      return line(palette.border, 0.8, "2 4");
    case "border":
      if (properties.kind === "iraq_syria") return line(palette.border_focus, 2.4);
      return line(palette.border, 1.1, properties.kind === "international" ? null : "3 4");
    default:
      return { stroke: false, fill: false };
  }
}

/** @param {MapState} state */
function addHatchPattern({ map, atlas }) {
  const svg = map.getPane("hatch").querySelector("svg");
  if (!svg) return;
  svg.querySelector("defs")?.remove();
  const defs = svgPart("defs");
  const pattern = svgPart("pattern", { id: "atlas-hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  pattern.append(svgPart("line", { x1: 0, y1: 0, x2: 0, y2: 5, stroke: atlas.palette().border, "stroke-width": 1.4 }));
  defs.append(pattern);
  svg.prepend(defs);
}

/** @param {MapState} state */
export function recolourBase(state) {
  state.world.setStyle((/** @type {any} */ feature) => baseStyle(state, feature.properties));
  state.base.setStyle((/** @type {any} */ feature) => baseStyle(state, feature.properties));
  addHatchPattern(state);
}
