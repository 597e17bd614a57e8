"""Slides: compose one from the view, look at it, take it away as a file; and collect several in a deck."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app.app_pages.problems import show_problems
from app.link.deck import (
    Origin,
    add_to_deck,
    current_export,
    dashboard_address,
    deck,
    move_up_in_deck,
    remove_from_deck,
    start_export,
)
from app.link.loaded import atlas_now, time_scale
from app.link.slide_page import slide_page_url
from app.link.view_state import change_view
from app.model.columns import own_key
from app.model.entities import Atlas
from app.model.filtering import range_of
from app.model.text.direction import isolate
from app.model.view import APPEARANCES, View
from app.slides.chromium import NoChromiumError, chromium_path
from app.slides.job import Job
from app.slides.slide import DEFAULT_SIZE, PARTS, SIZES, Slide, of_chapter, range_in_words, titled, without_nothing
from app.words import LANGUAGE_NAMES, counted, words

SUFFIXES = ("png", "pdf", "pptx", "html")
DECK_SUFFIXES = ("pptx", "pdf")
MIME_TYPES = {
    "png": "image/png",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html",
}
THIS_VIEW = own_key("this-view")
LOOK_AGAIN_S = 0.5  # how often the page looks how far a file is


def slides_page() -> None:
    """Draw the page."""
    view = change_view(paragraph=None, presenting=False)
    whole, _ = atlas_now()
    say = words(view.language)
    with st.container(key="slides"):
        show_problems(whole, view.language)
        controls, shown = st.columns([4, 9], gap="large")
        with controls:
            slide = _composed(whole, view, say)
            _take_away(slide, view.language)
        with shown:
            with st.container(key=f"preview-{slide.size}"):
                st.iframe(slide_page_url(slide, "preview"), height=400, alt=say["slides_preview"])
            _deck(whole, slide, view.language)


def _composed(whole: Atlas, view: View, say: dict[str, str]) -> Slide:
    """Draw the choices, and return the slide that they make. They are kept while the session lasts."""
    chapters = {chapter.id: chapter for chapter in whole.chapters}
    source = st.selectbox(
        say["slides_shows"],
        [THIS_VIEW, *chapters],
        format_func=lambda key: (
            say["slides_this_view"].format(range=_range(view, view.language))
            if key == THIS_VIEW
            else isolate(chapters[key].title.say(view.language), view.language)
        ),
        key="slide-source",
        persist_state="session",
    )
    title_place = st.container()
    size = st.selectbox(
        say["slides_size"], list(SIZES), list(SIZES).index(DEFAULT_SIZE), key="slide-size", persist_state="session"
    )
    with st.container(horizontal=True):
        names = {each: isolate(name, view.language) for each, name in LANGUAGE_NAMES.items()}
        language = _one_of(say["language_label"], names, view.language, "language")
        looks = {appearance: say[f"slides_{appearance}"] for appearance in APPEARANCES}
        appearance = _one_of(say["slides_appearance"], looks, view.appearance or "light", "appearance")
    parts = st.pills(
        say["slides_parts"],
        PARTS,
        selection_mode="multi",
        default=PARTS,
        format_func=lambda part: say[f"slides_{part}"],
        key="slide-parts",
        persist_state="session",
    )
    hidden = without_nothing(tuple(part for part in PARTS if part not in parts))
    composed = Slide(
        replace(view, language=language, appearance=appearance), "", SIZES[size], dashboard_address(), hidden
    )
    if source in chapters:
        composed = of_chapter(composed, chapters[source])
    automatic = titled(whole, replace(composed, title="")).title
    with title_place:
        own = st.text_input(
            say["slides_title"],
            placeholder=isolate(automatic, view.language),
            key="slide-title",
            persist_state="session",
        )
    titled_so = replace(composed, title=own or "")
    return titled_so if titled_so.title else replace(composed, title=automatic)


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
    atlas, version = atlas_now(view.layers)
    days = range_of(view, time_scale(version, atlas))
    return range_in_words(days, language)


def _take_away(slide: Slide, language: str) -> None:
    """Draw the buttons for the slide by itself; `language` is that of the page, not of the slide."""
    say = words(language)
    formats = SUFFIXES if _has_browser() else ("html",)
    if formats == ("html",):
        st.info(say["slides_no_browser"])
    suffix = st.segmented_control(
        say["slides_format"], formats, default=formats[0], required=True, format_func=str.upper, key="slide-format"
    )
    with st.container(horizontal=True):
        job = Job((slide,), suffix or formats[0])
        st.button(say["slides_make"], type="primary", on_click=start_export, args=(job, "slide"), key="make-slide")
        st.button(say["slides_add"], on_click=add_to_deck, args=(slide,), icon=":material/add:", key="add-slide")
    _show_progress("slide", language)


def _has_browser() -> bool:
    try:
        chromium_path()
    except NoChromiumError:
        return False
    return True


def _show_progress(origin: Origin, language: str) -> None:
    """Draw progress and download of a file below the button that asked for it."""
    export = current_export(origin)
    st.fragment(_progress, run_every=LOOK_AGAIN_S if export and export.under_way else None)(origin, language)


def _progress(origin: Origin, language: str) -> None:
    """Draw how far the file is; once there is one, or none, the page is drawn anew and looks no more."""
    say, export = words(language), current_export(origin)
    if not export:
        return
    if export.under_way:
        st.session_state["export-watched"] = True
        done, of = export.pictures, export.job.pictures
        waiting = export.state == "waiting"
        text = say["slides_waiting"] if waiting else counted(language, "slides_progress", of, done=done)
        st.progress(done / of if of else 0.0, text=text)
        st.button(say["slides_cancel"], on_click=export.cancel, key="cancel-export")
        return
    if st.session_state.pop("export-watched", False):
        st.rerun()
    if export.state == "made":
        st.download_button(
            say["slides_download_deck" if origin == "deck" else "slides_download"].format(name=export.name),
            export.content,
            export.name,
            MIME_TYPES[export.job.suffix],
            on_click="ignore",
            icon=":material/download:",
            width="stretch",
            key="download-export",
        )
    elif export.state == "cancelled":
        st.info(say["slides_cancelled"])
    else:
        st.error(say[f"slides_{export.failure}"])
        if export.reason:
            st.text(export.reason)


def _deck(whole: Atlas, slide: Slide, language: str) -> None:
    """Draw the deck: what is in it, in which order, and the buttons that make it."""
    slides, say = deck(), words(language)
    with st.container(key="deck"):
        st.subheader(say["slides_deck"], anchor=False)
        for index, each in enumerate(slides):
            _row(index, each, language)
        if not slides:
            st.caption(say["slides_deck_empty"])
        if not _has_browser():
            return
        with st.container(horizontal=True, vertical_alignment="bottom"):
            suffix = st.segmented_control(
                say["slides_format"],
                DECK_SUFFIXES,
                default=DECK_SUFFIXES[0],
                required=True,
                format_func=str.upper,
                key="deck-format",
            )
            covers = st.checkbox(say["slides_covers"], value=True, key="deck-covers", persist_state="session")
        suffix = suffix or DECK_SUFFIXES[0]
        # A file has one size: the one that is chosen now.
        own = Job(tuple(replace(each, size=slide.size) for each in slides), suffix, covers)
        bare = replace(slide, title="")
        all_of_them = Job(tuple(of_chapter(bare, chapter) for chapter in whole.chapters), suffix, covers=True)
        with st.container(horizontal=True):
            st.button(
                say["slides_make_deck"],
                on_click=start_export,
                args=(own, "deck"),
                disabled=not slides,
                key="make-deck",
            )
            st.button(
                say["slides_chapters"],
                on_click=start_export,
                args=(all_of_them, "deck"),
                disabled=not whole.chapters,
                help=None if whole.chapters else say["slides_no_chapters"],
                icon=":material/auto_stories:",
                key="make-chapters",
            )
        _show_progress("deck", language)


def _row(index: int, slide: Slide, language: str) -> None:
    say = words(language)
    with st.container(horizontal=True, vertical_alignment="center", key=f"deck-row-{index}"):
        title, days = (isolate(text, language) for text in (slide.title, _range(slide.view, slide.view.language)))
        st.text(f"{index + 1}. {title} · {days}", width="stretch")
        buttons = (
            ("up", ":material/arrow_upward:", move_up_in_deck, index, index == 0),
            ("down", ":material/arrow_downward:", move_up_in_deck, index + 1, index == len(deck()) - 1),
            ("remove", ":material/close:", remove_from_deck, index, False),
        )
        for name, icon, act, place, disabled in buttons:
            st.button(
                "",
                icon=icon,
                help=say[f"slides_{name}"],
                on_click=act,
                args=(place,),
                disabled=disabled,
                type="tertiary",
                key=f"deck-{name}-{index}",
            )


slides_page()
