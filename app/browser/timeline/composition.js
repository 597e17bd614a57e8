// @ts-check
// How a composed picture stacks its timeline: each event of the subject with its title in its bar or beside it, and what else is shown of its lane in a few thin
// rows below. Lanes without any of the subject's are left out: the line over the picture counts what is only under way. Lengths are px, along the axis in the direction of time.

/** @typedef {import("./document.js").Mark} Mark */
/**
 * @typedef {object} Item A mark that is in sight.
 * @property {Mark} mark
 * @property {number} from where its drawing begins
 * @property {number} to where it ends
 * @property {boolean} isSubject
 * @property {number} titleWidth 0 for one without a title
 * @property {number} rank from 0; the titles of those with the highest are left out first
 */
/** @typedef {{ from: number, to: number, height: number, title: number }} Form a way to stand: the stretch that mark and title take, and where the title begins */
/** @typedef {{ height: number, taken: [number, number][], placed: { item: Item, form: Form }[] }} Shelf */
/** @typedef {{ width: number, rowHeight: number }} Room px */
/** @typedef {{ mark: Mark, from: number, top: number, isInBar: boolean }} PlacedTitle */
/**
 * @typedef {object} Composition
 * @property {number} height
 * @property {{ lane: number, top: number, bottom: number }[]} lanes those that have something in sight, by their index
 * @property {Map<string, number>} middles by id of an event, how far its middle lies below the top
 * @property {PlacedTitle[]} titles
 */

const ROW_PX_BY_CONTENT = { numbers: 23, names: 21 }; // a badge, or a bar with its title in it
const BARE_BAR_PX = 10; // a bar of the subject for whose title there is no room
const TITLE_INSET_PX = 7; // of a title in its bar
const TITLE_LINE_PX = 20;
const UNDER_WAY_ROW_PX = { bar: 6, point: 15 }; // a point may have a ring
const UNDER_WAY_MOST_ROWS = 4; // more would only be a grey area
const LANE_PADDING_PX = 3;
const LANE_LEAST_PX = 24; // room for its name
const LANE_MOST_EXTRA_PX = 14; // half of it above, half below
const TITLE_GAP_PX = 4;
const ITEM_GAP_PX = 10;

/**
 * @param {Item[][]} lanes by lane, what is in sight of it
 * @param {number} width
 * @param {number} most height that may be taken; for want of room titles are left out
 * @param {boolean} hasNumbers any of the items has a caption's
 * @param {number} [wished] height beyond which nothing is drawn that is only under way
 * @returns {Composition}
 */
export function composeLanes(lanes, width, most, hasNumbers, wished = most) {
  const rowHeight = ROW_PX_BY_CONTENT[hasNumbers ? "numbers" : "names"];
  const titled = lanes.flat().filter(({ titleWidth }) => titleWidth > 0).sort((a, b) => a.rank - b.rank);
  // What is only under way gives its room first.
  const tries = Array.from({ length: UNDER_WAY_MOST_ROWS }, (_, row) => [titled.length, UNDER_WAY_MOST_ROWS - row]);
  for (let kept = titled.length; kept > 0; kept = Math.floor(kept * 0.9)) tries.push([kept, 0]);
  const stacked = (/** @type {number[]} */ [kept, thinRows]) => {
    const named = new Set(titled.slice(0, kept));
    return placedLanes(lanes.map((items) => shelvesOf(items, named, { width, rowHeight, thinRows })), rowHeight);
  };
  for (const each of tries) {
    const composition = stacked(each);
    if (composition.height <= (each[1] ? wished : most)) return composition;
  }
  return stacked([0, 0]);
}

/** @param {Shelf[]} shelves */
function heightOf(shelves) {
  if (!shelves.length) return 0;
  return Math.max(LANE_LEAST_PX, shelves.reduce((sum, { height }) => sum + height, 2 * LANE_PADDING_PX));
}

/** @param {Item[]} items @param {Set<Item>} named @param {Room & { thinRows: number }} room thinRows: at most @returns {Shelf[]} */
function shelvesOf(items, named, { thinRows, ...room }) {
  if (!items.some(({ isSubject }) => isSubject)) return [];
  const inOrder = [...items].sort((a, b) => a.from - b.from);
  /** @type {Shelf[]} */
  const shelves = [];
  for (const item of inOrder.filter(({ isSubject }) => isSubject)) putOnShelf(shelves, item, standingForms(item, named.has(item), room));
  /** @type {Shelf[]} */
  const thin = [];
  for (const item of inOrder.filter(({ isSubject }) => !isSubject)) {
    putOnShelf(thin, item, [{ from: item.from, to: item.to, height: UNDER_WAY_ROW_PX[item.mark.point ? "point" : "bar"], title: NaN }]);
  }
  return [...shelves, ...thin.slice(0, thinRows)];
}

