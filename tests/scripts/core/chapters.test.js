import { windowOnRange } from "../../../app/browser/core/chapters.js";
import { makeScale } from "../../../app/browser/core/timescale.js";
import { equal } from "../assert.js";

Deno.test("a window on a range has a margin, which is no longer in days than the range allows where the scale changes its pace", () => {
  const even = makeScale({ days: [0, 1000], positions: [0, 1], breaks: [] });
  equal(windowOnRange(even, [400, 600]).map((position) => position.toFixed(3)), ["0.392", "0.608"]);
  const uneven = makeScale({ days: [0, 10_000, 10_100], positions: [0, 0.5, 1], breaks: [0.5] });
  const [start, end] = windowOnRange(uneven, [10_000, 10_099]).map(uneven.day);
  equal([start, end], [9985, 10_100]);
});
