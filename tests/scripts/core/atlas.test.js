import { FILTERED_OUT, OFF_SCREEN, OUTSIDE_RANGE, SHOWN, UNDATED } from "../../../app/browser/core/visibility.js";
import { ordinalOf } from "../../../app/browser/core/dates.js";
import { timelineFile } from "../../../app/browser/core/atlas.js";
import { equal } from "../assert.js";
import { openMadeUp, settled, warnings } from "./made_up.js";

Deno.test("a subscriber is called at once, as the first time, and then once for each frame with changes", () => {
  const { atlas, frames } = openMadeUp("from=2024-12-01&to=2024-12-31");
  const heard = [];
  const end = new AbortController();
  atlas.subscribe(({ first, filtered, ranged, dressed, range, changed }) => heard.push([first, filtered, ranged, dressed, range, changed("camera")]), end.signal);
  const range = [ordinalOf("2024-12-01"), ordinalOf("2024-12-31")];
  equal(heard, [[true, true, true, true, range, true]]);
  atlas.view.set({ camera: [33, 44, 6] });
  frames.run();
  equal(heard[1], [false, false, false, false, range, true]);
  atlas.view.set({ start: range[0] + 1 });
  frames.run();
  equal(heard[2], [false, false, true, false, [range[0] + 1, range[1]], false]);
  atlas.view.set({ themes: ["red"] });
  frames.run();
  equal(heard[3].slice(0, 4), [false, true, true, false]);
  atlas.view.set({ language: "ar" });
  frames.run();
  equal(heard[4].slice(0, 4), [false, false, false, true]);
  atlas.setAppearance("dark");
  atlas.setAppearance("dark");
  frames.run();
  equal(heard[5].slice(0, 4), [false, false, false, true]);
  end.abort();
  atlas.view.set({ language: "en" });
  frames.run();
  equal(heard.length, 6);
});

Deno.test("words, language and palette are those of the present View and appearance", () => {
  const { atlas } = openMadeUp("lang=ar");
  equal([atlas.language().direction, atlas.words() === atlas.looks.words.ar], ["rtl", true]);
  equal([atlas.appearance(), atlas.palette() === atlas.looks.palettes.light], ["light", true]);
  atlas.view.set({ language: "en" });
  atlas.setAppearance("dark");
  equal([atlas.language().code, atlas.words() === atlas.looks.words.en, atlas.palette() === atlas.looks.palettes.dark], ["en", true, true]);
});

Deno.test("what is shown is right before the first frame, and in the frame of each change before anybody paints", () => {
  const { atlas, frames, shown, index } = openMadeUp("from=2024-12-08&to=2024-12-08");
  equal(shown(), ["fall", "since", "end-unknown", "month", "offensive"]);
  let painted = -1;
  atlas.subscribe(({ first }) => { if (!first) painted = atlas.visibility.status[index("visit")]; });
  atlas.view.set({ basis: "reports", end: ordinalOf("2024-12-26") });
  frames.run();
  equal(painted, SHOWN);
});

Deno.test("the partition's revision goes up with each filter, and with no move of the range", () => {
  const { atlas, frames } = openMadeUp();
  const { visibility } = atlas;
  const revision = visibility.revision;
  atlas.setRange([ordinalOf("2024-12-01"), ordinalOf("2024-12-31")], { moving: true });
  frames.run();
  equal([visibility.revision, visibility.tally[OUTSIDE_RANGE] > 0], [revision, true]);
  atlas.view.set({ kinds: ["visit"] });
  frames.run();
  equal([visibility.revision, visibility.tally[FILTERED_OUT] > 0], [revision + 1, true]);
  equal(visibility.tally.reduce((sum, n) => sum + n), atlas.dataset.events.length);
});

Deno.test("a range that reaches an end of the axis has no limit there", () => {
  const { atlas } = openMadeUp();
  const { first, last } = atlas.scale();
  const middle = ordinalOf("2024-12-08");
  atlas.setRange([first, middle]);
  equal([atlas.view.get().start, atlas.view.get().end, atlas.range()], [null, middle, [first, middle]]);
  atlas.setRange([middle, last + 5], { step: true });
  equal([atlas.view.get().start, atlas.view.get().end, atlas.range()], [middle, null, [middle, last]]);
});

Deno.test("selecting what is selected lets it go; each is a step", () => {
  const { atlas, frames, address } = openMadeUp();
  for (const id of ["fall", "visit", "visit"]) {
    atlas.select(id);
    frames.run();
  }
  equal(address.written, [{ query: "selected=fall", isStep: true }, { query: "selected=visit", isStep: true }, { query: "", isStep: true }]);
});

