"""The shell of every page: settings, language and navigation."""

from __future__ import annotations

import streamlit as st

from app.browser.bundle import FOLDER
from app.link.component import panel
from app.link.session import SHELL_KEY, language
from app.words import words

ICON = FOLDER / "shell" / "icon.svg"

code = language()
say = words(code)
# Before the navigation: else Streamlit makes the first page's icon the tab's, and fetches it from outside.
st.set_page_config(page_icon=str(ICON), layout="wide")
explore = st.Page("app_pages/explore.py", title=say["page_explore"], icon=":material/map:", default=True)
essay = st.Page("app_pages/essay.py", title=say["page_essay"], icon=":material/article:")
disagreements = st.Page("app_pages/disagreements.py", title=say["page_disagreements"], icon=":material/balance:")
slides = st.Page("app_pages/slides/page.py", title=say["page_slides"], icon=":material/slideshow:", url_path="slides")
about = st.Page("app_pages/about.py", title=say["page_about"], icon=":material/info:")
page = st.navigation([explore, essay, disagreements, slides, about], position="top")
# Each page its own title: tabs, bookmarks and screen readers tell the pages apart by it.
st.set_page_config(page_title=f"{page.title} – {say['app_title']}")
panel(
    "shell",
    key=SHELL_KEY,
    data={"page": page.url_path or "explore", "language": code, "draws": page == explore},
    default={"language": None},
    on_language_change=lambda: None,
)
page.run()
