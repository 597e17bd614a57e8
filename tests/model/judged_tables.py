"""The made-up sound tables as rules judge them, with some cells changed."""

from __future__ import annotations

from app.model.checking import check_cells
from app.model.folders import PROJECT_FOLDER
from app.model.judging import JudgedTable
from app.model.reading import read_table
from app.model.schema import TABLES

SOUND = PROJECT_FOLDER / "tests" / "check" / "sound"
Change = tuple[str, str, str, str]
"""Table, id of the row, column, and what the cell is to say."""


def judged_tables(*changes: Change) -> dict[str, JudgedTable]:
    """Return every sound table after the changes, with the faults that the changes bring."""
    tables = {}
    for table in TABLES:
        frame, _ = read_table(SOUND, table)
        for name, key, column, cell in changes:
            if name == table.name:
                assert key in set(frame["id"])
                frame.loc[frame["id"] == key, column] = cell
        good, problems = check_cells(frame, table)
        faults = tuple(problem for problem in problems if problem.line not in good.index)
        tables[table.name] = JudgedTable(table, frame, faults)
    return tables


def without_rows(table: JudgedTable, *keys: str) -> JudgedTable:
    """Return the table without the rows of these ids."""
    frame = table.frame[~table.frame["id"].isin(keys)]
    assert len(frame) == len(table.frame) - len(keys)
    return JudgedTable(table.table, frame, table.faults)
