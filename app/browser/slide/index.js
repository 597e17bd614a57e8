// @ts-check
// Entry of a slide's page: map and timeline of an instance of its own, and what is said around them.

import { layAnnotations, makeAnnotationOverlay } from "../annotations/overlay.js";
import { sameValue } from "../core/address.js";
import { readAnnotations } from "../core/annotations.js";
import { setText, speak } from "../core/direction.js";
import { chapterOf } from "../core/subject.js";
import { makeTimePanel } from "../time_panel/index.js";
import { TIMELINE_DRAWN, PLACED } from "../timeline/overlays.js";
import { drawCaptions, markSelectedCaption } from "./captions.js";
import { fitBesideMap, fitSlide } from "./fitting.js";
import { inlinedFile } from "./inlined.js";
import { openSlideAtlas } from "./instance.js";
import { drawKey } from "./key.js";
import { showSlideRange, showSlideSelection, showSlideTitle, slidePart } from "./surround.js";

/** @typedef {import("../core/atlas.js").Change} Change */
/** @typedef {import("./inlined.js").SlideSettings} SlideSettings */
/** @typedef {import("./inlined.js").Turn} Turn */

/** @type {SlideSettings} */
export const slideSettings = inlinedFile("slide");
export const slideAtlas = openSlideAtlas(slideSettings);
/** @type {import("../time_panel/index.js").TimePanel | undefined} */
let timePanel;
let slideTurn = slideSettings.turns[0];
let hasSlideMoved = false; // its range, since it was turned to
export const annotationOverlay = makeAnnotationOverlay(slideAtlas, {
  map: () => mapFrame()?.contentWindow?.atlasMap,
  mapFrame,
  timePanel: () => timePanel,
});

/** @returns {HTMLIFrameElement | null} null where the slide does without a map */
export function mapFrame() {
  return /** @type {HTMLIFrameElement | null} */ (document.querySelector("iframe.map"));
}

/**
 * The same page as the next slide of a deck: another range, title and link.
 * @param {Turn} turn
 */
export function showTurn(turn) {
  [slideTurn, hasSlideMoved] = [turn, false];
  const { range, window: shown, camera, selected, annotations, title, link, code } = turn;
  setText(slidePart("h1"), title);
  const anchor = /** @type {HTMLAnchorElement} */ (slidePart(".link a"));
  [anchor.href, anchor.textContent] = [link, link];
  slidePart(".code").innerHTML = code;
  slideAtlas.setRange(range, { step: true });
  slideAtlas.view.set({ window: shown, camera, selected, annotations: readAnnotations(annotations) });
}

/**
 * The same for whoever takes a picture: it may be taken once this has come to its end.
 * @param {Turn} turn
 */
async function turnTo(turn) {
  delete document.documentElement.dataset.ready;
  showTurn(turn);
  await nextFrame(); // in which the store calls its subscribers
  await waitUntilDrawn();
}

// What stands around map and timeline follows a range that moves; captions, as map and timeline, once it rests.
/** @param {Change} change */
function takeSlideChange({ changed, ranged, first, recomposed }) {
  if (recomposed) keepSlideLayout();
  if (ranged) {
    hasSlideMoved ||= !sameValue(slideAtlas.range(), slideTurn.range);
    showSlideTitle(slideAtlas, slideTurn, hasSlideMoved);
    showSlideRange(slideAtlas, hasSlideMoved ? "" : slideTurn.selected);
  }
  if (first || changed("selected")) showSlideSelection(slideAtlas);
  if (recomposed) {
    drawCaptions(slideAtlas);
    fitSlide(slideSettings);
    drawSlideKey();
  }
  if (recomposed || changed("selected")) markSelectedCaption(slideAtlas);
  if (recomposed || changed("annotations", "selected")) layAnnotations(annotationOverlay);
}

// A range that is moved leaves map and timeline where they are: only the slide's own range, a chapter's and the whole span are laid out as
// their subject asks for. This subscriber is the first, so that the others see the layout that is kept.
function keepSlideLayout() {
  const view = slideAtlas.view.get();
  const isWhole = view.start === null && view.end === null;
  const isSlideOfItsOwn = isWhole || sameValue(slideAtlas.range(), slideTurn.range) || chapterOf(slideAtlas.dataset, view);
  const before = /** @type {import("../core/captions.js").Layout | null} */ (document.documentElement.dataset.layout ?? null);
  slideAtlas.keepLayout(isSlideOfItsOwn ? null : before);
}

