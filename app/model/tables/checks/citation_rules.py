"""Rules for citations: the day of reading, and the archived copy."""

from __future__ import annotations

from collections.abc import Iterator

from app.model.chronology.dates import parse_span
from app.model.tables.checks.validation import Row


def read_on_one_day_after_publication(row: Row) -> Iterator[tuple[str, str]]:
    """Say where `accessed` is more than one day, or a day before the page was published."""
    if not row["accessed"]:
        return
    accessed = parse_span(row["accessed"])
    if accessed.earliest != accessed.latest:
        yield "accessed", f"'{row['accessed']}' is more than one day; write the day as 2026-03-14, or empty the cell"
    elif row["published"] and accessed.latest < parse_span(row["published"]).earliest:
        yield "accessed", f"{row['accessed']} is before {row['published']}, when it was published; mend one of the two"


def archived_elsewhere(row: Row) -> Iterator[tuple[str, str]]:
    """Say where the archived copy is the page itself."""
    if row["archive_url"] and row["archive_url"] == row["url"]:
        yield "archive_url", "the address is that of the page itself; write the archived copy's, or empty the cell"
