"""What a reader takes away: the tables as they stand, no formula in any cell, and one ZIP that a stranger can read."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from app.model.chronology.view import LAYERS
from app.model.tables.content import content_hash, table_contents
from app.model.tables.loader import load_atlas
from app.model.tables.schema import TABLES
from app.views.downloads import Downloads
from tests.data.test_described import errors_of
from tests.model.real import DATA, the_real_atlas
from tests.model.spoiling import a_cell_says

EVENTS = "iraq-syria-atlas_events.csv"
FORMULAS = ["=HYPERLINK(1)", "+1+1", "-cmd", "@SUM(1)", "＝1", "  =1"]
"""Texts that some spreadsheet runs; blanks before them change nothing."""


def downloads_of(folder: Path) -> Downloads:
    return Downloads(load_atlas(folder), table_contents(folder))


def the_project() -> Downloads:
    return Downloads(the_real_atlas(LAYERS), table_contents(DATA))


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_every_table_of_the_project_is_taken_away_byte_for_byte() -> None:
    files = the_project().files
    for table in TABLES:
        found = files[f"iraq-syria-atlas_{table.file}"]
        assert found.content == (DATA / table.file).read_bytes()
        assert found.as_in_folder
        assert found.rows == len(rows_of(found.content))
        assert found.media_type == "text/csv; charset=utf-8"


def test_the_listing_says_format_size_and_rows_of_each_file_the_one_with_everything_first() -> None:
    downloads = the_project()
    listing = downloads.listing()
    assert [each["format"] for each in listing] == ["zip", *["csv"] * len(TABLES), "geojson", "geojson"]
    assert [each["bytes"] for each in listing] == [len(file.content) for file in downloads.files.values()]
    geojson = next(each for each in listing if each["name"] == "iraq-syria-atlas_events.geojson")
    assert (geojson["table"], geojson["rows"]) == ("events", len(the_real_atlas(LAYERS).events))


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_becomes_a_formula(a_copy_of_the_tables: Path, formula: str) -> None:
    a_cell_says(a_copy_of_the_tables / "events.csv", 2, "title_en", formula)
    found = downloads_of(a_copy_of_the_tables).files[EVENTS]
    assert not found.as_in_folder
    assert rows_of(found.content)[0]["title_en"] == f"'{formula.strip()}"
    assert rows_of(found.content)[1:] == rows_of((DATA / "events.csv").read_bytes())[1:]


def test_a_cell_that_begins_with_a_tab_is_written_without_it(a_copy_of_the_tables: Path) -> None:
    a_cell_says(a_copy_of_the_tables / "events.csv", 2, "title_en", "\t=1")
    assert rows_of(downloads_of(a_copy_of_the_tables).files[EVENTS].content)[0]["title_en"] == "'=1"


def test_a_negative_number_is_no_formula_and_stays(a_copy_of_the_tables: Path) -> None:
    a_cell_says(a_copy_of_the_tables / "places.csv", 2, "longitude", "-44.4")
    found = downloads_of(a_copy_of_the_tables).files["iraq-syria-atlas_places.csv"]
    assert found.as_in_folder
    assert rows_of(found.content)[0]["longitude"] == "-44.4"


def test_a_formula_in_a_column_that_nobody_knows_is_left_out(a_copy_of_the_tables: Path) -> None:
    themes = a_copy_of_the_tables / "themes.csv"
    heading, *lines = themes.read_text(encoding="utf-8").splitlines()
    themes.write_text("\n".join([f"{heading},more", *(f"{line},=1" for line in lines)]), encoding="utf-8")
    found = downloads_of(a_copy_of_the_tables).files["iraq-syria-atlas_themes.csv"]
    assert b"=1" not in found.content
    assert [row["id"] for row in rows_of(found.content)] == list(the_real_atlas().themes)


def test_what_a_spreadsheet_has_saved_in_its_own_way_is_written_as_utf8_with_commas(a_copy_of_the_tables: Path) -> None:
    themes = a_copy_of_the_tables / "themes.csv"
    before = rows_of(themes.read_bytes())
    with themes.open("w", encoding="utf-16", newline="") as file:
        writer = csv.DictWriter(file, list(before[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(before)
    found = downloads_of(a_copy_of_the_tables).files["iraq-syria-atlas_themes.csv"]
    assert not found.as_in_folder
    assert rows_of(found.content) == before


def test_a_table_that_is_not_there_cannot_be_taken_away(a_copy_of_the_tables: Path) -> None:
    (a_copy_of_the_tables / "routes.csv").unlink()
    downloads = downloads_of(a_copy_of_the_tables)
    assert "iraq-syria-atlas_routes.csv" not in downloads.files
    with zipfile.ZipFile(io.BytesIO(next(iter(downloads.files.values())).content)) as archive:
        package = json.loads(archive.read("datapackage.json"))
        assert {each["path"] for each in package["resources"]} == {
            name for name in archive.namelist() if name.endswith(".csv")
        }


def test_the_zip_is_a_data_package_that_a_stranger_finds_valid(tmp_path: Path) -> None:
    name, package = next(iter(the_project().files.items()))
    assert name == f"iraq-syria-atlas_2026-04-21-{content_hash(DATA)[:8]}.zip"
    with zipfile.ZipFile(io.BytesIO(package.content)) as archive:
        assert archive.testzip() is None
        assert {"datapackage.json", "README.md", "events.geojson", "places.geojson"} < set(archive.namelist())
        archive.extractall(tmp_path)
    assert load_atlas(tmp_path).events == the_real_atlas(LAYERS).events
    assert errors_of(tmp_path) == []
    assert json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))["version"] in name


def test_the_same_tables_make_the_same_files_whenever_they_are_made() -> None:
    contents = [[(name, file.content) for name, file in the_project().files.items()] for _ in range(2)]
    assert contents[0] == contents[1]
