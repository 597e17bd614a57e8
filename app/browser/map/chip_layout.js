// @ts-check
// Where the chips on the map's edges stand: where the way to a place leaves the frame, clear of buttons, marks and one another.

import { joined } from "../core/direction.js";
import { counted } from "../core/words.js";
import { countAt } from "./counts.js";
import { crossingBox } from "./crossings.js";
import { boxesOverlap } from "./boxes.js";
import { boxWithCaptions, captionsByPlace } from "./caption_badges.js";
import { markerBox } from "./declutter.js";
import { subjectPlaceIndices } from "./framing.js";
import { controlBoxes } from "./labels/points.js";
import { selectedPlace } from "./markers.js";
import { NARROW_PX } from "./start_view.js";
import { inLanguage, isRightToLeft } from "./state.js";

/** @typedef {import("./state.js").LocatedPlace} LocatedPlace */
/** @typedef {import("./state.js").MapState} MapState */
/** @typedef {import("./state.js").Point} Point */
/** @typedef {{ places: LocatedPlace[], count: number, angle: number, at: Point, text: string, width: number }} Chip angle: radians, clockwise from the right. at: its middle */
/**
 * @typedef {object} Room Where chips may stand, px; the buttons take an upper corner of it, on the side where lines begin.
 * @property {number} left
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 * @property {{ across: number, down: number }} buttons how far they reach from the corner
 * @property {string} family typeface of the chips
 * @property {string} of the language and size that this was measured for
 */

const CHIP_SIZES = { own: { height: 24, font_px: 12 }, composed: { height: 28, font_px: 16 } };
const BESIDE_TEXT_PX = 34; // arrow, paddings and borders
const EDGE_PX = 8;
const BOTTOM_PX = 30; // scale and credits
const GAP_PX = 4;
const ROW_PX = 28; // from one row of chips to the next, inwards
// So far in: on a picture a chip in the middle of the map would be taken for a place there.
const [OWN_ROWS, COMPOSED_ROWS] = [[0, 1, 2, 3], [0, 1]];
const SHIFT_PX = 14;
const SHIFTS_PX = [0, ...Array.from({ length: 28 }, (_, step) => [(step + 1) * SHIFT_PX, -(step + 1) * SHIFT_PX]).flat()]; // tried in this order

/** @param {MapState} state @returns {{ height: number, font_px: number }} */
export function chipSize({ atlas, map }) {
  return CHIP_SIZES[atlas.composed && map.getSize().x > NARROW_PX ? "composed" : "own"];
}

/** @param {MapState} state @returns {Chip[]} for what is in range and where the map stands now */
export function chipsOf(state) {
  const { map, chips: { outside } } = state;
  const size = map.getSize();
  if (!size.x || !size.y) return [];
  const room = roomFor(state);
  const chosen = selectedPlace(state);
  const chipOf = (/** @type {LocatedPlace} */ place) => {
    const { x, y } = map.latLngToContainerPoint(place.at);
    return madeChip(state, [place], Math.atan2(y - size.y / 2, x - size.x / 2), room);
  };
  // A composed picture names each place that it is about; those are not merged, and choose first. What else is shown needs no chip there: it
  // would only crowd the subject.
  const { composed } = state.atlas;
  const about = composed ? subjectPlaceIndices(state.dataset, state.atlas.subject()) : new Set();
  const own = outside.filter(({ index }) => about.has(index)).map(chipOf);
  const others = outside.filter(({ index }) => !about.has(index) && ((!composed && countAt(state, index) > 0) || index === chosen)).map(chipOf);
  return offMarks(state, [...own, ...merged(state, others, room)], room);
}

/**
 * Measured once for a size and a language: each look at the page would have it laid out in the frame of a drag.
 * @param {MapState} state
 * @returns {Room}
 */
function roomFor(state) {
  const { map, chips, atlas } = state;
  const { x, y } = map.getSize();
  const of = [x, y, atlas.language().code].join();
  if (chips.room?.of !== of) {
    const corner = map.getContainer().querySelector(isRightToLeft(state) ? ".leaflet-top.leaflet-right" : ".leaflet-top.leaflet-left");
    const buttons = { across: corner.offsetWidth, down: corner.offsetHeight };
    const below = atlas.composed ? EDGE_PX : BOTTOM_PX; // a slide has its credits elsewhere
    chips.room = { left: EDGE_PX, top: EDGE_PX, right: x - EDGE_PX, bottom: y - below, buttons, family: getComputedStyle(chips.box).fontFamily, of };
  }
  return chips.room;
}

/**
 * Moves chips along their edge, or else in from it, where they would cover marks or one another.
 * @param {MapState} state
 * @param {Chip[]} chips
 * @param {Room} room
 */
