import { answersTo } from "../../../app/browser/core/answers.js";
import { equal } from "../assert.js";
import { openMadeUp } from "./made_up.js";

const { dataset } = openMadeUp().atlas;
/** What is answered, in short. @param {string} words @param {string} [language] @param {string[]} [layers] */
const answered = (words, language = "en", layers = []) =>
  answersTo(words, dataset, language, layers).map(({ field, name, dated, undated }) => [field, name, dated, undated]);

Deno.test("places and actors are answers in either script and in any spelling, with the events that name them", () => {
  equal(answered("doha"), [["places", "Doha", 2, 0]]);
  equal(answered("dawha"), [["places", "Doha", 2, 0]]);
  equal(answered("الدوحه", "ar"), [["places", "الدوحة", 2, 0]]);
  equal(answered("SHARAA"), [["actors", "Ahmed al-Sharaa", 2, 0]]);
  equal(answered("الشرع"), [["actors", "Ahmed al-Sharaa", 2, 0]]);
  equal(answered("jolani golani"), []);
});

Deno.test("a place counts the events that set out from it, and what is undated apart; layers count where they are on", () => {
  equal(answered("baghdad"), [["places", "Baghdad", 3, 1]]);
  equal(answered("baghdad", "en", ["after"]), [["places", "Baghdad", 4, 1]]);
});

Deno.test("one letter, and what is no word, is no question", () => {
  equal([answered("d"), answered("  "), answered("-"), answered("no such place")], [[], [], [], []]);
});

Deno.test("names that begin with the words come before those of which a word does, and these before the rest", () => {
  const named = (/** @type {string[]} */ names) => names.map((name, index) => ({ index, id: name, name: { en: name }, spellings: "" }));
  const events = [0, 1, 2, 3].flatMap((actor) => Array.from({ length: 4 - actor }, (_, at) => ({ index: at, layer: "essay", actors: [actor], places: [], from: -1 })));
  const made = /** @type {any} */ ({
    ...dataset, events, places: [], actors: named(["Kamal Aza", "Basra Aman", "Amal", "Iman Amin", "Amjad, of whom nothing is said"]),
  });
  const order = answersTo("am", made, "en", []).map(({ name }) => name);
  equal(order, ["Amal", "Basra Aman", "Iman Amin", "Kamal Aza"]);
});

Deno.test("no more than a few of each are answers", () => {
  const places = Array.from({ length: 30 }, (_, index) => ({ index, id: `p${index}`, name: { en: `Port ${index}` }, spellings: "" }));
  equal(answersTo("port", /** @type {any} */ ({ ...dataset, places }), "en", []).length, 4);
});
