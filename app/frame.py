"""The frame of every page: settings, language and navigation."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app.link.page import dress_page
from app.link.view_state import change_view, current_view
from app.model.view import LANGUAGES
from app.words import words

ICON = Path(__file__).parent / "link" / "page" / "icon.svg"
LANGUAGE_NAMES = {"en": "English", "ar": "العربية"}

language = str(st.session_state.get("language") or current_view().language)
change_view(language=language)
say = words(language)
st.set_page_config(page_title=say["app_title"], page_icon=str(ICON), layout="wide")
dress_page(language)
with st.sidebar, st.container(key="brand"):
    st.markdown(f"**{say['app_title']}**")
    st.caption(say["app_subtitle"])
with st.container(key="language-switch"):
    st.segmented_control(
        say["language_label"],
        LANGUAGES,
        default=language,
        format_func=LANGUAGE_NAMES.__getitem__,
        required=True,
        key="language",
        label_visibility="collapsed",
    )
page = st.navigation(
    [st.Page("app_pages/explore.py", title=say["page_explore"], icon=":material/map:", default=True)],
    position="top",
)
page.run()
