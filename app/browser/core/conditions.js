// @ts-check
// What restricts a View, one condition at a time, each with what lifts it: for the chips over the list and for a list that is empty.

import { themesWith } from "./dataset.js";

/** @typedef {import("./atlas.js").Atlas} Atlas */
/** @typedef {import("./view.js").View} View */
/** @typedef {"words" | "themes" | "actors" | "places" | "kinds" | "agreements" | "layers" | "extent" | "certainty" | "basis"} ConditionField */
/**
 * @typedef {object} Condition
 * @property {ConditionField} field
 * @property {string} id of what is chosen in a list, or the words; empty where the field says all
 * @property {boolean} isExcluded true where all others of the list are chosen, and this one is not
 * @property {Partial<View>} without what to set so that this condition is no more
 */

/** @type {ConditionField[]} In the order in which they are named. */
export const CONDITIONS = ["words", "themes", "actors", "places", "kinds", "agreements", "layers", "extent", "certainty", "basis"];
/** @type {ConditionField[]} Lists whose boxes begin all ticked, which is no restriction; the others begin empty. */
export const FULL_LISTS = ["themes", "agreements"];
/** @type {ConditionField[]} */
const LISTS = ["themes", "actors", "places", "kinds", "agreements", "layers"];

/**
 * What is on. Where most of a list that begins full is chosen, what is left out of it is named in its place.
 * @param {Pick<Atlas, "dataset" | "looks" | "view">} atlas
 * @returns {Condition[]}
 */
export function conditionsOf(atlas) {
  const view = atlas.view.get();
  const defaults = unrestricted(atlas);
  return CONDITIONS.flatMap((field) => {
    if (LISTS.includes(field)) return ofList(atlas, field);
    if (view[field] === defaults[field]) return [];
    return [{ field, id: field === "words" ? view.words : "", isExcluded: false, without: { [field]: defaults[field] } }];
  });
}

/**
 * Values of all these fields that restrict nothing.
 * @param {Pick<Atlas, "looks">} atlas
 * @returns {Partial<View>}
 */
export function unrestricted({ looks }) {
  return Object.fromEntries(looks.fields.filter(({ name }) => CONDITIONS.includes(/** @type {ConditionField} */ (name))).map((field) => [field.name, field.default]));
}

/**
 * What a list has chosen where these boxes of it are ticked: all of a list that begins full is no restriction, and none is one that nothing passes.
 * @param {Pick<Atlas, "looks">} atlas
 * @param {ConditionField} field
 * @param {string[]} ticked
 * @param {number} count of all boxes
 */
export function chosenBy({ looks }, field, ticked, count) {
  if (!FULL_LISTS.includes(field)) return ticked;
  if (ticked.length === count) return [];
  return ticked.length ? ticked : [looks.nothing];
}

/** @param {Pick<Atlas, "dataset" | "looks" | "view">} atlas @param {ConditionField} field @returns {Condition[]} */
function ofList(atlas, field) {
  const chosen = /** @type {string[]} */ (atlas.view.get()[field]);
  const all = boxesOf(atlas, field);
  const without = (/** @type {string[]} */ kept) => ({ [field]: kept });
  if (!FULL_LISTS.includes(field)) return chosen.map((id) => ({ field, id, isExcluded: false, without: without(chosen.filter((other) => other !== id)) }));
  const [ticked, left] = [all.filter((id) => chosen.includes(id)), all.filter((id) => !chosen.includes(id))];
  if (!chosen.length) return [];
  if (!ticked.length) return [{ field, id: "", isExcluded: false, without: without([]) }];
  if (left.length < ticked.length) return left.map((id) => ({ field, id, isExcluded: true, without: without(chosenBy(atlas, field, [...ticked, id], all.length)) }));
  return ticked.map((id) => ({ field, id, isExcluded: false, without: without(ticked.filter((other) => other !== id)) }));
}

/** @param {Pick<Atlas, "dataset" | "view">} atlas @param {ConditionField} field ids of the boxes of a list that begins full */
function boxesOf({ dataset, view }, field) {
  return field === "themes" ? themesWith(dataset, view.get().layers).map(({ id }) => id) : dataset.agreements;
}
