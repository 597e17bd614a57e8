// @ts-check
// Which document is drawn: as it was sent; of a composed picture, stacked for what that is about; or, from nearer, for what is in sight.

import { layoutOf } from "../core/captions.js";
import { COMPOSED_MARGIN, composedDocument, compositionOf, laneNamesWidth } from "./composed_document.js";
import { SLIDE_STACK, spreadOut } from "./composition.js";
import { isZoomed } from "./positions.js";
import { zoomedDocument } from "./zoomed_document.js";

/** @typedef {import("../time_panel/index.js").TimePanel} TimePanel */

// Height of a composed timeline between its margins: the rest of the slide is the map's.
const COMPOSED_LEAST_PX = 96;
const COMPOSED_WISHED_PX = 130; // beyond this only for the names of the subject
const COMPOSED_MOST_PX = 230;
const NARROW_PX = 640; // as in time_panel.css: without room for titles
const NARROW_MOST_PX = 100;

/** @param {TimePanel} panel */
export function measurePlot(panel) {
  panel.drawnWidth = panel.plotBox.clientWidth;
  panel.drawnHeight = panel.plotBox.clientHeight;
}

/** @param {TimePanel} panel */
export function stackMarks(panel) {
  if (!panel.source) return;
  if (panel.atlas.composed) return composeDocument(panel, panel.source);
  measurePlot(panel);
  const zoomed = isZoomed(panel) && panel.root.clientWidth > NARROW_PX ? zoomedDocument(panel, panel.source) : null;
  panel.composition = zoomed?.composition ?? null;
  panel.document = zoomed?.document ?? panel.source;
  panel.root.classList.toggle("stacked", zoomed !== null);
}

/** @param {TimePanel} panel @param {import("./document.js").TimelineDocument} source */
function composeDocument(panel, source) {
  const { style } = panel.root;
  const margins = COMPOSED_MARGIN.t + COMPOSED_MARGIN.b;
  const isBesideMap = layoutOf(panel.atlas) === "timeline"; // as high as the map then
  panel.root.classList.toggle("beside-map", isBesideMap);
  style.setProperty("--label", `${laneNamesWidth(panel)}px`);
  const isHeightGiven = isBesideMap || Boolean(style.height && panel.atlas.keptLayout()); // a range that is moved takes no room from the map
  style.height = isBesideMap ? "" : style.height || `${COMPOSED_MOST_PX}px`;
  measurePlot(panel);
  const isNarrow = panel.root.clientWidth <= NARROW_PX;
  const [most, wished] = isHeightGiven ? [panel.drawnHeight - margins] : isNarrow ? [NARROW_MOST_PX] : [COMPOSED_MOST_PX, COMPOSED_WISHED_PX];
  const composition = compositionOf(panel, source, most, wished);
  if (!isHeightGiven) {
    const around = panel.root.clientHeight - panel.drawnHeight; // slider, controls
    style.height = `${Math.ceil(Math.max(COMPOSED_LEAST_PX, composition.height) + margins + around)}px`;
    measurePlot(panel);
  }
  panel.composition = spreadOut(composition, panel.drawnHeight - margins, SLIDE_STACK);
  const subject = panel.atlas.subject();
  panel.document = composedDocument(source, panel.composition, { isSubject: ({ index }) => subject[index] === 1, sizes: SLIDE_STACK, margin: COMPOSED_MARGIN });
}
