"""The map's page: nothing from outside, texts that stay texts, and no trace left in Folium."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import folium
import pytest

from app.browser.bundle import script
from app.model.dates import parse_span
from app.model.entities import Atlas, CrossingState, Route, RoutePoint, Text
from app.views.colours import PALETTES
from app.views.map.atlas_map import build_map
from app.views.map.map_data import (
    AREA_KINDS,
    COUNTRIES_AROUND,
    FOCUS_COUNTRIES,
    FRAME,
    START_BOUNDS,
    TILES,
    map_data,
    map_data_script,
)
from app.words import words
from tests.model.made_up import NOTHING, a_place, an_actor, an_atlas, an_event
from tests.model.real import the_real_atlas

NAMES = ("leaflet.js", "leaflet.css", "basemap.json", "map.js", "map-data.js")
URLS = {name: f"/media/{name}" for name in NAMES}
WORDS: Mapping[str, Mapping[str, str]] = {language: words(language) for language in ("en", "ar")}
HOSTILE = "</script><script>alert(1)</script>"
NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/1999/xhtml"}


def page_of(channel: str = "atlas-test") -> str:
    """Return the map's HTML with the random parts of Folium's names replaced."""
    page = build_map(channel=channel, urls=URLS).get_root().render()
    return re.sub(r"_[0-9a-f]{32}", "_NAME", page)


def data_of(atlas: Atlas) -> dict[str, Any]:
    return json.loads(json.dumps(map_data(atlas, WORDS), allow_nan=False))  # type: ignore[no-any-return] # JSON


def test_nothing_names_an_address_outside() -> None:
    sent = page_of() + script("map/index.js") + map_data_script(the_real_atlas(), WORDS)
    tiles = TILES["url"]  # the one address outside: asked for where a reader switches it on, and named as text alone
    assert set(re.findall(r"https?://[^\s\"'<>)\\]+", sent)) - {tiles} <= NAMESPACES
    assert re.findall(r"(?:src|href)=.//", sent) == []
    assert "url(" not in sent.replace("url(#", "")


def test_the_page_loads_what_it_needs_from_where_it_is_told_and_nothing_else() -> None:
    page = page_of()
    scripts = re.findall(r'<script[^>]*\bsrc="([^"]*)"', page)
    assert scripts == ["/media/leaflet.js", "/media/map.js", "/media/map-data.js"]
    assert re.findall(r'<link[^>]*\bhref="([^"]*)"', page) == ["/media/leaflet.css"]
    assert "@import" not in page


def test_folium_itself_is_left_as_it_was() -> None:
    scripts, styles = list(folium.Map.default_js), list(folium.Map.default_css)
    page_of()
    assert (folium.Map.default_js, folium.Map.default_css) == (scripts, styles)
    assert len(scripts) > 1
    assert folium.Map().default_js == scripts


@pytest.mark.parametrize("field", ["title of an event", "name of a place", "name of a route"])
def test_a_text_that_is_a_script_is_escaped(field: str) -> None:
    hostile = Text(HOSTILE, HOSTILE)
    events = [an_event("x", title=hostile)] if field == "title of an event" else []
    places = [a_place("x", name=hostile)] if field == "name of a place" else []
    atlas = an_atlas(*events, places=places)
    if field == "name of a route":
        route = Route("x", hostile, "road", None, "planned", (), NOTHING, ())
        atlas = Atlas(themes=atlas.themes, routes=(route,))
    script = map_data_script(atlas, WORDS)
    assert "alert(1)" in script
    assert "<" not in script.replace("\\u003c", "")


def test_a_channel_that_is_a_script_is_escaped() -> None:
    page = page_of(HOSTILE)
    assert "alert(1)" in page
    assert page.count("</script") == page_of().count("</script")


@pytest.mark.parametrize("text", ["{{ 6 * 7 }}", "{% raw %}", "{# gone #}", "{{{ 1 }}}"])
def test_a_channel_that_is_a_template_is_not_run(text: str) -> None:
    escaped = text.replace("{{{", "\\u007b\\u007b{").replace("{{", "\\u007b{")
    assert escaped.replace("{%", "\\u007b%").replace("{#", "\\u007b#") in page_of(text)


def test_two_maps_built_one_after_the_other_are_the_same() -> None:
    assert page_of() == page_of()
    assert map_data_script(the_real_atlas(), WORDS) == map_data_script(the_real_atlas(), WORDS)


def test_the_map_is_told_its_channel_and_where_the_base_map_is() -> None:
    page = page_of()
    assert '{ ...ATLAS_DATA, ...{"channel": "atlas-test", "basemap": "/media/basemap.json"} }' in page


def test_the_script_of_the_data_is_the_data() -> None:
    atlas = the_real_atlas()
    head, data = map_data_script(atlas, WORDS).rstrip(";\n").split(" = ", 1)
    assert (head, json.loads(data)) == ("var ATLAS_DATA", data_of(atlas))


def test_the_map_holds_every_event_from_the_start() -> None:
    atlas = the_real_atlas()
    events = map_data(atlas, WORDS)["events"]
    assert [event["id"] for event in events] == [event.id for event in atlas.events]
    assert all(event["title"]["en"] and event["title"]["ar"] for event in events)


def test_the_data_of_the_map_is_json() -> None:
    assert data_of(the_real_atlas())["palettes"]["dark"]["ground"] == PALETTES["dark"].ground


def test_an_event_stands_at_its_first_place_and_comes_from_where_its_traveller_did() -> None:
    atlas = an_atlas(
        an_event("visit", kind="visit", places=("doha", "basra"), from_place="baghdad"),
        an_event("lasting", kind="status", places=("doha",), from_place="baghdad"),
        an_event("nowhere"),
    )
    visit, lasting, nowhere = map_data(atlas, WORDS)["events"]
    assert (visit["place"], visit["from"], visit["travelled"]) == ("doha", "baghdad", True)
    assert lasting["travelled"] is False
    assert (nowhere["place"], nowhere["from"]) == (None, None)


def test_a_place_without_a_point_is_not_on_the_map() -> None:
    atlas = an_atlas(places=[a_place("hilltop", None, None), a_place("half", 33.0, None), a_place("doha", 25.0, 51.0)])
    places = map_data(atlas, WORDS)["places"]
    assert [(place["id"], place["at"]) for place in places] == [("doha", [25.0, 51.0])]


@pytest.mark.parametrize(("kind", "area"), [("region", True), ("country", True), ("city", False), ("crossing", False)])
def test_regions_are_areas_and_towns_and_crossings_are_not(kind: str, area: bool) -> None:
    (place,) = map_data(an_atlas(places=[a_place("x", kind=kind)]), WORDS)["places"]
    assert place["area"] is area
    assert (kind in AREA_KINDS) is area


def test_a_corridor_has_its_period_and_its_waypoints_in_order() -> None:
    points = (RoutePoint(NOTHING, 30.0, 48.0, ""), RoutePoint(NOTHING, 33.0, 44.0, ""))
    period = parse_span("2017/2024-12")
    routes = (
        Route("dated", NOTHING, "road", period, "ended", (), NOTHING, points),
        Route("undated", NOTHING, "road", None, "planned", (), NOTHING),
    )
    dated, undated = map_data(Atlas(routes=routes), WORDS)["routes"]
    assert dated["points"] == [[30.0, 48.0], [33.0, 44.0]]
    assert dated["period"] == [period.earliest.toordinal(), period.latest.toordinal()]
    assert (undated["period"], undated["points"]) == (None, [])


def test_a_crossing_has_its_states_in_the_order_of_the_table_and_their_holders_in_both_languages() -> None:
    def state(key: str, period: str, status: str, held_by: str = "") -> CrossingState:
        return CrossingState(key, "gate", parse_span(period), status, held_by, (), NOTHING)

    states = (state("a", "2019-09-30/2024-12-07", "open"), state("b", "2025", "", "guild"))
    atlas = an_atlas(places=[a_place("gate")], actors=[an_actor("guild", Text("Guild", "نقابة"))])
    (crossing,) = data_of(replace(atlas, crossing_states=states))["crossings"]
    assert crossing["place"] == "gate"
    first, second = crossing["states"]
    assert (first["first"], first["last"]) == (date(2019, 9, 30).toordinal(), date(2024, 12, 7).toordinal())
    assert (first["status"], first["holder"]) == ("open", None)
    assert (second["status"], second["holder"]) == ("", {"en": "Guild", "ar": "نقابة"})
    assert second["period"]["en"] == "2025"


def a_route(key: str, *paragraphs: int) -> Route:
    return Route(key, NOTHING, "road", None, "planned", paragraphs, NOTHING)


@pytest.mark.parametrize(
    ("paragraphs", "theme"),
    [((5,), "red"), ((31,), "blue"), ((5, 31), "red"), ((9,), None), ((), None)],
    ids=["of one", "of another", "of equals the first", "of none", "without paragraphs"],
)
def test_corridors_go_with_the_theme_whose_events_rest_on_their_paragraphs(
    paragraphs: tuple[int, ...], theme: str | None
) -> None:
    events = (
        an_event("a", themes=("blue", "red"), paragraphs=(31,)),
        an_event("b", themes=("red",), paragraphs=(4, 5)),
    )
    atlas = replace(an_atlas(*events), routes=(a_route("x", *paragraphs), a_route("y")))
    assert data_of(atlas)["routesTheme"] == theme


def test_the_corridors_of_the_essay_go_with_roads_and_corridors() -> None:
    assert data_of(the_real_atlas())["routesTheme"] == "corridors"


def test_countries_in_focus_are_among_those_that_the_base_map_names() -> None:
    data = data_of(an_atlas())
    assert set(data["focus"]) <= set(data["countryCodes"].values())


def test_a_name_without_arabic_is_shown_in_english() -> None:
    (place,) = map_data(an_atlas(places=[a_place("x", name=Text("Doha", ""))]), WORDS)["places"]
    assert place["name"] == {"en": "Doha", "ar": "Doha"}


def test_countries_around_have_names_in_both_languages() -> None:
    names = map_data(an_atlas(), WORDS)["countryNames"]
    assert set(names) == set(COUNTRIES_AROUND) >= set(FOCUS_COUNTRIES)
    assert (names["IQ"], names["PS"]) == ({"en": "Iraq", "ar": "العراق"}, {"en": "Palestine", "ar": "فلسطين"})
    assert all(name["en"] and name["ar"] for name in names.values())


def test_the_first_view_lies_within_the_frame() -> None:
    (south, west), (north, east) = START_BOUNDS
    (frame_south, frame_west), (frame_north, frame_east) = FRAME
    assert frame_south < south < north < frame_north
    assert frame_west < west < east < frame_east