function drawSlideKey() {
  drawKey(slideAtlas, mapFrame()?.contentWindow?.atlasMap, timePanel);
  fitBesideMap();
  layAnnotations(annotationOverlay);
}

function mountMap() {
  const frame = mapFrame();
  if (!frame) return;
  frame.srcdoc = inlinedFile("map-page");
  frame.addEventListener("load", () => {
    const map = frame.contentWindow?.atlasMap?.map;
    map?.on("moveend", drawSlideKey);
    map?.on("move zoom", () => layAnnotations(annotationOverlay));
  });
}

// In a shadow root, as in the dashboard: its stylesheet is meant for nothing else.
function mountTimePanel() {
  const host = document.querySelector(".time");
  const template = host?.querySelector("template");
  if (!host || !template || host.shadowRoot) return;
  const shadow = host.attachShadow({ mode: "open" });
  shadow.append(template.content);
  const section = /** @type {HTMLElement} */ (shadow.querySelector("section"));
  section.addEventListener(TIMELINE_DRAWN, drawSlideKey);
  ({ panel: timePanel } = makeTimePanel(section, slideAtlas));
}

// For whoever takes a picture: both drawn, letters there, and names placed.
async function waitUntilDrawn() {
  const frame = mapFrame();
  const isMapDrawn = () => frame?.contentDocument?.querySelector("html[data-base=drawn][data-shown]") && !frame.contentWindow?.atlasMap?.settling;
  const isPanelDrawn = () => document.querySelector(".time")?.shadowRoot?.querySelector("[data-drawn]");
  const isDrawn = () => (!frame || isMapDrawn()) && (!document.querySelector(".time") || isPanelDrawn());
  const isMapFilled = () => {
    const size = frame?.contentWindow?.atlasMap?.map.getSize();
    return !frame || Math.abs(size?.x - frame.clientWidth) + Math.abs(size?.y - frame.clientHeight) <= 2; // a frame ends between pixels
  };
  if (slideAtlas.view.get().words.trim()) await slideAtlas.prepareSearch();
  await nextFrame();
  while (!isDrawn()) await nextFrame();
  await Promise.all([document, frame?.contentDocument].map((page) => page?.fonts.ready));
  // Timeline and key take the height that they need, the map the rest: what is on it may change the key again.
  for (let rest = 0, before = ""; rest < 3; await nextFrame()) {
    drawSlideKey();
    const now = pictureState(frame);
    rest = isDrawn() && isMapFilled() && now === before ? rest + 1 : 0;
    before = now;
  }
  document.documentElement.dataset.ready = "yes";
}

/** @param {HTMLIFrameElement | null} frame @returns {string} what must have come to rest before a picture is taken */
function pictureState(frame) {
  const { map } = frame?.contentWindow?.atlasMap ?? {};
  const { x, y } = map?.getSize() ?? { x: 0, y: 0 };
  return [x, y, map?.getCenter(), map?.getZoom(), slidePart(".legend").textContent, slidePart(".time")?.clientHeight].join();
}

/** @returns {Promise<unknown>} */
function nextFrame() {
  return new Promise(requestAnimationFrame);
}

Object.assign(window, { turnTo });
speak(document.documentElement, slideAtlas.language());
mountMap();
fitSlide(slideSettings);
addEventListener("resize", () => fitSlide(slideSettings));
addEventListener(PLACED, () => layAnnotations(annotationOverlay));
slideAtlas.subscribe(takeSlideChange);
new ResizeObserver(fitBesideMap).observe(slidePart(".beside"));
// plotly.js is the last of the page to run: the timeline would fetch what has not come yet once more.
if (window.Plotly || document.readyState === "complete") mountTimePanel();
else for (const type of ["DOMContentLoaded", "load"]) addEventListener(type, mountTimePanel);
waitUntilDrawn();
