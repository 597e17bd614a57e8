"""`python -m app.geocode`: what it prints, what it asks, and how it ends."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from app import geocode
from app.model.tables.schema import PLACES
from tests.nominatim import Nominatim, a_server, an_answer
from tests.server import PROJECT, free_port


@pytest.fixture
def a_nominatim_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Nominatim]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.delenv("ATLAS_CONTACT", raising=False)
    with a_server() as nominatim:
        monkeypatch.setenv("ATLAS_NOMINATIM", nominatim.address)
        yield nominatim


@pytest.fixture
def a_table_of_two_places(tmp_path: Path) -> Path:
    rows = [
        {
            "id": "albu-kamal", "name_en": "Albu Kamal", "name_ar": "البوكمال", "kind": "town", "countries": "SY",
            "latitude": "34.4523", "longitude": "40.9185", "radius_km": "3", "source": "GeoNames 174448",
        },
        {
            "id": "al-qaim", "name_en": "al-Qa’im crossing", "name_ar": "معبر القائم", "kind": "crossing",
            "countries": "IQ;SY", "latitude": "34.3975", "longitude": "40.9770", "radius_km": "2",
            "source": "de.wikipedia", "second_source": "en.wikipedia",
        },
    ]  # fmt: skip
    with (tmp_path / PLACES.file).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, PLACES.column_names(), restval="")
        writer.writeheader()
        writer.writerows(rows)
    return tmp_path


def row_in(printed: str, key: str) -> dict[str, str]:
    (line,) = [line for line in printed.splitlines() if line.startswith(f"{key},")]
    (cells,) = csv.reader([line])
    return dict(zip(PLACES.column_names(), cells, strict=True))


def test_it_compares_the_answers_with_the_row_and_completes_it(
    a_nominatim_of_this_machine: Nominatim, a_table_of_two_places: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_iraq, in_syria = an_answer(34.3925, 40.9895, "Qaim"), an_answer(34.4504, 40.9186, "Abu Kamal", "البوكمال")
    a_nominatim_of_this_machine.answers(in_iraq, in_syria)
    assert geocode.main(["--folder", str(a_table_of_two_places), "albu kamal"]) == 0
    printed = capsys.readouterr().out
    host = a_nominatim_of_this_machine.address.removeprefix("http://")
    assert f"albu kamal: 2 answers of {host}; © OpenStreetMap contributors, ODbL\n" in printed
    assert "The row albu-kamal (places.csv:2): 34.4523, 40.9185; in Syria" in printed
    assert "9.31 km from the row, and on another side of a border: the row falls in Syria" in printed
    assert "in Iraq, 2.4 km from the Iraq–Syria line (within 3.4 km of the line" in printed
    assert "0.21 km from the row\n" in printed
    assert "with answer 2:" in printed
    assert "They agree: 0.21 km apart, within the row’s radius of 3 km." in printed
    row = row_in(printed, "albu-kamal")
    assert (row["second_latitude"], row["second_longitude"], row["sources_apart_km"]) == ("34.4504", "40.9186", "0.21")


def test_the_editor_can_choose_the_answer(
    a_nominatim_of_this_machine: Nominatim, a_table_of_two_places: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_nominatim_of_this_machine.answers(an_answer(34.3925, 40.9895), an_answer(34.4504, 40.9186))
    assert geocode.main(["--folder", str(a_table_of_two_places), "--answer", "1", "albu kamal"]) == 0
    printed = capsys.readouterr().out
    assert row_in(printed, "albu-kamal")["second_latitude"] == "34.3925"
    assert "They do not agree: 9.31 km apart" in printed


def test_an_answer_that_is_not_there_cannot_be_chosen(
    a_nominatim_of_this_machine: Nominatim, a_table_of_two_places: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_nominatim_of_this_machine.answers(an_answer(34.4504, 40.9186))
    assert geocode.main(["--folder", str(a_table_of_two_places), "--answer", "2", "albu kamal"]) == 0
    printed = capsys.readouterr().out
    assert "There is no answer 2." in printed
    assert "with answer 1:" in printed


def test_a_row_with_two_sources_is_printed_as_it_is(
    a_nominatim_of_this_machine: Nominatim, a_table_of_two_places: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_nominatim_of_this_machine.answers(an_answer(34.3979, 40.9774))
    assert geocode.main(["--folder", str(a_table_of_two_places), "معبر القائم"]) == 0
    printed = capsys.readouterr().out
    assert row_in(printed, "al-qaim")["second_source"] == "en.wikipedia"
    assert "as it was" in printed


def test_a_place_without_a_row_gets_a_new_one_and_its_neighbour_is_named(
    a_nominatim_of_this_machine: Nominatim, a_table_of_two_places: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_nominatim_of_this_machine.answers(an_answer(34.4504, 40.9186, "Bukamal", "البوكمال"))
    assert geocode.main(["--folder", str(a_table_of_two_places), "Bukamal"]) == 0
    printed = capsys.readouterr().out
    row = row_in(printed, "bukamal")
    assert (row["name_ar"], row["countries"], row["confidence"]) == ("البوكمال", "SY", "")
    assert row["source"] == "OpenStreetMap node 123456789 via Nominatim"
    assert "is it albu-kamal, 0.21 km from answer 1?" in printed
    assert "Row to paste at the end of places.csv" in printed


def test_it_says_who_asks_and_passes_its_options_on(
    a_nominatim_of_this_machine: Nominatim, a_table_of_two_places: Path
) -> None:
    options = ["--contact", "editor@example.org", "--limit", "3", "--language", "ar"]
    geocode.main(["--folder", str(a_table_of_two_places), *options, "Mosul"])
    (asked,) = a_nominatim_of_this_machine.asked
    assert asked.user_agent == f"iraq-syria-atlas/{version('iraq-syria-atlas')} (editor@example.org)"
    assert (asked.query["q"], asked.query["limit"], asked.query["accept-language"]) == ("Mosul", "3", "ar")


def test_the_contact_comes_from_the_environment_too(
    a_nominatim_of_this_machine: Nominatim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_CONTACT", "https://example.org/atlas")
    geocode.main(["Mosul"])
    assert a_nominatim_of_this_machine.asked[0].user_agent.endswith(" (https://example.org/atlas)")


def test_without_a_contact_none_is_invented(a_nominatim_of_this_machine: Nominatim) -> None:
    geocode.main(["Mosul"])
    assert a_nominatim_of_this_machine.asked[0].user_agent == f"iraq-syria-atlas/{version('iraq-syria-atlas')}"


def test_the_option_for_the_server_outdoes_the_environment(
    a_nominatim_of_this_machine: Nominatim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_NOMINATIM", "http://127.0.0.1:1")
    assert geocode.main(["--server", a_nominatim_of_this_machine.address, "Mosul"]) == 1
    assert len(a_nominatim_of_this_machine.asked) == 1


def test_a_place_that_is_not_found_is_a_sentence_and_status_1(
    a_nominatim_of_this_machine: Nominatim, capsys: pytest.CaptureFixture[str]
) -> None:
    assert geocode.main(["Nowhere"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "knows no such place; try another spelling" in captured.err
    assert len(a_nominatim_of_this_machine.asked) == 1


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (403, b"", "HTTP 403"),
        (429, b"", "HTTP 429"),
        (500, b"", "HTTP 500"),
        (200, b"<html>", "no answer of Nominatim"),
    ],
)
def test_a_server_that_fails_is_one_sentence_and_status_2(
    a_nominatim_of_this_machine: Nominatim,
    status: int,
    body: bytes,
    says: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    a_nominatim_of_this_machine.status, a_nominatim_of_this_machine.body = status, body
    assert geocode.main(["Mosul", "Baghdad"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert captured.err.startswith(f"Mosul: {a_nominatim_of_this_machine.address.removeprefix('http://')} ")
    assert says in captured.err
    assert len(a_nominatim_of_this_machine.asked) == 1, "a server that has failed is not asked for the next name"


def test_a_slow_server_is_given_up_after_the_timeout(
    a_nominatim_of_this_machine: Nominatim, capsys: pytest.CaptureFixture[str]
) -> None:
    a_nominatim_of_this_machine.silent = True
    assert geocode.main(["--timeout", "0.2", "Mosul"]) == 2
    assert "did not answer within 0.2 s" in capsys.readouterr().err


def test_run_as_a_module_without_a_network_it_ends_with_status_2() -> None:
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "app.geocode", "--server", f"http://{address}", "البوكمال"]
    environment = {**os.environ, "no_proxy": "127.0.0.1", "PYTHONIOENCODING": "ascii"}
    ended = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, timeout=60, check=False)
    assert ended.returncode == 2
    assert ended.stdout == b""
    (sentence,) = ended.stderr.decode("utf-8").splitlines()
    assert sentence.startswith(f"البوكمال: {address} cannot be reached (")


def test_hostile_text_reaches_neither_terminal_nor_row(
    a_nominatim_of_this_machine: Nominatim, a_table_of_two_places: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = "=cmd\u202e\x1b]0;owned\x07\r\n\u2066\ud800"
    place = an_answer(33.3406, 44.4009, hostile, hostile, display_name=hostile, osm_type=hostile)
    a_nominatim_of_this_machine.answers(place | {"type": hostile})
    assert geocode.main(["--folder", str(a_table_of_two_places), "Baghdad"]) == 0
    printed = capsys.readouterr().out
    assert all(line.isprintable() for line in printed.split("\n"))
    row = row_in(printed, "baghdad")
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_a_hostile_name_is_not_echoed_raw(
    a_nominatim_of_this_machine: Nominatim, capsys: pytest.CaptureFixture[str]
) -> None:
    a_nominatim_of_this_machine.answers(an_answer(33.3406, 44.4009))
    assert geocode.main(["Mos\u202e\x1bul"]) == 0
    a_nominatim_of_this_machine.status = 500
    assert geocode.main(["Mos\u202e\x1bul"]) == 2
    for printed in capsys.readouterr():
        assert "Mos\\u202e\\u001bul" in printed
        assert all(line.isprintable() for line in printed.split("\n"))


@pytest.mark.parametrize(
    "options",
    [
        ["--limit", "0"],
        ["--limit", "41"],
        ["--limit", "many"],
        ["--timeout", "0"],
        ["--timeout", "nan"],
        ["--timeout", "inf"],
        ["--server", "ftp://example.org"],
        ["--contact", "a\nHost: b"],
        ["--answer", "0"],
        [""],
        [],
    ],
)
def test_an_option_that_makes_no_sense_is_refused_before_anybody_is_asked(
    a_nominatim_of_this_machine: Nominatim, options: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        geocode.main([*options, *(["Mosul"] if any(options) else [])])
    assert ended.value.code == 2
    assert a_nominatim_of_this_machine.asked == []
