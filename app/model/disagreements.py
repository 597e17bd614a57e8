"""Where reports and essay disagree: the list that nothing may smooth over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.model.entities import Atlas, Event
from app.model.schema import LAST_PARAGRAPH
from app.model.view import AGREEMENTS


def disagreements(atlas: Atlas) -> tuple[Event, ...]:
    """Return the events that reports contest, in the order in which the essay comes to them.

    See `is_contested` for what counts.
    """
    contested = [event for event in atlas.events if is_contested(event)]
    return tuple(sorted(contested, key=lambda event: event.paragraphs or (LAST_PARAGRAPH + 1,)))


def is_contested(event: Event) -> bool:
    """Return True where reports and essay, or reports among themselves, say different things of an event.

    That is so where its row says it, where one citation contradicts it whatever the others do, and where the
    essay names the very day and reports of that day tell of something else.
    """
    named_day = event.essay_span is not None and event.essay_span.earliest == event.essay_span.latest
    return (
        event.agreement == "conflicts"
        or any(report.bearing == "contradicts" for report in event.reports)
        or (event.agreement == "not_found" and named_day and bool(event.reports))
    )


def count_by_agreement(events: Iterable[Event]) -> dict[str, int]:
    """Return how many of the essay's events reports confirm, refine, contest or are silent on, by each agreement."""
    counts = Counter(event.agreement for event in events)
    return {agreement: counts[agreement] for agreement in AGREEMENTS}
