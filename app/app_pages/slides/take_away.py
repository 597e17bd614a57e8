"""The slide by itself as a file."""

from __future__ import annotations

import streamlit as st

from app.link.exports import start_export
from app.slides.capture.find_browser import NoChromiumError, chromium_path
from app.slides.queue.job import Job
from app.slides.slide import Slide
from app.words import words

SUFFIXES = ("png", "pdf", "pptx", "html")


def take_away(slide: Slide, language: str) -> None:
    """Draw the buttons for the slide by itself; `language` is that of the page, not of the slide."""
    say = words(language)
    formats = SUFFIXES if has_browser() else ("html",)
    if formats == ("html",):
        st.info(say["slides_no_browser"])
    suffix = st.segmented_control(
        say["slides_format"], formats, default=formats[0], required=True, format_func=str.upper, key="slide-format"
    )
    # Not in a callback: a server that has just been started would not know of it.
    if st.button(say["slides_make"], type="primary", key="make-slide"):
        start_export(Job((slide,), suffix or formats[0]), "slide")


def has_browser() -> bool:
    """Return True where there is a browser to take pictures with."""
    try:
        chromium_path()
    except NoChromiumError:
        return False
    return True
