"""The edition is named by the tables alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.model.chronology.edition import edition, latest_report_day
from app.model.chronology.entities import Report
from app.model.tables.content import content_hash
from app.model.tables.loader import load_atlas
from tests.conftest import copy_tables
from tests.model.made_up import NOTHING, an_atlas, an_event
from tests.model.spoiling import a_cell_says


def published(*days: str) -> tuple[Report, ...]:
    return tuple(Report(f"r{day}", "a", "Agency", "", "", day, "supports", NOTHING) for day in days)


def test_the_day_of_the_data_is_that_of_the_latest_report() -> None:
    atlas = an_atlas(
        an_event("a", reports=published("2024-12-01", "", "2025-04")), an_event("b", reports=published("2023"))
    )
    assert latest_report_day(atlas) == date(2025, 4, 30)
    assert edition(replace(atlas, tables_hash="0123456789abcdef")) == "2025-04-30-01234567"


def test_an_atlas_without_reports_or_tables_has_an_edition_of_what_there_is() -> None:
    assert edition(replace(an_atlas(an_event("a")), tables_hash="0123456789")) == "01234567"
    assert edition(an_atlas()) == ""


def test_the_same_tables_have_the_same_edition_in_every_folder(a_copy_of_the_tables: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    copy_tables(other)
    assert edition(load_atlas(other)) == edition(load_atlas(a_copy_of_the_tables))
    a_cell_says(other / "events.csv", 2, "notes_en", "A doubt")
    assert edition(load_atlas(other)) != edition(load_atlas(a_copy_of_the_tables))


def test_a_table_that_is_missing_changes_the_hash(a_copy_of_the_tables: Path) -> None:
    before = content_hash(a_copy_of_the_tables)
    (a_copy_of_the_tables / "routes.csv").unlink()
    assert content_hash(a_copy_of_the_tables) != before
