// @ts-check
// The slide that is composed, as its own page shows it, and the buttons that set annotations on it.

import { annotationButtons } from "../annotations/tools.js";
import { readAnnotations, writeAnnotations } from "../core/annotations.js";
import { speak } from "../core/direction.js";
import { element } from "../core/dom.js";

/**
 * @param {HTMLElement} root
 * @param {import("../core/atlas.js").Atlas} atlas
 * @param {import("../page.js").Component} component its data has `preview`, the address of the slide's page
 * @returns {import("../page.js").Panel}
 */
export function makePreview(root, atlas, component) {
  const leaving = new AbortController();
  const { signal } = leaving;
  root.className = "preview";
  const frame = element("iframe");
  const tools = element("div", "tools");
  tools.setAttribute("role", "toolbar");
  const tell = (/** @type {Record<string, unknown>} */ message) => frame.contentWindow?.postMessage(message, window.location.origin);
  let shown = "";
  let heard = ""; // what is written on the slide, as the slide said or was told last
  // A slide on which something is written needs no other page: what it has said itself comes back in the address that Python makes.
  const show = (/** @type {string} */ address) => {
    const url = new URL(address, document.baseURI);
    url.searchParams.delete("annotations");
    const bare = url.href;
    if (bare === shown) return;
    writtenInto(url, atlas);
    // Another `src` would be a step in the browser's history.
    if (shown && frame.contentWindow) frame.contentWindow.location.replace(url.href);
    else frame.src = url.href;
    shown = bare;
  };
  show(component.data.preview);
  root.replaceChildren(tools, frame);
  window.addEventListener("message", ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== window.location.origin || data.type !== "atlas-annotations") return;
    heard = data.text;
    atlas.view.set({ annotations: readAnnotations(heard) });
  }, { signal });
  atlas.subscribe(({ view, dressed, first }) => {
    const text = writeAnnotations(view.annotations);
    if (text !== heard && !first) tell({ type: "atlas-annotations", text });
    heard = text;
    if (!dressed) return;
    const words = atlas.words();
    speak(root, atlas.language());
    frame.title = words.slides_preview;
    tools.setAttribute("aria-label", words.annotate);
    const set = (/** @type {string} */ shape, /** @type {boolean} */ isByKey) => {
      if (isByKey) frame.focus();
      tell({ type: "atlas-annotate", shape, isByKey });
    };
    tools.replaceChildren(element("span", "", words.annotate), ...annotationButtons(words, { set, remove: () => atlas.view.set({ annotations: [] }) }));
  }, signal);
  return {
    update: (now) => show(now.data.preview),
    end: () => leaving.abort(),
  };
}

/** @param {URL} url of the slide's page @param {import("../core/atlas.js").Atlas} atlas */
function writtenInto(url, atlas) {
  const { annotations } = atlas.view.get();
  if (annotations.length) url.searchParams.set("annotations", writeAnnotations(annotations));
}
