"""A CSV file as text cells with their line numbers; faults of the file itself become problems.

What can be read safely is read, and a remark says what was assumed: see `encoding`, `separators`, `loose_quotes`.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from app.model.problems import Findings, Problem
from app.model.tables.cells.column_types import TEXT_TYPES
from app.model.tables.columns import Table
from app.model.tables.files.csv_rows import UNCLOSED, Rows, is_within_typed_quotes, record_at, tidy
from app.model.tables.files.encoding import decode
from app.model.tables.files.loose_quotes import without_typed_quotes
from app.model.tables.files.mojibake import may_be_mojibake, mojibake_cells
from app.model.tables.files.separators import Layout, layout_of
from app.model.text.near_words import did_you_mean
from app.model.text.quoting import quoted

ABSENT = "absent columns"
"""Name of the attribute under which a frame says which columns its file does not have."""
LOST = "lost rows"
"""Name of the attribute under which a frame gives the cells of the rows that could not be read."""
MOJIBAKE = "mojibake cells"
"""Name of the attribute under which a frame gives line and column of texts that went through a wrong encoding."""


def read_table(folder: Path, table: Table) -> tuple[pd.DataFrame, list[Problem]]:
    """Read one table as text.

    Returns a frame with the schema's columns, each cell a stripped str, indexed by line number in the
    file, and what was found. A missing or unreadable file gives an empty frame, never an exception.
    """
    empty = pd.DataFrame(columns=table.column_names(), dtype=str)
    findings = Findings(table.file)
    text = decode(folder / table.file, findings)
    if text is None:
        return empty, findings.found
    lines = io.StringIO(text, newline="").readlines()
    layout = layout_of(lines, set(table.column_names()), findings)
    header = _header(lines, layout, table, findings) if layout else []
    if not layout or not header:
        return empty, findings.found
    rows, lost = Rows(lines, layout, header, table, findings).read()
    frame = pd.DataFrame(list(rows.values()), index=list(rows), dtype=str).reindex(columns=table.column_names())
    frame = frame.fillna("")
    frame.attrs[ABSENT] = [name for name in table.column_names() if name not in header]
    frame.attrs[LOST] = lost
    frame.attrs[MOJIBAKE] = _report_mojibake(text, frame, table, findings)
    return frame, findings.found


def keys_written(frame: pd.DataFrame, column: str = "id") -> set[str]:
    """Return what stands in a column of a frame as read, and in any cell of the rows that could not be read."""
    return set(frame[column]) | {cell for row in frame.attrs.get(LOST, []) for cell in row}


def _header(lines: Sequence[str], layout: Layout, table: Table, findings: Findings) -> list[str]:
    """Return the headings, or none where no row can be read under them; report what is wrong with them.

    Headings at the right that are empty stand for columns without a name, and are kept as such.
    """
    line = layout.heading_at + 1
    record = record_at(lines, layout.heading_at, layout.heading)
    header = [tidy(heading, "key", line, heading.strip(), findings) for heading in record.cells]
    if record.unclosed or record.next_line > line + 1:
        message = f"the heading has {UNCLOSED}; delete it and leave the names of the columns bare"
        findings.problem(line, "", message)
        return []
    if is_within_typed_quotes(header):
        findings.note("typed quotation marks stand around the headings and were left out; write the headings bare")
        header = [without_typed_quotes(heading) for heading in header]
    if not set(header) & set(table.column_names()):
        mend = f"put the heading back, which begins with {','.join(table.column_names()[:3])}"
        findings.problem(line, "", f"the first line names no column of this table; {mend}")
        return []
    _check_headings(header, line, table, findings)
    return header if "id" in header else []


def _check_headings(header: list[str], line: int, table: Table, findings: Findings) -> None:
    """Report missing, doubled and unknown columns."""
    missing = [column for column in table.columns if column.name not in header]
    for column in missing:
        loss = "no row can be shown without it" if column.required else "its cells count as empty"
        findings.problem(line, column.name, f"the column is missing and {loss}; add it to the heading")
    for name in dict.fromkeys(heading for heading in header if heading):
        if header.count(name) > 1:
            findings.problem(line, name, "the column stands twice and the first is read; delete one of the two")
        if name not in table.column_names():
            mend = did_you_mean(name.replace(" ", "_"), [column.name for column in missing]) or "check the spelling"
            findings.problem(line, quoted(name)[1:-1], f"no such column is known and its cells are not used; {mend}")


def _report_mojibake(text: str, frame: pd.DataFrame, table: Table, findings: Findings) -> set[tuple[int, str]]:
    """Report texts that went through a wrong encoding, as one problem of the file, and return where they stand."""
    if not may_be_mojibake(text):
        return set()
    columns = [column.name for column in table.columns if column.type in TEXT_TYPES]
    cells = ((int(str(line)), name, str(frame.at[line, name])) for line in frame.index for name in columns)
    mojibake = mojibake_cells(cells)
    if mojibake:
        first = mojibake[0]
        many = "the cell was" if len(mojibake) == 1 else f"{len(mojibake)} cells, of which this is the first, were"
        said = f"{many} read in a wrong encoding and saved so: {quoted(first.text)} was {quoted(first.proposal)}"
        message = f"{said}; put the earlier file back, or export it again as UTF-8"
        findings.problem(first.line, first.column, message, dict.fromkeys(cell.line for cell in mojibake))
    return {(cell.line, cell.column) for cell in mojibake}
