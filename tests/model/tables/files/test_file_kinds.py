"""A file that is no CSV is called what it is in one line, and what stands beside a missing one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.model.tables.files.csv_reader import read_table
from app.model.tables.files.file_kinds import beside_a_missing_file, binary, kind_of_bytes, kind_of_text
from app.model.tables.schema import PLACES
from tests.model.real import DATA


@pytest.mark.parametrize(
    ("beginning", "what"),
    [
        (b"PK\x03\x04" + b"\0" * 22 + b"\x13\0\0\0[Content_Types].xml" + b"\1" * 40, "a zip archive"),
        (b"PK\x03\x04" + b"\0" * 22 + b"\x0f\0\0\0xl/workbook.xml" + b"\1" * 40, "an Excel workbook (.xlsx)"),
        (b"Rar!\x1a\x07\x01\0", "a RAR archive"),
        (b"BZh91AY&SY", "packed with bzip2"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"\xef\xbb\xbf{\\rtf1", "an RTF text document"),
    ],
)
def test_first_bytes_tell_what_a_file_is(beginning: bytes, what: str) -> None:
    assert kind_of_bytes(beginning).startswith(f"the file is {what}; ")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<table><tr><td>id</td></tr></table>", "a web page (HTML)"),
        ("  <!-- saved -->\n<HTML>", "a web page (HTML)"),
        ('<?xml version="1.0"?><rows/>', "an XML file"),
        ('{"type": "FeatureCollection"}', "a JSON file"),
        ("[[1, 2]]", "a JSON file"),
    ],
)
def test_first_letters_tell_what_a_text_is(text: str, what: str) -> None:
    assert kind_of_text(text).startswith(f"the file is {what}")


@pytest.mark.parametrize("text", ["id,name_en\n", "<b>,id\n", "[x],id\n", "{id},name_en\n", "\n\nid;name_en\n"])
def test_a_table_is_nothing_of_the_kind(text: str) -> None:
    assert (kind_of_bytes(text.encode()), kind_of_text(text), binary(text.encode())) == ("", "", "")


def test_a_web_page_in_utf_16_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_bytes("<html><body>Sign in</body></html>".encode("utf-16"))
    _, (problem,) = read_table(tmp_path, PLACES)
    assert str(problem).startswith("places.csv: the file is a web page (HTML)")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("places.xlsx", "places.xlsx stands there and is an Excel workbook: "),
        ("Places.XLS", "Places.XLS stands there and is an old Excel workbook: "),
        ("places.csv.ods", "places.csv.ods stands there and is an OpenDocument spreadsheet: "),
        ("places.numbers", "places.numbers stands there and is a Numbers document: "),
        ("places.csv.csv", "places.csv.csv stands there: rename it to places.csv"),
        ("places.tsv", "places.tsv stands there: rename it to places.csv"),
        ("places (2).csv", "places (2).csv stands there: rename it to places.csv"),
        ("places - Copy.csv", "places - Copy.csv stands there: rename it to places.csv"),
        ("places.zip", "places.zip stands there and is packed: "),
        ("atlas.xlsx", "atlas.xlsx stands there: if the table is a sheet of it, "),
    ],
)
def test_what_stands_beside_a_missing_table_is_named(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    (tmp_path / "events.csv").write_bytes((DATA / "events.csv").read_bytes())
    assert beside_a_missing_file(tmp_path / "places.csv").startswith(said)


@pytest.mark.parametrize("name", ["replaces.csv", "places-of-worship.csv", "~$atlas.xlsx", "notes.txt"])
def test_what_is_no_such_table_is_not_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert beside_a_missing_file(tmp_path / "places.csv") == ""
