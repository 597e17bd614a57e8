// The list of what is in range, with trays for the events that timeline or map cannot show.

function listSheet(reader) {
  const { words, events } = reader.data;
  const rows = [];
  const add = (event, parent, heap) => {
    const row = eventRow(reader, event);
    rows.push({ event, row, heap });
    parent.append(row);
  };
  const list = element("div", "rows");
  for (const event of inOrder(reader)) add(event, list, "shown");
  const none = element("p", "quiet", words.no_events);
  const offMap = tray("off-map", words.off_map_heading, words.off_map_note);
  for (const event of inOrder(reader)) if (!event.on_map) add(event, offMap.section, "shown");
  const undated = tray("undated", words.undated_heading, words.undated_note);
  for (const event of events) if (!event.spans[reader.state.basis]) add(event, undated.section, "undated");
  const follow = (tally) => {
    none.hidden = tally.shown > 0;
    undated.count(tally.undated);
    offMap.count(rows.filter(({ row }) => row.parentNode === offMap.section && !row.hidden).length);
  };
  return { nodes: [none, list, offMap.section, undated.section], rows, follow };
}

function tray(className, heading, note) {
  const section = element("section", `tray ${className}`);
  const title = element("h3");
  section.append(title, element("p", "quiet", note));
  const count = (number) => {
    section.hidden = number === 0;
    title.textContent = `${heading} (${number})`;
  };
  return { section, count };
}

// The dated events by date; those of one day in the order of the table.
function inOrder(reader) {
  const { basis } = reader.state;
  return reader.data.events.filter((event) => event.spans[basis]).sort((a, b) => a.spans[basis][0] - b.spans[basis][0]);
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
function placingBasis(reader, event) {
  const { basis } = reader.state;
  const other = basis === "essay" ? "reports" : "essay";
  return [basis, other].find((each) => event.dates[each]) || "";
}
