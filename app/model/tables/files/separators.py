"""Which sign separates the cells of a file: by its first line, its heading and its rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from app.model.problems import Findings
from app.model.tables.files.loose_quotes import without_typed_quotes

COMMA = ","
SEPARATORS = {COMMA: "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}
"""What may stand between cells, and its name for a message."""
_DECLARED = re.compile(r'\s*"?sep=(?P<sign>\\t|\t|[^\w\s"])?"?[,;\t|]*\s*', re.IGNORECASE)
_ROWS_LOOKED_AT = 200


@dataclass(frozen=True)
class Layout:
    """How the lines of a file are cut into cells."""

    heading_at: int
    """Index of the line with the headings."""
    heading: str
    """What separates the headings."""
    rows: str
    """What separates the cells of the rows."""


def layout_of(lines: Sequence[str], names: Set[str], findings: Findings) -> Layout | None:
    """Return how the file is cut into cells; None, with the reason among the findings, where nothing decides it.

    `names` are the headings that the table should have.
    """
    declared = _DECLARED.fullmatch(lines[0])
    sign = (declared["sign"] or "").replace("\\t", "\t") if declared else ""
    at = next((at for at in range(1 if declared else 0, len(lines)) if lines[at].strip()), len(lines))
    if at == len(lines):
        findings.problem(0, "", "the file is empty; put the table back, with its heading")
        return None
    possible = dict.fromkeys((*SEPARATORS, *([sign] if sign else [])))
    known = {each: len(names & _headings(lines[at:], each)) for each in possible}
    best = [each for each in possible if known[each] == max(known.values())]
    if not known[best[0]]:
        chosen = sign or COMMA
    elif len(best) == 1:
        chosen = best[0]
    elif sign in best:
        chosen = sign
    else:
        borne_out = {each: _rows_that_fit(lines, at, each, each) for each in best}
        likely = [each for each in best if borne_out[each] == max(borne_out.values())]
        if len(likely) > 1 and any(each in lines[at] for each in best):
            findings.problem(at + 1, "", _undecided(likely))
            return None
        chosen = likely[0]
    if declared:
        _note_declaration(sign, chosen, findings)
    elif chosen != COMMA:
        findings.note(f"the cells are separated by {name_of(chosen)} and were read so; save the file with commas")
    return Layout(at, chosen, _separator_of_rows(lines, at, chosen, findings))


def name_of(sign: str) -> str:
    """Return the name of a separator for a message."""
    return SEPARATORS.get(sign, f"'{sign}'")


def _headings(lines: Sequence[str], sign: str) -> set[str]:
    try:
        cells = next(csv.reader(lines, delimiter=sign), [])
    except csv.Error:
        return set()
    return {without_typed_quotes(cell.strip()) for cell in cells}


def _undecided(likely: Sequence[str]) -> str:
    names = " or ".join(name_of(each) for each in likely)
    return f"nothing decides whether {names} separate the cells; save the file with commas alone between them"


def _note_declaration(sign: str, chosen: str, findings: Findings) -> None:
    told = f"the first line, 'sep={sign if sign != chr(9) else 'TAB'}', is for Excel"
    if sign == chosen:
        findings.note(f"{told}, and the cells were read as separated by {name_of(chosen)}; delete the line")
    else:
        but = f"but {name_of(chosen)} separate the headings, and the cells were read so"
        findings.note(f"{told}, {but}; delete the line")


def _separator_of_rows(lines: Sequence[str], at: int, heading: str, findings: Findings) -> str:
    """Return what separates the cells of the rows: the heading's separator, unless the rows bear out another one."""
    if lines[at].count('"') % 2 or _rows_that_fit(lines, at, heading, heading):
        return heading
    fitting = {each: _rows_that_fit(lines, at, heading, each) for each in SEPARATORS if each != heading}
    other = max(fitting, key=fitting.__getitem__)
    if not fitting[other]:
        return heading
    name = name_of(other)
    findings.note(f"{name_of(heading)} separate the headings and {name} the cells of the rows, which were read so")
    return other


def _rows_that_fit(lines: Sequence[str], at: int, heading: str, rows: str) -> int:
    """Return how many of the first rows have as many cells as the heading, and more than one."""
    try:
        width = len(next(csv.reader(lines[at:], delimiter=heading)))
        some = _some_rows(lines[at + 1 :], rows)
        return sum(len(cells) == width > 1 for cells in some)
    except (csv.Error, StopIteration):
        return 0


def _some_rows(lines: Sequence[str], sign: str) -> Iterator[list[str]]:
    reader = csv.reader(lines[:_ROWS_LOOKED_AT], delimiter=sign)
    while True:
        try:
            cells = next(reader)
        except (StopIteration, csv.Error):
            return
        if any(cell.strip() for cell in cells):
            yield cells
