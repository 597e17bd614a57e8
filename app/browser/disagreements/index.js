// Every disagreement with both versions side by side: the essay's with its paragraph, the reports' with their citations.

import { joined, speak } from "../core/direction.js";
import { archiveLine, citationLink, element, innerLink, themeMark } from "../core/dom.js";
import { applyPalette } from "../core/theme.js";
import { counted, fill } from "../core/words.js";

export default function disagreementsPanel({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".disagreements");
  const panel = { data, appearance: applyPalette(root, data.palettes) };
  const { words } = data;
  speak(root, data.language);
  const open = (wanted) => setTriggerValue("open", wanted);
  const head = element("header");
  const count = counted(words, data.language, "disagreements_count", { part: data.rows.length, n: data.total });
  head.append(element("h1", "", words.disagreements_heading), element("p", "quiet", fill(words.disagreements_note, { count })));
  head.append(...countsOf(data));
  root.replaceChildren(head, ...data.rows.map((row) => disagreement(panel, row, open)));
  if (!data.rows.length) root.append(element("p", "", words.disagreements_none));
}

// Why the list is longer than what reports contest, and the counts that all pages give.
function countsOf({ words, rows, counted: { contested, partly, agreements } }) {
  const why = fill(words.disagreements_why, { listed: rows.length, contested, partly });
  return [...(partly ? [element("p", "why", why)] : []), element("p", "counts", agreements.join(" · "))];
}

function disagreement(panel, row, open) {
  const { words, query } = panel.data;
  const block = element("section", "disagreement");
  block.dataset.event = row.id;
  const title = element("h2");
  const link = innerLink("", `./?${new URLSearchParams({ ...query, selected: row.id })}`, () => open({ event: row.id }));
  link.append(themeMark(panel, row.theme, 14), element("span", "", row.title));
  title.append(link);

  const essay = version("essay", words.essay_says, row.essay.when || words.no_date, row.essay.text);
  for (const number of row.paragraphs) {
    const address = `./essay?${new URLSearchParams({ ...query, selected: row.id, paragraph: number })}`;
    const paragraph = innerLink("to-paragraph", address, () => open({ event: row.id, paragraph: number }));
    paragraph.textContent = fill(words.paragraph_sign, { n: number });
    essay.append(paragraph, " ");
  }
  const reports = version("reports", words.reports_say, row.reports.when || words.no_date, row.reports.text);
  const list = element("ul");
  for (const citation of row.reports.citations) list.append(citationLine(words, citation));
  reports.append(list);
  const versions = element("div", "versions");
  versions.append(essay, reports);
  block.append(title, element("p", "agreement", words[`agree_${row.agreement}`]), versions);
  return block;
}

function version(className, heading, when, text) {
  const made = element("div", `version ${className}`);
  made.append(element("h3", "", heading), element("p", "when", when), element("p", "", text));
  return made;
}

function citationLine(words, citation) {
  const line = element("li", citation.bearing);
  const remarks = joined([citation.published, words[`bearing_${citation.bearing}`], citation.note], " · ");
  line.append(citationLink(citation, "strong"), element("small", "", remarks), ...archiveLine(words, citation));
  return line;
}
