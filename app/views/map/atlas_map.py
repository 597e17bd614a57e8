"""The folium.Map of the atlas. It holds every event from the start; scripts show, dim or hide them as told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import folium
from babel import Locale
from branca.element import MacroElement
from folium.template import Template
from jinja2.utils import htmlsafe_json_dumps

from app.model.dates import span_in_words
from app.model.entities import Atlas, CrossingState, Event
from app.model.view import LANGUAGES
from app.views.colours import FONT_FAMILY, PALETTES, theme_colours
from app.views.payload import spans_payload

FOLDER = Path(__file__).parent
SCRIPTS = (
    *("../in_range.js", "../range_news.js", "../days.js"),
    *("base.js", "counting.js", "places.js", "spread.js", "crossings.js", "corner.js", "journeys.js"),
    *("labels.js", "countries.js", "dress.js", "camera.js", "keys.js", "live.js"),
)
FRAME = ((22.0, 26.0), (43.0, 64.0))
"""South-west and north-east corner that the base map covers, degrees north and east."""
START_BOUNDS = ((30.4, 35.0), (37.6, 48.0))
"""What the first view must show: Iraq, Syria and their neighbours' near parts."""
ZOOM_LEAST, ZOOM_MOST = 4, 9
"""Beyond zoom 9 the base map's error shows (13 px at zoom 10)."""
FOCUS_COUNTRIES = ("IQ", "SY")
COUNTRIES_AROUND = (
    *("IQ", "SY", "TR", "IR", "JO", "SA", "KW", "LB", "IL", "PS", "EG", "QA", "AE", "BH", "CY"),
    *("AM", "AZ", "GE", "TM", "RU", "GR", "LY", "OM", "AF"),
)
"""Countries that the base map shows and names, by ISO code."""
NATURAL_EARTH_NAMES = {"Turkey": "TR", "Palestine": "PS"}
"""Countries whose name in the base map is not CLDR's English one."""
AREA_KINDS = ("region", "country", "border", "sea", "airspace", "governorate", "mountain")
"""Kinds of place that are areas, not pins."""
TRAVEL_KINDS = ("visit", "meeting", "event")
"""Kinds of event that a journey's arrow may stand for; what lasts is drawn as a corridor or not at all."""


class _Scripts(MacroElement):
    """Writes the style, the scripts and their data into the map's page."""

    _template = Template(
        """
        {% macro header(this, kwargs) %}<style>{{ this.style }}</style>{% endmacro %}
        {% macro script(this, kwargs) %}
        {{ this.code }}
        drawAtlas({{ this._parent.get_name() }}, {{ this.data }});
        {% endmacro %}
        """
    )

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca ships no types
        self._name = "AtlasScripts"
        self.data = _as_script(data)
        self.style = (FOLDER / "map.css").read_text(encoding="utf-8").replace("FONT_FAMILY", FONT_FAMILY)
        self.code = "\n".join((FOLDER / script).read_text(encoding="utf-8") for script in SCRIPTS)


def _as_script(data: Mapping[str, Any]) -> str:
    """Return data as JSON that stays data: it can close no script, and open nothing that Jinja would run.

    branca reads a rendered script as a template once more, so a title with `{{ … }}` would be executed.
    """
    return re.sub(r"\{(?=[{%#])", lambda _: "\\u007b", str(htmlsafe_json_dumps(data)))


