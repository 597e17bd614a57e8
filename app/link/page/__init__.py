"""The page itself: language, direction and appearance of the document, its stylesheet, and the switches for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from app.model.view import APPEARANCES
from app.views.scripts import read_files
from app.words import LANGUAGE_NAMES, words

_FOLDER = Path(__file__).parent
ICON = _FOLDER / "icon.svg"
OTHER_LANGUAGE = {"en": "ar", "ar": "en"}
"""For each language, the one that the switch offers."""
_component = st.components.v2.component(
    "atlas_page",
    html=(
        '<div class="page">\n<button type="button" class="appearance"></button>'
        '<button type="button" class="language"></button></div>'
    ),
    css=read_files(_FOLDER, "switches.css"),
    js=read_files(_FOLDER, "../../views/appearance.js", "../../views/plotly.js", "page.js"),
)


def dress_page(
    language: str,
    appearance: str,
    *,
    plotly_url: str | None,
    key: str,
    on_language: Callable[[], None],
    on_appearance: Callable[[], None],
) -> None:
    """Give the document its language, direction, appearance and stylesheet.

    `on_language` and `on_appearance` run when another one is chosen: `st.session_state[key]` then has it.
    `plotly_url` gives plotly.js, which takes longest of all, a head start on pages that draw with it.
    """
    other = OTHER_LANGUAGE[language]
    data = {
        "language": language,
        "other": other,
        "name": LANGUAGE_NAMES[other],
        "label": words(language)["language_label"],
        "appearance": appearance,
        "words": {name: words(language)[f"to_{name}"] for name in APPEARANCES},
        "plotlyUrl": plotly_url,
        "style": read_files(_FOLDER, "page.css"),
    }
    _component(key=key, data=data, on_language_change=on_language, on_appearance_change=on_appearance)
