"""What counts as a disagreement, and in which order they are listed."""

from __future__ import annotations

from app.model.chronology.disagreements import AgreementCount, count_agreements, disagreements
from app.model.chronology.entities import Report
from tests.model.made_up import NOTHING, an_atlas, an_event
from tests.model.real import the_real_atlas


def a_report(bearing: str) -> Report:
    return Report("r", "x", "Paper", "", "https://example.org", "", bearing, NOTHING)


def test_what_a_row_calls_contested_is_a_disagreement() -> None:
    atlas = an_atlas(an_event("said-so", agreement="conflicts"), an_event("agreed"))
    assert [event.id for event in disagreements(atlas)] == ["said-so"]


def test_what_a_single_citation_contradicts_is_one_too() -> None:
    atlas = an_atlas(
        an_event("contradicted", agreement="refines", reports=(a_report("supports"), a_report("contradicts"))),
        an_event("supported", agreement="refines", reports=(a_report("supports"), a_report("context"))),
    )
    assert [event.id for event in disagreements(atlas)] == ["contradicted"]


def test_a_day_that_the_essay_names_and_reports_tell_otherwise_is_one_and_a_month_is_not() -> None:
    silent = {"agreement": "not_found", "reports": (a_report("context"),)}
    atlas = an_atlas(
        an_event("day", essay="2025-05-08", **silent),
        an_event("month", essay="2025-05", **silent),
        an_event("nothing-to-set-against-it", essay="2025-05-08", agreement="not_found"),
    )
    assert [event.id for event in disagreements(atlas)] == ["day"]


def test_they_come_in_the_order_of_the_essay_and_what_no_paragraph_states_comes_last() -> None:
    contested = {"agreement": "conflicts"}
    atlas = an_atlas(
        an_event("nowhere", paragraphs=(), **contested),
        an_event("late", paragraphs=(21,), **contested),
        an_event("early", paragraphs=(2, 30), **contested),
    )
    assert [event.id for event in disagreements(atlas)] == ["early", "late", "nowhere"]


def test_counts_name_every_agreement_and_leave_out_what_is_beyond_the_essay() -> None:
    beyond = an_event("d", layer="after", agreement="confirms")
    events = [an_event("a"), an_event("b"), an_event("c", agreement="conflicts"), beyond]
    totals = {count.agreement: count.total for count in count_agreements(events)}
    assert totals == {"confirms": 2, "refines": 0, "conflicts": 1, "not_found": 0}


def test_what_either_source_dates_counts_as_dated_and_the_rest_as_undated() -> None:
    events = [
        an_event("by-the-essay", essay="2024-12"),
        an_event("by-reports", reported="2024-12-18"),
        an_event("by-neither"),
        an_event("other", agreement="not_found"),
    ]
    assert count_agreements(events) == (
        AgreementCount("confirms", 2, 1),
        AgreementCount("refines", 0, 0),
        AgreementCount("conflicts", 0, 0),
        AgreementCount("not_found", 0, 1),
    )


def test_the_counts_of_the_real_tables_add_up_to_the_essays_statements() -> None:
    for layers in ((), ("context", "after")):
        counts = count_agreements(the_real_atlas(layers).events)
        assert sum(count.total for count in counts) == len(the_real_atlas().events)


def test_every_contested_event_of_the_real_tables_is_listed() -> None:
    listed = {event.id for event in disagreements(the_real_atlas())}
    assert {event.id for event in the_real_atlas().events if event.agreement == "conflicts"} <= listed
