"""What the map draws beside the tables: names in every language, the frame, and whose theme the corridors have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.chronology.entities import Route
from app.model.text.language import LANGUAGES
from app.views.map.geography import COUNTRIES_AROUND, FOCUS_COUNTRIES, FRAME, START_BOUNDS, map_settings
from tests.model.made_up import NOTHING, an_atlas, an_event
from tests.model.real import the_real_atlas


def a_route(key: str, *paragraphs: int) -> Route:
    return Route(key, NOTHING, "road", None, "planned", paragraphs, NOTHING)


@pytest.mark.parametrize(
    ("paragraphs", "theme"),
    [((5,), 0), ((31,), 1), ((5, 31), 0), ((9,), -1), ((), -1)],
    ids=["of one", "of another", "of equals the first", "of none", "without paragraphs"],
)
def test_corridors_go_with_the_theme_whose_events_rest_on_their_paragraphs(
    paragraphs: tuple[int, ...], theme: int
) -> None:
    events = (
        an_event("a", themes=("blue", "red"), paragraphs=(31,)),
        an_event("b", themes=("red",), paragraphs=(4, 5)),
    )
    atlas = replace(an_atlas(*events), routes=(a_route("x", *paragraphs), a_route("y")))
    assert map_settings(atlas)["routesTheme"] == theme


def test_the_corridors_of_the_essay_go_with_roads_and_corridors() -> None:
    atlas = the_real_atlas()
    assert list(atlas.themes)[map_settings(atlas)["routesTheme"]] == "corridors"


def test_countries_in_focus_are_among_those_that_the_base_map_names() -> None:
    settings = map_settings(an_atlas())
    assert set(settings["focus"]) <= set(settings["countryCodes"].values())


def test_countries_around_have_names_in_every_language() -> None:
    names = map_settings(an_atlas())["countryNames"]
    assert set(names) == set(COUNTRIES_AROUND) >= set(FOCUS_COUNTRIES)
    assert (names["IQ"], names["PS"]) == ({"en": "Iraq", "ar": "العراق"}, {"en": "Palestine", "ar": "فلسطين"})
    assert names["TR"] == {"en": "Turkey", "ar": "تركيا"}
    assert all(list(name) == list(LANGUAGES) and all(name.values()) for name in names.values())


def test_rivers_have_names_in_every_language() -> None:
    assert [river["name"]["ar"] for river in map_settings(an_atlas())["rivers"]] == ["الفرات", "دجلة", "شط العرب"]


def test_the_first_view_lies_within_the_frame() -> None:
    (south, west), (north, east) = START_BOUNDS
    (frame_south, frame_west), (frame_north, frame_east) = FRAME
    assert frame_south < south < north < frame_north
    assert frame_west < west < east < frame_east
