"""Rules across cells, rows and tables: what breaks them, what comes near and does not, and when they keep silent."""

from __future__ import annotations

import pandas as pd
import pytest

from app.model.tables.checks.row_checks import check_rules
from app.model.tables.checks.validation import CheckedTable
from app.model.tables.files.csv_reader import ABSENT, LOST
from app.model.tables.schema import REPORTS
from tests.model.tables.checked_tables import Change, checked_tables, without_rows

SIX_EVENTS = "gate-opens;envoy-travels;lamps-counted;teapot-rumour;flood-of-tea;gate-closes"


def broken(*changes: Change) -> list[tuple[str, int, str]]:
    """Return file, line and column of every problem after the changes."""
    return [(each.file, each.line, each.column) for each in check_rules(checked_tables(*changes))]


def test_sound_tables_break_no_rule() -> None:
    assert broken() == []


BREAKS: dict[str, tuple[list[Change], list[tuple[str, int, str]]]] = {
    "an event of the essay says nothing of reports": (
        [("events", "gate-opens", "agreement", "")],
        [("events.csv", 2, "agreement")],
    ),
    "an event of another layer has all that only the essay gives": (
        [
            ("events", "flood-of-tea", "essay_date", "2001"),
            ("events", "flood-of-tea", "paragraphs", "1"),
            ("events", "flood-of-tea", "agreement", "confirms"),
        ],
        [("events.csv", 6, "essay_date"), ("events.csv", 6, "paragraphs"), ("events.csv", 6, "agreement")],
    ),
    "an event after the essay has a paragraph": (
        [("events", "gate-closes", "paragraphs", "1")],
        [("events.csv", 7, "paragraphs")],
    ),
    "a conflict is not explained": (
        [("events", "lamps-counted", "difference_en", "")],
        [("events.csv", 4, "difference_en")],
    ),
    "a refinement is not explained": (
        [("events", "envoy-travels", "difference_en", "")],
        [("events.csv", 3, "difference_en")],
    ),
    "a journey ends at the first place where it began": (
        [
            ("events", "envoy-travels", "places", "lamp-town;spoon-city"),
            ("events", "envoy-travels", "reports_supplied", ""),
        ],
        [("events.csv", 3, "from_place")],
    ),
    "reports supply two keys that the row does not name": (
        [("events", "envoy-travels", "reports_supplied", "nowhere;lamp-town;teapot-crown")],
        [("events.csv", 3, "reports_supplied")] * 2,
    ),
    "the only report of a flood is cited for another event": (
        [("reports", "flood-of-tea-1", "event", "gate-opens")],
        [("events.csv", 6, "layer")],
    ),
    "an event that reports confirm is cited by none": (
        [("reports", "gate-opens-1", "event", "flood-of-tea")],
        [("events.csv", 2, "agreement")],
    ),
    "two themes have one order": (
        [("themes", "lamps", "order", "1")],
        [("themes.csv", 3, "order")],
    ),
    "chapters have one order": ([("chapters", "the-opening", "order", "2")], [("chapters.csv", 3, "order")]),
    "a caption is an event of another chapter": (
        [("chapters", "the-count", "captions", "lamps-counted;gate-opens")],
        [("chapters.csv", 3, "captions")],
    ),
    "a caption has no date": (
        [("events", "gate-opens", "essay_date", ""), ("events", "gate-opens", "reported_date", "")],
        [("chapters.csv", 2, "captions")],
    ),
    "a chapter has six captions": (
        [("chapters", "the-opening", name, SIX_EVENTS) for name in ("events", "captions")],
        [("chapters.csv", 2, "captions")],
    ),
    "waypoints of one route have one order": (
        [("route_points", "tea-rail-2", "order", "1")],
        [("route_points.csv", 6, "order")],
    ),
    "a row of a crossing says neither how it stood nor who held it": (
        [("crossing_states", "button-gate-closed", "status", "")],
        [("crossing_states.csv", 3, "status")],
    ),
    "a route loses its waypoints to another": (
        [
            ("route_points", "tea-rail-1", "route", "spoon-road"),
            ("route_points", "tea-rail-1", "order", "4"),
        ],
        [("routes.csv", 3, "id")],
    ),
}


@pytest.mark.parametrize(("changes", "problems"), BREAKS.values(), ids=BREAKS.keys())
def test_a_broken_rule_is_named_where_it_is_broken(changes: list[Change], problems: list[tuple[str, int, str]]) -> None:
    assert broken(*changes) == problems


