// @ts-check
// The card of one event. It answers in this order: what, when, where, who, do essay and reports agree, what each of them says and in
// which paragraph, which reports, and folded, how one knows where it is. As long as texts have not come yet, "…" stands for them; the
// card is made anew when they come.

import { eventCitation } from "../core/citing.js";
import { copyBar } from "../core/clipboard.js";
import { placingBasis } from "../core/dataset.js";
import { isolated, joined } from "../core/direction.js";
import { archiveLine, button, citationLink, element, fact, innerLink, themeMark, waitingText } from "../core/dom.js";
import { SHOWN } from "../core/visibility.js";
import { arrows, fill } from "../core/words.js";
import { eventAsText, viewAddress } from "./citations.js";
import { placesOf } from "./event_row.js";
import { evidenceFold, inFigures } from "./place_evidence.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/cards.js").CardText} CardText */
/** @typedef {import("../core/cards.js").Register} Register */
/** @typedef {import("../core/dataset.js").EventRow} EventRow */
/** @typedef {import("./index.js").Details} Details */
/** @typedef {import("./index.js").Sheet} Sheet */

/** @param {Details} details @param {EventRow} event @returns {Sheet} */
export function eventSheet(details, event) {
  const { atlas } = details;
  const [words, { code }, { dataset, cards }] = [atlas.words(), atlas.language(), atlas];
  const [text, register, paragraphs] = [cards.card(event.index), cards.register(), cards.paragraphs()];
  const isWaiting = !text || !register || (event.paragraphs.length > 0 && !paragraphs);
  const card = element("article", "card");
  const kicker = element("p", "kicker");
  const theme = dataset.themes[event.themes[0]];
  kicker.append(themeMark(theme, atlas.appearance()), isolated(joined([theme.name[code], words[`kind_${event.kind}`]], " · ")));
  card.append(kicker, element("h2", "", event.title[code]));
  if (event.layer !== dataset.ownLayer) card.append(element("p", "layer", words[`not_in_essay_${event.layer}`]));
  card.append(factsOf(details, event, text, register));
  if (isWaiting) card.append(agreementBlock(details, event), waitingText());
  else card.append(...textParts(details, event, text, register));
  const steps = stepButtons(details, event);
  return { nodes: [cardBar(details, ...steps.buttons), card], lists: [], follow: steps.follow, isWaiting };
}

/** @param {Details} details @param {EventRow} event @param {CardText} text @param {Register} register */
function textParts(details, event, text, register) {
  const { atlas } = details;
  const [words, { dataset }] = [atlas.words(), atlas];
  /** @type {HTMLElement[]} */
  const parts = [comparison(details, event, text)];
  parts.push(element("h3", "", words.reports_heading));
  if (!text.reports.length) parts.push(element("p", "quiet", words.no_reports));
  for (const report of text.reports) parts.push(reportLine(details, report));
  if (text.note) parts.push(element("h3", "", words.note), element("p", "", text.note));
  const places = placesOf(event).map((place) => dataset.places[place]).filter(({ at }) => at);
  if (places.length) parts.push(evidenceFold(atlas, places, register));
  parts.push(copyBar(atlas, [
    ["copy_text", () => eventAsText(details, event, text, register)],
    ["copy_citation", () => eventCitation(atlas, event, text)],
    ["copy_link", () => viewAddress(atlas)],
  ]));
  parts.push(element("p", "row-reference", fill(words.row_reference, { id: event.id, file: "events.csv" })));
  return parts;
}

/** @param {CardText | undefined} text @param {string} id */
export function isSupplied(text, id) {
  return text?.supplied.includes(id) ?? false;
}

/** @param {Details} details @param {...HTMLElement} more */
export function cardBar({ atlas }, ...more) {
  const bar = element("nav", "card-bar");
  bar.append(button("link back", `${arrows(atlas.language()).back} ${atlas.words().back_to_list}`, () => atlas.view.set({ selected: "" }, { step: true })), ...more);
  return bar;
}

