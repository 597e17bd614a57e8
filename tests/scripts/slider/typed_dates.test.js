import TYPED from "../../cases/typed_dates.json" with { type: "json" };
import { isoOf } from "../../../app/browser/core/dates.js";
import { daysOfReading, readTypedDate } from "../../../app/browser/slider/typed_dates.js";
import { equal } from "../assert.js";

Deno.test("a typed date has the readings of the shared cases, and is taken or asked about as they say", () => {
  for (const { text, readings, takes, fault = "" } of TYPED.cases) {
    const read = readTypedDate(text);
    equal({ text, readings: read.readings, takes: read.isPlain, fault: read.fault }, { text, readings, takes, fault });
  }
  equal(TYPED.cases.length > 50, true);
});

Deno.test("only a year of two figures may be of another century", () => {
  const short = TYPED.cases.filter(({ text }) => readTypedDate(text).isShortYear).map(({ text }) => text);
  equal(short, ["26-12-24", "8/12/24", "26-Dec-24"]);
});

Deno.test("what is no text of a date, or longer than one, is none", () => {
  for (const text of ["", "   ", "x".repeat(5000), `2024-12-08 ${"and so on ".repeat(20)}`, "<12> 2024 <", "12|13"]) {
    equal([text.length, readTypedDate(text).readings, readTypedDate(text).fault], [text.length, [], "date_unreadable"]);
  }
});

Deno.test("a reading has a first and a last day, which are one for a day", () => {
  const days = (/** @type {string} */ edtf) => daysOfReading(edtf).map(isoOf);
  equal(days("2024-12-08"), ["2024-12-08", "2024-12-08"]);
  equal(days("2024-02"), ["2024-02-01", "2024-02-29"]);
  equal(days("2024-12"), ["2024-12-01", "2024-12-31"]);
  equal(days("2023"), ["2023-01-01", "2023-12-31"]);
  equal(days("2003/2005"), ["2003-01-01", "2005-12-31"]);
  equal(days("0050"), ["0050-01-01", "0050-12-31"]);
});
