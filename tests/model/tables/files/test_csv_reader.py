"""A file that is not as it should be is read as far as it can be, and the fault is named with its line."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from app.model.problems import REMARK, Problem
from app.model.tables.columns import Table
from app.model.tables.files.csv_reader import keys_written, read_table
from app.model.tables.schema import EVENTS, PLACES, TABLES
from tests.model import spoiling
from tests.model.real import DATA

UNCLOSED = "the row has a quotation mark that is not closed; close it, or write two for one inside a text"
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


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n\r\n", b",,,\n", b"\0\0\0\0"])
def test_an_empty_file_is_one_problem_and_gives_an_empty_table(places: Path, content: bytes) -> None:
    places.write_bytes(content)
    frame, problems = reading(places, PLACES)
    assert problems == [Problem("places.csv", 0, "", "the file is empty; put the table back, with its heading")]
    assert frame.empty
    assert list(frame.columns) == PLACES.column_names()


def test_utf_16_is_read_in_full_and_named(places: Path) -> None:
    spoiling.the_file_is_saved_as_utf_16(places)
    frame, problems = reading(places, PLACES)
    message = "the file is UTF-16 and was read so; save it as “CSV UTF-8”"
    assert problems == [Problem("places.csv", 0, "", message, REMARK)]
    pd.testing.assert_frame_equal(frame, as_it_should_be(PLACES))


def test_windows_1256_is_read_and_named_with_the_first_line_that_shows_it(places: Path) -> None:
    rows = spoiling.rows_of(places)
    spoiling.write_rows(places, [[cell if cell.isascii() else "x" for cell in row] for row in rows[:4]] + rows[4:])
    known, _ = reading(places, PLACES)
    spoiling.the_file_is_saved_as_windows_1256(places)
    frame, problems = reading(places, PLACES)
    assert [(problem.line, problem.grade) for problem in problems] == [(0, REMARK)]
    assert problems[0].message.startswith(
        "the file is not UTF-8; it was read as Windows-1256 (Arabic), in which line 5 says "
    )
    assert problems[0].message.endswith("save it as “CSV UTF-8”")
    assert list(frame["name_ar"]) == list(known["name_ar"])


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
    assert problems == [
        Problem("places.csv", 1, "kind", "the column stands twice and the first is read; delete one of the two")
    ]
    pd.testing.assert_frame_equal(frame, as_it_should_be(PLACES))


def test_an_unknown_column_is_named_and_not_used(places: Path) -> None:
    spoiling.a_column_is_added(places, "lattitude")
    frame, problems = reading(places, PLACES)
    assert problems == [Problem("places.csv", 1, "lattitude", UNUSED)]
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


def test_a_quotation_mark_that_is_never_closed_costs_its_own_row_and_no_other(places: Path) -> None:
    last = len(spoiling.rows_of(places))
    spoiling.a_quotation_mark_is_never_closed(places, 20)
    frame, problems = reading(places, PLACES)
    assert [(problem.file, problem.line, problem.column) for problem in problems] == [("places.csv", 20, "")]
    assert list(frame.index) == [line for line in range(2, last + 1) if line != 20]


def test_a_file_that_stops_being_csv_is_named_and_never_raises(places: Path) -> None:
    too_long = "x" * 140_000
    places.write_text(f'id,name_en\naqaba,Aqaba\nbasra,"{too_long}\n', encoding="utf-8")
    _, problems = reading(places, PLACES)
    assert problems[-1].line == 3
    assert problems[-1].message == UNCLOSED


def test_a_cell_of_several_lines_that_is_closed_is_no_unclosed_quotation_mark(events: Path) -> None:
    spoiling.a_cell_says(events, 3, "notes_en", 'one "two"\nthree')
    frame, problems = reading(events, EVENTS)
    assert problems == []
    assert frame.loc[3, "notes_en"] == 'one "two"\nthree'
    assert len(frame) == len(as_it_should_be(EVENTS))


@pytest.mark.parametrize("line", [2, 20])
def test_a_quotation_mark_in_the_last_cell_does_not_swallow_the_rows_under_it(places: Path, line: int) -> None:
    rows = [[cell.replace(",", ";").replace('"', "") for cell in row] for row in spoiling.rows_of(places)]
    lines = [",".join(row) for row in rows]
    lines[line - 1] = lines[line - 1].rpartition(",")[0] + ',"open'
    places.write_text("\n".join(lines) + "\n", encoding="utf-8")
    frame, problems = reading(places, PLACES)
    assert problems == [Problem("places.csv", line, "", UNCLOSED)]
    assert list(frame.index) == [other for other in range(2, len(lines) + 1) if other != line]


@pytest.mark.parametrize("behind", ["", "x" * 140_000])
def test_a_heading_with_an_unclosed_quotation_mark_is_named_however_much_it_swallows(places: Path, behind: str) -> None:
    heading, _, rest = places.read_text(encoding="utf-8").partition("\n")
    places.write_text(heading.replace("name_en", '"name_en') + "\n" + behind.replace('"', "") + rest, encoding="utf-8")
    frame, problems = reading(places, PLACES)
    message = "the heading has a quotation mark that is not closed; delete it and leave the names of the columns bare"
    assert problems == [Problem("places.csv", 1, "", message)]
    assert frame.empty


def test_utf_16_without_a_mark_is_read_in_full_and_named(places: Path) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        places.write_bytes((DATA / "places.csv").read_text(encoding="utf-8").encode(encoding))
        frame, problems = reading(places, PLACES)
        message = "the file is UTF-16 without a byte order mark and was read so; save it as “CSV UTF-8”"
        assert problems == [Problem("places.csv", 0, "", message, REMARK)]
        pd.testing.assert_frame_equal(frame, as_it_should_be(PLACES))


@pytest.mark.parametrize("word", ["Café", "¡Olé!", "Ñañá"])
def test_western_accents_in_one_row_are_read_beside_the_arabic_of_the_others(places: Path, word: str) -> None:
    spoiling.a_cell_says(places, 3, "source", word)
    known, _ = reading(places, PLACES)
    places.write_bytes(places.read_bytes().replace(word.encode(), word.encode("latin-1")))
    frame, problems = reading(places, PLACES)
    said = "most of the file is UTF-8 and a row is not, which was read as Windows-1252 (Western Europe)"
    assert [(problem.line, problem.grade, problem.message[: len(said)]) for problem in problems] == [(0, REMARK, said)]
    pd.testing.assert_frame_equal(frame, known)


def test_a_link_in_a_circle_cannot_be_read_and_is_named(places: Path) -> None:
    places.unlink()
    places.symlink_to(places)
    frame, problems = reading(places, PLACES)
    assert [(problem.file, problem.line, problem.column) for problem in problems] == [("places.csv", 0, "")]
    assert problems[0].message.startswith("the file cannot be read")
    assert frame.empty


def test_of_a_doubled_column_the_first_is_read(places: Path) -> None:
    rows = spoiling.rows_of(places)
    spoiling.write_rows(places, [[*row, "kind" if line == 0 else ""] for line, row in enumerate(rows)])
    frame, _ = reading(places, PLACES)
    pd.testing.assert_frame_equal(frame, as_it_should_be(PLACES))


def test_a_misspelt_column_is_named_with_the_one_that_is_missing(places: Path) -> None:
    rows = spoiling.rows_of(places)
    rows[0] = ["Second Source" if heading == "second_source" else heading for heading in rows[0]]
    spoiling.write_rows(places, rows)
    _, problems = reading(places, PLACES)
    assert [(problem.column, problem.message.rpartition("; ")[2]) for problem in problems] == [
        ("second_source", "add it to the heading"),
        ("Second Source", "did you mean 'second_source'?"),
    ]


def test_a_file_without_a_heading_is_one_problem(places: Path) -> None:
    rows = spoiling.rows_of(places)
    spoiling.write_rows(places, rows[1:])
    frame, problems = reading(places, PLACES)
    mend = "put the heading back, which begins with id,name_en,name_ar"
    assert problems == [Problem("places.csv", 1, "", f"the first line names no column of this table; {mend}")]
    assert frame.empty


def test_hidden_characters_around_a_key_are_named_and_left_out(events: Path) -> None:
    spoiling.a_cell_says(events, 3, "id", "\u00a0a-key\u200b")
    spoiling.a_cell_says(events, 4, "places", "baghdad; \ufeffiraq")
    frame, problems = reading(events, EVENTS)
    assert (frame.loc[3, "id"], frame.loc[4, "places"]) == ("a-key", "baghdad;iraq")
    beside = "stands beside the content and was not read; delete it"
    assert problems == [
        Problem("events.csv", 3, "id", f"a hidden character, no-break space (U+00A0), {beside}"),
        Problem("events.csv", 4, "places", f"a hidden character, zero width no-break space (U+FEFF), {beside}"),
    ]


def test_rows_that_could_not_be_read_are_kept_as_cells(places: Path) -> None:
    spoiling.a_row_has_one_cell_too_many(places, 3)
    frame, _ = reading(places, PLACES)
    assert keys_written(frame) == set(as_it_should_be(PLACES)["id"]) | set(spoiling.rows_of(places)[2])
