"""What a speaker wants under a slide: the takeaway, its captions, each event in view with its reports, and the link."""

from __future__ import annotations

from collections.abc import Sequence

from app.model.chronology.date_words import span_in_words
from app.model.chronology.entities import Atlas, Chapter, Event
from app.model.chronology.filtering import sort_events
from app.model.chronology.subject import chapter_of
from app.model.chronology.view import View
from app.model.text.direction import isolate
from app.slides.slide import Slide, permalink
from app.words import counted, listed


def speaker_notes(whole: Atlas, slide: Slide) -> str:
    """Return the notes of a slide in its language: a chapter's takeaway and captions, then the events by date."""
    view = slide.view
    atlas = whole.with_layers(view.layers)
    shown = sorted(sort_events(atlas, view).shown, key=lambda event: _days(event, view.basis))
    said = _said_by_chapter(chapter_of(atlas, view), shown, view)
    events = [_event_lines(event, view) for event in shown]
    parts = [said, [each.text for each in view.annotations if each.text], events, [permalink(slide)]]
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def _said_by_chapter(chapter: Chapter | None, shown: Sequence[Event], view: View) -> list[str]:
    """Return a chapter's takeaway and its captions, with the numbers that they have on the slide."""
    if not chapter:
        return []
    captions = [event for event in shown if event.id in chapter.captions and not view.selected]
    numbered = [f"{number}. {_line(event, view)}" for number, event in enumerate(captions, start=1)]
    return [*filter(None, [chapter.takeaway.say(view.language)]), *numbered]


def _days(event: Event, basis: str) -> tuple[int, int]:
    """Return first and last day, by which captions are numbered on the slide too."""
    span = event.span(basis)
    return (span.earliest.toordinal(), span.latest.toordinal()) if span else (0, 0)


def _event_lines(event: Event, view: View) -> str:
    language = view.language
    reports = [
        " – ".join(filter(None, (isolate(report.publisher, language), isolate(report.title, language), report.url)))
        for report in event.reports
    ]
    return "\n".join([_line(event, view), *(f"    {each}" for each in reports)])


def _line(event: Event, view: View) -> str:
    language, span = view.language, event.span(view.basis)
    when = span_in_words(span.edtf, language) if span else ""
    rests_on = ""
    if paragraphs := event.paragraphs:
        rests_on = counted(language, "slide_paragraphs", len(paragraphs), numbers=listed(language, paragraphs))
    return " · ".join(filter(None, (when, isolate(event.title.say(language), language), rests_on)))
