"""Finding the row of a place, comparing it with an answer, and the row to paste."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from app.model.chronology.ids import ID_PATTERN
from app.model.gazetteer.nominatim import Answer
from app.model.tables.checks.cell_checks import check_cells
from app.model.tables.place_match import (
    PlaceRow,
    RowToPaste,
    agreement,
    best_answer,
    completed_row,
    nearest_row,
    new_row,
    read_rows,
    rows_named,
)
from app.model.tables.schema import PLACES
from tests.model.real import DATA

ALBU_KAMAL = Answer(
    display_name="Abu Kamal, Syria",
    name_en="Abu Kamal",
    name_ar="البوكمال",
    latitude=34.45042,
    longitude=40.91863,
    radius_km=6,
    osm_object="node 1",
    tag="place=town",
    kind="town",
)


def a_row(**cells: str) -> PlaceRow:
    usual = {
        "id": "albu-kamal",
        "name_en": "Albu Kamal",
        "name_ar": "البوكمال",
        "kind": "town",
        "countries": "SY",
        "latitude": "34.4523",
        "longitude": "40.9185",
        "radius_km": "3",
        "source": "GeoNames 174448",
        "confidence": "high",
    }
    return PlaceRow(2, dict.fromkeys(PLACES.column_names(), "") | usual | cells)


def pasted(row: RowToPaste) -> dict[str, str]:
    ((*cells,),) = csv.reader([row.as_csv()])
    return dict(zip(PLACES.column_names(), cells, strict=True))


def columns_with_faults(row: RowToPaste) -> list[str]:
    _, problems = check_cells(pd.DataFrame([pasted(row)], index=[2]), PLACES)
    return [problem.column for problem in problems]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("albu-kamal", "albu-kamal"),
        ("ALBU KAMAL", "albu-kamal"),
        ("Albu-Kamal", "albu-kamal"),
        ("البوكمال", "albu-kamal"),
        ("al-Qa'im crossing", "al-qaim"),
        ("Al Qaim", "al-qaim"),
        ("عمان", "amman"),
        ("Rabia-Yaarubiyah crossing", "rabia-yaarubiyah"),
    ],
)
def test_a_row_is_found_by_id_or_name_however_it_is_spelt(name: str, key: str) -> None:
    rows, _ = read_rows(DATA)
    assert rows_named(rows, name)[0].cells["id"] == key


def test_a_row_is_found_by_each_of_its_other_spellings() -> None:
    row = a_row(other_spellings="Abu Kamal; Bukamal")
    assert rows_named([row], "bukamal") == [row]
    assert rows_named([row], "Abu Kamal; Bukamal") == []


def test_a_name_of_signs_alone_finds_no_row() -> None:
    assert rows_named([a_row(name_ar="")], "–") == []


def test_of_two_rows_with_a_name_that_comes_first_which_has_it_as_id() -> None:
    other, own = a_row(id="other", name_en="Homs"), a_row(id="homs", name_en="Governorate of Homs")
    assert rows_named([other, own], "Homs") == [own, other]


def test_a_missing_table_gives_no_rows_and_a_problem(tmp_path: Path) -> None:
    rows, problems = read_rows(tmp_path)
    assert rows == []
    assert [problem.file for problem in problems] == ["places.csv"]


@pytest.mark.parametrize("cells", [{"latitude": ""}, {"longitude": "east"}, {"latitude": "95"}, {"latitude": "nan"}])
def test_a_row_without_a_usable_point_has_none(cells: dict[str, str]) -> None:
    assert a_row(**cells).point is None


def test_the_nearest_row_is_found_with_its_distance() -> None:
    near, far = a_row(), a_row(latitude="33.0")
    row, km = nearest_row([far, a_row(latitude=""), near], ALBU_KAMAL.point) or (None, 0.0)
    assert row is near
    assert km == pytest.approx(0.21, abs=0.01)
    assert nearest_row([a_row(latitude="")], ALBU_KAMAL.point) is None


def test_the_best_answer_is_the_first_in_the_rows_country_and_not_the_nearest() -> None:
    in_iraq = replace(ALBU_KAMAL, latitude=34.40, longitude=41.10)
    far_in_syria = replace(ALBU_KAMAL, latitude=34.89, longitude=36.50)
    assert best_answer([in_iraq, far_in_syria, ALBU_KAMAL], a_row()) == 1
    assert best_answer([in_iraq, far_in_syria], a_row(countries="TR")) == 0
    assert best_answer([in_iraq, far_in_syria], None) == 0


def test_within_the_radius_row_and_answer_agree() -> None:
    assert agreement(a_row(), ALBU_KAMAL) == "They agree: 0.21 km apart, within the row’s radius of 3 km."


def test_beyond_the_radius_they_do_not_and_the_radius_that_would_do_is_named() -> None:
    says = agreement(a_row(radius_km="0.1"), ALBU_KAMAL)
    assert "They do not agree: 0.21 km apart, beyond the row’s radius of 0.1 km" in says
    assert "radius_km must be 0.3 or more" in says


def test_without_point_or_radius_nothing_is_judged() -> None:
    assert "no point" in agreement(a_row(latitude=""), ALBU_KAMAL)
    assert "no radius" in agreement(a_row(radius_km=""), ALBU_KAMAL)


def test_a_row_without_a_second_source_gets_the_answer_as_such_and_keeps_all_else() -> None:
    row = a_row(notes_en="The town, not the crossing", paragraphs="8;9", label_rank="3")
    paste = completed_row(row, ALBU_KAMAL)
    changed = {name: cell for name, cell in pasted(paste).items() if cell != row.cells[name]}
    assert changed == {
        "second_source": "OpenStreetMap node 1 via Nominatim",
        "second_latitude": "34.4504",
        "second_longitude": "40.9186",
        "sources_apart_km": "0.21",
    }
    assert columns_with_faults(paste) == []


@pytest.mark.parametrize(
    "cells",
    [
        {"second_source": "NE 4.0 places"},
        {"second_latitude": "34.4", "second_longitude": "40.9"},
        {"source": "derived: from OSM’s line"},
        {"source": "OpenStreetMap way 7 via Nominatim"},
    ],
)
def test_a_row_that_needs_no_second_source_or_can_have_none_from_here_is_as_it_was(cells: dict[str, str]) -> None:
    row = a_row(**cells)
    paste = completed_row(row, ALBU_KAMAL)
    assert pasted(paste) == row.cells
    assert paste.remarks[0].startswith("They agree")
    assert "as it was" in paste.remarks[1]


def test_a_row_without_point_and_source_gets_the_answers() -> None:
    paste = completed_row(a_row(latitude="", longitude="", source=""), ALBU_KAMAL)
    cells = pasted(paste)
    assert (cells["latitude"], cells["longitude"]) == ("34.4504", "40.9186")
    assert cells["source"] == "OpenStreetMap node 1 via Nominatim"
    assert cells["second_source"] == cells["second_latitude"] == ""
    assert columns_with_faults(paste) == []


def test_half_a_point_is_left_for_the_editor_to_mend() -> None:
    row = a_row(longitude="")
    paste = completed_row(row, ALBU_KAMAL)
    assert pasted(paste) == row.cells
    assert "mend its latitude, longitude and source" in paste.remarks[0]


def test_every_row_of_the_table_is_pasted_as_the_editor_wrote_it() -> None:
    rows, _ = read_rows(DATA)
    for row in rows:
        kept = pasted(completed_row(row, ALBU_KAMAL))
        left_alone = [name for name in kept if "second" not in name and name != "sources_apart_km"]
        assert {name: kept[name] for name in left_alone} == {name: row.cells[name] for name in left_alone}


def test_control_characters_of_the_table_reach_no_terminal() -> None:
    assert completed_row(a_row(notes_en="a\x1b[31mb\u202ec"), ALBU_KAMAL).as_csv().isprintable()


def test_a_new_row_has_all_that_the_answer_says_and_nothing_else() -> None:
    paste = new_row("Abu Kamal", ALBU_KAMAL, ids=())
    assert {name: cell for name, cell in pasted(paste).items() if cell} == {
        "id": "abu-kamal",
        "name_en": "Abu Kamal",
        "name_ar": "البوكمال",
        "kind": "town",
        "countries": "SY",
        "latitude": "34.4504",
        "longitude": "40.9186",
        "radius_km": "6",
        "source": "OpenStreetMap node 1 via Nominatim",
    }
    assert columns_with_faults(paste) == []
    assert "Fill in what you know: confidence, paragraphs, label_rank." in paste.remarks


def test_what_the_answer_does_not_say_is_left_to_the_editor_by_name() -> None:
    paste = new_row("Abu Kamal", replace(ALBU_KAMAL, name_en="", kind="", radius_km=None), ids=())
    assert "Fill in before you save: name_en, kind, radius_km." in paste.remarks
    assert sorted(columns_with_faults(paste)) == ["kind", "name_en", "radius_km"]


@pytest.mark.parametrize("name", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)"])
def test_a_name_that_reads_as_a_formula_is_not_pasted(name: str) -> None:
    paste = new_row("Abu Kamal", replace(ALBU_KAMAL, name_en=name, name_ar=name), ids=())
    assert pasted(paste)["name_en"] == pasted(paste)["name_ar"] == ""
    assert pasted(paste)["id"] == "abu-kamal"
    assert sum("formula" in remark for remark in paste.remarks) == 2


def test_commas_and_quotation_marks_in_a_name_stay_in_their_cell() -> None:
    name = 'Abu "Kamal", the town'
    assert pasted(new_row("Abu Kamal", replace(ALBU_KAMAL, name_en=name), ids=()))["name_en"] == name


def test_south_and_west_are_pasted_as_numbers() -> None:
    cells = pasted(new_row("Lima", replace(ALBU_KAMAL, latitude=-12.05, longitude=-77.03), ids=()))
    assert (cells["latitude"], cells["longitude"], cells["countries"]) == ("-12.0500", "-77.0300", "")


@pytest.mark.parametrize("point", [(34.3975, 40.977), (33.1, 35.8)])
def test_the_country_is_left_to_the_editor_where_the_map_cannot_tell(point: tuple[float, float]) -> None:
    paste = new_row("There", replace(ALBU_KAMAL, latitude=point[0], longitude=point[1]), ids=())
    assert pasted(paste)["countries"] == ""
    assert any("countries" in remark for remark in paste.remarks)


@pytest.mark.parametrize(
    ("asked", "name_en", "ids", "key"),
    [
        ("x", "Al-Qa’im", (), "al-qaim"),
        ("x", "Rabia–Yaarubiyah", (), "rabia-yaarubiyah"),
        ("x", "Sanlıurfa / Édessa", (), "sanliurfa-edessa"),
        ("x", "Łódź, Tromsø", (), "lodz-tromso"),
        ("x", "Deir ez-Zor", (), "deir-ez-zor"),
        ("x", "Édessa", (), "edessa"),
        ("x", "Homs", ("homs", "homs-2"), "homs-3"),
        ("Homs", "", (), "homs"),
        ("حمص", "", (), "osm-node-1"),
        ("حمص", "!!!", (), "osm-node-1"),
    ],
)
def test_a_new_id_is_a_free_key_made_of_the_name(asked: str, name_en: str, ids: tuple[str, ...], key: str) -> None:
    made = pasted(new_row(asked, replace(ALBU_KAMAL, name_en=name_en), ids))["id"]
    assert made == key
    assert re.fullmatch(ID_PATTERN, made)
