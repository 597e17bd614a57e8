// Citations of the atlas and of its events, as they are copied.

import { atlasCitation, eventCitation, placeCitation } from "../../../app/browser/core/citing.js";
import { speak } from "../../../app/browser/core/direction.js";
import { equal } from "../assert.js";
import { openMadeUp } from "./made_up.js";

const TEXT = /** @type {any} */ ({ reports: [{ publisher: "The Gazette", title: "", published: "", url: "https://gazette.example/1", archive_url: "", accessed: "" }] });
const NOON = new Date(2026, 10, 25, 12);
globalThis.document = /** @type {any} */ ({ baseURI: "https://atlas.example/iraq/about?lang=ar" });

/** @param {string} query */
function opened(query = "") {
  const { atlas } = openMadeUp(query);
  speak({ dir: "", lang: "" }, atlas.language());
  return atlas;
}

Deno.test("the atlas is cited by title, address of its start page, and the reader's own day", () => {
  const atlas = opened();
  const { app_title: title, app_subtitle: subtitle } = atlas.words();
  equal(atlasCitation(atlas, NOON), `${title}: ${subtitle}. https://atlas.example/iraq/ (read on 25 Nov 2026)`);
});

Deno.test("an edition is named where the tables have one", () => {
  const atlas = opened();
  atlas.dataset.edition = "2026-04-21-1a2b3c4d";
  equal(atlasCitation(atlas, NOON).includes(". Version 2026-04-21-1a2b3c4d. https"), true);
});

Deno.test("an event is cited by its own title and address, in the language of the page and whatever is filtered", () => {
  for (const query of ["from=2001-01-01", "lang=ar"]) {
    const atlas = opened(query);
    const event = atlas.dataset.events[0];
    const text = eventCitation(atlas, event, TEXT, NOON);
    equal(text.includes(event.title[atlas.language().code]), true);
    equal(text.includes(` https://atlas.example/iraq/?selected=${event.id} (`), true);
  }
});

Deno.test("an event of a layer beyond the essay is cited with that layer, without which its address would not open it", () => {
  const atlas = opened();
  const event = atlas.dataset.events.find(({ layer }) => layer !== atlas.dataset.ownLayer);
  equal(eventCitation(atlas, event, TEXT, NOON).includes(` https://atlas.example/iraq/?selected=${event.id}&layers=${event.layer} (`), true);
});

Deno.test("an event is cited with the essay's paragraphs, where it is the essay's, and with each report, a line each", () => {
  const atlas = opened();
  const { events, ownLayer } = atlas.dataset;
  const own = events.find(({ layer, paragraphs }) => layer === ownLayer && paragraphs.length);
  const [, essay, report, ...more] = eventCitation(atlas, own, TEXT, NOON).split("\n");
  equal([essay.startsWith(atlas.words().cite_essay), report, more], [true, "The Gazette. https://gazette.example/1", []]);
  const other = events.find(({ layer }) => layer !== ownLayer);
  equal(eventCitation(atlas, other, TEXT, NOON).split("\n").slice(1), ["The Gazette. https://gazette.example/1"]);
});

Deno.test("a place is cited by its name and its address", () => {
  const atlas = opened("lang=ar");
  const place = atlas.dataset.places[0];
  const text = placeCitation(atlas, place, NOON);
  equal(text.includes(place.name.ar), true);
  equal(text.includes(` https://atlas.example/iraq/?selected=place%3A${place.id} (`), true);
});
