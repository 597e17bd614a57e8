"""From slides to the bytes of a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from app.model.chronology.entities import Atlas, Event
from app.model.chronology.filtering import range_of, sort_events
from app.model.text.language import LANGUAGES
from app.slides.capture.screenshots import PageToCapture, Screenshotter
from app.slides.files.powerpoint import DeckPage, powerpoint
from app.slides.files.speaker_notes import speaker_notes
from app.slides.html.covers import Cover, closing, cover_page, opening
from app.slides.html.page import standalone_page, turn_to
from app.slides.slide import Slide, file_name, of_chapter, titled, without_turn
from app.views.timeline.scale import scale_of
from app.words import counted


def chosen(whole: Atlas, slide: Slide, *, chapter: str | None = None, deck: bool = False) -> list[Slide]:
    """Return the slide with its title; or that of a chapter; or those of all chapters.

    Raises KeyError for an unknown chapter.
    """
    if not deck and chapter is None:
        return [titled(whole, slide)]
    chapters = {each.id: of_chapter(replace(slide, title="") if deck else slide, each) for each in whole.chapters}
    return list(chapters.values()) if chapter is None else [chapters[chapter]]


def exported(
    whole: Atlas,
    slides: Sequence[Slide],
    suffix: str,
    screenshotter: Screenshotter | None,
    *,
    covers: bool = False,
    on_picture: Callable[[], None] | None = None,
) -> bytes:
    """Return the file's content; `screenshotter` may be None for html.

    With `covers` a deck begins and ends with a slide of words. `on_picture` is called after each picture.
    """
    if suffix == "html" or screenshotter is None:
        return standalone_page(whole, slides[0]).encode()
    kind, with_title = ("pdf" if suffix == "pdf" else "png"), suffix != "pptx"
    pages: list[DeckPage] = []
    # Of slides that differ in no more than a turn, one page is drawn for all.
    for _, alike in groupby(slides, key=_without_turn):
        first, *others = alike
        shot = PageToCapture(standalone_page(whole, first, "picture", titled=with_title), first.size, kind)
        pictures = screenshotter.take(shot, [turn_to(whole, each) for each in others], on_picture)
        pages += [_page(whole, *pair) for pair in zip((first, *others), pictures, strict=True)]
    if covers:
        pages = [
            *_cover(opening(whole, slides), kind, screenshotter, titled=with_title, on_picture=on_picture),
            *pages,
            *_cover(closing(whole, slides), kind, screenshotter, titled=with_title, on_picture=on_picture),
        ]
    if suffix == "png":
        return pages[0].picture
    return _document(pages) if suffix == "pdf" else powerpoint(pages)


def _cover(
    cover: Cover, kind: str, screenshotter: Screenshotter, *, titled: bool, on_picture: Callable[[], None] | None
) -> list[DeckPage]:
    taken = screenshotter.take(
        PageToCapture(cover_page(cover, titled=titled), cover.slide.size, kind), on_picture=on_picture
    )
    return [DeckPage(cover.slide, picture, cover.alt_text, cover.notes) for picture in taken]


def _without_turn(slide: Slide) -> Slide:
    return replace(slide, title="", view=without_turn(slide.view))


def _days(whole: Atlas, slide: Slide) -> tuple[int, int]:
    first, last = range_of(slide.view, scale_of(whole.with_layers(slide.view.layers)))
    return first, last


def days_of(whole: Atlas) -> tuple[date, date]:
    """Return the first and the last day of the tables' time scale."""
    scale = scale_of(whole)
    return scale.first, scale.last


def shown_on(whole: Atlas, slide: Slide) -> Sequence[Event]:
    """Return the events that are seen on a slide."""
    return sort_events(whole.with_layers(slide.view.layers), slide.view).shown


def name_of(whole: Atlas, slides: Sequence[Slide], suffix: str) -> str:
    """Return the name of a file with these slides: from their earliest day to their latest."""
    ranges = [_days(whole, slide) for slide in slides]
    first, last = min(first for first, _ in ranges), max(last for _, last in ranges)
    return file_name(slides[0], (date.fromordinal(first), date.fromordinal(last)), suffix)


def _page(whole: Atlas, slide: Slide, picture: bytes) -> DeckPage:
    shown = shown_on(whole, slide)
    alt_text = counted(slide.view.language, "slide_alt", len(shown), title=slide.title)
    return DeckPage(slide, picture, alt_text, speaker_notes(whole, slide))


def _document(pages: Sequence[DeckPage]) -> bytes:
    from app.slides.files.pdf_text import joined, searchable  # noqa: PLC0415, heavy, and needed for PDFs alone

    return joined(
        [searchable(page.picture, right_to_left=LANGUAGES[page.slide.view.language].right_to_left) for page in pages]
    )
