// The offline base map: land, water and boundaries of Natural Earth on one canvas, coloured by the palette.
// `atlas` is the object that all of the map's scripts share; drawAtlas in live.js makes it.

import { addControls } from "./controls.js";
import { takeRange } from "./index.js";
import { placeLabels } from "./labels/points.js";

export function drawBase(atlas) {
  const { map } = atlas;
  map.createPane("base").style.zIndex = 200;
  map.createPane("hatch").style.zIndex = 210;
  map.getPane("base").style.pointerEvents = "none";
  map.getPane("hatch").style.pointerEvents = "none";
  // A page by itself is made for paper and screens of any fineness; in the app a map is dragged, which a canvas does sooner.
  const renderer = atlas.data.alone ? L.svg({ pane: "base", padding: 0.1 }) : L.canvas({ pane: "base", padding: 0.4 });
  atlas.base = L.geoJSON(null, {
    pane: "base",
    renderer,
    interactive: false,
    filter: (feature) => feature.geometry && feature.geometry.type !== "Point" && feature.properties.layer !== "disputed_area",
    style: (feature) => baseStyle(atlas, feature.properties),
  }).addTo(map);
  // A hatch needs an SVG pattern, which a canvas does not have.
  atlas.hatch = L.geoJSON(null, {
    pane: "hatch",
    renderer: L.svg({ pane: "hatch" }),
    interactive: false,
    filter: (feature) => feature.properties.layer === "disputed_area",
    style: { stroke: false, fillColor: "url(#atlas-hatch)", fillOpacity: 1 },
  }).addTo(map);
  geographyOf(atlas.data)
    .then((geography) => {
      // Land first, lines over it, whatever the order of the file.
      const order = ["country", "lake", "river", "coast", "admin1", "claim", "border"];
      geography.features.sort((a, b) => order.indexOf(a.properties.layer) - order.indexOf(b.properties.layer));
      atlas.geography = geography;
      atlas.base.addData(geography);
      atlas.hatch.addData(geography);
      addHatchPattern(atlas);
      placeLabels(atlas);
      document.documentElement.dataset.base = "drawn";
    })
    .catch((error) => {
      console.error("The base map could not be drawn:", error);
      atlas.baseFailed = true;
      addControls(atlas);
      if (atlas.told) takeRange(atlas, atlas.state.range, true);
      document.documentElement.dataset.base = "failed";
    });
}

// A page by itself brings its geography along.
async function geographyOf({ geography, basemap }) {
  if (geography) return geography;
  const answer = await fetch(basemap);
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.json();
}

function baseStyle(atlas, properties) {
  const palette = atlas.palette();
  // Over the network's map only the boundaries are the atlas's own.
  if (atlas.tiles.on && !["border", "claim"].includes(properties.layer)) return { stroke: false, fill: false };
  const line = (color, weight, dashArray) => ({ stroke: true, color, weight, dashArray, fill: false, opacity: 1 });
  switch (properties.layer) {
    case "country": {
      const focus = atlas.data.focus.includes(atlas.data.countryCodes[properties.name]);
      return { stroke: false, fill: true, fillColor: focus ? palette.land_focus : palette.land, fillOpacity: 1 };
    }
    case "lake":
      return { stroke: true, fill: true, color: palette.river, weight: 0.6, fillColor: palette.sea, fillOpacity: 1 };
    case "river":
      return line(palette.river, atlas.data.rivers.some(({ parts }) => parts.includes(properties.name)) ? 1.3 : 0.7);
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

function addHatchPattern(atlas) {
  const svg = atlas.map.getPane("hatch").querySelector("svg");
  if (!svg) return;
  svg.querySelector("defs")?.remove();
  const defs = svgElement("defs");
  const pattern = svgElement("pattern", { id: "atlas-hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  pattern.append(svgElement("line", { x1: 0, y1: 0, x2: 0, y2: 5, stroke: atlas.palette().border, "stroke-width": 1.4 }));
  defs.append(pattern);
  svg.prepend(defs);
}

export function recolourBase(atlas) {
  atlas.base.setStyle((feature) => baseStyle(atlas, feature.properties));
  addHatchPattern(atlas);
}

export function svgElement(name, attributes = {}) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
