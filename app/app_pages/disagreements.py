"""Disagreements: what the essay says beside what reports say, all in one list."""

from __future__ import annotations

import streamlit as st

from app.app_pages.problems import show_problems
from app.link.component import panel
from app.link.served import atlas_now
from app.link.session import language


def disagreements_page() -> None:
    """Draw the page."""
    with st.container(key="reading"):
        show_problems(atlas_now(), language())
        panel("disagreements", key="disagreements-panel")


disagreements_page()
