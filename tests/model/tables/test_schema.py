"""The schema itself: every column is explained, every code has a meaning, every example could stand in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.model.tables.cells.column_types import TEXT_TYPES, cell_fault, cell_remark
from app.model.tables.checks.place_rules import TOLERANCE_KM
from app.model.tables.checks.row_checks import MAX_THEMES
from app.model.tables.columns import TYPES, Column, Table
from app.model.tables.loader import load_atlas
from app.model.tables.schema import PLACES, TABLES, THEMES
from tests.model.spoiling import rows_of, write_rows


def columns() -> Iterator[tuple[Table, Column]]:
    for table in TABLES:
        for column in table.columns:
            yield table, column


each_column = pytest.mark.parametrize(
    ("table", "column"), list(columns()), ids=lambda part: part.name if isinstance(part, Table | Column) else None
)
each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@each_column
def test_a_column_says_in_a_phrase_what_its_cells_say(table: Table, column: Column) -> None:
    assert len(column.doc) > 4, f"{table.file}: {column.name}"
    assert column.doc == column.doc.strip().removesuffix(".")


@each_column
def test_a_choice_has_a_meaning_for_each_of_its_values_and_nothing_else_has_any(table: Table, column: Column) -> None:
    assert bool(column.choices) == (column.type == "choice"), f"{table.file}: {column.name}"
    assert len(column.meanings) == len(column.choices) == len(set(column.choices))
    assert all(meaning.strip() for meaning in column.meanings)


@each_column
def test_an_example_has_neither_a_fault_nor_a_remark(table: Table, column: Column) -> None:
    assert cell_fault(column, column.example) == "", f"{table.file}: {column.name}"
    assert cell_remark(column, column.example) == ""


@each_column
def test_only_a_text_that_may_be_empty_is_without_an_example(table: Table, column: Column) -> None:
    may_lack_one = column.type in TEXT_TYPES and not column.required
    assert column.example or may_lack_one, f"{table.file}: {column.name}"


@each_column
def test_a_number_has_a_unit_and_a_name_that_ends_in_a_unit_agrees_with_it(table: Table, column: Column) -> None:
    assert bool(column.unit) == (column.type == "number"), f"{table.file}: {column.name}"
    if column.name.endswith("_km"):
        assert column.unit == "km"


def test_every_type_is_explained_and_every_explained_type_is_used() -> None:
    assert {column.type for _, column in columns()} == set(TYPES)


def test_references_name_tables_and_stand_only_with_keys() -> None:
    names = {table.name for table in TABLES}
    assert [column.name for _, column in columns() if not names.issuperset(column.references)] == []
    with_references = {(table.name, column.name) for table, column in columns() if column.references}
    keys = {(table.name, column.name) for table, column in columns() if column.type in ("key", "keys")}
    assert with_references == {(table, column) for table, column in keys if column != "id"}


@each_table
def test_the_examples_of_a_table_make_a_row_that_breaks_no_rule(table: Table, a_copy_of_the_tables: Path) -> None:
    path = a_copy_of_the_tables / table.file
    example = [column.example for column in table.columns]
    heading, *rows = rows_of(path)
    assert heading == table.column_names()
    others = [row for row in rows if row[0] != example[0]]
    write_rows(path, [heading, example, *others])
    problems = load_atlas(a_copy_of_the_tables).problems
    assert [str(problem) for problem in problems if (problem.file, problem.line) == (table.file, 2)] == []


def test_rules_in_words_have_the_numbers_of_the_rules_in_code() -> None:
    assert any(f"{TOLERANCE_KM:g} km" in rule for rule in PLACES.rules)
    assert MAX_THEMES == 9
    assert any("nine themes" in rule for rule in THEMES.rules)


@each_table
def test_a_rule_is_a_sentence_and_names_only_columns_and_codes_that_there_are(table: Table) -> None:
    known = {column.name for column in table.columns} | {each.file for each in TABLES}
    known |= {choice for column in table.columns for choice in column.choices}
    for rule in table.rules:
        assert rule.endswith(".")
        assert set(rule.split("`")[1::2]) <= known
