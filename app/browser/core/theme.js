// Light or dark, as the page's own ground says: Streamlit's setting and the system's are both in it. Where the system forces its
// own colours on pages, its ground is the page's, whatever Streamlit's theme says; but not where a page keeps its own colours.

// Streamlit's names for colours that stylesheets use beside the palette's.
const AS_STREAMLIT = { "background-color": "ground", "text-color": "text", "border-color": "rule", "primary-color": "accent", "red-color": "conflicts" };

export function isForced(root) {
  return window.matchMedia("(forced-colors: active)").matches && getComputedStyle(root).forcedColorAdjust !== "none";
}

export function appearanceOf(root) {
  const probe = document.createElement("i");
  const ground = isForced(root) ? "Canvas" : "var(--st-background-color)";
  probe.style.cssText = `position:absolute;forced-color-adjust:none;color:${ground}`;
  root.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return red + green + blue < 384 ? "dark" : "light";
}

export function applyPalette(root, palettes) {
  for (const name of Object.keys(AS_STREAMLIT)) root.style.removeProperty(`--st-${name}`);
  const appearance = appearanceOf(root);
  const palette = palettes[appearance];
  for (const [name, colour] of Object.entries(palette)) root.style.setProperty(`--${name}`, colour);
  if (isForced(root)) for (const [name, source] of Object.entries(AS_STREAMLIT)) root.style.setProperty(`--st-${name}`, palette[source]);
  return appearance;
}
