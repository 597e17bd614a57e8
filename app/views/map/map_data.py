"""What the map's scripts draw: places, events, corridors, crossings and colours, the same for all sessions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from babel import Locale
from jinja2.utils import htmlsafe_json_dumps

from app.model.dates import span_in_words
from app.model.entities import Atlas, CrossingState, Event
from app.model.view import LANGUAGES
from app.views.colours import PALETTES, theme_colours
from app.views.payload import spans_payload

FRAME = ((22.0, 26.0), (43.0, 64.0))
"""South-west and north-east corner that the base map covers, degrees north and east."""
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
RIVERS = (
    (("Euphrates", "Al Furat", "Firat"), "Euphrates", "الفرات"),
    (("Tigris", "Dicle"), "Tigris", "دجلة"),
    (("Shatt al Arab",), "Shatt al-Arab", "شط العرب"),
)
"""Rivers that the map names: their parts as the base map calls them, then the name in English and Arabic."""
TILES = {
    "url": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    "credit": "© OpenStreetMap contributors",
    "zoomMost": 13,
}
"""The network's map, asked for only where a reader switches it on."""
AREA_KINDS = ("region", "country", "border", "sea", "airspace", "governorate", "mountain")
"""Kinds of place that are areas, not pins."""
TRAVEL_KINDS = ("visit", "meeting", "event")
"""Kinds of event that a journey's arrow may stand for; what lasts is drawn as a corridor or not at all."""
MAP_WORDS = (
    *("boundary_note", "geonames_note", "schematic", "off_map", "map_label", "two_dates"),
    *("basemap_failed", "tiles_on", "tiles_off", "tiles_failed"),
    *("crossing_open", "crossing_restricted", "crossing_closed", "crossing_unknown", "crossing_held"),
    "essay_events",
)
"""Words that the map says, those with plural forms in all of them."""
LIST_COMMA = {"en": ", ", "ar": "، "}


def map_data_script(atlas: Atlas, words: Mapping[str, Mapping[str, str]]) -> str:
    """Return the map's data as a script of one assignment; it can close no script element that it may stand in."""
    return f"var ATLAS_DATA = {htmlsafe_json_dumps(map_data(atlas, words))};\n"


def map_data(atlas: Atlas, words: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Return what the map's scripts draw, for both appearances and in both languages, whose words `words` has."""
    return {
        "frame": FRAME,
        "start": START_BOUNDS,
        "focus": FOCUS_COUNTRIES,
        "palettes": {name: asdict(palette) for name, palette in PALETTES.items()},
        "countryNames": _country_names(),
        "countryCodes": {Locale("en").territories[code]: code for code in COUNTRIES_AROUND} | NATURAL_EARTH_NAMES,
        "tiles": TILES,
        "rivers": [{"parts": parts, "name": {"en": english, "ar": arabic}} for parts, english, arabic in RIVERS],
        "words": {language: _words_of_the_map(say) for language, say in words.items()},
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
                "journey": _journey(atlas, event),
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
                "when": {language: span_in_words(route.period.edtf, language) for language in LANGUAGES}
                if route.period
                else None,
                "points": [[point.latitude, point.longitude] for point in route.points],
            }
            for route in atlas.routes
        ],
        "routesTheme": _routes_theme(atlas),
        "crossings": _crossings(atlas),
    }


def _journey(atlas: Atlas, event: Event) -> dict[str, dict[str, str]] | None:
    """Return who travelled, and when, in both languages; None for what is no journey."""
    span = event.essay_span or event.reported_span
    if not event.from_place or event.kind not in TRAVEL_KINDS or not span:
        return None
    return {
        "who": {
            language: LIST_COMMA[language].join(atlas.actors[key].name.say(language) for key in event.actors)
            for language in LANGUAGES
        },
        "when": {language: span_in_words(span.edtf, language) for language in LANGUAGES},
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


def _words_of_the_map(say: Mapping[str, str]) -> dict[str, str]:
    return {key: text for key, text in say.items() if key.partition(".")[0] in MAP_WORDS}


def _country_names() -> dict[str, dict[str, str]]:
    """Return names of the countries in and around the frame, by ISO code, in both languages (CLDR)."""
    english, arabic = Locale("en").territories, Locale("ar").territories
    short = {"PS": ("Palestine", "فلسطين"), "TR": ("Turkey", "تركيا")}
    return {
        code: {"en": short.get(code, (english[code],))[0], "ar": short.get(code, ("", arabic[code]))[1]}
        for code in COUNTRIES_AROUND
    }
