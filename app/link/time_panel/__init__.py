"""The time panel: a Streamlit component with slider and timeline on one scale. It leads; map and reader follow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from app.link.scripts import read_files

_FOLDER = Path(__file__).parent
_HTML = '<section class="time-panel">\n</section>'
_component = st.components.v2.component(
    "atlas_time_panel",
    html=_HTML,
    css=read_files(_FOLDER, "time_panel.css"),
    js=read_files(
        _FOLDER,
        "../../views/days.js",
        "../appearance.js",
        "../elements.js",
        "../plotly.js",
        "../../views/in_range.js",
        "../../views/range_news.js",
        "slider.js",
        "typed.js",
        "presets.js",
        "play.js",
        "steps.js",
        "titles.js",
        "sections.js",
        "ticks.js",
        "merging.js",
        "timeline.js",
        "zoom.js",
        "time_panel.js",
    ),
)


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
