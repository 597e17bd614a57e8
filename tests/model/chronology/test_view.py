"""A View goes into an address and comes back the same, in Python and in the browser; a bad address never raises."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, asdict, fields, replace
from datetime import date
from functools import cache
from random import Random
from typing import Any

import pytest
from starlette.datastructures import QueryParams

from app.model.chronology.annotation import Annotation
from app.model.chronology.view import (
    AGREEMENTS,
    APPEARANCES,
    BASES,
    CERTAINTIES,
    KINDS,
    LANGUAGES,
    LAYERS,
    MOST_ZOOM,
    NOTHING,
    VIEW_FIELDS,
    View,
    ViewField,
    view_from_url,
    view_to_url,
)
from app.model.paths import PROJECT_FOLDER
from app.model.text import language
from app.views.looks import looks
from tests.deno import evaluated

CASES: list[dict[str, Any]] = json.loads((PROJECT_FOLDER / "tests/cases/address.json").read_text(encoding="utf-8"))

CHOSEN: dict[str, tuple[Any, str]] = {
    "from": (date(2024, 12, 8), "2024-12-08"),
    "to": (date(2025, 5, 17), "2025-05-17"),
    "dates": ("reports", "reports"),
    "match": ("certainly", "certainly"),
    "theme": (("border", "isis"), "border,isis"),
    "actor": (("iraq",), "iraq"),
    "place": (("al-qaim", "doha"), "al-qaim,doha"),
    "kind": (("visit", "claim"), "visit,claim"),
    "agreement": (("conflicts", "not_found"), "conflicts,not_found"),
    "layers": (("after",), "after"),
    "words": ("القائم & Qa’im", "القائم & Qa’im"),
    "selected": ("place:al-qaim", "place:al-qaim"),
    "extent": (True, "map"),
    "camera": ((33.5, 41.25, 6.0), "33.5,41.25,6"),
    "window": ((date(2024, 12, 1), date(2025, 1, 31)), "2024-12-01,2025-01-31"),
    "paragraph": (20, "20"),
    "lang": ("ar", "ar"),
    "appearance": ("dark", "dark"),
    "present": (True, "yes"),
    "annotations": ((Annotation("arrow", "place", "doha", (120, -80), "Here"),), "arrow,place,doha,120,-80,Here"),
}
"""For each parameter of the URL a value other than the default, and its text."""
NEVER_INVALID = {"themes", "actors", "places", "words", "selected"}
"""Fields that may hold any text."""


def plain(value: object) -> object:
    """Return a value of the View as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, tuple) else value


def changed(view: View) -> dict[str, Any]:
    """Return the fields that are not at their default, as JSON has them."""
    return {name: plain(value) for name, value in asdict(view).items() if value != getattr(View(), name)}


def test_every_field_of_the_view_has_its_parameter() -> None:
    assert {each.name for each in VIEW_FIELDS} == {field.name for field in fields(View)}
    assert len({each.parameter for each in VIEW_FIELDS}) == len(VIEW_FIELDS) == len(fields(View))


def test_the_languages_of_the_view_are_those_that_there_is_a_record_of() -> None:
    assert tuple(language.LANGUAGES) == LANGUAGES
    assert View().language == LANGUAGES[0]


@pytest.mark.parametrize("field", VIEW_FIELDS, ids=[each.parameter for each in VIEW_FIELDS])
def test_a_field_comes_back_from_the_url_as_it_went(field: ViewField) -> None:
    value, text = CHOSEN[field.parameter]
    view = replace(View(), **{field.name: value})
    assert view_to_url(view) == {field.parameter: text}
    assert view_from_url({field.parameter: text}) == (view, [])


def test_all_fields_together_come_back_as_they_went() -> None:
    view = replace(View(), **{each.name: CHOSEN[each.parameter][0] for each in VIEW_FIELDS})
    assert view_from_url(view_to_url(view)) == (view, [])


def test_the_default_view_needs_no_parameter() -> None:
    assert view_to_url(View()) == {}
    assert view_from_url({}) == (View(), [])


@pytest.mark.parametrize(
    "parameter",
    [
        "from",
        "to",
        "theme",
        "actor",
        "place",
        "kind",
        "agreement",
        "layers",
        "words",
        "extent",
        "camera",
        "window",
        "paragraph",
        "appearance",
    ],
)
def test_an_empty_parameter_is_the_default_and_not_invalid(parameter: str) -> None:
    assert view_from_url({parameter: ""}) == (View(), [])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_chosen(kind: str) -> None:
    assert view_from_url({"kind": kind}) == (View(kinds=(kind,)), [])


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_every_agreement_can_be_chosen(agreement: str) -> None:
    assert view_from_url({"agreement": agreement}) == (View(agreements=(agreement,)), [])


@pytest.mark.parametrize("parameter", [each.parameter for each in VIEW_FIELDS if each.name not in NEVER_INVALID])
def test_an_invalid_parameter_falls_back_to_its_default_and_is_named(parameter: str) -> None:
    cases = [case for case in CASES if case.get("invalid") == [parameter]]
    (name,) = (each.name for each in VIEW_FIELDS if each.parameter == parameter)
    assert cases
    assert [case["query"] for case in cases if name in case["view"]] == []


def test_a_invalid_parameter_takes_no_other_with_it() -> None:
    view, invalid = view_from_url({"from": "2024-12-08", "lang": "fr", "words": "doha", "to": "?"})
    assert view == View(start=date(2024, 12, 8), words="doha")
    assert invalid == ["to", "lang"]


