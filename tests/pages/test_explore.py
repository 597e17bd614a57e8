"""Explore without a browser: what Python hands to the components, and what it says of bad tables."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app.model.entities import BEYOND_THEME
from app.model.loading import load_atlas
from tests.conftest import PROJECT
from tests.model.real import the_real_atlas
from tests.model.spoiling import rows_of, write_rows

FRAME = str(PROJECT / "app" / "frame.py")


def run(**query: str) -> AppTest:
    """Run the frame, and with it Explore, with a query in the address."""
    test = AppTest.from_file(FRAME, default_timeout=60)
    for name, value in query.items():
        test.query_params["from" if name == "from_" else name] = value
    return test.run()


def component_data(test: AppTest, part: str) -> dict[str, Any]:
    """Return the data of the component whose JSON has `part` among its keys."""
    for element in test.get("bidi_component"):
        text = element.proto.json
        if text and part in (data := json.loads(text)):
            return data  # type: ignore[no-any-return] # JSON
    raise AssertionError(f"no component has {part}")


def test_the_page_runs_without_an_exception_or_a_notice() -> None:
    test = run()
    assert not test.exception
    assert not test.warning
    assert not test.main.code


def test_a_query_with_filters_publishes_only_the_ids_that_pass() -> None:
    test = run(theme="collapse", agreement="conflicts")
    passing = component_data(test, "passing")["passing"]
    assert passing
    assert "shatri-damascus-first" not in passing
    assert "coastal-violence" in passing


def test_without_filters_everything_passes_and_the_range_is_the_whole_scale() -> None:
    data = component_data(run(), "passing")
    assert data["passing"] == [event.id for event in the_real_atlas().events]
    assert data["range"] == [data["scale"]["days"][0], data["scale"]["days"][-1]]


def test_with_every_layer_on_nothing_has_to_be_left_out_of_the_map() -> None:
    data = component_data(run(layers="context,after"), "passing")
    assert data["passing"] is None
    assert data["layout"]["lanes"][-1]["theme"] == BEYOND_THEME.id


def test_an_event_of_a_layer_that_is_off_is_deselected_without_a_notice() -> None:
    test = run(selected="after-rabia-reopens")
    assert not test.warning
    assert component_data(test, "passing")["selected"] == ""
    assert component_data(run(selected="after-rabia-reopens", layers="after"), "passing")["selected"]


def test_a_range_in_the_address_reaches_the_time_panel_as_ordinals() -> None:
    data = component_data(run(from_="2024-12-08", to="2024-12-26"), "passing")
    assert data["range"] == [739228, 739246]


def test_the_reader_gets_every_event_with_its_paragraphs_and_reports() -> None:
    data = component_data(run(lang="ar"), "paragraphs")
    assert len(data["events"]) == 76
    assert len(data["paragraphs"]) == 32
    assert all(event["paragraphs"] or event["reports"] for event in data["events"])
    assert next(event for event in data["events"] if event["id"] == "assad-regime-falls")["dates"]["reports"].endswith(
        "2024"
    )


def test_the_map_is_the_same_in_every_run_of_a_session() -> None:
    test = run()
    first = test.get("component_instance")[0].proto.json_args
    assert test.run().get("component_instance")[0].proto.json_args == first
    assert "https://" not in json.dumps([json.loads(first)["js_links"], json.loads(first)["css_links"]])


def test_a_spoilt_parameter_is_noted_and_the_rest_of_the_address_holds() -> None:
    test = run(from_="yesterday", theme="border")
    assert "from" in test.warning[0].value
    assert component_data(test, "passing")["passing"]


def test_problems_are_listed_with_file_line_and_column(
    a_copy_of_the_tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = a_copy_of_the_tables / "events.csv"
    events.write_text(events.read_text(encoding="utf-8").replace(",confirms,", ",confrims,", 1), encoding="utf-8")
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(a_copy_of_the_tables))
    test = run()
    assert not test.exception
    assert "agreement: 'confrims' is not allowed; did you mean 'confirms'?" in test.code[0].value
    assert len(component_data(test, "paragraphs")["events"]) == 75


def test_with_no_tables_at_all_the_page_still_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(tmp_path))
    test = run()
    assert not test.exception
    assert "events.csv: the file is missing" in test.code[0].value


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Remarks on the tables: 1"), ("ar", "ملاحظات على الجداول: 1")]
)
def test_remarks_stand_folded_in_the_sidebar_and_cost_no_row(
    a_copy_of_the_tables: Path, monkeypatch: pytest.MonkeyPatch, language: str, heading: str
) -> None:
    reports = a_copy_of_the_tables / "reports.csv"
    rows = [row for row in rows_of(reports) if row[5] in ("published", "")]
    write_rows(
        reports,
        [
            *rows,
            ["one-more", "aleppo-captured", "Herald", "Later", "https://a.example/", "2999", "", "", "context", "", ""],
        ],
    )
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(a_copy_of_the_tables))
    monkeypatch.setattr("app.link.loaded.load_atlas", lambda folder: replace(load_atlas(folder), problems=()))
    test = run(lang=language)
    assert not test.exception
    remarks = [element for element in test.sidebar.get("expander") if element.label == heading]
    assert [(element.label, element.proto.expanded) for element in remarks] == [(heading, False)]
    assert "published: remark: the report was published in the future" in remarks[0].code[0].value
    assert len(component_data(test, "paragraphs")["events"]) == 76
