"""The edition of the tables: what a citation names so that a reader can tell whether two atlases are the same."""

from __future__ import annotations

from datetime import date

from app.model.chronology.dates import parse_span
from app.model.chronology.entities import Atlas

HASH_DIGITS = 8
"""Enough to tell the editions of one atlas apart."""


def latest_report_day(atlas: Atlas) -> date | None:
    """Return when the latest report that the tables cite was published: the day of the data."""
    spans = [parse_span(report.published) for event in atlas.events for report in event.reports if report.published]
    return max((span.latest for span in spans), default=None)


def edition(whole: Atlas) -> str:
    """Return the name of the edition, from the tables alone: `2026-04-21-1a2b3c4d`.

    It is the day of the data and the beginning of the tables' hash, as far as there are any. The day on which a file
    was saved is not in it: that is another one in each copy.
    """
    day = latest_report_day(whole)
    return "-".join(filter(None, (day.isoformat() if day else "", whole.tables_hash[:HASH_DIGITS])))
