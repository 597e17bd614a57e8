"""EDTF dates: from the text in a table to first and last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from app.model.chronology.date_sides import UNSURE, WITHOUT_DATE, Boundary, boundary_of, days_of
from app.model.chronology.written_dates.placeholders import placeholder_fault
from app.model.chronology.written_dates.suggestions import side_fault, suggestion_for
from app.model.text.language import LANGUAGES
from app.model.text.quoting import quoted


@dataclass(frozen=True)
class Span:
    """The days that an EDTF date may mean."""

    edtf: str
    """The date as the table has it."""
    earliest: date
    """First possible day; `date.min` where the table gives no start."""
    latest: date
    """Last possible day; `date.max` where the table gives no end."""
    start: Boundary = Boundary.EXACT
    """How well the start is known."""
    end: Boundary = Boundary.EXACT
    """How well the end is known; the same as `start` where the date is no interval."""

    @property
    def open_start(self) -> bool:
        """True where the table gives no start: it is open or unknown."""
        return self.start in WITHOUT_DATE

    @property
    def open_end(self) -> bool:
        """True where the table gives no end: it is open or unknown."""
        return self.end in WITHOUT_DATE

    @property
    def approximate(self) -> bool:
        """True where either end is marked as approximate (`~`, `%`)."""
        return bool({self.start, self.end} & {Boundary.APPROXIMATE, Boundary.UNCERTAIN_APPROXIMATE})

    @property
    def uncertain(self) -> bool:
        """True where either end is marked as uncertain (`?`, `%`)."""
        return bool({self.start, self.end} & set(UNSURE))


@lru_cache(maxsize=4096)
def parse_span(edtf: str) -> Span:
    """Read an EDTF level 1 date (ISO 8601-2) such as `2024-12`, `198X`, `2025~` or `2011/..`.

    Raises ValueError with a sentence that says what is wrong and, where it can be told, what to write instead.
    """
    text = edtf.strip()
    if not text:
        raise ValueError("the cell is empty; write an EDTF date such as 2024-12-26")
    start, slash, end = text.partition("/")
    if not slash:
        end = start
    boundaries = boundary_of(start), boundary_of(end)
    if {*boundaries} <= WITHOUT_DATE:
        raise ValueError(f"{quoted(text)} is open at both ends; give a start or an end")
    earliest, latest = _first_day(start, text), _last_day(end, text)
    if latest < earliest:
        raise ValueError(_reversed(text))
    if fault := placeholder_fault(text):
        raise ValueError(f"{quoted(text)} {fault}")
    return Span(text, earliest, latest, *boundaries)


def _first_day(side: str, whole: str) -> date:
    return date.min if boundary_of(side) in WITHOUT_DATE else _days(side, whole)[0]


def _last_day(side: str, whole: str) -> date:
    return date.max if boundary_of(side) in WITHOUT_DATE else _days(side, whole)[1]


def _days(side: str, whole: str) -> tuple[date, date]:
    try:
        return days_of(side)
    except (ValueError, TypeError):
        suggestion = suggestion_for(whole)
        instead = suggestion.message if suggestion else side_fault(side)
        raise ValueError(f"{quoted(whole)} is no EDTF date; {instead}") from None


def _reversed(text: str) -> str:
    suggestion = suggestion_for(text)
    if suggestion and suggestion.edtf:
        return f"{quoted(text)} ends before it begins; {suggestion.message}"
    return f"{quoted(text)} ends before it begins; swap its two dates"


def _formatted(day: date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=LANGUAGES[language].babel_locale).replace("\N{NO-BREAK SPACE}", " ")
