"""The folium.Map of the atlas. It holds every event from the start; scripts show, dim or hide them as told."""

from __future__ import annotations

import re
from collections.abc import Mapping

import folium
from branca.element import MacroElement
from folium.template import Template
from jinja2.utils import htmlsafe_json_dumps

from app.browser.bundle import stylesheet
from app.views.colours import FONT_FAMILY
from app.views.map.map_data import FRAME

ZOOM_LEAST, ZOOM_MOST = 4, 9
"""Beyond zoom 9 the base map's error shows (13 px at zoom 10)."""


class _Atlas(MacroElement):
    """Writes the style into the map's page, and the call that draws the atlas with what is this session's alone."""

    _template = Template(
        """
        {% macro header(this, kwargs) %}<style>{{ this.style }}</style>{% endmacro %}
        {% macro script(this, kwargs) %}
        drawAtlas({{ this._parent.get_name() }}, { ...ATLAS_DATA, ...{{ this.session }} });
        {% endmacro %}
        """
    )

    def __init__(self, session: Mapping[str, str]) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca ships no types
        self._name = "Atlas"
        self.session = _as_script(session)
        self.style = stylesheet("map/map.css").replace("FONT_FAMILY", FONT_FAMILY)


def _as_script(data: Mapping[str, str]) -> str:
    """Return data as JSON that stays data: it can close no script, and open nothing that Jinja would run.

    branca reads a rendered script as a template once more, so a text with `{{ … }}` would be executed.
    """
    return re.sub(r"\{(?=[{%#])", lambda _: "\\u007b", str(htmlsafe_json_dumps(data)))


def build_map(*, channel: str, urls: Mapping[str, str]) -> folium.Map:
    """Return a new folium.Map; rendering changes it, so build one for each session.

    `channel` names the BroadcastChannel on which it is told the range, filters, selection, language and
    appearance. `urls` has the addresses of `leaflet.js`, `leaflet.css`, `basemap.json`, and of `map.js` and
    `map-data.js`, which serve the bundle of `map/index.js` and `map_data_script()`: sent once, not with each run.
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
    atlas_map.default_js = [(name, urls[name]) for name in ("leaflet.js", "map.js", "map-data.js")]
    atlas_map.default_css = [("leaflet_css", urls["leaflet.css"])]
    atlas_map.add_child(_Atlas({"channel": channel, "basemap": urls["basemap.json"]}))
    return atlas_map
