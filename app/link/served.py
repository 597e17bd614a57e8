"""The dataset as this server sends it: its files by name, under an address that changes with what is in them."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from functools import cache, cached_property
from pathlib import Path
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.browser.bundle import module, script
from app.link.assets import Asset, asset, immutable_response, publish
from app.model.chronology.entities import Atlas
from app.model.chronology.source_text import Paragraph, read_essay
from app.model.disk_cache import program_version
from app.model.paths import data_folder
from app.model.tables.atlas_cache import fingerprint
from app.model.tables.content import table_contents
from app.model.tables.loader import load_atlas
from app.views.dataset import as_json, dataset_file
from app.views.downloads import Download, Downloads
from app.views.looks import looks

PREFIX = "atlas-data"
DATASETS_KEPT = 4
"""Maximum versions of the tables that are still served: pages that were opened before an edit go on with theirs."""
DOWNLOADS = "downloads"
"""Name of the file that lists what a reader may take away."""
AHEAD = ("dataset", "timeline/essay/none")
"""Files that every first view needs: made before the first visitor comes."""


class _Served:
    """One version of the tables, and its files as far as they were asked for."""

    def __init__(self, folder: Path, version: str) -> None:
        self.whole, self.version = load_atlas(folder), version
        self._tables = table_contents(folder)
        self._paragraphs: tuple[Paragraph, ...] = read_essay()
        self._files: dict[str, bytes] = {}
        self._lock = Lock()

    def file(self, name: str) -> bytes:
        """Return a file as compressed JSON; raises KeyError for a name that there is not."""
        with self._lock:
            if name not in self._files:
                self._files[name] = gzip.compress(self._text(name).encode(), 6)
            return self._files[name]

    def _text(self, name: str) -> str:
        if name == DOWNLOADS:
            return as_json(self._downloads.listing())
        return dataset_file(self.whole, self._paragraphs, name)

    def download(self, name: str) -> Download:
        """Return a file to be taken away; raises KeyError for a name that there is not."""
        with self._lock:
            return self._downloads.files[name]

    @cached_property
    def _downloads(self) -> Downloads:
        return Downloads(self.whole, self._tables)


_SERVED: OrderedDict[str, _Served] = OrderedDict()
_LOADING = Lock()


def atlas_now() -> Atlas:
    """Return the atlas, with every layer, as the tables stand now."""
    return _served_now().whole


def dataset_version() -> str:
    """Return the version of the tables as they stand now."""
    return _served_now().version


def page_data() -> dict[str, object]:
    """Return what each panel is given: where everything is, relative to the page's own address."""
    return {
        "atlas": "page",
        "scripts": _scripts().url,
        "dataset": f"{PREFIX}/{dataset_version()}/",
        "looks": _looks().url,
        "assets": {name: asset(name).url for name in ("plotly.js", "basemap.json", "world.json")},
    }


def map_urls() -> dict[str, str]:
    """Return the addresses of what the map's own page fetches: that lies two folders deeper than the dashboard's."""
    files = (asset("leaflet.js"), asset("leaflet.css"), map_script())
    return {each.name: f"../../{each.url}" for each in files}


def dataset_routes() -> list[Route]:
    """Return the routes that serve the dataset."""
    return [
        Route(f"/{PREFIX}/{{version}}/{DOWNLOADS}/{{name}}", _send_download, methods=["GET"]),
        Route(f"/{PREFIX}/{{version}}/{{name:path}}.json", _send, methods=["GET"]),
    ]


def prepare() -> None:
    """Make what every first view needs."""
    served = _served_now()
    for name in AHEAD:
        served.file(name)
    page_data()
    map_script()


def _served_now() -> _Served:
    folder = data_folder()
    version = f"{fingerprint(folder)[:16]}-{program_version()[:8]}"
    if version not in _SERVED:
        with _LOADING:
            if version not in _SERVED:
                _SERVED[version] = _Served(folder, version)
            while len(_SERVED) > DATASETS_KEPT:
                _SERVED.popitem(last=False)
    return _SERVED[version]


def _send(request: Request) -> Response:
    """Send a file; not a coroutine, so that it is made in a thread and blocks no other request."""
    try:
        content = _served_as(request.path_params["version"]).file(request.path_params["name"])
    except KeyError:
        return Response("no such file", status_code=404)
    return immutable_response(request, content, "application/json")


def _send_download(request: Request) -> Response:
    """Send a file to be taken away, in a thread as well. The browser saves it under its name and never shows it."""
    try:
        found = _served_as(request.path_params["version"]).download(request.path_params["name"])
    except KeyError:
        return Response("no such file", status_code=404)
    response = immutable_response(request, gzip.compress(found.content, 6), found.media_type)
    response.headers["content-disposition"] = f'attachment; filename="{found.name}"'
    response.headers["x-content-type-options"] = "nosniff"
    return response


def _served_as(version: str) -> _Served:
    """Return one version of the tables; raises KeyError for one that is not served."""
    served = _SERVED.get(version) or _served_now()
    if served.version != version:
        raise KeyError(version)
    return served


@cache
def _scripts() -> Asset:
    return publish("page.js", module("page.js"))


@cache
def map_script() -> Asset:
    """Return the map's script, a classic one: Folium writes its tag."""
    return publish("map.js", script("map/index.js"))


@cache
def _looks() -> Asset:
    return publish("looks.json", as_json(looks()))
