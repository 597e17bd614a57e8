"""What the browser fetches from this server and nowhere else: Leaflet, plotly.js, the base map, and published texts."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from weakref import WeakValueDictionary

import plotly
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from xstatic.pkg import leaflet

from app.model.folders import PROJECT_FOLDER

PREFIX = "atlas-assets"
_LEAFLET = Path(leaflet.BASE_DIR)
FILES = {
    "leaflet.js": _LEAFLET / "leaflet.js",
    "leaflet.css": _LEAFLET / "leaflet.css",
    "plotly.js": Path(plotly.__file__).parent / "package_data" / "plotly.min.js",
    "basemap.json": PROJECT_FOLDER / "data" / "basemap" / "basemap.geojson",
}
"""Each asset's file, in an installed package or in `data/`."""
MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
"""MIME type by the end of an asset's name; not from the system's table, which may lack or change them."""
COMPILE_HINT = b"//# allFunctionsCalledOnLoad\n"
"""Tells Chromium to compile a script whole and beside the page, not function by function while the page waits.

It takes 0.3 s off a first view of 4.5 s on two cores; to other browsers it is a comment.
"""


@dataclass(frozen=True)
class Asset:
    """One file, ready to be sent."""

    name: str
    """Last part of its address."""
    plain: bytes
    """Content."""
    zipped: bytes
    """Content, compressed once for all visitors."""
    version: str
    """Hash of the content, for the address: a new version is a new address."""

    @property
    def media_type(self) -> str:
        """MIME type."""
        return MEDIA_TYPES[Path(self.name).suffix]

    @property
    def url(self) -> str:
        """Address relative to that of a page: a proxy may take its prefix off on the way."""
        return f"{PREFIX}/{self.name}?{self.version}"


_PUBLISHED: WeakValueDictionary[str, Asset] = WeakValueDictionary()


def publish(name: str, text: str) -> Asset:
    """Return text as an asset, which is served for as long as someone keeps it."""
    made = _made(name, text.encode())
    return _PUBLISHED.setdefault(_key(made.name, made.version), made)


@cache
def asset(name: str) -> Asset:
    """Return a file's asset by name; raises KeyError for an unknown one."""
    plain = FILES[name].read_bytes()
    return _made(name, COMPILE_HINT + plain if name == "plotly.js" else plain)


def _made(name: str, plain: bytes) -> Asset:
    return Asset(name, plain, gzip.compress(plain, 6), sha256(plain).hexdigest()[:12])


def _key(name: str, version: str) -> str:
    return f"{name}?{version}"


def asset_urls(*names: str) -> dict[str, str]:
    """Return the addresses of several files by name."""
    return {name: asset(name).url for name in names}


def asset_routes() -> list[Route]:
    """Return the routes that serve the assets."""
    return [Route(f"/{PREFIX}/{{name}}", _send, methods=["GET"])]


async def _send(request: Request) -> Response:
    name = request.path_params["name"]
    found = _PUBLISHED.get(_key(name, request.url.query)) or (asset(name) if name in FILES else None)
    if found is None:
        return Response("no such asset", status_code=404)
    headers = {"cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.zipped, media_type=found.media_type, headers={**headers, "content-encoding": "gzip"})
    return Response(found.plain, media_type=found.media_type, headers={**headers, "content-encoding": "identity"})
