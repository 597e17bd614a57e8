// Copying a card: as plain text, or as citations in a common style.

import { isolate, joined } from "../core/direction.js";
import { button, element } from "../core/dom.js";
import { counted, fill, listed } from "../core/words.js";
import { placingRemark, whyNotOnMap } from "./event_card.js";
import { inFigures, pointInFigures } from "./place_card.js";
import { placingBasis } from "./virtual_list.js";

const COPIED_MS = 2000;

export function copyBar(reader, kinds) {
  const { words } = reader.data;
  const bar = element("div", "copy-bar");
  const said = element("span", "copied");
  said.setAttribute("role", "status");
  for (const [word, compose] of kinds) bar.append(button(word.replace("_", "-"), words[word], () => copy(bar, said, compose(), words)));
  bar.append(said);
  return bar;
}

async function copy(bar, said, text, words) {
  bar.querySelector(".by-hand")?.remove();
  if (!(await toClipboard(bar, text))) {
    const box = element("label", "by-hand", words.copy_by_hand);
    const field = textField(text);
    box.append(field);
    bar.append(box);
    field.select();
    return;
  }
  said.textContent = words.copied;
  clearTimeout(said.timer);
  said.timer = setTimeout(() => { said.textContent = ""; }, COPIED_MS);
}

// Browsers keep the clipboard from pages that came without encryption; there the old command may still copy.
async function toClipboard(bar, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = bar.getRootNode().activeElement;
    const field = textField(text);
    field.className = "unseen";
    bar.append(field);
    field.select();
    let copied = false;
    try {
      copied = document.execCommand("copy");
    } catch {
      // No such command: the text is shown instead.
    }
    field.remove();
    focused?.focus();
    return copied;
  }
}

function textField(text) {
  const field = element("textarea");
  Object.assign(field, { value: text, readOnly: true, rows: 8, dir: "auto" });
  return field;
}

// Lines that a spreadsheet would take for formulas get an apostrophe before them; a tab would begin another cell.
function asPlainText(lines) {
  return lines
    .filter(Boolean)
    .flatMap((line) => String(line).replaceAll("\t", " ").split(/\r\n|\r|\n/))
    .map((line) => (/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(line) ? `'${line}` : line))
    .join("\n");
}

// Within a copied line a text against the line's direction stands between isolates; an address does not, since programs that
// make links of addresses would take the isolate along.
export function eventAsText(reader, event) {
  const { words } = reader.data;
  const own = event.layer === "essay";
  const placing = placingBasis(reader, event);
  const dated = (basis) => {
    const said = `${words[basis === "essay" ? "essay_date" : "reported_date"]}: ${isolate(event.dates[basis] || words.no_date)}`;
    return basis === placing ? `${said} (${placingRemark(reader, event)})` : said;
  };
  return asPlainText([
    isolate(event.title),
    joined([reader.themeName(event.theme), words[`kind_${event.kind}`]], " · "),
    own ? dated("essay") : words[`not_in_essay_${event.layer}`],
    dated("reports"),
    placing ? "" : words.undated_event,
    own ? words[`agree_${event.agreement}`] : words.agree_reports_alone,
    `${own ? words.essay_says : words.agreement_heading}${event.paragraphs.length ? ` (${paragraphsInWords(reader, event)})` : ""}: ${isolate(event.summary)}`,
    event.difference && `${words.agreement_heading}: ${isolate(event.difference)}`,
    whyNotOnMap(reader, event),
    ...event.places.map(({ id, supplied }) => `${words.where}: ${placeInWords(reader, id)}${supplied ? ` · ${words.supplied_by_reports}` : ""}`),
    event.from && `${words.where}: ${fill(words.from_place, { place: placeInWords(reader, event.from.id) })}`,
    ...event.actors.map(({ name, role, supplied }) => `${words.who}: ${joined([name, role, supplied && words.supplied_by_reports], " · ")}`),
    event.note && `${words.note}: ${isolate(event.note)}`,
    ...event.reports.map((report) => `${citation(reader, report)} (${joined([words[`bearing_${report.bearing}`], report.note], " · ")})`),
    `${words.this_view}: ${addressOf(event.id)}`,
  ]);
}

export function placeAsText(reader, place) {
  const { words } = reader.data;
  const id = Object.keys(reader.data.places).find((key) => reader.data.places[key] === place);
  const apart = place.sources_apart_km === null ? "" : ` · ${fill(words.sources_apart, { n: inFigures(place.sources_apart_km, reader.data.language) })}`;
  return asPlainText([
    placeInWords(reader, id),
    words[`place_${place.kind}`],
    place.second_source && `${words.second_source}: ${isolate(place.second_source)}${apart}`,
    place.confidence && `${words.confidence}: ${words[`confidence_${place.confidence}`]}`,
    place.note && `${words.note}: ${isolate(place.note)}`,
    ...reader.sheet.lists.flatMap(({ shown }) => shown).map((event) => joined([event.dates[placingBasis(reader, event)], event.title], ": ")),
    `${words.this_view}: ${addressOf(`place:${id}`)}`,
  ]);
}

export function eventAsCitation(reader, event) {
  const own = event.layer === "essay";
  const essay = joined([reader.data.words.cite_essay, paragraphsInWords(reader, event)], reader.comma());
  return asPlainText([own && `${essay}.`, ...event.reports.map((report) => citation(reader, report))]);
}

function citation(reader, { publisher, title, published, url, archive_url: archive, accessed }) {
  const { words } = reader.data;
  const read = [archive && `${words.archived_copy}: ${archive}`, accessed && fill(words.accessed, { date: accessed })].filter(Boolean);
  const source = `${[isolate(publisher), title && `“${isolate(title)}”`, isolate(published)].filter(Boolean).join(reader.comma())}. ${url}`;
  return read.length ? `${source} (${read.join(" · ")})` : source;
}

function paragraphsInWords(reader, { paragraphs }) {
  const { words, language } = reader.data;
  const n = paragraphs.length;
  return n ? counted(words, language, "cite_paragraphs", { n, numbers: listed(words, paragraphs) }) : "";
}

function placeInWords(reader, id) {
  const { words, places } = reader.data;
  const place = places[id];
  const name = isolate(place.name);
  if (place.latitude === null) return `${name}: ${words.no_coordinates}`;
  const point = `${pointInFigures(place.latitude, place.longitude)} ${fill(words.within_km, { n: inFigures(place.radius_km, reader.data.language) })}`;
  return `${name}: ${point}${place.source ? ` (${isolate(place.source)})` : ""}`;
}

// The address of this view, with the card's own selection: Python may not have written it yet.
function addressOf(selected) {
  const address = new URL(window.location.href);
  address.searchParams.set("selected", selected);
  return address.href;
}
