"""The bench's made tables: as many events as asked for, and none of them faulty."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from app.model.chronology.codes import ESSAY
from app.model.chronology.entities import Atlas
from app.model.chronology.view import LAYERS
from app.model.paths import PROJECT_FOLDER
from app.model.tables.loader import load_atlas
from tests.bench.many_events import AS_THEY_ARE, write_many_events
from tests.model.real import the_real_atlas

COUNT = 400


@pytest.fixture(scope="module")
def many_events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_many_events(tmp_path_factory.mktemp("many"), COUNT)


@pytest.fixture(scope="module")
def the_atlas_of_many_events(many_events: Path) -> Atlas:
    return load_atlas(many_events)


def contents(folder: Path) -> dict[str, bytes]:
    return {table.name: table.read_bytes() for table in sorted(folder.glob("*.csv"))}


def test_the_made_tables_have_so_many_events_and_no_problem(the_atlas_of_many_events: Atlas) -> None:
    atlas = the_atlas_of_many_events
    assert [str(problem) for problem in atlas.problems] == []
    assert len(atlas.events) == COUNT
    assert len({event.id for event in atlas.events}) == COUNT


def test_copies_stand_on_other_days_and_at_other_places(the_atlas_of_many_events: Atlas) -> None:
    atlas = the_atlas_of_many_events
    copies = [event for event in atlas.events if event.id.startswith("aleppo-captured")]
    assert len(copies) >= COUNT // 82
    assert len({event.span("essay") for event in copies}) > 1
    assert len({event.places[0] for event in copies}) > 1


def test_copies_are_of_the_essays_layer_and_keep_their_reports(the_atlas_of_many_events: Atlas) -> None:
    layers = Counter(event.layer for event in the_atlas_of_many_events.events)
    own = Counter(event.layer for event in the_real_atlas(LAYERS).events)
    assert {layer: count for layer, count in layers.items() if layer != ESSAY} == {
        layer: count for layer, count in own.items() if layer != ESSAY
    }
    reports = {event.id: len(event.reports) for event in the_atlas_of_many_events.events}
    assert reports["aleppo-captured-2"] == reports["aleppo-captured"] > 0


def test_the_same_seed_makes_the_same_tables_and_another_seed_others(many_events: Path, tmp_path: Path) -> None:
    assert contents(write_many_events(tmp_path / "again", COUNT)) == contents(many_events)
    assert contents(write_many_events(tmp_path / "other", COUNT, seed=1)) != contents(many_events)


def test_eighty_are_the_projects_own_tables(tmp_path: Path) -> None:
    assert contents(write_many_events(tmp_path, AS_THEY_ARE)) == contents(PROJECT_FOLDER / "data")
