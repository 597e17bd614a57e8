"""What the pages that are read, the essay's and that of disagreements, need to know, as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from app.model.dates import span_in_words
from app.model.disagreements import count_by_agreement, disagreements
from app.model.entities import ESSAY, Atlas, Event
from app.model.essay import Paragraph
from app.views.agreements import agreements_in_words
from app.views.payload import report_payload
from app.words import words


def essay_payload(atlas: Atlas, paragraphs: Iterable[Paragraph], language: str) -> dict[str, Any]:
    """Return the essay section by section: each paragraph with its events, and how many reports confirm or contest."""
    stated = [event for event in atlas.events if event.layer == ESSAY]
    return {
        "sections": [
            {"name": name, "paragraphs": [_paragraph(part, stated, language) for part in parts]}
            for name, parts in groupby(paragraphs, key=lambda part: part.section)
        ],
        "total": len(stated),
        "agreements": agreements_in_words(stated, words(language)),
    }


def _paragraph(paragraph: Paragraph, stated: list[Event], language: str) -> dict[str, Any]:
    events = [event for event in stated if paragraph.number in event.paragraphs]
    return {
        "number": paragraph.number,
        "text": paragraph.text,
        "tally": count_by_agreement(events),
        "events": [
            {
                "id": event.id,
                "title": event.title.say(language),
                "theme": event.themes[0],
                "agreement": event.agreement,
            }
            for event in events
        ],
    }


def disagreements_payload(atlas: Atlas, language: str) -> list[dict[str, Any]]:
    """Return every disagreement with both versions, in the order of the essay."""
    return [_disagreement(event, language) for event in disagreements(atlas) if event.layer == ESSAY]


def disagreements_counted(atlas: Atlas, language: str) -> dict[str, Any]:
    """Return how the number of disagreements comes about: more are listed than reports contest on the whole.

    `contested` and `partly` add up to the list; `agreements` has the texts that every page says.
    """
    listed = [event for event in disagreements(atlas) if event.layer == ESSAY]
    contested = sum(event.agreement == "conflicts" for event in listed)
    return {
        "contested": contested,
        "partly": len(listed) - contested,
        "agreements": agreements_in_words(atlas.events, words(language)),
    }


def _disagreement(event: Event, language: str) -> dict[str, Any]:
    def when(span_edtf: str) -> str:
        return span_in_words(span_edtf, language) if span_edtf else ""

    return {
        "id": event.id,
        "title": event.title.say(language),
        "theme": event.themes[0],
        "agreement": event.agreement,
        "paragraphs": list(event.paragraphs),
        "essay": {"when": when(event.essay_span.edtf if event.essay_span else ""), "text": event.summary.say(language)},
        "reports": {
            "when": when(event.reported_span.edtf if event.reported_span else ""),
            "text": event.difference.say(language),
            "citations": [report_payload(report, language) for report in event.reports],
        },
    }
