"""The atlas's own scale: it reaches every day that a table gives, and a margin beyond."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from app.model.chronology.dates import parse_span
from app.model.chronology.entities import Atlas
from app.model.chronology.filtering import in_range, range_of
from app.model.chronology.timescale import build_time_scale
from app.model.chronology.view import BASES, View
from app.views.timeline.scale import scale_of
from tests.model.made_up import an_atlas, an_event


def test_the_scale_covers_every_date_of_either_source() -> None:
    scale = scale_of(an_atlas(an_event("x", essay="2024-12-08", reported="2003-04-09")))
    assert scale.first < date(2003, 4, 9) < date(2024, 12, 8) < scale.last


def test_an_open_end_does_not_stretch_the_axis() -> None:
    short = scale_of(an_atlas(an_event("x", essay="2024-12-08"), an_event("y", essay="2011-01-01")))
    for edtf in ("2011/..", "2011/"):
        assert scale_of(an_atlas(an_event("x", essay="2024-12-08"), an_event("y", essay=edtf))) == short


@pytest.mark.parametrize("edtf", ["../2011", "/2011"])
def test_an_open_start_does_not_stretch_the_axis(edtf: str) -> None:
    assert scale_of(an_atlas(an_event("x", essay="2024-12-08"), an_event("y", essay=edtf))).first.year > 2000


@pytest.mark.parametrize(
    ("edtf", "others"),
    [
        ("1990/2005", ["1970-05", "1979-07-16", "1984"]),
        ("2011/2090", ["2024-12-08"]),
        ("1500/1600", ["1920-01-01", "1921-05-05"]),
        ("198X", ["1985-01-01"]),
    ],
)
def test_the_axis_reaches_the_first_and_the_last_day_of_a_long_span(edtf: str, others: list[str]) -> None:
    spans = [parse_span(text) for text in (edtf, *others)]
    scale = scale_of(an_atlas(*(an_event(f"e-{n}", essay=span.edtf) for n, span in enumerate(spans))))
    assert scale.first < min(span.earliest for span in spans)
    assert scale.last > max(span.latest for span in spans)


def test_the_end_of_a_long_span_does_not_change_the_pace_between_the_other_dates() -> None:
    days = [an_event(f"d-{day}", essay=f"2024-12-{day:02}") for day in range(1, 20)]
    scale = scale_of(an_atlas(*days, an_event("long", essay="2023/2026-06")))
    assert not scale.compressed(date(2024, 12, 10))
    assert scale.compressed(date(2025, 9, 1))


def test_an_event_that_ends_before_the_others_begin_is_within_the_whole_span() -> None:
    atlas = an_atlas(an_event("before", essay="../2003"), an_event("day", essay="2010-05-06"))
    assert in_whole_span(atlas, "essay") == ["before", "day"]


@pytest.mark.parametrize("seed", range(60))
def test_every_dated_event_is_in_the_whole_span_and_every_given_day_on_the_axis(seed: int) -> None:
    chance = Random(seed)  # noqa: S311, the same cases in every run
    events = [
        an_event(f"e-{number}", essay=some_date(chance), reported=chance.choice(["", some_date(chance)]))
        for number in range(chance.choice([1, 2, 3, 10, 60]))
    ]
    atlas = an_atlas(*events)
    scale = scale_of(atlas)
    for basis in BASES:
        assert in_whole_span(atlas, basis) == [event.id for event in events]
    for span in (span for event in events for span in (event.essay_span, event.reported_span) if span):
        assert span.open_start or scale.first <= span.earliest
        assert span.open_end or span.latest <= scale.last
    assert list(scale.positions) == sorted(scale.positions)
    assert (scale.positions[0], scale.positions[-1]) == (0, 1)


def in_whole_span(atlas: Atlas, basis: str) -> list[str]:
    scale = scale_of(atlas)
    view = View(basis=basis)
    first, last = (date.fromordinal(day) for day in range_of(view, scale))
    return [event.id for event in atlas.events if in_range(event, replace(view, start=first, end=last))]


def some_date(chance: Random) -> str:
    """Return a date of any form: recent, old, open, approximate, as long as it has at least one end."""
    years = chance.choice([range(2020, 2026), range(1900, 2030), range(1, 2990), range(3001, 9990)])
    first, last = sorted(chance.choices(years, k=2))
    forms = [
        f"{first:04}",
        f"{first:04}-{chance.randint(1, 12):02}",
        f"{first:04}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        f"{max(first, 10):04}"[:3] + "X",
        f"{first:04}{chance.choice('~?%')}",
        f"{first:04}/{last:04}",
        f"{first:04}/..",
        f"{first:04}/",
        f"../{last:04}-06",
        f"/{last:04}",
    ]
    return chance.choice(forms)


def test_an_atlas_without_dates_still_has_an_axis() -> None:
    assert scale_of(Atlas()) == build_time_scale([])
