"""The dataset: all that the browser knows of the atlas, as files of JSON that never change once they are named.

`dataset` has every event in columns: ids, days by date source as ordinals, indices of themes, places, actors and codes,
titles by language. The long texts stand apart, in files that are fetched when they are needed. A slide has the same
files inlined. Nothing else carries events to the browser.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from app.model.chronology.codes import AREA_KINDS, ESSAY, TRAVEL_KINDS
from app.model.chronology.date_sides import Boundary
from app.model.chronology.date_words import span_in_words, start_in_words
from app.model.chronology.disagreements import is_contested
from app.model.chronology.edition import edition
from app.model.chronology.entities import Actor, Atlas, CrossingState, Event, Place, Route
from app.model.chronology.filtering import search_text
from app.model.chronology.source_text import Paragraph
from app.model.chronology.view import AGREEMENTS, BASES, KINDS, LAYERS
from app.model.text.language import LANGUAGES
from app.model.text.localised import Text
from app.views.about import about
from app.views.card_texts import card_files, cards, register
from app.views.colours import theme_colours
from app.views.map.geography import map_settings
from app.views.shapes import SHAPE_PATHS
from app.views.timeline.scale import scale_of

ALL_LAYERS = (ESSAY, *LAYERS)
DATE_MARKS = tuple(boundary for boundary in Boundary if boundary is not Boundary.EXACT)
"""Marks of how well a date is known; an event has a bit for each, in this order."""


def dataset_file(whole: Atlas, paragraphs: tuple[Paragraph, ...], name: str) -> str:
    """Return a file as JSON text.

    Its name is `dataset`, `search`, `document`, `about`, `register/LANGUAGE`, `cards/LANGUAGE/NUMBER` or
    `timeline/BASIS/LAYERS`, where LAYERS are joined by `+`, or `none`. `whole` is the atlas with every layer. Raises
    KeyError for any other name.
    """
    kind, *rest = name.split("/")
    makers: Mapping[tuple[str, int], Callable[..., Any]] = {
        ("dataset", 0): lambda: dataset(whole),
        ("search", 0): lambda: [search_text(event, whole) for event in whole.events],
        ("document", 0): lambda: [{"section": part.section, "text": part.text} for part in paragraphs],
        ("about", 0): lambda: about(whole),
        ("register", 1): lambda language: register(whole, _one_of(LANGUAGES, language)),
        ("cards", 2): lambda language, number: cards(whole, _one_of(LANGUAGES, language), _number(number)),
        ("timeline", 2): lambda basis, layers: _timeline(_with_layers(whole, layers), _one_of(BASES, basis)),
    }
    return as_json(makers[kind, len(rest)](*rest))


def timeline_file(basis: str, layers: Iterable[str]) -> str:
    """Return the name of the file with the timeline for a date source and a choice of layers."""
    return f"timeline/{basis}/{layers_key(tuple(layer for layer in LAYERS if layer in set(layers)))}"


def as_json(value: Any) -> str:  # noqa: ANN401, whatever JSON can hold
    """Return a value as JSON without spaces, its letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def dataset(whole: Atlas) -> dict[str, Any]:
    """Return the columns of all events, and the tables that they point into."""
    return {
        "layers": ALL_LAYERS,
        "kinds": KINDS,
        "agreements": AGREEMENTS,
        "bases": BASES,
        "dateMarks": [f"mark_{boundary}" for boundary in DATE_MARKS],
        **card_files(whole),
        "rowsSetAside": whole.rows_set_aside,
        "edition": edition(whole),
        "themes": [
            {
                "id": theme.id,
                "name": _by_language(theme.name),
                "colours": theme_colours(theme),
                "path": SHAPE_PATHS[theme.shape],
            }
            for theme in whole.themes.values()
        ],
        "actors": _named(whole.actors.values()),
        "places": {
            **_named(whole.places.values()),
            "latitude": [place.latitude for place in whole.places.values()],
            "longitude": [place.longitude for place in whole.places.values()],
            "radius_km": [place.radius_km for place in whole.places.values()],
            "kind": [place.kind for place in whole.places.values()],
            "area": [int(place.kind in AREA_KINDS) for place in whole.places.values()],
            "rank": [place.label_rank for place in whole.places.values()],
        },
        "events": _events(whole),
        "routes": [_route(route) for route in whole.routes],
        "crossings": _crossings(whole),
        "chapters": _chapters(whole),
        "scales": {layers_key(layers): _scale(whole.with_layers(layers)) for layers in _combinations()},
        "map": map_settings(whole),
    }


def _events(whole: Atlas) -> dict[str, Any]:
    events = whole.events
    index = {
        name: {key: position for position, key in enumerate(keys)}
        for name, keys in (("themes", whole.themes), ("places", whole.places), ("actors", whole.actors))
    }
    texts = _DateTexts()
    columns = {
        "ids": [event.id for event in events],
        "titles": {code: [event.title.say(code) for event in events] for code in LANGUAGES},
        "kinds": [KINDS.index(event.kind) for event in events],
        "layers": [ALL_LAYERS.index(event.layer) for event in events],
        "agreements": [AGREEMENTS.index(event.agreement) if event.agreement else -1 for event in events],
        "disputed": [int(is_contested(event)) for event in events],
        "travels": [int(event.kind in TRAVEL_KINDS) for event in events],
        "marks": [_date_marks(event) for event in events],
        "themes": [[index["themes"][key] for key in event.themes] for event in events],
        "places": [[index["places"][key] for key in event.places] for event in events],
        "from": [index["places"].get(event.from_place, -1) for event in events],
        "actors": [[index["actors"][key] for key in event.actors] for event in events],
        "paragraphs": [event.paragraphs for event in events],
        "essay": _days(events, lambda event: event.essay_span, texts),
        "reports": _days(events, lambda event: event.reported_span, texts),
    }
    return columns | {"dateTexts": texts.columns()}


