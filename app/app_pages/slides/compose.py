"""The choices of the Slides page, and the slide that they make."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import streamlit as st

from app.link.served import atlas_now, dataset_version
from app.link.session import dashboard_address
from app.model.chronology.entities import Atlas
from app.model.chronology.filtering import range_of
from app.model.chronology.ids import own_key
from app.model.chronology.timescale import TimeScale
from app.model.chronology.view import APPEARANCES, View
from app.model.text.direction import isolate
from app.model.text.language import LANGUAGES
from app.slides.slide import (
    DEFAULT_SIZE,
    PARTS,
    SIZES,
    Slide,
    fitted,
    keep_map_or_timeline,
    of_chapter,
    range_in_words,
    titled,
)
from app.views.timeline.scale import scale_of
from app.words import words

THIS_VIEW = own_key("this-view")


def composed_slide(whole: Atlas, view: View, language: str) -> Slide:
    """Draw the choices, and return the slide that they make. They are kept while the session lasts."""
    say = words(language)
    chapters = {chapter.id: chapter for chapter in whole.chapters}
    source = st.selectbox(
        say["slides_shows"],
        [THIS_VIEW, *chapters],
        format_func=lambda key: (
            say["slides_this_view"].format(range=_range(view, language))
            if key == THIS_VIEW
            else isolate(chapters[key].title.say(language), language)
        ),
        key="slide-source",
        persist_state="session",
    )
    title_place = st.container()
    size = st.selectbox(
        say["slides_size"], list(SIZES), list(SIZES).index(DEFAULT_SIZE), key="slide-size", persist_state="session"
    )
    slide = replace(_looks(_framed(view, say), language), size=SIZES[size], hidden=_hidden(say))
    if source in chapters:
        chapter = of_chapter(slide, chapters[source])
        slide = replace(chapter, view=replace(chapter.view, annotations=slide.view.annotations))
    automatic = titled(whole, replace(slide, title="")).title
    with title_place:
        own = st.text_input(
            say["slides_title"], placeholder=isolate(automatic, language), key="slide-title", persist_state="session"
        )
    titled_so = replace(slide, title=own or "")
    return titled_so if titled_so.title else replace(slide, title=automatic)


def _looks(view: View, language: str) -> Slide:
    """Draw the choices of language and appearance, and return a slide of the View in them."""
    say = words(language)
    with st.container(horizontal=True):
        names = {code: isolate(each.name, language) for code, each in LANGUAGES.items()}
        own_language = _one_of(say["language_label"], names, language, "language")
        shades = {appearance: say[f"slides_{appearance}"] for appearance in APPEARANCES}
        appearance = _one_of(say["slides_appearance"], shades, view.appearance or "light", "appearance")
    view = replace(view, language=own_language, appearance=appearance, paragraph=None, presenting=False)
    return Slide(view, address=dashboard_address())


def _framed(view: View, say: dict[str, str]) -> View:
    """Draw the choice of the frame where the reader has moved map or timeline, and return the View in it."""
    if not (view.camera or view.window):
        return view
    options = {key: say[f"slides_frame_{key}"] for key in ("fitted", "explore")}
    return view if _one_of(say["slides_frame"], options, "fitted", "frame") == "explore" else fitted(view)


def _hidden(say: dict[str, str]) -> tuple[str, ...]:
    parts = st.pills(
        say["slides_parts"],
        PARTS,
        selection_mode="multi",
        default=PARTS,
        format_func=lambda part: say[f"slides_{part}"],
        key="slide-parts",
        persist_state="session",
    )
    return keep_map_or_timeline(tuple(part for part in PARTS if part not in parts))


def _one_of(label: str, options: dict[str, str], default: str, name: str) -> str:
    chosen = st.segmented_control(
        label,
        list(options),
        default=default,
        required=True,
        format_func=options.__getitem__,
        key=f"slide-{name}",
        persist_state="session",
    )
    return chosen or default


def _range(view: View, language: str) -> str:
    return range_in_words(range_of(view, _scale(dataset_version(), view.layers)), language)


@lru_cache(maxsize=16)
def _scale(version: str, layers: tuple[str, ...]) -> TimeScale:  # noqa: ARG001, the version is part of the cache's key
    return scale_of(atlas_now().with_layers(layers))
