"""A View goes into a URL and comes back the same; a spoilt URL is named and never raises."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date
from typing import Any

import pytest

from app.model.view import AGREEMENTS, KINDS, URL_FIELDS, View, view_from_url, view_to_url

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
    "paragraph": (20, "20"),
    "lang": ("ar", "ar"),
    "appearance": ("dark", "dark"),
    "present": (True, "yes"),
}
"""For each parameter of the URL a value other than the default, and its text."""


def test_every_field_of_the_view_has_its_parameter() -> None:
    assert {field for field, _ in URL_FIELDS.values()} == {field.name for field in fields(View)}
    assert len(URL_FIELDS) == len(fields(View))


@pytest.mark.parametrize("parameter", URL_FIELDS)
def test_a_field_comes_back_from_the_url_as_it_went(parameter: str) -> None:
    value, text = CHOSEN[parameter]
    view = replace(View(), **{URL_FIELDS[parameter][0]: value})
    assert view_to_url(view) == {parameter: text}
    assert view_from_url({parameter: text}) == (view, [])


def test_all_fields_together_come_back_as_they_went() -> None:
    view = replace(View(), **{URL_FIELDS[name][0]: value for name, (value, _) in CHOSEN.items()})
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
        "paragraph",
        "appearance",
    ],
)
def test_an_empty_parameter_is_the_default_and_not_spoilt(parameter: str) -> None:
    assert view_from_url({parameter: ""}) == (View(), [])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_chosen(kind: str) -> None:
    assert view_from_url({"kind": kind}) == (View(kinds=(kind,)), [])


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_every_agreement_can_be_chosen(agreement: str) -> None:
    assert view_from_url({"agreement": agreement}) == (View(agreements=(agreement,)), [])


@pytest.mark.parametrize(
    ("parameter", "text"),
    [
        ("from", "2024-13-01"),
        ("from", "08.12.2024"),
        ("to", "2025-02-30"),
        ("to", "yesterday"),
        ("dates", "mine"),
        ("match", "perhaps"),
        ("kind", "visit,party"),
        ("agreement", "<script>"),
        ("layers", "after,tomorrow"),
        ("extent", "all"),
        ("camera", "33,44"),
        ("camera", "nan,44,6"),
        ("camera", "91,44,6"),
        ("camera", "33,44,99"),
        ("camera", "33,44,6,7"),
        ("paragraph", "33"),
        ("paragraph", "0"),
        ("paragraph", "٢٠"),
        ("paragraph", "twenty"),
        ("appearance", "sepia"),
        ("lang", "fr"),
        ("lang", ""),
    ],
)
def test_a_spoilt_parameter_falls_back_to_its_default_and_is_named(parameter: str, text: str) -> None:
    assert view_from_url({parameter: text}) == (View(), [parameter])


def test_a_spoilt_parameter_takes_no_other_with_it() -> None:
    view, spoilt = view_from_url({"from": "2024-12-08", "lang": "fr", "words": "doha", "to": "?"})
    assert view == View(start=date(2024, 12, 8), words="doha")
    assert spoilt == ["to", "lang"]


def test_a_reversed_range_is_dropped_as_a_whole_and_named() -> None:
    view, spoilt = view_from_url({"from": "2025-05-17", "to": "2024-12-08", "lang": "ar"})
    assert view == View(language="ar")
    assert spoilt == ["from", "to"]


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
