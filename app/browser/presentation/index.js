// @ts-check
// Lays the slide's own page over the whole window while the View says so. It is shown once it is drawn, so that nothing flashes.

import { readAnnotations } from "../core/annotations.js";
import { button } from "../core/dom.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/**
 * @typedef {object} Present
 * @property {HTMLButtonElement} button
 * @property {Atlas} atlas
 * @property {string} url of the slide's page, to which the View is added
 * @property {HTMLIFrameElement | null} frame
 * @property {boolean} wasFull the browser's window filled the screen
 * @property {number} turnsDue chapters to turn, onward or back, once the slide is drawn
 */

const PRESENT_DRAWN = '<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M1.5 2.5h13M2.5 2.5v8h11v-8M8 10.5v3M5 14l3-1 3 1M6.8 5v3.2L9.6 6.6Z"/></svg>';
const WRITTEN_IN = "input, textarea, select, [contenteditable]";
const PRESENTED_STYLE = "position:fixed;inset:0;width:100%;height:100%;border:0;z-index:2000000;visibility:hidden;background:var(--ground,#fff)";
/** @type {Record<string, number>} */
const PAGE_KEYS = { PageDown: 1, PageUp: -1 };
const DEGREE_DIGITS = 4; // as exact as a pixel
const ZOOM_DIGITS = 2;

/**
 * @param {HTMLElement} root
 * @param {Atlas} atlas
 * @param {import("../page.js").Component} component its data has `url`, the address of the slide's page
 * @returns {import("../page.js").Panel}
 */
export function makePresentButton(root, atlas, component) {
  const leaving = new AbortController();
  const { signal } = leaving;
  root.className = "present";
  const starter = button("", "", () => enterPresentation(present));
  starter.innerHTML = PRESENT_DRAWN;
  starter.setAttribute("aria-keyshortcuts", "P");
  root.replaceChildren(starter);
  const url = new URL(component.data.url, document.baseURI).href;
  /** @type {Present} */
  const present = { button: starter, atlas, url, frame: null, wasFull: false, turnsDue: 0 };
  document.addEventListener("keydown", (event) => takePresentKey(present, event), { signal });
  document.addEventListener("keydown", (event) => takeSlideKeys(present, event), { signal, capture: true });
  window.addEventListener("atlas-present", () => enterPresentation(present), { signal }); // the map's frame has the focus where its key is pressed
  window.addEventListener("message", (event) => takeSlideMessage(present, event), { signal });
  document.addEventListener("fullscreenchange", () => {
    if (present.frame && present.wasFull && !document.fullscreenElement) askToLeave(present);
    present.wasFull = Boolean(document.fullscreenElement);
  }, { signal });
  atlas.subscribe(({ view, changed, dressed }) => {
    if (dressed) Object.assign(starter, { title: `${atlas.words().present} (P)`, ariaLabel: atlas.words().present });
    if (!changed("presenting")) return;
    if (view.presenting) openSlideFrame(present);
    else closeSlideFrame(present);
  }, signal);
  return {
    end() {
      leaving.abort();
      closeSlideFrame(present);
    },
  };
}

/** @param {Present} present @param {KeyboardEvent} event */
function takePresentKey(present, event) {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const target = event.composedPath()[0];
  if (target instanceof HTMLElement && (target.matches(WRITTEN_IN) && target.getAttribute("type") !== "range" || target.isContentEditable)) return;
  if (event.key.toLowerCase() !== "p" && event.code !== "KeyP") return;
  event.preventDefault();
  enterPresentation(present);
}

// While a slide fills the screen nothing else has the focus for long; wherever it is, Escape leaves, and page keys turn. A slide that is not
// drawn yet turns once it is.
/** @param {Present} present @param {KeyboardEvent} event */
function takeSlideKeys(present, event) {
  if (!present.frame || !(event.key === "Escape" || PAGE_KEYS[event.key])) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === "Escape") return askToLeave(present);
  present.turnsDue += PAGE_KEYS[event.key];
  if (!present.button.hasAttribute("aria-busy")) turnSlide(present);
}

