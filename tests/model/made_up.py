"""Made-up events, places, actors and atlases: only what a test is about has to be named."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from app.model.chronology.dates import Span, parse_span
from app.model.chronology.entities import Actor, Atlas, Chapter, Event, Place, Theme
from app.model.text.localised import Text

NOTHING = Text("", "")
THEMES = (
    Theme("red", Text("Red", "أحمر"), "#b3372f", "circle", 1),
    Theme("blue", Text("Blue", "أزرق"), "#1f6aa5", "square", 2),
)


def span_of(edtf: str) -> Span | None:
    return parse_span(edtf) if edtf else None


def an_event(key: str, *, essay: str = "", reported: str = "", **fields: Any) -> Event:  # noqa: ANN401, any field
    usual: dict[str, Any] = {
        "title": Text(f"Title of {key}", ""),
        "summary": NOTHING,
        "kind": "event",
        "layer": "essay",
        "places": (),
        "from_place": "",
        "actors": (),
        "themes": ("red",),
        "paragraphs": (1,),
        "agreement": "confirms",
        "difference": NOTHING,
        "reports_supplied": (),
        "notes": NOTHING,
    }
    return Event(id=key, essay_span=span_of(essay), reported_span=span_of(reported), **(usual | fields))


def a_place(key: str, latitude: float | None = 33.0, longitude: float | None = 44.0, **fields: Any) -> Place:  # noqa: ANN401, any field
    usual: dict[str, Any] = {
        "name": Text(f"Place {key}", ""),
        "other_spellings": (),
        "kind": "city",
        "countries": ("IQ",),
        "radius_km": 5.0,
        "source": "",
        "second_source": "",
        "second_latitude": None,
        "second_longitude": None,
        "sources_apart_km": None,
        "confidence": "high",
        "paragraphs": (1,),
        "label_rank": 2,
        "notes": NOTHING,
    }
    return Place(id=key, latitude=latitude, longitude=longitude, **(usual | fields))


def an_actor(key: str, name: Text, *other_spellings: str) -> Actor:
    return Actor(key, name, other_spellings, "person", NOTHING, (1,), NOTHING)


def a_chapter(key: str, start: str, end: str, *events: str, **fields: Any) -> Chapter:  # noqa: ANN401, any field
    usual: dict[str, Any] = {
        "order": 1,
        "title": Text(f"Chapter {key}", ""),
        "claim": NOTHING,
        "takeaway": NOTHING,
        "captions": (),
        "themes": (),
        "text": NOTHING,
        "paragraphs": (1,),
    }
    days = {"start": date.fromisoformat(start), "end": date.fromisoformat(end)}
    return Chapter(id=key, events=events, **(usual | days | fields))


def an_atlas(*events: Event, places: Iterable[Place] = (), actors: Iterable[Actor] = ()) -> Atlas:
    return Atlas(
        events=events,
        places={place.id: place for place in places},
        actors={actor.id: actor for actor in actors},
        themes={theme.id: theme for theme in THEMES},
    )
