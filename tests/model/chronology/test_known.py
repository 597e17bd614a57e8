"""What a View asks for and the tables do not have: the same is dropped by Python and by the browser."""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from urllib.parse import parse_qsl

import pytest

from app.model.chronology.filtering import without_range_beyond, without_unknown_keys
from app.model.chronology.view import LAYERS, NOTHING, View, view_from_url
from app.model.paths import PROJECT_FOLDER
from app.views.dataset import dataset
from app.views.looks import looks
from app.views.timeline.scale import scale_of
from tests.deno import evaluated
from tests.model.made_up_chronology import CHRONOLOGY

CASES: list[dict[str, Any]] = json.loads((PROJECT_FOLDER / "tests/cases/known.json").read_text(encoding="utf-8"))


def view_of(query: str) -> View:
    view, invalid = view_from_url(dict(parse_qsl(query)))
    assert invalid == []
    return view


@cache
def kept_by_the_browser() -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = evaluated(
        ("core/address.js", "core/dataset.js", "core/known.js"),
        """cases.map(({ query }) => {
          const { values } = readAddress(fields, new URLSearchParams(query));
          const { view, invalid } = withoutUnknown(atlas, nothing, { ...defaults, ...values });
          return { kept: writeAddress(fields, view), invalid };
        })""",
        before="""const atlas = readDataset(json);
        const defaults = Object.fromEntries(fields.map((field) => [field.name, field.default]));""",
        json=dataset(CHRONOLOGY),
        fields=looks()["fields"],
        nothing=NOTHING,
        cases=CASES,
    )
    return made


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["says"] for case in CASES])
def test_python_and_the_browser_drop_what_the_tables_do_not_have(number: int) -> None:
    case = CASES[number]
    view, unknown = without_unknown_keys(CHRONOLOGY, view_of(case["query"]))
    kept = without_range_beyond(scale_of(CHRONOLOGY.with_layers(view.layers)), view)
    assert (kept, unknown) == (view_of(case["kept"]), case["unknown"])
    said = kept_by_the_browser()[number]
    assert (said["kept"], said["invalid"]) == (dict(parse_qsl(case["kept"])), case["invalid"])
    if "from" in case["invalid"]:
        assert without_range_beyond(scale_of(CHRONOLOGY.with_layers(LAYERS)), view) != view
