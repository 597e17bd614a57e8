// Places: the card of one, and the line that says of each place of an event where it is and how one knows.

import { isolated, joined } from "../core/direction.js";
import { button, element, fact } from "../core/dom.js";
import { counted, fill } from "../core/words.js";
import { copyBar, placeAsText } from "./clipboard.js";
import { cardBar } from "./event_card.js";
import { SHOWN, inOrder } from "./partition.js";
import { rowsOf } from "./virtual_list.js";

export function placeSheet(reader, id) {
  const { words, places, events } = reader.data;
  const place = places[id];
  const card = element("article", "card");
  card.append(element("p", "kicker", words[`place_${place.kind}`]), element("h2", "", place.name));
  const facts = element("dl");
  if (place.latitude === null) fact(facts, words.coordinates, element("span", "missing", words.no_coordinates));
  else fact(facts, words.coordinates, coordinates(place), element("small", "", fill(words.radius, { n: inFigures(place.radius_km, reader.data.language) })));
  if (place.source) fact(facts, words.source, isolated(place.source, null));
  sourceFacts(reader, facts, place);
  const paragraphs = place.paragraphs.map((n) => fill(words.paragraph_sign, { n })).join(reader.comma());
  if (paragraphs && place.paragraphs.length < 20) fact(facts, words.named_in, paragraphs);
  if (place.other_spellings.length) fact(facts, words.other_spellings, isolated(joined(place.other_spellings, reader.comma())));
  card.append(facts);
  if (place.note) card.append(element("p", "quiet", place.note));
  if (place.states.length) card.append(...crossingStates(reader, place));

  const here = events.filter((event) => event.places.some((there) => there.id === id) || event.from?.id === id);
  const count = element("span", "quiet");
  const heading = element("h3", "", `${words.place_events} `);
  heading.append(count);
  // The map counts an event at its first place alone; the card has all that name the place.
  const split = element("p", "quiet split");
  const those = new Set(here);
  const list = rowsOf(reader, inOrder(reader).filter((event) => those.has(event)), SHOWN);
  card.append(heading, split, list.box, copyBar(reader, [["copy_text", () => placeAsText(reader, place)]]));
  card.append(element("p", "row-reference", fill(words.row_reference, { id, file: "places.csv" })));
  const follow = () => {
    const total = list.shown.length;
    const first = list.shown.filter(({ places }) => places[0]?.id === id).length;
    count.textContent = `(${counted(words, reader.data.language, "count_events", { shown: total, n: here.length })})`;
    split.hidden = first === total;
    split.textContent = fill(words.place_events_split, { here: first, more: total - first, total });
  };
  return { nodes: [cardBar(reader), card], lists: [list], follow };
}

// How a crossing stood, from when to when, each with the events whose paragraphs and reports say so.
function crossingStates(reader, { states }) {
  const { words } = reader.data;
  const list = element("ul", "crossing-states");
  for (const { status, holder, period, events, note } of states) {
    const row = element("li");
    const said = status ? joined([words[`crossing_${status}`], period], " · ") : fill(words.crossing_held, { holder, period });
    row.append(element("strong", "", said));
    if (note) row.append(" ", element("span", "quiet", note));
    for (const [id, title] of events) row.append(" ", button("link", title, () => reader.select(id)));
    list.append(row);
  }
  return [element("h3", "", words.crossing_states_heading), list];
}

// A place of an event: a link to its card; coordinates, radius and source; and folded away, how sure these are.
export function placeLine(reader, id, { supplied = false, from = null }) {
  const { words, places } = reader.data;
  const place = places[id];
  const line = element("div", "place");
  const name = button("link", from ? fill(words.from_place, { place: place.name }) : place.name, () => reader.select(`place:${id}`));
  const remark = [from?.km ? fill(words.km, { n: inFigures(from.km, reader.data.language) }) : "", supplied ? words.supplied_by_reports : ""].filter(Boolean).join(" · ");
  line.append(name, element("small", "", remark ? ` · ${remark}` : ""));
  if (place.latitude === null) {
    line.append(element("small", "missing", ` · ${words.no_coordinates}`));
    return line;
  }
  const fold = element("details", "point");
  fold.dataset.fold = `place:${id}`;
  const summary = element("summary");
  summary.append(coordinates(place), ` ${fill(words.within_km, { n: inFigures(place.radius_km, reader.data.language) })}`);
  const brief = inBrief(place.source);
  if (brief) summary.append(" · ", isolated(brief, null));
  const facts = element("dl");
  if (brief !== place.source) fact(facts, words.source, isolated(place.source, null));
  sourceFacts(reader, facts, place);
  fold.append(summary, facts);
  line.append(fold);
  return line;
}

// The second source, how far it is from the first, and how far both are to be trusted.
function sourceFacts(reader, facts, place) {
  const { words } = reader.data;
  if (place.second_source) {
    /** @type {(Node | string)[]} */
    const parts = [isolated(place.second_source, null)];
    const second = { latitude: place.second_latitude, longitude: place.second_longitude };
    if (second.latitude !== null && second.longitude !== null) parts.push(" · ", coordinates(second));
    if (place.sources_apart_km !== null) parts.push(element("small", "", fill(words.sources_apart, { n: inFigures(place.sources_apart_km, reader.data.language) })));
    fact(facts, words.second_source, ...parts);
  }
  if (place.confidence) fact(facts, words.confidence, words[`confidence_${place.confidence}`]);
}

function coordinates({ latitude, longitude }) {
  const point = element("bdi", "coordinates", pointInFigures(latitude, longitude));
  point.dir = "ltr";
  return point;
}

export function pointInFigures(latitude, longitude) {
  return `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
}

// Arabic text here has no separator of thousands: a comma would be read as one of the sentence.
export function inFigures(number, language) {
  return number.toLocaleString("en", { useGrouping: language !== "ar" });
}

// Of a long source what stands before its colon, such as `derived`; the fold has it whole.
function inBrief(source) {
  return source.length > 60 && source.includes(": ") ? source.split(": ")[0] : source;
}
