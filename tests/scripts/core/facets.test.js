import VISIBILITY from "../../cases/visibility.json" with { type: "json" };
import { readDataset } from "../../../app/browser/core/dataset.js";
import { ordinalOf } from "../../../app/browser/core/dates.js";
import { countFacets } from "../../../app/browser/core/facets.js";
import { standsIn } from "../../../app/browser/core/folding.js";
import { applyFilters, applyRange, limitsOf, makeVisibility, SHOWN, UNDATED } from "../../../app/browser/core/visibility.js";
import { equal } from "../assert.js";
import { MADE_UP } from "./made_up.js";

const dataset = readDataset(MADE_UP.files.dataset);
/** @type {any} */
const defaults = Object.fromEntries(MADE_UP.looks.fields.map((field) => [field.name, field.default]));
const CHOICES = {
  themes: dataset.themeIds, actors: dataset.actorIds, places: dataset.placeIds,
  kinds: dataset.kinds, agreements: dataset.agreements, layers: dataset.layers,
};

/** What a View makes of the events. @param {any} view @param {string[]} [sight] */
function visibilityOf(view, sight) {
  const inSight = sight && Uint8Array.from(dataset.events, ({ id }) => Number(sight.includes(id)));
  const found = Uint8Array.from(MADE_UP.files.search, (text) => Number(standsIn(view.words, text)));
  const visibility = makeVisibility(dataset);
  applyFilters(visibility, dataset, view, { inSight, found });
  applyRange(visibility, dataset, view, limitsOf(view));
  return visibility;
}

/** Takes each choice by itself, and counts what is shown and what is undated. @param {any} view @param {string[]} [sight] */
function oneByOne(view, sight) {
  const counts = { dated: {}, undated: {} };
  for (const [field, ids] of Object.entries(CHOICES)) {
    counts.dated[field] = [];
    counts.undated[field] = [];
    for (const id of ids) {
      const { status } = visibilityOf({ ...view, [field]: [id] }, sight);
      const those = dataset.events.filter(({ layer }) => field !== "layers" || layer === id);
      counts.dated[field].push(those.filter(({ index }) => status[index] === SHOWN).length);
      counts.undated[field].push(those.filter(({ index }) => status[index] === UNDATED).length);
    }
  }
  return counts;
}

Deno.test("the count of each choice is what the View shows with that choice alone in its list", () => {
  let [counted, differing] = [0, 0];
  for (const { view: given, sight } of VISIBILITY.cases) {
    /** @type {any} */
    const view = { ...defaults, ...given };
    for (const name of ["start", "end"]) view[name] &&= ordinalOf(view[name]);
    const { dated, undated } = countFacets(visibilityOf(view, sight), dataset, view);
    const plain = (counts) => Object.fromEntries(Object.keys(CHOICES).map((field) => [field, [...counts[field]]]));
    const expected = oneByOne(view, sight);
    equal({ about: given, dated: plain(dated), undated: plain(undated) }, { about: given, ...expected });
    counted += Object.values(expected.dated).flat().reduce((sum, n) => sum + n, 0);
    differing += Number(JSON.stringify(plain(dated)) !== JSON.stringify(plain(countFacets(visibilityOf(defaults), dataset, defaults).dated)));
  }
  equal([counted > 1000, differing > 200], [true, true]);
});
