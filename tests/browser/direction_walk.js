// Every text of the page that is drawn, in its frames and shadow roots too, which does not run in its own direction:
// the nearest element that sets it apart must run as most of its letters do.
(own) => {
  const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
  const NO_TEXT_OF_OURS = "script, style, [data-testid=stIconMaterial], [data-testid=stToolbar], [data-testid=stSkipToContent], .leaflet-control-scale-line";
  const letters = (text) => text.match(/\p{L}/gu) ?? [];
  const wrong = [];
  let seen = 0;
  const apart = (element) => {
    for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
      const { unicodeBidi, direction } = getComputedStyle(at);
      if (unicodeBidi === "plaintext") return "plaintext";
      if (unicodeBidi.startsWith("isolate") || !at.parentElement) return direction;
    }
    return own;
  };
  const look = (node) => {
    const text = node.data.replace(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/gu, "");
    const all = letters(text);
    if (!all.length || node.parentElement?.closest(NO_TEXT_OF_OURS)) return;
    // A single word, alone in its element, has nothing to be torn apart from.
    if (/^\s*\p{L}+\s*$/u.test(text) && node.parentElement?.childNodes.length === 1) return;
    const range = document.createRange();
    range.selectNodeContents(node);
    if (!range.getClientRects().length || node.parentElement?.offsetWidth === 1) return; // not drawn, or for screen readers
    seen += 1;
    const rightToLeft = all.filter((letter) => RIGHT_TO_LEFT.test(letter)).length;
    const direction = 2 * rightToLeft >= all.length ? "rtl" : "ltr";
    const found = apart(node.parentElement ?? node.getRootNode().host);
    if (found !== "plaintext" && found !== direction) wrong.push(`${node.parentElement?.outerHTML.slice(0, 120)}: ${node.data.slice(0, 80)}`);
  };
  const walk = (root) => {
    for (const node of root.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) look(node);
      else if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.shadowRoot) walk(node.shadowRoot);
        if (node.localName === "iframe" && node.contentDocument?.body) walk(node.contentDocument.body);
        else walk(node);
      }
    }
  };
  walk(document.body);
  return { wrong, seen };
}
