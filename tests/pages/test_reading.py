"""The essay page and the list of disagreements without a browser."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import PROJECT
from tests.pages.test_explore import component_data


def the_page(name: str, **query: str) -> AppTest:
    test = AppTest.from_file(str(PROJECT / "app" / "frame.py"), default_timeout=60)
    test.run()
    for parameter, value in query.items():
        test.query_params[parameter] = value
    return test.switch_page(f"app_pages/{name}.py").run()


def paragraphs_of(test: AppTest) -> list[dict[str, Any]]:
    return [part for section in component_data(test, "sections")["sections"] for part in section["paragraphs"]]


def test_the_essay_has_its_paragraphs_and_their_events() -> None:
    test = the_page("essay")
    assert not test.exception
    paragraphs = paragraphs_of(test)
    assert [part["number"] for part in paragraphs] == list(range(1, 33))
    assert "shatri-damascus-first" in {event["id"] for event in paragraphs[16]["events"]}


def test_the_disagreements_are_all_there_with_the_number_of_statements() -> None:
    test = the_page("disagreements")
    assert not test.exception
    data = component_data(test, "rows")
    assert {"coastal-violence", "syrian-soldiers-repatriated", "sudani-visits-jordan"} <= {
        row["id"] for row in data["rows"]
    }
    assert data["total"] == 76


@pytest.mark.parametrize(("page", "part"), [("essay", "sections"), ("disagreements", "rows")])
def test_links_carry_the_view_but_not_its_selection(page: str, part: str) -> None:
    test = AppTest.from_file(str(PROJECT / "app" / "frame.py"), default_timeout=60)
    for parameter, value in {"from": "2025-03-01", "theme": "border", "selected": "coastal-violence"}.items():
        test.query_params[parameter] = value
    test.run()
    test.switch_page(f"app_pages/{page}.py").run()
    assert component_data(test, part)["query"] == {"from": "2025-03-01", "theme": "border"}


def test_the_event_one_came_from_is_offered_on_the_essay_page() -> None:
    test = AppTest.from_file(str(PROJECT / "app" / "frame.py"), default_timeout=60)
    test.query_params["selected"] = "coastal-violence"
    test.run()
    test.switch_page("app_pages/essay.py").run()
    assert component_data(test, "sections")["back"]["id"] == "coastal-violence"


def test_a_text_from_a_table_reaches_the_page_as_text() -> None:
    data = component_data(the_page("essay"), "sections")
    assert "<" not in json.dumps([part["events"] for section in data["sections"] for part in section["paragraphs"]])
