// @ts-check
// Entry of a slide's page: map and timeline of an instance of its own, and what is said around them.

import { setText, speak } from "../core/direction.js";
import { makeTimePanel } from "../time_panel/index.js";
import { fitSlide, fitSlideLegend } from "./fitting.js";
import { inlinedFile } from "./inlined.js";
import { openSlideAtlas } from "./instance.js";
import { drawSlideLegend, showSlideRange, showSlideSelection, slidePart } from "./surround.js";

/** @typedef {import("../core/atlas.js").Change} Change */
/** @typedef {import("./inlined.js").SlideSettings} SlideSettings */
/** @typedef {import("./inlined.js").Turn} Turn */

/** @type {SlideSettings} */
export const slideSettings = inlinedFile("slide");
export const slideAtlas = openSlideAtlas(slideSettings);

/** @returns {HTMLIFrameElement | null} null where the slide does without a map */
export function mapFrame() {
  return /** @type {HTMLIFrameElement | null} */ (document.querySelector("iframe.map"));
}

/**
 * The same page as the next slide of a deck: another range, title and link.
 * @param {Turn} turn
 */
export function showTurn({ range, window: shown, camera, selected, title, link, code }) {
  setText(slidePart("h1"), title);
  const anchor = /** @type {HTMLAnchorElement} */ (slidePart(".link a"));
  [anchor.href, anchor.textContent] = [link, link];
  slidePart(".code").innerHTML = code;
  slideAtlas.setRange(range);
  slideAtlas.view.set({ window: shown, camera, selected });
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

/** @param {Change} change */
function takeSlideChange({ changed, filtered, ranged, first }) {
  if (ranged) showSlideRange(slideAtlas);
  if (first || changed("selected")) showSlideSelection(slideAtlas);
  if (!filtered) return;
  drawSlideLegend(slideAtlas, slideSettings.turns);
  fitSlideLegend();
}

function mountMap() {
  const frame = mapFrame();
  if (frame) frame.srcdoc = inlinedFile("map-page");
}

// In a shadow root, as in the dashboard: its stylesheet is meant for nothing else.
function mountTimePanel() {
  const host = document.querySelector(".time");
  const template = host?.querySelector("template");
  if (!host || !template || host.shadowRoot) return;
  const shadow = host.attachShadow({ mode: "open" });
  shadow.append(template.content);
  makeTimePanel(/** @type {HTMLElement} */ (shadow.querySelector("section")), slideAtlas);
}

// For whoever takes a picture: both drawn, letters there, and names placed.
async function waitUntilDrawn() {
  const frame = mapFrame();
  const isMapDrawn = () => frame?.contentDocument?.querySelector("html[data-base=drawn][data-shown]") && !frame.contentWindow?.atlasMap?.settling;
  const isPanelDrawn = () => document.querySelector(".time")?.shadowRoot?.querySelector("[data-drawn]");
  const isDrawn = () => (!frame || isMapDrawn()) && (!document.querySelector(".time") || isPanelDrawn());
  if (slideAtlas.view.get().words.trim()) await slideAtlas.prepareSearch();
  await nextFrame();
  while (!isDrawn()) await nextFrame();
  await Promise.all([document, frame?.contentDocument].map((page) => page?.fonts.ready));
  for (let rest = 0; rest < 2; rest += isDrawn() ? 1 : -rest) await nextFrame();
  document.documentElement.dataset.ready = "yes";
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
slideAtlas.subscribe(takeSlideChange);
// plotly.js is the last of the page to run: the timeline would fetch what has not come yet once more.
if (window.Plotly || document.readyState === "complete") mountTimePanel();
else for (const type of ["DOMContentLoaded", "load"]) addEventListener(type, mountTimePanel);
waitUntilDrawn();
