"""EDTF dates in words for a reader."""

from __future__ import annotations

from datetime import date

from app.model.chronology.date_sides import UNSURE, WITHOUT_DATE, Boundary, boundary_of
from app.model.chronology.dates import _formatted
from app.words import words


def span_in_words(edtf: str, language: str) -> str:
    """Return the EDTF date as a reader of `language` (`en`, `ar`) would say it."""
    start, slash, end = edtf.strip().partition("/")
    say = words(language)
    if not slash:
        return _side_in_words(start, language)
    if (ending := boundary_of(end)) in WITHOUT_DATE:
        return say[f"date_from_{ending}"].format(date=_side_in_words(start, language, within=True))
    if (beginning := boundary_of(start)) in WITHOUT_DATE:
        return say[f"date_until_{beginning}"].format(date=_side_in_words(end, language, within=True))
    first, last = (_side_in_words(side, language, within=True) for side in (start, end))
    return say["date_between"].format(first=first, last=last)


def start_in_words(edtf: str, language: str) -> str:
    """Return when an EDTF date begins, with its month abbreviated, as a label has it; empty where it has no start."""
    start = edtf.strip().partition("/")[0]
    return "" if boundary_of(start) in WITHOUT_DATE else _side_in_words(start, language, month="MMM")


def day_in_words(day: date, language: str) -> str:
    """Return one day in words, in figures of the West: `26 Dec 2024`, `26 كانون الأول 2024`."""
    return _formatted(day, "d MMM y", language)


def _side_in_words(text: str, language: str, *, within: bool = False, month: str = "MMMM") -> str:
    """Return one side of an EDTF date in words, as precise as the text is and no more.

    `within` an interval, an adverb in front would belong to both sides.
    """
    bare = text.rstrip("~?%")
    say = words(language)
    if bare.endswith("X"):
        in_words = _decade_in_words(int(bare.replace("X", "0")), language)
    else:
        parts = [int(part) for part in bare.split("-")]
        pattern = ("y", f"{month} y", f"d {month} y")[len(parts) - 1]
        in_words = _formatted(date(*[*parts, 1, 1][:3]), pattern, language)
    if (boundary := boundary_of(text)) is Boundary.EXACT:
        return in_words
    return say[f"date_{boundary}{'_within' if within and boundary in UNSURE else ''}"].format(date=in_words)


def _decade_in_words(year: int, language: str) -> str:
    say = words(language)
    if year // 100 == 19 and year >= 1920:
        return say["decades_from_1920"].split(" | ")[(year - 1920) // 10]
    return say["date_decade"].format(year=year)
