// Places beyond the frame have no room on this map: they stand in a corner, with their counts.

import { joined, setText } from "../core/direction.js";
import { countAt } from "./counts.js";
import { activatePlace, insideFrame, selectedPlace } from "./markers.js";

export function makeAway(atlas, box) {
  atlas.away = atlas.data.places
    .map((place, index) => ({ place, index, button: document.createElement("button"), drawn: "" }))
    .filter(({ place }) => !insideFrame(atlas, place.at));
  for (const { place, button } of atlas.away) {
    button.type = "button";
    button.hidden = true;
    button.title = atlas.words().off_map;
    button.onclick = () => activatePlace(atlas, place);
    box.append(button);
  }
}

// True where a button came, went or changed its width.
export function updateAway(atlas) {
  const chosen = selectedPlace(atlas);
  let changed = false;
  for (const away of atlas.away) {
    const { place, index, button } = away;
    const count = countAt(atlas, index);
    const drawn = `${count} ${index === chosen}`;
    if (drawn === away.drawn) continue;
    away.drawn = drawn;
    button.hidden = !count && index !== chosen;
    setText(button, joined([place.name[atlas.language], String(count)], " · "));
    button.setAttribute("aria-pressed", String(index === chosen));
    changed = true;
  }
  return changed;
}
