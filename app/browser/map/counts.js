// What is shown, as numbers: one pass over all events a frame, however many there are.
// Places, themes and ways are counted by their index; a theme that is in no table has the index after the last.

import { inRange } from "../core/visibility.js";

export function makeCounts(atlas) {
  const { events, places, themes } = atlas.data;
  const placeIndex = new Map(places.map(({ id }, index) => [id, index]));
  const themeIndex = new Map(themes.map(({ id }, index) => [id, index]));
  const width = themes.length + 1;
  const counts = {
    width,
    placeIndex,
    index: new Map(events.map(({ id }, index) => [id, index])),
    place: Int32Array.from(events, ({ place }) => placeIndex.get(place) ?? -1),
    theme: Uint16Array.from(events, ({ theme }) => themeIndex.get(theme) ?? themes.length),
    contested: Uint8Array.from(events, ({ contested }) => Number(contested)),
    way: new Int32Array(events.length).fill(-1),
    ways: [],
    waysShown: [], // indices of ways, in the order of their first event shown
    wayCounts: null, // how many events shown each way stands for
    events: places.map(() => []), // of each place, indices of events in the order of the table
    spans: {},
    admitted: new Uint8Array(events.length),
    shown: new Uint8Array(events.length),
    total: 0,
    byTheme: new Int32Array(places.length * width),
    contestedAt: new Int32Array(places.length),
    routesPass: true,
  };
  counts.place.forEach((place, index) => { if (place >= 0) counts.events[place].push(index); });
  findWays(atlas, counts);
  counts.wayCounts = new Int32Array(counts.ways.length);
  return counts;
}

// A way is a journey's start, end and theme; what begins or ends in an area has no point to draw it from or to.
function findWays(atlas, counts) {
  const indices = new Map();
  atlas.data.events.forEach((event, index) => {
    if (!event.travelled || event.from === event.place) return;
    const [start, end] = [atlas.placeById.get(event.from), atlas.placeById.get(event.place)];
    if (!start || !end || start.area || end.area) return;
    const key = `${event.from} ${event.place} ${event.theme}`;
    if (!indices.has(key)) {
      indices.set(key, counts.ways.length);
      const turn = counts.ways.filter((way) => way.start === start && way.end === end).length;
      counts.ways.push({ start, end, theme: event.theme, turn, events: [], line: null, head: null, badge: null, drawn: "" });
    }
    counts.way[index] = indices.get(key);
    counts.ways[indices.get(key)].events.push(index);
  });
}

// First and last day of every event on one date basis.
function spansOf({ events }, basis) {
  return {
    first: Int32Array.from(events, ({ spans }) => spans[basis]?.[0] ?? 0),
    last: Int32Array.from(events, ({ spans }) => spans[basis]?.[1] ?? 0),
    dated: Uint8Array.from(events, ({ spans }) => Number(Boolean(spans[basis]))),
  };
}

// Marks the events that pass the filters and have a date on the present basis: for a new state, not for each range.
export function admit(atlas) {
  const { counts, data } = atlas;
  const { passing, basis } = atlas.state;
  counts.spans[basis] ||= spansOf(data, basis);
  counts.admitted.fill(passing ? 0 : 1);
  for (const id of passing || []) if (counts.index.has(id)) counts.admitted[counts.index.get(id)] = 1;
  // Corridors have no filter of their own: they go with the theme that tells of them.
  const theme = data.themes.findIndex(({ id }) => id === data.routesTheme);
  counts.routesPass = theme < 0 || !passing || counts.theme.some((each, index) => each === theme && counts.admitted[index]);
  const { dated } = counts.spans[basis];
  for (let i = 0; i < dated.length; i += 1) counts.admitted[i] &= dated[i];
}

// Counts what is in range: by place and theme, what reports contest, and journeys.
export function countShown(atlas) {
  const { counts } = atlas;
  const { admitted, shown, byTheme, contestedAt, waysShown, wayCounts, width } = counts;
  const { range, basis, certainty } = atlas.state;
  counts.spans[basis] ||= spansOf(atlas.data, basis);
  const { first, last } = counts.spans[basis];
  const span = [0, 0];
  let total = 0;
  byTheme.fill(0);
  contestedAt.fill(0);
  wayCounts.fill(0);
  waysShown.length = 0;
  for (let i = 0; i < shown.length; i += 1) {
    shown[i] = 0;
    if (!admitted[i]) continue;
    span[0] = first[i];
    span[1] = last[i];
    if (!inRange(span, range, certainty)) continue;
    shown[i] = 1;
    total += 1;
    const place = counts.place[i];
    if (place < 0) continue;
    byTheme[place * width + counts.theme[i]] += 1;
    contestedAt[place] += counts.contested[i];
    const way = counts.way[i];
    if (way < 0) continue;
    if (!wayCounts[way]) waysShown.push(way);
    wayCounts[way] += 1;
  }
  counts.total = total;
}

export function countAt({ counts }, place) {
  let count = 0;
  for (let i = place * counts.width; i < (place + 1) * counts.width; i += 1) count += counts.byTheme[i];
  return count;
}

// The first `most` events shown among those with these indices, in the order of the table.
export function firstShown({ counts, data }, indices, most) {
  const found = [];
  for (const index of indices) {
    if (found.length === most) break;
    if (counts.shown[index]) found.push(data.events[index]);
  }
  return found;
}

export function countShownOf({ counts }, indices) {
  return indices.reduce((sum, index) => sum + counts.shown[index], 0);
}
