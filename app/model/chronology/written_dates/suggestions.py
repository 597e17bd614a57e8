"""What to write instead of a text that is no EDTF date: the exact EDTF, and each reading where there are several."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.model.chronology.date_sides import has_form, is_edtf
from app.model.chronology.written_dates.intervals import read_interval, read_open_interval
from app.model.chronology.written_dates.month_names import folded
from app.model.chronology.written_dates.placeholders import LEAVE_EMPTY, placeholder_fault
from app.model.chronology.written_dates.readings import Found
from app.model.chronology.written_dates.sides import read_marked

EXAMPLES = "write 2024-12-26, 2024-12, 2024, 198X, 2025~ or 2011/.."

_LONGEST = 90
"""Longer texts are sentences, and are not searched for a date."""

_SERIAL = re.compile(r"(\d{5})([.,]\d+)?", re.ASCII)

_USUAL_SERIALS = range(10_000, 80_000)
"""A spreadsheet's numbers of the days from 1927 to 2119."""

_DAYS_ZERO = {1900: date(1899, 12, 30), 1904: date(1904, 1, 1)}
"""The two systems of spreadsheets; which one a file had cannot be seen from the number."""

_NO_DATE = re.compile(
    r"n\.? ?d\.?|n/?a|s\.? ?d\.?|o\.? ?d\.?|unknown|undated|no date|none|null|nil|tb[ad]|-+|\?+|\.+|unbekannt|inconnue?"
    r"|sans date|ohne datum|غير معروف|غير معلوم|بدون تاريخ|بلا تاريخ|مجهول|0000-00-00|9999-12-31|9999-99-99"
)

_OTHER_CALENDAR = re.compile(
    r"(?<![^\W\d_])(?:a\.?h\.?|هـ?|هجري(?:ه)?|hijri|محرم|صفر|ربيع (?:ال)?(?:اول|اخر|ثاني)|جماد[يه] \w+|رجب|شعبان|رمضان"
    r"|شوال|ذو ال\w+|ذي ال\w+|muharram|safar|rajab|sha'?ban|ramadan|shawwal|dhu ?al-?\w+|شمسي|ه\.ش|فروردين|ارديبهشت"
    r"|خرداد|مرداد|شهريور|اسفند)(?![^\W\d_])|(?<=\d)هـ?$|(?<=\d) ?ه(?:ـ)?$"
)

_BEFORE_CHRIST = re.compile(
    r"(?P<a>\d{1,4}) ?(?:b\.? ?c\.?(?: ?e\.?)?|v\. ?chr\.?|v\. ?u\. ?z\.?|av\. ?j\.?-? ?c\.?|ق\.? ?م\.?|قبل الميلاد)"
)


@dataclass(frozen=True)
class Suggestion:
    """What an editor can write instead."""

    message: str
    """A clause that ends the sentence about the text."""
    edtf: tuple[str, ...] = ()
    """Each EDTF date that it proposes."""


def suggestion_for(text: str) -> Suggestion | None:
    """Return what to write instead of the whole text, or None where it cannot be told."""
    if len(text) > _LONGEST:
        return None
    plain = _plain(text)
    if plain != text and plain.isascii() and _is_date(plain):
        return Suggestion(f"write it with the figures 0 to 9 and with hyphens: {plain}", (plain,))
    simple = folded(text).strip(" '\"")
    if apart := _not_drawn(simple) or _serial(simple):
        return apart
    for read in (read_marked, read_open_interval, read_interval):
        found = read(simple)
        readable = tuple(reading for reading in found.readings if not placeholder_fault(reading.edtf))
        if readable or found.missing:
            return _worded(replace(found, readings=readable))
    return _shape_only(simple)


