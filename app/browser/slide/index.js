// The slide around map and timeline: title, range, counter, legend and caption. Both stand in frames of their own, so that each
// is its page's whole width, and large screens show them larger with all that is in them.

import { setText, speak } from "../core/direction.js";
import { element, ownValue, themeMark } from "../core/dom.js";
import { inRange } from "../core/visibility.js";
import { counted, fill, rangeInWords } from "../core/words.js";
import { markRows } from "../legend/legend.js";

// Of the language of marks, what nobody guesses; the app's legend has it all.
const KINDS_OF_MARKS = ["mark_hollow", "mark_ring", ...SLIDE.date_marks, "map_key_pie", "map_key_journey", "map_key_route", "map_key_closed"];

const inRangeOf = (range) => SLIDE.events.filter(({ id, spans }) => {
  const span = spans[SLIDE.basis];
  return span && (!SLIDE.passing || SLIDE.passing.includes(id)) && inRange(span, range, SLIDE.certainty);
}).length;

function showRange(range) {
  const { words, language, events, basis } = SLIDE;
  const said = rangeInWords(words, range, language);
  const count = counted(words, language, "count_events", { shown: inRangeOf(range), n: events.length });
  document.querySelector(".range").textContent = said;
  document.querySelector(".count").textContent = count;
  setText(document.querySelector(".caption"), fill(words[`slide_caption_${basis}`], { count, range: said }));
}

// The selected event or place by name: on the map and on the timeline it has no more than a ring.
function showChosen(selected) {
  const line = document.querySelector(".chosen");
  const event = SLIDE.events.find(({ id }) => id === selected);
  if (event) {
    const mark = themeMark({ data: SLIDE, appearance: SLIDE.appearance }, event.theme, 14);
    line.replaceChildren(mark, element("span", "when", event.when), element("span", "", event.title));
  } else setText(line, selected.startsWith("place:") ? ownValue(SLIDE.places, selected.slice("place:".length)) || "" : "");
}

function drawLegend() {
  const legend = document.querySelector(".legend");
  for (const { id, name } of SLIDE.themes) {
    const row = element("p");
    row.append(themeMark({ data: SLIDE, appearance: SLIDE.appearance }, id, 14), element("span", "", name));
    legend.append(row);
  }
  legend.append(...markRows(SLIDE.words, KINDS_OF_MARKS));
}

// A screen larger than the slide was designed for shows it larger, writing and all: the slide is laid out at `window / scale`
// and then scaled, so that all engines compute the same.
function fit() {
  const [width, height] = SLIDE.designedFor;
  const { innerWidth, innerHeight } = window;
  const scale = Math.max(SLIDE.smallest, Math.min(innerWidth / width, innerHeight / height)) || 1;
  const { style } = document.documentElement;
  style.setProperty("--slide-width", `${innerWidth / scale}px`);
  style.setProperty("--slide-height", `${innerHeight / scale}px`);
  style.setProperty("--slide-scale", scale === 1 ? "none" : `scale(${scale})`);
  fitLegend();
}

// A key with many rows is set smaller, so that it stays beside the map.
function fitLegend() {
  const legend = /** @type {HTMLElement} */ (document.querySelector(".legend"));
  legend.style.zoom = "1";
  const needed = legend.scrollHeight;
  const room = legend.parentElement.clientHeight;
  if (needed > room) legend.style.zoom = String(room / needed);
}

const frameOf = (name) => /** @type {HTMLIFrameElement} */ (document.querySelector(`iframe.${name}`));

// The pages of map and timeline stand in inert elements: a tilde keeps their tags from being this page's.
function mount(name) {
  const page = document.getElementById(`${name}-page`).textContent.replaceAll(SLIDE.channel, channel.name);
  frameOf(name).srcdoc = page.replace(/<~(~*)(?=\/?script|!--)/gi, "<$1");
}

// For whoever takes a picture: both drawn, letters there, and names placed.
async function waitUntilDrawn() {
  const documents = () => [...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument);
  const drawn = () => {
    const [map, time] = documents();
    const atlas = frameOf("map").contentWindow.atlas;
    return map?.documentElement?.matches("[data-base=drawn][data-shown]") && !atlas?.settling && time?.querySelector(".time-panel[data-drawn]");
  };
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  while (!drawn()) await frame();
  await Promise.all([document, ...documents()].map(({ fonts }) => fonts.ready));
  for (let rest = 0; rest < 2; rest += drawn() ? 1 : -rest) await frame();
  document.documentElement.dataset.ready = "yes";
}

// The same page as the next slide of a deck: another range, title and link.
export function showTurn({ range, camera, selected, title, link, code }) {
  setText(document.querySelector("h1"), title);
  const address = /** @type {HTMLAnchorElement} */ (document.querySelector(".link a"));
  [address.href, address.textContent] = [link, link];
  document.querySelector(".code").innerHTML = code; // drawn by our own program
  channel.postMessage({ type: "go", range, camera, selected });
}

// The same for whoever takes a picture: it may be taken once all is drawn.
export async function turnTo(turn) {
  const map = frameOf("map").contentWindow;
  delete document.documentElement.dataset.ready;
  showTurn(turn);
  while (String(map.atlas.state.range) !== String(turn.range)) await new Promise(requestAnimationFrame);
  await waitUntilDrawn();
}

// Two pages that were opened from one file, or by one server, must not drive each other: each has a channel of its own.
export const channel = new BroadcastChannel(`${SLIDE.channel}-${Math.random().toString(36).slice(2)}`);
channel.onmessage = ({ data: message }) => {
  if (message.type === "state" || message.type === "range") showRange(message.range);
  if (message.type === "state") showChosen(message.selected);
};
speak(document.documentElement, SLIDE.language);
fit();
addEventListener("resize", fit);
drawLegend();
fitLegend();
mount("time"); // first: the larger script takes its time on another thread
mount("map");
waitUntilDrawn();
