// Which events are shown and why the others are not, counted anew for each range of a drag: numbers in typed arrays, so
// that a frame costs little however many events there are.

import { inRange } from "../core/visibility.js";

export const HEAPS = ["shown", "outside_range", "undated", "filtered_out", "off_screen"];
export const [SHOWN, OUTSIDE_RANGE, UNDATED, FILTERED_OUT, OFF_SCREEN] = HEAPS.keys();

export function makeHeaps({ events }) {
  return {
    index: new Map(events.map(({ id }, index) => [id, index])),
    of: new Uint8Array(events.length), // each event's heap, in the order of the table
    whatever: new Uint8Array(events.length), // its heap whatever the range; SHOWN where the range decides
    spans: {},
    orders: {},
  };
}

// First and last day of every event on one date basis.
function spansOn(reader, basis) {
  const { events } = reader.data;
  return (reader.heaps.spans[basis] ??= {
    first: Int32Array.from(events, ({ spans }) => spans[basis]?.[0] ?? 0),
    last: Int32Array.from(events, ({ spans }) => spans[basis]?.[1] ?? 0),
  });
}

// The dated events by date; those of one day in the order of the table.
export function inOrder(reader) {
  const { basis } = reader.state;
  return (reader.heaps.orders[basis] ??= reader.data.events
    .filter((event) => event.spans[basis])
    .sort((a, b) => a.spans[basis][0] - b.spans[basis][0]));
}

// What the range does not decide, by the rules of sort_events in filtering.py; where only what the map shows is wanted, that
// is a filter like the others.
export function sortWhatever(reader) {
  const { basis, passing, sight } = reader.state;
  reader.data.events.forEach((event, index) => {
    let heap = SHOWN;
    if (passing && !passing.has(event.id)) heap = FILTERED_OUT;
    else if (sight && !sight.has(event.id)) heap = OFF_SCREEN;
    else if (!event.spans[basis]) heap = UNDATED;
    reader.heaps.whatever[index] = heap;
  });
}

// Sorts every event into its heap, and returns how many lie in each.
export function sortByRange(reader) {
  const { range, basis, certainty } = reader.state;
  const { of, whatever } = reader.heaps;
  const { first, last } = spansOn(reader, basis);
  const tally = new Int32Array(HEAPS.length);
  const span = [0, 0];
  for (let index = 0; index < of.length; index += 1) {
    let heap = whatever[index];
    if (heap === SHOWN) {
      span[0] = first[index];
      span[1] = last[index];
      if (!inRange(span, range, certainty)) heap = OUTSIDE_RANGE;
    }
    of[index] = heap;
    tally[heap] += 1;
  }
  return tally;
}

export function heapOf({ heaps }, event) {
  return heaps.of[heaps.index.get(event.id)];
}
