"""Rows as rules see them: a rule that would read an invalid or missing cell is skipped for that row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from app.model.problems import Problem
from app.model.tables.columns import Table
from app.model.tables.files.csv_reader import ABSENT


class InvalidCellError(LookupError):
    """Raised on reading a cell that has a problem of its own."""


@dataclass(frozen=True)
class Row:
    """One row of a file, faulty or not."""

    line: int
    """Line in the file, from 1."""
    cells: Mapping[str, str]
    """By column."""
    invalid: frozenset[str]
    """Columns whose cell has a problem of its own, or that the file does not have."""

    def __getitem__(self, column: str) -> str:
        if column in self.invalid:
            raise InvalidCellError(column)
        return self.cells[column]

    def can_be_read(self, *columns: str) -> bool:
        """Return True where none of the cells is invalid."""
        return self.invalid.isdisjoint(columns)


def records_of(frame: pd.DataFrame) -> list[dict[str, str]]:
    """Return the rows of a frame of texts; pandas' own way takes several times as long."""
    columns = [frame[name].tolist() for name in frame.columns]
    return [dict(zip(frame.columns, cells, strict=True)) for cells in zip(*columns, strict=True)]


Rule = Callable[[Row], Iterable[tuple[str, str]]]
"""Takes a row, and gives column and message of each problem with it."""


@dataclass(frozen=True)
class CheckedTable:
    """All rows of a file, and which of their cells can be relied on."""

    table: Table
    """What the file should be."""
    frame: pd.DataFrame
    """Text cells as read, indexed by line."""
    faults: tuple[Problem, ...] = ()
    """Those for which a row is set aside."""

    def has_column(self, column: str) -> bool:
        """Return True where the file was read and has the column: only then an absence in it says something."""
        return ABSENT in self.frame.attrs and column not in self.frame.attrs[ABSENT]

    @cached_property
    def rows(self) -> list[Row]:
        """Every row, in the order of the file."""
        absent = frozenset(self.frame.attrs.get(ABSENT, ()))
        invalid: dict[int, set[str]] = {}
        for fault in self.faults:
            invalid.setdefault(fault.line, set()).add(fault.column)
        return [
            Row(int(line), cells, absent.union(invalid.get(int(line), ())))
            for line, cells in zip(self.frame.index, records_of(self.frame), strict=True)
        ]

    def check(self, *rules: Rule) -> Iterator[Problem]:
        """Yield the problems that the rules find in the rows."""
        for row in self.rows:
            for rule in rules:
                try:
                    yield from (Problem(self.table.file, row.line, column, said) for column, said in rule(row))
                except InvalidCellError:
                    continue
