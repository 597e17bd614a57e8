// Legend and filter in one. Python works out which events pass; the counts beside the choices follow the slider.

import { speak } from "../core/direction.js";
import { button, element, themeMark } from "../core/dom.js";
import { searchable, standsIn } from "../core/folding.js";
import { applyPalette } from "../core/theme.js";
import { inRange } from "../core/visibility.js";
import { fill } from "../core/words.js";
import { markKey } from "../legend/legend.js";

const COUNTS_MS = 200; // while the range moves, the counts follow so often
const MANY = 12; // a list with more choices than these can be searched
const filterPanels = new WeakMap();

export default function filterPanel({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".filters");
  let panel = filterPanels.get(root);
  if (!panel) {
    panel = { root, state: null, calls: 0, channel: new BroadcastChannel(data.channel) };
    filterPanels.set(root, panel);
    panel.channel.onmessage = ({ data: message }) => {
      if (message.type === "state") {
        panel.state = { ...message };
        countChoices(panel);
      } else if (message.type === "range" && panel.state) {
        panel.state.range = message.range;
        panel.counting ||= setTimeout(() => countChoices(panel), COUNTS_MS);
      }
    };
  }
  const before = panel.data;
  panel.data = data;
  panel.setStateValue = setStateValue;
  const appearance = applyPalette(root, data.palettes);
  speak(root, data.language);
  const said = ({ language, version, revision }) => [language, version, revision].join();
  if (!before || said(before) !== said(data) || panel.appearance !== appearance) {
    panel.appearance = appearance;
    // What the reader has chosen since Python last heard of it is newer than the view that Python brings.
    if (!(panel.turn > data.heard)) panel.chosen = structuredClone(data.chosen);
    build(panel);
  }
  panel.channel.postMessage({ type: "hello" });
  const call = (panel.calls += 1);
  return () => {
    if (call !== panel.calls) return; // a later call has taken over: this one's end is not the panel's
    panel.channel.close();
    clearTimeout(panel.searching);
    clearTimeout(panel.counting);
    filterPanels.delete(root);
  };
}

function build(panel) {
  const { root, data } = panel;
  const { words } = data;
  panel.counters = [];
  const focused = root.getRootNode().activeElement;
  const focus = focused && root.contains(focused) && { id: focused.closest("[data-choice]")?.dataset.choice, field: focused.closest("fieldset")?.className };
  const unfolded = root.querySelector("details.more")?.open;
  const { search: searchBefore, searching } = panel;
  root.replaceChildren();
  const brand = element("header");
  brand.append(element("h1", "", words.app_title), element("p", "", words.app_subtitle));
  root.append(brand, searchField(panel));
  const themes = group(panel, words.themes_heading, "themes", data.themes.map(({ id, name }) => [id, name]));
  root.append(themes, basisSwitch(panel));
  root.append(group(panel, words.agreement_heading, "agreements", data.agreements));
  if (data.layers.length) root.append(group(panel, words.layers_heading, "layers", data.layers));
  const more = element("details", "more");
  more.append(element("summary", "", words.more_filters));
  for (const field of ["actors", "places", "kinds"]) more.append(group(panel, words[`${field}_label`], field, data[field]));
  const certain = choice(words.certainty_label, panel.chosen.certainty === "certainly", (ticked) => {
    panel.chosen.certainty = ticked ? "certainly" : "possibly";
    report(panel);
  });
  more.append(certain);
  const onlyMap = choice(words.extent_label, panel.chosen.extent, (ticked) => {
    panel.chosen.extent = ticked;
    report(panel);
  });
  onlyMap.dataset.choice = "extent";
  more.open = ["actors", "places", "kinds"].some((field) => panel.chosen[field].length) || panel.chosen.certainty === "certainly" || Boolean(unfolded);
  root.append(onlyMap, more, button("clear", words.clear_filters, () => clear(panel)), markKey(words, data.date_marks));
  countChoices(panel);
  // Words typed a moment ago, of which Python has not heard, are not overwritten with those that it knows.
  if (searching) panel.search.value = searchBefore.value;
  const searched = focused?.matches(".search") && panel.search;
  const narrowed = focused?.matches(".narrow") && root.querySelector(`.${focus.field} .narrow`);
  const field = searched || narrowed;
  if (field) {
    field.focus();
    field.setSelectionRange(focused.selectionStart, focused.selectionEnd);
    return;
  }
  // The box that was just ticked, or the button that cleared, keeps the focus although all is made anew.
  if (focus) (root.querySelector(`${focus.field ? `.${focus.field} ` : ":not(fieldset *)"}[data-choice="${focus.id}"] input`) || root.querySelector(".clear")).focus();
}

function searchField(panel) {
  const { words } = panel.data;
  const input = (panel.search = element("input", "search"));
  Object.assign(input, { type: "search", value: panel.chosen.words, placeholder: words.search_placeholder, maxLength: 200 });
  input.setAttribute("aria-label", words.search_label);
  input.oninput = () => {
    clearTimeout(panel.searching);
    panel.searching = setTimeout(() => {
      panel.searching = 0;
      panel.chosen.words = panel.search.value; // the field may have been made anew since
      report(panel);
    }, 250);
  };
  return input;
}

