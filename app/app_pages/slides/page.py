"""Slides: compose one from the view, look at it, take it away as a file; and collect several in a deck."""

from __future__ import annotations

import streamlit as st

from app.app_pages.problems import show_problems
from app.app_pages.slides.compose import composed_slide
from app.app_pages.slides.deck import deck_files, deck_list
from app.app_pages.slides.progress import show_progress
from app.app_pages.slides.take_away import take_away
from app.link.component import panel
from app.link.served import atlas_now
from app.link.session import language
from app.link.slide_page import slide_page_url
from app.link.slides_report import slides_report


def slides_page() -> None:
    """Draw the page. The View and the deck come from the reader's browser."""
    whole, code = atlas_now(), language()
    with st.container(key="slides"):
        report = slides_report()
        show_problems(whole, code)
        if not report:
            return
        controls, shown = st.columns([4, 9], gap="large")
        with controls:
            slide = composed_slide(whole, report.view, code)
            take_away(slide, code)
            below_slide = st.container()
        with shown:
            with st.container(key=f"preview-{slide.size}"):
                panel("preview", key="preview", data={"preview": slide_page_url(slide, "preview")})
            with st.container(key="deck"):
                deck_list(slide)
                deck_files(whole, report, slide, code)
                below_deck = st.container()
        # Last, when it is known which button has been pressed: there is one file at a time.
        with below_slide:
            show_progress("slide", code)
        with below_deck:
            show_progress("deck", code)


slides_page()
