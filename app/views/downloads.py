"""What a reader may take away: every table as CSV, events and places as GeoJSON, and all of it as one ZIP.

A table is sent byte for byte as it stands in the folder, so that `app.check` reads the same and its hash is the one
that a citation names. But no cell may become a formula in the spreadsheet of whoever opens it, and no file may be read
in a wrong encoding: a table that has such a cell, other columns, or is saved in another way than UTF-8 with commas is
written anew from what the atlas has read of it, with an apostrophe before each such cell. `app.check` remarks on those
cells, and reads the apostrophe as part of their text.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.model.chronology.edition import edition
from app.model.chronology.entities import Atlas
from app.model.tables.columns import Table
from app.model.tables.datapackage import DATA_PACKAGE_NAME, data_package
from app.model.tables.dictionary import dictionary_markdown
from app.model.tables.files.csv_reader import read_table
from app.model.tables.schema import TABLES
from app.model.text.untrusted_text import commands_a_spreadsheet, for_spreadsheet
from app.views import geojson

MEDIA_TYPES = {".csv": "text/csv; charset=utf-8", ".geojson": geojson.MEDIA_TYPE, ".zip": "application/zip"}
GEOJSON = {"events": geojson.events_geojson, "places": geojson.places_geojson}
"""What makes the GeoJSON of a table, by the table's name."""
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP can name: the same tables make the same file, whenever and on whichever machine."""


@dataclass(frozen=True)
class Download:
    """A file to be taken away."""

    name: str
    """Under which it is saved; says what it is."""
    content: bytes
    """What is in it."""
    table: str
    """Name of the table that it has; empty for one that has all."""
    rows: int
    """How many rows or features of the table; 0 for a file that has all."""
    as_in_folder: bool = True
    """False for a table that was written anew."""

    @property
    def media_type(self) -> str:
        """MIME type."""
        return MEDIA_TYPES[Path(self.name).suffix]


class Downloads:
    """The files to be taken away of one version of the tables."""

    def __init__(self, whole: Atlas, contents: Mapping[str, bytes]) -> None:
        """Take the atlas with every layer, and the content of its tables by their files' names."""
        self._whole = whole
        self._tables = [_table(table, contents[table.file]) for table in TABLES if table.file in contents]

    @cached_property
    def files(self) -> dict[str, Download]:
        """All files by their names, the one with everything first."""
        made = [*self._tables, *(self._geojson(name) for name in GEOJSON)]
        return {each.name: each for each in (self._zip(made), *made)}

    def listing(self) -> list[dict[str, Any]]:
        """Return what the page says of each file."""
        return [
            {
                "name": each.name,
                "format": Path(each.name).suffix.removeprefix("."),
                "table": each.table,
                "rows": each.rows,
                "bytes": len(each.content),
                "asInFolder": each.as_in_folder,
            }
            for each in self.files.values()
        ]

    def _geojson(self, table: str) -> Download:
        made = GEOJSON[table](self._whole)
        text = json.dumps(made, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
        return Download(f"{DATA_PACKAGE_NAME}_{table}.geojson", text.encode(), table, len(made["features"]))

    def _zip(self, files: Iterable[Download]) -> Download:
        """Return the data package: the tables under their own names, what describes them, and the GeoJSON."""
        listed = list(files)
        names = {each.name: _name_in_package(each) for each in listed}
        package = data_package() | {"version": edition(self._whole)}
        package["resources"] = [each for each in package["resources"] if each["path"] in names.values()]
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
            _add(archive, "datapackage.json", (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode())
            _add(archive, "README.md", dictionary_markdown().encode())
            for each in listed:
                _add(archive, names[each.name], each.content)
        return Download(f"{DATA_PACKAGE_NAME}_{edition(self._whole)}.zip", written.getvalue(), "", 0)


def _name_in_package(each: Download) -> str:
    return f"{each.table}{Path(each.name).suffix}"


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _ZIP_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def _table(table: Table, content: bytes) -> Download:
    name = f"{DATA_PACKAGE_NAME}_{table.file}"
    rows = _safe_rows(content, table)
    if rows is not None:
        return Download(name, content, table.name, len(rows))
    with TemporaryDirectory() as folder:
        (Path(folder) / table.file).write_bytes(content)
        frame, _ = read_table(Path(folder), table)
    records = [[for_spreadsheet(str(cell)) for cell in record] for record in frame.itertuples(index=False)]
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows([table.column_names(), *records])
    return Download(name, written.getvalue().encode(), table.name, len(records), as_in_folder=False)


def _safe_rows(content: bytes, table: Table) -> list[list[str]] | None:
    """Return the rows of a table that any spreadsheet opens for what it is; None where it is no such table."""
    try:
        text = content.decode("utf-8-sig")
        heading, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    except (UnicodeDecodeError, csv.Error, ValueError):
        return None
    is_plain = sorted(heading) == sorted(table.column_names()) and all(len(row) == len(heading) for row in rows)
    is_safe = is_plain and not any(commands_a_spreadsheet(cell) for row in rows for cell in row)
    return rows if is_safe else None
