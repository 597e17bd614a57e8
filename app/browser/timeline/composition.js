// @ts-check
// How the timeline of a composed picture, or one that is looked at from nearer, stacks its marks: each event of the subject with its title in its bar or beside it, and what else is shown of its lane in a few thin
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
/**
 * @typedef {object} StackSizes Heights, px.
 * @property {number} numbered a row with a caption's number
 * @property {number} named a row with a title
 * @property {number} bare a bar of the subject for whose title there is no room
 * @property {number} line a title's line
 * @property {{ bar: number, point: number }} underWay a row of what is only under way; a point may have a ring
 * @property {number} lane the least of a lane, for its name
 * @property {number} padding above and below in a lane
 * @property {number} extra the most that a lane is given besides, half of it above, half below
 * @property {{ titled: number, subject: number, underWay: number }} bars
 * @property {number} inset of a title in its bar, along the axis
 */
/** @typedef {{ width: number, rowHeight: number, sizes: StackSizes }} Room px */
/** @typedef {{ mark: Mark, from: number, top: number, isInBar: boolean }} PlacedTitle */
/**
 * @typedef {object} Composition
 * @property {number} height
 * @property {{ lane: number, top: number, bottom: number }[]} lanes those that have something in sight, by their index
 * @property {Map<string, number>} middles by id of an event, how far its middle lies below the top
 * @property {PlacedTitle[]} titles
 */

/** @type {StackSizes} Of a slide, in type that is read from ten metres. */
export const SLIDE_STACK = {
  numbered: 23, named: 21, bare: 10, line: 20, underWay: { bar: 6, point: 15 }, lane: 24, padding: 3, extra: 14, bars: { titled: 20, subject: 8, underWay: 4 }, inset: 7,
};
/** @type {StackSizes} */
export const SCREEN_STACK = {
  numbered: 15, named: 14, bare: 6, line: 14, underWay: { bar: 3, point: 12 }, lane: 14, padding: 1, extra: Infinity, bars: { titled: 12, subject: 4, underWay: 2 }, inset: 5,
};
const UNDER_WAY_MOST_ROWS = 4; // more would only be a grey area
const TITLE_GAP_PX = 4;
const ITEM_GAP_PX = 10;

/**
 * @param {Item[][]} lanes by lane, what is in sight of it
 * @param {object} room px
 * @param {number} room.width
 * @param {number} room.most height that may be taken; for want of room titles are left out
 * @param {number} [room.wished] height beyond which nothing is drawn that is only under way
 * @param {boolean} [room.hasNumbers] any of the items has a caption's
 * @param {boolean} [room.keepsAll] nothing is left out but titles
 * @param {StackSizes} room.sizes
 * @returns {Composition}
 */
export function composeLanes(lanes, { width, most, wished = most, hasNumbers = false, keepsAll = false, sizes }) {
  const rowHeight = hasNumbers ? sizes.numbered : sizes.named;
  const titled = lanes.flat().filter(({ titleWidth }) => titleWidth > 0).sort((a, b) => a.rank - b.rank);
  const stacked = (/** @type {Item[]} */ named, /** @type {number} */ thinRows) => {
    const isNamed = new Set(named);
    return placedLanes(lanes.map((items) => shelvesOf(items, isNamed, { width, rowHeight, sizes, thinRows })), rowHeight, sizes);
  };
  if (keepsAll) return withTitlesThatFit(titled, most, (named) => stacked(named, Infinity));
  // What is only under way gives its room first.
  for (let rows = UNDER_WAY_MOST_ROWS; rows > 0; rows -= 1) {
    const composition = stacked(titled, rows);
    if (composition.height <= wished) return composition;
  }
  for (let kept = titled.length; kept > 0; kept = Math.floor(kept * 0.9)) {
    const composition = stacked(titled.slice(0, kept), 0);
    if (composition.height <= most) return composition;
  }
  return stacked([], 0);
}

/**
 * Each title that finds room beside those before it; one that costs no height always does.
 * @param {Item[]} titled in the order in which they choose
 * @param {number} most height
 * @param {(named: Item[]) => Composition} stacked
 */
function withTitlesThatFit(titled, most, stacked) {
  const all = stacked(titled);
  if (all.height <= most) return all;
  let best = stacked([]);
  const limit = Math.max(most, best.height);
  /** @type {Item[]} */
  let named = [];
  for (const item of titled) {
    const more = stacked([...named, item]);
    if (more.height > limit) continue;
    [named, best] = [[...named, item], more];
  }
  return best;
}

/** @param {Shelf[]} shelves @param {StackSizes} sizes */
function heightOf(shelves, { lane, padding }) {
  if (!shelves.length) return 0;
  return Math.max(lane, shelves.reduce((sum, { height }) => sum + height, 2 * padding));
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
    putOnShelf(thin, item, [{ from: item.from, to: item.to, height: room.sizes.underWay[item.mark.point ? "point" : "bar"], title: NaN }]);
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
function standingForms({ mark, from, to, titleWidth }, isNamed, { width, rowHeight, sizes }) {
  const bare = { from, to, height: titleWidth && !mark.point && !isNamed ? sizes.bare : rowHeight, title: NaN };
  if (!isNamed) return [bare];
  if (!mark.point && to - from >= titleWidth + 2 * sizes.inset) return [{ ...bare, title: from + sizes.inset }];
  const [after, before] = [to + TITLE_GAP_PX, from - TITLE_GAP_PX - titleWidth];
  /** @type {Form[]} */
  const forms = [];
  if (after + titleWidth <= width) forms.push({ ...bare, to: after + titleWidth, title: after });
  if (before >= 0) forms.push({ ...bare, from: before, title: before });
  const under = Math.min(from, width - titleWidth);
  if (!forms.length && under >= 0) return [{ from: Math.min(from, under), to: Math.max(to, under + titleWidth), height: rowHeight + sizes.bare, title: under }];
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

/** @param {Shelf[][]} lanes @param {number} rowHeight @param {StackSizes} sizes @returns {Composition} */
function placedLanes(lanes, rowHeight, sizes) {
  const heights = lanes.map((shelves) => heightOf(shelves, sizes));
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
        composition.middles.set(mark.event.id, shelfTop + (isUnder ? sizes.bare : form.height) / 2);
        const titleTop = shelfTop + (isUnder ? sizes.bare : (form.height - sizes.line) / 2);
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
 * @param {StackSizes} sizes
 * @returns {Composition}
 */
export function spreadOut(composition, height, sizes) {
  const { lanes } = composition;
  const extra = Math.min(sizes.extra, Math.max(0, height - composition.height) / (lanes.length || 1));
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
