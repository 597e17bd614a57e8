// The list of what is in range, with trays for the events that timeline or map cannot show.

import { element } from "../core/dom.js";
import { SHOWN, UNDATED, inOrder } from "./partition.js";
import { rowsOf } from "./virtual_list.js";

export function listSheet(reader) {
  const { words, events } = reader.data;
  const { basis } = reader.state;
  const none = element("p", "quiet", words.no_events);
  const list = rowsOf(reader, inOrder(reader), SHOWN);
  const offMap = rowsOf(reader, inOrder(reader).filter((event) => !event.on_map), SHOWN);
  const undated = rowsOf(reader, events.filter((event) => !event.spans[basis]), UNDATED);
  const trays = [
    tray("off-map", words.off_map_heading, words.off_map_note, offMap),
    tray("undated", words.undated_heading, words.undated_note, undated),
  ];
  const follow = (tally) => {
    none.hidden = tally[SHOWN] > 0;
    for (const { count } of trays) count();
  };
  return { nodes: [none, list.box, ...trays.map(({ section }) => section)], lists: [list, offMap, undated], follow };
}

function tray(className, heading, note, list) {
  const section = element("section", `tray ${className}`);
  const title = element("h3");
  section.append(title, element("p", "quiet", note), list.box);
  const count = () => {
    section.hidden = list.shown.length === 0;
    title.textContent = `${heading} (${list.shown.length})`;
  };
  return { section, count };
}
