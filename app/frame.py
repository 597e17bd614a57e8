"""The frame of every page: settings, language and navigation."""

from __future__ import annotations

import streamlit as st

from app.link.assets import asset
from app.link.page import ICON, dress_page
from app.link.view_state import arrive, change_in_callback, current_view
from app.model.view import APPEARANCES, LANGUAGES
from app.words import words

PAGE_KEY = "page"


def _change_language() -> None:
    wanted = st.session_state[PAGE_KEY].language
    if wanted in LANGUAGES:
        change_in_callback(language=wanted)


def _change_appearance() -> None:
    wanted = st.session_state[PAGE_KEY].appearance
    if wanted in APPEARANCES:
        change_in_callback(appearance=wanted)


arrive()
language = current_view().language
say = words(language)
# Before the navigation: else Streamlit makes the first page's icon the tab's, and fetches it from outside.
st.set_page_config(page_icon=str(ICON), layout="wide")
explore = st.Page("app_pages/explore.py", title=say["page_explore"], icon=":material/map:", default=True)
essay = st.Page("app_pages/essay.py", title=say["page_essay"], icon=":material/article:")
disagreements = st.Page("app_pages/disagreements.py", title=say["page_disagreements"], icon=":material/balance:")
slides = st.Page("app_pages/slides.py", title=say["page_slides"], icon=":material/slideshow:")
page = st.navigation([explore, essay, disagreements, slides], position="top")
# Each page its own title: tabs, bookmarks and screen readers tell the pages apart by it.
st.set_page_config(page_title=f"{page.title} – {say['app_title']}")
plotly_url = asset("plotly.js").url if page == explore else None
dress_page(
    language,
    current_view().appearance,
    plotly_url=plotly_url,
    key=PAGE_KEY,
    on_language=_change_language,
    on_appearance=_change_appearance,
)
page.run()
