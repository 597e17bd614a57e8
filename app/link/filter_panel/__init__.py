"""The filter panel: a Streamlit component that is legend and filter in one, with live counts beside each choice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from app.browser.bundle import module, stylesheet
from app.link.view_state import news
from app.model.view import AGREEMENTS, BASES, CERTAINTIES, KINDS, LAYERS, NOTHING

_component = st.components.v2.component(
    "atlas_filter_panel",
    html='<section class="filters">\n</section>',
    css=stylesheet("filters/filters.css"),
    js=module("filters/index.js"),
)
FIELDS = ("themes", "agreements", "layers", "actors", "places", "kinds")
"""Fields of the View that are lists of choices."""
_ALLOWED = {"agreements": (*AGREEMENTS, NOTHING), "kinds": KINDS, "layers": LAYERS}


def filter_panel(data: dict[str, Any], *, key: str, on_change: Callable[[], None]) -> None:
    """Mount the panel; `on_change` runs when a choice is made, before the page does."""
    _component(key=key, data=data, default={"chosen": None}, on_chosen_change=on_change)


def chosen_filters(key: str) -> dict[str, Any]:
    """Return the fields of the View that the panel has reported anew; what it cannot have sent is dropped."""
    chosen = news(key)
    if not chosen:
        return {}
    fields: dict[str, Any] = {}
    for name in FIELDS:
        keys = tuple(str(item) for item in chosen.get(name) or ())
        allowed = _ALLOWED.get(name)
        fields[name] = tuple(item for item in keys if allowed is None or item in allowed)
    fields["words"] = str(chosen.get("words") or "").strip()
    fields["basis"] = chosen["basis"] if chosen.get("basis") in BASES else BASES[0]
    fields["certainty"] = chosen["certainty"] if chosen.get("certainty") in CERTAINTIES else CERTAINTIES[0]
    fields["extent"] = chosen.get("extent") is True
    return fields
