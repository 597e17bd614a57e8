"""How many of the essay's statements reports confirm, refine, contest or are silent on, in the words of every page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.model.chronology.disagreements import AgreementCount, count_agreements
from app.model.chronology.entities import Event


def agreements_in_words(events: Iterable[Event], say: Mapping[str, str]) -> list[str]:
    """Return a text for each agreement that occurs, such as `Contested: 13 dated + 1 undated = 14`."""
    return [
        f"{say[f'agreement_{count.agreement}']}: {_in_words(count, say)}"
        for count in count_agreements(events)
        if count.total
    ]


def _in_words(count: AgreementCount, say: Mapping[str, str]) -> str:
    if not count.undated:
        return str(count.total)
    return say["count_split"].format(dated=count.dated, undated=count.undated, total=count.total)
