"""A CSV file as text cells with their line numbers; faults of the file itself become problems."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from app.model.problems import Problem
from app.model.schema import Table

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_Report = Callable[[int, str, str], None]
"""Takes line, column and message of a problem."""


def read_table(folder: Path, table: Table) -> tuple[pd.DataFrame, list[Problem]]:
    """Read one table as text.

    Returns a frame with the schema's columns, each cell a stripped str, indexed by line number in the
    file, and the problems found. A missing or unreadable file gives an empty frame, never an exception.
    """
    empty = pd.DataFrame(columns=table.column_names(), dtype=str)
    problems: list[Problem] = []

    def report(line: int, column: str, message: str) -> None:
        problems.append(Problem(table.file, line, column, message))

    text = _decode(folder / table.file, report)
    if text is None:
        return empty, problems
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [heading.strip() for heading in next(reader, [])]
        _check_header(header, table, report)
        lines, rows = [], []
        end_of_previous = reader.line_num
        for cells in reader:
            line, end_of_previous = end_of_previous + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                report(
                    line,
                    "",
                    f"the row has {len(cells)} cells and the heading {len(header)}; "
                    "look for a missing or an unquoted comma",
                )
                continue
            lines.append(line)
            rows.append({name: cell.strip() for name, cell in zip(header, cells, strict=True)})
    except csv.Error as error:
        report(reader.line_num, "", f"the file stops being CSV here ({error}); look for an unclosed quotation mark")
        return empty, problems
    frame = pd.DataFrame(rows, index=lines, dtype=str).reindex(columns=table.column_names()).fillna("")
    return frame, problems


def _decode(path: Path, report: _Report) -> str | None:
    """Return the text of the file, or None after reporting why there is none."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        report(0, "", "the file is missing; put it back into the data folder")
        return None
    except OSError as error:
        report(0, "", f"the file cannot be read ({error.strerror}); check its permissions")
        return None
    if raw.startswith(_UTF16_MARKS):
        report(0, "", "the file is UTF-16; it was read, but save it as “CSV UTF-8”")
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        report(line, "", "the file is not UTF-8 (perhaps Windows-1256); save it as “CSV UTF-8”")
        return None


def _check_header(header: list[str], table: Table, report: _Report) -> None:
    """Report missing, doubled and unknown columns."""
    for column in table.column_names():
        if column not in header:
            report(1, column, "the column is missing; add it to the heading, with empty cells if need be")
    for column in dict.fromkeys(header):
        if header.count(column) > 1:
            report(1, column, "the column stands twice; delete one of the two")
        if column not in table.column_names():
            report(1, column or "(no name)", "no such column is known and its cells are not used; check the spelling")
