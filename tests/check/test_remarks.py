"""Remarks: each kind of doubt is named with `--remarks`, stops nothing, and is silent without it."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from app import check
from app.model.chronology.entities import Atlas
from app.model.tables.loader import load_atlas
from tests.check import planting
from tests.model.real import DATA
from tests.model.spoiling import rows_of, write_rows

FOLDER = Path(__file__).parent / "remarks"
NAMES = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())
TODAY = date(2025, 6, 1)
each_remark = pytest.mark.parametrize("name", NAMES)


@pytest.fixture
def plant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where a folder may be planted, on the day that the remarks are about."""
    monkeypatch.setattr(planting, "FAULTS", FOLDER)
    monkeypatch.setattr(check, "load_atlas", lambda folder: load_atlas(folder, TODAY))
    return tmp_path / "tables"


def without_findings(atlas: Atlas) -> tuple[set[str], set[str], int]:
    return {event.id for event in atlas.events}, set(atlas.places), atlas.rows_set_aside


@each_remark
def test_a_doubt_is_named_and_costs_nothing(plant: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    folder = planting.planted(name, plant)
    assert check.main([str(folder), "--remarks"]) == 0
    assert capsys.readouterr().out == planting.expected(name)
    atlas = load_atlas(folder, TODAY)
    assert without_findings(atlas)[0] == {row.split(",")[0] for row in lines_of(folder / "events.csv")}
    assert without_findings(atlas)[1] == {row.split(",")[0] for row in lines_of(folder / "places.csv")}
    assert (atlas.problems, atlas.rows_set_aside) == ((), 0)


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()[1:]


@each_remark
def test_without_the_option_rows_are_not_remarked_on(
    plant: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert check.main([str(planting.planted(name, plant))]) == 0
    assert capsys.readouterr().out == ""


def test_each_remark_is_marked_as_one_and_named_by_a_sentence() -> None:
    assert len(NAMES) >= 15
    assert [name for name in NAMES if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+){3,}", name)] == []
    for name in NAMES:
        lines = (FOLDER / name / "expected.txt").read_text(encoding="utf-8").splitlines()
        assert lines
        assert [line for line in lines if ": remark: " not in line] == []


def test_json_has_the_grade_and_every_line(plant: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = planting.planted("a_column_of_dates_is_of_the_hijri_calendar", plant)
    check.main([str(folder), "--remarks", "--json"])
    (remark,) = json.loads(capsys.readouterr().out)
    assert (remark["grade"], remark["line"], remark["lines"]) == ("remark", 2, {"events.csv": [2, 3, 4, 5]})


def test_what_is_planned_is_no_longer_remarked_on_once_its_day_has_come(plant: Path) -> None:
    folder = planting.planted("a_period_begins_in_the_future", plant)
    assert len(load_atlas(folder, TODAY).remarks) == 1
    assert load_atlas(folder, date(2025, 12, 1)).remarks == ()


def test_older_history_is_not_taken_for_hijri_years(tmp_path: Path) -> None:
    planting.shutil.copytree(planting.SOUND, tmp_path / "tables")
    events = tmp_path / "tables" / "events.csv"
    text = events.read_text(encoding="utf-8")
    text = text.replace("2001-02-03,2001-02-03", "1453,1453-05-29").replace("2001,2001-04", "1683,1683-09-12")
    events.write_text(text.replace("2001-05/2001-06,2001-07~", "1799,1798-07"), encoding="utf-8")
    assert [str(each) for each in load_atlas(tmp_path / "tables", TODAY).remarks if "Hijri" in each.message] == []


def test_a_title_of_very_many_events_is_no_doubled_event(tmp_path: Path) -> None:
    planting.shutil.copytree(planting.SOUND, tmp_path / "tables")
    events = tmp_path / "tables" / "events.csv"
    heading, first, *rows = rows_of(events)
    strikes = [[f"strike-{n}", "Air strike", "غارة", f"Strike {n}.", f"الغارة {n}.", *first[5:]] for n in range(40)]
    for many, doubled in ((40, 0), (3, 2)):
        write_rows(events, [heading, first, *rows, *strikes[:many]])
        remarks = [each for each in load_atlas(tmp_path / "tables", TODAY).remarks if "same title" in each.message]
        assert len(remarks) == doubled


def test_the_real_tables_have_few_remarks() -> None:
    remarks = [remark.message for remark in load_atlas(DATA, date(2026, 11, 25)).remarks]
    assert len(remarks) <= 8
    # A report may announce what then began; nothing else is doubtful in the project's own tables.
    assert [message for message in remarks if not message.startswith("the report is of ")] == []
