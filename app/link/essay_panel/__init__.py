"""The essay as a component: numbered paragraphs, and chips that open their events on Explore."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from app.views.scripts import read_files

_FOLDER = Path(__file__).parent
_component = st.components.v2.component(
    "atlas_essay_panel",
    html='<article class="essay">\n</article>',
    css=read_files(_FOLDER, "essay_panel.css"),
    js=read_files(
        _FOLDER,
        "../../views/appearance.js",
        "../../views/direction.js",
        "../../views/words.js",
        "../../views/elements.js",
        "essay_panel.js",
    ),
)


def essay_panel(data: dict[str, Any], *, key: str) -> str:
    """Mount the panel. Returns the id of the event whose chip was just clicked, or an empty text."""
    result = _component(key=key, data=data, on_open_change=lambda: None)
    return str(result.open or "")
