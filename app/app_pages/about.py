"""About and data: how the atlas was made and is cited, whose it is, and its tables to be read and taken away."""

from __future__ import annotations

import streamlit as st

from app.app_pages.problems import show_problems, show_remarks
from app.link.component import panel
from app.link.served import atlas_now
from app.link.session import language


def about_page() -> None:
    """Draw the page."""
    atlas, code = atlas_now(), language()
    with st.container(key="reading"):
        show_problems(atlas, code)
        panel("about", key="about-panel")
        show_remarks(atlas, code)


about_page()
