"""Cells are separated by what the file shows, and empty columns and rows are nobody's fault."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest

from app.model.problems import REMARK
from app.model.tables.columns import Table
from app.model.tables.files.csv_reader import read_table
from app.model.tables.schema import EVENTS, PLACES, REPORTS, TABLES
from tests.model.real import DATA
from tests.model.spoiling import rows_of


def written(rows: list[list[str]], separator: str = ",", end: str = "\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(rows)
    return text.getvalue()


def read(folder: Path, table: Table, content: str | bytes) -> tuple[pd.DataFrame, list[str]]:
    raw = content if isinstance(content, bytes) else content.encode("utf-8")
    (folder / table.file).write_bytes(raw)
    frame, findings = read_table(folder, table)
    return frame, [str(finding) for finding in findings]


def as_it_should_be(table: Table) -> pd.DataFrame:
    return read_table(DATA, table)[0]


@pytest.mark.parametrize("separator", ["semicolons", "tabs", "vertical bars"])
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_is_read_with_every_separator(tmp_path: Path, table: Table, separator: str) -> None:
    sign = {"semicolons": ";", "tabs": "\t", "vertical bars": "|"}[separator]
    frame, said = read(tmp_path, table, written(rows_of(DATA / table.file), sign, "\r\n"))
    pd.testing.assert_frame_equal(frame, as_it_should_be(table))
    assumed = f"the cells are separated by {separator} and were read so; save the file with commas"
    assert said == [f"{table.file}: remark: {assumed}"]


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;", "sep=;;;;", "sep=,", "sep=\t", "sep="])
@pytest.mark.parametrize("separator", [",", ";"])
def test_a_first_line_for_excel_is_read_whatever_it_says(tmp_path: Path, first: str, separator: str) -> None:
    text = f"{first}\r\n" + written(rows_of(DATA / "reports.csv"), separator, "\r\n")
    for raw in (text.encode("utf-8-sig"), text.encode("utf-16")):
        frame, said = read(tmp_path, REPORTS, raw)
        expected = as_it_should_be(REPORTS)
        pd.testing.assert_frame_equal(frame, expected.set_axis(expected.index + 1))
        assert [line for line in said if "remark: the first line, 'sep=" not in line and "UTF-16" not in line] == []


def test_commas_are_decimal_points_only_where_they_do_not_separate_cells(tmp_path: Path) -> None:
    rows = rows_of(DATA / "places.csv")
    at = [rows[0].index(name) for name in ("latitude", "longitude", "radius_km", "sources_apart_km")]
    with_commas = [[cell.replace(".", ",") if n in at else cell for n, cell in enumerate(row)] for row in rows]
    for separator in ";\t":
        frame, said = read(tmp_path, PLACES, written(with_commas, separator))
        pd.testing.assert_frame_equal(frame, as_it_should_be(PLACES))
        assert sum("were read as the decimal point" in line for line in said) == 1
    for separator in ",|":
        frame, _ = read(tmp_path, PLACES, written(with_commas, separator))
        assert frame.loc[2, "latitude"] == "33,3406"


def test_a_comma_in_a_text_of_a_file_with_semicolons_stays(tmp_path: Path) -> None:
    rows = rows_of(DATA / "places.csv")
    rows[1][rows[0].index("source")] = "1,5"
    frame, _ = read(tmp_path, PLACES, written(rows, ";"))
    assert frame.loc[2, "source"] == "1,5"


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_every_line_end_keeps_the_line_numbers(tmp_path: Path, end: str) -> None:
    frame, said = read(tmp_path, EVENTS, written(rows_of(DATA / "events.csv"), ",", end))
    pd.testing.assert_frame_equal(frame, as_it_should_be(EVENTS))
    assert said == []


def test_mixed_line_ends_keep_the_line_numbers(tmp_path: Path) -> None:
    lines = written(rows_of(DATA / "places.csv")).split("\n")
    text = "".join(line + ("\r", "\r\n", "\n")[number % 3] for number, line in enumerate(lines[:-1]))
    frame, said = read(tmp_path, PLACES, text)
    pd.testing.assert_frame_equal(frame, as_it_should_be(PLACES))
    assert said == []


@pytest.mark.parametrize("many", [1, 7, 500])
@pytest.mark.parametrize("where", ["all rows", "the heading alone", "some rows", "all rows but the heading"])
@pytest.mark.parametrize("table", [PLACES, REPORTS, EVENTS], ids=lambda table: table.name)
def test_empty_columns_at_the_right_are_ignored(tmp_path: Path, table: Table, where: str, many: int) -> None:
    wide = {
        "all rows": lambda number: number >= 0,
        "the heading alone": lambda number: number == 0,
        "some rows": lambda number: number % 3 == 1,
        "all rows but the heading": lambda number: number > 0,
    }[where]
    rows = [[*row, *[""] * (many if wide(number) else 0)] for number, row in enumerate(rows_of(DATA / table.file))]
    frame, said = read(tmp_path, table, written(rows))
    pd.testing.assert_frame_equal(frame, as_it_should_be(table))
    assert said == []


def test_empty_rows_of_a_spreadsheet_are_ignored(tmp_path: Path) -> None:
    rows = rows_of(DATA / "places.csv")
    empty = [[""] * len(rows[0]), [" "] * len(rows[0]), ["\u00a0"] * (len(rows[0]) + 3)]
    frame, said = read(tmp_path, PLACES, written([*rows, *empty * 40]))
    pd.testing.assert_frame_equal(frame, as_it_should_be(PLACES))
    assert said == []


def test_an_unquoted_comma_is_not_taken_for_an_empty_column_at_the_right(tmp_path: Path) -> None:
    lines = written(rows_of(DATA / "actors.csv")).split("\n")
    for cut in ("a note, and more,", "a note,and more,"):
        moved = "new-actor,New actor,,,person,,,1," + cut
        _, said = read(tmp_path, TABLES[1], "\n".join([*lines[:-1], moved, ""]))
        assert [line.partition(": ")[2] for line in said] == [
            "the row has 11 cells and the heading 10; look for a missing or an unquoted comma"
        ]


def test_a_heading_of_one_column_is_a_table_with_commas(tmp_path: Path) -> None:
    _, said = read(tmp_path, PLACES, "id\nbaghdad\n")
    assert [line for line in said if REMARK in line or "decides" in line] == []
    assert "places.csv:1: name_en: the column is missing" in " ".join(said)


def test_what_rows_bear_out_decides_between_two_readings_of_a_heading(tmp_path: Path) -> None:
    frame, said = read(tmp_path, PLACES, "id,x;name_en\nbaghdad,y\naqaba,z\n")
    assert "decides" not in " ".join(said)
    assert list(frame["id"]) == ["baghdad", "aqaba"]
    _, said = read(tmp_path, PLACES, "id,x;name_en\nbaghdad,y;z\n")
    assert said == [
        "places.csv:1: nothing decides whether commas or semicolons separate the cells; "
        "save the file with commas alone between them"
    ]
