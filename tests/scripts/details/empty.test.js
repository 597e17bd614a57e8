import VISIBILITY from "../../cases/visibility.json" with { type: "json" };
import { ordinalOf } from "../../../app/browser/core/dates.js";
import { SHOWN } from "../../../app/browser/core/visibility.js";
import { nearestOf, offersOf } from "../../../app/browser/details/empty.js";
import { equal } from "../assert.js";
import { openMadeUp } from "../core/made_up.js";

const { atlas, frames } = openMadeUp();
await atlas.prepareSearch();
const WHOLE = atlas.view.get();
const shown = () => atlas.visibility.tally[SHOWN];
const see = (/** @type {any} */ view) => {
  atlas.view.set(view);
  frames.run();
};

/** Every view of the shared cases that shows nothing. */
function* emptyViews() {
  for (const { view: given, sight } of VISIBILITY.cases) {
    /** @type {any} */
    const view = { ...WHOLE, ...given };
    for (const name of ["start", "end"]) view[name] &&= ordinalOf(view[name]);
    if (sight) atlas.setSight(Uint8Array.from(atlas.dataset.events, ({ id }) => Number(sight.includes(id))));
    see(view);
    if (!shown()) yield atlas.view.get();
  }
}

Deno.test("each offer of an empty view shows as many events as it says", () => {
  const names = new Set();
  for (const view of emptyViews()) {
    const offers = offersOf(atlas);
    equal(offers.length > 0, true);
    for (const { name, count, set } of offers) {
      names.add(name);
      see(view);
      see(set);
      equal({ view, name, count: shown() }, { view, name, count });
    }
  }
  equal(["range", "words", "themes", "actors", "all"].filter((name) => !names.has(name)), []);
});

Deno.test("what one condition alone does not undo is offered with all of them, and with the range where that stops it too", () => {
  const events = atlas.dataset.events.filter(({ id }) => id === "fall");
  const poor = { ...atlas, dataset: { ...atlas.dataset, events } };
  const offered = (/** @type {any} */ view, of = atlas) => {
    see({ ...WHOLE, ...view });
    return offersOf(of).map(({ name, set }) => [name, Object.keys(set).includes("start"), set.kinds]);
  };
  const nowhere = { kinds: ["visit"], places: ["doha"], words: "fall" };
  equal(offered(nowhere), [["all", false, []]]);
  equal(offered({ ...nowhere, start: ordinalOf("2024-12-08"), end: ordinalOf("2024-12-08") }, poor), [["all", false, []]]);
  equal(offered({ ...nowhere, start: ordinalOf("2024-12-09"), end: ordinalOf("2024-12-10") }, poor), [["all-and-range", true, []]]);
  equal(offered(nowhere, { ...poor, dataset: { ...poor.dataset, events: [] } }), []);
});

Deno.test("the nearest events are those next to the range on either side, and the widened range shows them", () => {
  const day = (/** @type {string} */ iso) => ordinalOf(iso);
  see({ ...WHOLE, kinds: ["visit", "meeting"], start: day("2025-01-10"), end: day("2025-02-10") });
  const near = nearestOf(atlas);
  equal(near.map(({ name, id, range }) => [name, id, range]), [
    ["before", "visit", [day("2024-12-26"), day("2025-02-10")]],
    ["after", "meeting", [day("2025-01-10"), day("2025-04-15")]],
  ]);
  for (const { range, id } of near) {
    see({ ...WHOLE, kinds: ["visit", "meeting"], start: range[0], end: range[1] });
    equal(atlas.visibility.status[atlas.dataset.eventById.get(id).index], SHOWN);
  }
  see({ ...WHOLE, kinds: ["visit"], start: day("2024-12-01"), end: day("2024-12-02") });
  equal(nearestOf(atlas).map(({ name, id }) => [name, id]), [["after", "visit"]]);
});
