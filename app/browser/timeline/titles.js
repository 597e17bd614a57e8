// @ts-check
// Titles beside their marks, as far as there is room.

import { element } from "../core/dom.js";
import { SHOWN } from "../core/visibility.js";
import { across, rowTop } from "./positions.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/** @typedef {import("./document.js").Mark} Mark */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box px */
/** @typedef {{ title: HTMLElement, mark: Mark, isLit: boolean }} Titled */
/** @typedef {{ take: (box: Box) => void, isFree: (box: Box) => boolean, copy: () => Pixels }} Pixels those that marks and titles cover */
/**
 * @typedef {object} Ground The boxes of all marks and the pixels they leave: the same until figure, size or window change.
 * @property {import("./document.js").TimelineDocument} document
 * @property {boolean} mirrored
 * @property {number} width
 * @property {number} height
 * @property {readonly [number, number]} window
 * @property {Box[]} boxes by mark
 * @property {Pixels} pixels
 */

const TITLE_PROBE_PX = 12; // beside a mark with less room than this no title is measured

/**
 * With thousands of marks far quicker than comparing boxes.
 * @param {number} width
 * @param {number} height
 * @returns {Pixels}
 */
function makePixels(width, height, pixels = new Uint8Array(width * height)) {
  const row = (/** @type {number} */ y) => Math.min(Math.max(Math.round(y), 0), height) * width;
  const column = (/** @type {number} */ x) => Math.min(Math.max(Math.round(x), 0), width);
  return {
    take({ left, right, top, bottom }) {
      const [from, to, end] = [column(left), column(right), row(bottom)];
      for (let at = row(top); at < end; at += width) pixels.fill(1, at + from, at + to);
    },
    isFree({ left, right, top, bottom }) {
      const [from, to, end] = [column(left), column(right), row(bottom)];
      for (let at = row(top); at < end; at += width) {
        for (let pixel = at + from; pixel < at + to; pixel += 1) if (pixels[pixel]) return false;
      }
      return true;
    },
    copy: () => makePixels(width, height, pixels.slice()),
  };
}

/** @param {TimePanel} panel @param {import("./document.js").TimelineDocument} document @returns {Ground} */
function groundOf(panel, document) {
  const { mirrored, drawnWidth: width, drawnHeight: height, window, ground: old } = panel;
  if (old && old.document === document && old.mirrored === mirrored && old.width === width && old.height === height && old.window === window) return old;
  const boxes = document.marks.map((mark) => boxOfMark(panel, mark));
  const pixels = makePixels(width, height);
  for (const box of boxes) pixels.take(box);
  return (panel.ground = { document, mirrored, width, height, window, boxes, pixels });
}

/** @param {TimePanel} panel @param {Mark} mark @returns {Box} */
export function boxOfMark(panel, mark) {
  const [a, b] = [across(panel, mark.x0), across(panel, mark.x1)].sort((x, y) => x - y);
  const middle = (a + b) / 2;
  const y = rowTop(panel, mark.row);
  return { left: mark.point ? middle - 8 : a, right: mark.point ? middle + 8 : b, top: y - 5, bottom: y + 5 };
}

/**
 * @param {TimePanel} panel
 * @param {string} text
 * @param {boolean} isBold
 * @returns {number} px
 */
export function titleWidth({ widths, canvas, family, sizes }, text, isBold) {
  const key = `${isBold}${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    canvas.font = `${isBold ? "600 " : ""}${sizes.title_px}px ${family}`;
    width = canvas.measureText(text).width + 2;
    widths.set(key, width);
  }
  return width;
}

/**
 * The selected one first, then the subject's, then others in range; of each, points before bars.
 * @param {TimePanel} panel
 */
export function placeTitles(panel) {
  const { document, atlas, drawnWidth, composition } = panel;
  if (!document) return;
  if (composition) return placeComposedTitles(panel, composition);
  const { selected } = atlas.view.get();
  const { passes } = atlas.visibility;
  const { boxes, pixels } = groundOf(panel, document);
  const free = pixels.copy();
  const [subject, { status }] = [atlas.subject(), atlas.visibility];
  /** @type {number[][]} */
  const ranked = Array.from({ length: 7 }, () => []);
  document.marks.forEach(({ event, point }, index) => {
    const isInSight = boxes[index].right > 0 && boxes[index].left < drawnWidth;
    if (!isInSight || !passes(event.index)) return;
    const rank = subject[event.index] ? 0 : status[event.index] === SHOWN ? 1 : 2;
    ranked[event.id === selected ? 0 : 1 + 2 * rank + Number(!point)].push(index);
  });
  panel.titled = [];
  for (const index of ranked.flat()) {
    const mark = document.marks[index];
    const title = titleBeside(panel, free, mark, boxes[index], mark.event.id === selected);
    if (title) panel.titled.push({ title, mark, isLit: false });
  }
  panel.titles.replaceChildren(...panel.titled.map(({ title }) => title));
  lightTitles(panel, panel.range.map(panel.scale.position));
}

/** @param {TimePanel} panel @param {Pixels} free @param {Mark} mark @param {Box} box @param {boolean} must it stands over others for want of room */
function titleBeside(panel, free, { event }, { left, right, top }, must) {
  const text = event.title[panel.atlas.language().code];
  const spot = (/** @type {boolean} */ isBefore, /** @type {number} */ long) => {
    const x = isBefore ? left - 3 - long : right + 3;
    return { left: x, right: x + long, top: top - 2, bottom: top - 2 + panel.sizes.line_px };
  };
  for (const isBefore of panel.mirrored ? [true, false] : [false, true]) {
    if (!must && !free.isFree(spot(isBefore, TITLE_PROBE_PX))) continue;
    const box = spot(isBefore, titleWidth(panel, text, must));
    if (box.left < 0 || box.right > panel.drawnWidth || !(must || free.isFree(box))) continue;
    free.take(box);
    const title = element("span", must ? "selected" : "", text);
    title.style.left = `${box.left}px`;
    title.style.top = `${box.top}px`;
    return title;
  }
  return null;
}

/**
 * Titles of marks in range stand out, even where they reach beyond it.
 * @param {TimePanel} panel
 * @param {number[]} ends positions of the range's days
 */
export function lightTitles({ titled }, [start, end]) {
  for (const one of titled) {
    const isLit = one.mark.x0 <= end && one.mark.x1 >= start;
    if (isLit !== one.isLit) one.title.classList.toggle("lit", (one.isLit = isLit));
  }
}

/**
 * The titles of a composed picture, where its composition has made room for them.
 * @param {TimePanel} panel
 * @param {import("./composition.js").Composition} composition
 */
function placeComposedTitles(panel, composition) {
  const { mirrored, drawnWidth } = panel;
  const { selected } = panel.atlas.view.get();
  const { code } = panel.atlas.language();
  const half = panel.sizes.line_px / 2;
  panel.titled = composition.titles.map(({ mark, from, top }) => {
    const text = mark.event.title[code];
    const title = element("span", mark.event.id === selected && !panel.atlas.composed ? "selected" : "", text);
    title.style.left = `${mirrored ? drawnWidth - from - titleWidth(panel, text, false) : from}px`;
    title.style.top = `${rowTop(panel, top + half) - half}px`;
    return { title, mark, isLit: false };
  });
  panel.titles.replaceChildren(...panel.titled.map(({ title }) => title));
  lightTitles(panel, panel.range.map(panel.scale.position));
}
