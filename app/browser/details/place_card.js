// @ts-check
// Places: the card of one, and the line that says of each place of an event where it is and how one knows.

import { isolated, joined } from "../core/direction.js";
import { button, element, fact, waitingText } from "../core/dom.js";
import { ABSENT, SHOWN } from "../core/visibility.js";
import { counted, fill } from "../core/words.js";
import { placeAsText } from "./citations.js";
import { copyBar } from "../core/clipboard.js";
import { cardBar } from "./event_card.js";
import { listOfEvents } from "./virtual_list.js";

/** @typedef {import("../core/cards.js").Register} Register */
/** @typedef {import("../core/dataset.js").PlaceRow} PlaceRow */
/** @typedef {import("./index.js").Details} Details */
/** @typedef {import("./index.js").Sheet} Sheet */

const MOST_PARAGRAPHS = 20; // a place that more paragraphs name is named everywhere

/** @param {Details} details @param {PlaceRow} place @returns {Sheet} */
export function placeSheet(details, place) {
  const { atlas } = details;
  const [words, language, { dataset }] = [atlas.words(), atlas.language(), atlas];
  const register = atlas.cards.register();
  const card = element("article", "card");
  card.append(element("p", "kicker", words[`place_${place.kind}`]), element("h2", "", place.name[language.code]));
  if (register) card.append(...factsOf(details, place, register));
  else card.append(waitingText());
  card.append(...crossingStates(details, place));

  const here = dataset.events.filter(({ index, places, from }) =>
    (places.includes(place.index) || from === place.index) && atlas.visibility.status[index] !== ABSENT);
  const count = element("span", "quiet");
  const heading = element("h3", "", `${words.place_events} `);
  heading.append(count);
  // The map counts an event at its first place alone; the card has all that name the place.
  const split = element("p", "quiet split");
  const those = new Set(here);
  const list = listOfEvents(details, dataset.inOrder(atlas.view.get().basis).filter((event) => those.has(event)), ({ index }) => atlas.visibility.status[index] === SHOWN);
  card.append(heading, split, list.box);
  if (register) card.append(copyBar(details.atlas, [["copy_text", () => placeAsText(details, place, register, list.shown)]]));
  card.append(element("p", "row-reference", fill(words.row_reference, { id: place.id, file: "places.csv" })));
  const follow = () => {
    const total = list.shown.length;
    const first = list.shown.filter(({ places }) => places[0] === place.index).length;
    count.textContent = `(${counted(words, language, "count_events", { shown: total, n: here.length })})`;
    split.hidden = first === total;
    split.textContent = fill(words.place_events_split, { here: first, more: total - first, total });
  };
  return { nodes: [cardBar(details), card], lists: [list], follow, isWaiting: !register };
}

/** @param {Details} details @param {PlaceRow} place @param {Register} register */
function factsOf(details, place, register) {
  const { atlas } = details;
  const [words, language] = [atlas.words(), atlas.language()];
  const known = register.places[place.index];
  const facts = element("dl");
  if (!place.at) fact(facts, words.coordinates, element("span", "missing", words.no_coordinates));
  else fact(facts, words.coordinates, coordinates(place.at), element("small", "", fill(words.radius, { n: inFigures(place.radiusKm, language) })));
  if (known.source) fact(facts, words.source, isolated(known.source, null));
  sourceFacts(details, facts, known);
  const paragraphs = known.paragraphs.map((/** @type {number} */ n) => fill(words.paragraph_sign, { n })).join(language.list_comma);
  if (paragraphs && known.paragraphs.length < MOST_PARAGRAPHS) fact(facts, words.named_in, paragraphs);
  if (known.other_spellings.length) fact(facts, words.other_spellings, isolated(joined(known.other_spellings, language.list_comma)));
  return known.note ? [facts, element("p", "quiet", known.note)] : [facts];
}

