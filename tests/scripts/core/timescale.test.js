import { makeScale } from "../../../app/browser/core/timescale.js";
import { equal } from "../assert.js";

Deno.test("a scale maps days to positions and back, and holds to its ends", () => {
  const scale = makeScale({ days: [0, 100, 200], positions: [0, 0.9, 1], breaks: [0.9] });
  equal(scale.position(50), 0.45);
  equal(scale.day(0.95), 150);
  equal([scale.position(-5), scale.position(300)], [0, 1]);
  equal([scale.inside(-5), scale.inside(300), scale.first, scale.last, scale.breaks], [0, 200, 0, 200, [0.9]]);
});
