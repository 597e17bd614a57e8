import { equal } from "../assert.js";
import { openMadeUp, settled, warnings } from "./made_up.js";

Deno.test("a card is fetched when it is asked for, once, and then everybody is called again", async () => {
  const { atlas, frames, asked, index } = openMadeUp();
  let painted = 0;
  atlas.subscribe(() => { painted += 1; });
  equal([atlas.cards.card(index("fall")), atlas.cards.card(index("fall")), atlas.cards.card(index("meeting"))], [undefined, undefined, undefined]);
  equal([asked, frames.run()], [["cards/en/0"], 0]);
  await settled();
  equal([frames.run(), painted], [1, 2]);
  equal([atlas.cards.card(index("fall"))?.note, atlas.cards.card(index("meeting"))?.note], ["A note on fall", "A note on meeting"]);
  equal(asked.length, 1);
});

Deno.test("each card comes in the file that has its place in the table", async () => {
  const { atlas, asked } = openMadeUp("layers=context,after");
  const { dataset, cards } = atlas;
  for (const { index } of dataset.events) cards.card(index);
  await settled();
  equal(asked.length, Math.ceil(dataset.events.length / dataset.cardsInAFile));
  equal(asked.length, dataset.cardFiles);
  equal(dataset.events.map(({ index }) => cards.card(index)?.note), dataset.events.map(({ id }) => `A note on ${id}`));
});

Deno.test("a file that has failed is fetched again by the next who asks", async () => {
  const { atlas, frames, asked, failing } = openMadeUp();
  failing.add("cards/en/0");
  const warned = await warnings(async () => {
    atlas.cards.card(0);
    await settled();
  });
  equal([warned, frames.run(), atlas.cards.card(0)], [1, 0, undefined]);
  failing.clear();
  await warnings(settled);
  atlas.cards.card(0);
  await settled();
  equal([asked.filter((name) => name === "cards/en/0").length >= 2, atlas.cards.card(0)?.note], [true, "A note on fall"]);
});

Deno.test("in another language the texts are others, and those of the first are kept", async () => {
  const { atlas, frames, asked } = openMadeUp();
  atlas.cards.card(0);
  atlas.cards.register();
  await settled();
  frames.run();
  atlas.view.set({ language: "ar" });
  frames.run();
  equal([atlas.cards.card(0), atlas.cards.register()], [undefined, undefined]);
  await settled();
  equal([atlas.cards.card(0)?.note, atlas.cards.register()?.places.length], ["ملاحظة على fall", atlas.dataset.places.length]);
  atlas.view.set({ language: "en" });
  equal([atlas.cards.card(0)?.note, asked], ["A note on fall", ["cards/en/0", "register/en", "cards/ar/0", "register/ar"]]);
});

Deno.test("the document's paragraphs are the same in every language", async () => {
  const { atlas, asked } = openMadeUp();
  equal(atlas.cards.paragraphs(), undefined);
  await settled();
  equal(atlas.cards.paragraphs()?.map(({ section, text }) => `${section}: ${text}`), ["First: One.", "First: Two.", "Second: Three."]);
  atlas.view.set({ language: "ar" });
  equal([atlas.cards.paragraphs()?.length, asked], [3, ["document"]]);
});

Deno.test("all files of the language can be fetched ahead, each once", async () => {
  const { atlas, asked } = openMadeUp();
  atlas.cards.card(0);
  await atlas.cards.fetchAll();
  await atlas.cards.fetchAll();
  const files = Array.from({ length: atlas.dataset.cardFiles }, (_, number) => `cards/en/${number}`);
  equal([...asked].sort(), [...files, "document", "register/en"].sort());
});
