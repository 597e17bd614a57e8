"""The essay, paragraph by paragraph, with the events that rest on each."""

from __future__ import annotations

from html import escape
from itertools import groupby
from urllib.parse import urlencode

import streamlit as st

from app.link.loaded import atlas_now, essay
from app.link.view_state import current_view
from app.model.entities import Atlas, Event
from app.model.essay import Paragraph
from app.views.colours import theme_colours
from app.words import words


def essay_page() -> None:
    """Draw the page."""
    atlas, _ = atlas_now()
    language = current_view().language
    say = words(language)
    with st.container(key="essay"):
        st.title(say["essay_heading"], anchor=False)
        st.caption(" ".join(part for part in (say["essay_source"], say["essay_language_note"]) if part))
        for section, paragraphs in groupby(essay(), key=lambda paragraph: paragraph.section):
            st.html("".join([_heading(section), *(_paragraph(part, atlas, language) for part in paragraphs)]))


def _heading(section: str) -> str:
    return f'<h2 class="section" lang="en" dir="ltr">{escape(section)}</h2>'


def _paragraph(paragraph: Paragraph, atlas: Atlas, language: str) -> str:
    """Return a numbered paragraph as HTML; every text is escaped."""
    events = [event for event in atlas.events if paragraph.number in event.paragraphs]
    chips = "".join(_chip(event, atlas, language) for event in events)
    none = f'<span class="none">{escape(words(language)["essay_none"])}</span>'
    return (
        f'<div class="paragraph" id="paragraph-{paragraph.number}"><span class="number">{paragraph.number}</span>'
        f'<div><p lang="en" dir="ltr">{escape(paragraph.text)}</p><div class="chips">{chips or none}</div></div></div>'
    )


def _chip(event: Event, atlas: Atlas, language: str) -> str:
    """Return a link that opens the event on Explore."""
    colour = theme_colours(atlas.themes[event.themes[0]])["light"]
    address = "./?" + urlencode({"selected": event.id, **({"lang": language} if language != "en" else {})})
    agreement = escape(words(language)[f"agree_{event.agreement}"])
    return (
        f'<a class="chip {event.agreement}" href="{escape(address)}" target="_self" title="{agreement}">'
        f'<i style="background:{colour}"></i>{escape(event.title.say(language))}</a>'
    )


essay_page()
