"""What a speaker wants under a slide: its takeaway, each event in view, its paragraphs, who reported it, and the link."""

from __future__ import annotations

from app.model.chronology.date_words import span_in_words
from app.model.chronology.entities import Atlas, Event
from app.model.chronology.filtering import sort_events
from app.model.chronology.subject import chapter_of
from app.model.text.direction import isolate
from app.slides.slide import Slide, permalink
from app.words import counted, listed


def speaker_notes(whole: Atlas, slide: Slide) -> str:
    """Return the notes of a slide in its language: a chapter's takeaway, the events of its captions, then the others by date."""
    view = slide.view
    atlas = whole.with_layers(view.layers)
    shown = sorted(sort_events(atlas, view).shown, key=lambda event: _first_day(event, view.basis))
    chapter = chapter_of(atlas, view)
    takeaway = chapter.takeaway.say(view.language) if chapter else ""
    captions = set(chapter.captions) if chapter else set()
    first = [event for event in shown if event.id in captions]
    parts = [[takeaway] if takeaway else [], first, [event for event in shown if event.id not in captions]]
    lines = [
        "\n".join(each if isinstance(each, str) else _event_lines(each, view.basis, view.language) for each in part)
        for part in parts
        if part
    ]
    return "\n\n".join([*lines, permalink(slide)])


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