function basisSwitch(panel) {
  const { words } = panel.data;
  const set = element("fieldset", "basis");
  set.append(element("legend", "", words.basis_heading));
  for (const basis of ["essay", "reports"]) {
    const label = element("label");
    const input = element("input");
    Object.assign(input, { type: "radio", name: "basis", value: basis, checked: panel.chosen.basis === basis });
    input.onchange = () => {
      panel.chosen.basis = basis;
      report(panel);
    };
    label.append(input, element("span", "", words[`basis_${basis}`]));
    set.append(label);
  }
  return set;
}

// A group of tick boxes. Themes and agreements begin all ticked (no restriction); the others begin empty.
function group(panel, heading, field, choices) {
  const set = element("fieldset", field);
  set.append(element("legend", "", heading));
  const full = field === "themes" || field === "agreements";
  const box = element("div", "choices");
  const rows = [];
  for (const [id, name, spellings] of choices) {
    const chosen = panel.chosen[field];
    const row = choice(name, full ? !chosen.length || chosen.includes(id) : chosen.includes(id), () => {
      const ticked = [...box.querySelectorAll("input")].filter((input) => input.checked).map((input) => input.value);
      panel.chosen[field] = full && ticked.length === choices.length ? [] : ticked;
      // Nothing ticked where all began ticked means: nothing passes.
      if (full && !ticked.length) panel.chosen[field] = [panel.data.nothing];
      report(panel);
    });
    row.querySelector("input").value = id;
    row.dataset.choice = id;
    if (field === "themes") row.querySelector("input").after(themeMark(panel, id, 15));
    const counter = element("span", "counter");
    row.append(counter);
    const split = field === "agreements" ? element("small", "split") : null;
    if (split) row.append(split);
    panel.counters.push({ field, id, row, counter, split });
    rows.push({ row, spellings: spellings ?? name });
    box.append(row);
  }
  if (choices.length > MANY) set.append(narrowing(panel, field, heading, rows));
  set.append(box);
  return set;
}

// Shows of a long list what has the words typed here, in any spelling, and what is ticked.
function narrowing(panel, field, heading, rows) {
  const { words } = panel.data;
  const input = element("input", "narrow");
  Object.assign(input, { type: "text", autocomplete: "off", value: (panel.sought ??= {})[field] ?? "", placeholder: words.narrow_placeholder, maxLength: 200 });
  input.setAttribute("aria-label", fill(words.narrow_label, { list: heading }));
  const none = element("p", "none", words.narrow_none);
  const show = () => {
    panel.sought[field] = input.value;
    let shown = 0;
    for (const one of rows) {
      const { row } = one;
      row.hidden = !row.querySelector("input").checked && !standsIn(input.value, (one.searched ??= searchable(one.spellings)));
      shown += row.hidden ? 0 : 1;
    }
    none.hidden = shown > 0;
  };
  input.oninput = show;
  if (input.value) show();
  else none.hidden = true;
  const narrow = element("div");
  narrow.append(input, none);
  return narrow;
}

function choice(name, ticked, onchange) {
  const label = element("label", "choice");
  const input = element("input");
  Object.assign(input, { type: "checkbox", checked: ticked });
  input.onchange = () => onchange(input.checked);
  label.append(input, element("span", "name", name));
  return label;
}

function clear(panel) {
  clearTimeout(panel.searching); // words typed a moment ago must not come back after they were cleared
  panel.searching = 0;
  panel.chosen = { ...panel.chosen, themes: [], agreements: [], layers: [], actors: [], places: [], kinds: [], words: "", certainty: "possibly", extent: false };
  build(panel);
  report(panel);
}

function report(panel) {
  panel.turn = Math.max(Date.now(), (panel.turn || 0) + 1);
  panel.setStateValue("chosen", { ...panel.chosen, turn: panel.turn });
}

// How many events in range each choice stands for, whether it is ticked or not. Agreements are counted as on all pages: what
// neither source dates is counted too, and said apart.
function countChoices(panel) {
  clearTimeout(panel.counting);
  panel.counting = 0;
  if (!panel.state || !panel.counters) return;
  const { range, basis, certainty } = panel.state;
  const { words } = panel.data;
  const tally = new Map();
  const undated = new Map();
  for (const event of panel.data.events) {
    const span = event.spans[basis];
    if (panel.state.sight && !panel.state.sight.includes(event.id)) continue;
    if (span && !inRange(span, range, certainty)) continue;
    const counts = span ? tally : undated;
    for (const key of event.keys) counts.set(key, (counts.get(key) || 0) + 1);
  }
  for (const { field, id, row, counter, split } of panel.counters) {
    // A layer that is off has no events here: it says how many it would bring.
    const key = `${field}:${id}`;
    const dated = field === "layers" ? panel.data.layerCounts[id] : tally.get(key) || 0;
    const more = split ? undated.get(key) || 0 : 0;
    const count = dated + more;
    counter.textContent = count;
    if (split) split.textContent = more ? fill(words.count_split, { dated, undated: more, total: count }) : "";
    row.classList.toggle("empty", count === 0);
  }
}
