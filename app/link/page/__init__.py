"""The page itself: language, direction and appearance of the document, its stylesheet, and the switches for them."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.browser.bundle import FOLDER, module, stylesheet
from app.model.view import APPEARANCES
from app.words import LANGUAGE_NAMES, words

ICON = FOLDER / "shell" / "icon.svg"
OTHER_LANGUAGE = {"en": "ar", "ar": "en"}
"""For each language, the one that the switch offers."""
_component = st.components.v2.component(
    "atlas_page",
    html=(
        '<div class="page">\n<button type="button" class="appearance"></button>'
        '<button type="button" class="language"></button></div>'
    ),
    css=stylesheet("shell/switches.css"),
    js=module("shell/index.js"),
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
        "style": stylesheet("shell/page.css"),
    }
    _component(key=key, data=data, on_language_change=on_language, on_appearance_change=on_appearance)
