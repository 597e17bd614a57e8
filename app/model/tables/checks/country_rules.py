"""Rules of points against the country codes of their row: another country, a lost minus, an empty point at 0, 0."""

from __future__ import annotations

from collections.abc import Iterator

from app.model.gazetteer.countries import OUTLINE_ERROR_KM, country_at, country_name, km_from_country
from app.model.gazetteer.distances import Point
from app.model.problems import Problem
from app.model.tables.cells.column_types import list_cell
from app.model.tables.cells.degrees import SWAPPED, with_other_signs
from app.model.tables.checks.validation import CheckedTable, Row

_CLAIMED_BY_OTHERS = frozenset(
    {
        frozenset(pair)
        for pair in (
            ("RU", "UA"), ("MA", "EH"), ("IN", "PK"), ("IN", "CN"), ("IL", "SY"), ("IL", "PS"), ("IL", "LB"),
            ("RS", "XK"), ("CN", "TW"), ("CY", ""), ("SO", ""), ("GE", "RU"), ("MD", "UA"), ("SD", "SS"), ("SD", "EG"),
            ("FK", "AR"), ("GS", "AR"), ("ES", "GI"), ("FR", "KM"), ("JP", "RU"), ("VE", "GY"), ("TR", ""),
        )
    }
)  # fmt: skip
"""Pairs of countries that both claim some land: the outlines follow control, and a row may follow a claim."""


def zero_points(table: CheckedTable) -> Iterator[Problem]:
    """Yield a problem for each point at 0, 0, which is what programs write for a place that they do not know."""
    latitudes = [column for column in table.table.columns if column.name.endswith("latitude")]

    def rule(row: Row) -> Iterator[tuple[str, str]]:
        for column in latitudes:
            pair = (column.name, f"{column.name.removesuffix('latitude')}longitude")
            if row.can_be_read(*pair) and all(row[name] and float(row[name]) == 0 for name in pair):
                mend = "write the point that is meant" if column.required else "empty both cells"
                yield column.name, f"0, 0 stands for an unknown point and lies in the Atlantic; {mend}"

    yield from table.check(rule)


def points_elsewhere(places: CheckedTable) -> Iterator[Problem]:
    """Yield a problem for each place that lies, radius included, in none of the countries that its row names.

    Codes without an outline, and land that the two countries both claim, are left alone.
    """

    def rule(row: Row) -> Iterator[tuple[str, str]]:
        codes = list_cell(row["countries"])
        if not codes or not row["latitude"] or not row["longitude"]:
            return
        point = (float(row["latitude"]), float(row["longitude"]))
        slack_km = float(row["radius_km"]) + OUTLINE_ERROR_KM
        if point == (0, 0) or _lies_in(codes, point, slack_km) is not False:
            return
        there = country_at(point)
        if there and any(frozenset({there.code, code}) in _CLAIMED_BY_OTHERS for code in codes):
            return
        where = f"lies in {there.name}" if there else "lies at sea"
        said = " and ".join(codes)
        yield "latitude", f"({point[0]:g}, {point[1]:g}) {where}, and the row says {said}; {_mend(codes, point)}"

    yield from places.check(rule)


def _lies_in(codes: list[str] | tuple[str, ...], point: Point, slack_km: float = OUTLINE_ERROR_KM) -> bool | None:
    """Return whether a point lies in or near one of the countries; None where an outline of them is missing."""
    distances_km = [km_from_country(code, point) for code in codes]
    known_km = [km for km in distances_km if km is not None]
    if any(km <= slack_km for km in known_km):
        return True
    return None if len(known_km) < len(codes) else False


def _mend(codes: tuple[str, ...], point: Point) -> str:
    """Return what to write instead: the same figures with another sign, or swapped, where that lies in the country."""
    latitude, longitude = point
    names = " or ".join(country_name(code) for code in codes)
    changed: list[tuple[Point, str]] = []
    for other in with_other_signs(point):
        more_minus = sum(side < 0 for side in other) > sum(side < 0 for side in point)
        changed.append((other, "is a minus sign lost?" if more_minus else "is a minus sign too many?"))
    if abs(longitude) <= 90:
        changed.append(((longitude, latitude), SWAPPED))
    for other, question in changed:
        if _lies_in(codes, other):
            return f"{question} ({other[0]:g}, {other[1]:g}) lies in {names}"
    return "correct the point or the countries"
