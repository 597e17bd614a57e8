"""Which parts of a page scroll: over shadow roots and the documents of frames, as a reader meets them."""

from __future__ import annotations

from contextlib import suppress

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as WaitedTooLong

PARTS_THAT_SCROLL = """([axis, names]) => {
  const [size, room, overflow] = axis === "x"
    ? ["scrollWidth", "clientWidth", "overflowX"] : ["scrollHeight", "clientHeight", "overflowY"];
  const found = [];
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (element.tagName === "IFRAME" && element.contentDocument?.documentElement) lookAtPage(element.contentDocument);
      const style = getComputedStyle(element);
      const seen = style.visibility !== "hidden" && element.clientWidth > 0;
      const scrolls = ["auto", "scroll"].includes(style[overflow]) && element[size] > element[room];
      if (seen && scrolls) found.push(told(element, element[size], element[room]));
    }
  };
  const told = (element, has, shows) => {
    const name = element.dataset?.testid || element.getAttribute("class") || "";
    return `${element.tagName.toLowerCase()} ${name}: ${has} in ${shows}`;
  };
  const lookAtPage = (page) => {
    const root = page.documentElement;
    const hidden = [root, page.body].some((part) => getComputedStyle(part)[overflow] === "hidden");
    if (!hidden && root[size] > root[room]) found.push(told(root, root[size], root[room]));
    look(page);
  };
  lookAtPage(document);
  return names.length ? found.filter((each) => names.some((name) => each.includes(name))) : found;
}"""
WAITS_MS = 8_000
"""How long a page may take to settle after a change of its size."""


def parts_that_scroll(page: Page, axis: str, *names: str) -> list[str]:
    """Return what of a page scrolls along `axis` (x, y) once it has settled; with `names`, of these parts alone."""
    with suppress(WaitedTooLong):
        page.wait_for_function(
            f"(asked) => ({PARTS_THAT_SCROLL})(asked).length === 0", arg=[axis, names], timeout=WAITS_MS
        )
    found: list[str] = page.evaluate(PARTS_THAT_SCROLL, [axis, names])
    return found
