"""What the map draws beside the tables: its frame, the first view, countries and rivers with their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from babel import Locale

from app.model.chronology.entities import Atlas
from app.model.text.language import LANGUAGES
from app.model.text.localised import Text

FRAME = ((-58.0, -180.0), (78.0, 180.0))
"""South-west and north-east corner beyond which the map does not go, degrees north and east."""
REGION = ((22.0, 26.0), (43.0, 64.0))
"""South-west and north-east corner of what the fine base map covers: a selection moves the map within it alone."""
START_BOUNDS = ((29.52, 35.0), (37.25, 48.5))
"""What the first view must show: Iraq, Syria and their neighbours' near parts, from Aqaba to the Faw peninsula."""
FOCUS_COUNTRIES = ("IQ", "SY")
COUNTRIES_AROUND = (
    *("IQ", "SY", "TR", "IR", "JO", "SA", "KW", "LB", "IL", "PS", "EG", "QA", "AE", "BH", "CY"),
    *("AM", "AZ", "GE", "TM", "RU", "GR", "LY", "OM", "AF"),
)
"""Countries that the base map shows and names, by ISO code."""
NATURAL_EARTH_NAMES = {"Turkey": "TR", "Palestine": "PS"}
"""Countries whose name in the base map is not CLDR's English one."""
SHORT_NAMES = {"PS": Text("Palestine", "فلسطين"), "TR": Text("Turkey", "تركيا")}
"""Names of countries that CLDR's are too long for."""
RIVERS = (
    (("Euphrates", "Al Furat", "Firat"), Text("Euphrates", "الفرات")),
    (("Tigris", "Dicle"), Text("Tigris", "دجلة")),
    (("Shatt al Arab",), Text("Shatt al-Arab", "شط العرب")),
)
"""Rivers that the map names: their parts as the base map calls them, then the name."""
TILES: Mapping[str, Any] = {
    "url": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    "credit": "© OpenStreetMap contributors",
    "zoomMost": 13,
}
"""The network's map, asked for only where a reader switches it on."""


def map_settings(atlas: Atlas) -> dict[str, Any]:
    """Return it as plain data, names by language."""
    themes = list(atlas.themes)
    routes_theme = _routes_theme(atlas)
    return {
        "frame": FRAME,
        "region": REGION,
        "start": START_BOUNDS,
        "focus": FOCUS_COUNTRIES,
        "countryNames": _country_names(),
        "countryCodes": {Locale("en").territories[code]: code for code in COUNTRIES_AROUND} | NATURAL_EARTH_NAMES,
        "tiles": TILES,
        "rivers": [{"parts": parts, "name": {code: name.say(code) for code in LANGUAGES}} for parts, name in RIVERS],
        "routesTheme": themes.index(routes_theme) if routes_theme else -1,
    }


def _routes_theme(atlas: Atlas) -> str | None:
    """Return the theme of most events that rest on the routes' paragraphs, of equals the first; None without any."""
    paragraphs = {paragraph for route in atlas.routes for paragraph in route.paragraphs}
    tally = Counter(event.themes[0] for event in atlas.events if paragraphs.intersection(event.paragraphs))
    return max((theme for theme in atlas.themes if tally[theme]), key=lambda theme: tally[theme], default=None)


def _country_names() -> dict[str, dict[str, str]]:
    """Return names of the countries in and around the frame, by ISO code, in every language (CLDR)."""
    return {country: {code: _country_name(country, code) for code in LANGUAGES} for country in COUNTRIES_AROUND}


def _country_name(country: str, language: str) -> str:
    name: str = Locale(language).territories[country]
    return SHORT_NAMES[country].say(language) if country in SHORT_NAMES else name
