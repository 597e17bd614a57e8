import { addMonths, isoOf, makeScale, ordinalOf } from "../../../app/browser/core/dates.js";
import { equal } from "../assert.js";

Deno.test("a day is the same as an ordinal and as a text, from the year 1 on", () => {
  equal(ordinalOf("0001-01-01"), 1);
  equal(ordinalOf("2024-12-08"), 739228);
  equal(isoOf(739228), "2024-12-08");
  equal(ordinalOf("2024-02-30"), null);
});

Deno.test("a month later is never beyond the month's end", () => {
  equal(isoOf(addMonths(ordinalOf("2025-01-31"), 1)), "2025-02-28");
  equal(isoOf(addMonths(ordinalOf("2024-03-31"), -1)), "2024-02-29");
});

Deno.test("a scale maps days to positions and back, and holds to its ends", () => {
  const scale = makeScale({ days: [0, 100, 200], positions: [0, 0.9, 1] });
  equal(scale.position(50), 0.45);
  equal(scale.day(0.95), 150);
  equal([scale.position(-5), scale.position(300)], [0, 1]);
  equal([scale.inside(-5), scale.inside(300)], [0, 200]);
});
