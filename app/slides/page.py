"""One HTML file with the atlas's own map and timeline: it opens from disk and asks nothing of any server."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any

import segno
from jinja2 import Environment, FileSystemLoader, Template
from jinja2.utils import htmlsafe_json_dumps
from xstatic.pkg import leaflet

from app.model.dates import day_in_words, parse_span
from app.model.entities import Atlas
from app.model.filtering import passing_ids
from app.model.loading import PROJECT_FOLDER
from app.model.view import LANGUAGES, View
from app.slides.chromium import PLOTLY
from app.slides.slide import Slide, permalink
from app.views.colours import FONT_FAMILY, PALETTES
from app.views.map import build_map, map_data_script, map_script
from app.views.payload import marks_payload, themes_payload
from app.views.scripts import read_files
from app.views.time_panel import panel_payload, panel_script, panel_style
from app.views.timeline import lay_out, scale_of, timeline_figure
from app.words import words

_FOLDER = Path(__file__).parent
_LEAFLET = Path(leaflet.BASE_DIR)
_BASEMAP = PROJECT_FOLDER / "data" / "basemap" / "basemap.geojson"
_CHANNEL = "atlas-slide"
_SCRIPTS = ("../views/days.js", "../views/in_range.js", "../views/elements.js", "../views/mark_key.js", "slide.js")


def standalone_page(whole: Atlas, slide: Slide, *, still: bool = False, titled: bool = True) -> str:
    """Return a slide as one HTML document.

    `whole` has every layer. `still` makes a page for a picture on this machine, without what only a reader operates;
    without `titled` the title's place is left free for another program's.
    """
    view = replace(slide.view, appearance=slide.view.appearance or "light", extent=False)
    atlas, say, link = whole.with_layers(view.layers), words(view.language), permalink(slide)
    shared = {"language": view.language, "direction": "rtl" if view.language == "ar" else "ltr", "still": still}
    map_page = _map_page(whole, still=still)
    time_page = _template("time_page.html").render(
        shared,
        style=_variables(view.appearance) + panel_style() + read_files(_FOLDER, "time_page.css"),
        # For a picture the browser reads it from its file, on another thread, while it draws the map.
        plotly_url=PLOTLY.as_uri() if still else "",
        plotly="" if still else _plotly_script(),
        data=htmlsafe_json_dumps(_time_data(atlas, whole, view)),
        panel=_closed(panel_script()),
    )
    return _template("slide.html").render(
        shared,
        appearance=view.appearance,
        title=slide.title or say["app_title"],
        titled=titled,
        style=_variables(view.appearance) + read_files(_FOLDER, "slide.css"),
        words=say,
        source=say["slide_source"].format(day=_latest_report(atlas, view.language)),
        link=link,
        code=qr_code(link),
        map_page=_inert(map_page),
        time_page=_inert(time_page),
        data=htmlsafe_json_dumps(_frame_data(atlas, whole, view)),
        script=_closed(read_files(_FOLDER, *_SCRIPTS)),
    )


def qr_code(link: str) -> str:
    """Return an address as a QR code, an SVG element."""
    code: str = segno.make(link, error="m", boost_error=False).svg_inline(border=0, omitsize=True)
    return code


def _frame_data(atlas: Atlas, whole: Atlas, view: View) -> dict[str, Any]:
    passing = passing_ids(atlas, view, whole)
    return {
        "channel": _CHANNEL,
        "language": view.language,
        "appearance": view.appearance,
        "basis": view.basis,
        "certainty": view.certainty,
        "passing": passing,
        "themes": themes_payload(atlas, view.language),
        "palettes": {name: asdict(palette) for name, palette in PALETTES.items()},
        "events": panel_payload(atlas, scale_of(atlas), view, passing)["events"],
        "words": words(view.language),
    }


def _time_data(atlas: Atlas, whole: Atlas, view: View) -> dict[str, Any]:
    scale = scale_of(atlas)
    lanes, marks = lay_out(atlas, scale, view.basis)
    figure = timeline_figure(atlas, scale, lanes, marks, appearance=view.appearance, language=view.language)
    return {
        **panel_payload(atlas, scale, view, passing_ids(atlas, view, whole)),
        "channel": _CHANNEL,
        "revision": 0,
        "heard": 0,
        "plotlyUrl": "",
        "layout": marks_payload(marks, lanes, view.language),
        "figures": {view.appearance: figure.to_json()},
    }


def _map_page(whole: Atlas, *, still: bool) -> str:
    """Return the page that Folium renders, with every file in it that it would fetch."""
    names = ("leaflet.js", "leaflet.css", "map.js", "map-data.js", "basemap.json")
    page: str = build_map(channel=_CHANNEL, urls={name: name for name in names}).get_root().render()
    say = {language: words(language) for language in LANGUAGES}
    geography = json.loads(_BASEMAP.read_text(encoding="utf-8"))
    alone = f"Object.assign(ATLAS_DATA, {{ alone: true, geography: {htmlsafe_json_dumps(geography)} }});"
    texts = {
        "leaflet.js": _closed(read_files(_LEAFLET, "leaflet.js")),
        "map.js": _closed(map_script()),
        "map-data.js": map_data_script(whole, say) + alone,
    }
    for name, text in texts.items():
        page = _replaced(page, f'<script src="{name}"></script>', f"<script>{text}</script>")
    ours = ("map_page.css", "map_still.css") if still else ("map_page.css",)
    style = read_files(_LEAFLET, "leaflet.css") + read_files(_FOLDER, *ours)
    return _replaced(page, '<link rel="stylesheet" href="leaflet.css"/>', f"<style>{style}</style>")


def _replaced(page: str, tag: str, text: str) -> str:
    if page.count(tag) != 1:
        raise RuntimeError(f"Folium renders {tag} otherwise than it did")
    return page.replace(tag, text)


def _latest_report(atlas: Atlas, language: str) -> str:
    """Return in words when the latest report that the tables cite was published: the date of the data."""
    spans = [parse_span(report.published) for event in atlas.events for report in event.reports if report.published]
    latest = max((span.latest for span in spans), default=None)
    return day_in_words(latest, language) if latest else "–"


@cache
def _template(name: str) -> Template:
    return Environment(loader=FileSystemLoader(_FOLDER), autoescape=True).get_template(name)


def _variables(appearance: str) -> str:
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


@cache
def _plotly_script() -> str:
    return _closed(PLOTLY.read_text(encoding="utf-8"))


def _closed(script: str) -> str:
    """Return a script in which nothing ends the element that it stands in; JavaScript's strings still say the same."""
    return re.sub(r"<(?=/script|!--)", r"<\\", script, flags=re.IGNORECASE)


def _inert(page: str) -> str:
    """Return a page as text that can stand in a script element; `slide.js` turns it back."""
    return re.sub(r"<(?=~*(?:/?script|!--))", "<~", page, flags=re.IGNORECASE)
