// The essay: sections, numbered paragraphs, and under each the events that rest on it.

import { setText, speak } from "../core/direction.js";
import { button, element, fact, innerLink, tallyInWords, themeMark } from "../core/dom.js";
import { applyPalette } from "../core/theme.js";
import { counted, fill } from "../core/words.js";

export default function essayPanel({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".essay");
  const panel = { data, appearance: applyPalette(root, data.palettes) };
  const { words } = data;
  speak(root, data.language);
  const open = (id) => setTriggerValue("open", id);

  const head = element("header");
  head.append(element("h1", "", words.essay_heading), element("p", "quiet", words.essay_source));
  if (words.essay_language_note) head.append(element("p", "quiet", words.essay_language_note));
  const events = counted(words, data.language, "essay_events", { n: data.total });
  head.append(element("p", "tally", `${events} · ${data.agreements.join(" · ")}`));
  root.replaceChildren(head, contents(root, data));
  if (data.back) root.append(backLink(data, open));
  for (const section of data.sections) {
    root.append(english("h2", section.name));
    for (const paragraph of section.paragraphs) root.append(paragraphBlock(panel, paragraph, open));
  }
  root.append(about(words));
  const asked = String(data.paragraph ?? "");
  if (asked && asked !== root.dataset.asked) showParagraph(root, data.paragraph, "auto"); // not again at each rerun
  root.dataset.asked = asked;
}

// The essay is in English, whatever the language of the page.
function english(name, text) {
  const made = element(name);
  made.textContent = text;
  made.lang = "en";
  made.dir = "ltr";
  return made;
}

function tallied(n, tally, { words, language }) {
  return `${counted(words, language, "essay_events", { n })}: ${tallyInWords(tally, words, language)}`;
}

function contents(root, { sections, words }) {
  const list = element("nav", "contents");
  list.setAttribute("aria-label", words.essay_contents);
  for (const { name, paragraphs } of sections) {
    const [first, last] = [paragraphs[0].number, paragraphs.at(-1).number];
    const entry = button("link", "", () => showParagraph(root, first, "smooth"));
    const title = english("span", name);
    entry.append(title, element("span", "quiet", ` ${first === last ? first : fill(words.range_of_paragraphs, { first, last })}`));
    list.append(entry);
  }
  return list;
}

function paragraphBlock(panel, paragraph, open) {
  const { data } = panel;
  const block = element("section", "paragraph");
  block.dataset.paragraph = paragraph.number;
  block.tabIndex = -1;
  if (paragraph.number === data.paragraph) block.classList.add("highlighted");
  const body = element("div");
  body.append(english("p", paragraph.text));
  const count = paragraph.events.length;
  const said = count ? tallied(count, paragraph.tally, data) : data.words.essay_none;
  body.append(element("p", "tally", said));
  const chips = element("div", "chips");
  for (const event of paragraph.events) chips.append(chip(panel, event, open));
  if (count) body.append(chips);
  block.append(element("span", "number", String(paragraph.number)), body);
  return block;
}

function chip(panel, event, open) {
  const { data } = panel;
  const link = innerLink(`chip ${event.agreement}`, `./?${new URLSearchParams({ ...data.query, selected: event.id })}`, () => open(event.id));
  link.dataset.event = event.id;
  link.title = data.words[`agree_${event.agreement}`] ?? "";
  link.append(themeMark(panel, event.theme, 12), element("span", "", event.title));
  if (event.agreement === "conflicts") link.append(element("small", "", data.words.agreement_conflicts));
  if (event.id === data.back?.id) link.setAttribute("aria-current", "true");
  return link;
}

function backLink(data, open) {
  const bar = element("p", "back");
  const arrow = data.language === "ar" ? "→" : "←";
  const link = innerLink("", `./?${new URLSearchParams({ ...data.query, selected: data.back.id })}`, () => open(data.back.id));
  setText(link, `${arrow} ${fill(data.words.back_to_event, { title: data.back.title })}`);
  bar.append(link);
  return bar;
}

function showParagraph(root, number, behavior) {
  const block = root.querySelector(`[data-paragraph="${number}"]`);
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  block?.scrollIntoView({ behavior: still ? "auto" : behavior, block: "center" });
  block?.focus({ preventScroll: true });
}

function about(words) {
  const section = element("section", "about");
  section.append(element("h2", "", words.about_heading));
  const list = element("dl");
  for (const part of ["dates", "agreement", "places", "boundaries", "rights"]) fact(list, words[`about_${part}_word`], words[`about_${part}`]);
  section.append(list);
  return section;
}
