"""In which country points lie, and when the base map cannot tell."""

from __future__ import annotations

import pytest

from app.model.gazetteer.borders import side_of
from tests.model.real import the_real_atlas


def point_of(key: str) -> tuple[float, float]:
    place = the_real_atlas().places[key]
    assert place.latitude is not None
    assert place.longitude is not None
    return place.latitude, place.longitude


@pytest.mark.parametrize(
    ("place", "country", "code"),
    [
        ("albu-kamal", "Syria", "SY"),
        ("al-hol-camp", "Syria", "SY"),
        ("al-qaim", "Iraq", "IQ"),
        ("mosul", "Iraq", "IQ"),
        ("baghdad", "Iraq", "IQ"),
        ("tehran", "Iran", "IR"),
        ("ankara", "Turkey", "TR"),
    ],
)
def test_a_place_of_the_essay_lies_in_its_country(place: str, country: str, code: str) -> None:
    side = side_of(*point_of(place))
    assert (side.country, side.code) == (country, code)


# Measured once, on Natural Earth's line before it was simplified.
@pytest.mark.parametrize(
    ("point", "km"),
    [
        ((34.3975, 40.9770), 1.159),  # the crossing of al-Qa’im
        ((34.4523, 40.9185), 6.735),  # Albu Kamal
        ((36.8070, 42.0720), 0.523),  # the crossing of Rabia
        ((33.5058, 38.6178), 20.828),  # al-Tanf
        ((36.3756, 41.1486), 11.739),  # al-Hol
    ],
)
def test_the_distance_to_the_line_is_the_measured_one(point: tuple[float, float], km: float) -> None:
    assert side_of(*point).line_km == pytest.approx(km, abs=0.06)


@pytest.mark.parametrize(("place", "near"), [("al-qaim", True), ("rabia-yaarubiyah", True), ("albu-kamal", False)])
def test_near_the_line_it_is_said_that_the_line_may_be_off(place: str, near: bool) -> None:
    side = side_of(*point_of(place))
    assert side.near_line is near
    said = "within 3.4 km of the line, which is how far the base map’s line may be off" in side.in_words()
    assert said is near


def test_the_sea_is_no_country() -> None:
    side = side_of(*point_of("mediterranean"))
    assert (side.country, side.code) == ("", "")
    assert side.in_words().startswith("in no country of the base map")


def test_what_is_not_on_the_base_map_is_said_to_be_outside_it() -> None:
    side = side_of(*point_of("astana"))
    assert (side.country, side.line_km) == ("", None)
    assert side.in_words() == "outside the base map"


def test_the_poles_and_the_date_line_are_outside_the_base_map_too() -> None:
    for point in [(90.0, 0.0), (-90.0, 180.0), (0.0, -180.0)]:
        assert side_of(*point).in_words() == "outside the base map"


def test_a_disputed_area_is_named() -> None:
    assert "in a disputed area (Golan Heights)" in side_of(33.1, 35.8).in_words()
