// @ts-check
// A slide that is looked at before it is made: the page around it has the buttons, and hears what is written on it.

import { startAnnotating } from "./annotating.js";

const { release } = startAnnotating();
addEventListener("keydown", (event) => { if (event.key === "Escape" && release()) event.stopPropagation(); }, { capture: true });
