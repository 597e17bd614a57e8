"""The essay, paragraph by paragraph, with the events that rest on each; and how the atlas is made."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from app.app_pages.problems import show_problems
from app.link.essay_panel import essay_panel
from app.link.loaded import atlas_now, essay
from app.link.view_state import change_view, link_parameters, open_event
from app.model.view import view_to_url
from app.views.colours import PALETTES
from app.views.payload import themes_payload
from app.views.reading import essay_payload
from app.words import words


def essay_page() -> None:
    """Draw the page."""
    view = change_view()
    atlas, _ = atlas_now(view.layers)
    selected = next((event for event in atlas.events if event.id == view.selected), None)
    data = {
        **essay_payload(atlas, essay(), view.language),
        "paragraph": view.paragraph,
        "back": {"id": selected.id, "title": selected.title.say(view.language)} if selected else None,
        "query": link_parameters(view),
        "themes": themes_payload(atlas, view.language),
        "palettes": {name: asdict(palette) for name, palette in PALETTES.items()},
        "language": view.language,
        "words": words(view.language),
    }
    with st.container(key="reading"):
        show_problems(atlas, view.language)
        wanted = essay_panel(data, key="essay-panel")
    if event := next((event for event in atlas.events if event.id == wanted), None):
        view = open_event(event, atlas)
        st.switch_page("app_pages/explore.py", query_params=view_to_url(view))


essay_page()
