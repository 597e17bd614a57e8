"""Disagreements as a component: what the essay says beside what reports say."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app.browser.bundle import module, stylesheet

_component = st.components.v2.component(
    "atlas_disagreements_panel",
    html='<article class="disagreements">\n</article>',
    css=stylesheet("disagreements/disagreements.css"),
    js=module("disagreements/index.js"),
)


def disagreements_panel(data: dict[str, Any], *, key: str) -> dict[str, Any]:
    """Mount the panel. Returns what was just clicked: `event` (id), and `paragraph` (number) where that was wanted."""
    result = _component(key=key, data=data, on_open_change=lambda: None)
    return dict(result.open or {})
