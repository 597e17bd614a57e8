"""How many statements reports confirm, refine, contest or are silent on, in words."""

from __future__ import annotations

from app.views.agreements import agreements_in_words
from app.words import words
from tests.model.made_up import an_event


def test_each_agreement_that_occurs_is_counted_dated_and_undated_apart() -> None:
    events = (
        an_event("contested", agreement="conflicts", essay="2024"),
        an_event("contested-undated", agreement="conflicts"),
        an_event("partly", agreement="refines", essay="2024"),
        an_event("agreed", reported="2024"),
        an_event("later", agreement="", layer="after", essay="2024"),
    )
    assert agreements_in_words(events, words("en")) == [
        "Confirmed: 1",
        "Refined: 1",
        "Contested: 1 dated + 1 undated = 2",
    ]
