"""Every marker shape that a table may name has an outline, and Plotly knows it by the same name."""

from __future__ import annotations

import re
from itertools import combinations

import plotly.graph_objects as go
import pytest

from app.model.chronology.entities import BEYOND_THEME
from app.model.tables.schema import THEMES
from app.views.shapes import SHAPE_PATHS

each_shape = pytest.mark.parametrize("shape", SHAPE_PATHS)


def test_every_shape_that_a_theme_may_have_has_an_outline() -> None:
    (column,) = (column for column in THEMES.columns if column.name == "shape")
    assert set(SHAPE_PATHS) == {*column.choices, BEYOND_THEME.shape}
    assert BEYOND_THEME.shape not in column.choices


@each_shape
def test_an_outline_is_one_closed_path_inside_its_box(shape: str) -> None:
    path = SHAPE_PATHS[shape]
    assert re.fullmatch(r"M[-\d.,HVLA ]+Z", path)
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]
    assert all(-9 <= number <= 9 for number in numbers)


@each_shape
@pytest.mark.parametrize("suffix", ["", "-open"])
def test_plotly_knows_the_shape_full_and_hollow(shape: str, suffix: str) -> None:
    assert go.scatter.Marker(symbol=shape + suffix).symbol == shape + suffix


def test_no_two_shapes_have_the_same_outline() -> None:
    assert all(SHAPE_PATHS[one] != SHAPE_PATHS[other] for one, other in combinations(SHAPE_PATHS, 2))
