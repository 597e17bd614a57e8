"""The table `themes.csv`: one row is a lane of the timeline."""

from __future__ import annotations

from app.model.chronology.codes import SHAPES
from app.model.tables.columns import Column, Table
from app.model.tables.common_columns import coded, in_each_language, key_of_row, notes

THEMES = Table(
    "themes",
    "a lane of the timeline",
    (
        key_of_row("border"),
        *in_each_language("name", "Name of the lane", "Border and crossings", "الحدود والمعابر", required=True),
        Column(
            "colour", "colour", "Colour on a light ground; the one on a dark ground is worked out from it",
            required=True, example="#a35f00",
        ),
        coded("shape", "Shape of its markers, by Plotly’s name, for readers who do not tell colours", SHAPES, "square"),
        Column(
            "order", "integer", "Place among the lanes, from 1 at the top", required=True, minimum=1, maximum=9,
            example="4",
        ),
        *notes("Gathers crossings, smuggling and border security.", "يجمع المعابر والتهريب وأمن الحدود."),
    ),
    ("There are nine themes at most: so many lanes the timeline has.", "Each theme has an `order` of its own."),
)  # fmt: skip
