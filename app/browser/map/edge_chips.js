// @ts-check
// Places with events that lie beyond the map's edges: a chip each on the edge, with an arrow, the name and the count. Chips that would
// touch are one, which names them all in its title. A press goes there.

import { joined, setText } from "../core/direction.js";
import { chipsOf, chipSize } from "./chip_layout.js";
import { countAt } from "./counts.js";
import { selectedPlace } from "./markers.js";
import { inLanguage } from "./state.js";
import { goNear } from "./viewport.js";

/** @typedef {import("./chip_layout.js").Chip} Chip */
/** @typedef {import("./state.js").Box} Box */
/** @typedef {import("./state.js").MapState} MapState */
/** @typedef {import("./state.js").Point} Point */
/** @typedef {{ button: HTMLButtonElement, arrow: HTMLElement, name: HTMLElement, chip: Chip }} DrawnChip */

const MARK_INSIDE_PX = 2; // a mark whose middle is so far inside is in sight

/** @param {MapState} state */
export function makeEdgeChips(state) {
  const box = document.createElement("div");
  box.className = "atlas-chips";
  L.DomEvent.disableClickPropagation(box);
  state.map.getContainer().append(box);
  state.signal.addEventListener("abort", () => box.remove());
  state.chips = { box, drawn: [], canvas: /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d")), view: "", outside: [], inputs: "", key: "", room: null };
}

/**
 * Shows the chips for what is in range and where the map stands now.
 * @param {MapState} state
 * @returns {boolean} true where a chip came, went or moved
 */
export function updateEdgeChips(state) {
  const { chips, atlas } = state;
  const inputs = inputsOf(state);
  if (inputs === chips.inputs) return false;
  chips.inputs = inputs;
  const wanted = chipsOf(state);
  const key = String(selectedPlace(state)) + JSON.stringify(wanted.map((chip) => [chip.places.map(({ id }) => id), chip.count, cornerOf(state, chip), chip.width])) + atlas.language().code;
  if (key === chips.key) return false;
  chips.key = key;
  while (chips.drawn.length < wanted.length) chips.drawn.push(makeChip(state));
  while (chips.drawn.length > wanted.length) chips.drawn.pop()?.button.remove();
  wanted.forEach((chip, number) => drawChip(state, chips.drawn[number], chip));
  return true;
}

/**
 * For buttons that take another room than before.
 * @param {MapState} state
 */
export function measureRoomAnew({ chips }) {
  chips.room = null;
  chips.inputs = "";
}

/**
 * All that chips depend on, so that a range that moves seldom makes them anew. Which places lie outside changes with the camera alone.
 * @param {MapState} state
 */
function inputsOf(state) {
  const { map, chips, atlas, arrangement } = state;
  const [{ min }, size] = [map.getPixelBounds(), map.getSize()];
  const view = [map.getZoom(), min.x, min.y, size.x, size.y].join();
  if (view !== chips.view) {
    chips.view = view;
    chips.outside = state.markers.map(({ place }) => place).filter((place) => isOutside(map.latLngToContainerPoint(place.at), size));
  }
  const counts = chips.outside.map(({ index }) => countAt(state, index));
  return [view, arrangement, selectedPlace(state), atlas.language().code, chipSize(state).height, ...counts].join();
}

/** @param {Point} at @param {Point} size of the map, px */
function isOutside(at, size) {
  return at.x < MARK_INSIDE_PX || at.y < MARK_INSIDE_PX || at.x > size.x - MARK_INSIDE_PX || at.y > size.y - MARK_INSIDE_PX;
}

/** @param {MapState} state @returns {DrawnChip} */
function makeChip(state) {
  const [button, arrow, name] = [document.createElement("button"), document.createElement("i"), document.createElement("span")];
  button.type = "button";
  button.append(arrow, name);
  state.chips.box.append(button);
  const made = /** @type {DrawnChip} */ ({ button, arrow, name });
  button.onclick = () => goNear(state, made.chip.places.map(({ at }) => at));
  return made;
}

/** @param {MapState} state @param {DrawnChip} drawn @param {Chip} chip */
function drawChip(state, drawn, chip) {
  const { button, arrow, name } = drawn;
  drawn.chip = chip;
  setText(name, chip.text);
  arrow.style.rotate = `${chip.angle}rad`;
  const { height } = chipSize(state);
  const [left, top] = cornerOf(state, chip);
  button.style.cssText = `left:${left}px;top:${top}px;width:${chip.width}px;height:${height}px`;
  button.title = joined([state.atlas.words().off_map, chip.places.map((place) => joined([inLanguage(state, place.name), String(countAt(state, place.index))], " · ")).join("\n")], "\n");
  button.setAttribute("aria-pressed", String(chip.places.some(({ index }) => index === selectedPlace(state))));
  button.dataset.places = chip.places.map(({ id }) => id).join(" ");
}

// In whole pixels: what is drawn is then the same, whatever was drawn before it.
/** @param {MapState} state @param {Chip} chip @returns {[number, number]} */
function cornerOf(state, { at, width }) {
  return [Math.round(at.x - width / 2), Math.round(at.y - chipSize(state).height / 2)];
}

/** @param {MapState} state @returns {Box[]} what names keep clear of */
export function chipBoxes(state) {
  const { height: h } = chipSize(state);
  return state.chips.drawn.map(({ chip: { at, width: w } }) => ({ x: at.x - w / 2, y: at.y - h / 2, w, h }));
}
