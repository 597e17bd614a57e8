"""The data dictionary, `data/README.md`, written out of the schema."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from app.model.chronology.date_words import span_in_words
from app.model.chronology.dates import parse_span
from app.model.chronology.source_text import LAST_PARAGRAPH
from app.model.tables.columns import EDTF_ADDRESS, TYPES, Column, Table
from app.model.tables.schema import TABLES

COMMAND = "python -m app.describe"
"""What writes the dictionary and the data package anew; both name it."""
DATE_FORMS = (
    "2024-12-26",
    "2024-12",
    "2011",
    "198X",
    "2025~",
    "2025?",
    "2025%",
    "2007/2010",
    "2011/..",
    "2011/",
    "../2003",
    "/2003",
)
"""Dates of each form that a table may have."""
_BASE_MAP_AND_RIGHTS = """\
## The base map

`basemap/` holds the lines of the offline map; [its own README](basemap/README.md) says where they come from. They
are those of de facto control and imply no endorsement.

## Where coordinates come from

GeoNames ([CC BY 4.0](https://creativecommons.org/licenses/by/4.0/): name it as the source), Natural Earth (public
domain), OpenStreetMap ([ODbL](https://opendatacommons.org/licenses/odbl/)), OurAirports and Wikipedia.
Each row of `places.csv` names its source, and a second one where there is one; each row of `route_points.csv` names
its basis. The essay belongs to its author and publisher: see `sources.csv` and
[`seeds/`](../seeds/README.md).
"""


def dictionary_markdown() -> str:
    """Return the text of `data/README.md`."""
    return "\n".join([_head(), *(_section(table) for table in TABLES), _BASE_MAP_AND_RIGHTS])


def escaped(text: str) -> str:
    """Return text as it must stand in Markdown, also within a table, to be read as it is; code in `…` stays code."""
    return "`".join(part.replace("|", r"\|") if is_code else _plain(part) for part, is_code in _parts(text))


def _plain(text: str) -> str:
    return re.sub(r"[\\*\[\]|]", r"\\\g<0>", text.replace("&", "&amp;").replace("<", "&lt;"))


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield what stands between backticks and outside them, with whether it is code."""
    for number, part in enumerate(text.split("`")):
        yield part, number % 2 == 1


def _head() -> str:
    """Return all that is said before the first table."""
    return f"""\
<!-- Generated from app/model/tables/schema by `{COMMAND}`. Change the schema, then run that. -->

# The tables of this folder

All that the dashboard shows of the essay stands here: one idea a file, UTF-8, cells separated by commas.
`datapackage.json` (a Frictionless Data Package) tells programs the same as this page tells you. `python -m app.check`
reads every table and names each problem with file, line, column and mend; rows without a fault are shown. With
`--remarks` it names doubts as well, such as a date in the future or an event that stands twice; they stop nothing.

Files that a spreadsheet has saved in another way are read where that is safe, and a remark says what was assumed:
semicolons, tabs or vertical bars between cells, a first line `sep=;`, commas as decimal points where semicolons or tabs
separate the cells, UTF-16, Windows-1256, Windows-1252 and other encodings whose words leave no doubt, empty columns and
rows. What may be read in two ways is a problem, as is text that went through a wrong encoding (`Ø¯Ù…Ø´Ù‚`).

{_contents()}

To add an event, follow the four steps of the [project's README](../README.md#add-an-event-in-four-steps): a row in
`events.csv`, its citations in `reports.csv`, save as CSV UTF-8, and `python -m app.check`.

## How cells are written

- **Keys.** `id` is the key of a row, made of lower-case letters, digits and single hyphens. No other row of the table
  has the same, and it never changes, since other tables and saved addresses name the row by it. A key that is not
  found in the table to which it refers is reported and left out; its row stays.
- **Lists** are separated by `;`, as in `IQ;SY`. Nothing stands twice in a list. Where the first counts most, the
  column says so.
- **Empty cells** say that nothing is known, or that nothing applies. Nothing is filled in by a guess, and nothing
  such as `n/a` or `-` stands for it.
- **Languages.** The name of a column ends in `_en` or `_ar`. Where the Arabic cell is empty the English text is shown.
- **Texts** are one line of plain words. Markup has no effect, and no text begins with `=`, `+`, `-` or `@`, which a
  spreadsheet takes for a formula.
- **Paragraphs** are those of the essay's body, 1 to {LAST_PARAGRAPH}; title, note, headings and the closing line do
  not count.
- **Coordinates** are decimal degrees in WGS84 with four decimals, north and east positive; latitude and longitude
  have a column each. **Distances** are in km.

### Dates

Dates are written in [EDTF level 1]({EDTF_ADDRESS}) (ISO 8601-2), as exact as the source and
no more. `~` says approximate, `?` uncertain, `%` both. `..` stands for an open end, what is still going on; an end left
empty stands for one that nobody knows. An event is in range while any day from its earliest to its latest is. Years run
from 0001 to 9999. Seasons, sets and times of day are not taken. The essay's date and that of reports are both kept and
never merged.

{_dates()}

### Types

{_types()}
"""


def _contents() -> str:
    return _rows(
        ("file", "one row is"),
        ((f"[`{table.file}`](#{table.name}csv)", escaped(table.row_means)) for table in TABLES),
    )


def _dates() -> str:
    def days(edtf: str) -> tuple[str, ...]:
        span = parse_span(edtf)
        earliest = str(span.start) if span.open_start else span.earliest.isoformat()
        latest = str(span.end) if span.open_end else span.latest.isoformat()
        return f"`{edtf}`", escaped(span_in_words(edtf, "en")), earliest, latest

    return _rows(("cell", "in words", "earliest day", "latest day"), map(days, DATE_FORMS))


def _types() -> str:
    return _rows(("type", "a cell holds"), ((f"`{name}`", escaped(how)) for name, how in TYPES.items()))


def _section(table: Table) -> str:
    """Return heading, columns, coded values and rules of one table."""
    heading = ("column", "what it says", "type", "required", "allowed", "example")
    parts = [
        f"## {table.file}\n",
        f"One row is {escaped(table.row_means)}. The examples, read downwards, are one row.\n",
        _rows(heading, (_column(column) for column in table.columns)),
    ]
    for column in table.columns:
        if column.choices:
            values = zip(column.choices, column.meanings, strict=True)
            meanings = _rows((f"`{column.name}`", "means"), ((f"`{value}`", escaped(says)) for value, says in values))
            parts += ["", meanings]
    if table.rules:
        parts += [
            "",
            "Rules, to which `python -m app.check` holds the rows:\n",
            *(f"- {escaped(rule)}" for rule in table.rules),
        ]
    return "\n".join(parts) + "\n"


def _column(column: Column) -> tuple[str, ...]:
    doc = f"{column.doc} ({column.unit})" if column.unit else column.doc
    required = "yes" if column.required else ""
    return f"`{column.name}`", escaped(doc), f"`{column.type}`", required, _allowed(column), escaped(column.example)


def _allowed(column: Column) -> str:
    """Return values, bounds or tables to which the cells are held."""
    if column.name == "id":
        return "each once"
    if column.choices:
        return ", ".join(f"`{choice}`" for choice in column.choices)
    if column.references:
        return "`id` of " + " or ".join(f"[`{name}.csv`](#{name}csv)" for name in column.references)
    bounds = [f"{bound:g}" for bound in (column.minimum, column.maximum) if bound is not None]
    if len(bounds) == 2:
        return " to ".join(bounds)
    return f"{bounds[0]} or more" if bounds else ""


def _rows(heading: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table of cells that are escaped already."""
    cells = [tuple(heading), *(tuple(row) for row in rows)]
    lines = ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * len(cells[0]), *lines[1:]])
