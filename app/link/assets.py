"""What the browser fetches from this server and nowhere else: Leaflet, plotly.js, base maps, and published texts."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from weakref import WeakValueDictionary

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.browser.vendored import LEAFLET_CSS, LEAFLET_JS, PLOTLY_JS
from app.model.paths import BASE_MAP, WORLD_MAP

PREFIX = "atlas-assets"
FILES = {
    "leaflet.js": LEAFLET_JS,
    "leaflet.css": LEAFLET_CSS,
    "plotly.js": PLOTLY_JS,
    "basemap.json": BASE_MAP,
    "world.json": WORLD_MAP,
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
    return Asset(name, gzip.compress(plain, 6), sha256(plain).hexdigest()[:12])


def _key(name: str, version: str) -> str:
    return f"{name}?{version}"


def asset_routes() -> list[Route]:
    """Return the routes that serve the assets."""
    return [Route(f"/{PREFIX}/{{name}}", _send, methods=["GET"])]


async def _send(request: Request) -> Response:
    name = request.path_params["name"]
    found = _PUBLISHED.get(_key(name, request.url.query)) or (asset(name) if name in FILES else None)
    if found is None:
        return Response("no such asset", status_code=404)
    return immutable_response(request, found.zipped, found.media_type)


def immutable_response(request: Request, zipped: bytes, media_type: str) -> Response:
    """Return what its address alone stands for, so that browsers keep it for good; compressed where they take it so."""
    headers = {"cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(zipped, media_type=media_type, headers={**headers, "content-encoding": "gzip"})
    plain = gzip.decompress(zipped)
    return Response(plain, media_type=media_type, headers={**headers, "content-encoding": "identity"})
