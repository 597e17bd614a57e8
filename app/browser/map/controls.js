// Language and appearance: the page's properties, and what stands in the map's corners.

import { joined, setText, speak } from "../core/direction.js";
import { makeAway } from "./off_map_list.js";
import { fillTilesSwitch } from "./tiles.js";

export function dress(atlas) {
  const root = document.documentElement;
  for (const [name, colour] of Object.entries(atlas.palette())) root.style.setProperty(`--${name}`, colour);
  root.style.setProperty("--halo", atlas.palette().land_focus);
  root.style.colorScheme = root.dataset.appearance = atlas.appearance;
  speak(root, atlas.language);
}

export function addControls(atlas) {
  const { map } = atlas;
  for (const control of atlas.controls || []) control.remove();
  const [near, far] = atlas.rightToLeft() ? ["right", "left"] : ["left", "right"];
  map.zoomControl.setPosition(`top${near}`);
  const box = (position, className, fill) => {
    const control = L.control({ position });
    control.onAdd = () => {
      const element = L.DomUtil.create("div", className);
      L.DomEvent.disableClickPropagation(element);
      fill(element);
      return element;
    };
    return control.addTo(map);
  };
  const words = atlas.words();
  const credits = [words.boundary_note, words.geonames_note, ...(atlas.tiles.on ? [atlas.data.tiles.credit] : [])];
  atlas.controls = [
    box(`top${near}`, "leaflet-bar", (element) => fillTilesSwitch(atlas, element)),
    box(`bottom${far}`, "atlas-note", (element) => { setText(element, joined(credits, " · ")); }),
    L.control.scale({ imperial: false, maxWidth: 120, position: `bottom${near}` }).addTo(map),
    box(`top${far}`, "atlas-away", (element) => makeAway(atlas, element)),
  ];
  for (const said of [atlas.baseFailed && words.basemap_failed, atlas.tiles.failed && words.tiles_failed].filter(Boolean)) {
    atlas.controls.push(box(`bottom${far}`, "atlas-note atlas-failed", (element) => {
      element.setAttribute("role", "status");
      setText(element, said);
    }));
  }
  map.getContainer().setAttribute("aria-label", words.map_label);
}
