"""The essay, paragraph by paragraph, with the events that rest on each."""

from __future__ import annotations

import streamlit as st

from app.app_pages.problems import show_problems
from app.link.component import panel
from app.link.served import atlas_now
from app.link.session import language


def essay_page() -> None:
    """Draw the page."""
    with st.container(key="reading"):
        show_problems(atlas_now(), language())
        panel("source_text", key="essay-panel")


essay_page()
