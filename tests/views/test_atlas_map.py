"""The map's page: nothing from outside, texts that stay texts, and no trace left in Folium."""

from __future__ import annotations

import re

import folium

from app.browser.bundle import script
from app.views.dataset import as_json, dataset
from app.views.map.atlas_map import build_map
from app.views.map.geography import TILES
from tests.model.real import the_real_atlas

URLS = {name: f"/media/{name}" for name in ("leaflet.js", "leaflet.css", "map.js")}
NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/1999/xhtml"}


def page_of() -> str:
    """Return the map's HTML with the random parts of Folium's names replaced."""
    page = build_map(URLS).get_root().render()
    return re.sub(r"_[0-9a-f]{32}", "_NAME", page)


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
