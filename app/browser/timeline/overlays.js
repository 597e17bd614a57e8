// @ts-check
// What stands over the drawn timeline: lane names, titles, the selection's ring, and the tip under the pointer.

import { element } from "../core/dom.js";
import { placeBadges } from "./badges.js";
import { placeBreaks, placeSections } from "./bands.js";
import { placeLinks } from "./date_links.js";
import { across, rowTop } from "./positions.js";
import { boxOfMark, placeTitles } from "./titles.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */

/** Events of the timeline's panel: its figure has been drawn; and on a composed picture, what stands over it has been placed, as with each move. */
export const TIMELINE_DRAWN = "atlas-timeline-drawn";
export const PLACED = "atlas-timeline-placed";

/**
 * All of it, for the present figure, size and window.
 * @param {TimePanel} panel
 */
export function placeOverlays(panel) {
  placeLaneNames(panel);
  placeSections(panel);
  placeBreaks(panel);
  placeLinks(panel);
  placeTitles(panel);
  placeBadges(panel);
  placeRing(panel);
  // What is written on a slide stands where its marks do.
  if (panel.atlas.composed) panel.root.dispatchEvent(new CustomEvent(PLACED, { bubbles: true, composed: true }));
}

/** @param {TimePanel} panel */
export function removeOverlays(panel) {
  for (const drawn of [panel.lanes, panel.sections, panel.breaks, panel.titles, panel.edges.lit, panel.edges.dimmed]) drawn.replaceChildren();
  panel.titled = [];
  panel.ring.hidden = panel.tip.hidden = true;
  placeLinks(panel);
}

/** @param {TimePanel} panel */
function placeLaneNames(panel) {
  const lanes = panel.document?.lanes ?? [];
  const { code } = panel.atlas.language();
  const appearance = panel.atlas.appearance();
  const tops = keptApart(lanes.map((lane) => rowTop(panel, (lane.top + lane.bottom) / 2)), panel.sizes.lane_px);
  panel.lanes.replaceChildren(
    ...lanes.map(({ theme }, index) => {
      const name = element("span", "", theme.name[code]);
      name.style.color = theme.colours[appearance];
      name.style.top = `${tops[index]}px`;
      return name;
    }),
  );
}

/**
 * Heights from the top, moved as little as it takes for each to be so far from the one before.
 * @param {number[]} heights
 * @param {number} least
 */
function keptApart(heights, least) {
  const moved = [...heights];
  for (let turn = 0; turn < 20; turn += 1) {
    for (let index = 1; index < moved.length; index += 1) {
      const lack = least - (moved[index] - moved[index - 1]);
      if (lack > 0) [moved[index - 1], moved[index]] = [moved[index - 1] - lack / 2, moved[index] + lack / 2];
    }
  }
  return moved;
}

/** @param {TimePanel} panel */
export function placeRing(panel) {
  const mark = panel.document?.markById.get(panel.atlas.view.get().selected);
  const box = mark && boxOfMark(panel, mark);
  panel.ring.hidden = !box || box.right <= 0 || box.left >= panel.drawnWidth;
  if (!mark || !box || panel.ring.hidden) return;
  const [margin, half] = mark.point ? [0, 8] : [3, 5];
  Object.assign(panel.ring.style, {
    left: `${box.left - margin}px`,
    width: `${box.right - box.left + 2 * margin}px`,
    top: `${rowTop(panel, mark.row) - half}px`,
    height: `${half * 2}px`,
  });
}

/** @param {TimePanel} panel @param {string} id of an event */
export function showTimelineTip(panel, id) {
  const { tip } = panel;
  const mark = panel.document?.markById.get(id);
  if (!mark) return;
  const { code } = panel.atlas.language();
  tip.replaceChildren(element("strong", "", mark.event.title[code]), element("span", "", mark.when[code]));
  tip.hidden = false;
  const { offsetWidth, offsetHeight } = tip;
  const middle = across(panel, (mark.x0 + mark.x1) / 2);
  const left = Math.min(Math.max(middle - offsetWidth / 2, 0), panel.drawnWidth - offsetWidth);
  const above = rowTop(panel, mark.row) - offsetHeight - 10;
  tip.style.left = `${left}px`;
  // Nothing above the panel's edge would be seen.
  tip.style.top = `${above < 0 ? rowTop(panel, mark.row) + 12 : above}px`;
}
