"""The atlas's own time scale, and ticks in words along it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from babel.dates import format_date

from app.model.dates import BABEL_LOCALE
from app.model.entities import Atlas
from app.model.timescale import TimeScale, build_time_scale

YEAR_TICK_LEAST = 0.036
"""Least distance between two year ticks, as a share of the axis: room for four figures."""
MONTH_TICK_LEAST = 0.055
"""Least distance between two month ticks."""


LONG_SPAN_DAYS = 62


def scale_of(atlas: Atlas) -> TimeScale:
    """Return the time scale of all events, whichever source dates them.

    A span longer than two months says little about where the axis should end: only its start counts.
    """
    spans = [span for event in atlas.events for span in (event.essay_span, event.reported_span) if span]
    days = [span.earliest for span in spans if span.earliest != date.min]
    days += [span.latest for span in spans if (span.latest - span.earliest).days <= LONG_SPAN_DAYS]
    return build_time_scale(days)


def ticks(scale: TimeScale, language: str) -> list[tuple[float, str]]:
    """Return position and label of each tick: months where the axis is linear, years where compressed."""
    locale = BABEL_LOCALE[language]
    chosen: list[tuple[float, str]] = []
    last_year = None
    for day in _month_starts(scale):
        if scale.compressed(day):
            continue
        position = scale.position(day)
        if chosen and position - chosen[-1][0] < MONTH_TICK_LEAST:
            continue
        pattern = "LLL y" if day.year != last_year else "LLL"
        chosen.append((position, format_date(day, pattern, locale=locale)))
        last_year = day.year
    first_month = chosen[0][0] if chosen else 2.0
    years: list[tuple[float, str]] = []
    for ordinal in scale.days:
        day = date.fromordinal(ordinal)
        position = scale.position(day)
        clear = not years or position - years[-1][0] >= YEAR_TICK_LEAST
        far = abs(position - first_month) >= MONTH_TICK_LEAST * 0.9 and position < first_month
        if clear and far and scale.compressed(day) and (not years or years[-1][1] != str(day.year)):
            years.append((position, str(day.year)))
    return years + chosen


def _month_starts(scale: TimeScale) -> Iterator[date]:
    year, month = scale.first.year, scale.first.month
    while (day := date(year, month, 1)) <= scale.last:
        if day >= scale.first:
            yield day
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
