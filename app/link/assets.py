"""Files that the browser fetches from this server and nowhere else: Leaflet, plotly.js and the base map."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import plotly
import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from xstatic.pkg import leaflet

from app.model.loading import PROJECT_FOLDER

PREFIX = "/atlas-assets"
_LEAFLET = Path(leaflet.BASE_DIR)
FILES = {
    "leaflet.js": (_LEAFLET / "leaflet.js", "text/javascript"),
    "leaflet.css": (_LEAFLET / "leaflet.css", "text/css"),
    "plotly.js": (Path(plotly.__file__).parent / "package_data" / "plotly.min.js", "text/javascript"),
    "basemap.json": (PROJECT_FOLDER / "data" / "basemap" / "basemap.geojson", "application/json"),
}
"""Each asset's file, in an installed package or in `data/`, and its media type."""
COMPILE_HINT = b"//# allFunctionsCalledOnLoad\n"
"""Tells Chromium to compile a script whole and beside the page, not function by function while the page waits.

It takes 0.3 s off a first view of 4.5 s on two cores; to other browsers it is a comment.
"""


@dataclass(frozen=True)
class Asset:
    """One file, ready to be sent."""

    plain: bytes
    """Content."""
    zipped: bytes
    """Content, compressed once for all visitors."""
    version: str
    """Hash of the content, for the address: a new version is a new address."""
    media_type: str
    """MIME type."""


@cache
def asset(name: str) -> Asset:
    """Return an asset by name; raises KeyError for an unknown one."""
    path, media_type = FILES[name]
    plain = COMPILE_HINT + path.read_bytes() if name == "plotly.js" else path.read_bytes()
    return Asset(plain, gzip.compress(plain, 6), sha256(plain).hexdigest()[:12], media_type)


def asset_url(name: str) -> str:
    """Return the address of an asset on this server, under its base path."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{'/' + base if base else ''}{PREFIX}/{name}?{asset(name).version}"


def asset_urls(*names: str) -> dict[str, str]:
    """Return the addresses of several assets by name."""
    return {name: asset_url(name) for name in names}


def asset_routes() -> list[Route]:
    """Return the routes that serve the assets."""
    return [Route(f"{PREFIX}/{{name}}", _send, methods=["GET"])]


async def _send(request: Request) -> Response:
    try:
        found = asset(request.path_params["name"])
    except KeyError:
        return Response("no such asset", status_code=404)
    headers = {"cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.zipped, media_type=found.media_type, headers={**headers, "content-encoding": "gzip"})
    return Response(found.plain, media_type=found.media_type, headers={**headers, "content-encoding": "identity"})
