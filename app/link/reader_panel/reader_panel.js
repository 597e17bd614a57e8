// The reader panel: what is in range, in words. It listens on the session's channel like the map does.

const readers = new WeakMap();

export default function readerPanel({ parentElement, data }) {
  const root = parentElement.querySelector(".reader");
  let reader = readers.get(root);
  if (!reader) {
    reader = makeReader(root, data);
    readers.set(root, reader);
  }
  reader.data = data;
  root.dir = data.language === "ar" ? "rtl" : "ltr";
  root.lang = data.language;
  reader.appearance = applyPalette(root, data.palettes);
  if (reader.state) show(reader);
  reader.channel.postMessage({ type: "hello" });
  return () => {
    reader.channel.close();
    readers.delete(root);
  };
}

function makeReader(root, data) {
  const reader = {
    root,
    data,
    state: null,
    channel: new BroadcastChannel(data.channel),
    themeName: (id) => reader.data.themes.find((theme) => theme.id === id).name,
    comma: () => (reader.data.language === "ar" ? "، " : ", "),
    select: (id) => reader.channel.postMessage({ type: "select", selected: id }),
    eventsInRange: () => reader.data.events.filter((event) => heapOf(reader, event) === "shown"),
  };
  reader.head = element("header");
  reader.range = element("strong", "range");
  reader.count = element("span", "count");
  reader.count.setAttribute("role", "status");
  reader.head.append(reader.range, reader.count);
  reader.body = element("div", "body");
  reader.foot = element("footer");
  root.append(reader.head, reader.body, reader.foot);
  reader.channel.onmessage = ({ data: message }) => {
    if (message.type === "state") {
      const selectionMoved = !reader.state || reader.state.selected !== message.selected;
      reader.state = { ...message, passing: message.passing && new Set(message.passing) };
      show(reader, selectionMoved);
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

// A new selection, filter or language: the body is made anew. The range alone only shows and hides rows.
function show(reader, toTop = false) {
  const { selected } = reader.state;
  const { events, places } = reader.data;
  const event = events.find(({ id }) => id === selected);
  const placeId = selected.startsWith("place:") ? selected.slice(6) : "";
  if (event) showCard(reader, eventCard(reader, event), event);
  else if (places[placeId]) showCard(reader, placeCard(reader, placeId));
  else showList(reader);
  if (toTop && (event || places[placeId])) reader.body.scrollTop = 0;
  showRange(reader);
}

function showCard(reader, card, event) {
  const { words } = reader.data;
  const bar = element("nav", "card-bar");
  bar.append(button("link back", `${reader.data.language === "ar" ? "→" : "←"} ${words.back_to_list}`, () => reader.select("")));
  if (event) {
    const order = inOrder(reader, reader.eventsInRange());
    const at = order.indexOf(event);
    const step = (word, sign, target) => {
      const made = button("step", sign, () => reader.select(target.id));
      made.setAttribute("aria-label", word);
      made.title = word;
      made.disabled = !target;
      return made;
    };
    const signs = reader.data.language === "ar" ? ["›", "‹"] : ["‹", "›"];
    bar.append(step(words.previous_event, signs[0], order[at - 1]), step(words.next_event, signs[1], at < 0 ? order[0] : order[at + 1]));
  }
  reader.rows = null;
  reader.body.replaceChildren(bar, card);
}

// By date; events of one day in the order of the table.
function inOrder(reader, events) {
  const start = (event) => event.spans[reader.state.basis]?.[0] ?? Infinity;
  return [...events].sort((a, b) => start(a) - start(b));
}

function showList(reader) {
  const { words } = reader.data;
  const dated = inOrder(reader, reader.data.events.filter((event) => event.spans[reader.state.basis]));
  const undated = reader.data.events.filter((event) => !event.spans[reader.state.basis]);
  const list = element("div", "rows");
  reader.rows = new Map();
  const add = (event, parent) => {
    const row = eventRow(reader, event);
    reader.rows.set(event.id, row);
    parent.append(row);
  };
  for (const event of dated) add(event, list);
  reader.none = element("p", "quiet", words.no_events);
  const tray = element("section", "undated");
  reader.trayHeading = element("h3", "", words.undated_heading);
  tray.append(reader.trayHeading, element("p", "quiet", words.undated_note));
  for (const event of undated) add(event, tray);
  reader.tray = tray;
  reader.body.replaceChildren(reader.none, list, tray);
}

function showRange(reader) {
  const { words, language, events, invalid } = reader.data;
  const tally = { shown: 0, outside_range: 0, undated: 0, filtered_out: 0 };
  for (const event of events) {
    const heap = heapOf(reader, event);
    tally[heap] += 1;
    const row = reader.rows?.get(event.id);
    if (row) row.hidden = heap === "outside_range" || heap === "filtered_out";
  }
  if (reader.rows) {
    reader.none.hidden = tally.shown > 0;
    reader.tray.hidden = tally.undated === 0;
    reader.trayHeading.textContent = `${words.undated_heading} (${tally.undated})`;
  }
  reader.range.textContent = rangeInWords(reader.state.range, language);
  reader.count.textContent = fill(words.count_events, { n: tally.shown, m: events.length });
  reader.foot.replaceChildren(element("strong", "", words.not_shown));
  for (const [heap, count] of [["outside_range", tally.outside_range], ["undated", tally.undated], ["filtered_out", tally.filtered_out], ["invalid", invalid]]) {
    const part = element("span", heap, `${count} ${words[heap]}`);
    reader.foot.append(part);
  }
}

function rangeInWords([start, end], language) {
  return `${dayInWords(start, language)} – ${dayInWords(end, language)}`;
}
