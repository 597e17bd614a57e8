"""The deck: what is in it, in which order, and the buttons that make it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app.app_pages.slides.take_away import has_browser
from app.link.component import panel
from app.link.exports import start_export
from app.link.slides_report import SLIDES_LIMIT
from app.model.chronology.entities import Atlas
from app.slides.queue.job import Job
from app.slides.slide import Slide, of_chapter, slide_to_url
from app.words import words

SUFFIXES = ("pptx", "pdf")


def deck_list(slide: Slide) -> None:
    """Draw the deck, which the browser keeps, and the button that adds `slide` to it."""
    panel("deck", key="deck-panel", data={"slide": slide_to_url(slide), "limit": SLIDES_LIMIT})


def deck_files(whole: Atlas, slides: tuple[Slide, ...], slide: Slide, language: str) -> None:
    """Draw what makes a file of the deck, and of all chapters as `slide` would show them."""
    if not has_browser():
        return
    say = words(language)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        suffix = st.segmented_control(
            say["slides_format"], SUFFIXES, default=SUFFIXES[0], required=True, format_func=str.upper, key="deck-format"
        )
        covers = st.checkbox(say["slides_covers"], value=True, key="deck-covers", persist_state="session")
    suffix = suffix or SUFFIXES[0]
    with st.container(horizontal=True):
        if st.button(say["slides_make_deck"], disabled=not slides, key="make-deck"):
            # A file has one size: the one that is chosen now.
            start_export(Job(tuple(replace(each, size=slide.size) for each in slides), suffix, covers), "deck")
        if st.button(
            say["slides_chapters"],
            disabled=not whole.chapters,
            help=None if whole.chapters else say["slides_no_chapters"],
            icon=":material/auto_stories:",
            key="make-chapters",
        ):
            bare = replace(slide, title="")
            chapters = tuple(of_chapter(bare, chapter) for chapter in whole.chapters)
            start_export(Job(chapters, suffix, covers=True), "deck")
