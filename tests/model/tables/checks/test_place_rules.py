"""Rules of points on the map: half points, second sources, and latitude and longitude in each other's place."""

from __future__ import annotations

import pytest

from app.model.tables.checks.place_rules import displaced_places, displaced_waypoints
from app.model.tables.checks.row_checks import check_rules
from app.model.tables.checks.validation import CheckedTable
from app.model.tables.files.csv_reader import read_table
from tests.model.real import DATA
from tests.model.tables.checked_tables import Change, checked_tables
from tests.model.tables.checks.test_cell_checks import BY_FILE

SPOON = ("places", "spoon-city")
LAMP = ("places", "lamp-town")


def broken(*changes: Change) -> list[tuple[str, int, str]]:
    return [(each.file, each.line, each.column) for each in check_rules(checked_tables(*changes))]


@pytest.mark.parametrize("prefix", ["", "second_"])
@pytest.mark.parametrize("axis", ["latitude", "longitude"])
def test_of_half_a_point_the_empty_half_is_named(prefix: str, axis: str) -> None:
    assert broken((*LAMP, f"{prefix}{axis}", "")) == [("places.csv", 2, f"{prefix}{axis}")]


def test_a_half_that_is_faulty_is_not_called_missing() -> None:
    assert broken((*SPOON, "latitude", "95")) == []


def test_a_second_point_needs_a_source() -> None:
    assert broken((*LAMP, "second_source", "")) == [("places.csv", 2, "second_source")]


def test_a_distance_needs_a_second_point_and_a_second_source_alone_does_not() -> None:
    no_point: list[Change] = [(*LAMP, "second_latitude", ""), (*LAMP, "second_longitude", "")]
    assert broken(*no_point) == [("places.csv", 2, "second_latitude")]
    assert broken(*no_point, (*LAMP, "sources_apart_km", "")) == []


@pytest.mark.parametrize("said_km", ["2.38", "2.47", "2.56", ""])
def test_a_distance_may_be_rounded_or_left_out(said_km: str) -> None:
    assert broken((*LAMP, "sources_apart_km", said_km)) == []


@pytest.mark.parametrize("said_km", ["2.36", "2.58", "0", "24.7"])
def test_a_distance_that_is_not_that_of_the_two_points_is_named_with_the_right_one(said_km: str) -> None:
    (problem,) = check_rules(checked_tables((*LAMP, "sources_apart_km", said_km)))
    assert problem.column == "sources_apart_km"
    assert problem.message == "the two points are 2.47 km apart; write that, or mend the points"


@pytest.mark.parametrize("radius_km", ["2.4", "0"])
def test_a_radius_must_reach_the_second_source(radius_km: str) -> None:
    (problem,) = check_rules(checked_tables((*LAMP, "radius_km", radius_km)))
    assert problem.column == "radius_km"
    assert "the two sources lie 2.5 km apart" in problem.message
    assert "write 2.5 or more" in problem.message
    assert broken((*LAMP, "radius_km", "2.5")) == []


def test_a_wrong_distance_beside_an_unreadable_radius_is_still_named() -> None:
    assert broken((*LAMP, "radius_km", "wide"), (*LAMP, "sources_apart_km", "9")) == [
        ("places.csv", 2, "sources_apart_km")
    ]


def test_a_place_swapped_away_from_its_country_is_named_and_no_other() -> None:
    assert broken((*SPOON, "latitude", "40.5"), (*SPOON, "longitude", "10.5")) == [("places.csv", 3, "latitude")]


def test_a_place_far_from_its_country_that_a_swap_would_not_bring_back_is_left_alone() -> None:
    assert broken((*SPOON, "latitude", "-20"), (*SPOON, "longitude", "70")) == []


def test_a_swapped_place_without_others_of_its_country_is_left_alone() -> None:
    assert broken((*SPOON, "latitude", "40.5"), (*SPOON, "longitude", "10.5"), (*SPOON, "countries", "XC")) == []


def test_of_two_places_of_a_country_the_one_that_is_swapped_is_named() -> None:
    alone: list[Change] = [(*LAMP, "countries", "XC"), (*SPOON, "countries", "XC")]
    assert broken(*alone, (*SPOON, "latitude", "40.5"), (*SPOON, "longitude", "10.5")) == [
        ("places.csv", 3, "latitude")
    ]


def test_a_swapped_waypoint_is_named_at_the_end_of_a_route_too() -> None:
    end = ("route_points", "tea-rail-2")
    assert broken((*end, "latitude", "44"), (*end, "longitude", "12")) == [("route_points.csv", 6, "latitude")]


@pytest.mark.parametrize(("latitude", "longitude"), [("12", "-42"), ("-12", "42"), ("-12", "-42")])
def test_a_waypoint_with_a_wrong_sign_is_named_with_the_right_one(latitude: str, longitude: str) -> None:
    waypoint = ("route_points", "tea-rail-2")
    (problem,) = check_rules(checked_tables((*waypoint, "latitude", latitude), (*waypoint, "longitude", longitude)))
    assert problem.message.endswith("(12, 42) is near them; is a minus sign lost, or one too many?")


def test_no_real_place_seems_swapped_until_it_is() -> None:
    tables = {name: checked(name) for name in ("places", "route_points")}
    assert swapped(tables) == []
    frame = tables["places"].frame
    lines = [line for line in frame.index if frame.loc[line, "id"] in ("baghdad", "damascus", "doha", "riyadh")]
    for line in lines:
        turned = frame.copy()
        turned.loc[line, ["latitude", "longitude"]] = frame.loc[line, ["longitude", "latitude"]].to_numpy()
        assert swapped(tables | {"places": CheckedTable(BY_FILE["places.csv"], turned)}) == [("places.csv", line)]
    assert len(lines) == 4


def checked(name: str) -> CheckedTable:
    table = BY_FILE[f"{name}.csv"]
    return CheckedTable(table, read_table(DATA, table)[0])


def swapped(tables: dict[str, CheckedTable]) -> list[tuple[str, int]]:
    found = [*displaced_places(tables["places"]), *displaced_waypoints(tables["route_points"], tables["places"])]
    return [(problem.file, problem.line) for problem in found]
