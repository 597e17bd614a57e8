// The reader panel: what is in range, in words. It listens on the session's channel like the map does.

import { isolated, setText, speak } from "../core/direction.js";
import { element, ownValue } from "../core/dom.js";
import { hearRanges } from "../core/range_news.js";
import { applyPalette } from "../core/theme.js";
import { counted, rangeInWords } from "../core/words.js";
import { eventSheet } from "./event_card.js";
import { listSheet } from "./event_list.js";
import { FILTERED_OUT, HEAPS, OFF_SCREEN, OUTSIDE_RANGE, SHOWN, UNDATED, makeHeaps, sortByRange, sortWhatever } from "./partition.js";
import { placeSheet } from "./place_card.js";

const QUIET_MS = 400; // a count is read out once it has stood this long
const LISTS_MS = 200; // while the range moves, rows follow so often, between frames; the counter, each time
const readers = new WeakMap();

export default function readerPanel({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".reader");
  let reader = readers.get(root);
  if (!reader) {
    reader = makeReader(root, data);
    readers.set(root, reader);
  }
  if (reader.data !== data || !reader.heaps) Object.assign(reader, { data, heaps: makeHeaps(data) });
  if (reader.state) sortWhatever(reader);
  reader.openParagraph = (number, from) => setTriggerValue("paragraph", { number, from });
  speak(root, data.language);
  reader.appearance = applyPalette(root, data.palettes);
  if (reader.state) show(reader);
  reader.channel.postMessage({ type: "hello" });
  // Streamlit also cleans up after a call that a newer one has overtaken: only the last one's clean-up counts.
  reader.turn += 1;
  const { turn } = reader;
  return () => {
    if (reader.turn !== turn) return;
    clearTimeout(reader.quiet);
    clearTimeout(reader.listing);
    reader.leaving.abort();
    reader.channel.close();
    readers.delete(root);
  };
}

function makeReader(root, data) {
  const reader = {
    root,
    data,
    turn: 0,
    state: null,
    heaps: null,
    listing: 0, // the timer of the rows' next update
    channel: new BroadcastChannel(data.channel),
    leaving: new AbortController(),
    themeName: (id) => reader.data.themes.find((theme) => theme.id === id).name,
    comma: () => (reader.data.language === "ar" ? "، " : ", "),
    select: (id) => reader.channel.postMessage({ type: "select", selected: id }),
  };
  reader.head = element("header");
  reader.range = element("strong", "range");
  reader.count = element("span", "count");
  reader.status = element("span", "unseen");
  reader.status.setAttribute("role", "status");
  reader.head.append(reader.range, reader.count, reader.status);
  reader.body = element("div", "body");
  reader.foot = element("footer");
  root.replaceChildren(reader.head, reader.body, reader.foot);
  reader.body.addEventListener("scroll", () => reader.sheet?.lists.forEach((list) => list.draw()), { passive: true });
  reader.channel.onmessage = ({ data: message }) => {
    if (message.type === "state") {
      const setOf = (ids) => ids && new Set(ids);
      // New results begin at their top.
      if (reader.state && String(reader.passing) !== String(message.passing)) {
        reader.listTop = 0;
        if (reader.subject === "") reader.body.scrollTop = 0;
      }
      reader.passing = message.passing;
      reader.state = { ...message, passing: setOf(message.passing), sight: setOf(message.sight) };
      sortWhatever(reader);
      show(reader);
    } else if (message.type === "range") {
      takeRange(reader, message.range);
    }
  };
  hearRanges(window, reader.channel, (range) => takeRange(reader, range), reader.leaving.signal);
  return reader;
}

function takeRange(reader, range) {
  if (!reader.state || String(range) === String(reader.state.range)) return;
  reader.state.range = range;
  showRange(reader, { moving: true });
}

// A new selection, basis, language or appearance makes the body anew; range and filters only show and hide its rows.
function show(reader) {
  const { selected, basis } = reader.state;
  const { events, places } = reader.data;
  const event = events.find(({ id }) => id === selected);
  const placeId = selected.startsWith("place:") ? selected.slice(6) : "";
  const subject = event || ownValue(places, placeId) ? selected : "";
  const made = [reader.data, reader.appearance, basis];
  if (!same(made, reader.made)) Object.assign(reader, { made, list: null, sheet: null });
  if (reader.sheet && reader.subject === subject) showRange(reader);
  else if (event) turnTo(reader, subject, () => eventSheet(reader, event));
  else if (subject) turnTo(reader, subject, () => placeSheet(reader, placeId));
  else turnTo(reader, subject, () => (reader.list ??= listSheet(reader)));
}

