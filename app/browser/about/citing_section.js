// @ts-check
// How the atlas and any of its events are cited, ready to be copied.

import { atlasCitation, eventCitation } from "../core/citing.js";
import { copyBar } from "../core/clipboard.js";
import { addressesApart } from "../core/direction.js";
import { element, waitingText } from "../core/dom.js";
import { partOfPage } from "./part_of_page.js";

/** @param {import("./index.js").About} about */
export function citingSection(about) {
  const { atlas } = about;
  const words = atlas.words();
  return partOfPage(
    "citing",
    words.about_cite_heading,
    citationBox(about, words.about_cite_atlas, "cite-atlas", () => atlasCitation(atlas)).box,
    ...(atlas.dataset.events.length ? [eventToCite(about)] : []),
    ...(atlas.dataset.edition ? [element("p", "quiet", words.about_version_note)] : []),
  );
}

/** @param {import("./index.js").About} about */
function eventToCite(about) {
  const { atlas } = about;
  const [words, { code, intl_locale: locale }, { events, eventById }] = [atlas.words(), atlas.language(), atlas.dataset];
  const chosen = () => eventById.get(about.cited) ?? events[0];
  const select = element("select", "event-to-cite");
  select.setAttribute("aria-label", words.about_cite_choose);
  const inOrder = [...events].sort((one, other) => one.title[code].localeCompare(other.title[code], locale));
  select.append(...inOrder.map(({ id, title }) => Object.assign(element("option", "", title[code]), { value: id })));
  select.value = chosen().id;
  const { box, show } = citationBox(about, words.about_cite_event, "cite-event", () => {
    const text = atlas.cards.card(chosen().index);
    return text ? eventCitation(atlas, chosen(), text) : "";
  });
  about.follow = show;
  select.onchange = () => {
    about.cited = select.value;
    show();
  };
  box.querySelector("h3")?.after(select);
  return box;
}

/** @param {import("./index.js").About} about @param {string} heading @param {string} className @param {() => string} compose empty as long as its texts have not come */
function citationBox({ atlas }, heading, className, compose) {
  const box = element("div", `citation ${className}`);
  const text = element("blockquote");
  const bar = copyBar(atlas, [["copy_citation", compose]]);
  let shown = "";
  const show = () => {
    const now = compose();
    if (now && now === shown) return;
    shown = now;
    bar.hidden = !now;
    text.replaceChildren(...(now ? now.split("\n").map(lineOfCitation) : [waitingText()]));
  };
  show();
  box.append(element("h3", "", heading), text, bar);
  return { box, show };
}

/** @param {string} line */
function lineOfCitation(line) {
  const made = element("p");
  made.append(...addressesApart(line));
  return made;
}
