// @ts-check
// Places with events that lie beyond the map's edges: a chip each on the edge, where the way to it leaves the frame, with an arrow, the
// name and the count. Chips that would touch are one, which names them all in its title. A press goes there.

import { joined, setText } from "../core/direction.js";
import { counted } from "../core/words.js";
import { countAt } from "./counts.js";
import { crossingBox } from "./crossings.js";
import { markerBox } from "./declutter.js";
import { boxesOverlap } from "./labels/points.js";
import { selectedPlace } from "./markers.js";
import { inLanguage, isRightToLeft } from "./state.js";
import { goNear } from "./viewport.js";

/** @typedef {import("./state.js").Box} Box */
/** @typedef {import("./state.js").MapState} MapState */
/** @typedef {import("./state.js").Point} Point */
/** @typedef {import("./state.js").LocatedPlace} LocatedPlace */
/** @typedef {{ places: LocatedPlace[], count: number, angle: number, at: Point, text: string, width: number }} Chip angle: radians, clockwise from the right. at: its middle */
/** @typedef {{ button: HTMLButtonElement, arrow: HTMLElement, name: HTMLElement, chip: Chip }} DrawnChip */

const CHIP_SIZES = { own: { height: 24, font_px: 12 }, composed: { height: 28, font_px: 16 } };
const BESIDE_TEXT_PX = 34; // arrow, paddings and borders
const NARROW_MAP_PX = 500; // as in map.css
const EDGE_PX = 8;
const BOTTOM_PX = 30; // scale and credits
const GAP_PX = 4;
const ROW_PX = 28; // from one row of chips to the next, inwards
const SHIFT_PX = 14;
const SHIFTS_PX = [0, ...Array.from({ length: 28 }, (_, step) => [(step + 1) * SHIFT_PX, -(step + 1) * SHIFT_PX]).flat()]; // tried in this order
const MARK_INSIDE_PX = 2; // a mark whose middle is so far inside is in sight

/** @param {MapState} state */
export function makeEdgeChips(state) {
  const box = document.createElement("div");
  box.className = "atlas-chips";
  L.DomEvent.disableClickPropagation(box);
  state.map.getContainer().append(box);
  state.signal.addEventListener("abort", () => box.remove());
  state.chips = { box, drawn: [], canvas: document.createElement("canvas").getContext("2d") };
}

/**
 * Shows the chips for what is in range and where the map stands now.
 * @param {MapState} state
 * @returns {boolean} true where a chip came, went or moved
 */
export function updateEdgeChips(state) {
  const { chips, atlas } = state;
  const wanted = chipsOf(state);
  const key = String(selectedPlace(state)) + JSON.stringify(wanted.map(({ places, count, at, width }) => [places.map(({ id }) => id), count, Math.round(at.x), Math.round(at.y), width])) + atlas.language().code;
  if (key === chips.key) return false;
  chips.key = key;
  while (chips.drawn.length < wanted.length) chips.drawn.push(makeChip(state));
  while (chips.drawn.length > wanted.length) chips.drawn.pop()?.button.remove();
  wanted.forEach((chip, number) => drawChip(state, chips.drawn[number], chip));
  return true;
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
  button.style.cssText = `left:${chip.at.x - chip.width / 2}px;top:${chip.at.y - height / 2}px;width:${chip.width}px;height:${height}px`;
  button.title = joined([state.atlas.words().off_map, chip.places.map((place) => joined([inLanguage(state, place.name), String(countAt(state, place.index))], " · ")).join("\n")], "\n");
  button.setAttribute("aria-pressed", String(chip.places.some(({ index }) => index === selectedPlace(state))));
  button.dataset.places = chip.places.map(({ id }) => id).join(" ");
}

/** @param {MapState} state */
function chipSize({ atlas, map }) {
  return CHIP_SIZES[atlas.composed && map.getSize().x > NARROW_MAP_PX ? "composed" : "own"];
}

/** @param {MapState} state @returns {Chip[]} */
function chipsOf(state) {
  const { map } = state;
  const size = map.getSize();
  if (!size.x || !size.y) return [];
  const room = { left: EDGE_PX, top: EDGE_PX, right: size.x - EDGE_PX, bottom: size.y - BOTTOM_PX };
  const chosen = selectedPlace(state);
  const outside = state.markers.map(({ place }) => place).filter((place) => countAt(state, place.index) > 0 || place.index === chosen)
    .map((place) => ({ place, at: map.latLngToContainerPoint(place.at) }))
    .filter(({ at }) => at.x < MARK_INSIDE_PX || at.y < MARK_INSIDE_PX || at.x > size.x - MARK_INSIDE_PX || at.y > size.y - MARK_INSIDE_PX);
  /** @type {Chip[]} */
  const chips = outside.map(({ place, at }) => {
    const angle = Math.atan2(at.y - size.y / 2, at.x - size.x / 2);
    return madeChip(state, [place], angle, room);
  });
  return offMarks(state, merged(state, chips, room), room);
}

/**
 * Moves chips along their edge, or else in from it, where they would cover marks or one another.
 * @param {MapState} state
 * @param {Chip[]} chips
 * @param {{ left: number, top: number, right: number, bottom: number }} room
 */
