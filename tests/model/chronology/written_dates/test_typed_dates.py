"""Texts that are typed into the slider's fields mean what they would mean in a cell of a table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.model.chronology.date_sides import is_edtf
from app.model.chronology.written_dates.suggestions import suggestion_for

FILE = Path(__file__).parents[3] / "cases" / "typed_dates.json"
CASES: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", [case for case in CASES if case["readings"]], ids=lambda case: case["text"])
def test_python_suggests_the_readings_of_the_browser_in_the_same_order(case: dict[str, Any]) -> None:
    suggestion = suggestion_for(case["text"])
    assert suggestion or is_edtf(case["text"])
    found = (case["text"],) if is_edtf(case["text"]) or not suggestion else suggestion.edtf
    assert list(found) == case["readings"]


@pytest.mark.parametrize("case", [case for case in CASES if not case["readings"]], ids=lambda case: case["text"])
def test_python_has_no_reading_where_the_browser_has_none(case: dict[str, Any]) -> None:
    assert not is_edtf(case["text"])
    suggestion = suggestion_for(case["text"])
    assert suggestion is None or not suggestion.edtf or suggestion.edtf == ("2024-12-26",)  # an example, no reading
