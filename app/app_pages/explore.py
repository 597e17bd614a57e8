"""Explore: the essay's places and events on a map and a timeline, both driven by one range."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import streamlit as st
from streamlit_folium import st_folium

from app.app_pages.problems import show_problems, show_remarks
from app.link.assets import asset, asset_urls
from app.link.filter_panel import FIELDS, chosen_filters, filter_panel
from app.link.loaded import atlas_now, choices, details, drawn_timeline, map_assets, time_scale
from app.link.present import present
from app.link.reader_panel import reader_panel
from app.link.slide_page import slide_page_url
from app.link.time_panel import time_panel
from app.link.view_state import (
    FILTER_PANEL_KEY,
    TIME_PANEL_KEY,
    change_in_callback,
    change_view,
    channel_name,
    current_view,
    drop_range_beyond,
    drop_unknown_keys,
    heard_turn,
    revision,
    take_filters,
    take_from_present,
    take_from_time_panel,
)
from app.model.entities import Atlas
from app.model.filtering import passing_ids
from app.model.timescale import TimeScale
from app.model.view import LAYERS, NOTHING, View, view_to_url
from app.views.colours import PALETTES
from app.views.map.atlas_map import build_map
from app.views.payload import date_marks_payload, themes_payload
from app.views.time_panel import panel_payload
from app.words import words

READER_PANEL_KEY = "reader-panel"
PRESENT_KEY = "present"


def explore() -> None:
    """Draw the page."""
    whole, whole_version = atlas_now()
    before, version = atlas_now(current_view().layers)
    take_from_time_panel(time_scale(version, before))
    if (st.session_state.get(READER_PANEL_KEY) or {}).get("paragraph"):
        st.switch_page("app_pages/essay.py", query_params=view_to_url(current_view()))
    dropped = take_filters(chosen_filters(FILTER_PANEL_KEY), lambda layers: atlas_now(layers)[0])
    atlas, version = atlas_now(current_view().layers)
    drop_unknown_keys(atlas, whole)
    scale = time_scale(version, atlas)
    drop_range_beyond(scale, time_scale(whole_version, whole))
    view = change_view(paragraph=None)
    filters = _filter_data(atlas, version, view) | _layers(whole, words(view.language))
    with st.sidebar:
        filter_panel(filters, key=FILTER_PANEL_KEY, on_change=lambda: None)
        show_remarks(atlas, view.language)
    with st.container(key="explore", gap=None):
        show_problems(atlas, view.language)
        present(_present_data(scale, view), key=PRESENT_KEY, on_change=_present)
        with st.container(key="stage", horizontal=True, gap=None, height="stretch"):
            with st.container(key="map", height="stretch"):
                _map(whole, whole_version)
            with st.container(key="reader", height="stretch", width=320):
                reader_panel(_reader_data(atlas, version, view), key=READER_PANEL_KEY, on_paragraph=_to_paragraph)
        with st.container(key="time", gap=None):
            _time(_time_data(atlas, version, view, whole) | {"dropped": dropped}, scale)


def _to_paragraph() -> None:
    """Take over which paragraph of which event is to be opened; the page changes once the script runs."""
    wanted = st.session_state[READER_PANEL_KEY]["paragraph"]
    change_in_callback(paragraph=int(wanted["number"]), selected=str(wanted["from"]))


def _present() -> None:
    """Take over that the presentation was entered or left."""
    atlas, version = atlas_now(current_view().layers)
    take_from_present(dict(st.session_state[PRESENT_KEY]["presenting"]), time_scale(version, atlas))


def _map(atlas: Atlas, version: str) -> None:
    """Mount the map, the same in every run of a session: what changes reaches it on the channel."""
    published = {drawn.name: drawn.url for drawn in map_assets(version, atlas)}
    atlas_map = build_map(
        channel=channel_name(), urls=asset_urls("leaflet.js", "leaflet.css", "basemap.json") | published
    )
    st_folium(atlas_map, key=f"map-{version}", height=560, use_container_width=True, returned_objects=[])


@st.fragment
def _time(data: dict[str, Any], scale: TimeScale) -> None:
    """Mount the time panel. On release only this fragment runs, so that nothing else is mounted anew."""
    take_from_time_panel(scale)
    time_panel(data, key=TIME_PANEL_KEY, on_change=lambda: None)


def _filter_data(atlas: Atlas, version: str, view: View) -> dict[str, Any]:
    return {
        **choices(version, view.language, atlas),
        "channel": channel_name(),
        "version": version,
        "revision": revision(),
        "heard": heard_turn(FILTER_PANEL_KEY),
        "chosen": {name: getattr(view, name) for name in (*FIELDS, "words", "basis", "certainty", "extent")},
        "nothing": NOTHING,
        "themes": themes_payload(atlas, view.language),
        "date_marks": date_marks_payload(atlas.events),
        "palettes": {name: asdict(palette) for name, palette in PALETTES.items()},
        "language": view.language,
        "words": words(view.language),
    }


def _layers(whole: Atlas, say: dict[str, str]) -> dict[str, Any]:
    """Return the layers beyond the essay that have events: as [id, name], and how many events each."""
    counts = {layer: sum(event.layer == layer for event in whole.events) for layer in LAYERS}
    return {
        "layers": [[layer, say[f"layer_{layer}"]] for layer, count in counts.items() if count],
        "layerCounts": counts,
    }


def _time_data(atlas: Atlas, version: str, view: View, whole: Atlas) -> dict[str, Any]:
    scale = time_scale(version, atlas)
    drawn = drawn_timeline(version, view.basis, view.language, atlas)
    return {
        **panel_payload(atlas, scale, view, passing_ids(atlas, view, whole)),
        "channel": channel_name(),
        "revision": revision(),
        "heard": heard_turn(TIME_PANEL_KEY),
        "plotlyUrl": asset("plotly.js").url,
        "figures": drawn.figures,
        "layout": drawn.layout,
    }


def _present_data(scale: TimeScale, view: View) -> dict[str, Any]:
    return {
        "channel": channel_name(),
        "url": slide_page_url(None, "presented"),
        "presenting": view.presenting,
        "ends": [scale.days[0], scale.days[-1]],
        "words": words(view.language),
    }


def _reader_data(atlas: Atlas, version: str, view: View) -> dict[str, Any]:
    return {
        **details(version, view.language, atlas),
        "channel": channel_name(),
        "nothing": NOTHING,
        "themes": themes_payload(atlas, view.language),
        "date_marks": date_marks_payload(atlas.events),
        "palettes": {name: asdict(palette) for name, palette in PALETTES.items()},
        "language": view.language,
        "invalid": atlas.rows_set_aside,
        "words": words(view.language),
    }


explore()
