"""Rules of points on the map: both coordinates or none, sources that agree, no slip that moved one far away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from statistics import median

from app.model.gazetteer.distances import Point, geodesic_km, rough_km
from app.model.problems import Problem
from app.model.tables.cells.column_types import list_cell
from app.model.tables.cells.degrees import SWAPPED, with_other_signs
from app.model.tables.checks.validation import CheckedTable, Row

TOLERANCE_KM = 0.1
"""Maximum difference between `sources_apart_km` and the distance of the two points, km."""
_FAR_KM = 150.0
"""A point no farther than this from its neighbours is in its place."""
_MUCH_NEARER = 3.0
"""A point is thought to be moved by a slip where undoing that brings it this many times nearer to its neighbours."""


@dataclass(frozen=True)
class _Reach:
    """A point and how far around it is still the same place."""

    point: Point
    """Latitude and longitude, degrees."""
    radius_km: float
    """Reach of a region or country; 0 for a point alone."""


@dataclass(frozen=True)
class _Slip:
    """What may have moved a point."""

    undone: Point
    """Where the point would be without it: latitude and longitude, degrees."""
    question: str
    """The slip as a question to the editor."""


def half_points(row: Row) -> Iterator[tuple[str, str]]:
    """Say which one of two coordinates is empty, and what is lost by it."""
    losses = {"": "so that the place is not on the map", "second_": "so that the second source has no point"}
    for prefix, loss in losses.items():
        pair = (f"{prefix}latitude", f"{prefix}longitude")
        empty = [column for column in pair if row.can_be_read(*pair) and not row[column]]
        if len(empty) == 1:
            yield empty[0], f"one coordinate stands without the other, {loss}; fill in both or neither"


def second_source(row: Row) -> Iterator[tuple[str, str]]:
    """Say where the second point, its source and the distance to it do not stand together."""
    has_point = bool(row["second_latitude"] or row["second_longitude"])
    if has_point and not row["second_source"]:
        yield "second_source", "a second point stands without its source; name it here, or empty the point"
    if row["sources_apart_km"] and not has_point:
        mend = "fill in second_latitude and second_longitude, or empty sources_apart_km"
        yield "second_latitude", f"a distance of two sources stands without the second point; {mend}"


def sources_apart(row: Row) -> Iterator[tuple[str, str]]:
    """Say where the distance of the two sources is not what the row says or allows."""
    first, second = _point(row), _point(row, "second_")
    if not first or not second:
        return
    apart_km = geodesic_km(first, second)
    if row.can_be_read("sources_apart_km") and row["sources_apart_km"]:
        said_km = float(row["sources_apart_km"])
        if abs(said_km - apart_km) > TOLERANCE_KM:
            yield "sources_apart_km", f"the two points are {apart_km:.2f} km apart; write that, or mend the points"
    if apart_km > float(row["radius_km"]):
        least = ceil(apart_km * 10) / 10
        apart = f"the two sources lie {apart_km:.1f} km apart, farther than the radius"
        yield "radius_km", f"{apart}; write {least:.1f} or more, or mend the points"


def displaced_places(places: CheckedTable, known: Collection[int] = ()) -> Iterator[Problem]:
    """Yield a problem for each place that is far from the others of its country, and near them after a usual slip.

    The slips are swapped coordinates and a wrong sign. Lines in `known` have their problem already.
    """
    reaches = _reaches(places)
    centre = _centre(reaches)
    countries = {row.line: set(list_cell(row["countries"])) for row in places.rows if row.can_be_read("countries")}
    for line, reach in reaches.items():
        codes = countries.get(line, set())
        others = [other for at, other in reaches.items() if at != line and codes & countries.get(at, set())]
        if line not in known and (slip := _slip(reach.point, others, centre)):
            yield _displaced(places, line, reach.point, "the other places of its country", slip)


def displaced_waypoints(waypoints: CheckedTable, places: CheckedTable) -> Iterator[Problem]:
    """Yield a problem for each waypoint that is far from those beside it, and near them after a usual slip."""
    reaches = _reaches(waypoints)
    centre = _centre(_reaches(places) or reaches)
    in_order = [row for row in waypoints.rows if row.line in reaches and row.can_be_read("route", "order")]
    in_order.sort(key=lambda row: (row["route"], int(row["order"])))
    for _, way in groupby(in_order, key=lambda row: row["route"]):
        stops = [(row.line, reaches[row.line]) for row in way]
        for at, (line, reach) in enumerate(stops):
            beside = [other for _, other in (*stops[max(at - 1, 0) : at], *stops[at + 1 : at + 2])]
            if slip := _slip(reach.point, beside, centre):
                yield _displaced(waypoints, line, reach.point, "its neighbours on the route", slip)


def _reaches(table: CheckedTable) -> dict[int, _Reach]:
    """Return point and radius of the rows that have a point, by line; a waypoint has no radius."""
    reaches = {}
    for row in table.rows:
        if row.can_be_read("latitude", "longitude", "radius_km") and (point := _point(row)):
            reaches[row.line] = _Reach(point, float(row.cells.get("radius_km", 0)))
    return reaches


def _centre(reaches: Mapping[int, _Reach]) -> Point:
    points = [reach.point for reach in reaches.values()] or [(0.0, 0.0)]
    return median(latitude for latitude, _ in points), median(longitude for _, longitude in points)


def _point(row: Row, prefix: str = "") -> Point | None:
    latitude, longitude = row[f"{prefix}latitude"], row[f"{prefix}longitude"]
    return (float(latitude), float(longitude)) if latitude and longitude else None


def _slip(point: Point, neighbours: Sequence[_Reach], centre: Point) -> _Slip | None:
    """Return the slip that has moved a point far from all neighbours: undone, it is near one and nearer to the centre.

    The centre of the table decides between two points of which one is moved: each then looks moved to the other.
    """
    latitude, longitude = point
    if not neighbours or _nearest_km(neighbours, point) <= _FAR_KM:
        return None
    slips = [
        _Slip((longitude, latitude), SWAPPED),
        *(_Slip(other, "is a minus sign lost, or one too many?") for other in with_other_signs(point)),
    ]
    possible = [slip for slip in slips if abs(slip.undone[0]) <= 90]
    best = min(possible, key=lambda slip: _nearest_km(neighbours, slip.undone))
    much_nearer = _nearest_km(neighbours, best.undone) * _MUCH_NEARER < _nearest_km(neighbours, point)
    return best if much_nearer and rough_km(centre, best.undone) < rough_km(centre, point) else None


def _nearest_km(neighbours: Sequence[_Reach], point: Point) -> float:
    return min(_km_to(near, point) for near in neighbours)


def _km_to(reach: _Reach, point: Point) -> float:
    """Return how far a point lies outside the reach of another, km."""
    return max(0.0, rough_km(reach.point, point) - reach.radius_km)


def _displaced(table: CheckedTable, line: int, point: Point, neighbours: str, slip: _Slip) -> Problem:
    latitude, longitude = slip.undone
    message = f"({point[0]:g}, {point[1]:g}) is far from {neighbours}, and ({latitude:g}, {longitude:g}) is near them"
    return Problem(table.table.file, line, "latitude", f"{message}; {slip.question}")
