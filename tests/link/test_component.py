"""Panels as components: one script for all, and nothing but addresses sent to each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from app.browser.bundle import FOLDER
from app.link import component

PANELS = set(re.findall(r"^  (\w+): make", (FOLDER / "page.js").read_text(encoding="utf-8"), re.MULTILINE))
"""What page.js can mount."""


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    """Return what Streamlit has been told of components since."""
    told: list[dict[str, Any]] = []

    def make(name: str, **parts: Any) -> Any:  # noqa: ANN401, as Streamlit has it
        told.append({"name": name, **parts})
        return lambda **given: given

    monkeypatch.setattr(component.st.components.v2, "component", make)
    monkeypatch.setattr(component, "page_data", lambda: {"atlas": "page", "dataset": "atlas-data/1/"})
    component._component.cache_clear()
    yield told
    component._component.cache_clear()


def test_there_is_a_component_for_each_panel_that_the_page_can_mount() -> None:
    assert set(component._STYLES) == PANELS


@pytest.mark.parametrize("name", component._STYLES)
def test_the_stylesheets_of_a_panel_are_there(name: str) -> None:
    assert [path for path in component._STYLES[name] if not (FOLDER / path).is_file()] == []


def test_a_panel_is_mounted_by_its_name_and_is_given_addresses_and_what_its_page_adds(
    registered: list[dict[str, Any]],
) -> None:
    given = component.panel("filters", key="filter-panel", data={"more": 1}, height="stretch")
    assert given == {
        "key": "filter-panel",
        "data": {"atlas": "page", "dataset": "atlas-data/1/", "more": 1},
        "height": "stretch",
    }
    (told,) = registered
    assert told["name"] == "atlas_filters"
    assert 'data-panel="filters"' in told["html"]
    assert 'mount("filters", component)' in told["js"]


def test_a_component_is_made_once_whatever_is_drawn_how_often(registered: list[dict[str, Any]]) -> None:
    for _ in range(3):
        component.panel("filters", key="filter-panel")
    assert len(registered) == 1


def test_no_component_brings_a_script_of_its_own(registered: list[dict[str, Any]]) -> None:
    for name in ("filters", "details"):
        component.panel(name, key=name)
    scripts = {told["js"].replace(f'"{told["name"].removeprefix("atlas_")}"', "NAME") for told in registered}
    assert len(scripts) == 1
    assert len(json.dumps([*scripts])) < 1000
