"""The map's page: nothing from outside, texts that stay texts, and no trace left in Folium."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import folium
import pytest

from app.browser.bundle import script
from app.model.codes import AREA_KINDS
from app.model.dates import parse_span
from app.model.entities import Atlas, CrossingState, Route, RoutePoint, Text
from app.views.dataset import as_json, dataset
from app.views.map.atlas_map import build_map
from app.views.map.geography import COUNTRIES_AROUND, FOCUS_COUNTRIES, FRAME, START_BOUNDS, TILES
from tests.model.made_up import NOTHING, a_place, an_actor, an_atlas, an_event
from tests.model.real import the_real_atlas

URLS = {name: f"/media/{name}" for name in ("leaflet.js", "leaflet.css", "map.js")}
NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/1999/xhtml"}


def page_of() -> str:
    """Return the map's HTML with the random parts of Folium's names replaced."""
    page = build_map(URLS).get_root().render()
    return re.sub(r"_[0-9a-f]{32}", "_NAME", page)


def data_of(atlas: Atlas) -> dict[str, Any]:
    return json.loads(as_json(dataset(atlas)))  # type: ignore[no-any-return] # JSON


def test_nothing_names_an_address_outside() -> None:
    sent = page_of() + script("map/index.js") + as_json(dataset(the_real_atlas())["map"])
    tiles = TILES["url"]  # the one address outside: asked for where a reader switches it on, and named as text alone
    assert set(re.findall(r"https?://[^\s\"'<>)\\]+", sent)) - {tiles} <= NAMESPACES
    assert re.findall(r"(?:src|href)=.//", sent) == []
    assert "url(" not in sent.replace("url(#", "")


def test_the_page_loads_what_it_needs_from_where_it_is_told_and_nothing_else() -> None:
    page = page_of()
    scripts = re.findall(r'<script[^>]*\bsrc="([^"]*)"', page)
    assert scripts == ["/media/leaflet.js", "/media/map.js"]
    assert re.findall(r'<link[^>]*\bhref="([^"]*)"', page) == ["/media/leaflet.css"]
    assert "@import" not in page


def test_folium_itself_is_left_as_it_was() -> None:
    scripts, styles = list(folium.Map.default_js), list(folium.Map.default_css)
    page_of()
    assert (folium.Map.default_js, folium.Map.default_css) == (scripts, styles)
    assert len(scripts) > 1
    assert folium.Map().default_js == scripts


def test_two_maps_built_one_after_the_other_are_the_same() -> None:
    assert page_of() == page_of()


def test_the_map_draws_the_pages_instance_and_has_no_data_of_its_own() -> None:
    page = page_of()
    assert re.findall(r"drawAtlas\(.*\);", page) == ['drawAtlas(map_NAME, "page");']
    assert not any(event.title.en in page for event in the_real_atlas().events)


def test_an_event_stands_at_its_first_place_and_comes_from_where_its_traveller_did() -> None:
    atlas = an_atlas(
        an_event("visit", kind="visit", places=("doha", "basra"), from_place="baghdad"),
        an_event("lasting", kind="status", places=("doha",), from_place="baghdad"),
        an_event("nowhere"),
        places=[a_place("baghdad"), a_place("basra"), a_place("doha")],
    )
    data = data_of(atlas)
    index_of = data["places"]["ids"].index
    events = data["events"]
    assert events["places"] == [[index_of("doha"), index_of("basra")], [index_of("doha")], []]
    assert events["from"] == [index_of("baghdad"), index_of("baghdad"), -1]
    assert events["travels"][:2] == [1, 0]


def test_a_place_without_a_point_is_not_on_the_map() -> None:
    atlas = an_atlas(places=[a_place("hilltop", None, None), a_place("doha", 25.0, 51.0)])
    places = data_of(atlas)["places"]
    assert list(zip(places["ids"], places["latitude"], places["longitude"], strict=True)) == [
        ("hilltop", None, None),
        ("doha", 25.0, 51.0),
    ]


@pytest.mark.parametrize(("kind", "area"), [("region", True), ("country", True), ("city", False), ("crossing", False)])
def test_regions_are_areas_and_towns_and_crossings_are_not(kind: str, area: bool) -> None:
    assert data_of(an_atlas(places=[a_place("x", kind=kind)]))["places"]["area"] == [int(area)]
    assert (kind in AREA_KINDS) is area


def test_a_corridor_has_its_period_and_its_waypoints_in_order() -> None:
    points = (RoutePoint(NOTHING, 30.0, 48.0, ""), RoutePoint(NOTHING, 33.0, 44.0, ""))
    period = parse_span("2017/2024-12")
    routes = (
        Route("dated", NOTHING, "road", period, "ended", (), NOTHING, points),
        Route("undated", NOTHING, "road", None, "planned", (), NOTHING),
    )
    dated, undated = data_of(replace(an_atlas(an_event("x")), routes=routes))["routes"]
    assert dated["points"] == [[30.0, 48.0], [33.0, 44.0]]
    assert dated["period"] == [period.earliest.toordinal(), period.latest.toordinal()]
    assert (undated["period"], undated["points"]) == (None, [])


def test_a_crossing_has_its_states_in_the_order_of_the_table_and_their_holders_in_both_languages() -> None:
    def state(key: str, period: str, status: str, held_by: str = "") -> CrossingState:
        return CrossingState(key, "gate", parse_span(period), status, held_by, (), NOTHING)

    states = (state("a", "2019-09-30/2024-12-07", "open"), state("b", "2025", "", "guild"))
    atlas = an_atlas(places=[a_place("gate")], actors=[an_actor("guild", Text("Guild", "نقابة"))])
    (crossing,) = data_of(replace(atlas, crossing_states=states))["crossings"]
    assert crossing["place"] == 0
    first, second = crossing["states"]
    assert (first["first"], first["last"]) == (date(2019, 9, 30).toordinal(), date(2024, 12, 7).toordinal())
    assert (first["status"], first["holder"]) == ("open", None)
    assert (second["status"], second["holder"]) == ("", {"en": "Guild", "ar": "نقابة"})
    assert second["period"]["en"] == "2025"


def a_route(key: str, *paragraphs: int) -> Route:
    return Route(key, NOTHING, "road", None, "planned", paragraphs, NOTHING)


def routes_theme_of(atlas: Atlas) -> str:
    """Return the theme with which the corridors go; empty for none."""
    data = data_of(atlas)
    index = data["map"]["routesTheme"]
    return data["themes"][index]["id"] if index >= 0 else ""


@pytest.mark.parametrize(
    ("paragraphs", "theme"),
    [((5,), "red"), ((31,), "blue"), ((5, 31), "red"), ((9,), ""), ((), "")],
    ids=["of one", "of another", "of equals the first", "of none", "without paragraphs"],
)
def test_corridors_go_with_the_theme_whose_events_rest_on_their_paragraphs(
    paragraphs: tuple[int, ...], theme: str
) -> None:
    events = (
        an_event("a", themes=("blue", "red"), paragraphs=(31,)),
        an_event("b", themes=("red",), paragraphs=(4, 5)),
    )
    atlas = replace(an_atlas(*events), routes=(a_route("x", *paragraphs), a_route("y")))
    assert routes_theme_of(atlas) == theme


def test_the_corridors_of_the_essay_go_with_roads_and_corridors() -> None:
    assert routes_theme_of(the_real_atlas()) == "corridors"


def test_countries_in_focus_are_among_those_that_the_base_map_names() -> None:
    data = data_of(an_atlas(an_event("x")))["map"]
    assert set(data["focus"]) <= set(data["countryCodes"].values())


def test_a_name_without_arabic_is_shown_in_english() -> None:
    names = data_of(an_atlas(places=[a_place("x", name=Text("Doha", ""))]))["places"]["names"]
    assert names == {"en": ["Doha"], "ar": ["Doha"]}


def test_countries_around_have_names_in_both_languages() -> None:
    names = data_of(an_atlas(an_event("x")))["map"]["countryNames"]
    assert set(names) == set(COUNTRIES_AROUND) >= set(FOCUS_COUNTRIES)
    assert (names["IQ"], names["PS"]) == ({"en": "Iraq", "ar": "العراق"}, {"en": "Palestine", "ar": "فلسطين"})
    assert all(name["en"] and name["ar"] for name in names.values())


def test_the_first_view_lies_within_the_frame() -> None:
    (south, west), (north, east) = START_BOUNDS
    (frame_south, frame_west), (frame_north, frame_east) = FRAME
    assert frame_south < south < north < frame_north
    assert frame_west < west < east < frame_east
