"""Where reports and essay disagree: the list that nothing may smooth over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.model.chronology.codes import ESSAY
from app.model.chronology.entities import Atlas, Event
from app.model.chronology.view import AGREEMENTS


@dataclass(frozen=True)
class AgreementCount:
    """How many of the essay's statements reports treat in one way."""

    agreement: str
    """What reports do with these statements, of AGREEMENTS."""
    dated: int
    """How many of them the essay or reports date."""
    undated: int
    """How many of them neither dates."""

    @property
    def total(self) -> int:
        """All of them."""
        return self.dated + self.undated


def disagreements(atlas: Atlas) -> tuple[Event, ...]:
    """Return the events that reports contest, in the order in which the essay comes to them.

    See `is_contested` for what counts.
    """
    contested = [event for event in atlas.events if is_contested(event)]
    return tuple(sorted(contested, key=lambda event: (not event.paragraphs, event.paragraphs)))


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


def count_agreements(events: Iterable[Event]) -> tuple[AgreementCount, ...]:
    """Return how many of the essay's events reports confirm, refine, contest or are silent on; no other layer's.

    All pages and slides count with this function. An event that neither essay nor reports date counts as undated.
    """
    stated = [event for event in events if event.layer == ESSAY]

    def count(agreement: str) -> AgreementCount:
        of_it = [event for event in stated if event.agreement == agreement]
        undated = sum(not event.essay_span and not event.reported_span for event in of_it)
        return AgreementCount(agreement, len(of_it) - undated, undated)

    return tuple(count(agreement) for agreement in AGREEMENTS)
