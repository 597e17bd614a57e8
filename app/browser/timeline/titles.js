// What stands over the drawn timeline: lane names, titles beside their marks, the selection's ring, and the tip under the pointer.

import { element } from "../core/dom.js";
import { passes } from "../slider/stepping.js";
import { placeBreaks, placeSections } from "./bands.js";
import { placeLinks } from "./date_links.js";

const TITLE_HEIGHT_PX = 14;
const LANE_NAME_PX = 15; // from one lane's name to the next, Arabic letters above and below the line included
const TITLE_PROBE_PX = 12; // beside a mark with less room than this no title is measured

export function rowTop(panel, row) {
  const { t: above, b: below } = panel.plot.layout.margin;
  return above + (row / panel.data.layout.rows) * (panel.drawnHeight - above - below);
}

export function across(panel, position) {
  const [start, end] = panel.view;
  const share = (position - start) / (end - start);
  return (panel.data.language === "ar" ? 1 - share : share) * panel.drawnWidth;
}

// Heights from the top, moved apart as little as it takes for each to be so far from the one before.
function apart(heights, least) {
  const moved = [...heights];
  for (let turn = 0; turn < 20; turn += 1) {
    for (let index = 1; index < moved.length; index += 1) {
      const lack = least - (moved[index] - moved[index - 1]);
      if (lack > 0) [moved[index - 1], moved[index]] = [moved[index - 1] - lack / 2, moved[index] + lack / 2];
    }
  }
  return moved;
}

// Lane names, titles and the selection's ring, for the present size and view.
export function placeOver(panel) {
  const { layout, themes } = panel.data;
  const middles = layout.lanes.map((lane) => rowTop(panel, (lane.top + lane.bottom) / 2));
  const tops = apart(middles, LANE_NAME_PX);
  panel.lanes.replaceChildren(
    ...layout.lanes.map((lane, index) => {
      const theme = themes.find(({ id }) => id === lane.theme);
      const name = element("span", "", theme.name);
      name.style.color = theme.colours[panel.appearance];
      name.style.top = `${tops[index]}px`;
      return name;
    }),
  );
  placeSections(panel);
  placeBreaks(panel);
  placeLinks(panel);
  placeTitles(panel);
  placeRing(panel);
}

// The pixels of the plot that marks and titles cover already: with thousands of marks far quicker than comparing boxes.
function makeGround(width, height, pixels = new Uint8Array(width * height)) {
  const row = (y) => Math.min(Math.max(Math.round(y), 0), height) * width;
  const column = (x) => Math.min(Math.max(Math.round(x), 0), width);
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
    copy: () => makeGround(width, height, pixels.slice()),
  };
}

// The boxes of all marks and the ground they leave: the same until the figure or its size changes.
function groundOf(panel) {
  const { layout, language } = panel.data;
  const { drawnWidth: width, drawnHeight: height, view } = panel;
  const old = panel.ground;
  if (!old || old.layout !== layout || old.language !== language || old.width !== width || old.height !== height || old.view !== view) {
    const boxes = layout.marks.map((mark) => boxOf(panel, mark));
    const ground = makeGround(width, height);
    for (const box of boxes) ground.take(box);
    panel.ground = { layout, language, width, height, view, boxes, ground };
  }
  return panel.ground;
}

// The box of a mark, px.
function boxOf(panel, mark) {
  const [a, b] = [across(panel, mark.x0), across(panel, mark.x1)].sort((x, y) => x - y);
  const middle = (a + b) / 2;
  const y = rowTop(panel, mark.row);
  return { left: mark.point ? middle - 8 : a, right: mark.point ? middle + 8 : b, top: y - 5, bottom: y + 5 };
}

