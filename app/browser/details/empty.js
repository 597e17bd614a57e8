// @ts-check
// What stands in place of an empty list: which condition empties it, each with a button that undoes exactly that, and the nearest events
// before and after the range.

import { conditionsOf, unrestricted } from "../core/conditions.js";
import { placingBasis } from "../core/dataset.js";
import { isolated, setText } from "../core/direction.js";
import { button, element } from "../core/dom.js";
import { countFacets, whatEmpties } from "../core/facets.js";
import { inRange, limitsOf, SHOWN } from "../core/visibility.js";
import { counted, fill } from "../core/words.js";
import { conditionInWords, LIST_HEADINGS } from "../filters/chips.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/view.js").View} View */
/** @typedef {{ name: string, text: string, count: number, action: string, set: Partial<View> }} Offer how many events would be shown, and what is to be set for it */
/** @typedef {{ name: string, text: string, date: string, title: string, id: string, range: [number, number] }} Near `range`: the present one, widened to the event */

/** @type {import("../core/facets.js").Facet[]} */
const LISTS_OF_CHOICES = ["themes", "actors", "places", "kinds", "agreements"];
/** @type {Partial<View>} */
const WHOLE_SPAN = { start: null, end: null };

/**
 * @param {Atlas} atlas
 * @param {HTMLElement} heir gets the focus once the list has something to show
 */
export function emptyNote(atlas, heir) {
  const box = element("section", "empty");
  let drawn = "";
  const follow = () => {
    const isEmpty = atlas.visibility.tally[SHOWN] === 0;
    const had = box.matches(":focus-within");
    box.hidden = !isEmpty;
    if (!isEmpty) {
      if (had) heir.focus();
      return;
    }
    const found = { offers: offersOf(atlas), near: nearestOf(atlas) };
    const key = JSON.stringify(found);
    if (key === drawn) return; // a button that has the focus keeps it
    drawn = key;
    box.replaceChildren(
      element("p", "quiet", emptyInWords(atlas)),
      ...found.offers.map((offer) => offerRow(atlas, offer)),
      ...found.near.map((near) => nearRow(atlas, near)),
    );
    if (had) heir.focus();
  };
  return { box, follow };
}

/** @param {Atlas} atlas */
function emptyInWords(atlas) {
  const [words, { start, end }] = [atlas.words(), atlas.view.get()];
  const isRanged = start !== null || end !== null;
  if (!conditionsOf(atlas).length) return words.no_events_in_range;
  return isRanged ? words.no_events : words.no_events_match;
}

/**
 * What would show something if it alone were undone; if nothing would, all filters at once, and if that would not, the range with them.
 * @param {Atlas} atlas
 * @returns {Offer[]} those first that show most
 */
export function offersOf(atlas) {
  const { dataset, visibility, view } = atlas;
  const [words, now] = [atlas.words(), view.get()];
  const { stoppedBy } = whatEmpties(visibility, dataset, now);
  const layers = countFacets(visibility, dataset, now).dated.layers;
  /** @type {Offer[]} */
  const offers = [
    { name: "range", text: words.empty_range, count: stoppedBy("range"), action: words.empty_show_span, set: WHOLE_SPAN },
    { name: "certainty", text: words.empty_certainty, count: stoppedBy("certainty"), action: words.empty_show, set: { certainty: "possibly" } },
    { name: "extent", text: words.empty_extent, count: stoppedBy("extent"), action: words.empty_show, set: { extent: false } },
    { name: "words", text: fill(words.empty_words, { name: now.words }), count: stoppedBy("words"), action: words.empty_clear_search, set: { words: "" } },
    ...LISTS_OF_CHOICES.map((list) => listOffer(atlas, list, stoppedBy(list))),
    ...dataset.layers.map((layer, index) => ({
      name: `layer-${layer}`,
      text: fill(words.empty_layer, { name: words[`layer_${layer}`] }),
      count: now.layers.includes(layer) ? 0 : layers[index],
      action: words.empty_show,
      set: { layers: [...now.layers, layer] },
    })),
  ];
  const helpful = offers.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  return helpful.length ? helpful : clearingOffers(atlas);
}

/** @param {Atlas} atlas @param {import("../core/facets.js").Facet} list @param {number} count @returns {Offer} */
function listOffer(atlas, list, count) {
  const words = atlas.words();
  const own = conditionsOf(atlas).filter(({ field }) => field === list);
  const text = own.length === 1 && own[0].id && !own[0].isExcluded
    ? fill(words.empty_without, { name: conditionInWords(atlas, own[0]) })
    : fill(words.empty_all_of, { name: words[LIST_HEADINGS[list]] });
  return { name: list, text, count, action: words.empty_remove, set: { [list]: [] } };
}

/** @param {Atlas} atlas @returns {Offer[]} */
function clearingOffers(atlas) {
  const [words, { dataset }] = [atlas.words(), atlas];
  const clear = unrestricted(atlas);
  const { first, last, dated } = dataset.spans[String(clear.basis)];
  const own = dataset.events.filter(({ index, layer }) => dated[index] && layer === dataset.ownLayer);
  const inTime = own.filter(({ index }) => inRange(first[index], last[index], limitsOf(atlas.view.get()), "possibly")).length;
  /** @type {Offer} */
  const offer = inTime
    ? { name: "all", text: words.empty_without_filters, count: inTime, action: words.chips_clear, set: clear }
    : { name: "all-and-range", text: words.empty_without_any, count: own.length, action: words.empty_clear_everything, set: { ...clear, ...WHOLE_SPAN } };
  return offer.count ? [offer] : [];
}

/**
 * The nearest events that nothing but the range stops.
 * @param {Atlas} atlas
 * @returns {Near[]}
 */
export function nearestOf(atlas) {
  const { dataset, visibility, view } = atlas;
  const [words, now, { code }, [start, end]] = [atlas.words(), view.get(), atlas.language(), atlas.range()];
  const { first, last } = dataset.spans[now.basis];
  const { before, after } = whatEmpties(visibility, dataset, now);
  return /** @type {[string, number][]} */ ([["before", before], ["after", after]]).filter(([, index]) => index >= 0).map(([name, index]) => {
    const event = dataset.events[index];
    const [from, to] = now.certainty === "certainly" ? [first[index], last[index]] : name === "before" ? [last[index], last[index]] : [first[index], first[index]];
    return {
      name,
      text: words[`nearest_${name}`],
      date: event.dates[placingBasis(dataset, event, now.basis)]?.[code] ?? "",
      title: event.title[code],
      id: event.id,
      range: [Math.min(start, from), Math.max(end, to)],
    };
  });
}

/** @param {Atlas} atlas @param {Offer} offer */
function offerRow(atlas, { name, text, count, action, set }) {
  const row = element("p", "offer");
  row.dataset.offer = name;
  row.append(element("span", "", text), element("strong", "", counted(atlas.words(), atlas.language(), "essay_events", { n: count })));
  row.append(button("undo", action, () => atlas.view.set(set, { step: true })));
  return row;
}

/** @param {Atlas} atlas @param {Near} near */
function nearRow(atlas, { name, text, date, title, id, range }) {
  const row = element("p", "near");
  row.dataset.near = name;
  const go = button("link", "", () => {
    atlas.setRange(range);
    atlas.view.set({ selected: id }, { step: true });
  });
  const day = element("strong");
  setText(day, date);
  go.append(day, " · ", isolated(title));
  row.append(element("span", "quiet", text), " ", go);
  return row;
}
