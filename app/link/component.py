"""Mounting the panels of `app/browser` as components of Streamlit: one way for all of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st

from app.browser.bundle import stylesheet
from app.link.served import page_data

_STYLES = {
    "about": ("about/about.css",),
    "deck": ("slides_page/deck.css",),
    "details": ("details/details.css", "details/empty.css", "filters/chips.css"),
    "download": ("slides_page/deck.css",),
    "disagreements": ("disagreements/disagreements.css",),
    "filters": ("filters/filters.css",),
    "opening": ("opening/opening.css",),
    "present": ("presentation/presentation.css",),
    "preview": ("slides_page/preview.css",),
    "shell": ("shell/switches.css",),
    "slides_report": (),
    "source_text": ("source_text/source_text.css",),
    "time_panel": ("time_panel/time_panel.css",),
}
"""Stylesheets of each panel, by its name in `app/browser/page.js`."""
_LOADER = """
export default function mountPanel(component) {
  let ended = false;
  let end = () => {};
  import(new URL(component.data.scripts, document.baseURI).href).then(({ mount }) => {
    if (!ended) end = mount(NAME, component);
  });
  return () => {
    ended = true;
    end();
  };
}
"""
"""Every panel comes from one script, which is read once a page: so all share one store."""


def panel(name: str, *, key: str, **given: Any) -> Any:  # noqa: ANN401, as Streamlit's components have it
    """Mount a panel and return what it has reported.

    `given` may have `data`, further values for the panel; `height`; `default`, what it reports at first; and
    `on_NAME_change`, called before the page runs when it has reported NAME.
    """
    data = page_data() | given.pop("data", {})
    return _component(name)(key=key, data=data, **given)


@cache
def _component(name: str) -> Callable[..., Any]:
    made: Callable[..., Any] = st.components.v2.component(
        f"atlas_{name}",
        html=f'<section data-panel="{name}">\n</section>',
        css=stylesheet(*_STYLES[name]) or None,
        js=_LOADER.replace("NAME", f'"{name}"'),
    )
    return made


def register() -> None:
    """Make all components known to Streamlit, before the first visitor."""
    for name in _STYLES:
        _component(name)
