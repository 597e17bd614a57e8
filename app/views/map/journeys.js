// Movement: curved arrows from where the traveller came, one a way and theme, and dashed, schematic corridors.

function drawRoutes(atlas) {
  atlas.routes = atlas.data.routes.map((route) => {
    const line = L.polyline(route.points, { pane: "routes", weight: 1.6, dashArray: "6 5", opacity: 0.75 });
    line.bindTooltip(() => tipContent(route.name[atlas.language], [atlas.words().schematic]), { className: "atlas-tip", sticky: true });
    return { route, line };
  });
}

function updateRoutes(atlas) {
  const colour = atlas.colourOf("corridors");
  for (const { route, line } of atlas.routes) {
    const inRange = !route.period || (route.period[0] <= atlas.state.range[1] && route.period[1] >= atlas.state.range[0]);
    const wanted = inRange && (!atlas.passing || atlas.data.events.some((event) => event.theme === "corridors" && atlas.passing.has(event.id)));
    if (wanted) line.setStyle({ color: colour }).addTo(atlas.map);
    else line.remove();
  }
}

// Journeys of the events shown, grouped by way and theme. `shown` is the list of events in range.
function drawJourneys(atlas, shown) {
  const ways = new Map();
  for (const event of shown) {
    if (!event.travelled || !event.from || !event.place || event.from === event.place) continue;
    const start = atlas.markerById.get(event.from)?.place || atlas.placeById.get(event.from);
    const end = atlas.placeById.get(event.place);
    if (!start || !end || start.area || end.area || start.kind === "country") continue;
    const key = `${event.from} ${event.place} ${event.theme}`;
    if (!ways.has(key)) ways.set(key, { start, end, theme: event.theme, events: [] });
    ways.get(key).events.push(event);
  }
  atlas.journeys.clearLayers();
  atlas.arrowHeads = [];
  let turn = 0;
  for (const way of ways.values()) {
    drawJourney(atlas, way, turn);
    turn += 1;
  }
}

function drawJourney(atlas, { start, end, theme, events }, turn) {
  const { map } = atlas;
  const from = markerPoint(atlas, start);
  const to = markerPoint(atlas, end);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 40) return;
  // The curve bends to the left of the way; a second way between the same places bends further.
  const bend = Math.min(60, length * 0.16) + (turn % 3) * 9;
  const control = {
    x: (from.x + to.x) / 2 + ((to.y - from.y) / length) * bend,
    y: (from.y + to.y) / 2 - ((to.x - from.x) / length) * bend,
  };
  const along = (t) => ({
    x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * control.x + t ** 2 * to.x,
    y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * control.y + t ** 2 * to.y,
  });
  const first = 16 / length;
  const last = 1 - 21 / length;
  const points = Array.from({ length: 25 }, (_, step) => along(first + ((last - first) * step) / 24));
  const tip = along(last + 5 / length);
  const before = along(last - 4 / length);
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const wing = (side) => ({ x: tip.x - 9 * Math.cos(angle + side), y: tip.y - 9 * Math.sin(angle + side) });
  atlas.arrowHeads.push({ x: tip.x - 4, y: tip.y - 4, w: 8, h: 8 });
  const colour = atlas.colourOf(theme);
  const geographic = (list) => list.map((point) => map.containerPointToLatLng([point.x, point.y]));
  const line = L.polyline(geographic(points), { pane: "journeys", color: colour, weight: 1.8, opacity: 0.9 });
  const head = L.polygon(geographic([tip, wing(0.42), wing(-0.42)]), { pane: "journeys", stroke: false, fillColor: colour, fillOpacity: 1 });
  for (const layer of [line, head]) {
    layer.bindTooltip(() => tipContent(`${start.name[atlas.language]} – ${end.name[atlas.language]}`, events.map((event) => eventLine(atlas, event))), { className: "atlas-tip", sticky: true });
    layer.on("click", () => atlas.select(events[0].id));
    atlas.journeys.addLayer(layer);
  }
}

function markerPoint(atlas, place) {
  const marker = atlas.markerById.get(place.id);
  return marker?.shown ? marker.point : atlas.map.latLngToContainerPoint(place.at);
}

// Texts from tables are set as text, never as HTML.
function tipContent(heading, lines) {
  const box = document.createElement("div");
  const strong = document.createElement("strong");
  strong.textContent = heading;
  box.append(strong);
  for (const line of lines.slice(0, 5)) {
    const span = document.createElement("span");
    span.textContent = line;
    box.append(span);
  }
  if (lines.length > 5) {
    const more = document.createElement("span");
    more.textContent = `+ ${lines.length - 5}`;
    box.append(more);
  }
  return box;
}
