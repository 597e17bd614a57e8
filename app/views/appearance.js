// Light or dark, as the page's own ground says: Streamlit's setting and the system's are both in it.

function appearanceOf(root) {
  const probe = document.createElement("i");
  probe.style.cssText = "position:absolute;color:var(--st-background-color)";
  root.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return red + green + blue < 384 ? "dark" : "light";
}

function applyPalette(root, palettes) {
  const appearance = appearanceOf(root);
  for (const [name, colour] of Object.entries(palettes[appearance])) root.style.setProperty(`--${name}`, colour);
  return appearance;
}
