// Sets what only the document can carry: language, direction, appearance and the page's stylesheet.

import { appearanceOf, isForced } from "../core/theme.js";
import { loadPlotly } from "../timeline/plotly.js";

const DRAWN = {
  light: '<circle cx="8" cy="8" r="3.2"/><path d="M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.4 1.4M11.6 11.6L13 13M13 3l-1.4 1.4M4.4 11.6L3 13"/>',
  dark: '<path d="M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1Z"/>',
};

export default function page({ parentElement, data, setTriggerValue }) {
  if (data.plotlyUrl) loadPlotly(data.plotlyUrl).catch(() => {}); // the timeline says so if it cannot be drawn
  const root = document.documentElement;
  root.lang = data.language;
  root.dir = data.language === "ar" ? "rtl" : "ltr";
  const language = parentElement.querySelector(".language");
  const appearance = appearanceOf(language);
  root.dataset.appearance = appearance;
  if (data.appearance && data.appearance !== appearance && !isForced(root) && turnTo(data.appearance)) return;
  language.textContent = data.name;
  language.lang = data.other;
  language.dir = data.other === "ar" ? "rtl" : "ltr";
  language.setAttribute("aria-label", `${data.label}: ${data.name}`);
  language.onclick = () => setTriggerValue("language", data.other);
  showAppearanceSwitch(parentElement.querySelector(".appearance"), appearance === "dark" ? "light" : "dark", data, setTriggerValue);
  let style = document.getElementById("atlas-style");
  if (!style) {
    style = document.createElement("style");
    style.id = "atlas-style";
    document.head.append(style);
  }
  if (style.textContent !== data.style) style.textContent = data.style;
}

function showAppearanceSwitch(button, wanted, data, setTriggerValue) {
  button.innerHTML = `<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" aria-hidden="true">${DRAWN[wanted]}</svg>`;
  button.title = data.words[wanted];
  button.setAttribute("aria-label", data.words[wanted]);
  button.onclick = () => setTriggerValue("appearance", wanted);
}

// Streamlit takes its appearance from the address when it loads, and from nothing that a page can say later: so the page is
// loaded anew, with the view in its address. False where the address asks for it already, and Streamlit did not heed it.
function turnTo(appearance) {
  const address = new URL(window.location.href);
  const option = `${appearance}_theme`;
  if (address.searchParams.getAll("embed_options").includes(option)) return false;
  address.searchParams.set("appearance", appearance);
  address.searchParams.set("embed_options", option);
  window.location.replace(address);
  return true;
}
