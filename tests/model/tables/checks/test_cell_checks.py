"""A faulty cell is named with line, column and mend; its row is left out, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.model.problems import Problem
from app.model.tables.cells.column_types import list_cell
from app.model.tables.checks.cell_checks import check_cells, check_references
from app.model.tables.checks.validation import CheckedTable
from app.model.tables.columns import Table
from app.model.tables.files.csv_reader import read_table
from app.model.tables.schema import TABLES
from app.model.text.hidden_characters import LINE_BREAK
from tests.model import spoiling
from tests.model.real import DATA

BY_FILE = {table.file: table for table in TABLES}
LINE = 4
AS_DEGREES = "write decimal degrees with a point"
SWAPPED = "; are latitude and longitude swapped?"
FAULTS = {
    "a required cell is empty": ("events.csv", "title_en", "", "the cell is empty and must not be; fill it in"),
    "a required choice is empty": ("events.csv", "kind", "", "the cell is empty and must not be; fill it in"),
    "a key has capitals": (
        "events.csv",
        "id",
        "Fall_of_Assad",
        "'Fall_of_Assad' is no key; use lower-case letters, digits and single hyphens",
    ),
    "a list of keys has a blank in one": (
        "events.csv",
        "places",
        "damascus;al hol",
        "'al hol' is no key; use lower-case letters, digits and single hyphens",
    ),
    "the month is 13": (
        "events.csv",
        "essay_date",
        "2024-13-01",
        "'2024-13-01' is no EDTF date; the month is 01 to 12: with day and month swapped it is 2024-01-13",
    ),
    "an interval is reversed": (
        "events.csv",
        "reported_date",
        "2010/2007",
        "'2010/2007' ends before it begins; swap its two dates",
    ),
    "there is no paragraph 33": (
        "events.csv",
        "paragraphs",
        "7;33",
        "'33' is no paragraph; the essay has 1 to 32, separated by ';'",
    ),
    "there is no paragraph 0": (
        "events.csv",
        "paragraphs",
        "0",
        "'0' is no paragraph; the essay has 1 to 32, separated by ';'",
    ),
    "paragraphs are separated by a comma": (
        "events.csv",
        "paragraphs",
        "1,2",
        "'1,2' is no paragraph; the essay has 1 to 32, separated by ';'",
    ),
    "a choice is misspelt": (
        "events.csv",
        "agreement",
        "conflict",
        "'conflict' is not allowed; did you mean 'conflicts'?",
    ),
    "a choice is like none": (
        "events.csv",
        "agreement",
        "zzz",
        "'zzz' is not allowed; use confirms, refines, conflicts, not_found",
    ),
    "a title has a control character that turns the direction": (
        "events.csv",
        "title_en",
        "a\u202eb",
        "a hidden character, right-to-left override (U+202E), stands in the cell; delete it",
    ),
    "a title has a line break": (
        "events.csv",
        "title_en",
        "a\nb",
        LINE_BREAK,
    ),
    "latitude is beyond the pole": ("places.csv", "latitude", "133", f"133 is more than 90{SWAPPED}"),
    "latitude is below the other pole": ("places.csv", "latitude", "-90.5", f"-90.5 is less than -90{SWAPPED}"),
    "longitude is out of range": (
        "places.csv",
        "longitude",
        "200",
        "200 is more than 180; longitudes run from -180 to 180: write -160",
    ),
    "latitude has a decimal comma": (
        "places.csv",
        "latitude",
        "33,3",
        "'33,3' is no number with a decimal point; write 33.3",
    ),
    "latitude is not a number": ("places.csv", "latitude", "nan", f"'nan' is no number; {AS_DEGREES}, such as 33.3406"),
    "a radius is negative": ("places.csv", "radius_km", "-1", "-1 is less than 0; write a number from 0 to 6000"),
    "a rank is not whole": (
        "places.csv",
        "label_rank",
        "1.5",
        "'1.5' is no whole number; write it in figures, without a point",
    ),
    "a country code is in small letters": (
        "places.csv",
        "countries",
        "IQ;sy",
        "'sy' is no country code; use two capitals such as IQ",
    ),
    "an address has no scheme": (
        "reports.csv",
        "url",
        "www.example.org/page",
        "'www.example.org/page' is no web address; it begins with https:// or http:// and has no spaces",
    ),
    "an address is a script": (
        "reports.csv",
        "url",
        "javascript:alert(1)",
        "'javascript:alert(1)' begins with 'javascript:' and is no web page; give one with https:// or http://",
    ),
    "an address breaks out of its attribute": (
        "reports.csv",
        "url",
        'https://example.org/"onclick="alert(1)',
        "'https://example.org/\"onclick=\"alert(1)' is no web address; "
        "it begins with https:// or http:// and has no spaces",
    ),
    "a colour is a word": ("themes.csv", "colour", "red", "'red' is no colour; write it as #1f6aa5"),
    "a chapter's range is open": ("chapters.csv", "date_range", "2011/..", "'2011/..' is open; give both ends"),
}


@pytest.mark.parametrize(("file", "column", "cell", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_faulty_cell_is_named_and_only_its_row_left_out(
    a_copy_of_the_tables: Path, file: str, column: str, cell: str, message: str
) -> None:
    spoiling.a_cell_says(a_copy_of_the_tables / file, LINE, column, cell)
    frame, _ = read_table(a_copy_of_the_tables, BY_FILE[file])
    good, problems = check_cells(frame, BY_FILE[file])
    assert problems == [Problem(file, LINE, column, message)]
    assert list(good.index) == [line for line in frame.index if line != LINE]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_real_table_has_no_faulty_cell(table: Table) -> None:
    frame, _ = read_table(DATA, table)
    good, problems = check_cells(frame, table)
    assert problems == []
    assert len(good) == len(frame)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_without_rows_has_no_faulty_cell(table: Table) -> None:
    frame, _ = read_table(DATA, table)
    assert check_cells(frame.iloc[:0], table)[1] == []


def test_a_key_that_stands_twice_is_named_in_both_rows(a_copy_of_the_tables: Path) -> None:
    spoiling.a_cell_says(a_copy_of_the_tables / "places.csv", 5, "id", "baghdad")
    frame, _ = read_table(a_copy_of_the_tables, BY_FILE["places.csv"])
    good, problems = check_cells(frame, BY_FILE["places.csv"])
    message = "'baghdad' stands in another row too; keys must differ"
    assert problems == [Problem("places.csv", 2, "id", message), Problem("places.csv", 5, "id", message)]
    assert list(good.index) == [line for line in frame.index if line not in (2, 5)]


def test_all_faults_of_a_table_are_found_in_one_go_and_in_order(a_copy_of_the_tables: Path) -> None:
    places = a_copy_of_the_tables / "places.csv"
    spoiling.a_cell_says(places, 9, "kind", "village")
    spoiling.a_cell_says(places, 3, "longitude", "east")
    spoiling.a_cell_says(places, 3, "latitude", "north")
    frame, _ = read_table(a_copy_of_the_tables, BY_FILE["places.csv"])
    good, problems = check_cells(frame, BY_FILE["places.csv"])
    assert [(problem.line, problem.column) for problem in problems] == [(3, "latitude"), (3, "longitude"), (9, "kind")]
    assert len(good) == len(frame) - 2


def test_marks_that_arabic_text_needs_are_no_fault(a_copy_of_the_tables: Path) -> None:
    spoiling.a_cell_says(a_copy_of_the_tables / "events.csv", LINE, "title_ar", "سقوط \u200fالنظام\u200e (2024)")
    frame, _ = read_table(a_copy_of_the_tables, BY_FILE["events.csv"])
    assert check_cells(frame, BY_FILE["events.csv"])[1] == []


def problems_of_a_reference(key: str, *, column: str = "places") -> list[Problem]:
    frame, _ = read_table(DATA, BY_FILE["events.csv"])
    frame = frame.iloc[:1].copy()
    frame[["places", "from_place", "actors", "themes", "reports_supplied"]] = ""
    frame[column] = key
    keys = {"places": {"damascus", "baghdad"}, "actors": {"iraq"}, "themes": {"border"}}
    return check_references([CheckedTable(BY_FILE["events.csv"], frame)], keys)


def test_a_reference_to_a_row_that_is_there_is_no_fault() -> None:
    assert problems_of_a_reference("baghdad;damascus") == []


def test_a_misspelt_reference_is_named_with_the_nearest_key() -> None:
    message = "'damascsu' is no id in places.csv; did you mean 'damascus'?"
    assert problems_of_a_reference("baghdad;damascsu") == [Problem("events.csv", 2, "places", message)]


def test_a_reference_like_no_key_asks_for_a_row() -> None:
    message = "'tokyo' is no id in places.csv; add a row 'tokyo' there or mend the key"
    assert problems_of_a_reference("tokyo") == [Problem("events.csv", 2, "places", message)]


def test_a_reference_may_be_to_either_of_two_tables() -> None:
    assert problems_of_a_reference("iraq;baghdad", column="reports_supplied") == []
    message = "'iraqq' is no id in places.csv or actors.csv; did you mean 'iraq'?"
    assert problems_of_a_reference("iraqq", column="reports_supplied") == [
        Problem("events.csv", 2, "reports_supplied", message)
    ]


def test_a_list_cell_is_split_at_semicolons_without_blanks_and_empty_parts() -> None:
    assert list_cell(" a ; b;;c;") == ("a", "b", "c")
    assert list_cell("") == ()