def side_fault(side: str) -> str:
    """Return what is wrong with one side of a date that nothing could be suggested for."""
    if side.startswith(("-", "0000", "000X")):
        return "years before the year 1 are not drawn"
    parts = side.rstrip("~?%").split("-")
    if len(parts) > 1 and parts[1].isdecimal() and not 1 <= int(parts[1][:9]) <= 12:
        return "the month is 01 to 12"
    if len(parts) > 2 and has_form(side):
        return "there is no such day in that month"
    return EXAMPLES


def _plain(text: str) -> str:
    """Return the text with the figures 0 to 9 and with hyphens for all dashes, and all else as it is."""
    return "".join(
        str(unicodedata.decimal(letter))
        if letter.isdecimal()
        else "-"
        if unicodedata.category(letter) == "Pd" or letter == "\N{MINUS SIGN}"
        else letter
        for letter in text
    )


def _is_date(text: str) -> bool:
    """Return True for a date or an interval, also one with an end that is open or unknown."""
    start, slash, end = text.partition("/")
    if slash and start in ("", ".."):
        return is_edtf(end)
    if slash and end in ("", ".."):
        return is_edtf(start)
    return is_edtf(text)


def _not_drawn(simple: str) -> Suggestion | None:
    """Return why the date cannot be shown at all."""
    if _NO_DATE.fullmatch(simple):
        return Suggestion(LEAVE_EMPTY)
    if before := _BEFORE_CHRIST.fullmatch(simple):
        year = int(before["a"])
        written = f"; EDTF writes {year} BC as -{year - 1:04}" if year else ""
        return Suggestion(f"years before the year 1 are not drawn{written}")
    if re.fullmatch(r"-\d{3,4}(-\d\d){0,2}[~?%]?", simple):
        return Suggestion("years before the year 1 are not drawn")
    if re.fullmatch(r"y\d{5,}", simple):
        return Suggestion("years after 9999 are not drawn")
    if re.search(r"\d", simple) and _OTHER_CALENDAR.search(simple):
        return Suggestion("it is a date of the Islamic calendar; write the Gregorian date, and the other in the notes")
    return None


def _serial(simple: str) -> Suggestion | None:
    serial = _SERIAL.fullmatch(simple)
    if not serial or int(serial[1]) not in _USUAL_SERIALS:
        return None
    days = {system: str(zero + timedelta(days=int(serial[1]))) for system, zero in _DAYS_ZERO.items()}
    either = " or ".join(f"{day} (counted from {system})" for system, day in days.items())
    message = (
        f"it is a spreadsheet's number of a day, {either}: format the column as text and write the one that is meant"
    )
    return Suggestion(message, tuple(days.values()))


def _worded(found: Found) -> Suggestion:
    edtf = tuple(reading.edtf for reading in found.readings)
    several = len({reading.label for reading in found.readings}) > 1
    meanings = [f"{r.edtf} ({r.label})" if r.label and several else r.edtf for r in found.readings]
    if len(edtf) == 1 and not found.missing:
        return Suggestion(f"{found.lead} {edtf[0]}", edtf)
    if found.missing:
        meanings.append(found.missing)
    if len(meanings) == 1:
        return Suggestion(f"it is {meanings[0]}", edtf)
    either = ", ".join(meanings[:-1]) + f" or {meanings[-1]}"
    return Suggestion(f"it may mean {either}: write the one that is meant", edtf)


def _shape_only(simple: str) -> Suggestion | None:
    """Return how to write a date of which only the form can be told, since there is no such day."""
    if re.fullmatch(r"\d{1,2}([/.\- ])\d{1,2}\1\d{4}|\d{4}([/. ])\d{1,2}\2\d{1,2}", simple):
        return Suggestion("write year, month, day, such as 2024-12-26", ("2024-12-26",))
    if re.fullmatch(r"\d{4}[/. ]\d{1,2}", simple):
        return Suggestion("the month is 01 to 12")
    if re.fullmatch(r"\d{4}-\d{1,2}(-\d{1,2})?[~?%]?", simple) and not has_form(simple):
        return Suggestion("write month and day with two figures: 2024-01-05", ("2024-01-05",))
    return None
