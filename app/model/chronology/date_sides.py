"""One side of an EDTF date: its form, its first and last day, and how sure it is."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

_SIDE_PATTERN = r"(\d{4}(-\d{2}(-\d{2})?)?|\d{3}X)[~?%]?"
"""What one side of a date may be: day, month, year or decade, exact or not; all that can be said in words."""


class Boundary(StrEnum):
    """How well a span's start or end is known. Each is drawn and worded differently."""

    EXACT = "exact"
    """The date as it is written."""
    APPROXIMATE = "approximate"
    """`~`: about that date."""
    UNCERTAIN = "uncertain"
    """`?`: possibly that date."""
    UNCERTAIN_APPROXIMATE = "uncertain_approximate"
    """`%`: possibly about that date."""
    OPEN = "open"
    """`..`: the span has no start, or goes on."""
    UNKNOWN = "unknown"
    """Nothing beside the slash: there is a start or an end, but nobody knows it."""


_MARKS = {"~": Boundary.APPROXIMATE, "?": Boundary.UNCERTAIN, "%": Boundary.UNCERTAIN_APPROXIMATE}
_SIDES_WITHOUT_DATE = {"..": Boundary.OPEN, "": Boundary.UNKNOWN}
WITHOUT_DATE = frozenset(_SIDES_WITHOUT_DATE.values())
"""The boundaries at which the table gives no date."""


def boundary_of(side: str) -> Boundary:
    """Return how well one side of an EDTF date is known."""
    return _SIDES_WITHOUT_DATE.get(side) or _MARKS.get(side[-1:], Boundary.EXACT)


def has_form(side: str) -> bool:
    """Return True where the text has the form of a day, month, year or decade, even if there is no such day."""
    return re.fullmatch(_SIDE_PATTERN, side, re.ASCII) is not None


@lru_cache(maxsize=4096)
def days_of(side: str) -> tuple[date, date]:
    """Return first and last day of one side, which has a date; raises ValueError where there is no such date."""
    # The library takes months from 21 on for seasons, which nothing here can draw or say.
    if not has_form(side) or side[:4] in ("0000", "000X") or side[5:7] > "12":
        raise ValueError(side)
    if len(side) == len("2024-12-08"):  # a day as ISO 8601 has it: the library takes ten milliseconds for each
        return date.fromisoformat(side), date.fromisoformat(side)
    return _parsed(side)


def is_edtf(text: str) -> bool:
    """Return True where the text is a date or an interval of dates, both sides given, in order."""
    start, slash, end = text.partition("/")
    try:
        return days_of(start)[0] <= days_of(end if slash else start)[1]
    except (ValueError, TypeError):
        return False


def _parsed(side: str) -> tuple[date, date]:
    from edtf import parse_edtf  # noqa: PLC0415, heavy, and not needed where tables have been read before
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415, the same

    try:
        parsed = parse_edtf(side)
    except EDTFParseException as error:
        raise ValueError(side) from error
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])


UNSURE = (Boundary.UNCERTAIN, Boundary.UNCERTAIN_APPROXIMATE)
