"""Points against country codes: what is named, and what is left alone because nobody can say."""

from __future__ import annotations

import pytest

from app.model.gazetteer.countries import country_at, country_name, km_from_country
from app.model.tables.checks.row_checks import check_rules
from tests.model.tables.checked_tables import Change, checked_tables

SPOON = ("places", "spoon-city")


def said(latitude: str, longitude: str, countries: str, radius_km: str = "8") -> list[str]:
    changes: list[Change] = [
        (*SPOON, "latitude", latitude),
        (*SPOON, "longitude", longitude),
        (*SPOON, "countries", countries),
        (*SPOON, "radius_km", radius_km),
    ]
    return [problem.message for problem in check_rules(checked_tables(*changes))]


def test_a_point_lies_in_its_country_and_a_known_distance_from_another() -> None:
    baghdad = (33.34, 44.40)
    there = country_at(baghdad)
    assert there
    assert (there.name, there.code) == ("Iraq", "IQ")
    assert km_from_country("IQ", baghdad) == 0
    assert 300 < (km_from_country("SY", baghdad) or 0) < 400
    assert km_from_country("XA", baghdad) is None
    assert country_at((35.0, 30.0)) is None
    assert country_name("US") == "United States of America"


@pytest.mark.parametrize(
    ("latitude", "longitude", "countries", "radius_km"),
    [
        ("36.34", "43.13", "IQ", "8"),
        ("34.40", "40.98", "IQ;SY", "2"),  # a crossing between two
        ("35.21", "35.30", "SY", "60"),  # at sea, and its radius reaches the coast
        ("44.95", "34.10", "UA", "5"),  # land that two countries claim
        ("33.13", "35.80", "SY", "5"),
        ("10.5", "40.5", "XA", "8"),  # a code for private use
        ("-29.6", "28.2", "LS", "5"),
        ("-17.8", "178.4", "FJ", "5"),
    ],
)
def test_a_point_where_its_row_says_is_left_alone(
    latitude: str, longitude: str, countries: str, radius_km: str
) -> None:
    assert said(latitude, longitude, countries, radius_km) == []


@pytest.mark.parametrize(
    ("latitude", "longitude", "countries", "end"),
    [
        ("36.34", "51.13", "IQ", "lies in Iran, and the row says IQ; correct the point or the countries"),
        ("34.40", "-40.98", "IQ;SY", "is a minus sign too many? (34.4, 40.98) lies in Iraq or Syria"),
        ("33.45", "70.67", "CL", "is a minus sign lost? (-33.45, -70.67) lies in Chile"),
        ("43.13", "36.34", "IQ", "are latitude and longitude swapped? (36.34, 43.13) lies in Iraq"),
        ("48.86", "-80.0", "FR", "lies in Canada, and the row says FR; correct the point or the countries"),
    ],
)
def test_a_point_elsewhere_is_named_once_with_the_slip_that_explains_it(
    latitude: str, longitude: str, countries: str, end: str
) -> None:
    (message,) = said(latitude, longitude, countries)
    assert message.endswith(end)
