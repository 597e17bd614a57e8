"""The ticks that the browser puts along the axis: at round years, months and days, and their words never touch."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import numpy as np
import pytest

from app.model.chronology.timescale import TimeScale, build_time_scale
from app.model.paths import PROJECT_FOLDER
from app.model.text.language import LANGUAGES
from app.views.timeline.scale import scale_of
from tests.deno import evaluated
from tests.model.real import the_real_atlas

CASES = json.loads((PROJECT_FOLDER / "tests/cases/ticks.json").read_text(encoding="utf-8"))
LETTER_PX = 6
"""About what a letter takes in the panel."""
ROUND_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def ticks_of(views: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return the ticks of each view, as the browser's own code chooses them."""
    ticks: list[list[dict[str, Any]]] = evaluated(
        ("core/timescale.js", "timeline/ticks.js"),
        """views.map(({ days, positions, breaks, view: window, width, locale }) => {
          const measure = (text) => letter_px * text.length;
          const across = (at) => ((at - window[0]) / (window[1] - window[0])) * width;
          const least = leastDistances(locale, "a font", measure);
          const scale = makeScale({ days, positions, breaks });
          const ticks = chooseTicks({ scale, breaks, window, width, locale, least });
          const fitted = fitTicks(ticks, { measure, breaks, taken: [], across, width });
          return fitted.map(({ at, day, unit, text }) => ({ at, day, unit, text }));
        })""",
        views=[{**view, "locale": LANGUAGES[view["language"]].intl_locale} for view in views],
        letter_px=LETTER_PX,
    )
    return ticks


def view_of(
    scale: TimeScale, *, start: float = 0, end: float = 1, width: int = 1000, language: str = "en"
) -> dict[str, Any]:
    shown = {"view": [start, end], "width": width, "language": language}
    return {"days": scale.days, "positions": scale.positions, "breaks": scale.breaks, **shown}


@cache
def ticks_of_the_cases() -> list[list[dict[str, Any]]]:
    views = []
    for case in CASES:
        days, positions = zip(*case["days"], strict=True)
        ordinals = [date.fromisoformat(day).toordinal() for day in days]
        views.append({"breaks": [], **case, "days": ordinals, "positions": positions})
    return ticks_of(views)


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["name"] for case in CASES])
def test_the_ticks_of_a_view_are_those_of_the_table(number: int) -> None:
    assert [tick["text"] for tick in ticks_of_the_cases()[number]] == CASES[number]["ticks"]


def a_thousand_and_a_half_events() -> TimeScale:
    chance = Random(900)  # noqa: S311, the same cases in every run
    return build_time_scale(
        date(chance.randint(900, 1899), chance.randint(1, 12), chance.randint(1, 28)) for _ in range(1500)
    )


def test_many_events_of_a_thousand_years_have_ticks_at_round_years_in_even_steps() -> None:
    years = [int(tick["text"]) for tick in ticks_of([view_of(a_thousand_and_a_half_events())])[0]]
    steps = {after - before for before, after in pairwise(years)}
    assert len(years) >= 8
    assert len(steps) == 1
    assert steps <= {20, 50, 100, 200}
    assert all(year % steps.copy().pop() == 0 for year in years)


SCALES = {
    "the real data": scale_of(the_real_atlas()),
    "no date": build_time_scale([]),
    "a single date": build_time_scale([date(2024, 12, 8)]),
    "years only": build_time_scale([date(year, 6, 1) for year in range(1900, 2000, 7)]),
    "days only": build_time_scale([date(2024, 12, day) for day in range(1, 20)]),
    "a thousand years": a_thousand_and_a_half_events(),
    "all years": build_time_scale([date(1, 1, 1), date(9999, 12, 31)]),
    "two dense stretches": build_time_scale(
        [
            date(1980, 1, 3),
            *(date(1990, 1, day) for day in range(1, 28)),
            *(date(2024, 12, day) for day in range(1, 28)),
        ]
    ),
}


@cache
def ticks_from_far_and_near() -> list[tuple[str, dict[str, Any], list[dict[str, Any]]]]:
    """Return many views of each scale, and the ticks of each."""
    chance = Random(5)  # noqa: S311, the same cases in every run
    views = []
    for name, scale in SCALES.items():
        for share in (1, 0.5, 0.1, 0.02, 0.004):
            start = chance.uniform(0, 1 - share)
            for language in ("en", "ar"):
                shown = {"start": start, "end": start + share, "width": chance.choice([300, 1000, 1800])}
                views.append((name, view_of(scale, language=language, **shown)))
    return [
        (name, view, ticks) for (name, view), ticks in zip(views, ticks_of([view for _, view in views]), strict=True)
    ]


def test_ticks_ascend_within_the_view_and_their_words_do_not_touch() -> None:
    for _, view, ticks in ticks_from_far_and_near():
        start, end = view["view"]
        edges = []
        for tick in ticks:
            assert start <= tick["at"] <= end
            middle, half = (tick["at"] - start) / (end - start) * view["width"], len(tick["text"]) * LETTER_PX / 2
            edges.append((middle - half, middle + half))
        assert all(right < left for (_, right), (left, _) in pairwise(edges))


def test_ticks_stand_at_round_years_first_days_of_months_and_round_days() -> None:
    for _, _, ticks in ticks_from_far_and_near():
        for tick in ticks:
            day = date.fromordinal(tick["day"])
            assert tick["unit"] == "day" or day.day == 1
            assert tick["unit"] != "year" or day.month == 1
            assert str(day.day if tick["unit"] == "day" else day.year if tick["unit"] == "year" else "") in tick["text"]


def test_years_of_fewer_than_four_figures_are_drawn_as_years() -> None:
    labels = [tick["text"] for tick in ticks_of([view_of(build_time_scale([date(1, 1, 1), date(999, 12, 31)]))])[0]]
    assert labels[:2] == ["50", "100"]
    assert "950" in labels


def test_the_first_month_or_day_in_view_says_its_year_and_each_year_is_said_again() -> None:
    for _, _, ticks in ticks_from_far_and_near():
        said = None
        for tick in ticks:
            year = date.fromordinal(tick["day"]).year
            named = re.search(r"\d+$", tick["text"]) if re.search(r"(?:^|\s)\d{1,4}$", tick["text"]) else None
            said = int(named[0]) if named else said
            assert said == year


def test_there_are_ticks_wherever_one_looks() -> None:
    for name, view, ticks in ticks_from_far_and_near():
        days = [SCALES[name].days[0], SCALES[name].days[-1]]
        start, end = (interpolated(SCALES[name], position) for position in view["view"])
        if view["width"] >= 1000 and end - start > min(9, days[1] - days[0]):  # one cannot look from nearer
            assert len(ticks) >= 2, (name, view["view"], view["width"])


def interpolated(scale: TimeScale, position: float) -> float:
    """Return the day at a position, as an ordinal."""
    return float(np.interp(position, scale.positions, scale.days))


def test_the_first_view_of_the_real_data_has_decades_and_the_months_of_the_dense_stretch() -> None:
    english, arabic = ticks_of([view_of(SCALES["the real data"], language=language) for language in ("en", "ar")])
    months = ["Dec 2024", "Jan 2025", "Feb", "Mar", "Apr", "May", "Jun"]
    assert [tick["text"] for tick in english if not tick["text"].isdigit()] == months
    assert [tick["text"] for tick in arabic][-8:-1] == [
        "كانون الأول 2024", "كانون الثاني 2025", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    ]  # fmt: skip
