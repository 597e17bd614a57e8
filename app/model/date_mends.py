"""What an editor most likely meant by a text that is no EDTF date."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

_IN_FIGURES = re.compile(r"(\d{1,4})[/.\- ](\d{1,2})[/.\- ](\d{1,4})", re.ASCII)
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}.*", re.ASCII)
_SERIAL = re.compile(r"(\d{5})([.,]\d+)?", re.ASCII)
_SIDE = r"(\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?)"
_TWO_SIDES = re.compile(rf"{_SIDE}(?: *- *| +to +){_SIDE}", re.ASCII)
_DAY_ZERO_OF_SPREADSHEETS = date(1899, 12, 30)
_USUAL_SERIALS = range(15_000, 80_000)
"""Serial numbers of days from 1941 to 2119."""
_EXAMPLES = "write 2024-12-26, 2024-12, 2024, 198X, 2025~ or 2011/.."


def date_mend(text: str) -> str:
    """Return what to write instead of the whole cell `text`, where it is a date in another form; else nothing."""
    if with_time := _WITH_TIME.fullmatch(text):
        return f"write the day without the time: {with_time[1]}"
    serial = _SERIAL.fullmatch(text)
    if serial and int(serial[1]) in _USUAL_SERIALS:
        day = _DAY_ZERO_OF_SPREADSHEETS + timedelta(days=int(serial[1]))
        return f"it is a spreadsheet's number of a day, {day}: format the column as text and write {day}"
    plain = "".join(_plain(letter) for letter in text)
    if sides := _TWO_SIDES.fullmatch(plain):
        return f"write an interval with a slash: {sides[1]}/{sides[2]}"
    if plain != text and plain.isascii():
        return f"write it with the figures 0 to 9 and with hyphens: {plain}"
    figures = _IN_FIGURES.fullmatch(text)
    if not figures or re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text):
        return ""
    return _reordered(*figures.groups())


def side_mend(side: str, *, in_pattern: bool) -> str:
    """Return what is most likely wrong with one side of a date; `in_pattern` where its form is that of EDTF."""
    if side.startswith(("-", "0000")):
        return "years before the year 1 are not drawn"
    if re.fullmatch(r"\d{4}-\d{1,2}(-\d{1,2})?[~?%]?", side) and not in_pattern:
        return "write month and day with two figures: 2024-01-05"
    parts = side.rstrip("~?%").split("-")
    if len(parts) > 1 and parts[1].isdecimal() and not 1 <= int(parts[1][:9]) <= 12:
        return "the month is 01 to 12"
    if len(parts) > 2 and all(part.isdecimal() for part in parts):
        return "there is no such day in that month"
    return _EXAMPLES


def _reordered(first: str, second: str, third: str) -> str:
    """Say how to write three numbers that stand for a day in another order than year, month, day."""
    if len(first) == 4:
        days = [_day(first, second, third)]
    elif len(third) == 4:
        days = [_day(third, second, first), _day(third, first, second)]
    else:
        return "write the year with four figures, then month and day, such as 2024-12-26"
    possible = sorted({day for day in days if day}, reverse=True)
    if len(possible) == 2:
        day_first, month_first = days
        return f"it may mean {day_first} (day first) or {month_first} (month first): write the one that is meant"
    return f"write year, month, day: {possible[0]}" if possible else "write year, month, day, such as 2024-12-26"


def _plain(letter: str) -> str:
    """Return a figure of another script as one of 0 to 9, a dash as a hyphen, and all else as it is."""
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    return "-" if unicodedata.category(letter) == "Pd" or letter == "−" else letter


def _day(year: str, month: str, day: str) -> str:
    """Return the day in ISO 8601, or nothing where there is none."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
