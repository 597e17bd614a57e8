// @ts-check
// What a dataset makes of a View from an address: ids that no table has, and ranges beyond the axis, are dropped. The same as
// without_unknown_keys and without_range_beyond in app/model/chronology/filtering.py; tests/cases/known.json holds them together.

import { themesWith } from "./dataset.js";
import { placeSelected } from "./subject.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./dataset.js").Dataset} Dataset */

/**
 * Drops what the dataset does not have. Parameters are named for what the dataset with all its layers lacks as well: what a layer that is
 * switched off alone has is dropped without a word, since nothing is wrong with its address.
 * @param {Dataset} dataset
 * @param {string} nothing id of a choice of which every box is unticked
 * @param {View} view
 * @returns {{ view: View, invalid: string[] }}
 */
export function withoutUnknown(dataset, nothing, view) {
  /** @type {string[]} */
  const invalid = [];
  const known = (/** @type {string} */ parameter, /** @type {string[]} */ chosen, /** @type {string[]} */ ids) => {
    const all = new Set(ids);
    const kept = chosen.filter((id) => all.has(id));
    if (kept.length < chosen.length) invalid.push(parameter);
    return kept;
  };
  const shown = new Set([...themesWith(dataset, view.layers).map(({ id }) => id), nothing]);
  const themes = known("theme", view.themes, [...dataset.themeIds, nothing]).filter((id) => shown.has(id));
  const actors = known("actor", view.actors, dataset.actorIds);
  const places = known("place", view.places, dataset.placeIds);
  let { selected, start, end } = view;
  const event = dataset.eventById.get(selected);
  const isPlace = placeSelected(dataset, selected) !== undefined;
  if (selected && !event && !isPlace) invalid.push("selected");
  const isOff = event && event.layer !== dataset.ownLayer && !view.layers.includes(event.layer);
  if ((!event && !isPlace) || isOff) selected = "";
  const isAnchor = (/** @type {import("./annotations.js").Annotation} */ { on, where }) =>
    on === "event" ? dataset.eventById.has(where) : on !== "place" || dataset.placeById.has(where);
  const annotations = view.annotations.filter(isAnchor);
  if (annotations.length < view.annotations.length) invalid.push("annotations");
  const touches = (/** @type {string[]} */ layers) => {
    const { first, last } = dataset.scale(layers);
    return (start ?? first) <= last && (end ?? last) >= first;
  };
  if (!touches(view.layers)) {
    if (!touches(dataset.layers)) invalid.push("from", "to");
    start = end = null;
  }
  return { view: { ...view, themes, actors, places, selected, start, end, annotations }, invalid };
}
