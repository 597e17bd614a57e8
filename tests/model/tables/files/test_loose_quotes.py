"""Quotation marks that are not those of CSV are read as they were most likely meant."""

from __future__ import annotations

import pytest

from app.model.tables.files.loose_quotes import joined_within_typed_quotes, read_loosely, without_typed_quotes


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('a,"Caesar" sanctions,c', ["a", '"Caesar" sanctions', "c"]),
        ('"Caesar" sanctions,b,c\r\n', ['"Caesar" sanctions', "b", "c"]),
        ('a,b,"Caesar" sanctions', ["a", "b", '"Caesar" sanctions']),
        ('a,"the "Caesar" sanctions",c', ["a", 'the "Caesar" sanctions', "c"]),
        ('a,"the "Caesar" sanctions, again",c', ["a", 'the "Caesar" sanctions, again', "c"]),
        ('a,"Caesar" and "Magnitsky",c', ["a", '"Caesar" and "Magnitsky"', "c"]),
        ('a,"Caesar", again,c"', None),
        ('"a, b","Caesar" acts,""', ["a, b", '"Caesar" acts', ""]),
        ('a,"he said ""no"" to "Caesar" acts",c', ["a", 'he said "no" to "Caesar" acts', "c"]),
    ],
)
def test_marks_within_a_cell_are_kept(line: str, cells: list[str] | None) -> None:
    assert read_loosely(line, ",", 3) == cells


def test_a_separator_other_than_the_comma_ends_a_cell() -> None:
    assert read_loosely('a;"Caesar" acts, 2;c', ";", 3) == ["a", '"Caesar" acts, 2', "c"]


@pytest.mark.parametrize("marks", ["“”", "„“", "«»", "‘’", "''"])
def test_a_pair_of_typed_marks_joins_the_cells_between_them(marks: str) -> None:
    cells = ["a", f"{marks[0]}one", " two", f" three{marks[1]}", "b"]
    assert joined_within_typed_quotes(cells, ",") == ["a", "one, two, three", "b"]


def test_typed_marks_within_one_cell_join_nothing() -> None:
    cells = ["a", "“one” act", "another “act”", "‘b", "c"]
    assert joined_within_typed_quotes(cells, ",") == cells
    assert [without_typed_quotes(cell) for cell in cells] == cells