// Previous and next of what is in range now: both follow the range while it moves. From right to left the browser
// mirrors their signs itself.
/** @param {Details} details @param {EventRow} event */
function stepButtons({ atlas }, event) {
  const words = atlas.words();
  const order = atlas.dataset.inOrder(atlas.view.get().basis);
  const at = order.indexOf(event);
  const steps = /** @type {[string, string, number][]} */ ([["previous_event", "‹", -1], ["next_event", "›", 1]]).map(([word, sign, by]) => {
    const seek = () => {
      for (let step = at + by; step >= 0 && step < order.length; step += by) if (atlas.visibility.status[order[step].index] === SHOWN) return order[step];
      return null;
    };
    const made = button("step", sign, () => {
      const next = seek();
      if (next) atlas.select(next.id);
    });
    made.setAttribute("aria-label", words[word]);
    made.title = words[word];
    return { made, seek };
  });
  const follow = () => {
    for (const { made, seek } of steps) made.disabled = !seek();
  };
  return { buttons: steps.map(({ made }) => made), follow };
}

// Both dates, and which of them places the event now; its places and its actors, with remarks on them as soon as these have come.
/** @param {Details} details @param {EventRow} event @param {CardText | undefined} text @param {Register | undefined} register */
function factsOf(details, event, text, register) {
  const { atlas } = details;
  const [words, { code }, { dataset }] = [atlas.words(), atlas.language(), atlas];
  const placing = placingBasis(dataset, event, atlas.view.get().basis);
  const facts = element("dl", "facts");
  for (const [basis, word] of [["essay", words.essay_date], ["reports", words.reported_date]]) {
    if (basis === "essay" && event.layer !== dataset.ownLayer) continue;
    const date = event.dates[basis]?.[code];
    fact(facts, word, element("span", date ? "when" : "when quiet", date ?? words.no_date), basis === placing ? element("small", "placing", placingRemark(details, event)) : "");
  }
  if (!placing) fact(facts, "", element("small", "missing", words.undated_event));
  const missing = whyNotOnMap(details, event);
  const places = event.places.map((place, at) => placeLine(atlas, place, {
    remark: isSupplied(text, dataset.placeIds[place]) ? words.supplied_by_reports : "",
    missing: at > 0 && !dataset.places[place].at,
  }));
  const km = text?.km ? fill(words.km, { n: inFigures(text.km, atlas.language()) }) : "";
  if (event.from >= 0) places.push(placeLine(atlas, event.from, { isStart: true, remark: km }));
  fact(facts, words.where, missing ? element("p", "missing", missing) : "", ...places);
  const actors = event.actors.map((actor) => actorLine(atlas, actor, register?.roles[actor] ?? "", isSupplied(text, dataset.actorIds[actor])));
  if (actors.length) fact(facts, words.who, ...actors);
  return facts;
}

/** @param {Atlas} atlas @param {number} index @param {{ isStart?: boolean, remark: string, missing?: boolean }} how `isStart`: a traveller came from there; `missing`: it is to say that it has no point */
function placeLine(atlas, index, { isStart = false, remark, missing = false }) {
  const place = atlas.dataset.places[index];
  const words = atlas.words();
  const name = place.name[atlas.language().code];
  const line = element("div", "place");
  line.append(button("link", isStart ? fill(words.from_place, { place: name }) : name, () => atlas.select(`place:${place.id}`)));
  if (remark) line.append(element("small", "", ` · ${remark}`));
  if (missing) line.append(element("small", "missing", ` · ${words.no_coordinates}`));
  return line;
}

/** @param {Details} details @param {EventRow} event */
export function placingRemark({ atlas }, event) {
  const { basis } = atlas.view.get();
  const isOwnDate = placingBasis(atlas.dataset, event, basis) === basis || event.layer !== atlas.dataset.ownLayer;
  return atlas.words()[isOwnDate ? "places_it" : `borrowed_${basis}`];
}

