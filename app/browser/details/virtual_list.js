// Rows of events, of which those of one heap are seen. A short list has all its rows in the page; a long one, only those
// about the place to which it is scrolled, each of one height.

import { isolate } from "../core/direction.js";
import { button, element, themeMark } from "../core/dom.js";
import { heapOf } from "./partition.js";

const ALL_ROWS_MOST = 400;
const ROW_PX = 46; // of a long list; as in reader_panel.css
const SPARE_ROWS = 10; // beyond either edge, for the keyboard and for a quick wheel

export function rowsOf(reader, events, heap) {
  return events.length > ALL_ROWS_MOST ? longRows(reader, events, heap) : shortRows(reader, events, heap);
}

function shortRows(reader, events, heap) {
  const box = element("div", "rows");
  const rows = new Map(events.map((event) => [event, eventRow(reader, event)]));
  box.append(...rows.values());
  const list = {
    box,
    shown: [],
    rowOf: (event) => rows.get(event),
    update() {
      list.shown = events.filter((event) => heapOf(reader, event) === heap);
      const shown = new Set(list.shown);
      for (const [event, row] of rows) row.hidden = !shown.has(event);
    },
    draw() {},
  };
  return list;
}

function longRows(reader, events, heap) {
  const box = element("div", "rows long");
  const rows = new Map(); // those in the page, by event
  let drawn = "";
  const draw = () => {
    const { body } = reader;
    const top = Math.floor((body.scrollTop - box.offsetTop) / ROW_PX) - SPARE_ROWS;
    const bottom = top + Math.ceil(body.clientHeight / ROW_PX) + 2 * SPARE_ROWS;
    const [start, end] = [top, bottom].map((row) => Math.min(Math.max(row, 0), list.shown.length));
    const key = `${start} ${end} ${list.turn}`;
    if (key === drawn) return;
    drawn = key;
    const wanted = list.shown.slice(start, end);
    const focused = reader.root.getRootNode().activeElement;
    const keep = new Set(wanted);
    for (const [event, row] of rows) {
      if (keep.has(event)) continue;
      // A row that has the focus stays until it has lost it: else the keyboard would start from the page's top.
      if (row === focused && heapOf(reader, event) === heap) continue;
      row.remove();
      rows.delete(event);
    }
    wanted.forEach((event, offset) => {
      let row = rows.get(event);
      if (!row) {
        row = eventRow(reader, event);
        row.title = isolate(event.title);
        rows.set(event, row);
      }
      const at = `${(start + offset) * ROW_PX}px`;
      if (row.style.top !== at) row.style.top = at;
      // Put in only what is new: a row taken out and put back would lose the focus.
      const before = offset ? rows.get(wanted[offset - 1]).nextSibling : box.firstChild;
      if (before !== row) box.insertBefore(row, before);
    });
  };
  const list = {
    box,
    shown: [],
    turn: 0,
    rowOf(event) {
      const at = list.shown.indexOf(event);
      if (at < 0) return undefined;
      const { body } = reader;
      const top = box.offsetTop + at * ROW_PX;
      if (top < body.scrollTop || top + ROW_PX > body.scrollTop + body.clientHeight) body.scrollTop = top - body.clientHeight / 2;
      draw();
      return rows.get(event);
    },
    update() {
      list.shown = events.filter((event) => heapOf(reader, event) === heap);
      list.turn += 1;
      box.style.height = `${list.shown.length * ROW_PX}px`;
    },
    draw,
  };
  return list;
}

function eventRow(reader, event) {
  const { words } = reader.data;
  const row = button("event-row", "", () => reader.select(event.id));
  row.dataset.event = event.id;
  const date = element("span", "date", event.dates[placingBasis(reader, event)] || words.no_date);
  row.append(themeMark(reader, event.theme), element("span", "title", event.title), date);
  if (event.layer !== "essay") date.append(" · ", element("span", "layer", words[`not_in_essay_${event.layer}`]));
  if (event.agreement === "conflicts") {
    const contested = element("span", "contested");
    const sign = element("span", "", "○");
    sign.setAttribute("aria-hidden", "true");
    contested.title = words.agree_conflicts;
    contested.append(sign, element("span", "unseen", words.reports_disagree));
    row.append(contested);
  }
  return row;
}

// Whose date places the event now: the chosen one's, or for want of it the other's; empty where neither dates it.
export function placingBasis(reader, event) {
  const { basis } = reader.state;
  const other = basis === "essay" ? "reports" : "essay";
  return [basis, other].find((each) => event.dates[each]) || "";
}
