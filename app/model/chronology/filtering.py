"""Which events a View shows, and why the others are not shown: pure functions of atlas and view."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from app.model.chronology.codes import ESSAY
from app.model.chronology.entities import Atlas, Event
from app.model.chronology.timescale import TimeScale
from app.model.chronology.view import NOTHING, View
from app.model.text.folding import searchable, stands_in


class Status(StrEnum):
    """What a View does with an event: of the reasons not to show it, the first that applies from below."""

    SHOWN = "shown"
    """In range, and passing all filters."""
    OUTSIDE_RANGE = "outside_range"
    """Passing all filters, dated, but not in range."""
    UNDATED = "undated"
    """Passing all filters, dated by neither the essay nor reports."""
    OFF_SCREEN = "off_screen"
    """Passing all filters, but not where the map is, and only what the map shows is wanted."""
    FILTERED_OUT = "filtered_out"
    """Stopped by a filter; its date decides nothing."""
    ABSENT = "absent"
    """In a layer that is switched off: it is counted nowhere."""


@dataclass(frozen=True)
class Partition:
    """Every event of an atlas under exactly one status, each time in the atlas's order."""

    shown: tuple[Event, ...]
    outside_range: tuple[Event, ...]
    undated: tuple[Event, ...]
    off_screen: tuple[Event, ...]
    filtered_out: tuple[Event, ...]
    absent: tuple[Event, ...]


def sort_events(atlas: Atlas, view: View, sight: Collection[str] | None = None) -> Partition:
    """Sort every event of the atlas by what `view` does with it.

    `sight` has the ids of the events at whose place the map is; None where all are, or nobody knows.
    """
    by_status: dict[Status, list[Event]] = {status: [] for status in Status}
    for event in atlas.events:
        by_status[status_of(event, atlas, view, sight)].append(event)
    return Partition(**{status.value: tuple(events) for status, events in by_status.items()})


def status_of(event: Event, atlas: Atlas, view: View, sight: Collection[str] | None = None) -> Status:
    """Return what `view` does with an event; `browser/core/visibility.js` decides the same.

    Rules: 1. An event of a layer that is off is absent. 2. Filters come first: theme, actor, place, kind, agreement
    (any of the chosen; nothing chosen passes all), then words (all must occur). 3. Places include where a traveller
    came from. 4. Where only what the map shows is wanted, it must be in sight. 5. An event is in range when its
    [first, last] possible day touches [start, end], both ends included; with certainty `certainly`, when it lies in
    it; a range without start or end has no limit there. 6. Dates are those of `view.basis`; the other's fill a gap.
    """
    if event.layer not in (ESSAY, *view.layers):
        return Status.ABSENT
    if not passes_filters(event, atlas, view):
        return Status.FILTERED_OUT
    if view.extent and sight is not None and event.id not in sight:
        return Status.OFF_SCREEN
    if event.span(view.basis) is None:
        return Status.UNDATED
    return Status.SHOWN if in_range(event, view) else Status.OUTSIDE_RANGE


def passes_filters(event: Event, atlas: Atlas, view: View) -> bool:
    """Return True where no filter of `view` other than the date range stops the event."""
    where = {*event.places, event.from_place}
    return (
        (not view.themes or bool(set(view.themes) & set(event.themes)))
        and (not view.actors or bool(set(view.actors) & set(event.actors)))
        and (not view.places or bool(set(view.places) & where))
        and (not view.kinds or event.kind in view.kinds)
        and (not view.agreements or event.agreement in view.agreements)
        and _has_words(event, atlas, view.words)
    )


def in_range(event: Event, view: View) -> bool:
    """Return True where the event's days touch (or, if asked, lie in) the range; undated ones never do."""
    span = event.span(view.basis)
    if span is None:
        return False
    start, end = view.start or date.min, view.end or date.max
    if view.certainty == "certainly":
        return start <= span.earliest and span.latest <= end
    return span.earliest <= end and start <= span.latest


def without_unknown_keys(whole: Atlas, view: View) -> tuple[View, list[str]]:
    """Return the view without keys that the atlas does not have, and those keys: an old link, or a mistyped one.

    `whole` has every layer. What a layer that is switched off alone has is dropped without a word: its key is right.
    """
    known, there = _keys(whole), _keys(whole.with_layers(view.layers))
    chosen = {name: getattr(view, name) for name in ("themes", "actors", "places")} | {"selected": (view.selected,)}
    unknown = [key for name, keys in chosen.items() for key in keys if key not in known[name]]
    kept: dict[str, Any] = {name: tuple(key for key in keys if key in there[name]) for name, keys in chosen.items()}
    marks = {"event": "", "place": "place:"}  # how the ids of marks begin where they are selected
    annotations = tuple(
        each for each in view.annotations if each.on not in marks or marks[each.on] + each.where in known["selected"]
    )
    unknown += [each.where for each in view.annotations if each not in annotations]
    return replace(view, **kept | {"selected": "".join(kept["selected"]), "annotations": annotations}), unknown


def _keys(atlas: Atlas) -> dict[str, Collection[str]]:
    """Return what may stand in those fields of the View that hold keys."""
    return {
        "themes": {*atlas.themes, NOTHING},
        "actors": atlas.actors,
        "places": atlas.places,
        "selected": {"", *(event.id for event in atlas.events), *(f"place:{key}" for key in atlas.places)},
    }


def without_range_beyond(scale: TimeScale, view: View) -> View:
    """Return the view without a range that touches no day of the scale."""
    touches = (view.start or scale.first) <= scale.last and (view.end or scale.last) >= scale.first
    return view if touches else replace(view, start=None, end=None)


def _has_words(event: Event, atlas: Atlas, words: str) -> bool:
    return not words.strip() or stands_in(words, search_text(event, atlas))


def search_text(event: Event, atlas: Atlas) -> str:
    """Return what words are looked up in: the event's folded texts; made once for each event of the tables."""
    if event.id not in atlas.search_texts:
        atlas.search_texts[event.id] = searchable("\n".join(_texts_of(event, atlas)))
    return atlas.search_texts[event.id]


def _texts_of(event: Event, atlas: Atlas) -> list[str]:
    """Return the texts of an event that are searched: its own, and the names of its places and actors."""
    texts = [*event.title.written, *event.summary.written]
    named = [atlas.places.get(key) for key in (*event.places, event.from_place)]
    for each in (*named, *(atlas.actors.get(key) for key in event.actors)):
        if each:
            texts += [*each.name.written, *each.other_spellings]
    return texts


def range_of(view: View, scale: TimeScale) -> list[int]:
    """Return first and last day of the View's range as ordinals within the scale."""
    start = view.start.toordinal() if view.start else scale.days[0]
    end = view.end.toordinal() if view.end else scale.days[-1]
    return [scale.inside(start), scale.inside(end)]
