"""Events and places as GeoJSON (RFC 7946), for programs that draw maps.

Coordinates are WGS84 degrees, east before north. Every property is there in every feature, and null where the tables
say nothing. A text has its language at the end of its name, and is null where nobody has written it in that language.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from app.model.chronology.date_words import span_in_words
from app.model.chronology.dates import Span
from app.model.chronology.edition import edition
from app.model.chronology.entities import Actor, Atlas, Event, Place, Theme
from app.model.tables.datapackage import DATA_PACKAGE_NAME, SOURCES_OF_COORDINATES
from app.model.text.language import LANGUAGES
from app.model.text.localised import Text

MEDIA_TYPE = "application/geo+json"


def events_geojson(whole: Atlas) -> dict[str, Any]:
    """Return every event, at the place where the map has its marker; one without such a point has null as geometry."""
    return _collection(whole, "events", [_event(event, whole) for event in whole.events])


def places_geojson(whole: Atlas) -> dict[str, Any]:
    """Return every place; one that no source locates has null as geometry."""
    return _collection(whole, "places", [_place(place) for place in whole.places.values()])


def _collection(whole: Atlas, name: str, features: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "name": f"{DATA_PACKAGE_NAME}_{name}",
        "version": edition(whole),
        "attribution": f"Coordinates: {'; '.join(source['title'] for source in SOURCES_OF_COORDINATES)}",
        "features": features,
    }


def _feature(key: str, place: Place | None, properties: dict[str, Any]) -> dict[str, Any]:
    located = place and place.located
    point = {"type": "Point", "coordinates": [place.longitude, place.latitude]} if place and located else None
    return {"type": "Feature", "id": key, "geometry": point, "properties": {"id": key, **properties}}


def _event(event: Event, whole: Atlas) -> dict[str, Any]:
    place = whole.places[event.places[0]] if event.places else None
    return _feature(
        event.id,
        place,
        {
            **_texts("title", event.title),
            **_texts("summary", event.summary),
            "kind": event.kind,
            "layer": event.layer,
            **_date("essay", event.essay_span),
            **_date("reported", event.reported_span),
            "themes": list(event.themes),
            **_names("theme_names", [whole.themes[key] for key in event.themes]),
            "places": list(event.places),
            **_names("place_names", [whole.places[key] for key in event.places]),
            "radius_km": place.radius_km if place else None,
            "from_place": event.from_place or None,
            "actors": list(event.actors),
            **_names("actor_names", [whole.actors[key] for key in event.actors]),
            "paragraphs": list(event.paragraphs),
            "agreement": event.agreement or None,
            **_texts("difference", event.difference),
            "reports": [report.url for report in event.reports if report.url],
            **_texts("notes", event.notes),
        },
    )


def _place(place: Place) -> dict[str, Any]:
    return _feature(
        place.id,
        place,
        {
            **_texts("name", place.name),
            "other_spellings": list(place.other_spellings),
            "kind": place.kind,
            "countries": list(place.countries),
            "radius_km": place.radius_km,
            "source": place.source or None,
            "second_source": place.second_source or None,
            "sources_apart_km": place.sources_apart_km,
            "confidence": place.confidence or None,
            "paragraphs": list(place.paragraphs),
            **_texts("notes", place.notes),
        },
    )


def _texts(name: str, text: Text) -> dict[str, str | None]:
    return {f"{name}_{code}": getattr(text, code) or None for code in LANGUAGES}


def _names(name: str, rows: Iterable[Actor | Place | Theme]) -> dict[str, list[str]]:
    """Return the names of several rows; in place of one that is not written in a language stands the English one."""
    listed = list(rows)
    return {f"{name}_{code}": [row.name.say(code) for row in listed] for code in LANGUAGES}


def _date(name: str, span: Span | None) -> dict[str, str | None]:
    """Return a date as EDTF, its first and last possible day, null where it has none, and in words."""
    days = (span.earliest, span.latest) if span else (None, None)
    first, last = (day.isoformat() if day and day not in (date.min, date.max) else None for day in days)
    words = {f"{name}_date_{code}": span_in_words(span.edtf, code) if span else None for code in LANGUAGES}
    return {
        f"{name}_date": span.edtf if span else None,
        f"{name}_first_day": first,
        f"{name}_last_day": last,
        **words,
    }
