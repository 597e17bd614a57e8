// @ts-check
// The card of a place: how a crossing stood, which events name the place, and at its end, folded, how one knows where it is.

import { copyBar } from "../core/clipboard.js";
import { button, element, waitingText } from "../core/dom.js";
import { ABSENT, SHOWN } from "../core/visibility.js";
import { counted, fill } from "../core/words.js";
import { placeAsCitation, placeAsText, viewAddress } from "./citations.js";
import { crossingHistory } from "./crossing_history.js";
import { cardBar } from "./event_card.js";
import { evidenceFold } from "./place_evidence.js";
import { listOfEvents } from "./virtual_list.js";

/** @typedef {import("../core/dataset.js").PlaceRow} PlaceRow */
/** @typedef {import("./index.js").Details} Details */
/** @typedef {import("./index.js").Sheet} Sheet */

/** @param {Details} details @param {PlaceRow} place @returns {Sheet} */
export function placeSheet(details, place) {
  const { atlas } = details;
  const [words, language, { dataset }] = [atlas.words(), atlas.language(), atlas];
  const register = atlas.cards.register();
  const card = element("article", "card");
  card.append(element("p", "kicker", words[`place_${place.kind}`]), element("h2", "", place.name[language.code]));
  if (!place.at) card.append(element("p", "missing", words.no_coordinates));
  const history = crossingHistory(atlas, place);
  card.append(...history.nodes);

  const here = dataset.events.filter(({ index, places, from }) =>
    (places.includes(place.index) || from === place.index) && atlas.visibility.status[index] !== ABSENT);
  const count = element("span", "quiet");
  const heading = element("h3", "", `${words.place_events} `);
  heading.append(count);
  // The map counts an event at its first place alone; the card has all that name the place.
  const split = element("p", "quiet split");
  const those = new Set(here);
  const inOrder = dataset.inOrder(atlas.view.get().basis).filter((event) => those.has(event));
  const list = listOfEvents(details, inOrder, ({ index }) => atlas.visibility.status[index] === SHOWN);
  const only = button("only-here", words.place_only, () => atlas.view.set({ places: [place.id] }, { step: true }));
  card.append(heading, split, list.box, only);
  if (register) {
    const note = register.places[place.index].note;
    if (note) card.append(element("p", "quiet", note));
    card.append(evidenceFold(atlas, [place], register), copyBar(atlas, [
      ["copy_text", () => placeAsText(details, place, register, list.shown)],
      ["copy_citation", () => placeAsCitation(details, place, register)],
      ["copy_link", () => viewAddress(atlas)],
    ]));
  } else card.append(waitingText());
  card.append(element("p", "row-reference", fill(words.row_reference, { id: place.id, file: "places.csv" })));
  const follow = () => {
    history.follow();
    const total = list.shown.length;
    const first = list.shown.filter(({ places }) => places[0] === place.index).length;
    count.textContent = `(${counted(words, language, "count_events", { shown: total, n: here.length })})`;
    split.hidden = first === total;
    split.textContent = fill(words.place_events_split, { here: first, more: total - first, total });
    only.hidden = here.length === 0 || String(atlas.view.get().places) === place.id;
  };
  return { nodes: [cardBar(details), card], lists: [list], follow, isWaiting: !register };
}
