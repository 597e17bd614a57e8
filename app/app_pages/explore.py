"""Explore: the places and events on a map and a timeline, both driven by one range."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from app.app_pages.problems import show_problems, show_remarks
from app.link.component import panel
from app.link.served import atlas_now, map_urls
from app.link.session import language
from app.link.slide_page import slide_page_url
from app.views.map.atlas_map import build_map


def explore() -> None:
    """Draw the page. What is on it comes from the store in the reader's browser: nothing here depends on the View."""
    atlas, code = atlas_now(), language()
    with st.sidebar:
        panel("filters", key="filter-panel")
        show_remarks(atlas, code)
    with st.container(key="explore", gap=None):
        show_problems(atlas, code)
        panel("present", key="present", data={"url": slide_page_url(None, "presented")})
        with st.container(key="stage", horizontal=True, gap=None, height="stretch"):
            with st.container(key="map", height="stretch"):
                st_folium(build_map(map_urls()), key="map", height=560, use_container_width=True, returned_objects=[])
            with st.container(key="reader", height="stretch", width=320):
                panel("details", key="details-panel", height="stretch")
        with st.container(key="time", gap=None):
            panel("time_panel", key="time-panel", height="stretch")
        panel("opening", key="opening")


explore()
