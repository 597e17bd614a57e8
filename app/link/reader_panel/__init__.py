"""The reader panel: a Streamlit component with the list of events in range and the card of the selected one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from app.browser.bundle import module, stylesheet

_component = st.components.v2.component(
    "atlas_reader_panel",
    html='<section class="reader">\n</section>',
    css=stylesheet("details/details.css"),
    js=module("details/index.js"),
)


def reader_panel(data: dict[str, Any], *, key: str, on_paragraph: Callable[[], None] = lambda: None) -> None:
    """Mount the panel. It follows the session's channel; Python hears of selections from the time panel.

    `on_paragraph` runs when a paragraph is to be opened in the essay, with `st.session_state[key]["paragraph"]` as
    `{"number": its number, "from": id of the event}`.
    """
    _component(key=key, data=data, height="stretch", on_paragraph_change=on_paragraph)
