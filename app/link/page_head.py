"""What the first view needs, named in Streamlit's page: so it is fetched beside Streamlit's scripts, not after them.

The page's stylesheet stands in it too. Brought by an element of Streamlit's it would come after the first ones are laid
out, and these would all move.
"""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import parse_qsl

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.browser.bundle import stylesheet
from app.link.assets import asset
from app.link.served import page_data
from app.model.chronology.view import view_from_url
from app.model.text.language import LANGUAGES
from app.words import words

START_PAGE = "explore"
STREAMLITS_TITLE = "<title>Streamlit</title>"
STREAMLITS_LANGUAGE = '<html lang="en">'
STREAMLITS_BODY = "<body>"
CHUNKS = ("BidiComponent",)
"""Scripts of Streamlit that every page needs, and that it fetches late."""
CHUNKS_OF_PAGES = {
    "explore": ("ComponentInstance",),
    "slides": ("Button", "ButtonGroup", "Checkbox", "Selectbox", "TextInput"),
}
"""And those that some pages need. One that cannot be fetched, as while the server restarts, leaves the page blank."""
STREAMLITS_FILES = Path(streamlit.__file__).parent / "static"
_CONDITIONS = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
"""Headers of a request that are not passed on: the page must come whole and as it is."""


class PageHead:
    """Middleware that adds to the head of Streamlit's page, and to nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if not _asks_for_a_page(scope):
            await self._app(scope, receive, send)
            return
        start: Message = {}
        body = bytearray()

        async def collect(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            body.extend(message.get("body", b""))
            if message.get("more_body"):
                return
            page = await run_in_threadpool(_with_head, bytes(body), scope)
            headers = MutableHeaders(raw=list(start["headers"]))
            if page != body:
                headers["content-length"] = str(len(page))
                for name in ("etag", "last-modified"):
                    del headers[name]
            await send({**start, "headers": headers.raw})
            await send({"type": "http.response.body", "body": page})

        kept = [pair for pair in scope["headers"] if pair[0] not in _CONDITIONS]
        await self._app({**scope, "headers": kept}, receive, collect)


def _asks_for_a_page(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and "text/html" in Headers(scope=scope).get("accept", "")
        and "." not in _last_part(scope)
        and "/atlas-" not in scope["path"]
    )


def _last_part(scope: Scope) -> str:
    return str(scope["path"]).rpartition("/")[2]


def _with_head(page: bytes, scope: Scope) -> bytes:
    text = page.decode(errors="replace")
    if STREAMLITS_TITLE not in text:
        return page
    view, _ = view_from_url(dict(parse_qsl(scope["query_string"].decode("latin-1"))))
    language = LANGUAGES[view.language]
    title = f"<title>{escape(words(language.code)['app_title'])}</title>"
    page_name = _last_part(scope) or START_PAGE
    root = f'<html lang="{language.code}" dir="{language.direction}" data-opening="{escape(page_name)}">'
    text = text.replace(STREAMLITS_LANGUAGE, root).replace(STREAMLITS_TITLE, title + _links(page_name))
    # Behind Streamlit's own rules, which come into the head: of two that weigh the same the later one counts.
    style = f"<style>{stylesheet('shell/page.css')}</style>"
    return text.replace(STREAMLITS_BODY, STREAMLITS_BODY + style, 1).encode()


def _links(page: str) -> str:
    data = page_data()
    chunks = CHUNKS + CHUNKS_OF_PAGES.get(page, ())
    scripts = [str(data["scripts"]), *_addresses(chunks)]
    links = [f'<link rel="modulepreload" href="{escape(address)}">' for address in scripts]
    links += [
        f'<link rel="preload" as="fetch" crossorigin href="{escape(address)}">'
        for address in (f"{data['dataset']}dataset.json", str(data["looks"]))
    ]
    if page == START_PAGE:
        links.append(f'<link rel="preload" as="script" href="{escape(asset("plotly.js").url)}">')
    return "".join(links)


@cache
def _addresses(chunks: tuple[str, ...]) -> tuple[str, ...]:
    folder = STREAMLITS_FILES / "static" / "js"
    return tuple(f"./static/js/{path.name}" for name in chunks for path in folder.glob(f"{name}.*.js"))
