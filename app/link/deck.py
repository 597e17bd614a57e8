"""The session's deck, and the file that is being made for it."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

import streamlit as st

from app.slides.job import Job
from app.slides.process import Export
from app.slides.slide import DEFAULT_ADDRESS, Slide

Origin = Literal["slide", "deck"]
"""Which part of the page asked for a file: that of one slide, or that of the deck."""


def deck() -> tuple[Slide, ...]:
    """Return the slides collected so far, in order."""
    slides: tuple[Slide, ...] = st.session_state.get("deck", ())
    return slides


def add_to_deck(slide: Slide) -> None:
    """Put a slide behind the others."""
    st.session_state["deck"] = (*deck(), slide)


def remove_from_deck(index: int) -> None:
    """Take the slide at `index`, from 0, out."""
    slides = deck()
    st.session_state["deck"] = (*slides[:index], *slides[index + 1 :])


def move_up_in_deck(index: int) -> None:
    """Let the slide at `index`, from 1, change places with the one before it."""
    slides = list(deck())
    slides[index - 1 : index + 1] = reversed(slides[index - 1 : index + 1])
    st.session_state["deck"] = tuple(slides)


def start_export(job: Job, origin: Origin) -> None:
    """Begin to make a file; one that is still under way in this session is given up for it."""
    if before := st.session_state.get("export"):
        before.cancel()
    st.session_state.update({"export": Export(job), "export_origin": origin})


def current_export(origin: Origin) -> Export | None:
    """Return the file that was asked for last, if that part of the page asked for it; else None."""
    export: Export | None = st.session_state.get("export")
    return export if st.session_state.get("export_origin") == origin else None


def dashboard_address() -> str:
    """Return where the reader's browser has the dashboard, for the links on slides."""
    parts = urlsplit(st.context.url or "")
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    if not parts.netloc:
        return DEFAULT_ADDRESS
    return f"{parts.scheme}://{parts.netloc}/{base + '/' if base else ''}"