Deno.test("showing an event that is shown selects it and changes nothing else", () => {
  const { atlas, frames, address } = openMadeUp("from=2024-12-01&to=2024-12-31&theme=red&lang=ar");
  atlas.show("fall");
  frames.run();
  equal(address.written, [{ query: "from=2024-12-01&to=2024-12-31&theme=red&selected=fall&lang=ar", isStep: true }]);
});

Deno.test("showing an event beyond the range lifts the range and the wish for certainty, and keeps the filters", () => {
  const { atlas } = openMadeUp("from=2024-12-01&to=2024-12-31&match=certainly&theme=red&dates=reports");
  atlas.show("meeting");
  equal(atlas.view.parameters(), { dates: "reports", theme: "red", selected: "meeting" });
});

Deno.test("showing an event that a filter stops lifts the filters and keeps the range", async () => {
  const { atlas, frames } = openMadeUp("from=2024-12-01&to=2024-12-31&theme=blue&words=nothing+of+the+kind&kind=visit");
  await atlas.prepareSearch();
  frames.run();
  atlas.show("fall");
  equal(atlas.view.parameters(), { from: "2024-12-01", to: "2024-12-31", selected: "fall" });
});

Deno.test("an undated event does not cost the reader the range, and what is off the map keeps the extent", () => {
  const { atlas, frames, index } = openMadeUp("from=2024-12-01&to=2024-12-31&extent=map");
  atlas.setSight(Uint8Array.from(atlas.dataset.events, ({ id }) => Number(id !== "visit")));
  frames.run();
  equal([atlas.visibility.status[index("undated")], atlas.visibility.status[index("visit")]], [UNDATED, OFF_SCREEN]);
  atlas.show("undated");
  equal(atlas.view.parameters(), { from: "2024-12-01", to: "2024-12-31", extent: "map", selected: "undated" });
  atlas.show("visit");
  equal(atlas.view.parameters().selected, "visit");
});

Deno.test("showing an event of a layer that is off switches it on, and lifts what else would stop it", () => {
  const { atlas, frames, shown } = openMadeUp("layers=context&theme=red");
  atlas.show("later", { paragraph: 3 });
  frames.run();
  equal(atlas.view.parameters(), { layers: "context,after", selected: "later", paragraph: "3" });
  equal(shown().includes("later"), true);
});

Deno.test("showing an id that no event has does nothing", () => {
  const { atlas, frames } = openMadeUp();
  atlas.show("constructor");
  equal([frames.run(), atlas.view.get().selected], [0, ""]);
});

Deno.test("a layer brings its events and its part of the axis, and takes them and a selection among them away again", () => {
  const { atlas, frames, shown } = openMadeUp();
  const { last } = atlas.scale();
  atlas.view.set({ layers: ["after"] });
  frames.run();
  equal([shown().includes("later"), atlas.scale().last > last, atlas.range()[1] === atlas.scale().last], [true, true, true]);
  atlas.setRange([ordinalOf("2030-01-01"), ordinalOf("2031-05-01")], { step: true });
  atlas.select("much-later");
  frames.run();
  equal(shown().includes("much-later"), true);
  atlas.view.set({ layers: [] });
  frames.run();
  equal([atlas.view.get().selected, atlas.view.get().start, atlas.scale().last, shown().includes("much-later")], ["", null, last, false]);
});

Deno.test("a filter that stops what is selected closes it", () => {
  const { atlas, frames, address } = openMadeUp("selected=fall");
  atlas.view.set({ themes: ["red"] }, { step: true });
  frames.run();
  equal(atlas.view.get().selected, "fall");
  atlas.view.set({ kinds: ["visit"] }, { step: true });
  frames.run();
  equal(address.written.at(-1), { query: "theme=red&kind=visit", isStep: true });
});

Deno.test("a place stays selected as long as the filters pass an event there, from where one came included", () => {
  const { atlas, frames } = openMadeUp("selected=place:baghdad");
  atlas.view.set({ kinds: ["visit"] });
  frames.run();
  equal(atlas.view.get().selected, "place:baghdad");
  atlas.view.set({ kinds: ["claim"] });
  frames.run();
  equal(atlas.view.get().selected, "");
});

