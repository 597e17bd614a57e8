// @ts-check
// Light or dark, as the page's own ground says: Streamlit's setting and the system's are both in it. The palette stands on the
// document as CSS variables of our own, which reach into every panel. Where the system forces its own colours on pages, its ground is the
// page's, whatever Streamlit's theme says; but not where a page keeps its own colours.

/** @typedef {import("./atlas.js").Atlas} Atlas */

/** The page's own ground, as Streamlit has it, or a page of ours; a CSS value. */
export const GROUND = "var(--st-background-color, var(--ground, Canvas))";

export const MORE_CONTRAST = "(prefers-contrast: more)";

/** @param {Element} element */
export function isForced(element) {
  return window.matchMedia("(forced-colors: active)").matches && getComputedStyle(element).getPropertyValue("forced-color-adjust") !== "none";
}

/**
 * @param {Element} element one in which Streamlit's variables are known, or one of a page that has set `--ground`
 * @returns {"light" | "dark"}
 */
export function appearanceOf(element) {
  const probe = document.createElement("i");
  const ground = isForced(element) ? "Canvas" : GROUND;
  probe.style.cssText = `position:absolute;forced-color-adjust:none;color:${ground}`;
  element.append(probe);
  const [red, green, blue] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? ["255", "255", "255"]).map(Number);
  probe.remove();
  return red + green + blue < 384 ? "dark" : "light";
}

/** @returns {boolean} true where the reader's system asks for more contrast */
export function prefersContrast() {
  return window.matchMedia(MORE_CONTRAST).matches;
}

/**
 * Gives a document the language, direction and colours of an atlas, now and after each change.
 * @param {Document} page
 * @param {Atlas} atlas
 * @param {AbortSignal} [signal]
 */
export function dressDocument(page, atlas, signal) {
  const root = page.documentElement;
  atlas.subscribe(({ dressed }) => {
    if (!dressed) return;
    const { code, direction } = atlas.language();
    Object.assign(root, { lang: code, dir: direction });
    root.dataset.appearance = atlas.appearance();
    for (const [name, colour] of Object.entries(atlas.palette())) root.style.setProperty(`--${name}`, colour);
    root.style.setProperty("--halo", atlas.palette().land_focus);
    root.style.setProperty("--font", atlas.looks.font);
  }, signal);
}