/** @param {Present} present */
function turnSlide(present) {
  if (present.turnsDue) present.frame?.contentWindow?.postMessage({ type: "atlas-turn", by: present.turnsDue }, window.location.origin);
  present.turnsDue = 0;
}

// What lies behind the slide can be reached neither by pointer nor by keyboard, and is not read out.
/** @param {boolean} isInert @param {HTMLElement} frame */
function setBehindInert(isInert, frame) {
  for (const child of /** @type {HTMLCollectionOf<HTMLElement>} */ (document.body.children)) {
    if (child !== frame && child.tagName !== "SCRIPT") child.inert = isInert;
  }
}

/**
 * The screen is asked for at once, while the browser still takes it for the reader's own wish.
 * @param {Present} present
 */
function enterPresentation({ frame, atlas }) {
  if (frame) return;
  document.documentElement.requestFullscreen?.().catch(() => {}); // without it the window is filled
  atlas.view.set({ presenting: true }, { step: true });
}

/** @param {Present} present */
function openSlideFrame(present) {
  if (present.frame) return;
  const { present: _, camera: __, window: ___, ...parameters } = present.atlas.view.parameters(); // a slide frames its subject
  const query = new URLSearchParams({ ...parameters, appearance: present.atlas.appearance() });
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: `${present.url}?${query}`, title: present.atlas.words().present, className: "atlas-presented", allow: "fullscreen" });
  frame.style.cssText = PRESENTED_STYLE;
  frame.addEventListener("load", () => giveUpUnlessDrawn(present));
  present.frame = frame;
  present.turnsDue = 0;
  present.button.setAttribute("aria-busy", "true");
  document.body.append(frame);
  setBehindInert(true, frame);
}

/**
 * Without an answer of the server there is no slide to wait for.
 * @param {Present} present
 */
function giveUpUnlessDrawn(present) {
  if (!present.frame?.contentDocument?.querySelector("script")) present.atlas.view.set({ presenting: false });
}

/** @param {Present} present @param {MessageEvent} message */
function takeSlideMessage(present, { source, origin, data }) {
  const { frame, atlas } = present;
  if (!frame || source !== frame.contentWindow || origin !== window.location.origin) return;
  if (data.type === "atlas-ready") {
    present.button.removeAttribute("aria-busy");
    frame.style.visibility = "visible";
    frame.focus();
    turnSlide(present);
  } else if (data.type === "atlas-annotations") {
    atlas.view.set({ annotations: readAnnotations(data.text) });
  } else if (data.type === "atlas-leave") {
    const { range, selected, camera } = data;
    if (range) {
      atlas.setRange(range);
      atlas.view.set({ selected, ...(camera && { camera: roundedCamera(camera) }) });
    }
    atlas.view.set({ presenting: false });
  }
}

/**
 * The slide knows where it stands; one that is not drawn yet has nothing to tell.
 * @param {Present} present
 */
function askToLeave({ button: starter, frame, atlas }) {
  if (starter.hasAttribute("aria-busy")) atlas.view.set({ presenting: false });
  else frame?.contentWindow?.postMessage({ type: "atlas-leave" }, window.location.origin);
}

/** @param {Present} present */
function closeSlideFrame(present) {
  if (!present.frame) return;
  setBehindInert(false, present.frame);
  present.frame.remove();
  present.frame = null;
  present.button.removeAttribute("aria-busy");
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  present.button.focus({ preventScroll: true });
}

/** @param {[number, number, number]} camera @returns {[number, number, number]} */
function roundedCamera([latitude, longitude, zoom]) {
  return [Number(latitude.toFixed(DEGREE_DIGITS)), Number(longitude.toFixed(DEGREE_DIGITS)), Number(zoom.toFixed(ZOOM_DIGITS))];
}
