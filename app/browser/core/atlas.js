// @ts-check
// An instance of the atlas: a dataset, a View of it, and what words and colours it is shown in. All pictures of one instance are
// painted in the same frame. A page has its instances in a registry, where the map's own frame finds them too.

import { captionsOf } from "./captions.js";
import { openCards } from "./cards.js";
import { layersKey, rangeOf, readDataset } from "./dataset.js";
import { withoutUnknown } from "./known.js";
import { openSearch } from "./search.js";
import { placeSelected, subjectOf } from "./subject.js";
import { applyFilters, applyRange, inRange, limitsOf, makeVisibility, OFF_SCREEN, SHOWN, UNDATED } from "./visibility.js";
import { openView, publishTo } from "./view.js";

/** @typedef {import("./dataset.js").Dataset} Dataset */
/** @typedef {import("./dataset.js").Scale} Scale */
/** @typedef {import("./view.js").Change} ViewChange */
/** @typedef {import("./view.js").View} View */
/** @typedef {{ code: string, name: string, direction: "ltr" | "rtl", intl_locale: string, list_comma: string, groups_thousands: boolean }} Language */
/**
 * @typedef {object} Looks What `app/views/looks.py` writes.
 * @property {Language[]} languages
 * @property {Record<string, Record<string, string>>} words by language, then by key
 * @property {Record<string, Record<string, string>>} palettes by appearance, then by name
 * @property {Record<string, Record<string, string>>} strong_palettes the same for those who ask for more contrast
 * @property {import("./address.js").ViewField[]} fields of the View
 * @property {string} font
 * @property {string} nothing id that no row has, in place of a choice of which every box is unticked
 */
/**
 * @typedef {object} Files
 * @property {(name: string) => Promise<any>} json a file of the dataset, read
 * @property {(name: string) => string} url address of another file: plotly.js, basemap.json
 * @property {() => Promise<any>} geography the base map, as GeoJSON
 * @property {() => Promise<any>} world a coarse one of all the world, which lies behind it
 * @property {boolean} [alone] true for a page that has all its files in itself, and asks nothing of any server
 */
/**
 * @typedef {ViewChange & { range: readonly [number, number], first: boolean, filtered: boolean, ranged: boolean, dressed: boolean, fit: boolean, recomposed: boolean }} Change
 * `filtered`: which events pass the filters may have changed. `ranged`: the range has. `dressed`: language or appearance has. `fit`: the
 * map is asked to show its subject. `recomposed`: the picture is about something else than before
 */
/**
 * @typedef {object} Atlas
 * @property {Dataset} dataset
 * @property {Looks} looks
 * @property {Files} files
 * @property {boolean} composed a picture of its View: where the View has no camera or window, map and timeline are fitted to the subject
 * @property {import("./view.js").ViewStore} view
 * @property {import("./visibility.js").Visibility} visibility as of the present frame
 * @property {() => Uint8Array} subject by event, 1 where the View is about it; of a range that moves, since it rested last
 * @property {() => number[]} captions indices of the events that a composed picture names in words; of the same moment
 * @property {() => import("./captions.js").Layout | null} keptLayout of a composed picture whose range is moved: with each move it would else be laid out anew
 * @property {(layout: import("./captions.js").Layout | null) => void} keepLayout null for the one that suits the subject
 * @property {() => Scale} scale of the axis with the layers that are switched on
 * @property {() => readonly [number, number]} range first and last day
 * @property {() => Language} language
 * @property {() => Record<string, string>} words
 * @property {() => string} appearance light or dark, as the page's ground is
 * @property {() => Record<string, string>} palette
 * @property {(appearance: string, hasContrast?: boolean) => void} setAppearance `hasContrast`: the reader asks for more of it
 * @property {(inSight: Uint8Array) => void} setSight by event, whether the map shows its place
 * @property {() => Uint8Array | null} sight
 * @property {() => void} fit asks the map to show the subject of the View as it is in the next frame
 * @property {(range: readonly [number, number], how?: { step?: boolean, moving?: boolean }) => void} setRange
 * @property {(id: string) => void} select what is selected already is let go
 * @property {(id: string, more?: Partial<View>) => void} show selects an event, and lifts what would keep it from being shown
 * @property {(take: (change: Change) => void, signal?: AbortSignal) => void} subscribe `take` is called at once and after each change
 * @property {import("./cards.js").Cards} cards
 * @property {() => Promise<void>} prepareSearch fetches what words are looked up in
 */