def _chapters(whole: Atlas) -> list[dict[str, Any]]:
    event_index = {event.id: position for position, event in enumerate(whole.events)}
    return [
        {
            "id": chapter.id,
            "title": _by_language(chapter.title),
            "claim": {code: chapter.heading(code) for code in LANGUAGES},
            "takeaway": _by_language(chapter.takeaway),
            "range": [chapter.start.toordinal(), chapter.end.toordinal()],
            "events": [event_index[key] for key in chapter.events if key in event_index],
            "captions": [event_index[key] for key in chapter.captions if key in event_index],
        }
        for chapter in whole.chapters
    ]


class _DateTexts:
    """Dates in words, each once."""

    def __init__(self) -> None:
        self._index: dict[str, int] = {}

    def of(self, edtf: str) -> int:
        return self._index.setdefault(edtf, len(self._index))

    def columns(self) -> dict[str, list[str]]:
        return {code: [span_in_words(edtf, code) for edtf in self._index] for code in LANGUAGES}


def _days(events: Iterable[Event], span_of: Callable[[Event], Any], texts: _DateTexts) -> dict[str, list[int]]:
    """Return first and last possible day, 0 where there is none, and the date's text, -1 where there is none."""
    spans = [span_of(event) for event in events]
    return {
        "first": [span.earliest.toordinal() if span else 0 for span in spans],
        "last": [span.latest.toordinal() if span else 0 for span in spans],
        "text": [texts.of(span.edtf) if span else -1 for span in spans],
    }


def _date_marks(event: Event) -> int:
    known = {
        boundary for span in (event.essay_span, event.reported_span) if span for boundary in (span.start, span.end)
    }
    return sum(1 << bit for bit, boundary in enumerate(DATE_MARKS) if boundary in known)


def _by_language(text: Text) -> dict[str, str]:
    return {code: text.say(code) for code in LANGUAGES}


def _timeline(atlas: Atlas, basis: str) -> dict[str, Any]:
    from app.views.timeline.document import timeline_document  # noqa: PLC0415, heavy: a slide's is kept on disk

    return timeline_document(atlas, basis)


def _named(rows: Iterable[Actor | Place]) -> dict[str, Any]:
    """Return ids, names, and all spellings of each name, by which a reader may look for it."""
    listed = list(rows)
    return {
        "ids": [row.id for row in listed],
        "names": {code: [row.name.say(code) for row in listed] for code in LANGUAGES},
        "spellings": ["\n".join(row.other_spellings) for row in listed],
    }


def _scale(atlas: Atlas) -> dict[str, Any]:
    scale = scale_of(atlas)
    return {"days": scale.days, "positions": scale.positions, "breaks": scale.breaks}


def _combinations() -> list[tuple[str, ...]]:
    return [tuple(layer for bit, layer in enumerate(LAYERS) if number >> bit & 1) for number in range(1 << len(LAYERS))]


def layers_key(layers: tuple[str, ...]) -> str:
    """Return how files name a choice of layers, as `layersKey` in dataset.js does."""
    return "+".join(layers) or "none"


def _with_layers(whole: Atlas, key: str) -> Atlas:
    return whole.with_layers({layers_key(layers): layers for layers in _combinations()}[key])


def _one_of(known: Collection[str], text: str) -> str:
    if text not in known:
        raise KeyError(text)
    return text


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise KeyError(text)
    return int(text)


def _route(route: Route) -> dict[str, Any]:
    return {
        "id": route.id,
        "name": _by_language(route.name),
        "period": [route.period.earliest.toordinal(), route.period.latest.toordinal()] if route.period else None,
        "when": {code: span_in_words(route.period.edtf, code) for code in LANGUAGES} if route.period else None,
        "points": [[point.latitude, point.longitude] for point in route.points],
    }


def _crossings(whole: Atlas) -> list[dict[str, Any]]:
    """Return each crossing's place with its states in the order of the table, periods as first and last ordinal."""
    by_place: dict[str, list[CrossingState]] = defaultdict(list)
    for state in whole.crossing_states:
        if state.place in whole.places:
            by_place[state.place].append(state)
    place_index = {key: position for position, key in enumerate(whole.places)}
    event_index = {event.id: position for position, event in enumerate(whole.events)}
    return [
        {"place": place_index[place], "states": [_crossing_state(state, whole, event_index) for state in states]}
        for place, states in by_place.items()
    ]


def _crossing_state(state: CrossingState, whole: Atlas, event_index: Mapping[str, int]) -> dict[str, Any]:
    return {
        "first": state.period.earliest.toordinal(),
        "last": state.period.latest.toordinal(),
        "status": state.status,
        "holder": _by_language(whole.actors[state.held_by].name) if state.held_by else None,
        "period": {code: span_in_words(state.period.edtf, code) for code in LANGUAGES},
        "since": {code: start_in_words(state.period.edtf, code) for code in LANGUAGES},
        "events": [event_index[key] for key in state.events if key in event_index],
        "note": _by_language(state.notes),
    }
