// @ts-check
// The numbers of a composed picture's captions, on their marks.

import { captionBadge } from "../core/captions.js";
import { badgeMiddle } from "./composed_document.js";
import { alongTime, rowTop } from "./positions.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */

/** @param {TimePanel} panel */
export function placeBadges(panel) {
  const { atlas, document, drawnWidth: width, mirrored } = panel;
  if (!atlas.composed) return;
  const badges = atlas.captions().flatMap((index, number) => {
    const event = atlas.dataset.events[index];
    const mark = document?.markById.get(event.id);
    if (!mark) return [];
    const [first, last] = [mark.x0, mark.x1].map((position) => alongTime(panel, position));
    const middle = badgeMiddle(mark, first, last, width);
    const badge = captionBadge(atlas, index, number);
    badge.style.left = `${mirrored ? width - middle : middle}px`;
    badge.style.top = `${rowTop(panel, mark.row)}px`;
    return [badge];
  });
  panel.badges.replaceChildren(...badges);
}
