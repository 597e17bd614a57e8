"""A slide's page, served for what the address says: to fill the screen, or to be looked at before it is made."""

from __future__ import annotations

import gzip
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.link.assets import asset
from app.link.served import atlas_now
from app.model.chronology.filtering import without_unknown_keys
from app.slides.slide import Slide, slide_from_url, slide_to_url, titled

if TYPE_CHECKING:
    from app.slides.html.page import Use

PREFIX = "atlas-slide"
USES: dict[str, Use] = {"preview": "preview", "presented": "presented"}
"""What is served of a slide's page."""


def slide_page_url(slide: Slide | None, use: Use) -> str:
    """Return a page's address relative to the dashboard's: a proxy may take its prefix off on the way.

    Without a slide it is one for a query to be put behind it.
    """
    query = f"?{urlencode(slide_to_url(slide))}" if slide else ""
    return f"{PREFIX}/{use}{query}"


def slide_routes() -> list[Route]:
    """Return the routes that serve slides' pages."""
    return [Route(f"/{PREFIX}/{{use}}", _send, methods=["GET"])]


def _send(request: Request) -> Response:
    """Compose a page; not a coroutine, so that it is done in a thread and blocks no other request."""
    from app.slides.html.page import standalone_page  # noqa: PLC0415, heavy, and needed by few visits

    use = USES.get(request.path_params["use"])
    if use is None:
        return Response("no such page", status_code=404)
    whole = atlas_now()
    asked = slide_from_url(request.query_params, _address(request))
    view, _ = without_unknown_keys(whole, asked.view)
    slide = titled(whole, replace(asked, view=view))
    # The page lies one folder deeper than the dashboard's.
    page = standalone_page(whole, slide, use, plotly_url=f"../{asset('plotly.js').url}").encode()
    headers = {"cache-control": "no-store", "vary": "accept-encoding", "x-content-type-options": "nosniff"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        page, headers = gzip.compress(page, 1), {**headers, "content-encoding": "gzip"}
    return Response(page, media_type="text/html", headers=headers)


def _address(request: Request) -> str:
    """Return where the dashboard is, as the reader's browser has it, for the slide's link.

    The page around says it, since this server does not know a prefix that a proxy takes off; else what is known.
    """
    host = request.headers.get("host", "localhost")
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    path = f"/{base}/" if base else "/"
    around = _folder_of(request.headers.get("referer", ""))
    if around.netloc == host and around.path.endswith(path) and not around.path.endswith(f"/{PREFIX}/"):
        return around.geturl()
    scheme = request.headers.get("x-forwarded-proto", request.url.scheme).split(",")[0].strip()
    return f"{'https' if scheme == 'https' else 'http'}://{host}{path}"


def _folder_of(address: str) -> SplitResult:
    """Return the address that relative ones are meant from; an empty one for what is none of a page."""
    try:
        parts = urlsplit(urljoin(address, "."))
    except ValueError:
        return urlsplit("")
    return parts if parts.scheme in ("http", "https") else urlsplit("")
