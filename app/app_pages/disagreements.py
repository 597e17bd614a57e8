"""Disagreements: what the essay says beside what reports say, all in one list."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from app.app_pages.problems import show_problems
from app.link.disagreements_panel import disagreements_panel
from app.link.loaded import atlas_now
from app.link.view_state import change_view, link_parameters, open_event
from app.model.view import view_to_url
from app.views.colours import PALETTES
from app.views.payload import themes_payload
from app.views.reading import disagreements_counted, disagreements_payload
from app.words import words


def disagreements_page() -> None:
    """Draw the page."""
    view = change_view(paragraph=None)
    atlas, _ = atlas_now(())
    data = {
        "rows": disagreements_payload(atlas, view.language),
        "total": len(atlas.events),
        "counted": disagreements_counted(atlas, view.language),
        "query": link_parameters(view),
        "themes": themes_payload(atlas, view.language),
        "palettes": {name: asdict(palette) for name, palette in PALETTES.items()},
        "language": view.language,
        "words": words(view.language),
    }
    with st.container(key="reading"):
        show_problems(atlas, view.language)
        wanted = disagreements_panel(data, key="disagreements-panel")
    if event := next((event for event in atlas.events if event.id == wanted.get("event")), None):
        paragraph = wanted.get("paragraph")
        view = open_event(event, atlas, int(paragraph) if paragraph else None)
        page = "app_pages/essay.py" if paragraph else "app_pages/explore.py"
        st.switch_page(page, query_params=view_to_url(view))


disagreements_page()
