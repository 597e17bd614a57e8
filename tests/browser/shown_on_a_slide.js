// What an exported slide shows, for test_ten_views.py: a function of the selectors of what must be read, by the document they are for.
(mustBeRead) => {
  const panel = document.querySelector(".time").shadowRoot;
  const map = document.querySelector("iframe.map").contentDocument;
  const plain = (text) => text.replace(/[\u2066-\u2069\u200e\u200f\u202a-\u202e]/g, "").replace(/\s+/g, " ").trim();
  const isSeen = (one) => {
    const { width, height } = one.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(one).visibility === "visible";
  };
  const boxOf = (one) => {
    const { x, y, right, bottom } = one.getBoundingClientRect();
    return { x, y, right, bottom };
  };
  // Whole: inside its frame, and all of its letters in it.
  const isWhole = (one, { x, y, right, bottom }) => {
    const own = one.getBoundingClientRect();
    return own.x >= x - 1 && own.y >= y - 1 && own.right <= right + 1 && own.bottom <= bottom + 1 &&
      (!("offsetWidth" in one) || one.scrollWidth <= one.clientWidth + 1); // of SVG there is no such width
  };
  const all = (root, selector) => [...root.querySelectorAll(selector)].filter(isSeen);
  const mapFrame = { x: 0, y: 0, right: map.defaultView.innerWidth, bottom: map.defaultView.innerHeight };
  const named = (root, selector, frame) => all(root, selector).filter((one) => isWhole(one, frame)).map((one) => plain(one.textContent));

  const plot = panel.querySelector(".plot");
  const plotBox = boxOf(panel.querySelector(".plot-box"));
  const badges = all(panel, ".badges .badge");
  const captions = all(document, ".captions li").map((row) => ({
    number: plain(row.querySelector(".badge").textContent),
    title: plain(row.querySelector(".what").textContent),
    isWhole: isWhole(row, boxOf(document.querySelector(".beside"))) && isWhole(row.querySelector(".what"), boxOf(row)),
  }));

  // What is drawn within the axis and not hidden under a number, by what it says; each the ids of its events.
  const { xaxis, yaxis } = plot._fullLayout;
  const [first, last] = [...xaxis.range].sort((a, b) => a - b);
  const scale = panel.host.getBoundingClientRect().width / panel.host.offsetWidth;
  const plotAt = plot.getBoundingClientRect();
  const isUnderBadge = (x, y, size) => badges.some((badge) => {
    const { x: left, y: top, width, height } = badge.getBoundingClientRect();
    const [dx, dy] = [
      plotAt.x + (xaxis._offset + xaxis.d2p(x)) * scale - left - width / 2, plotAt.y + (yaxis._offset + yaxis.d2p(y)) * scale - top - height / 2,
    ];
    return Math.hypot(dx, dy) + (size * scale) / 2 <= width / 2 + scale;
  });
  const drawn = { hollow: [], rings: [], halos: [], slashes: [], arrows: [], dots: [], pieces: [] };
  for (const trace of plot.data) {
    const { type, marker, customdata = [], x, y, base } = trace;
    customdata.forEach((id, index) => {
      const of = (value) => (Array.isArray(value) ? value[index] : value);
      if (type === "bar") {
        const [from, to] = [Number(base[index]), Number(base[index]) + Number(x[index])];
        if (to < first || from > last) return;
        if (!marker.cornerradius) drawn.pieces.push(id);
        else if (of(marker.line.width) > 0) drawn.hollow.push(id);
        return;
      }
      const [symbol, size] = [of(marker.symbol), of(marker.size)];
      if (x[index] < first || x[index] > last || isUnderBadge(x[index], y[index], size)) return;
      if (Array.isArray(marker.symbol) && symbol.startsWith("arrow")) drawn.arrows.push(id);
      else if (symbol === "circle-open" && !Array.isArray(marker.symbol)) drawn.rings.push(id);
      else if (symbol === "line-ne") drawn.slashes.push(id);
      else if (symbol === "circle" && size === 3) drawn.dots.push(id);
      else if (size === 18) drawn.halos.push(id);
      else if (symbol.endsWith("-open")) drawn.hollow.push(id);
    });
  }

  const isOnMap = ({ x, y }) => x > 0 && y > 0 && x < mapFrame.right && y < mapFrame.bottom;
  const crosses = (path) => {
    const [length, toScreen] = [path.getTotalLength(), path.getScreenCTM()];
    const steps = Math.ceil(length / 4);
    return Array.from({ length: steps + 1 }, (_, step) => path.getPointAtLength((length * step) / steps).matrixTransform(toScreen)).some(isOnMap);
  };
  const touchesMap = (one) => {
    const { x, y, right, bottom } = one.getBoundingClientRect();
    return right > 0 && bottom > 0 && x < mapFrame.right && y < mapFrame.bottom;
  };
  const paths = (pane) => all(map, `.leaflet-${pane}-pane path`).filter(crosses);
  const onMap = [
    ...(all(map, ".atlas-place text").some(touchesMap) ? ["map_key_pie"] : []),
    ...(paths("journeys").some((path) => path.getAttribute("fill") !== "none") ? ["map_key_journey"] : []),
    ...(paths("routes").length ? ["map_key_route"] : []),
    ...all(map, ".atlas-crossing").filter(touchesMap).map((one) => `map_key_${one.dataset.status}`),
  ];

  const drawnPx = (root, one) => {
    const frame = document.querySelector("iframe.map");
    const around = root === "map" ? frame.getBoundingClientRect().width / map.defaultView.innerWidth : document.body.getBoundingClientRect().width / document.body.offsetWidth;
    return parseFloat(getComputedStyle(one).fontSize) * around;
  };
  const roots = { page: document, map, timeline: panel };
  const frames = { page: boxOf(document.body), map: mapFrame, timeline: boxOf(panel.host) };
  const type = Object.entries(mustBeRead).flatMap(([root, selector]) => all(roots[root], selector).filter((one) => plain(one.textContent))
    .map((one) => ({ root, text: plain(one.textContent), px: drawnPx(root, one), isWhole: isWhole(one, frames[root]) })));
  const { day } = map.defaultView.atlasMap.atlas.scale();
  const overlap = (a, b) => a.x < b.right - 1 && b.x < a.right - 1 && a.y < b.bottom - 1 && b.y < a.bottom - 1;
  const covered = [[panel, ".titles span, .badges .badge"], [map, ".atlas-label:not(.along), .atlas-chips button, .atlas-captions .badge"]].flatMap(([root, selector]) => {
    const drawnHere = all(root, selector).map((one) => ({ text: plain(one.textContent), box: boxOf(one) }));
    return drawnHere.flatMap((one, index) => drawnHere.slice(index + 1).filter((other) => overlap(one.box, other.box)).map((other) => `${one.text} / ${other.text}`));
  });
  return {
    names: named(map, ".atlas-label", mapFrame),
    chips: all(map, ".atlas-chips button").filter((one) => isWhole(one.querySelector("span"), mapFrame)).map((one) => plain(one.textContent)),
    titles: named(panel, ".titles span", plotBox),
    badges: badges.map((one) => ({ event: one.dataset.event, number: plain(one.textContent) })),
    captions,
    key: all(document, ".legend p > span").map((one) => plain(one.textContent)),
    drawn,
    onMap,
    type,
    days: day(last) - day(first),
    covered,
  };
}
