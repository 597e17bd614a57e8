"""What the page "About and data" says beside the dataset: EDTF dates, countries, citations, what the check found."""

from __future__ import annotations

import re
from typing import Any

from app.model.chronology.date_words import span_in_words
from app.model.chronology.entities import Atlas
from app.model.tables.datapackage import SOURCES_OF_COORDINATES
from app.model.text.language import LANGUAGES

_SHORT_NAMES = {"OpenStreetMap": r"|\bOSM\b"}
"""How rows name a source beside its full name."""


def about(whole: Atlas) -> dict[str, Any]:
    """Return it in columns, in the order of the tables."""
    reports = [(index, report) for index, event in enumerate(whole.events) for report in event.reports]
    spans = {"essay": [event.essay_span for event in whole.events], "reports": [e.reported_span for e in whole.events]}
    published = {report.published: "" for _, report in reports if report.published}
    return {
        "problems": len(whole.problems),
        "remarks": len(whole.remarks),
        "edtf": {basis: [span.edtf if span else "" for span in column] for basis, column in spans.items()},
        "countries": [place.countries for place in whole.places.values()],
        "actorKinds": [actor.kind for actor in whole.actors.values()],
        "reports": {
            "events": [index for index, _ in reports],
            "publishers": [report.publisher for _, report in reports],
            "titles": [report.title for _, report in reports],
            "urls": [report.url for _, report in reports],
            "published": [report.published for _, report in reports],
            "bearings": [report.bearing for _, report in reports],
        },
        "publishedInWords": {code: {edtf: span_in_words(edtf, code) for edtf in published} for code in LANGUAGES},
        "coordinates": [_source(whole, **source) for source in SOURCES_OF_COORDINATES],
    }


def _source(whole: Atlas, title: str, path: str) -> dict[str, Any]:
    """Return a source of coordinates, and how many places and waypoints of corridors name it."""
    name = title.partition(" (")[0]
    spelt = re.compile(re.escape(name) + _SHORT_NAMES.get(name, ""), re.IGNORECASE)
    said = [
        *(f"{place.source} {place.second_source}" for place in whole.places.values()),
        *(point.basis for route in whole.routes for point in route.points),
    ]
    return {"title": title, "url": path, "points": sum(bool(spelt.search(text)) for text in said)}
