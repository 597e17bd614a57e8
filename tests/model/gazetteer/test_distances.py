"""Distances on the ellipsoid WGS84, against known values."""

from __future__ import annotations

import pytest

from app.model.gazetteer.distances import distance_km, geodesic_km, rough_km
from tests.model.made_up import a_place


@pytest.mark.parametrize(
    ("start", "end", "km"),
    [
        ((0.0, 0.0), (0.0, 1.0), 111.319),  # a degree of longitude at the equator
        ((0.0, 0.0), (1.0, 0.0), 110.574),  # a degree of latitude there
        ((89.0, 0.0), (90.0, 0.0), 111.694),  # and at the pole
        ((0.0, 179.5), (0.0, -179.5), 111.319),  # across the date line
    ],
)
def test_a_degree_is_as_long_as_the_ellipsoid_makes_it(
    start: tuple[float, float], end: tuple[float, float], km: float
) -> None:
    assert distance_km(a_place("start", *start), a_place("end", *end)) == pytest.approx(km, abs=0.001)


def test_baghdad_and_damascus_are_some_750_km_apart_either_way() -> None:
    baghdad, damascus = a_place("baghdad", 33.3406, 44.4009), a_place("damascus", 33.5102, 36.2913)
    assert distance_km(baghdad, damascus) == pytest.approx(754, abs=3)
    assert distance_km(damascus, baghdad) == distance_km(baghdad, damascus)


def test_a_place_is_at_no_distance_from_itself() -> None:
    assert distance_km(a_place("doha"), a_place("doha")) == 0


@pytest.mark.parametrize("point", [(None, None), (33.0, None), (None, 44.0)])
def test_there_is_no_distance_to_a_place_without_a_point(point: tuple[float | None, float | None]) -> None:
    assert distance_km(a_place("somewhere"), a_place("nowhere", *point)) is None
    assert distance_km(a_place("nowhere", *point), a_place("somewhere")) is None


@pytest.mark.parametrize("end", [(33.5102, 36.2913), (51.1801, 71.4460), (-10.0, -170.0)])
def test_the_rough_distance_is_within_half_a_per_cent(end: tuple[float, float]) -> None:
    baghdad = (33.3406, 44.4009)
    assert rough_km(baghdad, end) == pytest.approx(geodesic_km(baghdad, end), rel=0.006)