def build_map(
    atlas: Atlas, *, channel: str, urls: Mapping[str, str], words: Mapping[str, Mapping[str, str]]
) -> folium.Map:
    """Return a new folium.Map; rendering changes it, so build one for each session.

    `channel` names the BroadcastChannel on which it is told the range, filters, selection, language and
    appearance. `urls` has the addresses of `leaflet.js`, `leaflet.css` and `basemap.json`; `words` the map's
    words by language.
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
        zoom_snap=0.25,
        zoom_delta=0.5,
        wheel_px_per_zoom_level=90,
        attribution_control=False,
        control_scale=False,
    )
    # Set on the instance: folium's own list would fetch jQuery, Bootstrap and Font Awesome from outside.
    atlas_map.default_js = [("leaflet", urls["leaflet.js"])]
    atlas_map.default_css = [("leaflet_css", urls["leaflet.css"])]
    atlas_map.add_child(_Scripts(map_data(atlas, channel=channel, basemap_url=urls["basemap.json"], words=words)))
    return atlas_map


def map_data(atlas: Atlas, *, channel: str, basemap_url: str, words: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Return what the map's scripts draw, in both languages and for both appearances."""
    return {
        "channel": channel,
        "basemap": basemap_url,
        "frame": FRAME,
        "start": START_BOUNDS,
        "focus": FOCUS_COUNTRIES,
        "palettes": {name: asdict(palette) for name, palette in PALETTES.items()},
        "countryNames": _country_names(),
        "countryCodes": {Locale("en").territories[code]: code for code in COUNTRIES_AROUND} | NATURAL_EARTH_NAMES,
        "words": words,
        "themes": [{"id": theme.id, "colours": theme_colours(theme)} for theme in atlas.themes.values()],
        "places": [
            {
                "id": place.id,
                "name": {"en": place.name.en, "ar": place.name.say("ar")},
                "at": [place.latitude, place.longitude],
                "radiusKm": place.radius_km,
                "area": place.kind in AREA_KINDS,
                "kind": place.kind,
                "rank": place.label_rank,
            }
            for place in atlas.places.values()
            if place.located
        ],
        "events": [
            {
                "id": event.id,
                "place": event.places[0] if event.places else None,
                "from": event.from_place or None,
                "travelled": event.kind in TRAVEL_KINDS,
                "theme": event.themes[0],
                "title": {"en": event.title.en, "ar": event.title.say("ar")},
                "spans": spans_payload(event),
                "contested": event.agreement == "conflicts",
                "twoDates": {language: _two_dates(event, language) for language in LANGUAGES},
            }
            for event in atlas.events
        ],
        "routes": [
            {
                "id": route.id,
                "name": {"en": route.name.en, "ar": route.name.say("ar")},
                "period": [route.period.earliest.toordinal(), route.period.latest.toordinal()]
                if route.period
                else None,
                "points": [[point.latitude, point.longitude] for point in route.points],
            }
            for route in atlas.routes
        ],
        "routesTheme": _routes_theme(atlas),
        "crossings": _crossings(atlas),
    }


def _crossings(atlas: Atlas) -> list[dict[str, Any]]:
    """Return each crossing's place with its states in the order of the table, periods as first and last ordinal."""
    by_place: dict[str, list[CrossingState]] = defaultdict(list)
    for state in atlas.crossing_states:
        by_place[state.place].append(state)
    return [
        {
            "place": place,
            "states": [
                {
                    "first": state.period.earliest.toordinal(),
                    "last": state.period.latest.toordinal(),
                    "status": state.status,
                    "holder": {language: atlas.actors[state.held_by].name.say(language) for language in LANGUAGES}
                    if state.held_by
                    else None,
                    "period": {language: span_in_words(state.period.edtf, language) for language in LANGUAGES},
                }
                for state in states
            ],
        }
        for place, states in by_place.items()
    ]


def _routes_theme(atlas: Atlas) -> str | None:
    """Return the theme of most events that rest on the routes' paragraphs, of equals the first; None without any."""
    paragraphs = {paragraph for route in atlas.routes for paragraph in route.paragraphs}
    tally = Counter(event.themes[0] for event in atlas.events if paragraphs.intersection(event.paragraphs))
    return max((theme for theme in atlas.themes if tally[theme]), key=lambda theme: tally[theme], default=None)


def _two_dates(event: Event, language: str) -> list[str]:
    """Return the essay's date and the reports' in words where they differ; else an empty list."""
    if not (event.dates_differ and event.essay_span and event.reported_span):
        return []
    return [span_in_words(span.edtf, language) for span in (event.essay_span, event.reported_span)]


def _country_names() -> dict[str, dict[str, str]]:
    """Return names of the countries in and around the frame, by ISO code, in both languages (CLDR)."""
    english, arabic = Locale("en").territories, Locale("ar").territories
    short = {"PS": ("Palestine", "فلسطين"), "TR": ("Turkey", "تركيا")}
    return {
        code: {"en": short.get(code, (english[code],))[0], "ar": short.get(code, ("", arabic[code]))[1]}
        for code in COUNTRIES_AROUND
    }
