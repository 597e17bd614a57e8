"""The page itself: language and direction of the document, its stylesheet, and the switch between languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from app.link.scripts import read_files
from app.words import words

_FOLDER = Path(__file__).parent
ICON = _FOLDER / "icon.svg"
OTHER_LANGUAGE = {"en": ("ar", "العربية"), "ar": ("en", "English")}
"""For each language, the one that the switch offers, by its own name."""
_component = st.components.v2.component(
    "atlas_page",
    html='<button type="button" class="language">\n</button>',
    css=read_files(_FOLDER, "language.css"),
    js=read_files(_FOLDER, "../appearance.js", "../plotly.js", "page.js"),
)


def dress_page(language: str, *, plotly_url: str | None, key: str, on_change: Callable[[], None]) -> None:
    """Give the document its language, direction and stylesheet; `on_change` runs when another language is chosen.

    `plotly_url` gives plotly.js, which takes longest of all, a head start on pages that draw with it.
    """
    other, name = OTHER_LANGUAGE[language]
    data = {
        "language": language,
        "other": other,
        "name": name,
        "label": words(language)["language_label"],
        "plotlyUrl": plotly_url,
        "style": read_files(_FOLDER, "page.css"),
    }
    _component(key=key, data=data, on_language_change=on_change)