/**
 * The ways in which an item can stand, the best first; the last one is always possible.
 * @param {Item} item
 * @param {boolean} isNamed
 * @param {Room} room
 * @returns {Form[]}
 */
function standingForms({ mark, from, to, titleWidth }, isNamed, { width, rowHeight }) {
  const bare = { from, to, height: titleWidth && !mark.point && !isNamed ? BARE_BAR_PX : rowHeight, title: NaN };
  if (!isNamed) return [bare];
  if (!mark.point && to - from >= titleWidth + 2 * TITLE_INSET_PX) return [{ ...bare, title: from + TITLE_INSET_PX }];
  const [after, before] = [to + TITLE_GAP_PX, from - TITLE_GAP_PX - titleWidth];
  /** @type {Form[]} */
  const forms = [];
  if (after + titleWidth <= width) forms.push({ ...bare, to: after + titleWidth, title: after });
  if (before >= 0) forms.push({ ...bare, from: before, title: before });
  const under = Math.min(from, width - titleWidth);
  if (!forms.length && under >= 0) return [{ from: Math.min(from, under), to: Math.max(to, under + titleWidth), height: rowHeight + BARE_BAR_PX, title: under }];
  return forms.length ? forms : [bare];
}

/** @param {Shelf[]} shelves @param {Item} item @param {Form[]} forms */
function putOnShelf(shelves, item, forms) {
  const isFree = (/** @type {Shelf} */ { height, taken }, /** @type {Form} */ form) =>
    form.height <= height && taken.every(([from, to]) => form.to + ITEM_GAP_PX <= from || form.from - ITEM_GAP_PX >= to);
  let [shelf, form] = [/** @type {Shelf | undefined} */ (undefined), forms[0]];
  for (form of forms) {
    shelf = shelves.find((each) => isFree(each, form));
    if (shelf) break;
  }
  if (!shelf) {
    form = forms[0];
    shelf = { height: form.height, taken: [], placed: [] };
    shelves.push(shelf);
  }
  shelf.taken.push([form.from, form.to]);
  shelf.placed.push({ item, form });
}

/** @param {Shelf[][]} lanes @param {number} rowHeight @returns {Composition} */
function placedLanes(lanes, rowHeight) {
  const heights = lanes.map(heightOf);
  /** @type {Composition} */
  const composition = { height: heights.reduce((sum, height) => sum + height, 0), lanes: [], middles: new Map(), titles: [] };
  let top = 0;
  lanes.forEach((shelves, lane) => {
    if (!shelves.length) return;
    composition.lanes.push({ lane, top, bottom: top + heights[lane] });
    const used = shelves.reduce((sum, { height }) => sum + height, 0);
    let shelfTop = top + (heights[lane] - used) / 2;
    for (const { height, placed: here } of shelves) {
      for (const { item, form } of here) {
        const { mark } = item;
        const isUnder = form.height > rowHeight;
        composition.middles.set(mark.event.id, shelfTop + (isUnder ? BARE_BAR_PX : form.height) / 2);
        const titleTop = shelfTop + (isUnder ? BARE_BAR_PX : (form.height - TITLE_LINE_PX) / 2);
        if (!Number.isNaN(form.title)) composition.titles.push({ mark, from: form.title, top: titleTop, isInBar: !mark.point && !isUnder && form.title > form.from && form.title < item.to });
      }
      shelfTop += height;
    }
    top += heights[lane];
  });
  return composition;
}

/**
 * The composition with what room there is besides shared among its lanes.
 * @param {Composition} composition
 * @param {number} height
 * @returns {Composition}
 */
export function spreadOut(composition, height) {
  const { lanes } = composition;
  const extra = Math.min(LANE_MOST_EXTRA_PX, Math.max(0, height - composition.height) / (lanes.length || 1));
  const shift = (/** @type {number} */ at) => {
    const number = lanes.findIndex(({ top, bottom }) => at >= top && at < bottom);
    return at + extra * ((number < 0 ? lanes.length - 1 : number) + 0.5);
  };
  return {
    height: composition.height + extra * lanes.length,
    lanes: lanes.map(({ lane, top, bottom }, number) => ({ lane, top: top + extra * number, bottom: bottom + extra * (number + 1) })),
    middles: new Map([...composition.middles].map(([id, middle]) => [id, shift(middle)])),
    titles: composition.titles.map((title) => ({ ...title, top: shift(title.top) })),
  };
}
