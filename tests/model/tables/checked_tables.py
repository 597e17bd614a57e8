"""The made-up sound tables as rules judge them, with some cells changed."""

from __future__ import annotations

from functools import cache

import pandas as pd

from app.model.paths import PROJECT_FOLDER
from app.model.problems import Problem
from app.model.tables.checks.cell_checks import check_cells
from app.model.tables.checks.validation import CheckedTable
from app.model.tables.columns import Table
from app.model.tables.files.csv_reader import read_table
from app.model.tables.schema import TABLES

SOUND = PROJECT_FOLDER / "tests" / "check" / "sound"
Change = tuple[str, str, str, str]
"""Table, id of the row, column, and what the cell is to say."""


def checked_tables(*changes: Change) -> dict[str, CheckedTable]:
    """Return every sound table after the changes, with the faults that the changes bring."""
    return {table.name: _checked(table, [change for change in changes if change[0] == table.name]) for table in TABLES}


@cache
def _sound(table: Table) -> CheckedTable:
    """Return a table as it stands in its file: read and checked once, since most changes leave most tables alone."""
    frame, _ = read_table(SOUND, table)
    return CheckedTable(table, frame, _faults(frame, table))


def _checked(table: Table, changes: list[Change]) -> CheckedTable:
    sound = _sound(table)
    frame = sound.frame.copy()  # callers may change what they get
    for _, key, column, cell in changes:
        assert key in set(frame["id"])
        frame.loc[frame["id"] == key, column] = cell
    return CheckedTable(table, frame, _faults(frame, table) if changes else sound.faults)


def _faults(frame: pd.DataFrame, table: Table) -> tuple[Problem, ...]:
    good, problems = check_cells(frame, table)
    return tuple(problem for problem in problems if problem.line not in good.index)


def without_rows(table: CheckedTable, *keys: str) -> CheckedTable:
    """Return the table without the rows of these ids."""
    frame = table.frame[~table.frame["id"].isin(keys)]
    assert len(frame) == len(table.frame) - len(keys)
    return CheckedTable(table.table, frame, table.faults)
