"""Which events a View shows, and why the others are not shown: pure functions of atlas and view."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date

from app.model.entities import Atlas, Event
from app.model.text.folding import searchable, stands_in
from app.model.timescale import TimeScale
from app.model.view import NOTHING, View

FILTERS = ("themes", "actors", "places", "kinds", "agreements", "words")
"""Fields of the View that stop events whatever their date."""


@dataclass(frozen=True)
class Sorting:
    """Every event of an atlas in exactly one of four heaps, each in the atlas's order."""

    shown: tuple[Event, ...]
    """In range, and passing all filters."""
    outside: tuple[Event, ...]
    """Passing all filters, dated, but not in range."""
    undated: tuple[Event, ...]
    """Passing all filters, dated by neither the essay nor reports."""
    filtered_out: tuple[Event, ...]
    """Stopped by a filter, whatever the date."""


def sort_events(atlas: Atlas, view: View) -> Sorting:
    """Sort every event of the atlas by what `view` does with it.

    Rules: 1. Filters come first: theme, actor, place, kind, agreement (any of the chosen; nothing chosen
    passes all), then words (all must occur). 2. Places include where a traveller came from. 3. An event is
    in range when its [first, last] possible day touches [start, end], both ends included; with certainty
    `certainly`, when it lies in it. 4. Dates are those of `view.basis`; the other's fill a gap.
    """
    heaps: dict[str, list[Event]] = {"shown": [], "outside": [], "undated": [], "filtered_out": []}
    for event in atlas.events:
        if not passes_filters(event, atlas, view):
            heap = "filtered_out"
        elif event.span(view.basis) is None:
            heap = "undated"
        else:
            heap = "shown" if in_range(event, view) else "outside"
        heaps[heap].append(event)
    return Sorting(**{name: tuple(events) for name, events in heaps.items()})


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


def showing(event: Event, atlas: Atlas, view: View) -> View:
    """Return the view with its filters lifted where they stop the event, and its range where that leaves it out."""
    if not passes_filters(event, atlas, view):
        lifted = {name: getattr(View(), name) for name in FILTERS}
        view = replace(view, **lifted)
    if event.span(view.basis) and not in_range(event, view):
        view = replace(view, start=None, end=None, certainty=View().certainty)
    return view


def selection_passes(atlas: Atlas, view: View) -> bool:
    """Return True where nothing is selected, or the filters pass the selected event or one of the selected place."""
    place = view.selected.removeprefix("place:") if view.selected.startswith("place:") else None
    return not view.selected or any(
        passes_filters(event, atlas, view)
        for event in atlas.events
        if event.id == view.selected or (place and place in (*event.places, event.from_place))
    )


def without_unknown_keys(atlas: Atlas, view: View) -> tuple[View, list[str]]:
    """Return the view without keys that the atlas does not have, and those keys: an old link, or a mistyped one."""
    known: dict[str, Container[str]] = {
        "themes": {*atlas.themes, NOTHING},
        "actors": atlas.actors,
        "places": atlas.places,
    }
    unknown = [key for name, keys in known.items() for key in getattr(view, name) if key not in keys]
    kept = {name: tuple(key for key in getattr(view, name) if key in keys) for name, keys in known.items()}
    selectable = {"", *(event.id for event in atlas.events), *(f"place:{key}" for key in atlas.places)}
    if view.selected not in selectable:
        unknown.append(view.selected)
        kept["selected"] = ""  # type: ignore[assignment] # the one field that is a single key
    return replace(view, **kept), unknown  # type: ignore[arg-type] # the names are the View's own


def _has_words(event: Event, atlas: Atlas, words: str) -> bool:
    return not words.strip() or stands_in(words, search_text(event, atlas))


def search_text(event: Event, atlas: Atlas) -> str:
    """Return what words are looked up in: the event's folded texts; made once for each event of the tables."""
    if event.id not in atlas.search_texts:
        atlas.search_texts[event.id] = searchable("\n".join(_texts_of(event, atlas)))
    return atlas.search_texts[event.id]


def _texts_of(event: Event, atlas: Atlas) -> list[str]:
    """Return the texts of an event that are searched: its own, and the names of its places and actors."""
    texts = [event.title.en, event.title.ar, event.summary.en, event.summary.ar]
    for key in (*event.places, event.from_place):
        if place := atlas.places.get(key):
            texts += [place.name.en, place.name.ar, *place.other_spellings]
    for key in event.actors:
        if actor := atlas.actors.get(key):
            texts += [actor.name.en, actor.name.ar, *actor.other_spellings]
    return texts


def passing_ids(atlas: Atlas, view: View, whole: Atlas) -> list[str] | None:
    """Return the ids that pass the filters, or None where all of `whole`, the atlas of every layer, do."""
    passing = [event.id for event in atlas.events if passes_filters(event, atlas, view)]
    return None if len(passing) == len(whole.events) else passing


def range_of(view: View, scale: TimeScale) -> list[int]:
    """Return first and last day of the View's range as ordinals within the scale."""
    first, last = scale.days[0], scale.days[-1]
    start = view.start.toordinal() if view.start else first
    end = view.end.toordinal() if view.end else last
    return [min(max(start, first), last), min(max(end, first), last)]
