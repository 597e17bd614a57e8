"""The table `route_points.csv`: one row is a waypoint of a corridor."""

from __future__ import annotations

from app.model.tables.columns import Column, Table
from app.model.tables.common_columns import in_each_language, key_of_row, notes, point

ROUTE_POINTS = Table(
    "route_points",
    "a waypoint of a corridor",
    (
        key_of_row("tehran-beirut-corridor-khosravi"),
        Column(
            "route", "key", "The corridor to which it belongs", required=True, references=("routes",),
            example="tehran-beirut-corridor",
        ),
        Column(
            "order", "integer", "Place along the corridor, from 1 at its start", required=True, minimum=1, example="4"
        ),
        *in_each_language("name", "Name of the waypoint", "Khosravi", "خسروي", required=True),
        *point("Where it is", "34.5156", "45.5791", required=True),
        Column("basis", "text", "Where the coordinates come from", required=True, example="GeoNames: Qasr-e Shirin"),
        *notes(
            "The point is the town of Qasr-e Shirin, in place of the Khosravi crossing.",
            "النقطة لبلدة قصر شيرين بدلًا من معبر خسروي.",
        ),
    ),
    (
        "Each waypoint has an `order` of its own on its route.",
        "A waypoint that is far from its neighbours on the route, and would be near them with latitude and longitude "
        "swapped, is reported as swapped.",
    ),
)  # fmt: skip
