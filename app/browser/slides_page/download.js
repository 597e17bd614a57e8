// @ts-check
// A link that hands a file of slides to the reader. The file has come on the page's own connection, so any server behind a proxy will do.

import { setText } from "../core/direction.js";
import { element } from "../core/dom.js";

/**
 * @param {HTMLElement} root
 * @param {import("../core/atlas.js").Atlas} _atlas
 * @param {import("../page.js").Component} component its data has `file`
 * @returns {import("../page.js").Panel}
 */
export function makeDownload(root, _atlas, component) {
  root.className = "download";
  const icon = element("span", "icon");
  icon.innerHTML = '<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M8 2v8M4.5 6.8 8 10.2l3.5-3.4M2.5 13.5h11"/></svg>';
  const label = element("span");
  const link = /** @type {HTMLAnchorElement} */ (element("a"));
  link.append(icon, label);
  let content = "";
  const show = (/** @type {import("../page.js").MadeFile} */ file) => {
    setText(label, file.label);
    link.download = file.name;
    if (file.content === content) return;
    URL.revokeObjectURL(link.href);
    content = file.content;
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    link.href = URL.createObjectURL(new Blob([bytes], { type: file.type }));
  };
  show(component.data.file);
  root.replaceChildren(link);
  return {
    update: (now) => show(now.data.file),
    end: () => URL.revokeObjectURL(link.href),
  };
}
