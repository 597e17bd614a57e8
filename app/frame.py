"""The frame of every page: settings, language and navigation."""

from __future__ import annotations

import streamlit as st

from app.link.page import ICON, dress_page
from app.link.view_state import change_view, current_view
from app.model.view import LANGUAGES
from app.words import words

PAGE_KEY = "page"


def _change_language() -> None:
    wanted = st.session_state[PAGE_KEY].language
    if wanted in LANGUAGES:
        change_view(language=wanted)


language = current_view().language
say = words(language)
st.set_page_config(page_title=say["app_title"], page_icon=str(ICON), layout="wide")
dress_page(language, key=PAGE_KEY, on_change=_change_language)
page = st.navigation(
    [
        st.Page("app_pages/explore.py", title=say["page_explore"], icon=":material/map:", default=True),
        st.Page("app_pages/essay.py", title=say["page_essay"], icon=":material/article:"),
    ],
    position="top",
)
page.run()
