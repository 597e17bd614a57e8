"""The time scale: monotone, linear where events crowd, compressed where they are few, and never at a loss."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from app.model.chronology.timescale import MARGIN_DAYS, SPARSE_SHARE, TimeScale, build_time_scale
from app.views.timeline.scale import scale_of
from tests.model.real import the_real_atlas

DENSE = [date(2024, 12, 1) + timedelta(days=10 * step) for step in range(12)]
SPARSE = [date(1970, 11, 13), date(1979, 7, 16), date(2003, 3, 20), date(2011, 3, 15)]
CHRONOLOGIES = {
    "dense after sparse": SPARSE + DENSE,
    "dense only": DENSE,
    "sparse only": SPARSE,
    "dense before sparse": [*DENSE, date(2040, 1, 1)],
    "two dense stretches": DENSE + [day.replace(year=day.year - 10) for day in DENSE],
    "a single date": [date(2024, 12, 8)],
    "the same date many times": [date(2024, 12, 8)] * 9,
    "neighbouring days": [date(2024, 12, day) for day in range(1, 8)],
    "none at all": [],
}
any_chronology = pytest.mark.parametrize("days", CHRONOLOGIES.values(), ids=CHRONOLOGIES.keys())


def steps(scale: TimeScale, first: date, last: date) -> list[float]:
    """Return how far each day between two days is from the one before it."""
    days = range(first.toordinal(), last.toordinal() + 1)
    return [after - before for before, after in pairwise(scale.at(day) for day in days)]


@any_chronology
def test_the_axis_runs_from_0_to_1(days: list[date]) -> None:
    scale = build_time_scale(days)
    assert (scale.position(scale.first), scale.position(scale.last)) == (0.0, 1.0)
    assert (scale.positions[0], scale.positions[-1]) == (0.0, 1.0)


@any_chronology
def test_a_later_day_always_stands_further_on(days: list[date]) -> None:
    scale = build_time_scale(days)
    assert all(step > 0 for step in steps(scale, scale.first, scale.last))


@any_chronology
def test_knots_ascend_and_each_has_its_position(days: list[date]) -> None:
    scale = build_time_scale(days)
    assert len(scale.days) == len(scale.positions) >= 2
    assert all(before < after for before, after in pairwise(scale.days))
    assert all(before < after for before, after in pairwise(scale.positions))


@any_chronology
def test_every_date_has_room_before_and_after_it(days: list[date]) -> None:
    scale = build_time_scale(days)
    assert all(0 < scale.position(day) < 1 for day in days)


@any_chronology
def test_breaks_stand_where_the_pace_changes_inside_the_axis(days: list[date]) -> None:
    scale = build_time_scale(days)
    assert all(0 < position < 1 for position in scale.breaks)
    assert set(scale.breaks) <= set(scale.positions)


def test_the_order_of_dates_and_doubles_do_not_matter() -> None:
    days = SPARSE + DENSE
    assert build_time_scale([*reversed(days), *days]) == build_time_scale(days)


def test_days_beyond_the_axis_get_its_ends() -> None:
    scale = build_time_scale(DENSE)
    assert (scale.position(date.min), scale.position(date.max)) == (0.0, 1.0)


def test_a_dense_stretch_is_linear_in_days() -> None:
    scale = build_time_scale(SPARSE + DENSE)
    lengths = steps(scale, DENSE[0] - timedelta(days=MARGIN_DAYS), DENSE[-1] + timedelta(days=MARGIN_DAYS))
    assert lengths == pytest.approx([lengths[0]] * len(lengths))


def test_two_dense_stretches_have_the_same_pace() -> None:
    scale = build_time_scale(CHRONOLOGIES["two dense stretches"])
    earlier = steps(scale, date(2014, 12, 1), date(2014, 12, 10))
    later = steps(scale, date(2024, 12, 1), date(2024, 12, 10))
    assert earlier == pytest.approx(later)


def test_sparse_stretches_share_a_fixed_part_of_the_axis() -> None:
    scale = build_time_scale(SPARSE + DENSE)
    assert scale.position(DENSE[0] - timedelta(days=MARGIN_DAYS)) == pytest.approx(SPARSE_SHARE)


def test_a_sparse_stretch_is_compressed_and_a_dense_one_is_not() -> None:
    scale = build_time_scale(SPARSE + DENSE)
    assert all(scale.compressed(day) for day in SPARSE)
    assert not any(scale.compressed(day) for day in DENSE)


def test_a_longer_gap_is_wider_but_less_than_in_proportion() -> None:
    scale = build_time_scale([date(1950, 1, 1), date(1951, 1, 1), date(1991, 1, 1), *DENSE])
    short = scale.position(date(1951, 1, 1)) - scale.position(date(1950, 1, 1))
    long = scale.position(date(1991, 1, 1)) - scale.position(date(1951, 1, 1))
    assert short < long < 5 * short


@pytest.mark.parametrize(
    ("chronology", "breaks"),
    [
        ("dense after sparse", 1),
        ("dense before sparse", 1),
        ("two dense stretches", 2),
        ("dense only", 0),
        ("sparse only", 0),
        ("a single date", 0),
        ("none at all", 0),
    ],
)
def test_there_is_a_break_at_each_change_of_pace_and_nowhere_else(chronology: str, breaks: int) -> None:
    assert len(build_time_scale(CHRONOLOGIES[chronology]).breaks) == breaks


def test_the_break_stands_where_the_dense_stretch_begins() -> None:
    scale = build_time_scale(SPARSE + DENSE)
    assert scale.breaks == (scale.position(DENSE[0] - timedelta(days=MARGIN_DAYS)),)


def test_four_close_dates_are_not_worth_a_dense_stretch() -> None:
    assert build_time_scale([*SPARSE, *DENSE[:4]]).breaks == ()
    assert len(build_time_scale([*SPARSE, *DENSE[:5]]).breaks) == 1


def test_no_date_at_all_gives_the_year_2000() -> None:
    scale = build_time_scale([])
    assert scale.first <= date(2000, 1, 1) < date(2000, 12, 31) <= scale.last


def test_a_single_date_stands_in_the_middle() -> None:
    assert build_time_scale([date(2024, 12, 8)]).position(date(2024, 12, 8)) == pytest.approx(0.5)


def test_the_dense_stretch_of_the_real_data_runs_from_november_2024_to_june_2025() -> None:
    scale = scale_of(the_real_atlas())
    days = [date.fromordinal(day) for day in range(scale.days[0], scale.days[-1])]
    linear = [day for day in days if not scale.compressed(day)]
    assert (linear[0].isoformat()[:7], linear[-1].isoformat()[:7]) == ("2024-11", "2025-06")
    assert linear == [day for day in days if linear[0] <= day <= linear[-1]]
    assert scale.breaks == (scale.position(linear[0]), scale.position(linear[-1] + timedelta(days=1)))
    assert scale.first.year == 1969


@pytest.mark.parametrize("year", [2, 9999])
def test_the_margins_stay_within_the_years_that_there_are(year: int) -> None:
    scale = build_time_scale([date(year, 1, 1), date(year, 12, 31)])
    assert scale.first.year >= 1
    assert scale.last.year <= 9999
