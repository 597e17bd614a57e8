"""The one place that keeps the reader's View in the session and in the URL."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import streamlit as st

from app.model.entities import Atlas
from app.model.filtering import without_unknown_keys
from app.model.timescale import TimeScale
from app.model.view import URL_FIELDS, View, view_from_url, view_to_url

TIME_PANEL_KEY = "time-panel"


def current_view() -> View:
    """Return the session's View; the first call of a session reads it from the URL."""
    if "view" not in st.session_state:
        view, spoilt = view_from_url(st.query_params.to_dict())
        st.session_state["view"] = view
        st.session_state["spoilt_parameters"] = spoilt
    return st.session_state["view"]  # type: ignore[no-any-return] # written by this module alone


def spoilt_parameters() -> list[str]:
    """Return the URL parameters that could not be read when the session began."""
    return list(st.session_state.get("spoilt_parameters", []))


def drop_unknown_keys(atlas: Atlas) -> None:
    """Drop what the atlas does not have from the View, and note it beside the URL's other faults."""
    view, unknown = without_unknown_keys(atlas, current_view())
    if unknown:
        # The parameters' names alone: their values are a stranger's text.
        names = [
            name for name, (field, _) in URL_FIELDS.items() if getattr(view, field) != getattr(current_view(), field)
        ]
        st.session_state["spoilt_parameters"] = list(dict.fromkeys([*spoilt_parameters(), *names]))
        change_view(**{name: getattr(view, name) for name in ("themes", "actors", "places", "selected")})


def change_view(**changes: Any) -> View:  # noqa: ANN401, as dataclasses.replace takes them
    """Replace fields of the View, in the session and in the URL."""
    view = replace(current_view(), **changes)
    if view != st.session_state["view"]:
        st.session_state["view"] = view
    wanted = view_to_url(view)
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
    return view


def take_from_time_panel(scale: TimeScale) -> None:
    """Bring the range and the selection that the time panel has reported into the View."""
    state = st.session_state.get(TIME_PANEL_KEY)
    if not state:
        return
    start, end = (int(day) for day in state["range"])
    change_view(
        start=None if start <= scale.days[0] else date.fromordinal(start),
        end=None if end >= scale.days[-1] else date.fromordinal(end),
        selected=str(state["selected"]),
    )


def range_of(view: View, scale: TimeScale) -> list[int]:
    """Return first and last day of the View's range as ordinals within the scale."""
    first, last = scale.days[0], scale.days[-1]
    start = view.start.toordinal() if view.start else first
    end = view.end.toordinal() if view.end else last
    return [min(max(start, first), last), min(max(end, first), last)]


def channel_name() -> str:
    """Return the name of the session's BroadcastChannel: two tabs must not drive each other."""
    if "channel" not in st.session_state:
        st.session_state["channel"] = f"atlas-{uuid4().hex}"
    return str(st.session_state["channel"])
