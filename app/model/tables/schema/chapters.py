"""The table `chapters.csv`: one row is a step of the guided story."""

from __future__ import annotations

from app.model.chronology.entities import MAX_CAPTIONS
from app.model.tables.columns import Column, Table
from app.model.tables.common_columns import in_each_language, key_of_row, notes, paragraphs

CHAPTERS = Table(
    "chapters",
    "a step of the guided story",
    (
        key_of_row("fall-of-the-regime"),
        Column("order", "integer", "Place in the story, from 1", required=True, minimum=1, example="3"),
        *in_each_language(
            "title", "What the chapter is called", "The fall of the regime", "سقوط النظام", required=True
        ),
        *in_each_language(
            "claim", "What it states, short enough for one line of a slide; empty for the title",
            "As Assad falls, Baghdad chooses to stay neutral", "بغداد تختار الحياد مع سقوط الأسد",
        ),
        *in_each_language(
            "takeaway", "What a slide says under its claim, in one line",
            "Sudani strengthens the border and declares neutrality; Iraq’s ruling bloc is divided over Assad.",
            "عزّز السوداني الحدود وأعلن الحياد، فيما انقسمت الكتلة الحاكمة في العراق بشأن الأسد.",
        ),
        Column(
            "date_range", "interval", "First and last day that the view shows", required=True,
            example="2024-11-27/2024-12-20",
        ),
        Column(
            "themes", "keys", "Themes that the view shows; empty for all", references=("themes",),
            example="collapse;border",
        ),
        Column(
            "events", "keys", "Events that the view stresses", references=("events",),
            example="aleppo-captured;iraq-reinforces-border;assad-regime-falls",
        ),
        Column(
            "captions", "keys", "Those of them that carry the claim, in order of time, to be named on a slide",
            references=("events",), example="aleppo-captured;assad-regime-falls",
        ),
        *in_each_language(
            "text", "The story in our own words", "Aleppo fell, then Damascus, within days.",
            "سقطت حلب ثم دمشق خلال أيام.", required=True,
        ),
        paragraphs("Paragraphs of the essay that the chapter follows", "1;6;7;8;9;10;11"),
        *notes(),
    ),
    (
        "Each chapter has an `order` of its own.",
        f"`captions` are at most {MAX_CAPTIONS} of its `events`, each with a date of the essay or of reports.",
    ),
)  # fmt: skip
