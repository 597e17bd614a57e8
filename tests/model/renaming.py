"""Give rows of made-up tables other ids, wherever an id stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.model.tables.cells.column_types import list_cell
from app.model.tables.schema import TABLES
from tests.model.spoiling import rows_of, write_rows


def rename(folder: Path, names: Mapping[str, Mapping[str, str]]) -> None:
    """Change ids in every table of the folder: `names` has, by table, the new id of each old one."""
    for table in TABLES:
        path = folder / table.file
        heading, *rows = rows_of(path)
        for column in table.columns:
            new: dict[str, str] = {}
            for name in (table.name,) if column.name == "id" else column.references:
                new |= names.get(name, {})
            at = heading.index(column.name)
            for row in rows if new else ():
                row[at] = ";".join(new.get(key, key) for key in list_cell(row[at]))
        write_rows(path, [heading, *rows])
