"""The essay as a component: numbered paragraphs, and chips that open their events on Explore."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app.browser.bundle import module, stylesheet

_component = st.components.v2.component(
    "atlas_essay_panel",
    html='<article class="essay">\n</article>',
    css=stylesheet("source_text/source_text.css"),
    js=module("source_text/index.js"),
)


def essay_panel(data: dict[str, Any], *, key: str) -> str:
    """Mount the panel. Returns the id of the event whose chip was just clicked, or an empty text."""
    result = _component(key=key, data=data, on_open_change=lambda: None)
    return str(result.open or "")
