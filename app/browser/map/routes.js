// @ts-check
// Corridors: dashed, schematic lines.

import { joined } from "../core/direction.js";
import { inLanguage, themeColour } from "./state.js";
import { TIP_LOOK, tooltipContent } from "./tooltips.js";

/** @typedef {import("./state.js").MapState} MapState */

/** @param {MapState} state */
export function makeRoutes(state) {
  state.routes = state.dataset.routes.map((route) => {
    const line = L.polyline(route.points, { pane: "routes", weight: 1.6, dashArray: "6 5", opacity: 0.75 });
    line.bindTooltip(() => tooltipContent(inLanguage(state, route.name), [routeInWords(state, route)], 1), { ...TIP_LOOK, sticky: true });
    return { route, line, shown: false };
  });
}

/**
 * What is said of a corridor. Its name is not repeated in a tooltip that has it as its heading.
 * @param {MapState} state
 * @param {any} route
 * @param {string} name
 */
export function routeInWords(state, route, name = "") {
  return joined([name, state.atlas.words().schematic, route.when && inLanguage(state, route.when)], " · ");
}

/**
 * @param {MapState} state
 * @returns {boolean} true where a corridor came or went
 */
export function updateRoutes(state) {
  let changed = false;
  const color = themeColour(state, state.settings.routesTheme);
  const [first, last] = state.range;
  for (const drawn of state.routes) {
    const { route, line } = drawn;
    const shown = state.counts.routesPass && (!route.period || (route.period[0] <= last && route.period[1] >= first));
    if (line.options.color !== color) line.setStyle({ color });
    if (shown === drawn.shown) continue;
    drawn.shown = shown;
    if (shown) line.addTo(state.map);
    else line.remove();
    changed = true;
  }
  return changed;
}
