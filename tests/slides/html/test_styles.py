"""The slide's stylesheet as text: what browsers do not agree on must not come into it."""

from __future__ import annotations

import re

import pytest

from app.browser.bundle import stylesheet


@pytest.mark.parametrize("fault", [r"\bzoom\s*:", r"\d(?:[sdl]?v(?:w|h|min|max|i|b))\b"])
def test_the_slides_size_depends_on_no_zoom_and_no_unit_of_the_viewport(fault: str) -> None:
    style = re.sub(r"/\*.*?\*/", "", stylesheet("slide/slide.css"), flags=re.DOTALL)
    assert re.findall(fault, style) == []
