"""A CSV file as text cells with their line numbers; faults of the file itself become problems."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from app.model.problems import Problem
from app.model.schema import Table

if TYPE_CHECKING:
    from _csv import Reader

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
ABSENT = "absent columns"
"""Name of the attribute under which a frame says which columns its file does not have."""
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
    header = [heading.strip() for heading in next(reader, [])]
    if not _usable_header(header, table, report):
        return empty, problems
    lines, rows = _rows(reader, header, report)
    frame = pd.DataFrame(rows, index=lines, dtype=str).reindex(columns=table.column_names()).fillna("")
    frame.attrs[ABSENT] = [name for name in table.column_names() if name not in header]
    return frame, problems


def _rows(reader: Reader, header: list[str], report: _Report) -> tuple[list[int], list[dict[str, str]]]:
    """Return line and cells of each whole row; what is no row is reported, and the rows around it are kept."""
    lines: list[int] = []
    rows: list[dict[str, str]] = []
    end_of_previous = reader.line_num
    try:
        for cells in reader:
            line, end_of_previous = end_of_previous + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) == len(header):
                lines.append(line)
                rows.append({name: cell.strip() for name, cell in zip(header, cells, strict=True)})
            elif end_of_previous > line:
                swallowed = f"the row runs on to line {end_of_previous} and swallows what stands there"
                report(line, "", f"{swallowed}; look for a quotation mark that is not closed")
            else:
                uneven = f"the row has {len(cells)} cells and the heading {len(header)}"
                report(line, "", f"{uneven}; look for a missing or an unquoted comma")
    except csv.Error as error:
        report(end_of_previous + 1, "", f"the file stops being CSV here ({error}); look for an unclosed quotation mark")
    return lines, rows


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


def _usable_header(header: list[str], table: Table, report: _Report) -> bool:
    """Report missing, doubled and unknown columns; return False where no row can be read without what is missing."""
    if len(header) == 1 and any(mark in header[0] for mark in ";\t"):
        report(1, "", "the cells are separated by semicolons or tabs; save the file with commas")
        return False
    for column in table.columns:
        if column.name not in header:
            loss = "no row can be shown without it" if column.required else "its cells count as empty"
            report(1, column.name, f"the column is missing and {loss}; add it to the heading")
    for name in dict.fromkeys(header):
        if header.count(name) > 1:
            report(1, name, "the column stands twice; delete one of the two")
        if name not in table.column_names():
            report(1, name or "(no name)", "no such column is known and its cells are not used; check the spelling")
    return "id" in header
