// @ts-check
// One event as a row: its title opens its card, and under it stand its date and its places, each of which is a filter.

import { placingBasis } from "../core/dataset.js";
import { setText } from "../core/direction.js";
import { button, element, innerLink, themeMark } from "../core/dom.js";
import { arrows, fill } from "../core/words.js";

/** @typedef {import("../core/dataset.js").EventRow} EventRow */
/** @typedef {import("./index.js").Details} Details */

let described = 0; // gives each line under a title an id of its own, by which the title's button is described

/** @param {Details} details @param {EventRow} event */
export function eventRow({ atlas }, event) {
  const [words, { code }, { dataset }] = [atlas.words(), atlas.language(), atlas];
  const row = element("div", "row");
  const open = button("event-row", "", () => atlas.select(event.id));
  open.dataset.event = event.id;
  open.append(element("span", "title", event.title[code]));
  if (event.agreement === "conflicts") open.append(contestedSign(words));
  const under = element("p", "under");
  under.id = `under-${described += 1}`;
  open.setAttribute("aria-describedby", under.id);
  const basis = placingBasis(dataset, event, atlas.view.get().basis);
  under.append(element("span", "date", event.dates[basis]?.[code] ?? words.no_date));
  if (event.layer !== dataset.ownLayer) under.append(" · ", element("span", "layer", words[`not_in_essay_${event.layer}`]));
  const places = placesOf(event);
  if (places.length) under.append(" · ", ...placeFilters(atlas, event, places));
  row.append(themeMark(dataset.themes[event.themes[0]], atlas.appearance()), open, under);
  return row;
}

/** @param {HTMLElement | undefined} row @returns {HTMLElement | undefined} the button of a row, which opens its event's card */
export function openingButton(row) {
  return /** @type {HTMLElement | null} */ (row?.querySelector(".event-row")) ?? undefined;
}

/** @param {Record<string, string>} words */
function contestedSign(words) {
  const contested = element("span", "contested");
  const sign = element("span", "", "○");
  sign.setAttribute("aria-hidden", "true");
  contested.title = words.agree_conflicts;
  contested.append(sign, element("span", "unseen", words.reports_disagree));
  return contested;
}

// Where a traveller came from is named once, before the arrow.
/** @param {EventRow} event @returns {number[]} */
export function placesOf({ places, from }) {
  return from < 0 ? places : [from, ...places.filter((place) => place !== from)];
}

/** @param {import("../core/atlas.js").Atlas} atlas @param {EventRow} event @param {number[]} places @returns {(Node | string)[]} */
function placeFilters(atlas, { from }, places) {
  const [words, language] = [atlas.words(), atlas.language()];
  const arrow = `\u00a0${arrows(language).onward} `;
  return places.flatMap((place, at) => {
    const { id, name } = atlas.dataset.places[place];
    const address = new URLSearchParams({ place: id, lang: language.code });
    const filter = innerLink("place-filter", `?${address}`, () => atlas.view.set({ places: [id] }, { step: true }));
    setText(filter, name[language.code]);
    filter.title = fill(words.filter_by, { name: name[language.code] });
    filter.tabIndex = -1; // who walks by keys has the same in the place's card, and one stop a row here
    const between = at === 0 ? [] : [at === 1 && from >= 0 ? arrow : language.list_comma];
    return [...between, filter];
  });
}
