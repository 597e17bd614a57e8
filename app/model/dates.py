"""EDTF dates: from the text in a table to first and last day, and to words for a reader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from app.model.date_mends import date_mend, side_mend
from app.model.problems import quoted

_SIDE_PATTERN = r"(\d{4}(-\d{2}(-\d{2})?)?|\d{3}X)[~?%]?"
"""What one side of a date may be: day, month, year or decade, exact or not; all that can be said in words."""
BABEL_LOCALE = {"en": "en_GB", "ar": "ar_IQ"}
"""Babel's locale for each interface language; ar_IQ has the month names in use in Iraq and Syria."""

_WORDS = {
    "en": {
        "about": "about {0}",
        "between": "{0} to {1}",
        "from": "from {0} on",
        "until": "until {0}",
        "decade": "the {0}s",
    },
    "ar": {
        "about": "نحو {0}",
        "between": "من {0} إلى {1}",
        "from": "منذ {0}",
        "until": "حتى {0}",
        "decade": "عقد {0}",
    },
}


@dataclass(frozen=True)
class Span:
    """The days that an EDTF date may mean."""

    edtf: str
    """The date as the table has it."""
    earliest: date
    """First possible day; `date.min` where the start is open."""
    latest: date
    """Last possible day; `date.max` where the end is open."""
    approximate: bool
    """True where the table marks the date as approximate or uncertain (`~`, `?`)."""

    @property
    def open_start(self) -> bool:
        """True where the table gives no start."""
        return self.earliest == date.min

    @property
    def open_end(self) -> bool:
        """True where the table gives no end."""
        return self.latest == date.max

    @property
    def single_day(self) -> bool:
        """True where only one day is meant."""
        return self.earliest == self.latest


@lru_cache(maxsize=4096)
def parse_span(edtf: str) -> Span:
    """Read an EDTF level 1 date (ISO 8601-2) such as `2024-12`, `198X`, `2025~` or `2011/..`.

    Raises ValueError with a sentence that says what is wrong and, where it can be told, the mend.
    """
    text = edtf.strip()
    if not text:
        raise ValueError("the cell is empty; write an EDTF date such as 2024-12-26")
    if mend := date_mend(text):
        raise ValueError(f"{quoted(text)} is no EDTF date; {mend}")
    start_text, slash, end_text = text.partition("/")
    start = _side(start_text, text)
    end = _side(end_text, text) if slash else start
    if start is None and end is None:
        raise ValueError(f"{quoted(text)} is open at both ends; give a start or an end")
    earliest = start[0] if start else date.min
    latest = end[1] if end else date.max
    if latest < earliest:
        raise ValueError(f"{quoted(text)} ends before it begins; swap its two dates")
    return Span(text, earliest, latest, approximate="~" in text or "?" in text or "%" in text)


def span_in_words(edtf: str, language: str) -> str:
    """Return the EDTF date as a reader of `language` (`en`, `ar`) would say it."""
    start_text, slash, end_text = edtf.strip().partition("/")
    words = _WORDS[language]
    if not slash:
        return _day_in_words(start_text, language)
    if end_text in ("", ".."):
        return words["from"].format(_day_in_words(start_text, language))
    if start_text in ("", ".."):
        return words["until"].format(_day_in_words(end_text, language))
    return words["between"].format(_day_in_words(start_text, language), _day_in_words(end_text, language))


def day_in_words(day: date, language: str) -> str:
    """Return one day in words, in figures of the West: `26 Dec 2024`, `26 كانون الأول 2024`."""
    return format_date(day, "d MMM y", locale=BABEL_LOCALE[language]).replace("\N{NO-BREAK SPACE}", " ")


@lru_cache(maxsize=4096)
def _side(side: str, whole: str) -> tuple[date, date] | None:
    """Return first and last day of one side of an interval, or None where that side is open."""
    if side in ("", ".."):
        return None
    in_pattern = re.fullmatch(_SIDE_PATTERN, side, re.ASCII) is not None
    # The library takes months from 21 on for seasons, which nothing here can draw or say.
    if in_pattern and side[5:7] <= "12" and "0100" <= side[:3] + "0" <= "9000":
        try:
            if len(side) == len("2024-12-08"):  # a day as ISO 8601 has it: the library takes ten milliseconds for each
                return date.fromisoformat(side), date.fromisoformat(side)
            return _parsed(side)
        except (ValueError, TypeError):
            pass  # said below
    raise ValueError(f"{quoted(whole)} is no EDTF date; {side_mend(side, in_pattern=in_pattern)}")


def _parsed(side: str) -> tuple[date, date]:
    from edtf import parse_edtf  # noqa: PLC0415, heavy, and not needed where tables have been read before
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415, the same

    try:
        parsed = parse_edtf(side)
    except EDTFParseException as error:
        raise ValueError(side) from error
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])


def _day_in_words(text: str, language: str) -> str:
    """Return one side of an EDTF date in words, as precise as the text is and no more."""
    bare = text.rstrip("~?%")
    words = _WORDS[language]
    if bare.endswith("X"):
        said = words["decade"].format(bare.replace("X", "0"))
    else:
        parts = [int(part) for part in bare.split("-")]
        pattern = ("y", "MMMM y", "d MMMM y")[len(parts) - 1]
        said = format_date(date(*[*parts, 1, 1][:3]), pattern, locale=BABEL_LOCALE[language])
    said = said.replace("\N{NO-BREAK SPACE}", " ")
    return words["about"].format(said) if bare != text else said
