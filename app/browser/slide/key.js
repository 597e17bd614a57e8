// @ts-check
// The key of a slide: what is on its picture and nobody guesses, and nothing else.

import { themesWith } from "../core/dataset.js";
import { element, themeMark } from "../core/dom.js";
import { SHOWN } from "../core/visibility.js";
import { markRows } from "../legend/legend.js";
import { slidePart } from "./surround.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../map/state.js").MapState} MapState */

const KEY_MARK_PX = 16;

/**
 * @param {Atlas} atlas
 * @param {MapState | undefined} map undefined where the slide has none, or none yet
 */
export function drawKey(atlas, map) {
  const hasTimeline = Boolean(document.querySelector(".time"));
  const marks = [...(hasTimeline ? marksOnTimeline(atlas) : []), ...(map ? marksOnMap(map) : [])];
  slidePart(".legend").replaceChildren(...(hasTimeline ? [] : themeRows(atlas)), ...markRows(atlas.words(), marks));
}

// The lanes of a timeline say what the colours mean.
/** @param {Atlas} atlas */
function themeRows(atlas) {
  const { dataset, visibility: { status } } = atlas;
  const { code } = atlas.language();
  const isShown = (/** @type {number} */ theme) => dataset.events.some(({ index, themes }) => status[index] === SHOWN && themes[0] === theme);
  return themesWith(dataset, atlas.view.get().layers).filter(({ index }) => isShown(index)).map((theme) => {
    const row = element("p");
    row.append(themeMark(theme, atlas.appearance(), KEY_MARK_PX), element("span", "", theme.name[code]));
    return row;
  });
}

// Of the lanes that are drawn; of how a date is known, what is drawn where a bar begins or ends, only if that is in sight.
/** @param {Atlas} atlas @returns {string[]} keys of the words */
function marksOnTimeline(atlas) {
  const { dataset, visibility: { status }, view } = atlas;
  const { first, last, borrowed } = dataset.spans[view.get().basis];
  const subject = atlas.subject();
  const lanes = new Set(dataset.events.filter(({ index }) => subject[index]).map(({ themes }) => themes[0]));
  const drawn = dataset.events.filter(({ index, themes }) => status[index] === SHOWN && lanes.has(themes[0]));
  const [from, to] = atlas.range();
  const { first: axisFirst, last: axisLast } = atlas.scale();
  const isBit = (/** @type {string} */ name) => 1 << dataset.dateMarks.indexOf(name);
  const atAnEnd = isBit("mark_open") | isBit("mark_unknown");
  const known = drawn.reduce((bits, { index, dateMarks }) => {
    const begins = first[index] >= from && first[index] <= to && first[index] > axisFirst;
    const ends = last[index] >= from && last[index] <= to && last[index] < axisLast;
    const isEndInSight = from <= axisFirst || to >= axisLast || (begins && ends);
    return bits | (begins || ends ? dateMarks & ~atAnEnd : 0) | (isEndInSight ? dateMarks & atAnEnd : 0);
  }, 0);
  return [
    ...(drawn.some(({ index }) => borrowed[index]) ? ["mark_hollow"] : []),
    ...(drawn.some(({ index, agreement }) => agreement === "conflicts" && first[index] >= from && first[index] <= to) ? ["mark_ring"] : []),
    ...dataset.dateMarks.filter((_, bit) => known & (1 << bit)),
  ];
}

/** @param {MapState} state @returns {string[]} the same for what the map's frame has in it */
function marksOnMap({ map, markers, crossings, routes, counts }) {
  const bounds = map.getBounds();
  const isInSight = (/** @type {{ x: number, y: number }} */ { x, y }) => bounds.contains(map.layerPointToLatLng([x, y]));
  const isCounted = document.documentElement.dataset.layout === "timeline"; // else numbers are those of captions
  const isPie = isCounted && markers.some(({ shown, count, place, isContext }) => shown && count > 1 && !isContext && bounds.contains(place.at));
  const statuses = new Set(crossings.filter(({ place, element: mark }) => !mark.hidden && bounds.contains(place.at)).map(({ element: mark }) => mark.dataset.status));
  const hasRoutes = !map.getContainer().closest(".without-routes");
  return [
    ...(isPie ? ["map_key_pie"] : []),
    ...(counts.flows.some(({ drawn, tip }) => drawn && isInSight(tip)) ? ["map_key_journey"] : []),
    ...(hasRoutes && routes.some(({ shown, line }) => shown && bounds.intersects(line.getBounds())) ? ["map_key_route"] : []),
    ...["open", "restricted", "closed", "unknown"].filter((status) => statuses.has(status)).map((status) => `map_key_${status}`),
  ];
}
