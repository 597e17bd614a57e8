"""Whether the essay's own words bear out a row: names and dates looked up in the paragraphs that the row cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.model.chronology.entities import Actor, Atlas, Event, Place
from app.model.text.folding import fold

Essay = Mapping[int, str]
"""Text of each paragraph by its number."""

_WORD = re.compile(r"[^\W_]+(?:[‘’'`ʿʾʻ][^\W_]+)*")
"""A word, with the marks inside it that stand for a letter of Arabic; hyphens and dashes part words."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_DECADES = {"fifties": "195X", "sixties": "196X", "seventies": "197X", "eighties": "198X", "nineties": "199X"}
"""Decades that a text may write in letters, without their century."""
_DATE = re.compile(
    rf"""(?P<hedge>\b(?i:early|late|mid|about|around|circa|approximately)[\s-]+(?:in\s+)?)?\b(?:
    (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})\s+(?P<year>\d{{4}})
    |(?P<us_month>{_MONTH})\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<us_year>\d{{4}})
    |(?P<month_alone>{_MONTH})\s+(?P<year_of_month>\d{{4}})
    |(?P<decade>(?:19|20)\d)0s
    |(?P<decade_word>(?i:{"|".join(_DECADES)}))
    |(?P<year_alone>(?:19|20)\d\d)
    )\b""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class StatedDate:
    """A date that a text states, as precise as it states it."""

    edtf: str
    """EDTF: `2024-12-26`, `2024-12`, `2024` or `198X`."""
    hedged: bool = False
    """True where a word such as `early` stands before it."""


def date_faults(event: Event, essay: Essay) -> Iterator[str]:
    """Yield a message for each side of the essay's date that no paragraph of the row states."""
    for side in unstated_sides(event.essay_span.edtf if event.essay_span else "", _cited(event, essay)):
        mend = "mend the date, or name the paragraph that states it"
        yield f"events.csv: {event.id}: essay_date: '{side}' is stated in none of {_numbers(event)}; {mend}"


def name_faults(event: Event, atlas: Atlas, essay: Essay) -> Iterator[str]:
    """Yield a message for each place and actor that no paragraph of the row names, and that it does not own up to."""
    for column, key in _unnamed(event, atlas, essay):
        if key not in event.reports_supplied:
            mend = "list it in reports_supplied, name its paragraph, or add the essay's spelling to its row"
            yield f"events.csv: {event.id}: {column}: '{key}' is named in none of {_numbers(event)}; {mend}"


def stale_faults(event: Event, atlas: Atlas, essay: Essay) -> Iterator[str]:
    """Yield a message for each key that reports are said to supply although a paragraph of the row names it."""
    unnamed = {key for _, key in _unnamed(event, atlas, essay)}
    for key in event.reports_supplied:
        if key not in unnamed:
            yield f"events.csv: {event.id}: reports_supplied: one of {_numbers(event)} names '{key}'; delete it here"


def paragraph_faults(row: Place | Actor, file: str, essay: Essay) -> Iterator[str]:
    """Yield a message for each paragraph that a place or actor lists and that does not name it, or the reverse."""
    naming = {number for number, text in essay.items() if is_named(_spellings(row), text)}
    for number in sorted(naming ^ set(row.paragraphs)):
        what = "names it and is not listed; add it" if number in naming else "does not name it; delete it"
        yield f"{file}: {row.id}: paragraphs: {number} {what}, or mend other_spellings"


def is_named(spellings: Iterable[str], text: str) -> bool:
    """Return True where one of the spellings stands in the text, as whole words side by side.

    Case, accents, apostrophes and hyphens do not count, nor does a genitive `’s`; but an abbreviation in capitals is
    looked for in capitals, lest `US` be found in `us` and `IS` in every `is`.
    """
    words = _words(text)
    return any(_stands_in(spelling, words) for spelling in spellings)


def stated_dates(text: str) -> list[StatedDate]:
    """Return the dates that the text states in words or figures, in its order."""
    return [StatedDate(_edtf(found), bool(found["hedge"])) for found in _DATE.finditer(text)]


def unstated_sides(edtf: str, texts: Iterable[str]) -> list[str]:
    """Return the sides of an EDTF date that none of the texts states; an open side (`..`) states nothing.

    A side may be coarser than the text: `2024-12` is stated by `20 December 2024`. A side marked with `~` needs a
    word such as `early` before its date.
    """
    stated = [each for text in texts for each in stated_dates(text)]
    sides = [side for side in edtf.split("/") if side not in ("", "..")]
    return [side for side in sides if not any(_bears_out(each, side) for each in stated)]


def is_dated_by(stated: StatedDate, edtf: str) -> bool:
    """Return True where one side of the EDTF date is the stated date, neither coarser nor finer.

    A date with a word such as `early` before it may be narrowed by a side that is marked `~`: `2025-01~` in early 2025.
    """
    sides = edtf.split("/")
    narrowed = stated.hedged and any(side.startswith(stated.edtf) and side.endswith("~") for side in sides)
    return narrowed or stated.edtf in {side.rstrip("~?%") for side in sides}


def _unnamed(event: Event, atlas: Atlas, essay: Essay) -> Iterator[tuple[str, str]]:
    """Yield column and key of each place and actor that no paragraph of the row names."""
    texts = _cited(event, essay)
    travelled = (event.from_place,) if event.from_place else ()
    rows: list[tuple[str, Place | Actor]] = [
        *(("places", atlas.places[key]) for key in event.places),
        *(("from_place", atlas.places[key]) for key in travelled),
        *(("actors", atlas.actors[key]) for key in event.actors),
    ]
    for column, row in rows:
        if not any(is_named(_spellings(row), text) for text in texts):
            yield column, row.id


def _cited(event: Event, essay: Essay) -> list[str]:
    return [essay[number] for number in event.paragraphs]


def _numbers(event: Event) -> str:
    return f"its paragraphs ({', '.join(map(str, event.paragraphs)) or 'none'})"


def _spellings(row: Place | Actor) -> tuple[str, ...]:
    return (row.name.en, *row.other_spellings)


def _words(text: str) -> list[tuple[str, str]]:
    """Return each word as it is written, and folded."""
    return [(word, fold(word)) for word in _WORD.findall(re.sub(r"[’']s\b", "", text))]


def _stands_in(spelling: str, words: list[tuple[str, str]]) -> bool:
    form = 0 if spelling.isupper() else 1
    wanted = [word[form] for word in _words(spelling)]
    there = [word[form] for word in words]
    return bool(wanted) and any(there[at : at + len(wanted)] == wanted for at in range(len(there)))


def _bears_out(stated: StatedDate, side: str) -> bool:
    bare = side.rstrip("~?%")
    return stated.edtf.startswith(bare) and (stated.hedged or side == bare)


def _edtf(found: re.Match[str]) -> str:
    if found["decade"]:
        return f"{found['decade']}X"
    if found["decade_word"]:
        return _DECADES[found["decade_word"].casefold()]
    if found["year_alone"]:
        return found["year_alone"]
    month = _MONTHS.index(found["month"] or found["us_month"] or found["month_alone"]) + 1
    day = found["day"] or found["us_day"]
    year_and_month = f"{found['year'] or found['us_year'] or found['year_of_month']}-{month:02}"
    return f"{year_and_month}-{int(day):02}" if day else year_and_month
