// @ts-check
// The key of a slide: what is on its picture and nobody guesses, and nothing else.

import { themesWith } from "../core/dataset.js";
import { SHOWN } from "../core/visibility.js";
import { DATE_MARKS, markRows, themeRows } from "../legend/legend.js";
import { marksInSight } from "../timeline/marks_in_sight.js";
import { slidePart } from "./surround.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../map/state.js").MapState} MapState */

const KEY_MARK_PX = 16;
/** In the order of the key. */
const TIMELINE_MARKS = ["mark_hollow", "mark_ring", ...DATE_MARKS];

/**
 * @param {Atlas} atlas
 * @param {MapState | undefined} map undefined where the slide has none, or none yet
 * @param {import("../time_panel/index.js").TimePanel | undefined} timePanel the same
 */
export function drawKey(atlas, map, timePanel) {
  const hasTimeline = Boolean(document.querySelector(".time"));
  const onTimeline = timePanel ? marksInSight(timePanel) : [];
  const marks = [...TIMELINE_MARKS.filter((name) => onTimeline.includes(name)), ...(map ? marksOnMap(map) : [])];
  slidePart(".legend").replaceChildren(...(hasTimeline ? [] : themeRows(atlas, shownThemes(atlas), KEY_MARK_PX)), ...markRows(atlas.words(), marks));
}

// The lanes of a timeline say what the colours mean.
/** @param {Atlas} atlas */
function shownThemes({ dataset, visibility: { status }, view }) {
  const isShown = (/** @type {number} */ theme) => dataset.events.some(({ index, themes }) => status[index] === SHOWN && themes[0] === theme);
  return themesWith(dataset, view.get().layers).filter(({ index }) => isShown(index));
}

/** @param {MapState} state @returns {string[]} keys of the words for what the map's frame has in it */
function marksOnMap({ map, markers, crossings, routes, counts }) {
  const bounds = map.getBounds();
  const isInSight = (/** @type {{ x: number, y: number }} */ { x, y }) => bounds.contains(map.layerPointToLatLng([x, y]));
  const isCounted = document.documentElement.dataset.layout === "timeline"; // else numbers are those of captions
  const isPie = isCounted && markers.some(({ shown, count, place, isContext }) => shown && count > 1 && !isContext && bounds.contains(place.at));
  const statuses = new Set(crossings.filter(({ place, element: mark }) => !mark.hidden && bounds.contains(place.at)).map(({ element: mark }) => mark.dataset.status));
  const hasRoutes = !map.getContainer().closest(".without-routes");
  return [
    ...(isPie ? ["map_key_pie"] : []),
    ...(counts.flows.some(({ drawn, tip }) => drawn && tip && isInSight(tip)) ? ["map_key_journey"] : []),
    ...(hasRoutes && routes.some(({ shown, line }) => shown && bounds.intersects(line.getBounds())) ? ["map_key_route"] : []),
    ...["open", "restricted", "closed", "unknown"].filter((status) => statuses.has(status)).map((status) => `map_key_${status}`),
  ];
}
