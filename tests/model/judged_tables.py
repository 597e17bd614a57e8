"""The made-up sound tables as rules judge them, with some cells changed."""

from __future__ import annotations

from functools import cache

import pandas as pd

from app.model.checking import check_cells
from app.model.folders import PROJECT_FOLDER
from app.model.judging import JudgedTable
from app.model.problems import Problem
from app.model.reading import read_table
from app.model.schema import TABLES, Table

SOUND = PROJECT_FOLDER / "tests" / "check" / "sound"
Change = tuple[str, str, str, str]
"""Table, id of the row, column, and what the cell is to say."""


def judged_tables(*changes: Change) -> dict[str, JudgedTable]:
    """Return every sound table after the changes, with the faults that the changes bring."""
    return {table.name: _judged(table, [change for change in changes if change[0] == table.name]) for table in TABLES}


@cache
def _sound(table: Table) -> JudgedTable:
    """Return a table as it stands in its file: read and checked once, since most changes leave most tables alone."""
    frame, _ = read_table(SOUND, table)
    return JudgedTable(table, frame, _faults(frame, table))


def _judged(table: Table, changes: list[Change]) -> JudgedTable:
    sound = _sound(table)
    frame = sound.frame.copy()  # callers may change what they get
    for _, key, column, cell in changes:
        assert key in set(frame["id"])
        frame.loc[frame["id"] == key, column] = cell
    return JudgedTable(table, frame, _faults(frame, table) if changes else sound.faults)


def _faults(frame: pd.DataFrame, table: Table) -> tuple[Problem, ...]:
    good, problems = check_cells(frame, table)
    return tuple(problem for problem in problems if problem.line not in good.index)


def without_rows(table: JudgedTable, *keys: str) -> JudgedTable:
    """Return the table without the rows of these ids."""
    frame = table.frame[~table.frame["id"].isin(keys)]
    assert len(frame) == len(table.frame) - len(keys)
    return JudgedTable(table.table, frame, table.faults)
