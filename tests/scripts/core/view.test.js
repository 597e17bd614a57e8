import { openView } from "../../../app/browser/core/view.js";
import { equal } from "../assert.js";
import { MADE_UP, makeAddress, makeFrames } from "./made_up.js";

const RULES = { clean: (view) => ({ view, invalid: [] }), settle: () => ({}) };

/** A store for an address, driven by hand. @param {object} [rules] */
function open(query = "", rules = {}) {
  const [frames, address] = [makeFrames(), makeAddress(query)];
  const store = openView(MADE_UP.looks.fields, address, { ...RULES, ...rules }, frames.inNextFrame);
  const changes = [];
  store.subscribe((change) => changes.push(change));
  return { store, frames, address, changes };
}

Deno.test("the View is what the address says, and its default where that says nothing", () => {
  const { store } = open("theme=red&lang=ar");
  const { themes, language, basis, start } = store.get();
  equal([themes, language, basis, start], [["red"], "ar", "essay", null]);
});

Deno.test("a change is there at once, and published once in the next frame however many there were", () => {
  const { store, frames, changes } = open();
  store.set({ words: "d" });
  store.set({ words: "do" });
  store.set({ words: "doha", basis: "reports" });
  equal([store.get().words, changes.length], ["doha", 0]);
  equal(frames.run(), 1);
  equal(changes.length, 1);
  const [{ view, before, changed }] = changes;
  equal([view.words, before.words], ["doha", ""]);
  equal([changed("words"), changed("start", "basis"), changed("start", "end"), changed()], [true, true, false, false]);
  equal(frames.run(), 0);
});

Deno.test("each change is measured against what was published last", () => {
  const { store, frames, changes } = open();
  store.set({ words: "doha" });
  frames.run();
  store.set({ themes: ["red"] });
  frames.run();
  equal([changes[1].before.words, changes[1].changed("words"), changes[1].changed("themes")], ["doha", false, true]);
});

Deno.test("a list with the same ids is no change", () => {
  const { store, frames, changes } = open("theme=red,blue");
  store.set({ themes: ["red", "blue"] });
  frames.run();
  equal(changes.map(({ changed }) => changed("themes")), [false]);
});

Deno.test("while something moves nothing is written, and its end is a step", () => {
  const { store, frames, address, changes } = open();
  for (const start of [739000, 739001, 739002]) {
    store.set({ start }, { moving: true });
    frames.run();
  }
  equal([address.written, changes.length], [[], 3]);
  store.set({ start: 739002 }, { step: true });
  frames.run();
  equal(address.written, [{ query: "from=2024-04-26", isStep: true }]);
  equal(changes.length, 4);
});

Deno.test("a release in the frame of the last move ends the moving", () => {
  const { store, frames, changes } = open();
  store.set({ start: 739000 }, { moving: true });
  store.set({ start: 739000 });
  frames.run();
  equal(changes.map(({ isMoving }) => isMoving), [false]);
});

Deno.test("a move that moves nothing asks for no frame", () => {
  const { store, frames } = open();
  store.set({ start: null }, { moving: true });
  equal(frames.run(), 0);
});

Deno.test("what is no step takes the place of the address; with a step in the same frame both are one", () => {
  const { store, frames, address } = open();
  store.set({ language: "ar" });
  frames.run();
  store.set({ words: "doha" }, { step: true });
  store.set({ camera: [33, 44, 6] });
  frames.run();
  store.set({ camera: [33, 44, 7] });
  frames.run();
  equal(address.written.map(({ isStep }) => isStep), [false, true, false]);
  equal(address.written[1].query, "words=doha&camera=33%2C44%2C6&lang=ar");
});

Deno.test("the address is written after all subscribers have painted", () => {
  const { store, frames, address } = open();
  let writtenBefore = -1;
  store.subscribe(() => { writtenBefore = address.written.length; });
  store.set({ words: "doha" });
  frames.run();
  equal([writtenBefore, address.written.length], [0, 1]);
});

