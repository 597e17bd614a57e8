// @ts-check
// The essay: sections, numbered paragraphs, and under each the events that rest on it.

import { agreementsInWords, statedEvents, tallyInWords } from "../core/agreements.js";
import { setText, speak } from "../core/direction.js";
import { button, element, themeMark, waitingText } from "../core/dom.js";
import { linkToAbout, linkToEvent } from "../core/event_links.js";
import { arrows, counted, fill } from "../core/words.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/dataset.js").EventRow} EventRow */
/** @typedef {{ number: number, text: string }} Paragraph */
/** @typedef {{ name: string, parts: Paragraph[] }} Section */
/**
 * @typedef {object} SourceText The panel's state.
 * @property {HTMLElement} root
 * @property {Atlas} atlas
 * @property {string} drawn what the panel shows: links carry the View along
 * @property {number | null} asked the paragraph that was shown last because the View asked for it
 */

/**
 * @param {HTMLElement} root
 * @param {Atlas} atlas
 * @returns {import("../page.js").Panel}
 */
export function makeSourceText(root, atlas) {
  root.className = "essay";
  root.setAttribute("role", "article");
  /** @type {SourceText} */
  const source = { root, atlas, drawn: "", asked: null };
  const leaving = new AbortController();
  atlas.subscribe(() => showText(source), leaving.signal);
  return { end: () => leaving.abort() };
}

/** @param {SourceText} source */
function showText(source) {
  const { root, atlas } = source;
  const paragraphs = atlas.cards.paragraphs();
  const { paragraph } = atlas.view.get();
  const drawn = JSON.stringify([Boolean(paragraphs), atlas.appearance(), { ...atlas.view.parameters(), paragraph: null }]);
  if (drawn !== source.drawn) {
    source.drawn = drawn;
    speak(root, atlas.language());
    root.replaceChildren(headOfText(atlas), ...(paragraphs ? textOf(source, paragraphs) : [waitingText()]));
  }
  if (!paragraphs || paragraph === source.asked) return;
  source.asked = paragraph;
  for (const block of root.querySelectorAll(".paragraph")) block.classList.toggle("highlighted", block.getAttribute("data-paragraph") === String(paragraph));
  if (paragraph) showParagraph(root, paragraph, "auto");
}

/** @param {Atlas} atlas */
function headOfText(atlas) {
  const [words, stated] = [atlas.words(), statedEvents(atlas.dataset)];
  const made = element("header");
  made.append(element("h1", "", words.essay_heading), element("p", "quiet", words.essay_source), element("p", "quiet", words.essay_unnamed));
  if (words.essay_language_note) made.append(element("p", "quiet", words.essay_language_note));
  const total = counted(words, atlas.language(), "essay_events", { n: stated.length });
  made.append(element("p", "tally", [total, ...agreementsInWords(atlas, stated)].join(" · ")));
  return made;
}

/** @param {SourceText} source @param {{ section: string, text: string }[]} paragraphs */
function textOf(source, paragraphs) {
  const { atlas } = source;
  const stated = statedEvents(atlas.dataset);
  /** @type {Section[]} */
  const sections = [];
  paragraphs.forEach(({ section: name, text }, index) => {
    if (name !== sections.at(-1)?.name) sections.push({ name, parts: [] });
    sections.at(-1)?.parts.push({ number: index + 1, text });
  });
  const back = atlas.dataset.eventById.get(atlas.view.get().selected);
  const parts = sections.flatMap(({ name, parts: own }) => [english("h2", name), ...own.map((each) => paragraphBlock(source, each, stated))]);
  const made = element("p", "made");
  made.append(linkToAbout(atlas, "", atlas.words().about_heading));
  return [contents(source, sections), ...(back ? [backLink(source, back)] : []), ...parts, made];
}

// The essay is in English in every language of the page.
/** @param {"h2" | "p" | "span"} name @param {string} text */
function english(name, text) {
  const made = element(name);
  return Object.assign(made, { textContent: text, lang: "en", dir: "ltr" });
}

/** @param {SourceText} source @param {Section[]} sections */
function contents({ root, atlas }, sections) {
  const words = atlas.words();
  const list = element("nav", "contents");
  list.setAttribute("aria-label", words.essay_contents);
  for (const { name, parts } of sections) {
    const [first, last] = [parts[0].number, parts[parts.length - 1].number];
    const entry = button("link", "", () => showParagraph(root, first, "smooth"));
    const numbers = first === last ? first : fill(words.range_of_paragraphs, { first, last });
    entry.append(english("span", name), element("span", "quiet", ` ${numbers}`));
    list.append(entry);
  }
  return list;
}

/** @param {SourceText} source @param {Paragraph} paragraph @param {EventRow[]} stated */
function paragraphBlock(source, { number, text }, stated) {
  const { atlas } = source;
  const [words, events] = [atlas.words(), stated.filter(({ paragraphs }) => paragraphs.includes(number))];
  const block = element("section", "paragraph");
  block.dataset.paragraph = String(number);
  block.tabIndex = -1;
  if (number === atlas.view.get().paragraph) block.classList.add("highlighted");
  const body = element("div");
  const count = counted(words, atlas.language(), "essay_events", { n: events.length });
  body.append(english("p", text), element("p", "tally", events.length ? `${count}: ${tallyInWords(atlas, events)}` : words.essay_none));
  const chips = element("div", "chips");
  chips.append(...events.map((event) => chip(source, event)));
  if (events.length) body.append(chips);
  block.append(element("span", "number", String(number)), body);
  return block;
}

/** @param {SourceText} source @param {EventRow} event */
function chip(source, event) {
  const { atlas } = source;
  const words = atlas.words();
  const link = linkToEvent(atlas, `chip ${event.agreement}`, event.id);
  link.dataset.event = event.id;
  link.title = words[`agree_${event.agreement}`] ?? "";
  link.append(themeMark(atlas.dataset.themes[event.themes[0]], atlas.appearance(), 12), element("span", "", event.title[atlas.language().code]));
  if (event.agreement === "conflicts") link.append(element("small", "", words.agreement_conflicts));
  if (event.id === atlas.view.get().selected) link.setAttribute("aria-current", "true");
  return link;
}

/** @param {SourceText} source @param {EventRow} event */
function backLink(source, event) {
  const { atlas } = source;
  const bar = element("p", "back");
  const link = linkToEvent(atlas, "", event.id);
  setText(link, `${arrows(atlas.language()).back} ${fill(atlas.words().back_to_event, { title: event.title[atlas.language().code] })}`);
  bar.append(link);
  return bar;
}

/** @param {HTMLElement} root @param {number} number @param {ScrollBehavior} behavior */
function showParagraph(root, number, behavior) {
  const block = /** @type {HTMLElement | null} */ (root.querySelector(`[data-paragraph="${number}"]`));
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  block?.scrollIntoView({ behavior: still ? "auto" : behavior, block: "center" });
  block?.focus({ preventScroll: true });
}
