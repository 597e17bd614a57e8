import { binsOnScale, densityOf } from "../../../app/browser/slider/density.js";
import { equal } from "../assert.js";

const position = (/** @type {number} */ day) => day / 960; // ten days a bin
const spans = (/** @type {[number, number, number][]} */ rows) => {
  const [first, last, dated] = [0, 1, 2].map((column) => rows.map((row) => row[column]));
  return { first: Int32Array.from(first), last: Int32Array.from(last), dated: Uint8Array.from(dated), borrowed: new Uint8Array(rows.length) };
};
const counted = (/** @type {Int32Array} */ density) => Object.fromEntries([...density].map((count, bin) => [bin, count]).filter(([, count]) => count));
const all = () => true;

Deno.test("density counts each event where it stands, and long spans and undated events nowhere", () => {
  const bins = binsOnScale(spans([[5, 5, 1], [25, 38, 1], [30, 30, 1], [100, 400, 1], [0, 0, 0]]), position);
  const density = densityOf(bins, all);
  equal([density.length, counted(density)], [96, { 0: 1, 2: 1, 3: 2 }]);
});

Deno.test("the last day of the axis is in the last bin", () => {
  equal(counted(densityOf(binsOnScale(spans([[955, 960, 1]]), position), all)), { 95: 1 });
});

Deno.test("density counts only events that pass", () => {
  const bins = binsOnScale(spans([[5, 5, 1], [15, 15, 1]]), position);
  equal(counted(densityOf(bins, (index) => index === 1)), { 1: 1 });
  equal(counted(densityOf(bins, () => false)), {});
});
