"""The one place that keeps the reader's View in the session and in the URL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import streamlit as st

from app.model.entities import Atlas, Event
from app.model.filtering import FILTERS, selection_passes, showing, without_unknown_keys
from app.model.timescale import TimeScale
from app.model.view import URL_FIELDS, View, view_from_url, view_to_url

TIME_PANEL_KEY = "time-panel"
FILTER_PANEL_KEY = "filter-panel"
_REPORTS = {TIME_PANEL_KEY: "told", FILTER_PANEL_KEY: "chosen"}
"""Panels that report what the reader has done, and the field in which they do."""


def arrive() -> None:
    """Take the View from the address where that is news: at the first visit, and after the browser's Back and Forward.

    To be called once at the beginning of a whole run. An address that is merely behind, since a panel or a callback
    has changed the View in this very run, is not news; nor is the empty one with which a page is opened from the menu.
    """
    address, path = st.query_params.to_dict(), urlsplit(st.context.url or "").path
    turned = st.session_state.get("path") not in (None, path)
    st.session_state["path"] = path
    changed_here = st.session_state.pop("changed_by_callback", False)
    if "view" not in st.session_state:
        _adopt(address)
    elif address == st.session_state["written"] or (turned and not address):
        return
    elif not changed_here and not any(_unheard(key) for key in _REPORTS):
        _adopt(address)
        st.session_state["revision"] = revision() + 1


def _adopt(address: dict[str, str]) -> None:
    view, spoilt = view_from_url(address)
    st.session_state.update(view=view, spoilt_parameters=spoilt, written=address)


def current_view() -> View:
    """Return the session's View; where a callback comes before the first run, the address's."""
    if "view" not in st.session_state:
        _adopt(st.query_params.to_dict())
    return st.session_state["view"]  # type: ignore[no-any-return] # written by this module alone


def change_in_callback(**changes: Any) -> None:  # noqa: ANN401, as dataclasses.replace takes them
    """Replace fields of the View before the run begins, as callbacks of components do."""
    change_view(**changes)
    st.session_state["changed_by_callback"] = True


def spoilt_parameters() -> list[str]:
    """Return the parameters of the last address taken over that could not be read."""
    return list(st.session_state.get("spoilt_parameters", []))


def take_filters(filters: dict[str, Any], atlas_with: Callable[[tuple[str, ...]], Atlas]) -> str:
    """Bring what the filter panel has reported into the View; return the selection that this closes, or an empty text.

    Whoever filters or searches wants the results: a card that is not among them would stand before them. `atlas_with`
    returns the atlas with the given layers.
    """
    before = current_view()
    view = replace(before, **filters)
    filtered = any(getattr(view, name) != getattr(before, name) for name in (*FILTERS, "layers"))
    dropped = "" if not filtered or selection_passes(atlas_with(view.layers), view) else view.selected
    change_view(**filters | ({"selected": ""} if dropped else {}))
    return dropped


def drop_unknown_keys(atlas: Atlas, whole: Atlas) -> None:
    """Drop what `atlas` does not have from the View; what `whole`, with all layers, lacks as well is noted.

    An event of a layer that is switched off is dropped without a word: nothing was wrong with the address.
    """
    before = current_view()
    view, unknown = without_unknown_keys(atlas, before)
    if not unknown:
        return
    noted, _ = without_unknown_keys(whole, before)
    # The parameters' names alone: their values are a stranger's text.
    names = [name for name, (field, _) in URL_FIELDS.items() if getattr(noted, field) != getattr(before, field)]
    st.session_state["spoilt_parameters"] = list(dict.fromkeys([*spoilt_parameters(), *names]))
    change_view(**{name: getattr(view, name) for name in ("themes", "actors", "places", "selected")})
    st.session_state["revision"] = revision() + 1


def drop_range_beyond(scale: TimeScale, whole: TimeScale) -> None:
    """Drop a range that `scale` has no day of; one that `whole`, the scale of all layers, lacks as well is noted."""
    if _touches(scale):
        return
    if not _touches(whole):
        st.session_state["spoilt_parameters"] = list(dict.fromkeys([*spoilt_parameters(), "from", "to"]))
    change_view(start=None, end=None)
    st.session_state["revision"] = revision() + 1


def _touches(scale: TimeScale) -> bool:
    view = current_view()
    return (view.start or scale.first) <= scale.last and (view.end or scale.last) >= scale.first


def revision() -> int:
    """Return how often Python itself has changed the View: panels that see a new number take the View over."""
    return int(st.session_state.get("revision", 0))


def change_view(**changes: Any) -> View:  # noqa: ANN401, as dataclasses.replace takes them
    """Replace fields of the View, in the session and in the URL."""
    view = replace(current_view(), **changes)
    if view != st.session_state["view"]:
        st.session_state["view"] = view
    st.session_state["written"] = wanted = view_to_url(view)
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
    return view


def link_parameters(view: View) -> dict[str, str]:
    """Return the URL parameters of a View for links that add their own selection and paragraph."""
    return view_to_url(replace(view, selected="", paragraph=None))


def open_event(event: Event, atlas: Atlas, paragraph: int | None = None) -> View:
    """Select an event, and lift what would keep it from being shown on Explore."""
    return change_view(**asdict(showing(event, atlas, current_view())) | {"selected": event.id, "paragraph": paragraph})


def news(key: str) -> dict[str, Any] | None:
    """Return what a panel has reported since this was last asked, or None.

    Streamlit keeps a panel's last report for ever; each carries a `turn` of its own, so that an old one never
    comes back over what has changed since.
    """
    told = _unheard(key)
    if told:
        st.session_state["heard"][key] = told["turn"]
        st.session_state["spoilt_parameters"] = []  # whoever goes on has read what was wrong with the address
    return told


def heard_turn(key: str) -> int:
    """Return the `turn` of the last report of a panel that has been taken over; 0 before the first."""
    return int(st.session_state.get("heard", {}).get(key, 0))


def _unheard(key: str) -> dict[str, Any] | None:
    told = (st.session_state.get(key) or {}).get(_REPORTS[key])
    heard = st.session_state.setdefault("heard", {})
    return dict(told) if told and told["turn"] != heard.get(key) else None


def take_from_time_panel(scale: TimeScale) -> None:
    """Bring the range and the selection that the time panel has reported into the View."""
    told = news(TIME_PANEL_KEY)
    if not told:
        return
    change_view(**_range(told["range"], scale), selected=str(told["selected"]), camera=_camera(told.get("camera")))


def take_from_present(told: dict[str, Any], scale: TimeScale) -> None:
    """Enter or leave the presentation, in a callback. What it was moved to is where the reader goes on."""
    changes: dict[str, Any] = {"presenting": told.get("on") is True}
    if told.get("range"):
        changes |= _range(told["range"], scale) | {
            "selected": str(told["selected"]),
            "camera": _camera(told.get("camera")),
        }
        st.session_state["revision"] = revision() + 1
    change_in_callback(**changes)


def _range(told: list[int], scale: TimeScale) -> dict[str, date | None]:
    start, end = (int(day) for day in told)
    return {
        "start": None if start <= scale.days[0] else date.fromordinal(start),
        "end": None if end >= scale.days[-1] else date.fromordinal(end),
    }


def _camera(told: list[float] | None) -> tuple[float, float, float] | None:
    """Return a camera as exact as a pixel: four decimals of a degree, two of a zoom level."""
    if not told:
        return None
    latitude, longitude, zoom = told
    return round(float(latitude), 4), round(float(longitude), 4), round(float(zoom), 2)


def channel_name() -> str:
    """Return the name of the session's BroadcastChannel: two tabs must not drive each other."""
    if "channel" not in st.session_state:
        st.session_state["channel"] = f"atlas-{uuid4().hex}"
    return str(st.session_state["channel"])
