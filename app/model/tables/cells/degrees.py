"""What an editor most likely meant by a number that cannot be a latitude or a longitude."""

from __future__ import annotations

import re
import unicodedata
from math import atan, degrees, pi, sinh

from app.model.gazetteer.distances import Point

_WEB_MERCATOR_HALF_M = 20_037_508.34
"""Half the width of the Web Mercator projection (EPSG:3857), metres."""
SWAPPED = "are latitude and longitude swapped?"
_MINUS_SIGNS = (
    "\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{FIGURE DASH}\N{SMALL HYPHEN-MINUS}\N{FULLWIDTH HYPHEN-MINUS}"
)
_POINTS = "\N{ARABIC DECIMAL SEPARATOR}\N{FULLWIDTH FULL STOP}"
_GROUPING = "\N{ARABIC THOUSANDS SEPARATOR}\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"


def with_other_signs(point: Point) -> tuple[Point, Point, Point]:
    """Return latitude and longitude with the sign of one or of both changed: a minus may be lost, or one too many."""
    latitude, longitude = point
    return (latitude, -longitude), (-latitude, longitude), (-latitude, -longitude)


def number_in_plain_figures(cell: str) -> str:
    """Return a number written with figures or signs of another script in ASCII, or nothing where it is none."""
    if cell.isascii():
        return ""
    plain = "".join(_plain(letter) for letter in cell)
    return plain if re.fullmatch(r"[+-]?\d+(\.\d+)?", plain, re.ASCII) else ""


def degrees_mend(cell: str, *, is_latitude: bool) -> str:
    """Return what to write instead of a number beyond the bounds of a latitude or a longitude."""
    limit = 90 if is_latitude else 180
    number = abs(float(cell))
    sign = "-" if cell.strip().startswith("-") else ""
    if is_latitude and number <= 180:
        return SWAPPED
    if not is_latitude and number <= 360:
        turned = float(cell) + (360 if sign else -360)
        return f"longitudes run from -180 to 180: write {turned:g}"
    digits = re.fullmatch(r"[+-]?(\d+)(?:\.0*)?", cell.strip(), re.ASCII)
    if digits and len(digits[1]) >= 9:
        scaled = number / 1e7 if number / 1e7 <= limit else number / 1e8
        if scaled <= limit:
            return f"it seems to be degrees times {number / scaled:.0f}: write {sign}{_short(scaled)}"
    restored = [f"{sign}{text}" for text in _with_point(digits[1], limit)] if digits else []
    if restored:
        lost = f"is the decimal point lost? Write {' or '.join(restored)}"
        return f"{lost}, or convert it to degrees (WGS84) if it is metres of a projection" if number >= 1000 else lost
    return _projected(sign, number, is_latitude=is_latitude) or f"write decimal degrees from {-limit} to {limit}"


def swap_fits(latitude: str, longitude: str) -> bool:
    """Return True where the two cells, each in the other's place, would be a latitude and a longitude."""
    try:
        return abs(float(longitude)) <= 90 and abs(float(latitude)) <= 180
    except ValueError:
        return False


def _plain(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if letter in _MINUS_SIGNS:
        return "-"
    if letter in _POINTS:
        return "."
    return "" if letter in _GROUPING or unicodedata.category(letter) == "Cf" else letter


def _with_point(digits: str, limit: int) -> list[str]:
    """Return the degrees that the digits may mean with a decimal point put back: two figures before it come first."""
    possible = [f"{digits[:at]}.{digits[at:]}" for at in (2, 3, 1) if len(digits) > at and digits[0] != "0"]
    return [text for text in possible if float(text) <= limit][:2]


def _projected(sign: str, number: float, *, is_latitude: bool) -> str:
    """Return that the number may be metres of a projection, with its degrees where Web Mercator has such a number."""
    if not 1000 <= number <= _WEB_MERCATOR_HALF_M:
        return ""
    turn = number / _WEB_MERCATOR_HALF_M
    value = degrees(atan(sinh(turn * pi))) if is_latitude else turn * 180
    web_mercator = f"read as Web Mercator (EPSG:3857) it is {sign}{value:.4f}, UTM needs its zone too"
    return f"it seems to be metres of a projection; convert it to degrees (WGS84): {web_mercator}"


def _short(number: float) -> str:
    return f"{number:.7f}".rstrip("0").rstrip(".")
