"""The atlas's own scale, and ticks along it that do not run into each other."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from app.model.entities import Atlas
from app.model.timescale import TimeScale, build_time_scale
from app.views.timeline.scale import MONTH_TICK_LEAST, YEAR_TICK_LEAST, scale_of, ticks
from tests.model.made_up import an_atlas, an_event
from tests.model.real import the_real_atlas

REAL = scale_of(the_real_atlas())
either_language = pytest.mark.parametrize("language", ["en", "ar"])
SCALES = {
    "the real data": REAL,
    "no date": build_time_scale([]),
    "a single date": build_time_scale([date(2024, 12, 8)]),
    "years only": build_time_scale([date(year, 6, 1) for year in range(1900, 2000, 7)]),
    "days only": build_time_scale([date(2024, 12, day) for day in range(1, 20)]),
}
any_scale = pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES.keys())


def test_the_scale_covers_every_date_of_either_source() -> None:
    scale = scale_of(an_atlas(an_event("x", essay="2024-12-08", reported="2003-04-09")))
    assert scale.first < date(2003, 4, 9) < date(2024, 12, 8) < scale.last


def test_an_open_end_and_the_end_of_a_long_span_do_not_stretch_the_axis() -> None:
    short = scale_of(an_atlas(an_event("x", essay="2024-12-08"), an_event("y", essay="2011-01-01")))
    assert scale_of(an_atlas(an_event("x", essay="2024-12-08"), an_event("y", essay="2011/.."))) == short
    assert scale_of(an_atlas(an_event("x", essay="2024-12-08"), an_event("y", essay="2011/2090"))) == short


def test_an_open_start_does_not_stretch_the_axis() -> None:
    scale = scale_of(an_atlas(an_event("x", essay="2024-12-08"), an_event("y", essay="../2011")))
    assert scale.first.year > 2000


def test_an_atlas_without_dates_still_has_an_axis() -> None:
    assert scale_of(Atlas()) == build_time_scale([])


@any_scale
@either_language
def test_ticks_ascend_within_the_axis_and_keep_their_distance(scale: TimeScale, language: str) -> None:
    positions = [position for position, _ in ticks(scale, language)]
    assert all(0 <= position <= 1 for position in positions)
    assert all(after - before >= min(YEAR_TICK_LEAST, MONTH_TICK_LEAST) for before, after in pairwise(positions))


def test_ticks_stand_at_the_same_positions_in_both_languages() -> None:
    assert [position for position, _ in ticks(REAL, "ar")] == [position for position, _ in ticks(REAL, "en")]


def test_compressed_stretches_have_years_and_the_dense_one_has_months() -> None:
    labels = [(REAL.position(date(2024, 11, 17)) > position, label) for position, label in ticks(REAL, "en")]
    assert all(re.fullmatch(r"\d{4}", label) for compressed, label in labels if compressed)
    months = [label for compressed, label in labels if not compressed]
    assert months == ["Dec 2024", "Jan 2025", "Feb", "Mar", "Apr", "May", "Jun"]


def test_arabic_ticks_have_the_month_names_of_iraq_and_western_figures() -> None:
    labels = [label for _, label in ticks(REAL, "ar")]
    assert labels[-7:] == ["كانون الأول 2024", "كانون الثاني 2025", "شباط", "آذار", "نيسان", "أيار", "حزيران"]


def test_a_month_tick_stands_on_the_first_of_its_month() -> None:
    position = next(position for position, label in ticks(REAL, "en") if label == "Mar")
    assert position == REAL.position(date(2025, 3, 1))
