"""Disagreements as a component: what the essay says beside what reports say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from app.views.scripts import read_files

_FOLDER = Path(__file__).parent
_component = st.components.v2.component(
    "atlas_disagreements_panel",
    html='<article class="disagreements">\n</article>',
    css=read_files(_FOLDER, "disagreements_panel.css"),
    js=read_files(
        _FOLDER,
        "../../views/appearance.js",
        "../../views/direction.js",
        "../../views/words.js",
        "../../views/elements.js",
        "disagreements_panel.js",
    ),
)


def disagreements_panel(data: dict[str, Any], *, key: str) -> dict[str, Any]:
    """Mount the panel. Returns what was just clicked: `event` (id), and `paragraph` (number) where that was wanted."""
    result = _component(key=key, data=data, on_open_change=lambda: None)
    return dict(result.open or {})
