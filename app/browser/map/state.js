// @ts-check
// What the map's modules share: Leaflet's map, the instance of the atlas that is shown on it, and what has been drawn.

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/dataset.js").ByLanguage} ByLanguage */
/** @typedef {import("../core/dataset.js").Dataset} Dataset */
/** @typedef {import("../core/dataset.js").PlaceRow} PlaceRow */
/** @typedef {{ x: number, y: number }} Point px; as Leaflet's layer points, which stay the same while the map is dragged, if nothing else is said */
/** @typedef {{ x: number, y: number, w: number, h: number }} Box px from the map's top left corner */
/** @typedef {PlaceRow & { at: [number, number] }} LocatedPlace */
/**
 * @typedef {object} Marker The mark of a place.
 * @property {LocatedPlace} place
 * @property {HTMLElement} element
 * @property {any} layer
 * @property {any} disc what the point stands for
 * @property {any} leader line to the true point, where the marker has been moved from it
 * @property {boolean} shown
 * @property {boolean} isContext in a composed picture, not one of its subject's places
 * @property {boolean} selected
 * @property {number} contested 1 where reports contest one of its events
 * @property {number} count events shown here
 * @property {Int32Array} drawn the same by theme
 * @property {number} radius px
 * @property {number} roomFor radius for which the marker was given room
 * @property {number} room that is kept free around its middle, px: for the numbers of captions too
 * @property {Point} home its true point
 * @property {Point} point where it stands
 */
/** @typedef {import("../core/dataset.js").CrossingState} CrossingState */
/** @typedef {{ place: LocatedPlace, states: CrossingState[], element: HTMLElement, layer: any, drawn: string, point: Point }} Crossing */
/** @typedef {{ route: any, line: any, shown: boolean, view?: string, spots?: Map<string, any[]> }} DrawnRoute */
/**
 * @typedef {object} Chips
 * @property {HTMLElement} box
 * @property {import("./edge_chips.js").DrawnChip[]} drawn
 * @property {CanvasRenderingContext2D} canvas measures words
 * @property {LocatedPlace[]} outside those beyond the edges
 * @property {string} view the camera for which `outside` is known
 * @property {string} inputs all that the chips were made from
 * @property {string} key what is drawn
 * @property {import("./chip_layout.js").Room | null} room null until it is measured
 */
/** @typedef {{ layer: any, text: string, className: string, angle: number, leader: any }} DrawnLabel leader: line from the mark, or null */
/**
 * @typedef {object} Label A name that looks for a spot.
 * @property {string} key
 * @property {string} text
 * @property {string[]} classes they decide its size, too
 * @property {number} [angle] radians
 */
/**
 * @typedef {object} Tiles The network's map.
 * @property {any} layer
 * @property {boolean} on
 * @property {boolean} failed
 * @property {number} failures tiles that have failed since it was switched on; no number of them matters once one has come
 * @property {HTMLButtonElement | null} button
 * @property {number} zoomMost without it
 */
/**
 * @typedef {object} Viewport Who moved the map, and what the View was last told of it.
 * @property {boolean} moved true once a reader has moved the map from where it fits itself
 * @property {boolean} movesItself true during a move that is not the reader's
 * @property {boolean} zooming
 * @property {[number, number, number] | null} known camera on which map and View agreed last
 * @property {[number, number, number] | null} exact camera taken from the View, as long as the map has not been moved since
 * @property {number} timer of the next report
 */
/**
 * @typedef {object} MapState
 * @property {any} map Leaflet's
 * @property {Atlas} atlas
 * @property {Dataset} dataset
 * @property {any} settings what `app/views/map/geography.py` writes
 * @property {AbortSignal} signal ends the drawing
 * @property {readonly [number, number]} range as drawn last
 * @property {import("./counts.js").Counts} counts
 * @property {Viewport} viewport
 * @property {Tiles} tiles
 * @property {any[]} controls
 * @property {any} base
 * @property {any} hatch
 * @property {any} world coarse, behind the base map
 * @property {any[] | null} geography features of the base map, once they have come
 * @property {boolean} baseFailed
 * @property {Marker[]} markers
 * @property {Map<number, Marker>} markerByPlace by the index of the place
 * @property {any[]} captionLayers numbers of captions, on the map of a composed picture
 * @property {Crossing[]} crossings
 * @property {DrawnRoute[]} routes
 * @property {Chips} chips of places beyond the edges
 * @property {Point[]} arrowHeads what names always keep clear of
 * @property {Point[]} badges the same: numbers of journeys
 * @property {Point[]} arrowLines what names keep clear of if they can
 * @property {string} flowsDrawn
 * @property {number} arrangement how often the markers have been given room
 * @property {Map<string, DrawnLabel>} labels
 * @property {Map<string, { w: number, h: number }>} measured sizes of names by style and text
 * @property {any[] | null} countries
 * @property {any[] | null} rivers
 * @property {number} settling timer of the next placing of names; 0 while none is due
 * @property {number} unsettledSince
 */

/**
 * @param {any} map
 * @param {Atlas} atlas
 * @param {AbortSignal} signal
 * @returns {MapState}
 */
export function makeState(map, atlas, signal) {
  return /** @type {MapState} */ (/** @type {unknown} */ ({ // counts, tiles and chips are made before they are used
    map,
    atlas,
    dataset: atlas.dataset,
    settings: atlas.dataset.map,
    signal,
    range: atlas.range(),
    counts: null,
    viewport: { moved: false, movesItself: false, zooming: false, known: null, exact: null, timer: 0 },
    tiles: null,
    controls: [],
    base: null,
    hatch: null,
    world: null,
    geography: null,
    baseFailed: false,
    markers: [],
    markerByPlace: new Map(),
    captionLayers: [],
    crossings: [],
    routes: [],
    chips: null,
    arrowHeads: [],
    badges: [],
    arrowLines: [],
    flowsDrawn: "",
    arrangement: 0,
    labels: new Map(),
    measured: new Map(),
    countries: null,
    rivers: null,
    settling: 0,
    unsettledSince: 0,
  }));
}

/**
 * Listens to Leaflet's map until the drawing ends.
 * @param {MapState} state
 * @param {string} type
 * @param {(event: any) => void} take
 */
export function listenToMap({ map, signal }, type, take) {
  map.on(type, take);
  signal.addEventListener("abort", () => map.off(type, take));
}

/**
 * @param {MapState} state
 * @param {string} name
 * @param {number} zIndex
 * @returns {HTMLElement} the pane, made where the map has none of this name
 */
export function pane({ map }, name, zIndex) {
  const element = map.getPane(name) ?? map.createPane(name);
  element.style.zIndex = zIndex;
  return element;
}

/**
 * @param {MapState} state
 * @param {ByLanguage} text
 */
export function inLanguage({ atlas }, text) {
  return text[atlas.language().code];
}

/**
 * @param {MapState} state
 * @returns {boolean} true where lines begin at the right
 */
export function isRightToLeft({ atlas }) {
  return atlas.language().direction === "rtl";
}

/**
 * @param {MapState} state
 * @param {number} theme index
 */
export function themeColour({ atlas, dataset }, theme) {
  return dataset.themes[theme]?.colours[atlas.appearance()] ?? atlas.palette().text_quiet;
}

/**
 * @param {MapState} state
 * @param {PlaceRow | undefined} place
 * @returns {boolean} true where the place lies on the map, however far
 */
export function isInFrame({ settings }, place) {
  if (!place?.at) return false;
  const [[south, west], [north, east]] = settings.frame;
  const [latitude, longitude] = place.at;
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}
