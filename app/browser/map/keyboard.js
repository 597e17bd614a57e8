// The keyboard in the map's page. Arrows step from event to event, but pan where the map itself has the focus.

import { selectCrossing } from "./crossings.js";
import { selectJourney } from "./journeys.js";
import { activatePlace } from "./markers.js";

export function listenToKeys(atlas) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const way = atlas.counts.ways.find(({ line, head }) => line && [line.getElement(), head.getElement()].includes(event.target));
    const crossing = atlas.crossings.find(({ layer }) => layer.getElement() === event.target);
    const marker = atlas.markers.find(({ shown, layer }) => shown && layer.getElement() === event.target);
    if (event.key === "Escape") {
      for (const { layer } of [...atlas.markers, ...atlas.crossings]) layer.closeTooltip();
      atlas.channel.postMessage({ type: "escape" });
    } else if (event.key.toLowerCase() === "p" || event.code === "KeyP") {
      atlas.channel.postMessage({ type: "present" });
    } else if ((marker || crossing || way) && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      if (event.repeat) return;
      if (marker) activatePlace(atlas, marker.place);
      else if (crossing) selectCrossing(atlas, crossing);
      else selectJourney(atlas, way);
    } else if ((event.key === "ArrowLeft" || event.key === "ArrowRight") && event.target !== atlas.map.getContainer()) {
      event.preventDefault();
      const next = atlas.rightToLeft() ? "ArrowLeft" : "ArrowRight";
      atlas.channel.postMessage({ type: "step", by: event.key === next ? 1 : -1 });
    }
  });
}
