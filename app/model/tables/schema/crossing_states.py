"""The table `crossing_states.csv`."""

from __future__ import annotations

from app.model.chronology.codes import CROSSING_STATUSES
from app.model.tables.columns import Column, Table
from app.model.tables.common_columns import coded, key_of_row, notes

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
