"""A CSV file as text cells with their line numbers; faults of the file itself become problems."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from app.model.cells import LIST_TYPES, TEXT_TYPES, did_you_mean
from app.model.decoding import decode
from app.model.hidden import without_hidden_edges
from app.model.problems import Problem, quoted
from app.model.schema import Table

ABSENT = "absent columns"
"""Name of the attribute under which a frame says which columns its file does not have."""
LOST = "lost rows"
"""Name of the attribute under which a frame gives the cells of the rows that could not be read."""
_UNCLOSED = "a quotation mark that is not closed"
_UNDECODED = re.compile(r"[\ud800-\udfff]")
_Report = Callable[[int, str, str], None]
"""Takes line, column and message of a problem."""


@dataclass(frozen=True)
class _Record:
    """One row of a CSV file, before it is known to fit the heading."""

    line: int
    """Line on which it begins, from 1."""
    next_line: int
    """Line on which the next one begins."""
    cells: list[str]
    """As they stand in the file."""
    unclosed: bool
    """True where the number of quotation marks is odd, or where it is no CSV."""


def read_table(folder: Path, table: Table) -> tuple[pd.DataFrame, list[Problem]]:
    """Read one table as text.

    Returns a frame with the schema's columns, each cell a stripped str, indexed by line number in the
    file, and the problems found. A missing or unreadable file gives an empty frame, never an exception.
    """
    empty = pd.DataFrame(columns=table.column_names(), dtype=str)
    problems: list[Problem] = []

    def report(line: int, column: str, message: str) -> None:
        problems.append(Problem(table.file, line, column, message))

    text = decode(folder / table.file, lambda line, message: report(line, "", message))
    if text is None:
        return empty, problems
    lines = io.StringIO(text, newline="").readlines()
    header = _header(lines, table, report)
    if not header:
        return empty, problems
    rows, lost = _rows(lines, header, table, report)
    frame = pd.DataFrame(list(rows.values()), index=list(rows), dtype=str).reindex(columns=table.column_names())
    frame = frame.fillna("")
    frame.attrs[ABSENT] = [name for name in table.column_names() if name not in header]
    frame.attrs[LOST] = lost
    return frame, problems


def keys_written(frame: pd.DataFrame, column: str = "id") -> set[str]:
    """Return what stands in a column of a frame as read, and in any cell of the rows that could not be read."""
    return set(frame[column]) | {cell for row in frame.attrs.get(LOST, []) for cell in row}


def _record(lines: list[str], at: int) -> _Record:
    """Return the row that begins on the line with index `at`."""
    reader = csv.reader(lines[index] for index in range(at, len(lines)))
    try:
        cells = next(reader)
    except csv.Error:
        return _Record(at + 1, at + 2, lines[at].split(","), unclosed=True)
    end = at + reader.line_num
    odd = "".join(lines[at:end]).count('"') % 2 == 1
    return _Record(at + 1, end + 1, cells, unclosed=odd and (end - at > 1 or end == len(lines)))


def _records(lines: list[str], width: int) -> Iterator[_Record]:
    """Yield every row under the heading; behind a quotation mark that is not closed, go on with the next line."""
    at = _record(lines, 0).next_line - 1
    while at < len(lines):
        record = _record(lines, at)
        runs_on = record.next_line > record.line + 1
        if record.unclosed or (runs_on and len(record.cells) != width):
            cells = lines[at].replace('"', "").strip().split(",")
            record = _Record(record.line, record.line + 1, cells, unclosed=True)
        yield record
        at = record.next_line - 1


def _rows(
    lines: list[str], header: list[str], table: Table, report: _Report
) -> tuple[dict[int, dict[str, str]], list[list[str]]]:
    """Return the cells of each whole row by line, and those of the others, which are reported."""
    types = {column.name: column.type for column in table.columns}
    rows: dict[int, dict[str, str]] = {}
    lost: list[list[str]] = []
    for record in _records(lines, len(header)):
        stripped = [cell.strip() for cell in record.cells]
        if not any(stripped):
            continue
        if record.unclosed:
            report(record.line, "", f"the row has {_UNCLOSED}; close it, or write two for one inside a text")
        elif stripped == header:
            report(record.line, "", "the heading stands here a second time; delete the line")
            continue
        elif len(stripped) != len(header):
            uneven = f"the row has {len(stripped)} cells and the heading {len(header)}"
            report(record.line, "", f"{uneven}; look for a missing or an unquoted comma")
        elif _UNDECODED.search("".join(stripped)):
            pass  # the file's problem has named the encoding
        else:
            rows[record.line] = {
                name: _tidy(cell, types[name], record.line, name, report)
                # Of a column that stands twice the first counts.
                for name, cell in reversed(list(zip(header, record.cells, strict=True)))
                if name in types
            }
            continue
        lost.append(stripped)
    return rows, lost


def _tidy(cell: str, column_type: str, line: int, name: str, report: _Report) -> str:
    """Return the cell without blanks around it; hidden characters around keys, dates and the like are reported."""
    if column_type in TEXT_TYPES:
        return cell.strip()
    bare, message = without_hidden_edges(cell.strip(" \t\r\n"), is_list=column_type in LIST_TYPES)
    if message:
        report(line, name, message)
    return bare


def _header(lines: list[str], table: Table, report: _Report) -> list[str]:
    """Return the headings, or none where no row can be read under them; report what is wrong with them."""
    record = _record(lines, 0)
    header = [_tidy(heading, "key", 1, heading.strip(), report) for heading in record.cells]
    if record.unclosed or record.next_line > 2:
        report(1, "", f"the heading has {_UNCLOSED}; delete it and leave the names of the columns bare")
        return []
    for mark, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(header) == 1 and mark in header[0]:
            report(1, "", f"the cells are separated by {name}; save the file with commas")
            return []
    if not set(header) & set(table.column_names()):
        mend = f"put the heading back, which begins with {','.join(table.column_names()[:3])}"
        report(1, "", f"the first line names no column of this table; {mend}")
        return []
    _check_headings(header, table, report)
    return header if "id" in header else []


def _check_headings(header: list[str], table: Table, report: _Report) -> None:
    """Report missing, doubled and unknown columns."""
    missing = [column for column in table.columns if column.name not in header]
    for column in missing:
        loss = "no row can be shown without it" if column.required else "its cells count as empty"
        report(1, column.name, f"the column is missing and {loss}; add it to the heading")
    for name in dict.fromkeys(header):
        if header.count(name) > 1:
            report(1, name, "the column stands twice and the first is read; delete one of the two")
        if name not in table.column_names():
            mend = did_you_mean(name.replace(" ", "_"), [column.name for column in missing]) or "check the spelling"
            report(1, quoted(name)[1:-1] or "(no name)", f"no such column is known and its cells are not used; {mend}")
