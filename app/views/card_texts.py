"""The long texts of the dataset: what the cards of events and of places say, by language."""

from __future__ import annotations

from math import ceil
from typing import Any

from app.model.chronology.date_words import span_in_words
from app.model.chronology.entities import Atlas, Event, Place, Report
from app.model.gazetteer.distances import distance_km

CARDS_IN_A_FILE = 64
"""Events whose texts travel together: some 30 kB compressed."""


def card_files(whole: Atlas) -> dict[str, int]:
    """Return how many events a file has, and how many files there are in each language."""
    return {"cardsInAFile": CARDS_IN_A_FILE, "cardFiles": ceil(len(whole.events) / CARDS_IN_A_FILE)}


def cards(whole: Atlas, language: str, number: int) -> list[dict[str, Any]]:
    """Return the texts of one file's events, in the order of the table. Raises KeyError where there is no such file."""
    some = whole.events[number * CARDS_IN_A_FILE : (number + 1) * CARDS_IN_A_FILE]
    if not some:
        raise KeyError(number)
    return [_card(event, whole, language) for event in some]


def _card(event: Event, whole: Atlas, language: str) -> dict[str, Any]:
    return {
        "summary": event.summary.say(language),
        "difference": event.difference.say(language),
        "note": event.notes.say(language),
        "supplied": event.reports_supplied,
        "km": _journey_km(event, whole),
        "reports": [_report(report, language) for report in event.reports],
    }


def _journey_km(event: Event, whole: Atlas) -> int | None:
    if not event.from_place or not event.places:
        return None
    km = distance_km(whole.places[event.from_place], whole.places[event.places[0]])
    return round(km) if km else None


def _report(report: Report, language: str) -> dict[str, Any]:
    return {
        "publisher": report.publisher,
        "title": report.title,
        "url": report.url,
        "published": span_in_words(report.published, language) if report.published else "",
        "archive_url": report.archive_url,
        "accessed": span_in_words(report.accessed, language) if report.accessed else "",
        "bearing": report.bearing,
        "note": report.notes.say(language),
    }


def register(whole: Atlas, language: str) -> dict[str, Any]:
    """Return what cards say of places and of actors, in the order of their tables."""
    return {
        "places": [_place(place, language) for place in whole.places.values()],
        "roles": [actor.role.say(language) for actor in whole.actors.values()],
    }


def _place(place: Place, language: str) -> dict[str, Any]:
    return {
        "other_spellings": place.other_spellings,
        "source": place.source,
        "second_source": place.second_source,
        "second_latitude": place.second_latitude,
        "second_longitude": place.second_longitude,
        "sources_apart_km": place.sources_apart_km,
        "confidence": place.confidence,
        "paragraphs": place.paragraphs,
        "note": place.notes.say(language),
    }
