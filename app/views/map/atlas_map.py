"""The folium.Map of the atlas: Folium makes Leaflet's map, and `app/browser/map` draws on it what the store says."""

from __future__ import annotations

from collections.abc import Mapping

import folium
from branca.element import MacroElement
from folium.template import Template

from app.browser.bundle import stylesheet
from app.views.map.geography import FRAME

ZOOM_LEAST, ZOOM_MOST = 3, 9
"""Further away the world is narrower than a wide map; beyond zoom 9 the base map's error shows (13 px at zoom 10)."""


class _Atlas(MacroElement):
    """Writes the style into the map's page, and the call that draws the page's instance of the atlas."""

    _template = Template(
        """
        {% macro header(this, kwargs) %}<style>{{ this.style }}</style>{% endmacro %}
        {% macro script(this, kwargs) %}
        drawAtlas({{ this._parent.get_name() }}, "page");
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca ships no types
        self._name = "Atlas"
        self.style = stylesheet("map/map.css")


def build_map(urls: Mapping[str, str]) -> folium.Map:
    """Return a new folium.Map; rendering changes it, so build one for each session.

    It is the same for all: what is on it comes from the page's store. `urls` has the addresses of `leaflet.js`,
    `leaflet.css` and `map.js`, the bundle of `map/index.js`, relative to the map's own page.
    """
    atlas_map = folium.Map(
        location=[34.2, 41.6],
        zoom_start=6,
        tiles=None,
        min_zoom=ZOOM_LEAST,
        max_zoom=ZOOM_MOST,
        max_bounds=True,
        max_bounds_viscosity=1.0,
        min_lat=FRAME[0][0],
        max_lat=FRAME[1][0],
        min_lon=FRAME[0][1],
        max_lon=FRAME[1][1],
        zoom_snap=0.05,
        zoom_delta=0.5,
        wheel_px_per_zoom_level=90,
        attribution_control=False,
        control_scale=False,
    )
    # Set on the instance: folium's own list would fetch jQuery, Bootstrap and Font Awesome from outside.
    atlas_map.default_js = [(name, urls[name]) for name in ("leaflet.js", "map.js")]
    atlas_map.default_css = [("leaflet_css", urls["leaflet.css"])]
    atlas_map.add_child(_Atlas())
    return atlas_map
