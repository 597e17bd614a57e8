// @ts-check
// Making elements: every text from the tables is set as text, never as HTML, and in its own direction.

import { directionOf, inElement, ownDirection, setText } from "./direction.js";
import { fill } from "./words.js";

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} [className]
 * @param {string} [text]
 * @param {string | null} [language] of a text against the page's direction; null where nobody knows it
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, className = "", text = "", language = undefined) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== "") setText(made, text, language);
  return made;
}

// A theme's mark, in its shape and colour: a picture, since each <svg> in a page is a layer to be sorted in every frame.
/** @param {import("./dataset.js").ThemeRow} theme @param {string} appearance */
export function themeMark({ path, colours }, appearance, size = 13) {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 20 20"><path d="${path}" fill="${colours[appearance]}"/></svg>`;
  const mark = element("img", "mark");
  Object.assign(mark, { src: `data:image/svg+xml,${encodeURIComponent(drawing)}`, width: size, height: size, alt: "" });
  return mark;
}

// A citation's publisher and title as a link, in the direction of both; where they differ, the publisher stands where a line
// of the page begins.
/** @param {Pick<import("./cards.js").Report, "publisher" | "title" | "url">} report @param {"span" | "strong"} name of the element that the publisher stands in */
export function citationLink({ publisher, title, url }, name) {
  const link = outsideLink("", url);
  const publishing = element(name, "publisher");
  publishing.append(inElement(publisher, null));
  link.append(publishing);
  if (title) link.append(": ", inElement(title, null));
  const directions = new Set([publisher, title].map(directionOf).filter(Boolean));
  link.dir = directions.size === 1 ? [...directions][0] : ownDirection;
  return link;
}

// A link to a page outside: opened apart, told nothing of where it was opened.
/** @param {string} text @param {string} url */
export function outsideLink(text, url) {
  const link = element("a", "outside", text);
  if (/^https?:\/\//.test(url)) link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

// The line under a citation on its archived copy and the day it was read; no line where neither is known.
/** @param {Record<string, string>} words @param {Pick<import("./cards.js").Report, "archive_url" | "accessed">} report @returns {HTMLElement[]} */
export function archiveLine(words, { archive_url: address, accessed }) {
  if (!address && !accessed) return [];
  const line = element("small", "archive");
  if (address) line.append(outsideLink(words.archived_copy, address));
  if (accessed) line.append(address ? " · " : "", fill(words.accessed, { date: accessed }));
  return [line];
}

/** @param {string} className @param {string} text @param {() => void} onclick */
export function button(className, text, onclick) {
  const made = element("button", className, text);
  made.type = "button";
  made.onclick = onclick;
  return made;
}

// A word and what it says, as one row of a definition list.
/** @param {Element} list @param {string} word @param {...(Node | string)} said */
export function fact(list, word, ...said) {
  list.append(element("dt", "", word));
  const cell = element("dd");
  cell.append(...said);
  list.append(cell);
}

// A link to a page of this app: a plain click changes the page within the session, any other opens the address.
/** @param {string} className @param {string} address @param {() => void} onclick */
export function innerLink(className, address, onclick) {
  const link = element("a", className);
  link.href = address;
  link.onclick = (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onclick();
  };
  return link;
}

/** Stands for a text that has not come yet. */
export function waitingText() {
  const waiting = element("p", "quiet waiting", "…");
  waiting.ariaBusy = "true";
  return waiting;
}
