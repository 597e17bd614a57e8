"""The data package tells programs what the schema says, in Frictionless's words, as strictly as the check does."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from app.model.tables.cells.column_types import cell_fault
from app.model.tables.columns import Column, Table
from app.model.tables.datapackage import data_package, data_package_json
from app.model.tables.schema import TABLES

PACKAGE = data_package()
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}
each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def field_of(table: str, column: str) -> dict[str, Any]:
    return next(field for field in RESOURCES[table]["schema"]["fields"] if field["name"] == column)


def column_of(table: str, name: str) -> Column:
    columns = next(each.columns for each in TABLES if each.name == table)
    return next(column for column in columns if column.name == name)


def test_the_package_has_one_resource_a_table_and_says_what_it_is() -> None:
    assert list(RESOURCES) == [table.name for table in TABLES]
    assert PACKAGE["profile"] == "tabular-data-package"
    assert re.fullmatch(r"[a-z0-9._-]+", PACKAGE["name"])
    assert any("Iraq-Syria Relations in the Post-Assad Era" in source["title"] for source in PACKAGE["sources"])
    assert any("CC BY 4.0" in source["title"] for source in PACKAGE["sources"])


@each_table
def test_a_resource_has_the_columns_of_its_file_in_order_and_id_as_its_key(table: Table) -> None:
    resource = RESOURCES[table.name]
    assert resource["path"] == table.file
    assert resource["encoding"] == "utf-8"
    assert [field["name"] for field in resource["schema"]["fields"]] == table.column_names()
    assert resource["schema"]["primaryKey"] == "id"
    assert resource["schema"]["missingValues"] == [""]
    assert field_of(table.name, "id")["constraints"].items() >= {"required": True, "unique": True}.items()


@each_table
def test_constraints_are_those_of_the_schema(table: Table) -> None:
    for column in table.columns:
        constraints = field_of(table.name, column.name).get("constraints", {})
        assert constraints.get("required", False) == column.required
        assert tuple(constraints.get("enum", ())) == column.choices
        assert constraints.get("minimum") == column.minimum
        assert constraints.get("maximum") == column.maximum


@each_table
def test_a_description_holds_the_words_of_the_schema_and_the_meaning_of_each_code(table: Table) -> None:
    assert all(rule in RESOURCES[table.name]["description"] for rule in table.rules)
    for column in table.columns:
        description = field_of(table.name, column.name)["description"]
        assert description.startswith(column.doc)
        coded = zip(column.choices, column.meanings, strict=True)
        assert all(f"{choice}: {meaning}." in description for choice, meaning in coded)
        assert all(f"{name}.csv" in description for name in column.references)
        assert ("EDTF level 1" in description) == (column.type in ("edtf", "interval"))


def test_keys_that_stand_alone_are_foreign_keys_and_lists_are_none() -> None:
    found = {
        (name, key["fields"], key["reference"]["resource"], key["reference"]["fields"])
        for name, resource in RESOURCES.items()
        for key in resource["schema"].get("foreignKeys", ())
    }
    assert found == {
        ("events", "from_place", "places", "id"),
        ("reports", "event", "events", "id"),
        ("route_points", "route", "routes", "id"),
        ("crossing_states", "place", "places", "id"),
        ("crossing_states", "held_by", "actors", "id"),
    }


@pytest.mark.parametrize(
    ("table", "column", "cell"),
    [
        ("events", "id", "a-key-2"),
        ("events", "id", "A_key"),
        ("events", "id", "a--key"),
        ("events", "places", "damascus"),
        ("events", "places", "damascus;al-qaim ; baghdad"),
        ("events", "places", "damascus,baghdad"),
        ("events", "paragraphs", "1;9;10;32"),
        ("events", "paragraphs", "0"),
        ("events", "paragraphs", "33"),
        ("events", "paragraphs", "3 4"),
        ("places", "countries", "IQ;SY"),
        ("places", "countries", "iq"),
        ("places", "countries", "IRQ"),
        ("themes", "colour", "#1f6aa5"),
        ("themes", "colour", "#1F6AA5"),
        ("themes", "colour", "#1f6aa"),
    ],
)
def test_a_pattern_and_the_check_agree_on_a_cell(table: str, column: str, cell: str) -> None:
    pattern = field_of(table, column)["constraints"]["pattern"]
    # As frictionless reads it, without a group of its own around it.
    allowed = re.match(f"^{pattern}$", cell) is not None
    assert allowed == (cell_fault(column_of(table, column), cell) == "")


def test_every_example_stands_within_its_pattern() -> None:
    for resource in PACKAGE["resources"]:
        for field in resource["schema"]["fields"]:
            pattern = field.get("constraints", {}).get("pattern")
            if pattern:
                assert re.fullmatch(pattern, field["example"]), field["name"]


def test_the_text_is_json_in_readable_letters_and_ends_with_a_line_break() -> None:
    text = data_package_json()
    assert json.loads(text) == PACKAGE
    assert "\\u" not in text
    assert text.endswith("}\n")


def test_no_path_leads_out_of_the_folder() -> None:
    paths = [resource["path"] for resource in PACKAGE["resources"]]
    assert [path for path in paths if path.startswith(("/", "~")) or ".." in path] == []
    assert all(source.get("path", "https://").startswith("https://") for source in PACKAGE["sources"])
