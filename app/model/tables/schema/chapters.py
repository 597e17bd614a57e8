"""The table `chapters.csv`: one row is a step of the guided story."""

from __future__ import annotations

from app.model.tables.columns import Column, Table
from app.model.tables.common_columns import in_each_language, key_of_row, notes, paragraphs, point

CHAPTERS = Table(
    "chapters",
    "a step of the guided story",
    (
        key_of_row("fall-of-the-regime"),
        Column("order", "integer", "Place in the story, from 1", required=True, minimum=1, example="3"),
        *in_each_language("title", "Heading", "The fall of the regime", "سقوط النظام", required=True),
        Column(
            "date_range", "interval", "First and last day that the view shows", required=True,
            example="2024-11-27/2024-12-20",
        ),
        *point("Middle of the map in the view", "34.5261", "40.3461", prefix="centre_", required=True),
        Column(
            "zoom", "number", "How near the map is in the view; the base map carries no nearer one than 9",
            required=True, minimum=3, maximum=9, unit="Leaflet zoom level", example="6",
        ),
        Column(
            "themes", "keys", "Themes that the view shows; empty for all", references=("themes",),
            example="collapse;border",
        ),
        Column(
            "events", "keys", "Events that the view stresses", references=("events",),
            example="aleppo-captured;iraq-reinforces-border;assad-regime-falls",
        ),
        *in_each_language(
            "text", "The story in our own words", "Aleppo fell, then Damascus, within days.",
            "سقطت حلب ثم دمشق خلال أيام.", required=True,
        ),
        paragraphs("Paragraphs of the essay that the chapter follows", "1;6;7;8;9;10;11"),
        *notes(),
    ),
    ("Each chapter has an `order` of its own.",),
)  # fmt: skip
