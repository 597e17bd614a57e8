"""Years that look like those of the Hijri calendars among years AD, and what they would be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from app.model.problems import REMARK, Problem
from app.model.tables.checks.validation import CheckedTable
from app.model.text.quoting import lines_in_words, quoted

HIJRI_YEARS = range(1300, 1501)
MODERN_YEARS = range(1900, 2101)
_YEAR = re.compile(r"(?<!\d)(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
_LUNAR_BEGAN, _SOLAR_BEGAN = 579, 621
"""Years AD minus Hijri years: of the lunar calendar about 1440, and of the solar one."""
_MAX_SHARE_OF_OTHERS = 0.1
"""Where a larger share of the years lies between both calendars' or elsewhere, the table is one of older history."""
_DATES = ("edtf", "interval")


def hijri_years(tables: Iterable[CheckedTable]) -> Iterator[Problem]:
    """Yield a remark for each column with years from 1300 to 1500 where nearly all other years are of modern times.

    A column that is Hijri in whole stands out against the other columns and tables. Years that would be later than
    all others of the tables by either calendar are nothing of the kind: 1453 would be 2031.
    """
    cells = [
        (table, row.line, column.name, row.cells[column.name])
        for table in tables
        for column in table.table.columns
        if column.type in _DATES
        for row in table.rows
        if row.can_be_read(column.name) and row.cells[column.name]
    ]
    years = [int(found[1]) for *_, cell in cells for found in _YEAR.finditer(cell)]
    modern = [year for year in years if year in MODERN_YEARS]
    others = sum(year not in MODERN_YEARS and year not in HIJRI_YEARS for year in years)
    if not modern or others > _MAX_SHARE_OF_OTHERS * len(years):
        return
    first, last = min(modern) - 1, max(modern) + 1
    invalid: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for table, line, column, cell in cells:
        found = _YEAR.search(cell)
        year = int(found[1]) if found else 0
        if year in HIJRI_YEARS and any(first <= year + shift <= last for shift in (_LUNAR_BEGAN, _SOLAR_BEGAN)):
            invalid.setdefault((table.table.file, column), []).append((line, cell))
    for (file, column), rows in invalid.items():
        yield _remark(file, column, rows)


def _remark(file: str, column: str, rows: list[tuple[int, str]]) -> Problem:
    line, cell = rows[0]
    lines = [each for each, _ in rows]
    many = f"; so on {lines_in_words(lines)}" if len(lines) > 1 else ""
    message = f"{quoted(cell)} looks like a Hijri date: {_readings(cell)}; write the year AD{many}"
    return Problem(file, line, column, message, REMARK, tuple((file, each) for each in lines) if many else ())


def _readings(cell: str) -> str:
    """Say what the first date of a cell would be by either calendar."""
    found = _YEAR.search(cell)
    if not found:
        return ""
    year, month, day = (int(part) if part else 0 for part in found.groups())
    lunar, solar = _in_words(_lunar(year, month, day)), _in_words(_solar(year, month, day))
    return f"{found[0]} AH is about {lunar}, and by the Iranian calendar {solar}"


def _in_words(days: tuple[date, int]) -> str:
    first, precision = days
    return first.isoformat()[: (4, 7, 10)[precision]]


def _lunar(year: int, month: int, day: int) -> tuple[date, int]:
    """Return the first day of a lunar Hijri date, and how exact it is: 0 year, 1 month, 2 day."""
    from hijridate import Hijri  # noqa: PLC0415, hardly ever needed

    try:
        of = Hijri(year, month or 1, day or 1).to_gregorian()
        return date(of.year, of.month, of.day), (month > 0) + (day > 0)
    except (ValueError, OverflowError):  # the library knows 1343 to 1500
        return date(round(year * 0.970224 + 621.5774), 1, 1), 0


def _solar(year: int, month: int, day: int) -> tuple[date, int]:
    """Return the first day of a date of the Iranian calendar, and how exact it is, as for the lunar one."""
    import jdatetime  # noqa: PLC0415, hardly ever needed

    try:
        of = jdatetime.date(year, month or 1, day or 1).togregorian()
        return date(of.year, of.month, of.day), (month > 0) + (day > 0)
    except ValueError:
        return date(year + _SOLAR_BEGAN, 1, 1), 0
