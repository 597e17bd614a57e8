// @ts-check
// The timeline of a composed picture: the document with its marks stacked for what the picture is about, in px from the top.

import { beginsInRange } from "../core/subject.js";
import { SHOWN } from "../core/visibility.js";
import { composeLanes, SLIDE_STACK } from "./composition.js";
import { alongTime } from "./positions.js";
import { titleWidth } from "./titles.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */
/** @typedef {import("./composition.js").Composition} Composition */
/** @typedef {import("./composition.js").Item} Item */
/** @typedef {import("./composition.js").StackSizes} StackSizes */
/** @typedef {import("./document.js").Mark} Mark */
/** @typedef {import("./document.js").TimelineDocument} TimelineDocument */
/** @typedef {{ width: number, opacity: number }} BarStyle width across the axis, px */

/** Around the marks: below are the words along the axis. */
export const COMPOSED_MARGIN = { l: 0, r: 0, t: 4, b: 28, pad: 0 };
const QUIET_OPACITY = 0.45; // of a bar behind its title, and of what is only under way
const POINT_HALF_PX = 8;
const BADGE_HALF_PX = 12;
const LANE_NAME_LEAST_PX = 150; // buttons of a page that can be operated stand below
const LANE_NAME_AROUND_PX = 26;

/**
 * @param {TimePanel} panel
 * @param {TimelineDocument} document as it was sent
 * @param {number} most height that may be taken, px
 * @param {number} [wished] height beyond which it has the subject alone
 * @returns {Composition} of what is in sight
 */
export function compositionOf(panel, document, most, wished) {
  const lanes = document.lanes.map(({ theme }) => itemsOfLane(panel, document, theme.index));
  return composeLanes(lanes, { width: panel.drawnWidth, most, wished, hasNumbers: panel.atlas.captions().length > 0, sizes: SLIDE_STACK });
}

/**
 * @param {TimelineDocument} document as it was sent
 * @param {Composition} composition
 * @param {{ isSubject: (event: import("../core/dataset.js").EventRow) => boolean, sizes: StackSizes, margin: object }} look `margin`: as Plotly has it
 * @returns {TimelineDocument}
 */
export function composedDocument(document, composition, look) {
  const { middles, height } = composition;
  const marks = document.marks.filter(({ event }) => middles.has(event.id)).map((mark) => ({ ...mark, row: middles.get(mark.event.id) ?? 0 }));
  const styles = stylesOf(marks, composition, look);
  return {
    ...document,
    rows: height,
    lanes: composition.lanes.map(({ lane, top, bottom }) => ({ ...document.lanes[lane], top, bottom })),
    marks,
    markById: new Map(marks.map((mark) => [mark.event.id, mark])),
    figure: composedFigure(document.figure, composition, styles, look.margin),
  };
}

/**
 * How wide the column of the lanes' names is, of those that can be drawn: the rest of the width is the axis's.
 * @param {TimePanel} panel
 * @returns {number} px
 */
export function laneNamesWidth({ source, atlas, canvas, family, sizes }) {
  const { code } = atlas.language();
  const subject = atlas.subject();
  const themes = new Set(atlas.dataset.events.filter(({ index }) => subject[index]).map(({ themes: [theme] }) => theme));
  canvas.font = `600 ${sizes.title_px}px ${family}`;
  const widths = (source?.lanes ?? []).filter(({ theme }) => themes.has(theme.index)).map(({ theme }) => canvas.measureText(theme.name[code]).width);
  return Math.ceil(Math.max(LANE_NAME_LEAST_PX, ...widths)) + LANE_NAME_AROUND_PX;
}

