// @ts-check

import { element } from "../core/dom.js";

/**
 * A part of the page with its heading.
 * @param {string} className
 * @param {string} heading
 * @param {...(Node | string)} content
 */
export function partOfPage(className, heading, ...content) {
  const made = element("section", className);
  made.append(element("h2", "", heading), ...content);
  return made;
}