Deno.test("neither the range nor the map's extent closes what is selected, nor what comes with an address", () => {
  const { atlas, frames, address } = openMadeUp("selected=fall&kind=visit");
  equal(atlas.view.get().selected, "fall");
  atlas.setSight(new Uint8Array(atlas.dataset.events.length));
  atlas.view.set({ start: ordinalOf("2025-01-01"), extent: true });
  frames.run();
  equal(atlas.view.get().selected, "fall");
  address.goBackTo("selected=fall&kind=meeting");
  frames.run();
  equal(atlas.view.get().selected, "fall");
});

Deno.test("a filter that selects at the same time keeps what it selects", () => {
  const { atlas, frames } = openMadeUp();
  atlas.view.set({ kinds: ["visit"], selected: "fall" });
  frames.run();
  equal(atlas.view.get().selected, "fall");
});

Deno.test("words are looked up as soon as the texts to search have come, which are fetched once", async () => {
  const { atlas, frames, asked, shown } = openMadeUp();
  const all = shown();
  atlas.view.set({ words: "السوداني" });
  frames.run();
  equal([shown(), asked], [all, ["search"]]);
  await settled();
  const filtered = [];
  atlas.subscribe((change) => filtered.push(change.filtered));
  equal([frames.run(), filtered], [1, [true, true]]);
  equal(shown(), ["meeting", "visit", "until"]);
  atlas.view.set({ words: "sharaa" });
  frames.run();
  equal([shown(), asked], [["fall", "meeting"], ["search"]]);
  atlas.view.set({ words: " " });
  frames.run();
  equal(shown(), all);
});

Deno.test("texts that are fetched before anybody searches ask for no frame", async () => {
  const { atlas, frames, asked } = openMadeUp();
  await atlas.prepareSearch();
  await atlas.prepareSearch();
  equal([frames.run(), asked], [0, ["search"]]);
});

Deno.test("a search whose texts come late closes a card that is not among its results, but none that came with its address", async () => {
  const typed = openMadeUp("selected=visit");
  typed.atlas.view.set({ words: "doha" });
  typed.frames.run();
  equal(typed.atlas.view.get().selected, "visit");
  await settled();
  typed.frames.run();
  equal([typed.atlas.view.get().selected, typed.address.written.at(-1).query], ["", "words=doha"]);
  const linked = openMadeUp("selected=visit&words=doha");
  await settled();
  linked.frames.run();
  equal([linked.atlas.view.get().selected, linked.shown()], ["visit", ["meeting", "turn-of-year"]]);
});

Deno.test("a search that fails is tried again by the next one", async () => {
  const { atlas, frames, asked, failing, shown } = openMadeUp();
  failing.add("search");
  const warned = await warnings(async () => {
    atlas.view.set({ words: "sharaa" });
    frames.run();
    await settled();
  });
  failing.clear();
  atlas.view.set({ words: "sudani" });
  frames.run();
  await settled();
  frames.run();
  equal([warned, asked, shown()], [1, ["search", "search"], ["meeting", "visit", "until"]]);
});

Deno.test("what the map shows decides where its extent counts, and costs no frame where it does not or is the same", () => {
  const { atlas, frames, shown } = openMadeUp();
  const sight = (/** @type {string[]} */ ...ids) => Uint8Array.from(atlas.dataset.events, ({ id }) => Number(ids.includes(id)));
  atlas.setSight(sight("fall", "visit"));
  equal(frames.run(), 0);
  atlas.view.set({ extent: true });
  frames.run();
  equal(shown(), ["fall", "visit"]);
  atlas.setSight(sight("fall", "visit"));
  equal(frames.run(), 0);
  atlas.setSight(sight("visit"));
  equal([frames.run(), shown(), atlas.sight()?.length], [1, ["visit"], atlas.dataset.events.length]);
});

Deno.test("what the tables do not have is dropped from the address, and named", () => {
  const { atlas } = openMadeUp("theme=gone&from=1700-01-01&to=1800-01-01&selected=fall&lang=xx");
  equal([atlas.view.invalid(), atlas.view.parameters()], [["lang", "theme", "from", "to"], { selected: "fall" }]);
});

Deno.test("each date source and choice of layers has a file of its timeline", () => {
  const { atlas } = openMadeUp("dates=reports&layers=after,context");
  equal(timelineFile(atlas.dataset, atlas.view.get()), "timeline/reports/context+after");
  atlas.view.set({ basis: "essay", layers: [] });
  equal(timelineFile(atlas.dataset, atlas.view.get()), "timeline/essay/none");
});
