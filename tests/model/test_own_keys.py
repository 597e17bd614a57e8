"""Ids of tables and the program's own keys never meet, whatever word a table takes for an id."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path

import pytest

from app.app_pages.slides import THIS_VIEW
from app.model.columns import ID_PATTERN, own_key
from app.model.entities import BEYOND_THEME, UNSORTED_THEME, Atlas
from app.model.filtering import passes_filters, without_unknown_keys
from app.model.loading import load_atlas
from app.model.view import AGREEMENTS, LANGUAGES, NOTHING, View, view_from_url, view_to_url
from app.slides.page import standalone_page
from app.slides.slide import Slide
from app.views.map.map_data import map_data
from app.views.payload import choices_payload, details_payload, marks_payload, themes_payload
from app.views.timeline.figure import timeline_figure
from app.views.timeline.lanes import lay_out
from app.views.timeline.scale import scale_of
from app.words import words
from tests.check.planting import SOUND
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
    own = (BEYOND_THEME.id, UNSORTED_THEME.id, NOTHING, THIS_VIEW, own_key("anything"), f"place:{word}")
    assert [key for key in own if re.fullmatch(ID_PATTERN, key)] == []


def test_the_tables_theme_keeps_its_name_and_the_programs_lanes_stand_beside_it(word: str, atlas: Atlas) -> None:
    own = {UNSORTED_THEME.id: UNSORTED_THEME, BEYOND_THEME.id: BEYOND_THEME}
    assert list(atlas.themes)[-2:] == list(own)
    assert {key: atlas.themes[key] for key in own} == own
    assert atlas.themes[word].name.en == "Gates"
    assert list(atlas.with_layers(()).themes) == [key for key in atlas.themes if key != BEYOND_THEME.id]


def test_every_picture_is_made_with_such_ids(word: str, atlas: Atlas) -> None:
    scale = scale_of(atlas)
    lanes, marks = lay_out(atlas, scale, "essay")
    assert [lane.theme_id for lane in lanes] == list(atlas.themes)
    drawn = {mark["id"]: mark for mark in marks_payload(marks, lanes, "en")["marks"]}
    assert drawn[word]["when"] == "3 February 2001"
    assert timeline_figure(atlas, scale, lanes, marks, appearance="light", language="en").to_json()
    on_the_map = map_data(atlas, {language: words(language) for language in LANGUAGES})
    assert [theme["id"] for theme in on_the_map["themes"]] == list(atlas.themes)
    assert word in {place["id"] for place in on_the_map["places"]}
    assert [theme["id"] for theme in themes_payload(atlas, "en")] == list(atlas.themes)
    cards = json.loads(json.dumps(details_payload(atlas, (), "en")))
    assert cards["places"][word]["name"] == "Lamp Town"
    assert [word, "Lamp Guild"] in [choice[:2] for choice in choices_payload(atlas, "en", words("en"))["actors"]]
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
