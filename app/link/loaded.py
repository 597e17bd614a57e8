"""The atlas and what is derived from it, loaded once for all sessions and anew when a table changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from app.browser.bundle import script
from app.link.assets import Asset, publish
from app.model.entities import Atlas
from app.model.essay import Paragraph, read_essay
from app.model.folders import data_folder, fingerprint
from app.model.loading import load_atlas
from app.model.timescale import TimeScale
from app.model.view import LANGUAGES, LAYERS
from app.views.map.atlas_map import build_map
from app.views.map.map_data import map_data_script
from app.views.payload import choices_payload, details_payload, marks_payload
from app.views.timeline.figure import timeline_figure
from app.views.timeline.lanes import lay_out
from app.views.timeline.scale import scale_of
from app.words import words


@dataclass(frozen=True)
class DrawnTimeline:
    """A timeline for one date basis and language."""

    layout: dict[str, Any]
    """Where lanes and marks stand, as `marks_payload` has it."""
    figures: dict[str, str]
    """Plotly figure as JSON, by appearance."""


def prepare() -> None:
    """Load and draw all that does not depend on the visitor."""
    atlas, version = atlas_now(())
    for language in LANGUAGES:
        drawn_timeline(version, "essay", language, atlas)
        details(version, language, atlas)
        choices(version, language, atlas)
    whole, whole_version = atlas_now()
    map_assets(whole_version, whole)
    nowhere = dict.fromkeys(("leaflet.js", "leaflet.css", "basemap.json", "map.js", "map-data.js"), "")
    build_map(channel="", urls=nowhere).get_root().render()


def atlas_now(layers: tuple[str, ...] = LAYERS) -> tuple[Atlas, str]:
    """Return the atlas with these layers beyond the essay as the tables stand now, and a version to cache it by."""
    folder = data_folder()
    content = fingerprint(folder)
    wanted = tuple(layer for layer in LAYERS if layer in layers)
    return _load(str(folder), content).with_layers(wanted), "+".join((content, *wanted))


@st.cache_resource(max_entries=4, show_spinner=False)
def _load(folder: str, version: str) -> Atlas:  # noqa: ARG001, the version is part of the cache's key
    return load_atlas(Path(folder))


@st.cache_resource(show_spinner=False)
def essay() -> tuple[Paragraph, ...]:
    """Return the essay's paragraphs."""
    return read_essay()


@st.cache_resource(max_entries=8, show_spinner=False)
def details(version: str, language: str, _atlas: Atlas) -> dict[str, Any]:  # noqa: ARG001
    """Return what list and cards show, the same for all sessions: read it, do not change it."""
    return details_payload(_atlas, essay(), language)


@st.cache_resource(max_entries=4, show_spinner=False)
def time_scale(version: str, _atlas: Atlas) -> TimeScale:  # noqa: ARG001
    """Return the atlas's time scale."""
    return scale_of(_atlas)


@st.cache_resource(max_entries=16, show_spinner=False)
def drawn_timeline(version: str, basis: str, language: str, _atlas: Atlas) -> DrawnTimeline:
    """Return the timeline for a date basis and a language, for both appearances."""
    scale = time_scale(version, _atlas)
    lanes, marks = lay_out(_atlas, scale, basis)
    figures = {
        appearance: timeline_figure(_atlas, scale, lanes, marks, appearance=appearance, language=language).to_json()
        for appearance in ("light", "dark")
    }
    return DrawnTimeline(marks_payload(marks, lanes, language), figures)


@st.cache_resource(max_entries=8, show_spinner=False)
def choices(version: str, language: str, _atlas: Atlas) -> dict[str, Any]:  # noqa: ARG001
    """Return what the filter panel offers, the same for all sessions: read it, do not change it."""
    return choices_payload(_atlas, language, words(language))


@st.cache_resource(max_entries=4, show_spinner=False)
def map_assets(version: str, _atlas: Atlas) -> tuple[Asset, Asset]:  # noqa: ARG001
    """Return the map's scripts and what they draw, as the browser fetches them once for all runs of a page."""
    say = {language: words(language) for language in LANGUAGES}
    return publish("map.js", script("map/index.js")), publish("map-data.js", map_data_script(_atlas, say))
