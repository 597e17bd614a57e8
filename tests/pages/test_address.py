"""What Python makes of the address: its own language, and on Slides the View; all else is the browser's."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from app.link.session import SHELL_KEY
from tests.pages.test_explore import component_data, run


def menu_language(test: AppTest) -> str:
    """Return the language in which Python has drawn the page."""
    return str(component_data(test, "draws")["language"])


def test_the_language_of_the_address_is_that_of_the_menu() -> None:
    assert menu_language(run()) == "en"
    assert menu_language(run(lang="ar")) == "ar"
    assert menu_language(run(lang="tlh")) == "en"


def test_what_the_shell_reports_is_the_language_whatever_the_address_was() -> None:
    test = run(lang="ar")
    test.session_state[SHELL_KEY] = {"language": "en"}
    assert menu_language(test.run()) == "en"
    test.session_state[SHELL_KEY] = {"language": "tlh"}
    assert menu_language(test.run()) == "en"


def test_the_menu_drops_the_address_and_the_language_stays() -> None:
    test = run(lang="ar")
    test.query_params.clear()
    test.switch_page("app_pages/essay.py").run()
    assert menu_language(test) == "ar"


def test_each_page_tells_the_shell_which_one_it_is() -> None:
    test = run()
    assert component_data(test, "draws")["page"] == "explore"
    for page, path in {
        "essay": "essay.py",
        "disagreements": "disagreements.py",
        "slides": "slides/page.py",
        "about": "about.py",
    }.items():
        test.switch_page(f"app_pages/{path}").run()
        assert component_data(test, "draws")["page"] == page
        assert not component_data(test, "draws")["draws"]


def test_python_writes_no_address() -> None:
    given = {"from": "yesterday", "theme": "nowhere", "paragraph": "3"}
    test = run(**given)
    assert dict(test.query_params) == given


def test_the_same_page_with_another_address_is_the_same_data() -> None:
    def given(test: AppTest) -> list[str]:
        return [element.proto.json for element in test.get("bidi_component")]

    assert given(run()) == given(run(**{"from": "2024-12-08", "theme": "border", "selected": "coastal-violence"}))
    assert all(len(data) < 1_000 and json.loads(data) for data in given(run()))
