// The Plotly timeline, drawn once; veils dim what lies outside the range, so that a moving slider redraws nothing.

function buildTimeline(panel) {
  const make = (className, parent) => {
    const element = document.createElement("div");
    element.className = className;
    parent.append(element);
    return element;
  };
  const stage = make("stage", panel.root);
  panel.lanes = make("lanes", stage);
  panel.plotBox = make("plot-box", stage);
  panel.window = make("window", panel.plotBox);
  panel.plot = make("plot", panel.plotBox);
  panel.veils = [make("veil before", panel.plotBox), make("veil after", panel.plotBox)];
  panel.titles = make("titles", panel.plotBox);
  panel.titles.setAttribute("aria-hidden", "true"); // the list beside the map says the same, reachable by keyboard
  panel.ring = make("ring", panel.plotBox);
  panel.tip = make("tip", panel.plotBox);
  panel.resize = new ResizeObserver(() => {
    const width = panel.plotBox.clientWidth;
    if (!panel.drawn || (width === panel.drawnWidth && panel.plotBox.clientHeight === panel.drawnHeight)) return;
    rememberSize(panel);
    const { xaxis } = JSON.parse(panel.data.figures[panel.appearance]).layout;
    panel.plotly.relayout(panel.plot, { xaxis: fitTicks(panel, xaxis), autosize: true });
    placeOver(panel);
  });
  panel.resize.observe(panel.plotBox);
}

// plotly.js writes its style rules into the document's head, where a shadow root does not see them.
function bringPlotlysStyle(panel) {
  const home = panel.root.getRootNode();
  const written = document.head.querySelector('style[id^="plotly.js-style"]');
  if (!(home instanceof ShadowRoot) || !written || panel.styled) return;
  const sheet = new CSSStyleSheet();
  for (const rule of written.sheet.cssRules) sheet.insertRule(rule.cssText, sheet.cssRules.length);
  home.adoptedStyleSheets = [...home.adoptedStyleSheets, sheet];
  panel.styled = true;
}

function rememberSize(panel) {
  panel.drawnWidth = panel.plotBox.clientWidth;
  panel.drawnHeight = panel.plotBox.clientHeight;
}

async function drawTimeline(panel) {
  panel.plotly = await loadPlotly(panel.data.plotlyUrl);
  bringPlotlysStyle(panel);
  const { data, layout } = JSON.parse(panel.data.figures[panel.appearance]);
  rememberSize(panel);
  const settings = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false };
  await panel.plotly.react(panel.plot, data, { ...layout, xaxis: fitTicks(panel, layout.xaxis), autosize: true }, settings);
  if (!panel.drawn) {
    panel.plot.on("plotly_click", ({ points }) => select(panel, points[0].customdata));
    panel.plot.on("plotly_hover", ({ points }) => showTip(panel, points[0].customdata));
    panel.plot.on("plotly_unhover", () => { panel.tip.hidden = true; });
    panel.drawn = true;
  }
  if (panel.data.passing) dimFiltered(panel);
  placeOver(panel);
  panel.root.dataset.drawn = "yes";
}

// Ticks whose words would touch are left out: months give way to the month before, years to any month.
function fitTicks(panel, axis) {
  const canvas = (panel.canvas ||= document.createElement("canvas").getContext("2d"));
  canvas.font = `${axis.tickfont.size}px ${getComputedStyle(panel.root).fontFamily}`;
  const taken = [];
  const kept = axis.tickvals
    .map((value, index) => ({ value, text: axis.ticktext[index], year: /^\d+$/.test(axis.ticktext[index]) }))
    .sort((a, b) => a.year - b.year || a.value - b.value)
    .filter(({ value, text }) => {
      const half = canvas.measureText(text).width / 2 + 4;
      const middle = across(panel, value);
      const free = taken.every(([left, right]) => middle + half < left || middle - half > right);
      if (free) taken.push([middle - half, middle + half]);
      return free;
    });
  return { ...axis, tickangle: 0, tickvals: kept.map(({ value }) => value), ticktext: kept.map(({ text }) => text) };
}

// Marks that the filters stop stay as ghosts: the shape of the whole remains.
function dimFiltered(panel) {
  if (!panel.drawn) return;
  const passing = panel.data.passing && new Set(panel.data.passing);
  const opacities = [];
  const traces = [];
  panel.plot.data.forEach((trace, index) => {
    if (!trace.customdata) return;
    traces.push(index);
    opacities.push(Array.from(trace.customdata, (id) => (!passing || passing.has(id) ? 1 : 0.08)));
  });
  panel.plotly.restyle(panel.plot, { "marker.opacity": opacities }, traces);
}

function rowTop(panel, row) {
  const height = panel.plotBox.clientHeight - 26; // the figure's margins: 4 above, 22 below
  return 4 + (row / panel.data.layout.rows) * height;
}

function across(panel, position) {
  return (panel.data.language === "ar" ? 1 - position : position) * panel.plotBox.clientWidth;
}

