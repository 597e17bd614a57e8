// The card of one event. It answers in this order: what, when, do essay and reports agree, what each of them says and
// in which paragraph, where, who, which reports.

import { isolated, joined } from "../core/direction.js";
import { archiveLine, button, citationLink, element, fact, innerLink, themeMark } from "../core/dom.js";
import { fill } from "../core/words.js";
import { copyBar, eventAsCitation, eventAsText } from "./clipboard.js";
import { SHOWN, heapOf, inOrder } from "./partition.js";
import { placeLine } from "./place_card.js";
import { placingBasis } from "./virtual_list.js";

export function eventSheet(reader, event) {
  const { words } = reader.data;
  const card = element("article", "card");
  const kicker = element("p", "kicker");
  kicker.append(themeMark(reader, event.theme), isolated(joined([reader.themeName(event.theme), words[`kind_${event.kind}`]], " · ")));
  card.append(kicker, element("h2", "", event.title));
  if (event.layer !== "essay") card.append(element("p", "layer", words[`not_in_essay_${event.layer}`]));
  card.append(datesOf(reader, event), comparison(reader, event));

  card.append(element("h3", "", words.where));
  const missing = whyNotOnMap(reader, event);
  if (missing) card.append(element("p", "missing", missing));
  for (const place of event.places) card.append(placeLine(reader, place.id, { supplied: place.supplied }));
  if (event.from) card.append(placeLine(reader, event.from.id, { from: event.from }));
  if (event.actors.length) card.append(element("h3", "", words.who), ...event.actors.map((actor) => actorLine(reader, actor)));

  card.append(element("h3", "", words.reports_heading));
  if (!event.reports.length) card.append(element("p", "quiet", words.no_reports));
  for (const report of event.reports) card.append(reportLine(reader, report));
  if (event.note) card.append(element("h3", "", words.note), element("p", "", event.note));
  card.append(copyBar(reader, [["copy_text", () => eventAsText(reader, event)], ["copy_citation", () => eventAsCitation(reader, event)]]));
  card.append(element("p", "row-reference", fill(words.row_reference, { id: event.id, file: "events.csv" })));

  const steps = stepButtons(reader, event);
  return { nodes: [cardBar(reader, ...steps.buttons), card], lists: [], follow: steps.follow };
}

export function cardBar(reader, ...more) {
  const bar = element("nav", "card-bar");
  const { language, words } = reader.data;
  bar.append(button("link back", `${language === "ar" ? "→" : "←"} ${words.back_to_list}`, () => reader.select("")), ...more);
  return bar;
}

// Previous and next of what is in range now: both follow the range while it moves. From right to left the browser
// mirrors their signs itself.
function stepButtons(reader, event) {
  const { words } = reader.data;
  const order = inOrder(reader);
  const at = order.indexOf(event);
  const steps = [["previous_event", "‹", -1], ["next_event", "›", 1]].map(([word, sign, by]) => {
    const seek = () => {
      for (let step = at + by; step >= 0 && step < order.length; step += by) if (heapOf(reader, order[step]) === SHOWN) return order[step];
      return null;
    };
    const made = button("step", sign, () => reader.select(seek().id));
    made.setAttribute("aria-label", words[word]);
    made.title = words[word];
    return { made, seek };
  });
  const follow = () => {
    for (const { made, seek } of steps) made.disabled = !seek();
  };
  return { buttons: steps.map(({ made }) => made), follow };
}

// Both dates, and which of them places the event now.
function datesOf(reader, event) {
  const { words } = reader.data;
  const placing = placingBasis(reader, event);
  const remark = (basis) => (basis === placing ? element("small", "placing", placingRemark(reader, event)) : "");
  const dates = element("dl", "dates");
  if (event.layer === "essay") fact(dates, words.essay_date, event.dates.essay || words.no_date, remark("essay"));
  fact(dates, words.reported_date, event.dates.reports || words.no_date, remark("reports"));
  for (const cell of dates.querySelectorAll("dd")) cell.classList.toggle("quiet", cell.firstChild.data === words.no_date);
  if (!placing) fact(dates, "", element("small", "missing", words.undated_event));
  return dates;
}

export function placingRemark(reader, event) {
  const { words } = reader.data;
  const { basis } = reader.state;
  return words[placingBasis(reader, event) === basis || event.layer !== "essay" ? "places_it" : `borrowed_${basis}`];
}

// What the essay says, what reports say, and in one sentence how the two stand to each other.
function comparison(reader, event) {
  const { words } = reader.data;
  const own = event.layer === "essay";
  const block = element("div", `agreement ${own ? event.agreement : "alone"}`);
  block.append(element("strong", "", own ? words[`agree_${event.agreement}`] : words.agree_reports_alone));
  block.append(element("h3", "", own ? words.essay_says : words.agreement_heading), element("p", "", event.summary));
  if (own && !event.paragraphs.length) block.append(element("p", "quiet", words.no_paragraph));
  for (const number of event.paragraphs) block.append(paragraphFold(reader, event, number));
  if (event.difference) block.append(element("h3", "", words.agreement_heading), element("p", "", event.difference));
  return block;
}

export function whyNotOnMap(reader, event) {
  const { words } = reader.data;
  if (event.on_map) return "";
  return event.places.length ? fill(words.event_no_point, { place: event.places[0].name }) : words.event_no_place;
}

function actorLine(reader, actor) {
  const line = element("div", "actor", actor.name);
  const remarks = joined([actor.role, actor.supplied && reader.data.words.supplied_by_reports], " · ");
  if (remarks) line.append(element("small", "", remarks));
  return line;
}

// The paragraph's own text unfolds in place, one click from the event that rests on it; a link opens it in the essay.
function paragraphFold(reader, event, number) {
  const { words, paragraphs, language } = reader.data;
  const box = element("div", "paragraph");
  const fold = element("details");
  fold.dataset.fold = `paragraph:${number}`;
  const summary = element("summary", "", fill(words.paragraph_sign, { n: number }));
  const [section, text] = [element("bdi"), element("blockquote")];
  for (const [part, said] of [[section, "section"], [text, "text"]]) Object.assign(part, { textContent: paragraphs[number][said], lang: "en", dir: "ltr" });
  const under = element("small");
  under.append(section);
  summary.append(under);
  fold.append(summary, text);
  const query = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(window.location.search)), paragraph: number, selected: event.id });
  if (language !== "en") query.set("lang", language);
  const link = innerLink("to-paragraph", `./essay?${query}`, () => reader.openParagraph(number, event.id));
  link.textContent = words.to_paragraph;
  box.append(fold, link);
  return box;
}

function reportLine(reader, report) {
  const { words } = reader.data;
  const line = element("p", `report ${report.bearing}`);
  line.append(citationLink(report, "span"));
  line.append(element("small", "", joined([report.published, words[`bearing_${report.bearing}`], report.note], " · ")));
  line.append(...archiveLine(words, report));
  return line;
}
