// @ts-check
// What is written on the slides of chapters while they are presented, kept by the browser's tab from one presentation to the next.

import { readAnnotations } from "../core/annotations.js";
import { tabStorage } from "../core/tab_storage.js";

/** @typedef {import("./inlined.js").Turn} Turn */

const annotationsOfTab = tabStorage("atlas-annotations");

/** @param {Turn[]} turns of the chapters; each gets its own back */
export function bringAnnotations(turns) {
  const kept = keptAnnotations();
  for (const turn of turns) turn.annotations = kept[String(turn.range)] ?? turn.annotations;
}

/** @param {Turn[]} turns */
export function keepAnnotations(turns) {
  const kept = Object.fromEntries(turns.filter(({ annotations }) => annotations).map(({ range, annotations }) => [String(range), annotations]));
  annotationsOfTab.set(kept);
}

/** @returns {Record<string, string>} by range */
function keptAnnotations() {
  try {
    return Object.fromEntries(Object.entries(annotationsOfTab.get() ?? {}).filter(([, text]) => typeof text === "string" && readAnnotations(text)));
  } catch {
    return {};
  }
}
