"""What a View is about: of the events that it shows, those that a composed picture names, frames and lists first."""

from __future__ import annotations

from datetime import date

from app.model.chronology.entities import Atlas, Chapter, Event, Place
from app.model.chronology.filtering import sort_events
from app.model.chronology.view import View

PLACE_PREFIX = "place:"
"""Stands before the id of a place in `View.selected`."""


def begins_in_range(event: Event, view: View) -> bool:
    """Return True where the first possible day of an event lies in the range; others are only under way in it.

    A range without a first day has no limit there: all begin in it.
    """
    span = event.span(view.basis)
    return span is not None and (view.start or date.min) <= span.earliest <= (view.end or date.max)


def subject_of(atlas: Atlas, view: View) -> tuple[Event, ...]:
    """Return the subject among the events that `view` shows, in the atlas's order, as `subjectOf` in subject.js does.

    The first of these that has any event: 1. the selected event, or those that name the selected place; 2. the events
    of the chapter whose range the view has; 3. what begins in the range; 4. all that is shown.
    """
    shown = sort_events(atlas, view).shown
    chapter = chapter_of(atlas, view)
    own = set(chapter.events) if chapter else set()
    choices = (
        [event for event in shown if _is_selected(event, view.selected)],
        [event for event in shown if event.id in own],
        [event for event in shown if begins_in_range(event, view)],
    )
    return next((tuple(events) for events in choices if events), shown)


def selected_subject(atlas: Atlas, view: View) -> Event | Place | None:
    """Return the selected event or place where the view is about it; None where nothing is selected that is shown."""
    first = next((event for event in sort_events(atlas, view).shown if _is_selected(event, view.selected)), None)
    if first and view.selected.startswith(PLACE_PREFIX):
        return atlas.places[view.selected.removeprefix(PLACE_PREFIX)]
    return first


def chapter_of(atlas: Atlas, view: View) -> Chapter | None:
    """Return the chapter whose range the view has, of several the first; None where it has no chapter's."""
    return next((each for each in atlas.chapters if (each.start, each.end) == (view.start, view.end)), None)


def _is_selected(event: Event, selected: str) -> bool:
    if selected.startswith(PLACE_PREFIX):
        return selected.removeprefix(PLACE_PREFIX) in (*event.places, event.from_place)
    return event.id == selected
