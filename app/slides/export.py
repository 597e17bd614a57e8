"""From slides to the bytes of a file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from app.model.entities import Atlas
from app.model.filtering import range_of, sort_events
from app.slides.chromium import Camera, Shot, Turn
from app.slides.deck import Page, powerpoint
from app.slides.notes import speaker_notes
from app.slides.page import qr_code, standalone_page
from app.slides.slide import Slide, file_name, permalink
from app.views.timeline import scale_of
from app.words import words


def chosen(whole: Atlas, slide: Slide, *, chapter: str | None = None, deck: bool = False) -> list[Slide]:
    """Return the slide with its title; or that of a chapter; or those of all chapters.

    Raises KeyError for an unknown chapter.
    """
    language = slide.view.language
    chapters = {
        each.id: replace(
            slide,
            view=replace(slide.view, start=each.start, end=each.end),
            title=slide.title if slide.title and not deck else each.title.say(language),
        )
        for each in whole.chapters
    }
    if deck:
        return list(chapters.values())
    if chapter is not None:
        return [chapters[chapter]]
    days = (slide.view.start, slide.view.end)
    of_chapter = next((each.title for each in chapters.values() if (each.view.start, each.view.end) == days), "")
    return [replace(slide, title=slide.title or of_chapter or words(language)["app_title"])]


def exported(whole: Atlas, slides: Sequence[Slide], suffix: str, lens: Camera | None) -> bytes:
    """Return the file's content; `lens` takes the pictures, and may be None for html."""
    if suffix == "html" or lens is None:
        return standalone_page(whole, slides[0]).encode()
    pictures = _taken(whole, slides, "pdf" if suffix == "pdf" else "png", lens, titled=suffix != "pptx")
    if suffix == "png":
        return pictures[0]
    if suffix == "pdf":
        return _joined(pictures)
    return powerpoint([_page(whole, *pair) for pair in zip(slides, pictures, strict=True)])


def _taken(whole: Atlas, slides: Sequence[Slide], kind: str, lens: Camera, *, titled: bool) -> list[bytes]:
    """Return a picture of each slide. Of slides that differ in range and title alone, one page is drawn for all."""
    taken: list[bytes] = []
    for _, alike in groupby(slides, key=_but_for_range_and_title):
        first, *others = alike
        turns = [Turn(_days(whole, each), each.title, permalink(each), qr_code(permalink(each))) for each in others]
        taken += lens.take(Shot(standalone_page(whole, first, still=True, titled=titled), first.size, kind), turns)
    return taken


def _but_for_range_and_title(slide: Slide) -> Slide:
    return replace(slide, title="", view=replace(slide.view, start=None, end=None))


def _days(whole: Atlas, slide: Slide) -> tuple[int, int]:
    first, last = range_of(slide.view, scale_of(whole.with_layers(slide.view.layers)))
    return first, last


def name_of(whole: Atlas, slide: Slide, suffix: str) -> str:
    """Return the file name of a slide."""
    first, last = _days(whole, slide)
    return file_name(slide, (date.fromordinal(first), date.fromordinal(last)), suffix)


def _page(whole: Atlas, slide: Slide, picture: bytes) -> Page:
    say = words(slide.view.language)
    shown = sort_events(whole.with_layers(slide.view.layers), slide.view).shown
    alt_text = say["slide_alt"].format(title=slide.title, n=len(shown))
    return Page(slide, picture, alt_text, speaker_notes(whole, slide))


def _joined(documents: Sequence[bytes]) -> bytes:
    """Return several PDFs as one."""
    if len(documents) == 1:
        return documents[0]
    from pypdf import PdfWriter  # noqa: PLC0415, needed for decks alone

    writer = PdfWriter()
    for document in documents:
        writer.append(io.BytesIO(document))
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
