"""The deck: what is in it, in which order, and the buttons that make it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app.app_pages.slides.take_away import has_browser
from app.link.component import panel
from app.link.exports import start_export
from app.link.session import keep, kept
from app.link.slides_report import SLIDES_LIMIT, SlidesReport
from app.model.chronology.entities import Atlas
from app.slides.queue.job import Job
from app.slides.slide import Slide, of_chapter, slide_to_url
from app.words import words

SUFFIXES = ("pptx", "pdf")
DECK_ASKED = "deck-asked"
"""Kept in the session while a press waits for the deck."""


def deck_list(slide: Slide) -> None:
    """Draw the deck, which the browser keeps, and the button that adds `slide` to it."""
    panel("deck", key="deck-panel", data={"slide": slide_to_url(slide), "limit": SLIDES_LIMIT})


def deck_files(whole: Atlas, report: SlidesReport, slide: Slide, language: str) -> None:
    """Draw what makes a file of the deck, and of all chapters as `slide` would show them.

    A server that was restarted may hear of the press before it hears of the deck: it waits for that.
    """
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
        asked = st.button(say["slides_make_deck"], disabled=report.is_whole and not report.deck, key="make-deck")
        asked = asked or bool(kept(DECK_ASKED))
        keep(DECK_ASKED, asked and not report.is_whole)
        if asked and report.deck:
            # A file has one size: the one that is chosen now.
            slides = tuple(replace(each, size=slide.size) for each in report.deck)
            start_export(Job(slides, suffix, covers), "deck")
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
