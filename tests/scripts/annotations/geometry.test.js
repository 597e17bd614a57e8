import { placeAnnotation } from "../../../app/browser/annotations/geometry.js";
import { equal } from "../assert.js";

const SLIDE = { w: 1280, h: 720 };
const TEXT = { w: 120, h: 30 };
const given = (more) => ({ anchor: { x: 640, y: 360 }, clear: 12, offset: { x: 150, y: -90 }, text: TEXT, slide: SLIDE, ...more });
const points = (path) => [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
const distance = (one, other) => Math.hypot(one.x - other.x, one.y - other.y);

Deno.test("an arrow's text stands around the end of its offset, and its tip where the mark begins", () => {
  const { box, line, head, ring, tail } = placeAnnotation("arrow", given({}));
  equal(box, { x: 730, y: 255, w: 120, h: 30 });
  equal([ring, tail], [null, ""]);
  const [tip] = points(head);
  equal(Math.round(distance(tip, { x: 640, y: 360 })), 12);
  const [from] = points(line);
  equal(from.x < box.x + box.w && from.y > box.y + box.h, true);
});

Deno.test("a text that would be cut stays on the slide, and its arrow still reaches the anchor", () => {
  for (const offset of [{ x: 5000, y: 0 }, { x: -5000, y: -5000 }, { x: 0, y: 5000 }]) {
    const { box, head } = placeAnnotation("arrow", given({ offset }));
    equal([box.x >= 0, box.y >= 0, box.x + box.w <= SLIDE.w, box.y + box.h <= SLIDE.h], [true, true, true, true]);
    equal(Math.round(distance(points(head)[0], { x: 640, y: 360 })), 12);
  }
});

Deno.test("a text over its anchor has no arrow and no tail", () => {
  for (const shape of ["arrow", "callout"]) {
    const { line, head, tail } = placeAnnotation(shape, given({ offset: { x: 4, y: -4 } }));
    equal([line, head, tail], ["", "", ""]);
  }
});

Deno.test("a callout's tail begins under its box and ends at the mark", () => {
  const { tail } = placeAnnotation("callout", given({}));
  equal(Math.round(distance(points(tail)[1], { x: 640, y: 360 })), 12);
});

Deno.test("a ring is as large as its offset is long, and its text stands outside it", () => {
  const { ring, box, end } = placeAnnotation("ring", given({ offset: { x: 60, y: 80 } }));
  equal(ring, { x: 640, y: 360, r: 100 });
  equal(end, { x: 700, y: 440 });
  const corners = [[box.x, box.y], [box.x + box.w, box.y]].map(([x, y]) => distance({ x, y }, ring));
  equal(Math.min(...corners) >= 100, true);
  equal(placeAnnotation("ring", given({ offset: { x: 0, y: 0 } })).ring?.r, 14);
});
