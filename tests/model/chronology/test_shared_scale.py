"""The time scale, the range on it and the dates that place events: the same in Python and in the browser."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pytest

from app.model.chronology.filtering import range_of
from app.model.chronology.timescale import TimeScale
from app.model.chronology.view import BASES, LAYERS, View
from app.model.paths import PROJECT_FOLDER
from app.views.dataset import dataset, layers_key
from app.views.timeline.scale import scale_of
from tests.deno import evaluated
from tests.model.made_up_chronology import CHRONOLOGY

CASES: list[dict[str, Any]] = json.loads((PROJECT_FOLDER / "tests/cases/timescale.json").read_text(encoding="utf-8"))
ALL_LAYERS = [[], ["context"], ["after"], ["context", "after"]]
RANGES = [
    (None, None),
    (None, "2024-12-08"),
    ("2024-12-08", None),
    ("2024-12-08", "2024-12-08"),
    ("1900-01-01", "2024-12-08"),
    ("2024-12-08", "2030-01-01"),
    ("0001-01-01", "9999-12-31"),
]


def ordinal(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


@cache
def said_by_the_browser() -> list[dict[str, list[Any]]]:
    made: list[dict[str, list[Any]]] = evaluated(
        ("core/dates.js", "core/timescale.js"),
        """cases.map((each) => {
          const scale = makeScale({ days: each.days.map(ordinalOf), positions: each.positions, breaks: [] });
          return {
            position: each.position.map(([day]) => scale.position(ordinalOf(day))),
            day: each.day.map(([position]) => isoOf(scale.day(position))),
            inside: each.inside.map(([day]) => isoOf(scale.inside(ordinalOf(day)))),
            ends: [isoOf(scale.first), isoOf(scale.last)],
          };
        })""",
        cases=CASES,
    )
    return made


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["says"] for case in CASES])
def test_a_day_has_the_position_of_the_table_in_python_and_in_the_browser(number: int) -> None:
    case, said = CASES[number], said_by_the_browser()[number]
    scale = TimeScale(tuple(map(ordinal, case["days"])), tuple(case["positions"]), ())
    days, positions = zip(*case["position"], strict=True)
    exact = [scale.position(date.fromisoformat(day)) for day in days]
    assert exact == pytest.approx(positions, abs=1e-9)
    assert said["position"] == exact
    assert said["ends"] == [scale.first.isoformat(), scale.last.isoformat()]


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["says"] for case in CASES])
def test_a_position_has_the_day_of_the_table_in_the_browser(number: int) -> None:
    case = CASES[number]
    positions, days = zip(*case["day"], strict=True)
    assert said_by_the_browser()[number]["day"] == list(days)
    naive = np.interp(positions, case["positions"], [ordinal(day) for day in case["days"]])
    assert [ordinal(day) for day in days] == pytest.approx(naive, abs=0.5 + 1e-6)


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["says"] for case in CASES])
def test_a_day_beyond_the_axis_is_brought_to_its_end(number: int) -> None:
    case = CASES[number]
    scale = TimeScale(tuple(map(ordinal, case["days"])), tuple(case["positions"]), ())
    days, nearest = zip(*case["inside"], strict=True)
    assert [date.fromordinal(scale.inside(ordinal(day))).isoformat() for day in days] == list(nearest)
    assert said_by_the_browser()[number]["inside"] == list(nearest)


def test_a_range_is_the_same_on_the_axis_of_every_choice_of_layers() -> None:
    found = evaluated(
        ("core/dataset.js", "core/dates.js"),
        """layers.map((some) => ({
          key: layersKey(atlas.layers, some),
          ranges: ranges.map(([start, end]) => rangeOf({ start: dayOf(start), end: dayOf(end) }, atlas.scale(some))),
        }))""",
        before="const atlas = readDataset(json); const dayOf = (iso) => (iso === null ? null : ordinalOf(iso));",
        json=dataset(CHRONOLOGY),
        layers=ALL_LAYERS,
        ranges=RANGES,
    )
    for some, said in zip(ALL_LAYERS, found, strict=True):
        scale = scale_of(CHRONOLOGY.with_layers(some))
        views = [View(*(date.fromisoformat(day) if day else None for day in each)) for each in RANGES]
        assert said == {"key": layers_key(tuple(some)), "ranges": [range_of(view, scale) for view in views]}


def test_files_name_a_choice_of_layers_in_one_order_whatever_the_readers() -> None:
    keys = evaluated(
        ["core/dataset.js"], "chosen.map((some) => layersKey(all, some))", all=LAYERS, chosen=[["after", "context"], []]
    )
    assert keys == [layers_key(LAYERS), layers_key(())] == ["context+after", "none"]


def test_an_event_is_placed_by_the_same_dates_in_the_browser() -> None:
    found = evaluated(
        ["core/dataset.js"],
        """Object.fromEntries(atlas.bases.map((basis) => {
          const { first, last, dated, borrowed } = atlas.spans[basis];
          return [basis, atlas.events.map((event) => ({
            days: dated[event.index] ? [first[event.index], last[event.index]] : null,
            borrowed: borrowed[event.index] === 1,
            source: placingBasis(atlas, event, basis),
          }))];
        }))""",
        before="const atlas = readDataset(json);",
        json=dataset(CHRONOLOGY),
    )
    for basis in BASES:
        other = next(each for each in BASES if each != basis)
        for event, said in zip(CHRONOLOGY.events, found[basis], strict=True):
            span, borrowed = event.span(basis), event.date_is_borrowed(basis)
            assert said == {
                "days": [span.earliest.toordinal(), span.latest.toordinal()] if span else None,
                "borrowed": borrowed,
                "source": (other if borrowed else basis) if span else "",
            }


def test_the_dated_events_stand_in_the_order_of_their_first_days() -> None:
    found = evaluated(
        ["core/dataset.js"],
        "atlas.bases.map((basis) => atlas.inOrder(basis).map(({ id }) => id))",
        before="const atlas = readDataset(json);",
        json=dataset(CHRONOLOGY),
    )
    for basis, ids in zip(BASES, found, strict=True):
        dated = [(event, span) for event in CHRONOLOGY.events if (span := event.span(basis))]
        assert ids == [event.id for event, span in sorted(dated, key=lambda each: each[1].earliest)]
