"""Pages to read, without a browser: what is on them, the browser draws."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from app.link.served import atlas_now
from tests.pages.test_explore import component_data, run

PATHS = {"essay": "essay.py", "disagreements": "disagreements.py", "slides": "slides/page.py", "about": "about.py"}


def the_page(name: str, **query: str) -> AppTest:
    """Open Explore with a query in the address, and then another page."""
    return run(**query).switch_page(f"app_pages/{PATHS[name]}").run()


@pytest.mark.parametrize("page", ["essay", "disagreements"])
def test_a_page_to_read_runs_without_an_exception_or_a_notice(page: str) -> None:
    test = the_page(page, **{"from": "2025-03-01", "selected": "coastal-violence", "lang": "ar"})
    assert not test.exception
    assert not test.warning
    assert not test.main.code
    assert component_data(test, "draws")["page"] == page
    assert [element.proto.component_name for element in test.main.get("bidi_component")][-1] == {
        "essay": "atlas_source_text",
        "disagreements": "atlas_disagreements",
    }[page]


def test_about_and_data_lists_the_remarks_on_the_tables_folded() -> None:
    test = the_page("about", lang="ar")
    assert not test.exception
    assert not test.warning
    assert [element.proto.component_name for element in test.main.get("bidi_component")][-1] == "atlas_about"
    (remarks,) = test.main.get("expander")
    assert str(len(atlas_now().remarks)) in remarks.label
    assert not remarks.proto.expanded
    assert remarks.code[0].value.count("\n") + 1 == len(atlas_now().remarks)
