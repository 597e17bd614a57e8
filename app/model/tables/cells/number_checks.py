"""What is wrong with a cell that should hold a number, and how to write it."""

from __future__ import annotations

import re
from math import isfinite

from app.model.tables.cells.degrees import degrees_mend, number_in_plain_figures
from app.model.tables.columns import Column
from app.model.text.quoting import quoted

_DEGREES = re.compile(
    r"(?P<before>[NSEW])?\s*(?P<degrees>\d{1,3}(?:[.,]\d+)?)\s*°?\s*"
    r"(?:(?P<minutes>\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*)?"
    r"(?:(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:[\"″”]|''|′′)\s*)?(?P<after>[NSEW])?",
    re.ASCII | re.IGNORECASE,
)
_TWO_NUMBERS = re.compile(r"-?\d+\.\d+°?\s*[,; ]\s*-?\d+\.\d+°?", re.ASCII)


def number_fault(column: Column, cell: str) -> str:
    """Return why the cell is no number within the column's bounds, with the mend, or nothing."""
    try:
        number = float(cell)
        if column.type == "integer":
            int(cell)
    except ValueError:
        kind = "whole number" if column.type == "integer" else "number with a decimal point"
        return f"{quoted(cell)} is no {kind}" + _mend(column, cell)
    if not isfinite(number) or "_" in cell or not cell.isascii():
        return f"{quoted(cell)} is no number" + _mend(column, cell)
    if column.minimum is not None and number < column.minimum:
        return f"{cell[:30]} is less than {column.minimum:g}" + _bounds_mend(column, cell)
    if column.maximum is not None and number > column.maximum:
        return f"{cell[:30]} is more than {column.maximum:g}" + _bounds_mend(column, cell)
    return ""


def _mend(column: Column, cell: str) -> str:  # noqa: PLR0911, a way to write it for each way not to
    """Return how to write what was most likely meant, after a semicolon."""
    is_degrees = column.name.endswith(("latitude", "longitude"))
    ungrouped = _without_repeated_points(cell) if is_degrees else ""
    if plain := number_in_plain_figures(cell) or ungrouped:
        return f"; write {plain}"
    if column.type == "integer":
        return "; write it in figures, without a point"
    if is_degrees and _TWO_NUMBERS.fullmatch(cell):
        return "; latitude and longitude have a column each"
    if re.fullmatch(r"[+-]?\d+,\d+", cell, re.ASCII):
        with_point = cell.replace(",", ".")
        if not is_degrees and re.fullmatch(r"[+-]?\d{1,3},\d{3}", cell, re.ASCII):
            return f"; write {cell.replace(',', '')} without a comma, or {with_point} with a point"
        return f"; write {with_point}"
    if is_degrees:
        decimal = _decimal_degrees(cell)
        return f"; write decimal degrees with a point{f': {decimal}' if decimal else ', such as 33.3406'}"
    return "; write it in figures, without the unit"


def _without_repeated_points(cell: str) -> str:
    """Return the number of a cell such as `33.340.600`, in which points group the decimals; else nothing."""
    found = re.fullmatch(r"([+-]?\d{1,3})(([.,])\d{3}(?:\3\d{1,3})+)", cell, re.ASCII)
    return f"{found[1]}.{found[2].replace(found[3], '')}".rstrip("0").removesuffix(".") if found else ""


def _decimal_degrees(cell: str) -> str:
    """Return degrees, minutes and seconds as decimal degrees with four decimals, or nothing where it is none of it."""
    found = _DEGREES.fullmatch(cell.strip())
    if not found or (found["before"] and found["after"]):
        return ""
    degrees, minutes, seconds = (
        float((found[part] or "0").replace(",", ".")) for part in ("degrees", "minutes", "seconds")
    )
    if minutes >= 60 or seconds >= 60:
        return ""
    sign = -1 if (found["before"] or found["after"] or "").upper() in ("S", "W") else 1
    return f"{sign * (degrees + minutes / 60 + seconds / 3600):.4f}"


def _bounds_mend(column: Column, cell: str) -> str:
    if column.name.endswith(("latitude", "longitude")):
        return "; " + degrees_mend(cell, is_latitude=column.name.endswith("latitude"))
    bounds = [f"{bound:g}" for bound in (column.minimum, column.maximum) if bound is not None]
    return f"; write a number from {bounds[0]} to {bounds[1]}" if len(bounds) == 2 else f"; write {bounds[0]} or more"