/** @type {(keyof View)[]} Fields that stop events of any date. */
export const FILTERS = ["themes", "actors", "places", "kinds", "agreements", "words"];

/**
 * @param {{ dataset: any, looks: Looks, files: Files, address: import("./view.js").Address, appearance: string, hasContrast?: boolean, composed?: boolean, inNextFrame?: (run: () => void) => void }} parts
 * @returns {Atlas}
 */
export function openAtlas({ dataset: json, looks, files, address, appearance, hasContrast = false, composed = false, inNextFrame }) {
  const dataset = readDataset(json);
  const rules = {
    clean: (/** @type {View} */ given) => withoutUnknown(dataset, looks.nothing, given),
    settle: (/** @type {ViewChange} */ change, /** @type {boolean} */ isFromAddress) => settle(change, isFromAddress),
  };
  const view = openView(looks.fields, address, rules, inNextFrame);
  const visibility = makeVisibility(dataset);
  const defaults = /** @type {View} */ (Object.fromEntries(looks.fields.map((field) => [field.name, field.default])));
  /** @type {Set<(change: Change) => void>} */
  const subscribers = new Set();
  /** @type {Uint8Array | null} */
  let inSight = null;
  let sightChanged = false;
  let dressed = false;
  let fit = false;
  let searchChanged = false;
  let wordsAreTyped = false; // by the reader, not by an address

  const scale = () => dataset.scale(view.get().layers);
  const range = () => rangeOf(view.get(), scale());
  const search = openSearch(files, () => {
    searchChanged = true;
    if (view.get().words.trim()) view.touch();
  });
  const refilter = () => {
    const { words } = view.get();
    if (words.trim()) search.prepare();
    applyFilters(visibility, dataset, view.get(), { inSight, found: words.trim() ? search.found(words) : null });
    applyRange(visibility, dataset, view.get(), limitsOf(view.get()));
  };
  // Before anybody paints: who filters or searches wants the results, so a card that is not among them is closed.
  const settle = (/** @type {ViewChange} */ change, /** @type {boolean} */ isFromAddress) => {
    filtered = change.changed(...FILTERS, "layers", "basis", "extent") ||
      (sightChanged && change.view.extent) || searchChanged;
    ranged = filtered || change.changed("start", "end", "certainty");
    if (filtered) refilter();
    else if (ranged) applyRange(visibility, dataset, change.view, limitsOf(change.view));
    if (change.changed("words")) wordsAreTyped = !isFromAddress;
    const isFiltered = (!isFromAddress && change.changed(...FILTERS, "layers")) || (searchChanged && wordsAreTyped);
    const isStopped = isFiltered && !change.changed("selected") && !selectionPasses();
    return isStopped ? { selected: "" } : {};
  };
  const passes = (/** @type {number} */ index) => [SHOWN, UNDATED, OFF_SCREEN].includes(visibility.ignoringRange[index]);
  const selectionPasses = () => {
    const { selected } = view.get();
    const place = placeSelected(dataset, selected)?.index;
    return !selected || dataset.events.some((event) => passes(event.index) && (event.id === selected || (place !== undefined && (event.places.includes(place) || event.from === place))));
  };
  let [filtered, ranged] = [false, false];
  refilter();

  // What the picture is about changes with range and filters, once these rest. What is selected in the same frame belongs to it; a
  // later selection does not.
  /** @type {{ key: string, view: View, subject: Uint8Array | null, captions: number[] | null }} */
  let picture = { key: "", view: view.get(), subject: null, captions: null };
  /** @type {import("./captions.js").Layout | null} */
  let keptLayout = null;
  const recompose = (/** @type {ViewChange} */ { view: now, isMoving, changed }) => {
    const key = [now.start, now.end, now.basis, now.certainty, visibility.revision].join();
    if (isMoving || key === picture.key) return false;
    picture = { key, view: changed("selected") ? now : { ...now, selected: "" }, subject: null, captions: null };
    return true;
  };
  recompose({ view: view.get(), before: view.get(), changed: () => true, isStep: false, isMoving: false });

  view.subscribe((change) => {
    const full = { ...change, range: range(), first: false, filtered, ranged, dressed: dressed || change.changed("language"), fit, recomposed: recompose(change) };
    sightChanged = dressed = searchChanged = fit = false;
    publishTo(subscribers, full);
  });

  /** @type {Atlas} */
  const atlas = {
    dataset,
    looks,
    files,
    composed,
    view,
    visibility,
    subject: () => (picture.subject ??= subjectOf(dataset, visibility, picture.view)),
    captions: () => (picture.captions ??= captionsOf(dataset, atlas.subject(), picture.view, keptLayout)),
    keptLayout: () => keptLayout,
    keepLayout(layout) {
      keptLayout = layout;
      picture.captions = null;
    },
    scale,
    range,
    language: () => looks.languages.find(({ code }) => code === view.get().language) ?? looks.languages[0],
    words: () => looks.words[atlas.language().code],
    appearance: () => appearance,
    palette: () => (hasContrast ? looks.strong_palettes : looks.palettes)[appearance],
    setAppearance(wanted, wantsContrast = false) {
      if (wanted === appearance && wantsContrast === hasContrast) return;
      [appearance, hasContrast] = [wanted, wantsContrast];
      dressed = true;
      view.touch();
    },
    setSight(seen) {
      sightChanged ||= String(seen) !== String(inSight);
      inSight = seen;
      if (sightChanged && view.get().extent) view.touch();
    },
    sight: () => inSight,
    fit() {
      fit = true;
      view.touch();
    },
    setRange([first, last], how) {
      const { first: start, last: end } = scale();
      view.set({ start: first <= start ? null : first, end: last >= end ? null : last }, how);
    },
    select: (id) => view.set({ selected: id === view.get().selected ? "" : id }, { step: true }),
    show(id, more = {}) {
      const event = dataset.eventById.get(id);
      if (!event) return;
      const now = view.get();
      const { first, last, dated } = dataset.spans[now.basis];
      const layers = event.layer === dataset.ownLayer || now.layers.includes(event.layer) ? now.layers : [...now.layers, event.layer];
      const lifted = layers !== now.layers || !passes(event.index) ? Object.fromEntries(FILTERS.map((name) => [name, defaults[name]])) : {};
      const isOutside = dated[event.index] && !inRange(first[event.index], last[event.index], limitsOf(now), now.certainty);
      view.set({ ...lifted, ...(isOutside && { start: null, end: null, certainty: defaults.certainty }), layers, selected: id, ...more }, { step: true });
    },
    subscribe(take, signal) {
      if (signal?.aborted) return;
      subscribers.add(take);
      signal?.addEventListener("abort", () => subscribers.delete(take));
      take({ view: view.get(), before: view.get(), changed: () => true, isStep: false, isMoving: false, range: range(), first: true, filtered: true, ranged: true, dressed: true, fit: false, recomposed: true });
    },
    prepareSearch: search.prepare,
    cards: openCards({ dataset, files, language: () => atlas.language() }, view.touch),
  };
  return atlas;
}

/**
 * Name of the file of the timeline for a View.
 * @param {Dataset} dataset
 * @param {View} view
 */
export function timelineFile(dataset, { basis, layers }) {
  return `timeline/${basis}/${layersKey(dataset.layers, layers)}`;
}
