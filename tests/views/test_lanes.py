"""The timeline's lanes: one mark for each dated event, in the lane of its first theme, and none over another."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest

from app.model.chronology.entities import Atlas
from app.views.timeline.lanes import BAR_ROWS, MARK_WIDTH_PX, NOMINAL_WIDTH_PX, POINT_ROWS, Lane, Mark, lay_out
from app.views.timeline.scale import scale_of
from tests.model.made_up import an_atlas, an_event
from tests.model.real import the_real_atlas

CROWD = an_atlas(
    *(an_event(f"same-day-{number}", essay="2024-12-08") for number in range(12)),
    *(an_event(f"month-{number}", essay="2024-12") for number in range(4)),
    *(an_event(f"open-{number}", essay="2024-11/..") for number in range(3)),
    *(
        an_event(f"in-turn-{number}", essay=(date(2024, 12, 1) + timedelta(days=number)).isoformat())
        for number in range(30)
    ),
    an_event("other-lane", essay="2024-12-08", themes=("blue", "red")),
)
ATLASES = {"the real atlas": the_real_atlas(), "a crowd": CROWD, "nothing dated": an_atlas(an_event("undated"))}
any_atlas = pytest.mark.parametrize("atlas", ATLASES.values(), ids=ATLASES.keys())
either_basis = pytest.mark.parametrize("basis", ["essay", "reports"])


def laid_out(atlas: Atlas, basis: str = "essay") -> tuple[list[Lane], list[Mark]]:
    return lay_out(atlas, scale_of(atlas), basis)


def upper_and_lower(mark: Mark) -> tuple[float, float]:
    height = POINT_ROWS if mark.point else BAR_ROWS
    return mark.row - height / 2, mark.row + height / 2


def left_and_right(mark: Mark) -> tuple[float, float]:
    half = MARK_WIDTH_PX / 2 / NOMINAL_WIDTH_PX
    return min(mark.start, mark.middle - half), max(mark.end, mark.middle + half)


def overlap(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return first[0] < second[1] - 1e-12 and second[0] < first[1] - 1e-12


@any_atlas
@either_basis
def test_every_dated_event_has_exactly_one_mark(atlas: Atlas, basis: str) -> None:
    _, marks = laid_out(atlas, basis)
    dated = [event.id for event in atlas.events if event.span(basis)]
    assert sorted(mark.event.id for mark in marks) == sorted(dated)


@any_atlas
@either_basis
def test_no_mark_hides_another(atlas: Atlas, basis: str) -> None:
    _, marks = laid_out(atlas, basis)
    hidden = [
        (first.event.id, second.event.id)
        for first, second in combinations(marks, 2)
        if overlap(upper_and_lower(first), upper_and_lower(second))
        and overlap(left_and_right(first), left_and_right(second))
    ]
    assert hidden == []


@any_atlas
@either_basis
def test_each_mark_stands_within_the_lane_of_its_first_theme(atlas: Atlas, basis: str) -> None:
    lanes, marks = laid_out(atlas, basis)
    by_theme = {lane.theme_id: lane for lane in lanes}
    for mark in marks:
        lane, (upper, lower) = by_theme[mark.event.themes[0]], upper_and_lower(mark)
        assert mark.theme_id == mark.event.themes[0]
        assert lane.top <= upper < lower <= lane.bottom


@any_atlas
def test_lanes_follow_one_another_without_a_gap_in_the_order_of_themes(atlas: Atlas) -> None:
    lanes, _ = laid_out(atlas)
    assert [lane.theme_id for lane in lanes] == list(atlas.themes)
    assert lanes[0].top == 0
    assert all(upper.bottom == lower.top for upper, lower in pairwise(lanes))
    assert all(lane.bottom - lane.top >= 2 for lane in lanes)


def test_an_atlas_without_themes_has_no_lanes() -> None:
    assert laid_out(Atlas()) == ([], [])


@any_atlas
def test_marks_stand_where_the_scale_puts_their_days(atlas: Atlas) -> None:
    scale = scale_of(atlas)
    for mark in laid_out(atlas)[1]:
        assert mark.start == scale.position(mark.span.earliest)
        assert mark.end == scale.position(mark.span.latest)
        assert 0 <= mark.start <= mark.middle <= mark.end <= 1


def test_a_day_is_a_point_and_a_month_or_an_open_period_is_a_bar() -> None:
    points = {mark.event.id.split("-")[0]: mark.point for mark in laid_out(CROWD)[1]}
    assert points == {"same": True, "in": True, "other": True, "month": False, "open": False}


def test_marks_with_borrowed_dates_are_hollow() -> None:
    atlas = an_atlas(
        an_event("own", essay="2024-12-08"),
        an_event("borrowed", reported="2024-12-08"),
        an_event("both", essay="2024-12", reported="2024-12-08"),
    )
    hollow = {mark.event.id for mark in laid_out(atlas, "essay")[1] if mark.hollow}
    assert hollow == {"borrowed"}
    assert {mark.event.id for mark in laid_out(atlas, "reports")[1] if mark.hollow} == {"own"}


@either_basis
def test_a_mark_knows_where_the_other_source_puts_it_only_if_that_differs(basis: str) -> None:
    atlas = an_atlas(
        an_event("alone", essay="2024-12-08"),
        an_event("agreed", essay="2024-12-26", reported="2024-12-26"),
        an_event("agreed-in-other-words", essay="2024-12", reported="2024-12-01/2024-12-31"),
        an_event("moved", essay="2024-12-20", reported="2024-12-10"),
    )
    scale = scale_of(atlas)
    others = {mark.event.id: mark.other for mark in lay_out(atlas, scale, basis)[1]}
    elsewhere = date(2024, 12, 10) if basis == "essay" else date(2024, 12, 20)
    assert others.pop("moved") == pytest.approx(scale.position(elsewhere))
    assert set(others.values()) == {None}
