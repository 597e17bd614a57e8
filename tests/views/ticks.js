// Reads views of a time scale as JSON from the standard input, and writes the words of the ticks of each.
const { readFileSync } = require("node:fs");
const views = JSON.parse(readFileSync(0, "utf8"));
const measure = (text) => 6 * text.length; // about what a letter takes in the panel
console.log(JSON.stringify(views.map(({ days, positions, breaks, view, width, language }) => {
  const panel = { data: { language } };
  const across = (at) => ((at - view[0]) / (view[1] - view[0])) * width;
  const ticks = chooseTicks({ scale: makeScale({ days, positions }), breaks, view, width, language, least: leastDistances(panel, measure) });
  return fitTicks(ticks, { measure, breaks, taken: [], across, width }).map(({ at, day, unit, text }) => ({ at, day, unit, text }));
})));
