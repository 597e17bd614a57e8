"""What a speaker wants under a slide: the takeaway, each event in view, its paragraphs and reports, and the link."""

from __future__ import annotations

from app.model.chronology.date_words import span_in_words
from app.model.chronology.entities import Atlas, Event
from app.model.chronology.filtering import sort_events
from app.model.chronology.subject import chapter_of
from app.model.text.direction import isolate
from app.slides.slide import Slide, permalink
from app.words import counted, listed


def speaker_notes(whole: Atlas, slide: Slide) -> str:
    """Return the notes of a slide in its language: a chapter's takeaway, then the events by date."""
    view = slide.view
    atlas = whole.with_layers(view.layers)
    shown = sorted(sort_events(atlas, view).shown, key=lambda event: _first_day(event, view.basis))
    chapter = chapter_of(atlas, view)
    takeaway = chapter.takeaway.say(view.language) if chapter else ""
    events = [_event_lines(event, view.basis, view.language) for event in shown]
    return "\n".join([*([takeaway, ""] if takeaway else []), *events, "", permalink(slide)])


def _first_day(event: Event, basis: str) -> int:
    span = event.span(basis)
    return span.earliest.toordinal() if span else 0


def _event_lines(event: Event, basis: str, language: str) -> str:
    span = event.span(basis)
    when = span_in_words(span.edtf, language) if span else ""
    rests_on = ""
    if paragraphs := event.paragraphs:
        rests_on = counted(language, "slide_paragraphs", len(paragraphs), numbers=listed(language, paragraphs))
    reports = [
        " – ".join(filter(None, (isolate(report.publisher, language), isolate(report.title, language), report.url)))
        for report in event.reports
    ]
    title = isolate(event.title.say(language), language)
    return "\n".join([" · ".join(filter(None, (when, title, rests_on))), *(f"    {each}" for each in reports)])
