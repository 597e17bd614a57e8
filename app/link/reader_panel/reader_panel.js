// The reader panel: what is in range, in words. It listens on the session's channel like the map does.

const QUIET_MS = 400; // a count is read out once it has stood this long
const readers = new WeakMap();

export default function readerPanel({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".reader");
  let reader = readers.get(root);
  if (!reader) {
    reader = makeReader(root, data);
    readers.set(root, reader);
  }
  reader.data = data;
  reader.openParagraph = (number, from) => setTriggerValue("paragraph", { number, from });
  root.dir = data.language === "ar" ? "rtl" : "ltr";
  root.lang = data.language;
  reader.appearance = applyPalette(root, data.palettes);
  if (reader.state) show(reader);
  reader.channel.postMessage({ type: "hello" });
  // Streamlit also cleans up after a call that a newer one has overtaken: only the last one's clean-up counts.
  reader.turn += 1;
  const { turn } = reader;
  return () => {
    if (reader.turn !== turn) return;
    clearTimeout(reader.quiet);
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
    heaps: new Map(), // heap of each event, by id
    channel: new BroadcastChannel(data.channel),
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
  reader.channel.onmessage = ({ data: message }) => {
    if (message.type === "state") {
      reader.state = { ...message, passing: message.passing && new Set(message.passing) };
      show(reader);
    } else if (message.type === "range" && reader.state) {
      reader.state.range = message.range;
      showRange(reader);
    }
  };
  return reader;
}

// Which heap an event lies in, by the rules of sort_events in filtering.py.
function heapOf(reader, event) {
  const { range, basis, passing, certainty } = reader.state;
  if (passing && !passing.has(event.id)) return "filtered_out";
  const span = event.spans[basis];
  if (!span) return "undated";
  return inRange(span, range, certainty) ? "shown" : "outside_range";
}

// A new selection, basis, language or appearance makes the body anew; range and filters only show and hide its rows.
function show(reader) {
  const { selected, basis } = reader.state;
  const { events, places } = reader.data;
  const event = events.find(({ id }) => id === selected);
  const placeId = selected.startsWith("place:") ? selected.slice(6) : "";
  const subject = event || places[placeId] ? selected : "";
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
    const rows = reader.sheet.rows.filter(({ row }) => !row.hidden);
    target = (rows.find(({ event }) => event.id === reader.lastEvent) || rows[0])?.row;
  }
  (target && !target.disabled ? target : back)?.focus();
}

function showRange(reader) {
  const { words, language, events, invalid } = reader.data;
  const tally = { shown: 0, outside_range: 0, undated: 0, filtered_out: 0 };
  for (const event of events) {
    const heap = heapOf(reader, event);
    tally[heap] += 1;
    reader.heaps.set(event.id, heap);
  }
  for (const { event, row, heap } of reader.sheet.rows) row.hidden = reader.heaps.get(event.id) !== heap;
  reader.sheet.follow(tally);
  reader.range.textContent = rangeInWords(reader.state.range, language);
  reader.count.textContent = fill(words.count_events, { n: tally.shown, m: events.length });
  tellWhenQuiet(reader, `${reader.range.textContent}: ${reader.count.textContent}`);
  reader.foot.replaceChildren(element("strong", "", words.not_shown));
  for (const [heap, count] of [["outside_range", tally.outside_range], ["undated", tally.undated], ["filtered_out", tally.filtered_out], ["invalid", invalid]]) {
    const part = element("span", heap, `${count} ${words[heap]}`);
    reader.foot.append(part);
  }
}

function rangeInWords([start, end], language) {
  return `${dayInWords(start, language)} – ${dayInWords(end, language)}`;
}

// What a screen reader says aloud.
function tell(reader, text) {
  reader.status.textContent = text;
}

// A range that moves would be read out sixty times a second: it is told when it has come to rest.
function tellWhenQuiet(reader, text) {
  if (text === reader.toTell) return;
  reader.toTell = text;
  clearTimeout(reader.quiet);
  reader.quiet = setTimeout(() => tell(reader, text), QUIET_MS);
}
