"""A file that is not as it should be is read as far as it can be, and the fault is named with its line."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from app.model.problems import Problem
from app.model.reading import read_table
from app.model.schema import EVENTS, PLACES, TABLES, Table
from tests.model import spoiling
from tests.model.real import DATA

UNUSED = "no such column is known and its cells are not used; check the spelling"


@pytest.fixture
def places(a_copy_of_the_tables: Path) -> Path:
    return a_copy_of_the_tables / PLACES.file


@pytest.fixture
def events(a_copy_of_the_tables: Path) -> Path:
    return a_copy_of_the_tables / EVENTS.file


def reading(path: Path, table: Table) -> tuple[pd.DataFrame, list[Problem]]:
    return read_table(path.parent, table)


def as_it_should_be(table: Table) -> pd.DataFrame:
    return read_table(DATA, table)[0]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_real_table_is_read_without_a_problem(table: Table) -> None:
    frame, problems = read_table(DATA, table)
    assert problems == []
    assert list(frame.columns) == table.column_names()
    assert len(frame) > 0


def test_the_index_of_the_frame_is_the_line_in_the_file(places: Path) -> None:
    frame, _ = reading(places, PLACES)
    assert frame.loc[spoiling.line_of(places, "aqaba"), "id"] == "aqaba"


def test_blanks_around_cells_and_headings_are_dropped(places: Path) -> None:
    places.write_text("id , name_en\n aqaba ,  Aqaba \n", encoding="utf-8")
    frame, _ = reading(places, PLACES)
    assert (frame.loc[2, "id"], frame.loc[2, "name_en"]) == ("aqaba", "Aqaba")


def test_a_missing_file_is_named_and_gives_an_empty_table(places: Path) -> None:
    spoiling.the_file_is_gone(places)
    frame, problems = reading(places, PLACES)
    assert problems == [Problem("places.csv", 0, "", "the file is missing; put it back into the data folder")]
    assert frame.empty
    assert list(frame.columns) == PLACES.column_names()


def test_a_folder_in_place_of_the_file_is_named(places: Path) -> None:
    spoiling.the_file_is_a_folder(places)
    frame, problems = reading(places, PLACES)
    assert [(problem.file, problem.line, problem.column) for problem in problems] == [("places.csv", 0, "")]
    assert problems[0].message.startswith("the file cannot be read")
    assert frame.empty


def test_an_empty_file_lacks_every_column(places: Path) -> None:
    spoiling.the_file_is_empty(places)
    frame, problems = reading(places, PLACES)
    assert [problem.column for problem in problems] == PLACES.column_names()
    assert frame.empty


def test_utf_16_is_read_in_full_and_named(places: Path) -> None:
    spoiling.the_file_is_saved_as_utf_16(places)
    frame, problems = reading(places, PLACES)
    message = "the file is UTF-16; it was read, but save it as “CSV UTF-8”"
    assert problems == [Problem("places.csv", 0, "", message)]
    pd.testing.assert_frame_equal(frame, as_it_should_be(PLACES))


def test_windows_1256_is_named_with_the_first_line_that_shows_it(places: Path) -> None:
    rows = spoiling.rows_of(places)
    spoiling.write_rows(places, [[cell if cell.isascii() else "x" for cell in row] for row in rows[:4]] + rows[4:])
    spoiling.the_file_is_saved_as_windows_1256(places)
    frame, problems = reading(places, PLACES)
    message = "the file is not UTF-8 (perhaps Windows-1256); save it as “CSV UTF-8”"
    assert problems == [Problem("places.csv", 5, "", message)]
    assert frame.empty


def test_a_byte_order_mark_does_no_harm(places: Path) -> None:
    spoiling.the_file_begins_with_a_byte_order_mark(places)
    frame, problems = reading(places, PLACES)
    assert problems == []
    pd.testing.assert_frame_equal(frame, as_it_should_be(PLACES))


def test_line_ends_of_windows_do_no_harm(places: Path) -> None:
    spoiling.the_lines_end_as_on_windows(places)
    frame, problems = reading(places, PLACES)
    assert problems == []
    pd.testing.assert_frame_equal(frame, as_it_should_be(PLACES))


def test_a_missing_column_is_named_and_its_cells_are_empty(places: Path) -> None:
    spoiling.a_column_is_missing(places, "source")
    frame, problems = reading(places, PLACES)
    message = "the column is missing and its cells count as empty; add it to the heading"
    assert problems == [Problem("places.csv", 1, "source", message)]
    assert set(frame["source"]) == {""}
    assert list(frame["id"]) == list(as_it_should_be(PLACES)["id"])


def test_a_doubled_column_is_named(places: Path) -> None:
    spoiling.a_column_stands_twice(places, "kind")
    frame, problems = reading(places, PLACES)
    assert problems == [Problem("places.csv", 1, "kind", "the column stands twice; delete one of the two")]
    pd.testing.assert_frame_equal(frame, as_it_should_be(PLACES))


@pytest.mark.parametrize(("heading", "column"), [("lattitude", "lattitude"), ("", "(no name)")])
def test_an_unknown_column_is_named_and_not_used(places: Path, heading: str, column: str) -> None:
    spoiling.a_column_is_added(places, heading)
    frame, problems = reading(places, PLACES)
    assert problems == [Problem("places.csv", 1, column, UNUSED)]
    pd.testing.assert_frame_equal(frame, as_it_should_be(PLACES))


def test_a_row_that_is_too_long_is_named_and_left_out(events: Path) -> None:
    spoiling.a_row_has_one_cell_too_many(events, 5)
    frame, problems = reading(events, EVENTS)
    message = "the row has 21 cells and the heading 20; look for a missing or an unquoted comma"
    assert problems == [Problem("events.csv", 5, "", message)]
    pd.testing.assert_frame_equal(frame, as_it_should_be(EVENTS).drop(index=5))


def test_a_row_that_is_too_short_is_named_and_left_out(events: Path) -> None:
    spoiling.a_row_has_one_cell_too_few(events, 5)
    frame, problems = reading(events, EVENTS)
    message = "the row has 19 cells and the heading 20; look for a missing or an unquoted comma"
    assert problems == [Problem("events.csv", 5, "", message)]
    assert 5 not in frame.index


def test_a_quoted_cell_of_several_lines_keeps_later_line_numbers_right(events: Path) -> None:
    spoiling.a_cell_says(events, 3, "notes_en", "one\ntwo\nthree")
    spoiling.a_row_has_one_cell_too_many(events, 6)
    frame, problems = reading(events, EVENTS)
    assert [problem.line for problem in problems] == [8]
    assert frame.loc[3, "notes_en"] == "one\ntwo\nthree"
    text = events.read_text(encoding="utf-8").split("\n")
    assert text[9 - 1].startswith(str(frame.loc[9, "id"]))


def test_a_blank_line_keeps_later_line_numbers_right(events: Path) -> None:
    spoiling.a_blank_line_stands_before(events, 3)
    frame, problems = reading(events, EVENTS)
    assert problems == []
    assert list(frame["id"]) == list(as_it_should_be(EVENTS)["id"])
    assert list(frame.index[:3]) == [2, 4, 5]


def test_a_quotation_mark_that_is_never_closed_is_found_on_its_line_and_the_rows_before_it_stay(places: Path) -> None:
    spoiling.a_quotation_mark_is_never_closed(places, 20)
    frame, problems = reading(places, PLACES)
    assert [(problem.file, problem.line, problem.column) for problem in problems] == [("places.csv", 20, "")]
    assert list(frame.index) == list(range(2, 20))


def test_a_file_that_stops_being_csv_is_named_and_never_raises(places: Path) -> None:
    too_long = "x" * 140_000
    places.write_text(f'id,name_en\naqaba,Aqaba\nbasra,"{too_long}\n', encoding="utf-8")
    _, problems = reading(places, PLACES)
    assert problems[-1].line == 3
    assert problems[-1].message.endswith("look for an unclosed quotation mark")