/** @param {Details} details @param {EventRow} event */
function agreementBlock({ atlas }, event) {
  const words = atlas.words();
  const own = event.layer === atlas.dataset.ownLayer;
  const block = element("div", `agreement ${own ? event.agreement : "alone"}`);
  block.append(element("strong", "", own ? words[`agree_${event.agreement}`] : words.agree_reports_alone));
  return block;
}

// In one sentence how essay and reports stand to each other, what the essay says, and what reports say.
/** @param {Details} details @param {EventRow} event @param {CardText} text */
function comparison(details, event, text) {
  const { atlas } = details;
  const words = atlas.words();
  const own = event.layer === atlas.dataset.ownLayer;
  const block = agreementBlock(details, event);
  block.append(element("h3", "", own ? words.essay_says : words.agreement_heading), element("p", "", text.summary));
  if (own && !event.paragraphs.length) block.append(element("p", "quiet", words.no_paragraph));
  for (const number of event.paragraphs) block.append(paragraphFold(details, event, number));
  if (text.difference) block.append(element("h3", "", words.agreement_heading), element("p", "", text.difference));
  return block;
}

/** @param {Details} details @param {EventRow} event */
export function whyNotOnMap({ atlas }, event) {
  const first = atlas.dataset.places[event.places[0]];
  if (first?.at) return "";
  return first ? fill(atlas.words().event_no_point, { place: first.name[atlas.language().code] }) : atlas.words().event_no_place;
}

// A name is a filter: what the actor has to do with replaces the card.
/** @param {Atlas} atlas @param {number} actor @param {string} role @param {boolean} supplied */
function actorLine(atlas, actor, role, supplied) {
  const { id, name } = atlas.dataset.actors[actor];
  const words = atlas.words();
  const line = element("div", "actor");
  const filter = button("link", name[atlas.language().code], () => atlas.view.set({ actors: [id], selected: "" }, { step: true }));
  filter.title = fill(words.filter_by, { name: name[atlas.language().code] });
  line.append(filter);
  const remarks = joined([role, supplied && words.supplied_by_reports], " · ");
  if (remarks) line.append(element("small", "", remarks));
  return line;
}

// The paragraph's own text unfolds in place, one click from the event that rests on it; a link opens it in the essay.
/** @param {Details} details @param {EventRow} event @param {number} number */
function paragraphFold({ atlas }, event, number) {
  const words = atlas.words();
  const box = element("div", "paragraph");
  const fold = element("details");
  fold.dataset.fold = `paragraph:${number}`;
  const summary = element("summary", "", fill(words.paragraph_sign, { n: number }));
  const [section, text] = [element("bdi"), element("blockquote")];
  const paragraph = atlas.cards.paragraphs()?.[number - 1];
  section.textContent = paragraph?.section ?? "";
  text.textContent = paragraph?.text ?? "";
  for (const part of [section, text]) Object.assign(part, { lang: "en", dir: "ltr" });
  const under = element("small");
  under.append(section);
  summary.append(under);
  fold.append(summary, text);
  const query = new URLSearchParams({ ...atlas.view.parameters(), paragraph: String(number), selected: event.id });
  const link = innerLink("to-paragraph", `./essay?${query}`, () => {
    atlas.view.set({ paragraph: number, selected: event.id });
    atlas.view.openPage("essay");
  });
  link.textContent = words.to_paragraph;
  box.append(fold, link);
  return box;
}

/** @param {Details} details @param {import("../core/cards.js").Report} report */
function reportLine({ atlas }, report) {
  const words = atlas.words();
  const line = element("p", `report ${report.bearing}`);
  line.append(citationLink(report, "span"));
  line.append(element("small", "", joined([report.published, words[`bearing_${report.bearing}`], report.note], " · ")));
  line.append(...archiveLine(words, report));
  return line;
}
