// @ts-check
// A table whose rows a reader sorts by any column, searches, and turns over in pages where they are many.

import { button, element } from "../core/dom.js";
import { searchable, standsIn } from "../core/folding.js";
import { counted, fill } from "../core/words.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("./tables.js").ReadableTable} ReadableTable */
/** @typedef {import("./tables.js").TableColumn} TableColumn */
/**
 * @typedef {object} TableState How a reader has left a table.
 * @property {string} order name of the column that rows are sorted by; empty for the order of the table
 * @property {boolean} descending
 * @property {string} sought words that rows must have
 * @property {number} page from 0
 */

const ROWS_A_PAGE = 100;
const ALL_ROWS_UP_TO = 200; // a table with more rows has pages

/**
 * @param {Atlas} atlas
 * @param {ReadableTable} table
 * @param {TableState} state is kept up to date
 * @param {string} name of the table
 * @returns {HTMLElement[]}
 */
export function sortableTable(atlas, { rows, columns, searched }, state, name) {
  const [words, language] = [atlas.words(), atlas.language()];
  const compareTexts = new Intl.Collator(language.intl_locale, { numeric: true }).compare;
  /** @type {Map<any, string>} */
  const texts = new Map();
  /** @type {Map<any, HTMLTableRowElement>} */
  const made = new Map();
  const textOf = (/** @type {any} */ row) => {
    if (!texts.has(row)) texts.set(row, searchable(searched(row)));
    return /** @type {string} */ (texts.get(row));
  };
  const rowOf = (/** @type {any} */ row) => {
    if (!made.has(row)) made.set(row, rowElement(columns, row));
    return /** @type {HTMLTableRowElement} */ (made.get(row));
  };

  const table = element("table", "readable");
  table.setAttribute("role", "table"); // on a phone its parts are laid out as blocks, which would be none for a screen reader
  table.setAttribute("aria-label", name);
  const [head, body] = [element("thead"), element("tbody")];
  const headings = columns.map((column) => heading(column, () => sortBy(column.name)));
  const headingRow = element("tr");
  headingRow.setAttribute("role", "row");
  headingRow.append(...headings);
  head.append(headingRow);
  table.append(head, body);
  const [count, pager] = [element("span", "count"), element("div", "pager")];
  count.setAttribute("role", "status");
  const none = element("p", "none quiet", words.table_none);

  const show = () => {
    const found = rows.filter((row) => !state.sought.trim() || standsIn(state.sought, textOf(row)));
    const sorted = inOrder(found, columns.find((column) => column.name === state.order), state.descending, compareTexts);
    const pages = sorted.length > ALL_ROWS_UP_TO ? Math.ceil(sorted.length / ROWS_A_PAGE) : 1;
    state.page = Math.min(state.page, pages - 1);
    const first = pages > 1 ? state.page * ROWS_A_PAGE : 0;
    const shown = pages > 1 ? sorted.slice(first, first + ROWS_A_PAGE) : sorted;
    body.replaceChildren(...shown.map(rowOf));
    columns.forEach(({ name: column }, index) => headings[index].setAttribute("aria-sort", column === state.order ? (state.descending ? "descending" : "ascending") : "none"));
    count.textContent = counted(words, language, "count_rows", { shown: sorted.length, n: rows.length });
    none.hidden = sorted.length > 0;
    turning.update(first, shown.length, sorted.length);
    choice.value = state.order;
    direction.hidden = !state.order;
    direction.textContent = state.descending ? "↓" : "↑";
  };
  const sortBy = (/** @type {string} */ column) => {
    state.descending = state.order === column && !state.descending;
    state.order = column;
    state.page = 0;
    show();
  };
  const turning = makePager(pager, words, (by) => {
    state.page += by;
    show();
    table.scrollIntoView({ block: "start" });
  });
  const { choice, direction, label } = orderChoice(words, columns, sortBy, () => state.order);

  const search = element("input", "search");
  Object.assign(search, { type: "search", value: state.sought, placeholder: words.table_find, ariaLabel: words.table_find, maxLength: 200 });
  search.oninput = () => {
    state.sought = search.value;
    state.page = 0;
    show();
  };
  const tools = element("div", "tools");
  tools.append(search, label, count);
  show();
  return [tools, table, none, pager];
}

/** @param {TableColumn} column @param {() => void} sort */
function heading({ name, heading: text, numeric }, sort) {
  const cell = element("th", numeric ? "numeric" : "");
  cell.dataset.column = name;
  cell.scope = "col";
  cell.setAttribute("role", "columnheader");
  const arrow = element("span", "arrow");
  arrow.ariaHidden = "true";
  const sorter = button("", text, sort);
  sorter.append(arrow);
  cell.append(sorter);
  return cell;
}

/** @param {TableColumn[]} columns @param {any} row */
function rowElement(columns, row) {
  const made = element("tr");
  made.setAttribute("role", "row");
  made.append(...columns.map(({ name, heading: text, content, numeric }, index) => {
    const cell = element(index ? "td" : "th", numeric ? "numeric" : "");
    cell.setAttribute("role", index ? "cell" : "rowheader");
    cell.dataset.column = name;
    cell.dataset.heading = text;
    cell.append(...content(row));
    return cell;
  }));
  return made;
}

/** @param {any[]} rows @param {TableColumn | undefined} column @param {boolean} descending @param {(one: string, other: string) => number} compareTexts */
function inOrder(rows, column, descending, compareTexts) {
  if (!column) return rows;
  const keyed = rows.map((row) => ({ row, key: column.value(row) }));
  const compare = (/** @type {any} */ one, /** @type {any} */ other) => (typeof one === "number" ? one - other : compareTexts(one, other));
  keyed.sort(({ key: one }, { key: other }) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return descending ? compare(other, one) : compare(one, other);
  });
  return keyed.map(({ row }) => row);
}

// Where a phone has no room for headings, the order is chosen here.
/** @param {Record<string, string>} words @param {TableColumn[]} columns @param {(column: string) => void} sortBy @param {() => string} ordered */
function orderChoice(words, columns, sortBy, ordered) {
  const label = element("label", "order");
  const choice = element("select");
  choice.append(Object.assign(element("option", "", "–"), { value: "", hidden: true }));
  choice.append(...columns.map(({ name, heading: text }) => Object.assign(element("option", "", text), { value: name })));
  choice.onchange = () => sortBy(choice.value);
  const direction = button("direction", "", () => sortBy(ordered()));
  direction.ariaLabel = words.table_turn;
  label.append(element("span", "", words.table_order), choice, direction);
  return { choice, direction, label };
}

/** @param {HTMLElement} box @param {Record<string, string>} words @param {(by: number) => void} turn */
function makePager(box, words, turn) {
  const range = element("span", "range");
  const earlier = button("earlier", words.table_earlier, () => turn(-1));
  const later = button("later", words.table_later, () => turn(1));
  box.append(earlier, range, later);
  return {
    update(/** @type {number} */ first, /** @type {number} */ shown, /** @type {number} */ all) {
      box.hidden = shown === all;
      range.textContent = fill(words.table_range, { first: first + 1, last: first + shown });
      earlier.disabled = first === 0;
      later.disabled = first + shown >= all;
    },
  };
}