def test_a_reversed_range_is_dropped_as_a_whole_and_named() -> None:
    view, invalid = view_from_url({"from": "2025-05-17", "to": "2024-12-08", "lang": "ar"})
    assert view == View(language="ar")
    assert invalid == ["from", "to"]


def test_a_range_of_one_day_is_kept() -> None:
    day = date(2024, 12, 8)
    assert view_from_url({"from": "2024-12-08", "to": "2024-12-08"}) == (View(start=day, end=day), [])


def test_a_parameter_that_nobody_knows_is_passed_over() -> None:
    assert view_from_url({"utm_source": "x"}) == (View(), [])


def test_blanks_around_words_are_dropped() -> None:
    assert view_from_url({"words": "  doha "})[0].words == "doha"


def test_a_view_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        View().language = "ar"  # type: ignore[misc] # that is the point


def dates_read(view: dict[str, Any]) -> dict[str, Any]:
    """Return a View of a case as the class has it."""
    days: dict[str, Any] = {name: date.fromisoformat(view[name]) for name in ("start", "end") if name in view}
    if "window" in view:
        days["window"] = tuple(date.fromisoformat(day) for day in view["window"])
    if "annotations" in view:
        rows = view["annotations"]
        days["annotations"] = tuple(Annotation(**(each | {"offset": tuple(each["offset"])})) for each in rows)
    return {name: tuple(each) if isinstance(each, list) else each for name, each in (view | days).items()}


BROWSER = """
  const asText = (values) => {
    const view = { ...defaults, ...values };
    for (const name of ["start", "end"]) if (view[name] !== null) view[name] = isoOf(view[name]);
    if (view.window) view.window = view.window.map(isoOf);
    return Object.fromEntries(Object.entries(view).filter(([name, value]) => !sameValue(value, defaults[name])));
  };
  const defaults = Object.fromEntries(fields.map((field) => [field.name, field.default]));
  const readAndWritten = (query) => {
    const { values, invalid } = readAddress(fields, new URLSearchParams(query));
    return { view: asText(values), invalid, written: writeAddress(fields, { ...defaults, ...values }) };
  };
"""


def read_by_the_browser(queries: list[Any]) -> list[dict[str, Any]]:
    """Return what the browser makes of addresses: text, or parameters by name."""
    made: list[dict[str, Any]] = evaluated(
        ("core/address.js", "core/dates.js"),
        "queries.map(readAndWritten)",
        before=BROWSER,
        fields=looks()["fields"],
        queries=queries,
    )
    return made


@cache
def cases_in_the_browser() -> list[dict[str, Any]]:
    return read_by_the_browser([case["query"] for case in CASES])


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["says"] for case in CASES])
def test_python_and_the_browser_read_and_write_an_address_alike(number: int) -> None:
    case = CASES[number]
    parameters = QueryParams(case["query"])
    expected = {"view": case["view"], "invalid": case.get("invalid", [])}
    expected["written"] = case.get("written", dict(parameters))
    view, invalid = view_from_url(parameters)
    assert {"view": changed(view), "invalid": invalid, "written": view_to_url(view)} == expected
    assert view_to_url(View(**dates_read(case["view"]))) == expected["written"]
    assert cases_in_the_browser()[number] == expected


def a_view(chance: Random) -> View:
    """Return a View with some of everything."""
    days = sorted(date.fromordinal(chance.randint(1, date.max.toordinal())) for _ in range(2))
    texts = ("القائم & Qa’im", "a=b;c", "100%", "+", "<b>", "دمشق #1", "x" * 300)
    keys = [f"key-{number}" for number in range(9)]
    values: dict[str, Any] = {
        "start": days[0],
        "end": days[1],
        "basis": chance.choice(BASES),
        "certainty": chance.choice(CERTAINTIES),
        "themes": tuple(chance.sample((NOTHING, *keys), 3)),
        "actors": tuple(chance.sample(keys, 2)),
        "places": tuple(chance.sample(keys, 1)),
        "kinds": tuple(chance.sample(KINDS, 3)),
        "agreements": tuple(chance.sample((*AGREEMENTS, NOTHING), 2)),
        "layers": tuple(chance.sample(LAYERS, 1)),
        "words": chance.choice(texts),
        "selected": chance.choice(("fall", "place:doha")),
        "extent": chance.choice((True, False)),
        "camera": (
            round(chance.uniform(-90, 90), chance.randint(0, 6)),
            round(chance.uniform(-180, 180), chance.randint(0, 6)),
            round(chance.uniform(0, MOST_ZOOM), 2),
        ),
        "window": (days[0], days[1]),
        "paragraph": chance.randint(1, 32),
        "language": chance.choice(LANGUAGES),
        "appearance": chance.choice((*APPEARANCES, "")),
        "presenting": chance.choice((True, False)),
    }
    return View(**{name: value for name, value in values.items() if chance.random() < 0.5})


def test_any_view_comes_back_from_its_address_in_python_and_in_the_browser() -> None:
    chance = Random(2024)  # noqa: S311, the same Views in every run
    views = [a_view(chance) for _ in range(400)]
    written = [view_to_url(view) for view in views]
    assert [view_from_url(parameters) for parameters in written] == [(view, []) for view in views]
    read = read_by_the_browser(written)
    assert [(each["view"], each["invalid"]) for each in read] == [(changed(view), []) for view in views]
    assert [each["written"] for each in read] == written
    assert [list(each["written"]) for each in read] == [list(parameters) for parameters in written]
    assert len(set(map(str, views))) == len(views)