function same(parts, others) {
  return others !== undefined && parts.every((part, index) => part === others[index]);
}

// A sheet is what fills the body: its nodes; its rows, each with the heap in which it is seen; what follows the range.
function turnTo(reader, subject, makeSheet) {
  const { body } = reader;
  const before = reader.subject;
  const focusBefore = placeOfFocus(reader);
  const openFolds = new Set([...body.querySelectorAll("details[open]")].map((fold) => fold.dataset.fold));
  const topBefore = body.scrollTop;
  if (before === "") reader.listTop = topBefore;
  reader.subject = subject;
  reader.sheet = makeSheet();
  body.replaceChildren(...reader.sheet.nodes);
  if (subject === before) {
    for (const fold of body.querySelectorAll("details")) fold.open = openFolds.has(fold.dataset.fold);
    body.scrollTop = topBefore;
  } else {
    body.scrollTop = subject ? 0 : reader.listTop || 0;
    if (subject) tell(reader, body.querySelector("h2").textContent);
  }
  showRange(reader);
  if (focusBefore !== null) moveFocus(reader, before, focusBefore);
  if (subject && !subject.startsWith("place:")) reader.lastEvent = subject;
}

const CAN_HAVE_FOCUS = "button, a, summary";

// Where in the body the focus is, by number; null where it is elsewhere.
function placeOfFocus(reader) {
  const focused = reader.root.getRootNode().activeElement;
  return focused && reader.body.contains(focused) ? [...reader.body.querySelectorAll(CAN_HAVE_FOCUS)].indexOf(focused) : null;
}

// The focus stays on the same button of a card drawn anew or of the next one, goes to a new card's way back, and
// returns to the row of the event just left.
function moveFocus(reader, before, place) {
  const all = [...reader.body.querySelectorAll(CAN_HAVE_FOCUS)];
  const back = reader.body.querySelector(".back");
  let target = back;
  if (reader.subject === before || (before && all[place]?.matches(".step:enabled"))) target = all[place];
  else if (!reader.subject) {
    const rows = reader.sheet.lists.flatMap((list) => list.shown.map((event) => ({ list, event })));
    const row = rows.find(({ event }) => event.id === reader.lastEvent) || rows[0];
    target = row?.list.rowOf(row.event);
  }
  (target && !target.disabled ? target : back)?.focus();
}

function showRange(reader, { moving = false } = {}) {
  const { words, language, events } = reader.data;
  const tally = sortByRange(reader);
  const count = counted(words, language, "count_events", { shown: tally[SHOWN], n: events.length });
  setText(reader.range, rangeInWords(words, reader.state.range, language));
  setText(reader.count, count);
  tellWhenQuiet(reader, `${reader.range.textContent}: ${count}`);
  showNotShown(reader, tally);
  reader.tally = tally;
  if (moving) reader.listing ||= setTimeout(() => showLists(reader), LISTS_MS);
  else showLists(reader);
}

function showLists(reader) {
  clearTimeout(reader.listing);
  reader.listing = 0;
  const { tally } = reader;
  for (const list of reader.sheet.lists) list.update();
  reader.sheet.follow(tally);
  for (const list of reader.sheet.lists) list.draw();
}

function showNotShown(reader, tally) {
  const { words, language, invalid } = reader.data;
  const heaps = [OUTSIDE_RANGE, UNDATED, FILTERED_OUT, ...(reader.state.sight ? [OFF_SCREEN] : [])];
  const said = [...heaps.map((heap) => [HEAPS[heap], tally[heap]]), ["invalid", invalid]];
  const key = JSON.stringify([said, words.not_shown]);
  if (key === reader.notShown) return;
  reader.notShown = key;
  const parts = said.map(([heap, count]) => element("span", heap, counted(words, language, heap, { n: count })));
  reader.foot.replaceChildren(element("strong", "", words.not_shown), ...parts);
}

// What a screen reader says aloud.
function tell(reader, text) {
  reader.status.replaceChildren(isolated(text));
}

// A range that moves would be read out sixty times a second: it is told when it has come to rest.
function tellWhenQuiet(reader, text) {
  if (text === reader.toTell) return;
  reader.toTell = text;
  clearTimeout(reader.quiet);
  reader.quiet = setTimeout(() => tell(reader, text), QUIET_MS);
}
