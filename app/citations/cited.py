"""The distinct addresses of the citations, each with the rows that cite it and the titles that they give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from app.citations.pace import host_of
from app.model.tables.cells.column_types import cell_fault
from app.model.tables.schema import REPORTS

_ADDRESSES = [column for column in REPORTS.columns if column.type == "url"]
_PAGE = "url"
"""The column whose page has the title of the row; an archived copy may have the archive's own."""


@dataclass(frozen=True)
class Citation:
    """A row that cites an address."""

    id: str
    """Key of the row."""
    line: int
    """Line in the file, from 1."""
    title: str
    """Title as the table has it; empty where it has none, and for an archived copy."""


@dataclass
class Cited:
    """One address, with all rows that cite it."""

    url: str
    """As the table has it."""
    citations: list[Citation] = field(default_factory=list)
    """In the order of the file."""

    @property
    def host(self) -> str:
        """The name under which requests to its host are paced."""
        return host_of(self.url)

    @property
    def titles(self) -> list[str]:
        """Each title that the table gives it, once."""
        return list(dict.fromkeys(citation.title for citation in self.citations if citation.title))


def cited_addresses(reports: pd.DataFrame) -> list[Cited]:
    """Return the distinct addresses of `reports` (text cells, indexed by line), without those that are none."""
    found: dict[str, Cited] = {}
    for line, row in _rows(reports):
        for column in _ADDRESSES:
            address = row[column.name]
            if address and not cell_fault(column, address):
                title = row["title"] if column.name == _PAGE else ""
                cited = found.setdefault(address, Cited(address))
                cited.citations.append(Citation(row["id"], line, title))
    return list(found.values())


def _rows(frame: pd.DataFrame) -> Iterable[tuple[int, dict[str, str]]]:
    records = zip(frame.index, frame.to_dict("records"), strict=True)
    return ((int(line), {str(name): str(cell) for name, cell in cells.items()}) for line, cells in records)
