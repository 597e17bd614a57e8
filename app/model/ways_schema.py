"""The tables of ways across the map: corridors, and how crossings stood from when to when."""

from __future__ import annotations

from app.model.codes import CROSSING_STATUSES, ROUTE_KINDS, ROUTE_STATUSES, SCHEMATIC
from app.model.columns import Column, Table
from app.model.usual_columns import coded, in_each_language, key_of_row, notes, paragraphs, point

ROUTES = Table(
    "routes",
    "a corridor, drawn as a dashed line through its waypoints",
    (
        key_of_row("tehran-beirut-corridor"),
        *in_each_language(
            "name", "Name of the corridor", "Tehran–Beirut land corridor", "الممر البري بين طهران وبيروت", required=True
        ),
        coded("kind", "What sort of way it is", ROUTE_KINDS, "corridor"),
        Column("period", "edtf", "When it was planned or in use; empty where unknown", example="2017/2024-12"),
        coded("status", "How far the work has come, or whether it is used", ROUTE_STATUSES, "ended"),
        coded("schematic", "Whether the line only joins its waypoints", SCHEMATIC, "yes"),
        paragraphs("Paragraphs of the essay that name it", "5"),
        *notes(
            "The essay gives no route and no dates: both come from reports.",
            "لا تعطي المقالة مسارًا ولا تواريخ: كلاهما من التقارير.",
        ),
    ),
    ("A route has at least two rows in `route_points.csv`.",),
)  # fmt: skip

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

CROSSING_STATES = Table(
    "crossing_states",
    "how a crossing stood for a while: open, restricted or closed, or in whose hands",
    (
        key_of_row("al-qaim-restricted-2024"),
        Column("place", "key", "The crossing", required=True, references=("places",), example="al-qaim"),
        Column(
            "period", "edtf", "From when to when; outside all rows of a crossing its state is not known",
            required=True, example="2024-12-18~/2025-06-13",
        ),
        coded("status", "Whether one could pass; empty where the row only says who held it", CROSSING_STATUSES,
              "restricted", required=False),
        Column("held_by", "key", "Who held it; empty where nobody says", references=("actors",), example="sdf"),
        Column(
            "events", "keys", "The events whose paragraphs and reports say so", required=True, references=("events",),
            example="crossings-closed-during-war;after-al-qaim-reopens",
        ),
        *notes("Closed to trade and travellers.", "مغلق أمام التجارة والمسافرين."),
    ),
    ("A row says a status, a holder, or both.",),
)  # fmt: skip
