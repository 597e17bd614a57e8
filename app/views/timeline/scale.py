"""The atlas's own time scale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.model.chronology.dates import Span
from app.model.chronology.entities import Atlas
from app.model.chronology.timescale import TimeScale, build_time_scale

LONG_SPAN_DAYS = 62
"""The end of a longer span says little about where events stand close together: there only its start counts."""


def scale_of(atlas: Atlas) -> TimeScale:
    """Return the time scale of all events, whichever source dates them.

    It reaches every first and last day that a table gives, and a margin beyond them for what is open or unknown.
    """
    spans = [span for event in atlas.events for span in (event.essay_span, event.reported_span) if span]
    return build_time_scale(_anchors(spans), reach=[day for span in spans for day in _closed_days(span)])


def _anchors(spans: list[Span]) -> Iterator[date]:
    """Yield the days by whose distances the pace of the scale is chosen."""
    for span in spans:
        if not span.open_start:
            yield span.earliest
        if (span.latest - span.earliest).days <= LONG_SPAN_DAYS:
            yield span.latest


def _closed_days(span: Span) -> Iterator[date]:
    if not span.open_start:
        yield span.earliest
    if not span.open_end:
        yield span.latest
