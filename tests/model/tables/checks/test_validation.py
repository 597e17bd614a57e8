"""Rows as rules see them: an invalid cell cannot be read, and a rule that tries is skipped."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.model.problems import Problem
from app.model.tables.checks.validation import CheckedTable, InvalidCellError, Row
from app.model.tables.files.csv_reader import ABSENT
from app.model.tables.schema import THEMES
from tests.model.tables.checked_tables import checked_tables


def has_colour(row: Row) -> Iterator[tuple[str, str]]:
    yield "id", "begins"
    if row["colour"]:
        yield "colour", "has one"


def test_a_rule_is_put_to_every_row() -> None:
    said = [(problem.line, problem.column) for problem in checked_tables()["themes"].check(has_colour)]
    assert said == [(2, "id"), (2, "colour"), (3, "id"), (3, "colour")]


def test_a_rule_stops_at_a_faulty_cell_and_goes_on_with_the_next_row() -> None:
    themes = checked_tables()["themes"]
    faulty = CheckedTable(THEMES, themes.frame, (Problem("themes.csv", 2, "colour", "is none"),))
    said = [(problem.line, problem.column) for problem in faulty.check(has_colour)]
    assert said == [(2, "id"), (3, "id"), (3, "colour")]


def test_a_cell_that_is_faulty_or_absent_cannot_be_read() -> None:
    row = Row(2, {"id": "a", "colour": "", "shape": ""}, frozenset({"colour"}))
    assert row["id"] == "a"
    assert (row.can_be_read("id", "shape"), row.can_be_read("id", "colour")) == (True, False)
    with pytest.raises(InvalidCellError):
        row["colour"]


def test_a_file_has_a_column_only_if_it_was_read_and_its_heading_names_it() -> None:
    themes = checked_tables()["themes"]
    assert themes.has_column("colour")
    themes.frame.attrs[ABSENT] = ["colour"]
    assert (themes.has_column("colour"), themes.has_column("shape")) == (False, True)
    del themes.frame.attrs[ABSENT]
    assert not themes.has_column("shape")
