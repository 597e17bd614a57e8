import { chosenBy, conditionsOf, unrestricted } from "../../../app/browser/core/conditions.js";
import { equal } from "../assert.js";
import { openMadeUp } from "./made_up.js";

/** What is on at an address, in short, and what each of it leaves when it is lifted. @param {string} query */
function on(query) {
  const { atlas } = openMadeUp(query);
  return conditionsOf(atlas).map(({ field, id, isExcluded, without }) => [field, isExcluded ? `not ${id}` : id, without]);
}

Deno.test("nothing is on where the View restricts nothing, whatever its range, selection and language", () => {
  equal(on(""), []);
  equal(on("from=2024-12-01&to=2024-12-31&selected=fall&lang=ar"), []);
});

Deno.test("each choice of a list that begins empty is a condition of its own", () => {
  equal(on("actor=sharaa,sudani&kind=visit"), [
    ["actors", "sharaa", { actors: ["sudani"] }],
    ["actors", "sudani", { actors: ["sharaa"] }],
    ["kinds", "visit", { kinds: [] }],
  ]);
});

Deno.test("of a list that begins full either what is chosen or what is left out is named, whichever is less", () => {
  equal(on("agreement=conflicts"), [["agreements", "conflicts", { agreements: [] }]]);
  equal(on("agreement=confirms,refines,conflicts"), [["agreements", "not not_found", { agreements: [] }]]);
  equal(on("agreement=confirms,refines"), [
    ["agreements", "confirms", { agreements: ["refines"] }],
    ["agreements", "refines", { agreements: ["confirms"] }],
  ]);
  equal(on("theme=red"), [["themes", "red", { themes: [] }]]);
});

Deno.test("a list without any tick is one condition, which is lifted by all of it", () => {
  const { atlas } = openMadeUp();
  equal(on(`theme=${atlas.looks.nothing}`), [["themes", "", { themes: [] }]]);
});

Deno.test("words, layers, extent, certainty and a date source that is not the first are conditions too", () => {
  equal(on("words=doha&layers=context,after&extent=map&match=certainly&dates=reports"), [
    ["words", "doha", { words: "" }],
    ["layers", "context", { layers: ["after"] }],
    ["layers", "after", { layers: ["context"] }],
    ["extent", "", { extent: false }],
    ["certainty", "", { certainty: "possibly" }],
    ["basis", "", { basis: "essay" }],
  ]);
});

Deno.test("after all of them nothing is on, and the range and the selection are what they were", () => {
  const { atlas, frames } = openMadeUp("from=2024-12-01&selected=fall&words=doha&layers=after&theme=red&actor=sharaa&dates=reports");
  const { start, selected } = atlas.view.get();
  atlas.view.set(unrestricted(atlas), { step: true });
  equal([conditionsOf(atlas), atlas.view.get().start, atlas.view.get().selected], [[], start, selected]);
  frames.run();
});

Deno.test("all boxes of a full list are no restriction, none is one that nothing passes; an empty list has what is ticked", () => {
  const { atlas } = openMadeUp();
  equal(chosenBy(atlas, "themes", ["red", "blue"], 2), []);
  equal(chosenBy(atlas, "themes", ["red"], 2), ["red"]);
  equal(chosenBy(atlas, "themes", [], 2), [atlas.looks.nothing]);
  equal([chosenBy(atlas, "actors", [], 2), chosenBy(atlas, "actors", ["sharaa", "sudani"], 2)], [[], ["sharaa", "sudani"]]);
});
