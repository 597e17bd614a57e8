"""The reader panel: a Streamlit component with the list of events in range and the card of the selected one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from app.views.scripts import read_files

_FOLDER = Path(__file__).parent
_component = st.components.v2.component(
    "atlas_reader_panel",
    html='<section class="reader">\n</section>',
    css=read_files(_FOLDER, "reader_panel.css"),
    js=read_files(
        _FOLDER,
        "../../views/days.js",
        "../../views/appearance.js",
        "../../views/direction.js",
        "../../views/words.js",
        "../../views/elements.js",
        "../../views/in_range.js",
        "../../views/range_news.js",
        "heaps.js",
        "rows.js",
        "list.js",
        "card.js",
        "place_card.js",
        "copying.js",
        "reader_panel.js",
    ),
)


def reader_panel(data: dict[str, Any], *, key: str, on_paragraph: Callable[[], None] = lambda: None) -> None:
    """Mount the panel. It follows the session's channel; Python hears of selections from the time panel.

    `on_paragraph` runs when a paragraph is to be opened in the essay, with `st.session_state[key]["paragraph"]` as
    `{"number": its number, "from": id of the event}`.
    """
    _component(key=key, data=data, height="stretch", on_paragraph_change=on_paragraph)
