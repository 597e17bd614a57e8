// Places: one marker each, a ring pie split by theme with the count in it; its radius as a soft disc.

function makeMarkers(atlas) {
  atlas.markers = atlas.data.places
    .filter(({ at }) => insideFrame(atlas, at))
    .map((place) => {
      const element = document.createElement("div");
      element.className = "atlas-place";
      element.dataset.place = place.id;
      const layer = L.marker(place.at, { icon: L.divIcon({ html: element, className: "", iconSize: [0, 0] }), pane: "places", keyboard: true });
      const marker = { place, element, layer, shown: false, count: 0, signature: "", events: [], point: null, box: null };
      layer.bindTooltip(() => placeTip(atlas, marker), { className: "atlas-tip", direction: "top", offset: [0, -14] });
      layer.on("click keypress", (event) => {
        if (event.type === "click" || event.originalEvent.key === "Enter") atlas.selectPlace(place.id);
      });
      marker.disc = L.circle(place.at, { pane: "discs", radius: place.radiusKm * 1000, interactive: false, weight: place.area ? 1 : 0, dashArray: "4 4", opacity: 0.55 });
      marker.leader = L.polyline([], { pane: "discs", weight: 1, interactive: false });
      return marker;
    });
  atlas.markerById = new Map(atlas.markers.map((marker) => [marker.place.id, marker]));
}

function insideFrame(atlas, [lat, lon]) {
  const [[south, west], [north, east]] = atlas.data.frame;
  return lat >= south && lat <= north && lon >= west && lon <= east;
}

function placeTip(atlas, marker) {
  const words = atlas.words();
  return tipContent(`${marker.place.name[atlas.language]} · ${marker.events.length} ${words.events_word}`, marker.events.map((event) => eventLine(atlas, event)));
}

// An event's title, and both its dates where essay and reports differ.
function eventLine(atlas, event) {
  const [essay, reports] = event.twoDates[atlas.language];
  const title = event.title[atlas.language];
  return essay ? `${title} (${atlas.words().two_dates.replace("{essay}", essay).replace("{reports}", reports)})` : title;
}

// Gives every marker the events of `shown` that stand at it, and redraws those that changed.
function updateMarkers(atlas, shown) {
  const byPlace = new Map();
  for (const event of shown) {
    if (!byPlace.has(event.place)) byPlace.set(event.place, []);
    byPlace.get(event.place).push(event);
  }
  let changed = false;
  for (const marker of atlas.markers) {
    marker.events = byPlace.get(marker.place.id) || [];
    const selected = atlas.state.selected === `place:${marker.place.id}` || marker.events.some((event) => event.id === atlas.state.selected);
    const signature = `${atlas.appearance}|${atlas.language}|${selected}|${marker.events.map((event) => event.theme + event.contested).join()}`;
    if (signature === marker.signature) continue;
    marker.signature = signature;
    changed = true;
    marker.count = marker.events.length;
    marker.shown = marker.count > 0 || selected;
    drawMarker(atlas, marker, selected);
  }
  return changed;
}

