// @ts-check
// The slide that is composed, as its own page shows it.

/**
 * @param {HTMLElement} root
 * @param {import("../core/atlas.js").Atlas} atlas
 * @param {import("../page.js").Component} component its data has `preview`, the address of the slide's page
 * @returns {import("../page.js").Panel}
 */
export function makePreview(root, atlas, component) {
  const leaving = new AbortController();
  root.className = "preview";
  const frame = document.createElement("iframe");
  let shown = "";
  const show = (/** @type {string} */ address) => {
    const url = new URL(address, document.baseURI).href;
    if (url === shown) return;
    // Another `src` would be a step in the browser's history.
    if (shown && frame.contentWindow) frame.contentWindow.location.replace(url);
    else frame.src = url;
    shown = url;
  };
  show(component.data.preview);
  root.replaceChildren(frame);
  atlas.subscribe(({ dressed }) => {
    if (dressed) frame.title = atlas.words().slides_preview;
  }, leaving.signal);
  return {
    update: (now) => show(now.data.preview),
    end: () => leaving.abort(),
  };
}
