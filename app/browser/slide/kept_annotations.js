// @ts-check
// What is written on the slides of chapters while they are presented, kept by the browser's tab from one presentation to the next.

import { readAnnotations } from "../core/annotations.js";

/** @typedef {import("./inlined.js").Turn} Turn */

const KEPT = `atlas-annotations ${new URL(".", document.baseURI).pathname}`; // one host may serve several atlases

/** @param {Turn[]} turns of the chapters; each gets its own back */
export function bringAnnotations(turns) {
  const kept = keptAnnotations();
  for (const turn of turns) turn.annotations = kept[String(turn.range)] ?? turn.annotations;
}

/** @param {Turn[]} turns */
export function keepAnnotations(turns) {
  const kept = Object.fromEntries(turns.filter(({ annotations }) => annotations).map(({ range, annotations }) => [String(range), annotations]));
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  } catch (error) {
    console.warn(error); // full or forbidden: they last as long as the presentation
  }
}

/** @returns {Record<string, string>} by range */
function keptAnnotations() {
  try {
    const stored = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
    return Object.fromEntries(Object.entries(stored ?? {}).filter(([, text]) => typeof text === "string" && readAnnotations(text)));
  } catch {
    return {};
  }
}
