// @ts-check
// Every disagreement with both versions side by side: the essay's with its paragraph, the reports' with their citations.

import { agreementsInWords } from "../core/agreements.js";
import { joined, speak } from "../core/direction.js";
import { archiveLine, citationLink, element, innerLink, themeMark } from "../core/dom.js";
import { counted, fill } from "../core/words.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/cards.js").CardText} CardText */
/** @typedef {import("../core/dataset.js").EventRow} EventRow */
/** @typedef {{ root: HTMLElement, atlas: Atlas, drawn: string }} Disagreements */

/** @param {HTMLElement} root @param {Atlas} atlas */
export function makeDisagreements(root, atlas) {
  root.className = "disagreements";
  root.setAttribute("role", "article");
  /** @type {Disagreements} */
  const panel = { root, atlas, drawn: "" };
  const leaving = new AbortController();
  atlas.subscribe((change) => drawDisagreements(panel, change.dressed), leaving.signal);
  return {
    end: () => leaving.abort(),
  };
}

/** @param {Disagreements} panel @param {boolean} isDressed */
function drawDisagreements(panel, isDressed) {
  const { root, atlas } = panel;
  const [words, language, { dataset }] = [atlas.words(), atlas.language(), atlas];
  const stated = dataset.events.filter(({ layer }) => layer === dataset.ownLayer);
  // In the order of the essay; what no paragraph states comes last.
  const firstParagraph = (/** @type {EventRow} */ { paragraphs }) => paragraphs[0] ?? Infinity;
  const rows = stated.filter(({ disputed }) => disputed).sort((one, other) => firstParagraph(one) - firstParagraph(other) || compareParagraphs(one, other));
  const texts = rows.map(({ index }) => atlas.cards.card(index));
  const drawn = JSON.stringify([language.code, atlas.appearance(), texts.map(Boolean)]);
  if (drawn === panel.drawn && !isDressed) return;
  panel.drawn = drawn;
  speak(root, language);
  const head = element("header");
  const count = counted(words, language, "disagreements_count", { part: rows.length, n: stated.length });
  head.append(element("h1", "", words.disagreements_heading), element("p", "quiet", fill(words.disagreements_note, { count })));
  const contested = rows.filter(({ agreement }) => agreement === "conflicts").length;
  const partly = rows.length - contested;
  if (partly) head.append(element("p", "why", fill(words.disagreements_why, { listed: rows.length, contested, partly })));
  head.append(element("p", "counts", agreementsInWords(atlas, stated).join(" · ")));
  root.replaceChildren(head);
  rows.forEach((event, index) => {
    const text = texts[index];
    if (text) root.append(disagreement(panel, event, text));
  });
  if (!rows.length) root.append(element("p", "", words.disagreements_none));
}

/** @param {EventRow} one @param {EventRow} other */
function compareParagraphs({ paragraphs: one }, { paragraphs: other }) {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? 0);
}

/** @param {Disagreements} panel @param {EventRow} event @param {CardText} text */
function disagreement(panel, event, text) {
  const { atlas } = panel;
  const [words, { code }] = [atlas.words(), atlas.language()];
  const { paragraph: _, ...parameters } = atlas.view.parameters();
  const block = element("section", "disagreement");
  block.dataset.event = event.id;
  const title = element("h2");
  const link = innerLink("", `./?${new URLSearchParams({ ...parameters, selected: event.id })}`, () => {
    atlas.show(event.id, { paragraph: null });
    atlas.view.openPage("explore");
  });
  link.append(themeMark(atlas.dataset.themes[event.themes[0]], atlas.appearance(), 14), element("span", "", event.title[code]));
  title.append(link);

  const essay = version("essay", words.essay_says, event.dates.essay?.[code] ?? words.no_date, text.summary);
  for (const number of event.paragraphs) {
    const address = `./essay?${new URLSearchParams({ ...parameters, selected: event.id, paragraph: String(number) })}`;
    const paragraph = innerLink("to-paragraph", address, () => {
      atlas.show(event.id, { paragraph: number });
      atlas.view.openPage("essay");
    });
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
