"""The rows of a CSV file under its heading, each with its line: those that fit are read, the others are reported."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.model.problems import Findings
from app.model.tables.cells.column_types import LIST_TYPES, TEXT_TYPES, cell_fault
from app.model.tables.columns import Table
from app.model.tables.files.loose_quotes import (
    begins_with_typed_quote,
    joined_within_typed_quotes,
    read_loosely,
    without_typed_quotes,
)
from app.model.tables.files.separators import Layout, name_of
from app.model.text.hidden_characters import without_hidden_edges
from app.model.text.quoting import lines_in_words, quoted

UNCLOSED = "a quotation mark that is not closed"
"""What is wrong with a heading or a row, for a message."""
_UNDECODED = re.compile(r"[\ud800-\udfff]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_DECIMAL_COMMA = re.compile(r"[+\-−]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+")
"""A number as it is written where commas do not separate cells, with or without points between thousands."""


@dataclass(frozen=True)
class Record:
    """One row of a CSV file, before it is known to fit the heading."""

    line: int
    """Line on which it begins, from 1."""
    next_line: int
    """Line on which the next one begins."""
    cells: list[str]
    """As they stand in the file."""
    unclosed: bool = False
    """True where a quotation mark is not closed, or where it is no CSV."""
    loose: bool = False
    """True where quotation marks within cells are not doubled."""
    typed_quotes: bool = False
    """True where typed quotation marks were taken for those of CSV."""


def record_at(lines: Sequence[str], at: int, separator: str) -> Record:
    """Return the row that begins on the line with index `at`."""
    strict = csv.reader((lines[index] for index in range(at, len(lines))), delimiter=separator, strict=True)
    try:
        cells, loose, end = next(strict), False, at + strict.line_num
    except csv.Error:
        reader = csv.reader((lines[index] for index in range(at, len(lines))), delimiter=separator)
        try:
            cells, loose, end = next(reader), True, at + reader.line_num
        except csv.Error:
            return Record(at + 1, at + 2, lines[at].split(separator), unclosed=True)
    odd = "".join(lines[at:end]).count('"') % 2 == 1
    unclosed = odd and (end - at > 1 or (loose and end == len(lines)))
    return Record(at + 1, end + 1, cells, unclosed, loose=loose and not unclosed)


class Rows:
    """The rows under a heading."""

    def __init__(
        self, lines: Sequence[str], layout: Layout, header: Sequence[str], table: Table, findings: Findings
    ) -> None:
        self._lines = lines
        self._layout = layout
        self._header = list(header)
        self._columns = {column.name: column for column in table.columns}
        self._findings = findings
        self._decimal_commas = 0
        self._typed_quotes = is_within_typed_quotes(record_at(lines, layout.heading_at, layout.heading).cells)

    def read(self) -> tuple[dict[int, dict[str, str]], list[list[str]]]:
        """Return the cells of each whole row by line, and those of the others, which are reported."""
        rows: dict[int, dict[str, str]] = {}
        lost: list[list[str]] = []
        unnamed: dict[int, str] = {}
        for record in self._records():
            stripped = [cell.strip() for cell in record.cells]
            if not any(stripped):
                continue
            if self._names_of(stripped) == self._names_of(self._header):
                self._findings.problem(record.line, "", "the heading stands here a second time; delete the line")
            elif self._is_lost(record, stripped):
                lost.append(stripped)
            else:
                self._note_quotes(record)
                rows[record.line] = self._cells(record)
                beyond = [cell for name, cell in zip(self._header, stripped, strict=True) if not name and cell]
                unnamed.update({record.line: beyond[0]} if beyond else {})
        if unnamed:
            first = min(unnamed)
            where = f"here {quoted(unnamed[first])}" + (f", on {lines_in_words(unnamed)}" if len(unnamed) > 1 else "")
            message = f"text stands in a column without a heading, {where}, and is not used"
            self._findings.problem(first, "", f"{message}; give the column its name or delete the text", unnamed)
        if self._decimal_commas:
            many = "1 comma was" if self._decimal_commas == 1 else f"{self._decimal_commas} commas were"
            self._findings.note(f"{many} read as the decimal point of a number; write numbers with a point")
        return rows, lost

    def _records(self) -> Iterator[Record]:
        """Yield every row, cut or filled to the heading's width where only empty cells are too many or too few."""
        at = record_at(self._lines, self._layout.heading_at, self._layout.heading).next_line - 1
        separator = self._layout.rows
        while at < len(self._lines):
            record = record_at(self._lines, at, separator)
            runs_on = record.next_line > record.line + 1
            if record.unclosed or (runs_on and len(self._fitted(record.cells)) != len(self._header)):
                cells = self._lines[at].replace('"', "").strip().split(separator)
                record = Record(record.line, record.line + 1, cells, unclosed=True)
            else:
                record = self._repaired(record)
            cells = self._fitted(record.cells)
            yield record if cells is record.cells else replace(record, cells=cells)
            at = record.next_line - 1

    def _fitted(self, cells: list[str]) -> list[str]:
        """Return the cells without empty ones beyond the heading, filled up where only nameless ones are missing."""
        width = len(self._header)
        if len(cells) > width and not any(cell.strip() for cell in cells[width:]) and self._in_place(cells):
            return cells[:width]
        if len(cells) < width and not any(self._header[len(cells) :]):
            return [*cells, *[""] * (width - len(cells))]
        return cells

    def _in_place(self, cells: Sequence[str]) -> bool:
        """Return True where the cells fit their columns; an unquoted comma in a text moves all behind it."""
        for name, cell in zip(self._header, cells, strict=False):
            column = self._columns.get(name)
            if not column:
                continue
            if column.type in TEXT_TYPES:
                in_english = column.name.endswith("_ar") and re.search("[A-Za-z]", cell) and not _ARABIC.search(cell)
                if cell.startswith(" ") or in_english:
                    return False
            elif not _DECIMAL_COMMA.fullmatch(cell.strip()) and cell_fault(column, cell.strip()):
                return False
        return True

    def _repaired(self, record: Record) -> Record:
        """Return the record with its quotation marks read as they were most likely meant."""
        separator, width = self._layout.rows, len(self._header)
        one_line = record.next_line == record.line + 1
        if record.loose and one_line:
            cells = read_loosely(self._lines[record.line - 1], separator, width)
            record = replace(record, cells=cells or record.cells)
        if len(record.cells) > width:
            joined = joined_within_typed_quotes(record.cells, separator)
            if len(joined) < len(record.cells) and len(self._fitted(joined)) == width:
                record = replace(record, cells=joined, typed_quotes=True)
        if is_within_typed_quotes(record.cells):
            cells = [without_typed_quotes(cell.strip()) for cell in record.cells]
            record = replace(record, cells=cells, typed_quotes=not self._typed_quotes)
        return record

    def _names_of(self, cells: Sequence[str]) -> list[str]:
        return [cell for cell in cells if cell]

    def _is_lost(self, record: Record, stripped: list[str]) -> bool:
        """Return True where the row cannot be read, and report why."""
        if record.unclosed:
            message = f"the row has {UNCLOSED}; close it, or write two for one inside a text"
            self._findings.problem(record.line, "", message)
            return True
        if len(stripped) != len(self._header):
            uneven = f"the row has {len(stripped)} cells and the heading {len(self._header)}"
            mend = f"look for a missing or an unquoted {name_of(self._layout.rows).removesuffix('s')}"
            if len(stripped) > len(self._header) and any(begins_with_typed_quote(cell) for cell in stripped):
                mend = 'typed quotation marks, as “…”, do not enclose a cell: write the plain ones, as "…"'
            self._findings.problem(record.line, "", f"{uneven}; {mend}")
            return True
        # The file's problem has named the encoding.
        return bool(_UNDECODED.search("".join(stripped)))

    def _note_quotes(self, record: Record) -> None:
        if record.loose:
            cells = list(zip(self._header, record.cells, strict=True))
            name, cell = next((pair for pair in cells if '"' in pair[1]), cells[0])
            doubled = '"' + cell.replace('"', '""') + '"'
            message = f"quotation marks within the cell are not doubled; it was read as {quoted(cell)}"
            self._findings.problem(record.line, name, f"{message}; write {doubled}")
        if record.typed_quotes:
            message = "typed quotation marks, as “…”, stand around cells and were read as those of CSV"
            self._findings.problem(record.line, "", f'{message}; write the plain ones, as "…"')

    def _cells(self, record: Record) -> dict[str, str]:
        return {
            name: self._tidy(cell, record.line, name)
            # Of a column that stands twice the first counts.
            for name, cell in reversed(list(zip(self._header, record.cells, strict=True)))
            if name in self._columns
        }

    def _tidy(self, cell: str, line: int, name: str) -> str:
        column_type = self._columns[name].type
        if column_type == "number" and self._layout.rows in (";", "\t") and _DECIMAL_COMMA.fullmatch(cell.strip()):
            self._decimal_commas += 1
            return cell.strip().replace(".", "").replace(",", ".")
        return tidy(cell, column_type, line, name, self._findings)


def tidy(cell: str, column_type: str, line: int, name: str, findings: Findings) -> str:
    """Return the cell without blanks around it; hidden characters around keys, dates and the like are reported."""
    if column_type in TEXT_TYPES:
        return cell.strip()
    bare, message = without_hidden_edges(cell.strip(" \t\r\n"), is_list=column_type in LIST_TYPES)
    if message:
        findings.problem(line, name, message)
    return bare


def is_within_typed_quotes(cells: Sequence[str]) -> bool:
    """Return True where the first cell, a key, stands between typed quotation marks."""
    first = cells[0].strip() if cells else ""
    return without_typed_quotes(first) != first
