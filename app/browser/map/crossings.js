// Border crossings have a mark of their own: how each stood at the end of the range, as far as the rows say it.
// It stands at the crossing, or beside the ring of its events where there is one.

import { dayInWords } from "../core/dates.js";
import { joined } from "../core/direction.js";
import { fill } from "../core/words.js";
import { svgElement } from "./base_layer.js";
import { markerPoint, tipContent } from "./journeys.js";
import { insideFrame } from "./markers.js";

const CROSSING_PX = 15;

export function makeCrossings(atlas) {
  atlas.crossings = atlas.data.crossings
    .filter(({ place }) => atlas.placeById.has(place) && insideFrame(atlas, atlas.placeById.get(place).at))
    .map(({ place: id, states }) => {
      const place = atlas.placeById.get(id);
      const element = document.createElement("div");
      element.className = "atlas-crossing";
      element.dataset.crossing = id;
      const icon = L.divIcon({ html: element, className: "", iconSize: [0, 0] });
      const layer = L.marker(place.at, { icon, pane: "crossings", keyboard: true });
      const crossing = { place, states, element, layer, drawn: "" };
      layer.bindTooltip(() => crossingTip(atlas, crossing), { className: "atlas-tip", direction: "top", offset: [0, -10] });
      layer.on("click", () => selectCrossing(atlas, crossing));
      layer.addTo(atlas.map);
      return crossing;
    });
}

export function selectCrossing(atlas, { place }) {
  const own = `place:${place.id}`;
  atlas.select(atlas.state.selected === own ? "" : own);
}

// What the rows say of a day: each is { first, last, status, holder, period }, or undefined where none does.
function stateOn({ states }, day) {
  const on = states.filter(({ first, last }) => first <= day && day <= last);
  return { passage: on.find(({ status }) => status), hold: on.find(({ holder }) => holder) };
}

export function updateCrossings(atlas) {
  const day = atlas.state.range[1];
  for (const crossing of atlas.crossings) {
    const status = stateOn(crossing, day).passage?.status || "unknown";
    const drawn = `${status} ${atlas.appearance} ${atlas.language}`;
    if (drawn === crossing.drawn) continue;
    crossing.drawn = drawn;
    crossing.element.dataset.status = status;
    crossing.element.replaceChildren(crossingSign(atlas, status));
    const box = crossing.layer.getElement();
    box.setAttribute("role", "button");
    box.setAttribute("aria-label", `${crossing.place.name[atlas.language]}: ${atlas.words()[`crossing_${status}`]}`);
  }
}

// What stands in the sign's frame; `closed` is filled, `unknown` is dashed around a question mark.
const CROSSING_SIGNS = {
  open: "M-4.4,0H4.4M-2.2,-2.4L-4.6,0L-2.2,2.4M2.2,-2.4L4.6,0L2.2,2.4", // arrows both ways
  restricted: "M-4.4,-3.2H4.4M2.2,-5.4L4.6,-3.2L2.2,-1", // one arrow, above a closed half
  closed: "M-4,0H4", // a bar
};

// The signs differ in shape, so that nobody has to tell them by colour.
function crossingSign(atlas, status) {
  const palette = atlas.palette();
  const half = CROSSING_PX / 2;
  const svg = svgElement("svg", { width: CROSSING_PX, height: CROSSING_PX, viewBox: `${-half} ${-half} ${CROSSING_PX} ${CROSSING_PX}` });
  const closed = status === "closed";
  const side = CROSSING_PX - 2;
  const ground = { x: -side / 2, y: -side / 2, width: side, height: side, rx: 3, fill: closed ? palette.text : palette.ground };
  svg.append(svgElement("rect", { ...ground, stroke: closed ? palette.ground : palette.text, "stroke-width": 1.2, ...(status === "unknown" && { "stroke-dasharray": "2 1.6" }) }));
  if (status === "unknown") {
    const question = svgElement("text", { "text-anchor": "middle", "dominant-baseline": "central", y: 0.4 });
    question.textContent = "?";
    svg.append(question);
  } else {
    if (status === "restricted") svg.append(svgElement("path", { d: `M${-side / 2},1.4H${side / 2}V${side / 2 - 1}H${-side / 2}Z`, fill: palette.text }));
    const d = CROSSING_SIGNS[status];
    svg.append(svgElement("path", { d, fill: "none", stroke: closed ? palette.ground : palette.text, "stroke-width": closed ? 2.6 : 1.3 }));
  }
  return svg;
}

// After the markers have been given room: beside the ring where no other marker covers the sign, else on the spot.
export function placeCrossings(atlas) {
  for (const crossing of atlas.crossings) {
    const marker = atlas.markerById.get(crossing.place.id);
    const middle = markerPoint(atlas, crossing.place);
    crossing.point = marker.shown ? pointBeside(atlas, marker, middle) : middle;
    const at = atlas.map.layerPointToLatLng([crossing.point.x, crossing.point.y]);
    if (!crossing.layer.getLatLng().equals(at, 1e-9)) crossing.layer.setLatLng(at);
  }
}

// The first of eight points around the ring, from up and to the right clockwise, that other markers leave free; where
// none is free, the one that they cover least.
function pointBeside(atlas, marker, middle) {
  const reach = marker.radius + CROSSING_PX * 0.62;
  const others = atlas.markers.filter((other) => other.shown && other !== marker);
  let best = { gap: -Infinity };
  for (let turn = 0; turn < 8 && best.gap < 0; turn += 1) {
    const angle = ((turn - 1) * Math.PI) / 4;
    const point = { x: middle.x + reach * Math.cos(angle), y: middle.y + reach * Math.sin(angle) };
    const gap = Math.min(...others.map((other) => Math.hypot(other.point.x - point.x, other.point.y - point.y) - other.radius - CROSSING_PX / 2));
    if (gap > best.gap) best = { gap, ...point };
  }
  return { x: best.x, y: best.y };
}

export function crossingBox({ point }, offset) {
  const half = CROSSING_PX / 2;
  return { x: point.x + offset.x - half, y: point.y + offset.y - half, w: CROSSING_PX, h: CROSSING_PX };
}

function crossingTip(atlas, crossing) {
  const words = atlas.words();
  const { language } = atlas;
  const day = atlas.state.range[1];
  const { passage, hold } = stateOn(crossing, day);
  const lines = [`${words[`crossing_${passage?.status || "unknown"}`]}${passage ? ` (${passage.period[language]})` : ""}`];
  if (hold) lines.push(fill(words.crossing_held, { holder: hold.holder[language], period: hold.period[language] }));
  return tipContent(joined([crossing.place.name[language], dayInWords(day, language)], " · "), lines, lines.length);
}
