"""The table `reports.csv`: one row is one citation of one event."""

from __future__ import annotations

from app.model.chronology.codes import BEARINGS
from app.model.tables.columns import Column, Table
from app.model.tables.common_columns import coded, key_of_row, notes

REPORTS = Table(
    "reports",
    "one citation of one event",
    (
        key_of_row("militants-enter-iraq-via-syria-1"),
        Column(
            "event", "key", "The event for which it is cited", required=True, references=("events",),
            example="militants-enter-iraq-via-syria",
        ),
        Column("publisher", "text", "Who published it", required=True, example="The Daily Star (AFP)"),
        Column(
            "title", "text", "Title as published; empty where only the address is known",
            example="Damascus suffering jihadi 'blowback' after playing with fire in Iraq",
        ),
        Column(
            "url", "url", "Address of the page, without tracking parameters", required=True,
            example="http://www.dailystar.com.lb/News/Middle-East/2013/Jan-30/"
            "204253-damascus-suffering-jihadi-blowback-after-playing-w.ashx",
        ),
        Column("published", "edtf", "Date of publication; empty where unknown", example="2013-01-30"),
        Column(
            "archive_url", "url", "Address of an archived copy of the page; empty where none is known",
            example="https://web.archive.org/web/2013/http://www.dailystar.com.lb/News/Middle-East/2013/Jan-30/"
            "204253-damascus-suffering-jihadi-blowback-after-playing-w.ashx",
        ),
        Column("accessed", "edtf", "Day on which the page was read; empty where unknown", example="2026-03-14"),
        coded("bearing", "What it does for the row of the event", BEARINGS, "supports"),
        *notes(),
    ),
    ("`accessed` is one day, and not earlier than `published`.", "`archive_url` differs from `url`."),
)  # fmt: skip
