import { composeLanes, SCREEN_STACK, SLIDE_STACK, spreadOut } from "../../../app/browser/timeline/composition.js";
import { equal } from "../assert.js";

const WIDTH = 800;
let made = 0;
/** @returns {any} */
const item = (from, to, more = {}) => {
  const point = to - from <= 14;
  return { mark: { event: { id: `e${(made += 1)}` }, point }, from, to, isSubject: true, titleWidth: 90, rank: Number(!point), ...more };
};
const boxes = ({ titles }, line) => titles.map(({ from, top }) => ({ left: from, right: from + 90, top, bottom: top + line }));
const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

Deno.test("titles of one day stand below one another, and none covers another", () => {
  const lanes = [[item(400, 414), item(400, 414), item(400, 414)], [item(100, 300), item(395, 409)]];
  const composition = composeLanes(lanes, { width: WIDTH, most: 300, keepsAll: true, sizes: SCREEN_STACK });
  const placed = boxes(composition, SCREEN_STACK.line);
  equal(placed.length, 5);
  equal(placed.some((one, index) => placed.slice(index + 1).some((other) => overlap(one, other))), false);
});

Deno.test("for want of height titles are left out, those of the highest rank first, but no mark", () => {
  const lanes = [Array.from({ length: 12 }, (_, number) => item(0, 700, { rank: number }))];
  const composition = composeLanes(lanes, { width: WIDTH, most: 110, keepsAll: true, sizes: SCREEN_STACK });
  equal(composition.middles.size, 12);
  equal(composition.titles.length > 2 && composition.titles.length < 12, true);
  const named = composition.titles.map(({ mark }) => lanes[0].findIndex((each) => each.mark === mark));
  equal([...named].sort((a, b) => a - b), Array.from(named, (_, index) => index));
});

Deno.test("titles that cost no height stand even where the rest has too little room", () => {
  const lanes = [Array.from({ length: 20 }, (_, number) => item(10, 790, { titleWidth: 0, rank: number })), [item(300, 314)]];
  const composition = composeLanes(lanes, { width: WIDTH, most: 40, keepsAll: true, sizes: SCREEN_STACK });
  equal(composition.height > 40, true);
  equal(composition.titles.length, 1);
});

Deno.test("a lane without anything takes no room, and what is left is shared among the others", () => {
  const composition = composeLanes([[], [item(0, 14)], [item(50, 64)]], { width: WIDTH, most: 200, keepsAll: true, sizes: SCREEN_STACK });
  equal(composition.lanes.map(({ lane }) => lane), [1, 2]);
  const spread = spreadOut(composition, 200, SCREEN_STACK);
  equal(spread.height, 200);
  equal(spread.lanes.map(({ top, bottom }) => bottom - top), [100, 100]);
});

Deno.test("on a slide what is only under way gives its room first, and lanes with nothing else are left out", () => {
  const thin = () => item(0, 800, { isSubject: false, titleWidth: 0 });
  const lanes = [[item(100, 114), thin(), thin(), thin()], [thin()]];
  const roomy = composeLanes(lanes, { width: WIDTH, most: 300, sizes: SLIDE_STACK });
  equal([roomy.middles.size, roomy.lanes.length], [4, 1]);
  const tight = composeLanes(lanes, { width: WIDTH, most: 30, sizes: SLIDE_STACK });
  equal([tight.middles.size, tight.titles.length], [1, 1]);
});