Deno.test("a subscriber hears nothing after its end, even if another one ends it in the same frame", () => {
  const { store, frames } = open();
  const heard = [];
  const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
  third.abort();
  store.subscribe(() => { heard.push("first"); second.abort(); }, first.signal);
  store.subscribe(() => heard.push("second"), second.signal);
  store.subscribe(() => heard.push("third"), third.signal);
  store.set({ words: "a" });
  frames.run();
  first.abort();
  store.set({ words: "b" });
  frames.run();
  equal(heard, ["first"]);
});

Deno.test("one subscriber that fails is reported and takes no other with it", () => {
  const { store, frames, address } = open();
  const reported = [];
  const take = (/** @type {ErrorEvent} */ event) => { event.preventDefault(); reported.push(event.error.message); };
  addEventListener("error", take);
  let painted = 0;
  store.subscribe(() => { throw new Error("a panel's"); });
  store.subscribe(() => { painted += 1; });
  store.set({ words: "a" });
  frames.run();
  removeEventListener("error", take);
  equal([reported, painted, address.written.length], [["a panel's"], 1, 1]);
});

Deno.test("what a subscriber sets is published in the frame after", () => {
  const { store, frames, changes } = open();
  store.subscribe(({ changed }) => changed("words") && store.set({ selected: "fall" }));
  store.set({ words: "a" });
  equal([frames.run(), changes.length, store.get().selected], [1, 1, "fall"]);
  equal([frames.run(), changes.length, changes[1].changed("selected")], [1, 2, true]);
});

Deno.test("Back brings the earlier address's View and writes nothing", () => {
  const { store, frames, address, changes } = open("theme=red");
  store.set({ words: "doha" }, { step: true });
  frames.run();
  store.set({ words: "baghdad" }, { step: true });
  address.goBackTo("theme=red");
  equal(frames.run(), 1);
  equal([store.get().words, store.get().themes, address.written.length], ["", ["red"], 1]);
  equal(changes.at(-1).changed("words"), true);
});

Deno.test("an address that has lost the View is given it back, as no step", () => {
  const { store, address } = open("theme=red&lang=ar");
  store.restore();
  equal(address.written, [{ query: "theme=red&lang=ar", isStep: false }]);
  equal(store.parameters(), { theme: "red", lang: "ar" });
});

Deno.test("invalid parameters are noted until the reader goes on, or another address comes", () => {
  const { store, frames, address } = open("from=yesterday&lang=ar", { clean: (view) => ({ view, invalid: ["theme", "from"] }) });
  equal(store.invalid(), ["from", "theme"]);
  store.set({ language: "en", camera: [1, 2, 3] });
  frames.run();
  equal(store.invalid(), ["from", "theme"]);
  store.set({ words: "doha" });
  frames.run();
  equal(store.invalid(), []);
  address.goBackTo("to=2024-13-01");
  frames.run();
  equal(store.invalid(), ["to", "theme", "from"]);
});

Deno.test("what follows from a change is part of the same change", () => {
  const seen = [];
  const settle = (change, isFromAddress) => {
    seen.push(isFromAddress);
    return change.changed("words") ? { selected: "" } : {};
  };
  const { store, frames, address, changes } = open("selected=fall", { settle });
  store.set({ words: "doha" });
  frames.run();
  equal([store.get().selected, changes[0].view.selected, changes[0].changed("selected")], ["", "", true]);
  equal(address.written[0].query, "words=doha");
  address.goBackTo("selected=fall");
  frames.run();
  equal(seen, [false, true]);
});

Deno.test("who is waited for can call all subscribers though nothing of the View has changed", () => {
  const { store, frames, address, changes } = open();
  store.touch();
  store.touch();
  equal([frames.run(), changes.length, changes[0].changed("words", "selected"), address.written], [1, 1, false, []]);
});

Deno.test("subscribers are told of a step, even of one that changes nothing", () => {
  const { store, frames, changes } = open();
  store.set({ start: 739000 }, { moving: true });
  frames.run();
  store.set({ words: "doha" });
  frames.run();
  store.set({ words: "doha" }, { step: true });
  frames.run();
  equal(changes.map(({ isStep }) => isStep), [false, false, true]);
});
