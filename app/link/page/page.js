// Sets what only the document can carry: language, direction, appearance and the page's stylesheet.

export default function page({ parentElement, data, setTriggerValue }) {
  if (data.plotlyUrl) loadPlotly(data.plotlyUrl).catch(() => {}); // the timeline says so if it cannot be drawn
  const root = document.documentElement;
  root.lang = data.language;
  root.dir = data.language === "ar" ? "rtl" : "ltr";
  const button = parentElement.querySelector(".language");
  root.dataset.appearance = appearanceOf(button);
  button.textContent = data.name;
  button.lang = data.other;
  button.setAttribute("aria-label", `${data.label}: ${data.name}`);
  button.onclick = () => setTriggerValue("language", data.other);
  let style = document.getElementById("atlas-style");
  if (!style) {
    style = document.createElement("style");
    style.id = "atlas-style";
    document.head.append(style);
  }
  if (style.textContent !== data.style) style.textContent = data.style;
}
