"""The time panel: a Streamlit component with slider and timeline on one scale. It leads; map and reader follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from app.views.time_panel import panel_script, panel_style

_HTML = '<section class="time-panel">\n</section>'
_component = st.components.v2.component("atlas_time_panel", html=_HTML, css=panel_style(), js=panel_script())


def time_panel(data: dict[str, Any], *, key: str, on_change: Callable[[], None]) -> None:
    """Mount the panel. It reports `told`: `range` ([first, last] ordinal), `selected` (id), `camera` and `turn`.

    `camera` is the map's [latitude, longitude, zoom], or None where nothing has moved it. `data` is what
    `_time_data` of the Explore page makes. `on_change` runs when a range is released, something is selected
    or the map has come to rest.
    """
    _component(
        key=key,
        data=data,
        height="stretch",
        default={"told": None},
        on_told_change=on_change,
    )