function offMarks(state, chips, room) {
  const { height: h } = chipSize(state);
  const offset = state.map.layerPointToContainerPoint([0, 0]);
  const captions = captionsByPlace(state);
  const taken = [
    ...(state.atlas.composed ? controlBoxes(state.map) : []),
    ...state.markers.filter(({ shown, point }) => shown && point)
      .map((marker) => boxWithCaptions(markerBox(marker, offset), captions.get(marker.place.index))),
    ...state.crossings.filter(({ point, element }) => point && !element.hidden).map((crossing) => crossingBox(crossing, offset)),
  ];
  // Without room for its name a chip has its number alone, and the name in its title.
  return chips.map((chip) => placedChip(chip, chip.width) ?? { ...(placedChip(chip, BESIDE_TEXT_PX) ?? { ...chip, width: BESIDE_TEXT_PX }), text: String(chip.count) });

  /** @param {Chip} chip @param {number} w px @returns {Chip | null} */
  function placedChip(chip, w) {
    const { at } = chip;
    const isUpright = at.y > room.top + h && at.y < room.bottom - h; // on the left or the right edge
    const into = { x: at.x > (room.left + room.right) / 2 ? -1 : 1, y: at.y > (room.top + room.bottom) / 2 ? -1 : 1 };
    const spots = (state.atlas.composed ? COMPOSED_ROWS : OWN_ROWS).flatMap((row) => SHIFTS_PX.map((shift) => (isUpright
      ? { x: at.x + into.x * row * ROW_PX, y: at.y + shift }
      : { x: at.x + shift, y: at.y + into.y * row * ROW_PX })));
    const isFree = (/** @type {Point} */ { x, y }) => x - w / 2 >= room.left && x + w / 2 <= room.right && y - h / 2 >= room.top && y + h / 2 <= room.bottom &&
      !coversButtons(state, { x, y }, w, h, room) && taken.every((box) => !boxesOverlap({ x: x - w / 2, y: y - h / 2, w, h }, box, GAP_PX));
    const spot = spots.find(isFree);
    if (!spot) return null;
    taken.push({ x: spot.x - w / 2, y: spot.y - h / 2, w, h });
    return { ...chip, at: spot, width: w };
  }
}

/** @param {MapState} state @param {LocatedPlace[]} places @param {number} angle @param {Room} room @returns {Chip} */
function madeChip(state, places, angle, room) {
  const { atlas, chips: { canvas } } = state;
  const { height, font_px: fontPx } = chipSize(state);
  const count = places.reduce((sum, { index }) => sum + countAt(state, index), 0);
  const name = places.length > 1 ? counted(atlas.words(), atlas.language(), "count_places", { n: places.length }) : inLanguage(state, places[0].name);
  const text = joined([name, count ? String(count) : ""], " · ");
  canvas.font = `600 ${fontPx}px ${room.family}`;
  const width = Math.ceil(canvas.measureText(text).width) + BESIDE_TEXT_PX;
  const inner = { left: room.left + width / 2, right: room.right - width / 2, top: room.top + height / 2, bottom: room.bottom - height / 2 };
  return { places, count, angle, text, width, at: besideButtons(state, onEdge(angle, inner), width, height, room) };
}

/**
 * Where a ray from the middle of a rectangle meets its edge.
 * @param {number} angle
 * @param {{ left: number, top: number, right: number, bottom: number }} room
 * @returns {Point}
 */
function onEdge(angle, { left, top, right, bottom }) {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const reach = Math.min(Math.abs((right - left) / 2 / (dx || 1e-9)), Math.abs((bottom - top) / 2 / (dy || 1e-9)));
  return { x: middle.x + dx * reach, y: middle.y + dy * reach };
}

/** @param {MapState} state @param {Point} at @param {number} width @param {number} height @param {Room} room */
function coversButtons(state, { x, y }, width, height, { buttons: { across, down } }) {
  const isNear = isRightToLeft(state) ? x + width / 2 > state.map.getSize().x - across : x - width / 2 < across;
  return isNear && y - height / 2 < down;
}

// A chip that would cover the buttons stands beside them, or else below.
/** @param {MapState} state @param {Point} at @param {number} width @param {number} height @param {Room} room @returns {Point} */
function besideButtons(state, { x, y }, width, height, room) {
  if (!coversButtons(state, { x, y }, width, height, room)) return { x, y };
  const { across, down } = room.buttons;
  if (y > height / 2 + EDGE_PX + 1) return { x, y: down + height / 2 + GAP_PX };
  const reach = across + width / 2 + GAP_PX;
  return { x: isRightToLeft(state) ? state.map.getSize().x - reach : reach, y };
}

/** @param {MapState} state @param {Chip[]} chips @param {Room} room @returns {Chip[]} */
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
