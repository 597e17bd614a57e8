"""Rows under judgement: what is doubtful cannot be read, and a rule that tries to keeps silent."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.model.judging import DoubtfulCellError, JudgedTable, Row
from app.model.problems import Problem
from app.model.reading import ABSENT
from app.model.schema import THEMES
from tests.model.judged_tables import judged_tables


def has_colour(row: Row) -> Iterator[tuple[str, str]]:
    yield "id", "begins"
    if row["colour"]:
        yield "colour", "has one"


def test_a_rule_is_put_to_every_row() -> None:
    said = [(problem.line, problem.column) for problem in judged_tables()["themes"].judge(has_colour)]
    assert said == [(2, "id"), (2, "colour"), (3, "id"), (3, "colour")]


def test_a_rule_stops_at_a_faulty_cell_and_goes_on_with_the_next_row() -> None:
    themes = judged_tables()["themes"]
    faulty = JudgedTable(THEMES, themes.frame, (Problem("themes.csv", 2, "colour", "is none"),))
    said = [(problem.line, problem.column) for problem in faulty.judge(has_colour)]
    assert said == [(2, "id"), (3, "id"), (3, "colour")]


def test_a_cell_that_is_faulty_or_absent_cannot_be_read() -> None:
    row = Row(2, {"id": "a", "colour": "", "shape": ""}, frozenset({"colour"}))
    assert row["id"] == "a"
    assert (row.can_be_read("id", "shape"), row.can_be_read("id", "colour")) == (True, False)
    with pytest.raises(DoubtfulCellError):
        row["colour"]


def test_a_file_has_a_column_only_if_it_was_read_and_its_heading_names_it() -> None:
    themes = judged_tables()["themes"]
    assert themes.has_column("colour")
    themes.frame.attrs[ABSENT] = ["colour"]
    assert (themes.has_column("colour"), themes.has_column("shape")) == (False, True)
    del themes.frame.attrs[ABSENT]
    assert not themes.has_column("shape")
