// Words along the axis: those that come with the figure for the whole, finer ones from nearer: years, then months, then days.

const TICK_LEAST_PX = 46; // between two ticks of one kind
const EDGE_PX = 12; // a word may reach so far over an end of the axis
const MONTH_STEPS = [1, 2, 3, 6];
const DAY_STEPS = [1, 2, 5, 10, 15];
const YEAR_STEPS = [1, 2, 5, 10];
const tickFormats = {}; // making one takes longer than all else

// The axis for what is in sight now.
function axisOfView(panel, axis) {
  const [start, end] = panel.view;
  const range = panel.data.language === "ar" ? [end, start] : [start, end];
  const whole = JSON.parse(panel.data.figures[panel.appearance]).layout.xaxis;
  const ticks = isZoomed(panel) ? ticksInView(panel) : whole.tickvals.map((at, index) => ({ at, text: whole.ticktext[index], rank: /^\d+$/.test(whole.ticktext[index]) ? 1 : 0 }));
  let kept = fitTicks(panel, axis, ticks);
  // Days and months say their year once: at the first of them, where no year is in sight.
  const [first] = [...kept].sort((a, b) => a.at - b.at);
  if (first?.withYear && !kept.some(({ year }) => year)) kept = fitTicks(panel, axis, ticks.map((tick) => (tick === first ? { ...tick, text: tick.withYear, rank: 0 } : tick)));
  return { ...axis, range, tickangle: 0, tickvals: kept.map(({ at }) => at), ticktext: kept.map(({ text }) => text) };
}

// Ticks whose words would touch are left out, those of higher rank first, and none touches the word at a break.
function fitTicks(panel, axis, ticks) {
  const canvas = (panel.canvas ||= document.createElement("canvas").getContext("2d"));
  canvas.font = `${axis.tickfont.size}px ${getComputedStyle(panel.root).fontFamily}`;
  const taken = breakBoxes(panel).map(({ left, right }) => [left, right]);
  return [...ticks].sort((a, b) => a.rank - b.rank || a.at - b.at).filter(({ at, text }) => {
    const half = canvas.measureText(text).width / 2 + 4;
    const middle = across(panel, at);
    const free = middle - half > -EDGE_PX && middle + half < panel.drawnWidth + EDGE_PX && taken.every(([left, right]) => middle + half < left || middle - half > right);
    if (free) taken.push([middle - half, middle + half]);
    return free;
  });
}

function ticksInView(panel) {
  const [start, end] = panel.view;
  const { days, positions } = panel.data.scale;
  const ticks = [];
  for (let i = 1; i < days.length; i += 1) {
    if (positions[i] <= start || positions[i - 1] >= end) continue;
    const pxPerDay = ((positions[i] - positions[i - 1]) / (days[i] - days[i - 1]) / (end - start)) * panel.drawnWidth;
    ticks.push(...ticksBetween(panel, days[i - 1], days[i], pxPerDay));
  }
  return ticks.filter(({ at }) => at >= start && at <= end);
}

// Ticks in one stretch of even pace, from coarse to fine as far as there is room.
function ticksBetween(panel, first, last, pxPerDay) {
  const { language } = panel.data;
  const fits = (steps, unitDays) => steps.find((step) => step * unitDays * pxPerDay >= TICK_LEAST_PX);
  const [dayStep, monthStep, yearStep] = [fits(DAY_STEPS, 1), fits(MONTH_STEPS, 30), fits(YEAR_STEPS, 365) || 10];
  const ticks = [];
  const put = (day, rank, parts, year = false) => {
    if (day >= first && day < last) ticks.push({ at: panel.scale.position(day), text: tickWords(day, parts, language), withYear: tickWords(day, { ...parts, year: "numeric" }, language), rank, year });
  };
  for (let day = startOfMonth(first); day < last; day = addMonths(day, 1)) {
    const date = ordinalToDate(day);
    const month = date.getUTCMonth();
    if (month === 0 && (monthStep || date.getUTCFullYear() % yearStep === 0)) put(day, 1, monthStep ? { month: "short", year: "numeric" } : { year: "numeric" }, true);
    else if (monthStep && month % monthStep === 0) put(day, 2, { month: "short" });
    if (!dayStep) continue;
    for (let inMonth = 1 + dayStep; inMonth <= 31 && day + inMonth - 1 < addMonths(day, 1); inMonth += dayStep) put(day + inMonth - 1, 3, { day: "numeric", month: "short" });
  }
  return ticks;
}

function startOfMonth(ordinal) {
  return ordinal - ordinalToDate(ordinal).getUTCDate() + 1;
}

function tickWords(ordinal, parts, language) {
  const key = `${language} ${Object.keys(parts)}`;
  tickFormats[key] ||= new Intl.DateTimeFormat(language === "ar" ? "ar-IQ-u-nu-latn" : "en-GB", { ...parts, timeZone: "UTC" });
  return tickFormats[key].format(ordinalToDate(ordinal));
}
