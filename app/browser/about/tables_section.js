// @ts-check
// The tables to be read on the page: one at a time, chosen by its tab.

import { button, element } from "../core/dom.js";
import { partOfPage } from "./part_of_page.js";
import { sortableTable } from "./sortable_table.js";
import { READABLE_TABLES, TABLE_MAKERS } from "./tables.js";

/** @typedef {import("./index.js").About} About */
/** @typedef {{ table: string, states: Record<string, import("./sortable_table.js").TableState> }} Reading which table is open, and how each was left */

/** @param {About} about @param {import("./index.js").AboutData} data @param {import("./index.js").Register} register */
export function tablesSection(about, data, register) {
  const { atlas, reading } = about;
  const words = atlas.words();
  const list = element("div", "tabs");
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", words.about_tables_heading);
  const box = element("div", "table-panel");
  box.id = "table-panel";
  box.setAttribute("role", "tabpanel");
  const tabs = READABLE_TABLES.map((name) => {
    const tab = button("tab", words[`table_${name}`], () => open(name));
    tab.id = `tab-${name}`;
    tab.dataset.table = name;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", box.id);
    return tab;
  });
  const open = (/** @type {string} */ name) => {
    reading.table = name;
    for (const tab of tabs) {
      const isOpen = tab.dataset.table === name;
      tab.setAttribute("aria-selected", String(isOpen));
      tab.tabIndex = isOpen ? 0 : -1;
    }
    box.setAttribute("aria-labelledby", `tab-${name}`);
    const table = TABLE_MAKERS[name](about, data, register);
    const state = (reading.states[name] ??= { order: "", descending: false, sought: "", page: 0 });
    box.dataset.table = name;
    box.replaceChildren(...sortableTable(atlas, table, state, words[`table_${name}`]));
  };
  list.onkeydown = (event) => {
    const forward = atlas.language().direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const now = READABLE_TABLES.indexOf(reading.table);
    const last = tabs.length - 1;
    /** @type {Record<string, number>} */
    const targets = { [forward]: now === last ? 0 : now + 1, [backward]: now ? now - 1 : last, Home: 0, End: last };
    if (!(event.key in targets)) return;
    event.preventDefault();
    open(READABLE_TABLES[targets[event.key]]);
    tabs[targets[event.key]].focus();
  };
  list.append(...tabs);
  open(reading.table);
  return partOfPage("tables", words.about_tables_heading, list, box);
}
