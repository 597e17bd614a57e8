"""What a text may mean as a date: readings, and the parts that patterns of written dates share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.model.chronology.date_sides import is_edtf


@dataclass(frozen=True)
class Reading:
    """One meaning of a text, in EDTF."""

    edtf: str
    """How to write it."""
    label: str = ""
    """What was assumed to read it so; empty where nothing was."""


@dataclass(frozen=True)
class Found:
    """All meanings of a text."""

    readings: tuple[Reading, ...]
    """The meanings, the nearer ones first; none where the date is impossible or no date at all."""
    lead: str = "write it as"
    """What stands before the meaning where there is only one."""
    missing: str = ""
    """A further meaning that lacks something to be written, in words."""


NOTHING = Found(())
Reader = Callable[[re.Match[str]], Found]
"""Reads what a pattern has found."""
YEAR = r"(?P<y>\d{4})"
SHORT_YEAR = r"'?(?P<yy>\d{2})"
GAP = r"[\s,./_-]*"
"""What may stand between the parts of a date."""
ORDINAL_END = r"(?:st|nd|rd|th|er|eme|e|\.)?"


def both_centuries(two_digits: str) -> list[str]:
    """Return the years that a year of two digits may mean, of this century and of the last, the nearer first."""
    years = [f"20{two_digits}", f"19{two_digits}"]
    return years if two_digits < "50" else years[::-1]


def valid(readings: Iterable[Reading], lead: str = "write it as", missing: str = "") -> Found:
    """Return the readings that are dates, each once."""
    valid: dict[str, Reading] = {}
    for reading in readings:
        if is_edtf(reading.edtf):
            valid.setdefault(reading.edtf, reading)
    return Found(tuple(valid.values()), lead, missing)


def iso_day(year: str, month: str | int, day: str) -> str:
    """Return a day as ISO 8601 has it, whether there is such a day or not."""
    return f"{year}-{int(month):02}-{int(day):02}"


def months_of(year: str | int, first: int, last: int) -> str:
    """Return the interval of whole months within one year."""
    return f"{int(year):04}-{first:02}/{int(year):04}-{last:02}"


def compiled(readers: Iterable[tuple[str, Reader]]) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Return patterns and their readers, ready to be tried in this order."""
    return tuple((re.compile(pattern, re.ASCII), reader) for pattern, reader in readers)