/** @param {TimePanel} panel @param {TimelineDocument} document @param {number} theme @returns {Item[]} */
function itemsOfLane(panel, document, theme) {
  const { atlas, drawnWidth: width, window: [start, end] } = panel;
  const { visibility: { status }, dataset } = atlas;
  const { code } = atlas.language();
  const [subject, captions, view] = [atlas.subject(), atlas.captions(), atlas.view.get()];
  const isInSight = (/** @type {Mark} */ { event, x0, x1 }) => event.themes[0] === theme && status[event.index] === SHOWN && x0 <= end && x1 >= start;
  return document.marks.filter(isInSight).map((mark) => {
    const { event, x0, x1, point } = mark;
    const [first, last] = [x0, x1].map((position) => alongTime(panel, position));
    const middle = (first + last) / 2;
    const isCaption = captions.includes(event.index);
    const isSubject = subject[event.index] === 1;
    const from = point ? middle - POINT_HALF_PX : Math.max(first, 0);
    const to = point ? middle + POINT_HALF_PX : Math.min(last, width);
    const badge = badgeMiddle(mark, first, last, width);
    return {
      mark,
      from: isCaption ? Math.min(from, badge - BADGE_HALF_PX) : from,
      to: isCaption ? Math.max(to, badge + BADGE_HALF_PX) : to,
      isSubject,
      titleWidth: isSubject && !isCaption ? titleWidth(panel, event.title[code], false) : 0,
      rank: 2 * Number(!beginsInRange(dataset, view, event.index)) + Number(!point),
    };
  });
}

/**
 * Where the number of a mark stands: on a point, or where a bar begins to be seen.
 * @param {Mark} mark
 * @param {number} first px
 * @param {number} last px
 * @param {number} width
 */
export function badgeMiddle({ point }, first, last, width) {
  const middle = point ? (first + last) / 2 : Math.max(first, 0) + BADGE_HALF_PX;
  return Math.min(Math.max(middle, BADGE_HALF_PX), width - BADGE_HALF_PX);
}

/**
 * @param {Mark[]} marks
 * @param {Composition} composition
 * @param {{ isSubject: (event: import("../core/dataset.js").EventRow) => boolean, sizes: StackSizes }} look
 * @returns {Map<string, BarStyle>} by id of the event
 */
function stylesOf(marks, { titles }, { isSubject, sizes: { bars } }) {
  const inBar = new Set(titles.filter(({ isInBar }) => isInBar).map(({ mark }) => mark.event.id));
  return new Map(marks.map(({ event }) => {
    if (!isSubject(event)) return [event.id, { width: bars.underWay, opacity: QUIET_OPACITY }];
    return [event.id, inBar.has(event.id) ? { width: bars.titled, opacity: QUIET_OPACITY } : { width: bars.subject, opacity: 1 }];
  }));
}

/**
 * @param {{ data: any[], layout: any }} figure
 * @param {Composition} composition
 * @param {Map<string, BarStyle>} styles
 * @param {object} margin
 */
function composedFigure({ data, layout }, { middles, height, lanes }, styles, margin) {
  const breaks = layout.shapes.filter((/** @type {any} */ { type }) => type === "path");
  const line = layout.shapes.find((/** @type {any} */ { type }) => type === "line");
  return {
    data: data.map((trace) => composedTrace(trace, middles, styles)),
    layout: {
      ...layout,
      margin,
      yaxis: { ...layout.yaxis, range: [height, 0] },
      shapes: [...lanes.slice(0, -1).map(({ bottom }) => ({ ...line, y0: bottom, y1: bottom })), ...breaks],
    },
  };
}

/** @param {any} trace @param {Map<string, number>} middles @param {Map<string, BarStyle>} styles */
function composedTrace(trace, middles, styles) {
  /** @type {string[]} */
  const ids = trace.customdata ?? [];
  const kept = ids.flatMap((id, index) => (middles.has(id) ? [index] : []));
  /** @param {any} value @returns {any} */
  const pick = (value) => {
    if (Array.isArray(value)) return value.length === ids.length ? kept.map((index) => value[index]) : value;
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, pick(part)]));
  };
  const shown = pick(trace);
  const own = kept.map((index) => /** @type {BarStyle} */ (styles.get(ids[index])));
  const isBar = trace.type === "bar";
  return {
    ...shown,
    ...(isBar && { width: own.map(({ width }) => width) }),
    y: kept.map((index) => middles.get(ids[index])),
    ...(isBar && { marker: { ...shown.marker, color: shown.marker.color.map((/** @type {string} */ colour, /** @type {number} */ at) => fainter(colour, own[at].opacity)) } }),
  };
}

/** @param {string} token of a colour, as document.js reads it @param {number} share */
function fainter(token, share) {
  return token.replace(/(\d\.\d{3})\)$/, (_, opacity) => `${(Number(opacity) * share).toFixed(3)})`);
}