// How a crossing stood, from when to when, each time with the events whose paragraphs and reports say so.
/** @param {Details} details @param {PlaceRow} place */
function crossingStates({ atlas }, place) {
  const [words, { code }, { dataset, visibility }] = [atlas.words(), atlas.language(), atlas];
  const list = element("ul", "crossing-states");
  for (const { status, holder, period, events, note } of dataset.crossings.find((crossing) => crossing.place === place.index)?.states ?? []) {
    const saidBy = events.map((index) => dataset.events[index]).filter(({ index }) => visibility.status[index] !== ABSENT);
    if (!saidBy.length) continue;
    const row = element("li");
    const held = () => fill(words.crossing_held, { holder: holder?.[code] ?? "", period: period[code] });
    row.append(element("strong", "", status ? joined([words[`crossing_${status}`], period[code]], " · ") : held()));
    if (note[code]) row.append(" ", element("span", "quiet", note[code]));
    for (const { id, title } of saidBy) row.append(" ", button("link", title[code], () => atlas.select(id)));
    list.append(row);
  }
  return list.children.length ? [element("h3", "", words.crossing_states_heading), list] : [];
}

/**
 * A place of an event: a link to its card; coordinates, radius and source; and folded away, how sure these are.
 * @param {Details} details
 * @param {PlaceRow} place
 * @param {Register} register
 * @param {{ supplied?: boolean, isStart?: boolean, km?: number | null }} how `isStart`: a traveller came from there, `km` away
 */
export function placeLine(details, place, register, { supplied = false, isStart = false, km = null }) {
  const { atlas } = details;
  const [words, language] = [atlas.words(), atlas.language()];
  const line = element("div", "place");
  const name = place.name[language.code];
  const link = button("link", isStart ? fill(words.from_place, { place: name }) : name, () => atlas.select(`place:${place.id}`));
  const remark = [km ? fill(words.km, { n: inFigures(km, language) }) : "", supplied ? words.supplied_by_reports : ""].filter(Boolean).join(" · ");
  line.append(link, element("small", "", remark ? ` · ${remark}` : ""));
  if (!place.at) {
    line.append(element("small", "missing", ` · ${words.no_coordinates}`));
    return line;
  }
  const known = register.places[place.index];
  const fold = element("details", "point");
  fold.dataset.fold = `place:${place.id}`;
  const summary = element("summary");
  summary.append(coordinates(place.at), ` ${fill(words.within_km, { n: inFigures(place.radiusKm, language) })}`);
  const brief = inBrief(known.source);
  if (brief) summary.append(" · ", isolated(brief, null));
  const facts = element("dl");
  if (brief !== known.source) fact(facts, words.source, isolated(known.source, null));
  sourceFacts(details, facts, known);
  fold.append(summary, facts);
  line.append(fold);
  return line;
}

// The second source, how far it is from the first, and how far both are to be trusted.
/** @param {Details} details @param {HTMLElement} facts @param {any} known the place's row of the register */
function sourceFacts({ atlas }, facts, known) {
  const words = atlas.words();
  if (known.second_source) {
    /** @type {(Node | string)[]} */
    const parts = [isolated(known.second_source, null)];
    if (known.second_latitude !== null && known.second_longitude !== null) parts.push(" · ", coordinates([known.second_latitude, known.second_longitude]));
    const apart = known.sources_apart_km;
    if (apart !== null) parts.push(element("small", "", fill(words.sources_apart, { n: inFigures(apart, atlas.language()) })));
    fact(facts, words.second_source, ...parts);
  }
  if (known.confidence) fact(facts, words.confidence, words[`confidence_${known.confidence}`]);
}

/** @param {[number, number]} at */
function coordinates(at) {
  const point = element("bdi", "coordinates", pointInFigures(at));
  point.dir = "ltr";
  return point;
}

/** @param {[number, number]} at degrees north and east */
export function pointInFigures([latitude, longitude]) {
  return `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
}

/** @param {number} number @param {import("../core/atlas.js").Language} language */
export function inFigures(number, language) {
  return number.toLocaleString("en", { useGrouping: language.groups_thousands });
}

// Of a long source what stands before its colon, such as `derived`; the fold has it whole.
/** @param {string} source */
function inBrief(source) {
  return source.length > 60 && source.includes(": ") ? source.split(": ")[0] : source;
}