function widthOf(panel, text, bold) {
  const widths = (panel.widths ||= new Map());
  const key = `${bold}${text}`;
  if (!widths.has(key)) {
    const canvas = (panel.canvas ||= document.createElement("canvas").getContext("2d"));
    canvas.font = `${bold ? "600 " : ""}11px ${panel.family}`;
    widths.set(key, canvas.measureText(text).width + 2);
  }
  return widths.get(key);
}

// Titles beside their marks as far as there is room; the selected one first, then points, then bars.
function placeTitles(panel) {
  const { layout, language } = panel.data;
  const { boxes, ground: marked } = groundOf(panel);
  const ground = marked.copy();
  const ranked = [[], [], []];
  layout.marks.forEach((mark, index) => {
    const inSight = boxes[index].right > 0 && boxes[index].left < panel.drawnWidth;
    if (inSight && passes(panel, mark.id)) ranked[mark.id === panel.selected ? 0 : mark.point ? 1 : 2].push(index);
  });
  panel.titled = [];
  for (const index of ranked.flat()) {
    const mark = layout.marks[index];
    const title = titleBeside(panel, ground, mark, boxes[index], language === "ar");
    if (title) panel.titled.push({ title, mark, lit: false });
  }
  panel.titles.replaceChildren(...panel.titled.map(({ title }) => title));
  lightTitles(panel, panel.range.map((day) => panel.scale.position(day)));
}

function titleBeside(panel, ground, mark, { left, right, top }, leftFirst) {
  const must = mark.id === panel.selected;
  const spot = (before, long) => {
    const x = before ? left - 3 - long : right + 3;
    return { left: x, right: x + long, top: top - 2, bottom: top - 2 + TITLE_HEIGHT_PX };
  };
  for (const before of leftFirst ? [true, false] : [false, true]) {
    if (!must && !ground.isFree(spot(before, TITLE_PROBE_PX))) continue;
    const box = spot(before, widthOf(panel, mark.title, must));
    if (box.left < 0 || box.right > panel.drawnWidth || !(must || ground.isFree(box))) continue;
    ground.take(box);
    const title = element("span", must ? "selected" : "", mark.title);
    title.style.left = `${box.left}px`;
    title.style.top = `${box.top}px`;
    return title;
  }
  return null;
}

// Titles of marks in range stand out, even where they reach beyond it.
export function lightTitles(panel, [start, end]) {
  for (const one of panel.titled || []) {
    const lit = one.mark.x0 <= end && one.mark.x1 >= start;
    if (lit !== one.lit) one.title.classList.toggle("lit", (one.lit = lit));
  }
}

export function markOf(panel, id) {
  return panel.data.layout.marks.find((mark) => mark.id === id);
}

function placeRing(panel) {
  const mark = markOf(panel, panel.selected);
  const { left, right } = mark ? boxOf(panel, mark) : { left: 0, right: 0 };
  panel.ring.hidden = !mark || right <= 0 || left >= panel.drawnWidth;
  if (panel.ring.hidden) return;
  const [margin, half] = mark.point ? [0, 8] : [3, 5];
  Object.assign(panel.ring.style, {
    left: `${left - margin}px`,
    width: `${right - left + 2 * margin}px`,
    top: `${rowTop(panel, mark.row) - half}px`,
    height: `${half * 2}px`,
  });
}

export function showTip(panel, id) {
  const mark = markOf(panel, id);
  if (!mark) return;
  panel.tip.replaceChildren(element("strong", "", mark.title), element("span", "", mark.when));
  panel.tip.hidden = false;
  const { offsetWidth, offsetHeight } = panel.tip;
  const middle = across(panel, (mark.x0 + mark.x1) / 2);
  const left = Math.min(Math.max(middle - offsetWidth / 2, 0), panel.drawnWidth - offsetWidth);
  const above = rowTop(panel, mark.row) - offsetHeight - 10;
  panel.tip.style.left = `${left}px`;
  // Nothing above the panel's edge would be seen.
  panel.tip.style.top = `${above < 0 ? rowTop(panel, mark.row) + 12 : above}px`;
}
