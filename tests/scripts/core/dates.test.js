import { addMonths, isoOf, ordinalOf } from "../../../app/browser/core/dates.js";
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
