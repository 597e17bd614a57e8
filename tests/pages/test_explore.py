"""Explore without a browser: what Python gives the panels, and what it says of bad tables."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app.link.served import atlas_now
from app.model.tables.loader import load_atlas
from tests.conftest import PROJECT
from tests.model.spoiling import rows_of, write_rows

SHELL = str(PROJECT / "app" / "shell.py")


def run(**query: str) -> AppTest:
    """Run the shell, and with it Explore, with a query in the address."""
    test = AppTest.from_file(SHELL, default_timeout=60)
    for name, value in query.items():
        test.query_params[name] = value
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


def test_the_map_is_the_same_in_every_run_of_a_session() -> None:
    test = run()
    first = test.get("component_instance")[0].proto.json_args
    assert test.run().get("component_instance")[0].proto.json_args == first
    assert "https://" not in json.dumps([json.loads(first)["js_links"], json.loads(first)["css_links"]])


def test_problems_are_listed_with_file_line_and_column(
    a_copy_of_the_tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = a_copy_of_the_tables / "events.csv"
    events.write_text(events.read_text(encoding="utf-8").replace(",confirms,", ",confrims,", 1), encoding="utf-8")
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(a_copy_of_the_tables))
    test = run()
    assert not test.exception
    assert "agreement: 'confrims' is not allowed; did you mean 'confirms'?" in test.code[0].value
    assert len(atlas_now().with_layers(()).events) == 75


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
    monkeypatch.setattr("app.link.served.load_atlas", lambda folder: replace(load_atlas(folder), problems=()))
    test = run(lang=language)
    assert not test.exception
    remarks = [element for element in test.sidebar.get("expander") if element.label == heading]
    assert [(element.label, element.proto.expanded) for element in remarks] == [(heading, False)]
    assert "published: remark: the report was published in the future" in remarks[0].code[0].value
    assert len(atlas_now().with_layers(()).events) == 76