KEEPS: dict[str, list[Change]] = {
    "a chapter has neither claim nor takeaway nor captions": [
        ("chapters", "the-opening", name, "") for name in ("claim_en", "claim_ar", "takeaway_en", "captions")
    ],
    "five captions are as many as there may be": [
        ("chapters", "the-opening", name, SIX_EVENTS.rpartition(";")[0]) for name in ("events", "captions")
    ],
    "reports alone date a caption": [("events", "gate-opens", "essay_date", "")],
    "a caption that is no event's key has another problem": [("chapters", "the-count", "captions", "lamps-uncounted")],
    "the date of a caption cannot be read": [
        ("events", "gate-opens", "essay_date", "2001-13"),
        ("events", "gate-opens", "reported_date", ""),
    ],
    "nothing was found and nothing says how reports differ": [("events", "teapot-rumour", "difference_en", "")],
    "a journey ends at its second place where it began": [
        ("events", "envoy-travels", "places", "spoon-city;lamp-town")
    ],
    "reports supply where a journey began": [("events", "envoy-travels", "reports_supplied", "lamp-town")],
    "waypoints of two routes have one order": [("route_points", "tea-rail-1", "order", "1")],
    "a row of a crossing only says who held it": [("crossing_states", "button-gate-open", "status", "")],
    "an event has a report and no paragraph": [("events", "gate-opens", "paragraphs", "")],
}


@pytest.mark.parametrize("changes", KEEPS.values(), ids=KEEPS.keys())
def test_what_only_comes_near_a_rule_does_not_break_it(changes: list[Change]) -> None:
    assert broken(*changes) == []


def test_an_event_on_nothing_is_blamed_for_it_once() -> None:
    tables = checked_tables(("events", "gate-opens", "paragraphs", ""))
    tables["reports"] = without_rows(tables["reports"], "gate-opens-1")
    problems = check_rules(tables)
    assert [(problem.line, problem.column) for problem in problems] == [(2, "paragraphs")]
    assert "rests on no paragraph and no report" in problems[0].message


def test_nobody_is_blamed_for_a_report_that_stands_in_a_faulty_or_unreadable_row() -> None:
    assert broken(("reports", "gate-opens-1", "url", "none")) == []
    tables = checked_tables()
    tables["reports"] = without_rows(tables["reports"], "gate-opens-1")
    tables["reports"].frame.attrs[LOST] = [["gate-opens-1", "gate-opens", "too", "few"]]
    assert check_rules(tables) == []


@pytest.mark.parametrize("attributes", [{}, {ABSENT: ["event"]}])
def test_without_the_table_of_reports_no_event_is_blamed_for_having_none(attributes: dict[str, list[str]]) -> None:
    tables = checked_tables()
    frame = pd.DataFrame(columns=REPORTS.column_names(), dtype=str)
    frame.attrs.update(attributes)
    tables["reports"] = CheckedTable(REPORTS, frame)
    assert check_rules(tables) == []


def test_a_table_of_reports_with_a_heading_alone_leaves_events_without_reports() -> None:
    tables = checked_tables()
    tables["reports"] = without_rows(tables["reports"], *tables["reports"].frame["id"])
    assert [problem.line for problem in check_rules(tables)] == [2, 3, 4, 6, 7]


def test_without_the_waypoints_no_route_is_blamed_for_having_none() -> None:
    tables = checked_tables()
    tables["route_points"].frame.attrs[ABSENT] = ["route"]
    assert check_rules(tables) == []
    tables["route_points"].frame.attrs[ABSENT] = []
    tables["route_points"] = without_rows(tables["route_points"], "tea-rail-1", "tea-rail-2")
    assert [problem.message for problem in check_rules(tables)] == [
        "'tea-rail' has no waypoint, and a line needs two; add rows to route_points.csv"
    ]


def test_a_rule_that_would_read_a_faulty_cell_keeps_silent_and_all_others_speak() -> None:
    unreadable_layer = ("events", "flood-of-tea", "layer", "contxt")
    assert broken(unreadable_layer, ("events", "flood-of-tea", "paragraphs", "1")) == []
    unreadable_date = ("events", "flood-of-tea", "reported_date", "2001-13")
    assert broken(unreadable_date, ("events", "flood-of-tea", "paragraphs", "1")) == [("events.csv", 6, "paragraphs")]


def test_a_misspelt_place_is_not_missed_among_what_reports_supplied() -> None:
    assert broken(("events", "envoy-travels", "from_place", "lamptown")) == []


def test_ten_themes_are_one_too_many_and_nine_are_not() -> None:
    tables = checked_tables()
    rows = [tables["themes"].frame.iloc[:1].assign(id=f"theme-{n}", order=str(n)) for n in range(1, 11)]
    for count, messages in ((9, []), (10, ["there are 10 themes and the timeline has 9 lanes; join some of them"])):
        frame = pd.concat(rows[:count], ignore_index=True)
        frame.attrs[ABSENT] = []
        tables["themes"] = CheckedTable(tables["themes"].table, frame)
        assert [problem.message for problem in check_rules(tables)] == messages
