"""Present: a button and a key that let map and timeline fill the screen, as the slide's own page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from app.browser.bundle import module, stylesheet

_component = st.components.v2.component(
    "atlas_present",
    html='<div class="present">\n<button type="button"></button></div>',
    css=stylesheet("presentation/presentation.css"),
    js=module("presentation/index.js"),
)


def present(data: dict[str, Any], *, key: str, on_change: Callable[[], None]) -> None:
    """Mount the button. `st.session_state[key]["presenting"]` has what it reports while `on_change` runs.

    That is `on`, True on entering; and on leaving the `range` ([first, last] ordinal), `selected` and `camera`
    at which the slide stood, as the time panel reports them.
    """
    _component(key=key, data=data, on_presenting_change=on_change)