function offMarks(state, chips, room) {
  const { height: h } = chipSize(state);
  const offset = state.map.layerPointToContainerPoint([0, 0]);
  const taken = [
    ...state.markers.filter(({ shown, point }) => shown && point).map((marker) => markerBox(marker, offset)),
    ...state.crossings.filter(({ point }) => point).map((crossing) => crossingBox(crossing, offset)),
  ];
  // Without room for its name a chip has its number alone, and the name in its title.
  return chips.map((chip) => placedChip(chip, chip.width) ?? { ...(placedChip(chip, BESIDE_TEXT_PX) ?? { ...chip, width: BESIDE_TEXT_PX }), text: String(chip.count) });

  /** @param {Chip} chip @param {number} w px @returns {Chip | null} */
  function placedChip(chip, w) {
    const { at } = chip;
    const isUpright = at.y > room.top + h && at.y < room.bottom - h; // on the left or the right edge
    const into = { x: at.x > (room.left + room.right) / 2 ? -1 : 1, y: at.y > (room.top + room.bottom) / 2 ? -1 : 1 };
    const spots = [0, 1, 2, 3].flatMap((row) => SHIFTS_PX.map((shift) => (isUpright
      ? { x: at.x + into.x * row * ROW_PX, y: at.y + shift }
      : { x: at.x + shift, y: at.y + into.y * row * ROW_PX })));
    const isFree = (/** @type {Point} */ { x, y }) => x - w / 2 >= room.left && x + w / 2 <= room.right && y - h / 2 >= room.top && y + h / 2 <= room.bottom &&
      isBesideControls(state, { x, y }, w, h) && taken.every((box) => !boxesOverlap({ x: x - w / 2, y: y - h / 2, w, h }, box, GAP_PX));
    const spot = spots.find(isFree);
    if (!spot) return null;
    taken.push({ x: spot.x - w / 2, y: spot.y - h / 2, w, h });
    return { ...chip, at: spot, width: w };
  }
}

/** @param {MapState} state @param {LocatedPlace[]} places @param {number} angle @param {{ left: number, top: number, right: number, bottom: number }} room @returns {Chip} */
function madeChip(state, places, angle, room) {
  const { atlas, chips: { canvas } } = state;
  const { height, font_px: fontPx } = chipSize(state);
  const count = places.reduce((sum, { index }) => sum + countAt(state, index), 0);
  const name = places.length > 1 ? counted(atlas.words(), atlas.language(), "count_places", { n: places.length }) : inLanguage(state, places[0].name);
  const text = joined([name, String(count)], " · ");
  canvas.font = `600 ${fontPx}px ${getComputedStyle(state.chips.box).fontFamily}`;
  const width = Math.ceil(canvas.measureText(text).width) + BESIDE_TEXT_PX;
  const inner = { left: room.left + width / 2, right: room.right - width / 2, top: room.top + height / 2, bottom: room.bottom - height / 2 };
  return { places, count, angle, text, width, at: besideControls(state, onEdge(angle, inner), width, height) };
}

/**
 * Where a ray from the middle of a rectangle meets its edge.
 * @param {number} angle
 * @param {{ left: number, top: number, right: number, bottom: number }} room
 * @returns {Point}
 */
export function onEdge(angle, { left, top, right, bottom }) {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const reach = Math.min(Math.abs((right - left) / 2 / (dx || 1e-9)), Math.abs((bottom - top) / 2 / (dy || 1e-9)));
  return { x: middle.x + dx * reach, y: middle.y + dy * reach };
}

// The buttons stand in the upper corner on the side where lines begin.
/** @param {MapState} state @param {Point} at @param {number} width @param {number} height @returns {Point} */
function besideControls(state, { x, y }, width, height) {
  const { map, atlas } = state;
  if (atlas.composed && atlas.files.alone && document.documentElement.dataset.still) return { x, y };
  const corner = map.getContainer().querySelector(isRightToLeft(state) ? ".leaflet-top.leaflet-right" : ".leaflet-top.leaflet-left");
  const [reachX, reachY] = [corner.offsetWidth, corner.offsetHeight];
  const isNear = isRightToLeft(state) ? x + width / 2 > map.getSize().x - reachX : x - width / 2 < reachX;
  if (!isNear || y - height / 2 >= reachY) return { x, y };
  if (y <= height / 2 + EDGE_PX + 1) return { x: isRightToLeft(state) ? map.getSize().x - reachX - width / 2 - GAP_PX : reachX + width / 2 + GAP_PX, y };
  return { x, y: reachY + height / 2 + GAP_PX };
}

/** @param {MapState} state @param {Point} at @param {number} width @param {number} height */
function isBesideControls(state, at, width, height) {
  const { x, y } = besideControls(state, at, width, height);
  return x === at.x && y === at.y;
}

/** @param {MapState} state @param {Chip[]} chips @param {{ left: number, top: number, right: number, bottom: number }} room @returns {Chip[]} */
function merged(state, chips, room) {
  const { height } = chipSize(state);
  const touch = (/** @type {Chip} */ a, /** @type {Chip} */ b) =>
    Math.abs(a.at.x - b.at.x) < (a.width + b.width) / 2 + GAP_PX && Math.abs(a.at.y - b.at.y) < height + GAP_PX;
  const kept = [...chips];
  for (let one = 0; one < kept.length; one += 1) {
    const other = kept.findIndex((chip, at) => at > one && touch(kept[one], chip));
    if (other < 0) continue;
    const places = [...kept[one].places, ...kept[other].places];
    const angles = [kept[one], kept[other]].map(({ angle, count }) => ({ angle, count: Math.max(count, 1) }));
    const x = angles.reduce((sum, { angle, count }) => sum + count * Math.cos(angle), 0);
    const y = angles.reduce((sum, { angle, count }) => sum + count * Math.sin(angle), 0);
    kept.splice(other, 1);
    kept[one] = madeChip(state, places, Math.atan2(y, x), room);
    one = -1; // the new one may touch others
  }
  return kept;
}

/** @param {MapState} state @returns {Box[]} what names keep clear of */
export function chipBoxes(state) {
  const { height: h } = chipSize(state);
  return state.chips.drawn.map(({ chip: { at, width: w } }) => ({ x: at.x - w / 2, y: at.y - h / 2, w, h }));
}
