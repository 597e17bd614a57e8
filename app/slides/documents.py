"""The two documents within a slide's page, map and time panel, and how a page stands in another as inert text."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape
from xstatic.pkg import leaflet

from app.browser.bundle import script, stylesheet
from app.model.entities import Atlas
from app.model.filtering import passing_ids
from app.model.folders import PROJECT_FOLDER
from app.model.keeping import kept
from app.model.text.direction import direction_of, opposes
from app.model.view import LANGUAGES, View
from app.views.colours import FONT_FAMILY, PALETTES
from app.views.map.map_data import map_data_script
from app.views.payload import marks_payload
from app.views.time_panel import panel_payload, panel_script, panel_style
from app.views.timeline.lanes import lay_out
from app.views.timeline.scale import scale_of
from app.words import words

FOLDER = Path(__file__).parent
CHANNEL = "atlas-slide-channel"
"""Stands for the name that each opened page makes for itself: two of them must not drive each other."""
_LEAFLET = Path(leaflet.BASE_DIR)
_BASEMAP = PROJECT_FOLDER / "data" / "basemap" / "basemap.geojson"


def map_document(whole: Atlas, use: str) -> str:
    """Return the page that Folium renders, with every file in it that it would fetch."""
    names = ("leaflet.js", "leaflet.css", "map.js", "map-data.js", "basemap.json")
    page = kept("folium's page", " ".join(names), lambda: _rendered_by_folium(names))
    say = {language: words(language) for language in LANGUAGES}
    geography = json.loads(_BASEMAP.read_text(encoding="utf-8"))
    alone = f"Object.assign(ATLAS_DATA, {{ alone: true, geography: {htmlsafe_json_dumps(geography)} }});"
    texts = {
        "leaflet.js": closed((_LEAFLET / "leaflet.js").read_text(encoding="utf-8")),
        "map.js": closed(script("map/index.js")),
        "map-data.js": map_data_script(whole, say) + alone,
    }
    for name, text in texts.items():
        page = _replaced(page, f'<script src="{name}"></script>', f"<script>{text}</script>")
    ours = ("slide/map_page.css",) if use == "file" else ("slide/map_page.css", "slide/map_still.css")
    style = (_LEAFLET / "leaflet.css").read_text(encoding="utf-8") + stylesheet(*ours)
    return _replaced(page, '<link rel="stylesheet" href="leaflet.css"/>', f"<style>{style}</style>")


def _rendered_by_folium(names: tuple[str, ...]) -> str:
    from app.views.map.atlas_map import build_map  # noqa: PLC0415, heavy, and done once

    page: str = build_map(channel=CHANNEL, urls={name: name for name in names}).get_root().render()
    return page


def time_document(atlas: Atlas, whole: Atlas, view: View, shared: dict[str, Any], plotly: dict[str, str]) -> str:
    """Return the page of the time panel. `plotly` has the `url` of plotly.js, or its `script`."""
    return template("time_page.html").render(
        shared,
        style=variables(view.appearance) + panel_style() + stylesheet("slide/time_page.css"),
        plotly=plotly,
        data=htmlsafe_json_dumps(_time_data(atlas, whole, view)),
        panel=closed(panel_script()),
    )


def _time_data(atlas: Atlas, whole: Atlas, view: View) -> dict[str, Any]:
    scale = scale_of(atlas)
    lanes, marks = lay_out(atlas, scale, view.basis)

    def draw() -> str:
        from app.views.timeline.figure import timeline_figure  # noqa: PLC0415, the same

        figure = timeline_figure(atlas, scale, lanes, marks, appearance=view.appearance, language=view.language)
        drawn: str = figure.to_json()
        return drawn

    drawn_from = repr((atlas.events, atlas.themes, atlas.chapters, view.basis, view.appearance, view.language))
    return {
        **panel_payload(atlas, scale, view, passing_ids(atlas, view, whole)),
        "channel": CHANNEL,
        "revision": 0,
        "heard": 0,
        "plotlyUrl": "",
        "layout": marks_payload(marks, lanes, view.language),
        "figures": {view.appearance: kept("figure", drawn_from, draw)},
    }


def _replaced(page: str, tag: str, text: str) -> str:
    if page.count(tag) != 1:
        raise RuntimeError(f"Folium renders {tag} otherwise than it did")
    return page.replace(tag, text)


@cache
def template(name: str) -> Template:
    """Return a template of this folder; what is put into it is escaped unless marked as safe."""
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True)
    environment.filters["isolated"] = isolated
    return environment.get_template(name)


def isolated(text: str, language: str) -> Markup:
    """Return a text escaped, in an element of its own where it is written against the direction of `language`."""
    if not opposes(text, language):
        return escape(text)
    direction = direction_of(text) or "ltr"
    return Markup('<bdi dir="{}" lang="{}">{}</bdi>').format(direction, {"rtl": "ar", "ltr": "en"}[direction], text)


def variables(appearance: str) -> str:
    """Return the palette as CSS variables, under Streamlit's names too: the panel is written for them."""
    palette = asdict(PALETTES[appearance])
    as_streamlit = {
        "background-color": "ground",
        "text-color": "text",
        "border-color": "rule",
        "primary-color": "accent",
        "red-color": "conflicts",
    }
    named = palette | {f"st-{name}": palette[source] for name, source in as_streamlit.items()}
    written = "".join(f"--{name}:{colour};" for name, colour in named.items())
    return f":root{{{written}--st-font:{FONT_FAMILY};color-scheme:{appearance};}}"


def closed(script: str) -> str:
    """Return a script in which nothing ends the element that it stands in; JavaScript's strings still say the same."""
    return re.sub(r"<(?=/script|!--)", r"<\\", script, flags=re.IGNORECASE)


def inert(page: str) -> str:
    """Return a page as text that can stand in a script element; `slide.js` turns it back."""
    return re.sub(r"<(?=~*(?:/?script|!--))", "<~", page, flags=re.IGNORECASE)
