"""The table `routes.csv`: one row is a corridor, drawn as a dashed line through its waypoints."""

from __future__ import annotations

from app.model.chronology.codes import ROUTE_KINDS, ROUTE_STATUSES, SCHEMATIC
from app.model.tables.columns import Column, Table
from app.model.tables.common_columns import coded, in_each_language, key_of_row, notes, paragraphs

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