function drawMarker(atlas, marker, selected) {
  const { map } = atlas;
  const { place, element, layer, disc } = marker;
  if (!marker.shown) {
    layer.remove();
    disc.remove();
    marker.leader.remove();
    return;
  }
  const radius = marker.count > 1 ? 9.5 + Math.min(8, 1.9 * Math.sqrt(marker.count)) : 7;
  marker.radius = radius;
  const palette = atlas.palette();
  const side = radius * 2 + 8;
  const svg = svgElement("svg", { width: side, height: side, viewBox: `${-side / 2} ${-side / 2} ${side} ${side}` });
  svg.append(svgElement("circle", { r: radius + 1.2, fill: palette.land_focus }));
  const counts = new Map();
  for (const { theme } of marker.events) counts.set(theme, (counts.get(theme) || 0) + 1);
  let angle = -Math.PI / 2;
  for (const { id } of atlas.data.themes) {
    const share = (counts.get(id) || 0) / Math.max(marker.count, 1);
    if (!share) continue;
    svg.append(ringSlice(angle, angle + share * 2 * Math.PI, radius, atlas.colourOf(id), share === 1));
    angle += share * 2 * Math.PI;
  }
  if (marker.count !== 1) svg.append(svgElement("circle", { r: radius - 4.2, fill: palette.ground }));
  if (place.area) svg.append(svgElement("circle", { r: radius + 1.4, fill: "none", stroke: palette.text_quiet, "stroke-width": 1, "stroke-dasharray": "2 2" }));
  if (marker.events.some((event) => event.contested)) svg.append(svgElement("circle", { class: "contested", r: radius + 1.9, fill: "none", stroke: palette.conflicts, "stroke-width": 1.3 }));
  if (selected) svg.append(svgElement("circle", { r: radius + 2.4, fill: "none", stroke: palette.text, "stroke-width": 2.2 }));
  if (marker.count !== 1) {
    const number = svgElement("text", { "text-anchor": "middle", "dominant-baseline": "central" });
    number.textContent = marker.count;
    svg.append(number);
  }
  element.replaceChildren(svg);
  element.style.cssText = `width:${side}px;height:${side}px;margin:${-side / 2}px 0 0 ${-side / 2}px`;
  const main = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  disc.setStyle({ color: palette.text_quiet, fillColor: main ? atlas.colourOf(main) : palette.text_quiet, fillOpacity: place.area ? 0.05 : 0.14 });
  // Whole countries and the border reach over everything: their disc would only grey the map.
  if (place.radiusKm <= 260 && (place.area || place.radiusKm >= 3)) disc.addTo(map);
  layer.addTo(map);
  const box = layer.getElement();
  if (box) {
    box.setAttribute("role", "button");
    box.setAttribute("aria-label", `${place.name[atlas.language]}: ${marker.count}`);
    // Markers that several events share with neighbours go under the smaller ones.
    layer.setZIndexOffset(selected ? 1000 : -marker.count * 10);
  }
}

function ringSlice(start, end, radius, fill, whole) {
  if (whole) return svgElement("circle", { r: radius, fill });
  const large = end - start > Math.PI ? 1 : 0;
  const [x0, y0, x1, y1] = [Math.cos(start), Math.sin(start), Math.cos(end), Math.sin(end)].map((part) => part * radius);
  return svgElement("path", { d: `M0,0L${x0},${y0}A${radius},${radius} 0 ${large},1 ${x1},${y1}Z`, fill });
}

// Markers that would cover one another move apart, tied to their true point by a thin line.
function spreadMarkers(atlas) {
  const shown = atlas.markers.filter((marker) => marker.shown);
  for (const marker of shown) {
    marker.home = atlas.map.latLngToContainerPoint(marker.place.at);
    marker.point = { x: marker.home.x, y: marker.home.y };
  }
  for (let round = 0; round < 60; round += 1) {
    let moved = false;
    for (let i = 0; i < shown.length; i += 1) {
      for (let j = i + 1; j < shown.length; j += 1) {
        const [a, b] = [shown[i], shown[j]];
        const least = a.radius + b.radius + 3;
        let dx = b.point.x - a.point.x;
        let dy = b.point.y - a.point.y;
        let distance = Math.hypot(dx, dy);
        if (distance >= least) continue;
        if (distance < 0.01) [dx, dy, distance] = [0.6, 0.8, 1];
        const push = (least - distance) / 2 + 0.2;
        a.point.x -= (dx / distance) * push;
        a.point.y -= (dy / distance) * push;
        b.point.x += (dx / distance) * push;
        b.point.y += (dy / distance) * push;
        moved = true;
      }
    }
    if (!moved) break;
  }
  const palette = atlas.palette();
  for (const marker of shown) {
    const { point, home, radius } = marker;
    marker.box = { x: point.x - radius - 1, y: point.y - radius - 1, w: radius * 2 + 2, h: radius * 2 + 2 };
    const at = atlas.map.containerPointToLatLng([point.x, point.y]);
    marker.layer.setLatLng(at);
    if (Math.hypot(point.x - home.x, point.y - home.y) > 3) {
      marker.leader.setLatLngs([marker.place.at, at]).setStyle({ color: palette.text_quiet }).addTo(atlas.map);
    } else {
      marker.leader.remove();
    }
  }
}

// Places beyond the frame have no room on this map: they stand in a corner, with their counts.
function drawAway(atlas, shown) {
  const box = atlas.away;
  const away = atlas.data.places.filter(({ at }) => !insideFrame(atlas, at));
  box.replaceChildren();
  for (const place of away) {
    const count = shown.filter((event) => event.place === place.id).length;
    if (!count) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${place.name[atlas.language]} · ${count}`;
    button.title = atlas.words().off_map;
    button.onclick = () => atlas.selectPlace(place.id);
    box.append(button);
  }
}
