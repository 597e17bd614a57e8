// @ts-check
// What the card of a border crossing says first: how it stood at the end of the range, a strip of all its times, and each of these in
// words, folded over its remarks and the events that say so.

import { stateOn } from "../core/crossing_states.js";
import { dayInWords } from "../core/dates.js";
import { joined, setText } from "../core/direction.js";
import { button, element } from "../core/dom.js";
import { ABSENT } from "../core/visibility.js";
import { fill } from "../core/words.js";
import { bandSample, crossingStrip } from "./crossing_strip.js";

/** @typedef {import("../core/atlas.js").Atlas} Atlas */
/** @typedef {import("../core/dataset.js").CrossingState} CrossingState */
/** @typedef {import("../core/dataset.js").PlaceRow} PlaceRow */

/**
 * @param {Atlas} atlas
 * @param {PlaceRow} place
 * @returns {{ nodes: Node[], follow: () => void }} nothing for a place that is no crossing
 */
export function crossingHistory(atlas, place) {
  const states = atlas.dataset.crossings.find((crossing) => crossing.place === place.index)?.states ?? [];
  if (!states.length) return { nodes: [], follow: () => {} };
  const strip = crossingStrip(atlas, states, joined([atlas.words().crossing_states_heading, ...states.map((state) => stateInWords(atlas, state))], ". "));
  const now = element("p", "crossing-now");
  const [day, standing, since] = [element("span", "quiet"), element("strong"), element("span", "quiet")];
  now.append(day, " ", standing, " ", since);
  const follow = () => {
    strip.follow();
    const [, last] = atlas.range();
    const { passage, hold } = stateOn(states, last);
    const words = atlas.words();
    setText(day, fill(words.crossing_at_end, { day: dayInWords(last, atlas.language()) }));
    setText(standing, words[`crossing_${passage?.status || "unknown"}`]);
    setText(since, [passage && `(${passage.period[atlas.language().code]})`, hold && stateInWords(atlas, hold)].filter(Boolean).join(" · "));
  };
  return { nodes: [now, strip.svg, ...timesInWords(atlas, states)], follow };
}

/** @param {Atlas} atlas @param {CrossingState} state */
function stateInWords(atlas, { status, holder, period }) {
  const [words, { code }] = [atlas.words(), atlas.language()];
  return status ? joined([words[`crossing_${status}`], period[code]], " · ") : fill(words.crossing_held, { holder: holder?.[code] ?? "", period: period[code] });
}

// A time that only events of a layer that is off tell of is an offer to switch that on.
/** @param {Atlas} atlas @param {CrossingState[]} states @returns {Node[]} */
function timesInWords(atlas, states) {
  const { dataset, visibility } = atlas;
  const code = atlas.language().code;
  const list = element("ul", "crossing-states");
  /** @type {Set<string>} */
  const layersOff = new Set();
  for (const state of states) {
    const events = state.events.map((index) => dataset.events[index]);
    const saidBy = events.filter(({ index }) => visibility.status[index] !== ABSENT);
    if (!saidBy.length) {
      for (const { layer } of events) layersOff.add(layer);
      continue;
    }
    const fold = element("details");
    fold.dataset.fold = `crossing:${state.first}:${state.status}`;
    const summary = element("summary");
    if (state.status) summary.append(bandSample(state.status));
    if (state.status) summary.append(element("strong", "", atlas.words()[`crossing_${state.status}`]), " · ", element("span", "", state.period[code]));
    else summary.append(element("span", "", stateInWords(atlas, state)));
    fold.append(summary);
    if (state.note[code]) fold.append(element("p", "quiet", state.note[code]));
    for (const { id, title } of saidBy) fold.append(button("link", title[code], () => atlas.select(id)));
    list.append(element("li"));
    list.lastElementChild?.append(fold);
  }
  const offers = [...layersOff].map((layer) => laterOffer(atlas, layer));
  return list.children.length ? [element("h3", "", atlas.words().crossing_states_heading), list, ...offers] : offers;
}

/** @param {Atlas} atlas @param {string} layer */
function laterOffer(atlas, layer) {
  const words = atlas.words();
  const line = element("p", "later");
  const offer = button("link", words[`show_layer_${layer}`], () =>
    atlas.view.set({ layers: [...atlas.view.get().layers, layer] }, { step: true }));
  line.append(element("span", "quiet", words.crossing_later), " ", offer);
  return line;
}
