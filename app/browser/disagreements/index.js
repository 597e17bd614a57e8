// @ts-check
// Every disagreement with both versions side by side: the essay's with its paragraph, the reports' with their citations.

import { agreementsInWords, countDisputed, disputedEvents, disputedInWords, statedEvents } from "../core/agreements.js";
import { joined, speak } from "../core/direction.js";
import { archiveLine, citationLink, element, themeMark, waitingText } from "../core/dom.js";
import { linkToEvent, linkToParagraph } from "../core/event_links.js";
import { fill } from "../core/words.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/cards.js").CardText} CardText */
/** @typedef {import("../core/dataset.js").EventRow} EventRow */
/**
 * @typedef {object} Disagreements The panel's state.
 * @property {HTMLElement} root
 * @property {Atlas} atlas
 * @property {string} drawn what the panel shows: links carry the View along
 */

/**
 * @param {HTMLElement} root
 * @param {Atlas} atlas
 * @returns {import("../page.js").Panel}
 */
export function makeDisagreements(root, atlas) {
  root.className = "disagreements";
  root.setAttribute("role", "article");
  /** @type {Disagreements} */
  const panel = { root, atlas, drawn: "" };
  const leaving = new AbortController();
  atlas.subscribe(() => showDisagreements(panel), leaving.signal);
  return { end: () => leaving.abort() };
}

// All rows at once: one that came later would move those under it.
/** @param {Disagreements} panel */
function showDisagreements(panel) {
  const { root, atlas } = panel;
  const events = disputedEvents(atlas.dataset);
  const texts = events.map(({ index }) => atlas.cards.card(index));
  const isWaiting = texts.includes(undefined);
  const drawn = JSON.stringify([isWaiting, atlas.appearance(), atlas.view.parameters()]);
  if (drawn === panel.drawn) return;
  panel.drawn = drawn;
  speak(root, atlas.language());
  const rows = isWaiting ? [waitingText()] : events.map((event, index) => disagreement(panel, event, /** @type {CardText} */ (texts[index])));
  root.replaceChildren(headOfList(atlas), ...rows);
  if (!events.length) root.append(element("p", "", atlas.words().disagreements_none));
}

/** @param {Atlas} atlas */
function headOfList(atlas) {
  const [words, count] = [atlas.words(), countDisputed(atlas.dataset)];
  const made = element("header");
  made.append(element("h1", "", words.disagreements_heading), element("p", "quiet", fill(words.disagreements_note, { count: disputedInWords(atlas) })));
  // Why the list is longer than what reports contest.
  if (count.partly) made.append(element("p", "why", fill(words.disagreements_why, count)));
  made.append(element("p", "counts", agreementsInWords(atlas, statedEvents(atlas.dataset)).join(" · ")));
  return made;
}

/** @param {Disagreements} panel @param {EventRow} event @param {CardText} text */
function disagreement(panel, event, text) {
  const { atlas } = panel;
  const [words, { code }] = [atlas.words(), atlas.language()];
  const block = element("section", "disagreement");
  block.dataset.event = event.id;
  const title = element("h2");
  const link = linkToEvent(atlas, "", event.id);
  link.append(themeMark(atlas.dataset.themes[event.themes[0]], atlas.appearance(), 14), element("span", "", event.title[code]));
  title.append(link);

  const essay = version("essay", words.essay_says, event.dates.essay?.[code] ?? words.no_date, text.summary);
  for (const number of event.paragraphs) {
    const paragraph = linkToParagraph(atlas, "to-paragraph", event.id, number);
    paragraph.textContent = fill(words.paragraph_sign, { n: number });
    essay.append(paragraph, " ");
  }
  const reports = version("reports", words.reports_say, event.dates.reports?.[code] ?? words.no_date, text.difference);
  const list = element("ul");
  for (const report of text.reports) list.append(citationLine(words, report));
  reports.append(list);
  const versions = element("div", "versions");
  versions.append(essay, reports);
  block.append(title, element("p", "agreement", words[`agree_${event.agreement}`]), versions);
  return block;
}

/** @param {string} className @param {string} heading @param {string} when @param {string} text */
function version(className, heading, when, text) {
  const made = element("div", `version ${className}`);
  made.append(element("h3", "", heading), element("p", "when", when), element("p", "", text));
  return made;
}

/** @param {Record<string, string>} words @param {import("../core/cards.js").Report} report */
function citationLine(words, report) {
  const line = element("li", report.bearing);
  const remarks = joined([report.published, words[`bearing_${report.bearing}`], report.note], " · ");
  line.append(citationLink(report, "strong"), element("small", "", remarks), ...archiveLine(words, report));
  return line;
}
