"""Ids of tables and the program's own keys never meet, whatever word a table takes for an id."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path

import pytest

from app.model.chronology.entities import BEYOND_THEME, UNSORTED_THEME, Atlas
from app.model.chronology.filtering import passes_filters, without_unknown_keys
from app.model.chronology.ids import ID_PATTERN, own_key
from app.model.chronology.view import AGREEMENTS, LAYERS, NOTHING, View, view_from_url, view_to_url
from app.model.tables.loader import load_atlas
from app.slides.slide import Slide
from app.views.dataset import dataset, dataset_file
from app.views.looks import looks
from app.views.timeline.document import timeline_document
from tests.check.planting import SOUND
from tests.deno import evaluated
from tests.model.renaming import rename
from tests.model.spoiling import a_cell_says, line_of

WORDS = ("beyond", "unsorted", "none", "all", "constructor", "extent", "this-view", "place", "null", "undefined", "0")
"""What the program, JavaScript or an address has a meaning for, as far as it can be an id at all."""


def tables_with(folder: Path, word: str) -> Path:
    """Return a copy of the sound tables in which a row of every table has this id."""
    shutil.copytree(SOUND, folder)
    first = {}
    for path in SOUND.glob("*.csv"):
        with path.open(encoding="utf-8") as file:
            first[path.stem] = next(csv.DictReader(file))["id"]
    rename(folder, {table: {key: word} for table, key in first.items()})
    return folder


def an_event_without_a_theme_and_one_beyond(folder: Path) -> None:
    """Bring both of the program's own lanes in."""
    events = folder / "events.csv"
    a_cell_says(events, line_of(events, "lamps-counted"), "themes", "no-such-theme-anywhere")


@pytest.fixture(params=WORDS)
def word(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def atlas(word: str, tmp_path: Path) -> Atlas:
    folder = tables_with(tmp_path / "tables", word)
    assert load_atlas(folder).problems == ()
    an_event_without_a_theme_and_one_beyond(folder)
    return load_atlas(folder)


def test_no_id_can_be_a_key_of_the_programs_own(word: str) -> None:
    assert re.fullmatch(ID_PATTERN, word)
    own = (BEYOND_THEME.id, UNSORTED_THEME.id, NOTHING, own_key("anything"), f"place:{word}")
    assert [key for key in own if re.fullmatch(ID_PATTERN, key)] == []


def test_the_tables_theme_keeps_its_name_and_the_programs_lanes_stand_beside_it(word: str, atlas: Atlas) -> None:
    own = {UNSORTED_THEME.id: UNSORTED_THEME, BEYOND_THEME.id: BEYOND_THEME}
    assert list(atlas.themes)[-2:] == list(own)
    assert {key: atlas.themes[key] for key in own} == own
    assert atlas.themes[word].name.en == "Gates"
    assert list(atlas.with_layers(()).themes) == [key for key in atlas.themes if key != BEYOND_THEME.id]


def test_every_picture_is_made_with_such_ids(word: str, atlas: Atlas) -> None:
    timeline = timeline_document(atlas, "essay")
    assert [lane["theme"] for lane in timeline["lanes"]] == list(atlas.themes)
    assert word in timeline["marks"]["events"]
    assert any(word in trace["customdata"] for trace in timeline["figure"]["data"])
    data = dataset(atlas)
    assert [theme["id"] for theme in data["themes"]] == list(atlas.themes)
    assert "3 February 2001" in data["events"]["dateTexts"]["en"]
    for table, name in (("places", "Lamp Town"), ("actors", "Lamp Guild")):
        assert data[table]["names"]["en"][data[table]["ids"].index(word)] == name
    assert len(json.loads(dataset_file(atlas, (), "cards/en/0"))) == len(atlas.events)


def test_the_browser_finds_each_row_under_such_an_id(word: str, atlas: Atlas) -> None:
    query = {"theme": word, "actor": word, "place": word, "selected": word, "layers": ",".join(LAYERS)}
    found = evaluated(
        ("core/atlas.js",),
        """queries.map((query) => {
          const address = { read: () => new URLSearchParams(query), write() {}, onReturn() {} };
          const parts = { dataset: json, looks, files: {}, address, appearance: "light", inNextFrame() {} };
          const { dataset, view } = openAtlas(parts);
          const names = [dataset.eventById.get(word).title.en, dataset.placeById.get(word).name.en];
          return { names, invalid: view.invalid(), kept: view.parameters() };
        })""",
        json=dataset(atlas),
        looks=looks(),
        queries=[query, query | {"selected": f"place:{word}"}],
        word=word,
    )
    names = ["The gate opens", "Lamp Town"]
    assert found == [
        {"names": names, "invalid": [], "kept": query},
        {"names": names, "invalid": [], "kept": query | {"selected": f"place:{word}"}},
    ]


def test_a_slide_is_made_with_such_ids(word: str, atlas: Atlas) -> None:
    from app.slides.html.page import standalone_page  # noqa: PLC0415, heavy, and needed by this test alone

    assert "The gate opens" in standalone_page(atlas, Slide(View(selected=word)), "file")


def test_the_address_and_the_filters_tell_such_ids_from_no_box_ticked(word: str, atlas: Atlas) -> None:
    chosen = View(themes=(word,), actors=(word,), places=(word,), selected=f"place:{word}")
    assert view_from_url(view_to_url(chosen)) == (chosen, [])
    assert without_unknown_keys(atlas, chosen) == (chosen, [])
    gates = View(themes=(word,))
    assert next(event.id for event in atlas.events if passes_filters(event, atlas, gates)) == word
    nothing = View(themes=(NOTHING,), agreements=(NOTHING,))
    assert view_from_url(view_to_url(nothing)) == (nothing, [])
    assert without_unknown_keys(atlas, nothing) == (nothing, [])
    assert not any(passes_filters(event, atlas, nothing) for event in atlas.events)


def test_an_old_link_with_no_agreement_ticked_is_still_read() -> None:
    assert view_from_url({"agreement": "none"}) == (View(agreements=(NOTHING,)), [])
    assert view_from_url({"agreement": AGREEMENTS[0]}) == (View(agreements=AGREEMENTS[:1]), [])
