"""What is added to Streamlit's page, and that nothing else is touched."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from app.browser.bundle import stylesheet
from app.link.page_head import STREAMLITS_FILES, PageHead
from app.link.served import page_data
from tests.link.asking import run_apart

INDEX = (STREAMLITS_FILES / "index.html").read_text(encoding="utf-8")
NAVIGATION = {"accept": "text/html,application/xhtml+xml"}


def asked(path: str, answer: Response, query: str = "", **headers: str) -> tuple[dict[str, str], str, Request]:
    """Ask for a path behind which `answer` stands; return headers, text, and what reached it."""
    seen: list[Request] = []
    sent: list[dict[str, Any]] = []

    def respond(request: Request) -> Response:
        seen.append(request)
        return answer

    async def ask() -> None:
        pairs = [(name.replace("_", "-").encode(), text.encode()) for name, text in (NAVIGATION | headers).items()]
        scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": pairs}

        async def receive() -> dict[str, Any]:
            return {"type": "http.request"}

        async def send(message: Any) -> None:  # noqa: ANN401, as ASGI has it
            sent.append(message)

        await PageHead(Starlette(routes=[Route("/{any:path}", respond)]))(scope, receive, send)

    run_apart(ask())
    got = {name.decode(): text.decode() for name, text in sent[0]["headers"]}
    return got, b"".join(message.get("body", b"") for message in sent[1:]).decode(), seen[0]


@pytest.mark.parametrize(("path", "opening", "draws"), [("/", "explore", True), ("/x/essay", "essay", False)])
def test_the_page_begins_with_its_stylesheet_and_names_what_the_first_view_needs(
    path: str, opening: str, draws: bool
) -> None:
    headers, text, _ = asked(path, HTMLResponse(INDEX))
    assert f'<html lang="en" dir="ltr" data-opening="{opening}">' in text
    assert f"<body><style>{stylesheet('shell/page.css')}</style>" in text
    assert "<title>Iraq–Syria after Assad</title>" in text
    data = page_data()
    assert f'<link rel="modulepreload" href="{data["scripts"]}">' in text
    assert f'href="{data["dataset"]}dataset.json"' in text
    assert ("plotly.js" in text, "ComponentInstance" in text) == (draws, draws)
    assert "./static/js/BidiComponent." in text
    assert int(headers["content-length"]) == len(text.encode())


def test_the_page_begins_in_the_language_of_its_address() -> None:
    _, text, _ = asked("/", HTMLResponse(INDEX), "from=yesterday&lang=ar")
    assert '<html lang="ar" dir="rtl" ' in text
    assert "<title>العراق وسوريا بعد الأسد</title>" in text


def test_a_name_in_the_path_is_text() -> None:
    _, text, _ = asked('/"><script>', HTMLResponse(INDEX))
    assert 'data-opening="&quot;&gt;&lt;script&gt;"' in text


def test_the_page_is_asked_for_whole_and_as_it_is() -> None:
    given = {"accept_encoding": "gzip", "if_none_match": '"1"', "cookie": "a=b"}
    headers, _, request = asked("/", HTMLResponse(INDEX, headers={"etag": '"1"'}), **given)
    assert "etag" not in headers
    assert request.headers.get("cookie") == "a=b"
    assert not {"accept-encoding", "if-none-match"} & set(request.headers)


@pytest.mark.parametrize(
    ("path", "headers"),
    [("/atlas-slide/preview", {}), ("/atlas-assets/page.js", {}), ("/", {"accept": "*/*"})],
)
def test_what_is_no_page_of_streamlits_passes_untouched(path: str, headers: dict[str, str]) -> None:
    got, text, request = asked(path, HTMLResponse(INDEX, headers={"etag": '"1"'}), accept_encoding="gzip", **headers)
    assert text == INDEX
    assert got["etag"] == '"1"'
    assert request.headers["accept-encoding"] == "gzip"


def test_another_answer_stays_as_it_is() -> None:
    headers, text, _ = asked("/_stcore/health", PlainTextResponse("ok", status_code=503))
    assert text == "ok"
    assert headers["content-length"] == "2"
