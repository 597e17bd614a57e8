// The map's part in the live link: it listens on the session's channel and shows what it is told.

import { hearRanges } from "../core/range_news.js";
import { drawBase, recolourBase } from "./base_layer.js";
import { addControls, dress } from "./controls.js";
import { admit, countShown, makeCounts } from "./counts.js";
import { makeCrossings, updateCrossings } from "./crossings.js";
import { spreadMarkers } from "./declutter.js";
import { drawJourneys, drawRoutes, updateRoutes } from "./journeys.js";
import { listenToKeys } from "./keyboard.js";
import { placeLabels } from "./labels/points.js";
import { makeMarkers, updateMarkers } from "./markers.js";
import { updateAway } from "./off_map_list.js";
import { makeTiles } from "./tiles.js";
import { keepTipsInside } from "./tooltips.js";
import { flyToSelected, takeCamera, tellCamera, watchCamera } from "./viewport.js";

const RESTS_MS = 100; // a range that has not moved for so long rests
const UNSETTLED_MS = 500; // in a drag without rest, names follow the markers after so long

export function drawAtlas(map, data) {
  // Leaflet then moves markers by plain transforms. Its translate3d makes each a layer of its own, which the browser sorts
  // anew in every frame of a drag; map.css makes one layer of the whole pane instead, so that panning stays smooth.
  L.Browser.ie3d = true;
  const atlas = {
    map,
    data,
    channel: new BroadcastChannel(data.channel),
    language: "en",
    appearance: "light",
    state: { range: [-Infinity, Infinity], basis: "essay", certainty: "possibly", passing: null, selected: "" },
    // What names keep clear of, as Leaflet's layer points: tips and numbers of journeys always, their lines if they can.
    arrowHeads: [],
    arrowLines: [],
    badges: [],
    arrangement: 0, // how often the markers have been given room
    told: false,
    touched: false, // has anyone moved the map from where it fits itself?
    movesItself: false,
    measured: new Map(),
    placeById: new Map(data.places.map((place) => [place.id, place])),
    labels: new Map(),
    palette: () => data.palettes[atlas.appearance],
    words: () => data.words[atlas.language],
    rightToLeft: () => atlas.language === "ar",
    colourOf: (theme) => data.themes.find(({ id }) => id === theme)?.colours[atlas.appearance] || atlas.palette().text_quiet,
    select: (id) => atlas.channel.postMessage({ type: "select", selected: id }),
  };
  window.atlas = atlas;
  atlas.counts = makeCounts(atlas);
  for (const [name, zIndex] of [["discs", 300], ["routes", 310], ["journeys", 320], ["labels", 620], ["places", 610], ["crossings", 608]]) {
    map.createPane(name).style.zIndex = zIndex;
  }
  map.getPane("labels").style.pointerEvents = "none";
  dress(atlas);
  makeTiles(atlas);
  drawBase(atlas);
  makeMarkers(atlas);
  makeCrossings(atlas);
  drawRoutes(atlas);
  addControls(atlas);
  watchCamera(atlas);
  keepTipsInside(atlas);
  listenToKeys(atlas);

  atlas.channel.onmessage = ({ data: message }) => {
    if (message.type === "state") takeState(atlas, message);
    if (message.type === "range") takeNewRange(atlas, message.range);
  };
  const leaving = new AbortController();
  addEventListener("pagehide", () => leaving.abort());
  hearRanges(window.parent, atlas.channel, (range) => takeNewRange(atlas, range), leaving.signal);
  atlas.channel.postMessage({ type: "hello" });
}

// What has come as an event comes over the channel once more.
function takeNewRange(atlas, range) {
  if (atlas.told && String(range) !== String(atlas.state.range)) takeRange(atlas, range);
}

// Everything that depends on where things lie on the screen: after a move, a zoom or a change of size.
export function arrange(atlas) {
  if (!atlas.told) return;
  spreadMarkers(atlas);
  drawJourneys(atlas);
  settle(atlas);
}

// Names, and room for what has grown a little: not for each range of a drag, but once it rests, or twice a second.
function settleSoon(atlas) {
  const now = performance.now();
  atlas.unsettledSince ||= now;
  clearTimeout(atlas.settling);
  atlas.settling = setTimeout(() => settle(atlas), Math.max(0, Math.min(RESTS_MS, atlas.unsettledSince + UNSETTLED_MS - now)));
}

export function settle(atlas) {
  clearTimeout(atlas.settling);
  atlas.settling = atlas.unsettledSince = 0;
  if (atlas.markers.some(({ shown, radius, roomFor }) => shown && radius !== roomFor)) {
    spreadMarkers(atlas);
    drawJourneys(atlas);
  }
  placeLabels(atlas);
}

// The whole state: language, appearance, filters, selection, camera and range.
function takeState(atlas, message) {
  const first = !atlas.told;
  const dressed = message.language !== atlas.language || message.appearance !== atlas.appearance;
  const selectedBefore = atlas.state.selected;
  atlas.state = message;
  if (dressed) {
    [atlas.language, atlas.appearance] = [message.language, message.appearance];
    dress(atlas);
    recolourBase(atlas);
    addControls(atlas);
  }
  admit(atlas);
  const cameraTaken = takeCamera(atlas, message);
  atlas.told = true;
  takeRange(atlas, message.range, dressed || first);
  if (atlas.settling) settle(atlas);
  if (message.selected && message.selected !== selectedBefore && !cameraTaken) flyToSelected(atlas);
  if (first) tellCamera(atlas);
}

// The range alone, as often as the slider moves.
export function takeRange(atlas, range, redraw = false) {
  atlas.state.range = range;
  countShown(atlas);
  const { changed, crowded } = updateMarkers(atlas, redraw);
  const awayChanged = updateAway(atlas);
  if (crowded) spreadMarkers(atlas);
  drawJourneys(atlas);
  const corridorsChanged = updateRoutes(atlas);
  updateCrossings(atlas);
  if (changed || awayChanged || corridorsChanged) settleSoon(atlas);
  document.documentElement.dataset.shown = atlas.counts.total;
}
