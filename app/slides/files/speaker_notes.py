"""What a speaker wants under a slide: first what the slide says, then what else begins in its range, and the link."""

from __future__ import annotations

from app.model.chronology.date_words import span_in_words
from app.model.chronology.entities import Atlas, Event
from app.model.chronology.filtering import sort_events
from app.model.chronology.subject import begins_in_range, chapter_of, selected_subject, subject_of
from app.model.chronology.view import View
from app.model.text.direction import isolate
from app.slides.slide import Slide, permalink
from app.words import counted, listed, words


def speaker_notes(whole: Atlas, slide: Slide) -> str:
    """Return the notes of a slide in its language.

    In this order: a chapter's takeaway and its captions, as they are numbered on the slide, or the events of what is
    selected; what a reader wrote on it; the other events that begin in the range, by date, all these with their
    reports; those that are only under way, a line each; the link.
    """
    view = slide.view
    atlas = whole.with_layers(view.layers)
    shown = sorted(sort_events(atlas, view).shown, key=lambda event: _days(event, view.basis))
    is_of_selected = selected_subject(atlas, view) is not None
    chapter = None if is_of_selected else chapter_of(atlas, view)
    # Captions of a slide that is no chapter's are chosen in the browser.
    named = (
        {event.id for event in subject_of(atlas, view)} if is_of_selected else set(chapter.captions if chapter else ())
    )
    first = [event for event in shown if event.id in named]
    others = [event for event in shown if event.id not in named]
    under_way = [_line(event, view) for event in others if not begins_in_range(event, view)]
    parts = [
        [chapter.takeaway.say(view.language)] if chapter else [],
        [_numbered(number if chapter else 0, _event_lines(event, view)) for number, event in enumerate(first, start=1)],
        [each.text for each in view.annotations],
        [_event_lines(event, view) for event in others if begins_in_range(event, view)],
        [words(view.language)["under_way_heading"], *under_way] if under_way else [],
        [permalink(slide)],
    ]
    return "\n\n".join("\n".join(filter(None, lines)) for lines in parts if any(lines))


def _numbered(number: int, text: str) -> str:
    return f"{number}. {text}" if number else text


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
