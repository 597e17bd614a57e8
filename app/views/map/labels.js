// Names of places and countries, placed so that none covers another, a marker or a control.

function boxesOverlap(a, b, gap = 2) {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

// Redraws all labels for the present zoom, markers and language. Greedy: weightier names choose first.
function placeLabels(atlas) {
  if (!atlas.told) return; // before the first state there is nothing to name
  const { map, data } = atlas;
  atlas.labels.clearLayers();
  const size = map.getSize();
  const taken = atlas.markers.filter((marker) => marker.shown).map((marker) => marker.box).concat(atlas.arrowHeads);
  for (const control of map.getContainer().querySelectorAll(".leaflet-control")) {
    const box = control.getBoundingClientRect();
    if (box.width) taken.push({ x: box.left, y: box.top, w: box.width, h: box.height });
  }
  const wanted = atlas.markers
    .filter((marker) => marker.shown)
    .map((marker) => ({
      marker,
      text: marker.place.name[atlas.language],
      classes: labelClasses(marker),
      weight: marker.place.rank * 100 - marker.count + (marker.place.area ? 150 : 0),
    }))
    .sort((a, b) => a.weight - b.weight);
  for (const label of wanted) {
    const { x, y, w, h } = label.marker.box;
    if (x + w < 0 || y + h < 0 || x > size.x || y > size.y) continue;
    const box = measureLabel(atlas, label.text, label.classes);
    const middle = y + h / 2 - box.h / 2;
    const centre = x + w / 2 - box.w / 2;
    const beside = [[x + w + 4, middle], [x - box.w - 4, middle]];
    if (atlas.rightToLeft()) beside.reverse();
    // Beside first, then below and above, then the corners, then nearly above and below.
    const [above, below] = [y - box.h - 2, y + h + 2];
    const spots = [
      ...beside, [centre, below], [centre, above],
      [x + w, below - 4], [x - box.w, above + 4], [x + w, above + 4], [x - box.w, below - 4],
      [x + w * 0.5, above], [x + w * 0.5 - box.w, above], [x + w * 0.5, below], [x + w * 0.5 - box.w, below],
    ];
    for (const [left, top] of spots) {
      const spot = { x: left, y: top, w: box.w, h: box.h };
      if (left < 2 || top < 2 || left + box.w > size.x - 2 || top + box.h > size.y - 2) continue;
      if (taken.some((other) => boxesOverlap(spot, other))) continue;
      taken.push(spot);
      addLabel(atlas, label.text, label.classes, left, top);
      break;
    }
  }
  if (atlas.geography) placeCountryNames(atlas, taken, size);
}

function labelClasses(marker) {
  const classes = ["atlas-label", `rank${marker.place.rank}`];
  if (marker.place.area) classes.push("area");
  if (marker.count >= 3) classes.push("weighty");
  return classes;
}

function addLabel(atlas, text, classes, left, top) {
  const element = document.createElement("div");
  element.className = classes.join(" ");
  element.textContent = text;
  const icon = L.divIcon({ html: element, className: "", iconSize: null });
  const at = atlas.map.containerPointToLatLng([left, top]);
  atlas.labels.addLayer(L.marker(at, { icon, interactive: false, keyboard: false, pane: "labels" }));
}

// Widths are measured once a text and style, off screen.
function measureLabel(atlas, text, classes) {
  const key = `${classes.join(" ")}|${text}`;
  if (!atlas.measured.has(key)) {
    const probe = document.createElement("div");
    probe.className = classes.join(" ");
    probe.textContent = text;
    probe.style.cssText = "position:absolute;visibility:hidden;left:0;top:0";
    atlas.map.getContainer().append(probe);
    atlas.measured.set(key, { w: probe.offsetWidth, h: probe.offsetHeight });
    probe.remove();
  }
  return atlas.measured.get(key);
}

// A country's name stands where most of the country is in sight, clear of all else.
function placeCountryNames(atlas, taken, size) {
  const done = new Set(atlas.markers.filter((marker) => marker.shown && marker.place.kind === "country").map((marker) => marker.place.name.en));
  const countries = atlas.geography.features
    .filter((feature) => feature.properties.layer === "country")
    .map((feature) => ({ feature, iso: atlas.data.countryCodes[feature.properties.name] }))
    .filter(({ iso }) => atlas.data.countryNames[iso])
    .sort((a, b) => atlas.data.focus.includes(b.iso) - atlas.data.focus.includes(a.iso));
  const named = new Set();
  for (const { feature, iso } of countries) {
    const name = atlas.data.countryNames[iso];
    const focus = atlas.data.focus.includes(iso);
    if (named.has(iso) || (!focus && done.has(name.en))) continue;
    const classes = ["atlas-label", "country", ...(focus ? ["focus"] : [])];
    const box = measureLabel(atlas, name[atlas.language], classes);
    if (!inSight(atlas, feature)) continue;
    const rings = screenRings(atlas, feature.geometry);
    const spot = roomiestSpot(rings, box, taken, size);
    if (!spot) continue;
    named.add(iso);
    taken.push(spot);
    addLabel(atlas, name[atlas.language], classes, spot.x, spot.y);
  }
}

// Most countries of the base map are out of sight: their thousands of points need not be projected.
function inSight(atlas, feature) {
  feature.extent ||= L.latLngBounds(feature.geometry.coordinates.flat(feature.geometry.type === "Polygon" ? 1 : 2).map(([lon, lat]) => [lat, lon]));
  return feature.extent.intersects(atlas.map.getBounds());
}

function screenRings(atlas, geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map(([outer]) => outer.map(([lon, lat]) => atlas.map.latLngToContainerPoint([lat, lon])));
}

// Tries a grid of spots and returns the one with the greatest distance to edges and to what is taken.
function roomiestSpot(rings, box, taken, size) {
  let best = null;
  let bestRoom = 3;
  for (let row = 1; row < 16; row += 1) {
    for (let column = 1; column < 20; column += 1) {
      const centre = { x: (size.x * column) / 20, y: (size.y * row) / 16 };
      const spot = { x: centre.x - box.w / 2, y: centre.y - box.h / 2, w: box.w, h: box.h };
      if (spot.x < 6 || spot.y < 6 || spot.x + spot.w > size.x - 6 || spot.y + spot.h > size.y - 6) continue;
      const corners = [[spot.x, centre.y], [centre.x, centre.y], [spot.x + spot.w, centre.y]];
      const ring = rings.find((candidate) => corners.every(([x, y]) => insideRing(candidate, x, y)));
      if (!ring || taken.some((other) => boxesOverlap(spot, other, 3))) continue;
      const fromFrame = Math.min(spot.x, spot.y, size.x - spot.x - spot.w, size.y - spot.y - spot.h);
      let room = Math.min(fromFrame * 1.5 + 4, 90);
      for (let i = 0; i < ring.length; i += 2) {
        room = Math.min(room, Math.hypot(ring[i].x - centre.x, (ring[i].y - centre.y) * 1.6));
      }
      if (room > bestRoom) [best, bestRoom] = [spot, room];
    }
  }
  return best;
}

function insideRing(ring, x, y) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const a = ring[i];
    const b = ring[j];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