// Lane names, titles and the selection's ring, for the present size.
function placeOver(panel) {
  const { layout, themes, language } = panel.data;
  panel.lanes.replaceChildren(
    ...layout.lanes.map((lane) => {
      const theme = themes.find(({ id }) => id === lane.theme);
      const name = document.createElement("span");
      name.textContent = theme.name;
      name.style.color = theme.colours[panel.appearance];
      name.style.top = `${rowTop(panel, (lane.top + lane.bottom) / 2)}px`;
      return name;
    }),
  );
  placeTitles(panel, language);
  placeRing(panel);
}

// Titles beside their marks as far as there is room; the selected one first, then what is in range.
function placeTitles(panel, language) {
  const { marks } = panel.data.layout;
  const passing = panel.data.passing && new Set(panel.data.passing);
  const width = panel.plotBox.clientWidth;
  const boxes = marks.map((mark) => {
    const [a, b] = [across(panel, mark.x0), across(panel, mark.x1)].sort((x, y) => x - y);
    const middle = (a + b) / 2;
    const y = rowTop(panel, mark.row);
    return { left: mark.point ? middle - 8 : a, right: mark.point ? middle + 8 : b, top: y - 5, bottom: y + 5 };
  });
  const taken = [...boxes];
  const canvas = (panel.canvas ||= document.createElement("canvas").getContext("2d"));
  const family = getComputedStyle(panel.root).fontFamily;
  const order = marks
    .map((mark, index) => ({ mark, index }))
    .filter(({ mark }) => !passing || passing.has(mark.id))
    .sort((a, b) => titleRank(panel, a.mark) - titleRank(panel, b.mark));
  panel.titles.replaceChildren();
  panel.titled = [];
  for (const { mark, index } of order) {
    const { left, right, top } = boxes[index];
    const must = mark.id === panel.selected;
    canvas.font = `${must ? "600 " : ""}11px ${family}`;
    const long = canvas.measureText(mark.title).width + 2;
    const spots = [right + 3, left - 3 - long];
    if (language === "ar") spots.reverse();
    for (const x of spots) {
      const box = { left: x, right: x + long, top: top - 2, bottom: top + 12 };
      if (x < 0 || box.right > width) continue;
      const free = !taken.some((other) => other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom);
      if (!free && !must) continue;
      taken.push(box);
      const title = document.createElement("span");
      title.textContent = mark.title;
      title.style.left = `${x}px`;
      title.style.top = `${top - 2}px`;
      if (must) title.className = "selected";
      panel.titles.append(title);
      panel.titled.push({ title, mark });
      break;
    }
  }
  lightTitles(panel);
}

// Titles of marks in range stand out, even where they reach beyond it.
function lightTitles(panel) {
  const [start, end] = panel.range.map((day) => panel.scale.position(day));
  for (const { title, mark } of panel.titled || []) title.classList.toggle("lit", mark.x0 <= end && mark.x1 >= start);
}

function titleRank(panel, mark) {
  if (mark.id === panel.selected) return -1;
  return mark.point ? 0 : 1;
}

function placeRing(panel) {
  const mark = panel.data.layout.marks.find(({ id }) => id === panel.selected);
  panel.ring.hidden = !mark;
  if (!mark) return;
  const [a, b] = [across(panel, mark.x0), across(panel, mark.x1)].sort((x, y) => x - y);
  const [left, right] = mark.point ? [(a + b) / 2 - 8, (a + b) / 2 + 8] : [a - 3, b + 3];
  const half = mark.point ? 8 : 5;
  Object.assign(panel.ring.style, { left: `${left}px`, width: `${right - left}px`, top: `${rowTop(panel, mark.row) - half}px`, height: `${half * 2}px` });
}

function showTip(panel, id) {
  const mark = panel.data.layout.marks.find((candidate) => candidate.id === id);
  if (!mark) return;
  panel.tip.replaceChildren();
  const title = document.createElement("strong");
  title.textContent = mark.title;
  const when = document.createElement("span");
  when.textContent = mark.when;
  panel.tip.append(title, when);
  panel.tip.hidden = false;
  const middle = across(panel, (mark.x0 + mark.x1) / 2);
  const left = Math.min(Math.max(middle - panel.tip.offsetWidth / 2, 0), panel.plotBox.clientWidth - panel.tip.offsetWidth);
  panel.tip.style.left = `${left}px`;
  const above = rowTop(panel, mark.row) - panel.tip.offsetHeight - 10;
  panel.tip.style.top = `${above < -30 ? rowTop(panel, mark.row) + 12 : above}px`;
}

// The range on the timeline: two veils and a pale window. Nothing else moves while the slider does.
function showRangeOnTimeline(panel) {
  const ends = panel.range.map((day) => panel.scale.position(day));
  panel.veils[0].style.width = `${ends[0] * 100}%`;
  panel.veils[1].style.width = `${(1 - ends[1]) * 100}%`;
  lightTitles(panel);
  panel.window.hidden = panel.range[0] <= panel.scale.first && panel.range[1] >= panel.scale.last;
  panel.window.style.insetInlineStart = `${ends[0] * 100}%`;
  panel.window.style.width = `${(ends[1] - ends[0]) * 100}%`;
}
