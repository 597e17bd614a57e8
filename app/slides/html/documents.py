"""What a slide's page has in it: the dataset's files, the page of the map, and how they stand there as inert text."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, Template
from markupsafe import Markup, escape

from app.browser.bundle import script, stylesheet
from app.browser.vendored import LEAFLET_CSS, LEAFLET_JS
from app.model.chronology.entities import Atlas
from app.model.chronology.view import View
from app.model.disk_cache import cached
from app.model.paths import BASE_MAP, WORLD_MAP
from app.model.text.direction import direction_of, opposes
from app.views.colours import FONT_FAMILY, PALETTES
from app.views.dataset import as_json, dataset_file, timeline_file
from app.views.looks import looks

FOLDER = Path(__file__).parent


def inlined_files(whole: Atlas, view: View) -> dict[str, str]:
    """Return as JSON, by name, what the page's instance of the atlas asks for; `whole` has every layer."""
    names = ["dataset", timeline_file(view.basis, view.layers)]
    if view.words.strip():
        names.append("search")
    files = {name: _dataset_file(whole, name) for name in names}
    maps = {"geography": _geography(BASE_MAP), "world": _geography(WORLD_MAP)}
    return {**files, "looks": as_json(looks([view.language])), **maps}


def _dataset_file(whole: Atlas, name: str) -> str:
    def make() -> str:
        return dataset_file(whole, (), name)

    if not name.startswith("timeline/"):
        return make()
    # Plotly takes a second to import.
    return cached(name, repr((whole.events, whole.themes, whole.chapters)), make)


@cache
def _geography(base_map: Path) -> str:
    return base_map.read_text(encoding="utf-8")


@cache
def map_document(*, is_still: bool) -> str:
    """Return the page that Folium renders, with every file in it that it would fetch."""
    names = ("leaflet.js", "leaflet.css", "map.js")
    page = cached("folium's page", " ".join(names), lambda: _rendered_by_folium(names))
    texts = {
        "leaflet.js": LEAFLET_JS.read_text(encoding="utf-8"),
        "map.js": script("map/index.js"),
    }
    for name, text in texts.items():
        page = _replaced(page, f'<script src="{name}"></script>', f"<script>{closed(text)}</script>")
    ours = ("slide/map_page.css", "slide/map_still.css") if is_still else ("slide/map_page.css",)
    style = LEAFLET_CSS.read_text(encoding="utf-8") + stylesheet(*ours)
    return _replaced(page, '<link rel="stylesheet" href="leaflet.css"/>', f"<style>{style}</style>")


def _rendered_by_folium(names: tuple[str, ...]) -> str:
    from app.views.map.atlas_map import build_map  # noqa: PLC0415, heavy, and done once

    page: str = build_map({name: name for name in names}).get_root().render()
    return page


def _replaced(page: str, tag: str, text: str) -> str:
    if page.count(tag) != 1:
        raise RuntimeError(f"Folium renders {tag} otherwise than it did")
    return page.replace(tag, text)


@cache
def template(name: str) -> Template:
    """Return a template of this folder; what is put into it is escaped unless marked as safe."""
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True)
    environment.filters |= {"isolated": isolated, "inert": inert}
    return environment.get_template(name)


def isolated(text: str, language: str) -> Markup:
    """Return a text escaped, in an element of its own where it is written against the direction of `language`."""
    if not opposes(text, language):
        return escape(text)
    direction = direction_of(text) or "ltr"
    return Markup('<bdi dir="{}" lang="{}">{}</bdi>').format(direction, {"rtl": "ar", "ltr": "en"}[direction], text)


def variables(appearance: str) -> str:
    """Return the palette and the fonts as CSS variables, as `core/theme.js` sets them in the dashboard."""
    named = asdict(PALETTES[appearance]) | {"font": FONT_FAMILY}
    written = "".join(f"--{name}:{value};" for name, value in named.items())
    return f":root{{{written}color-scheme:{appearance};}}"


def closed(script: str) -> str:
    """Return a script in which nothing ends the element that it stands in; JavaScript's strings still say the same."""
    return re.sub(r"<(?=/script|!--)", r"<\\", script, flags=re.IGNORECASE)


def inert(text: str) -> Markup:
    """Return JSON as it can stand in a script element: with no sign in it that begins or ends one."""
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704, in a script element nothing else is markup


def as_text(page: str) -> str:
    """Return a page as JSON: one that stands in another one until a frame shows it."""
    return json.dumps(page, ensure_ascii=False)
