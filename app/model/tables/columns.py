"""What a table of `data/` and a column of it are, and how a cell of each type is written."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.chronology.source_text import LAST_PARAGRAPH

EDTF_ADDRESS = "https://www.loc.gov/standards/datetime/"
"""Where the Library of Congress explains EDTF."""

TYPES = {
    "key": "a key: lower-case letters, digits and single hyphens",
    "keys": "keys separated by `;`",
    "text": "words for readers, in one line and without markup",
    "texts": "several texts separated by `;`",
    "integer": "a whole number in figures",
    "number": "a number in figures, with a decimal point",
    "edtf": (
        "an EDTF level 1 date: a day (2024-12-26), month (2024-12), year (2011) or decade (198X), with `~` about, "
        "`?` uncertain or `%` both (2025~), or an interval of two of these (2007/2010), of which one end may be open "
        f"(2011/.., ../2003) or unknown (2011/, /2003); see {EDTF_ADDRESS}"
    ),
    "interval": f"an EDTF level 1 date with both ends known (2024-11-27/2024-12-20); see {EDTF_ADDRESS}",
    "url": "a web address with https:// or http://",
    "choice": "one of the allowed values",
    "codes": "ISO 3166-1 alpha-2 country codes, in capitals, separated by `;`",
    "paragraphs": f"numbers of paragraphs of the essay, 1 to {LAST_PARAGRAPH}, separated by `;`",
    "colour": "red, green and blue as #rrggbb, in small hexadecimal figures",
}
"""For each type of column, how a cell is written."""


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    """Heading in the file."""
    type: str
    """One of `TYPES`."""
    doc: str
    """What a cell says, without full stop; its unit is in `unit`."""
    required: bool = False
    """True where an empty cell is a fault."""
    choices: tuple[str, ...] = ()
    """Allowed values of a choice."""
    meanings: tuple[str, ...] = ()
    """What each of the choices stands for, in their order."""
    references: tuple[str, ...] = ()
    """Tables in which each key must be found."""
    minimum: float | None = None
    """Least allowed number, in the column's unit."""
    maximum: float | None = None
    """Greatest allowed number, in the column's unit."""
    unit: str = ""
    """Unit of a number; empty where it only counts."""
    example: str = ""
    """A cell that can stand beside the examples of the other columns; empty where the row has nothing to say."""


@dataclass(frozen=True)
class Table:
    """One file of `data/`."""

    name: str
    """Name without `.csv`."""
    row_means: str
    """What one row stands for."""
    columns: tuple[Column, ...] = ()
    """In the order of the file."""
    rules: tuple[str, ...] = ()
    """What must hold across cells, rows and tables, a sentence each."""

    @property
    def file(self) -> str:
        """File name inside the data folder."""
        return f"{self.name}.csv"

    def column_names(self) -> list[str]:
        """Return the headings in order."""
        return [column.name for column in self.columns]
