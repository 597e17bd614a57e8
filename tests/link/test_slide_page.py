"""The route that serves slides' pages: what the address asks for, and nothing that a stranger could slip in."""

from __future__ import annotations

import json
import re
from urllib.parse import urlencode, urljoin

import pytest
from starlette.requests import Request

from app.link.slide_page import slide_page_url, slide_routes
from app.model.chronology.view import View
from app.slides.slide import SIZES, Slide

BAD = "</script><img src=x onerror=alert(1)>"


def asked(address: str, **headers: str) -> tuple[int, str]:
    """Return what the route answers to a browser that has found the server under the name atlas.example."""
    (route,) = slide_routes()
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "path_params": {"use": path.rsplit("/", 1)[1]},
        "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
        + [(b"host", b"atlas.example")],
    }
    answer = route.endpoint(Request(scope))
    return answer.status_code, answer.body.decode()


def data_of(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" data-file="slide">(.*?)</script>', page)
    assert found
    return json.loads(found[1])  # type: ignore[no-any-return] # JSON


def test_a_page_shows_what_its_address_says() -> None:
    slide = Slide(View(language="ar", appearance="dark"), "Two <words>", SIZES["1080x1080"], hidden=("legend",))
    status, text = asked(slide_page_url(slide, "preview"))
    assert status == 200
    assert '<html lang="ar" dir="rtl" data-appearance="dark" data-use="preview"' in text
    assert 'data-hidden="legend"' in text
    assert '<h1><bdi dir="ltr" lang="en">Two &lt;words&gt;</bdi></h1>' in text
    assert data_of(text)["designedFor"] == [864, 864]
    assert "http://atlas.example/?lang=ar" in text


def test_plotly_is_fetched_from_the_server_that_the_dashboard_has_it_from() -> None:
    _, text = asked("/atlas-slide/presented")
    assert len(text) < 2_500_000
    found = re.search(r'<script defer src="([^"]*)"', text)
    assert found
    assert data_of(text)["plotly"] == found[1]
    address = urljoin("https://atlas.example/under/atlas-slide/presented", found[1])
    assert re.fullmatch(r"https://atlas\.example/under/atlas-assets/plotly\.js\?\w+", address)


def test_its_address_is_relative_to_the_dashboards() -> None:
    address = urljoin("https://atlas.example/under/slides", slide_page_url(Slide(View(language="ar")), "preview"))
    assert address == "https://atlas.example/under/atlas-slide/preview?lang=ar"


@pytest.mark.parametrize(
    "query", [{"title": BAD}, {"words": BAD}, {"selected": BAD}, {"theme": BAD}, {"hide": BAD}, {"size": BAD}]
)
def test_nothing_in_an_address_becomes_markup(query: dict[str, str]) -> None:
    status, text = asked(f"/atlas-slide/preview?{urlencode(query)}")
    assert status == 200
    assert BAD not in text
    assert "<img src=x" not in text


@pytest.mark.parametrize("use", ["picture", "file", ""])
def test_what_is_not_served_is_not_found(use: str) -> None:
    assert asked(f"/atlas-slide/{use}")[0] == 404


def test_behind_a_proxy_the_link_is_as_the_reader_sees_it() -> None:
    assert 'href="https://atlas.example/"' in asked("/atlas-slide/preview", x_forwarded_proto="https")[1]


@pytest.mark.parametrize(
    ("around", "link"),
    [
        ("https://atlas.example/under/slides", "https://atlas.example/under/"),
        ("https://atlas.example/under/?lang=ar", "https://atlas.example/under/"),
        ("https://atlas.example/atlas-slide/preview", "http://atlas.example/"),
        ("https://other.example/under/slides", "http://atlas.example/"),
        ("javascript://atlas.example/under/", "http://atlas.example/"),
        ("https://[", "http://atlas.example/"),
    ],
)
def test_behind_a_proxy_that_takes_its_prefix_off_the_page_around_says_where_the_link_leads(
    around: str, link: str
) -> None:
    assert f'href="{link}"' in asked("/atlas-slide/preview", referer=around)[1]


def test_a_browser_that_can_is_sent_less_than_half_of_it() -> None:
    (route,) = slide_routes()
    scope = {"type": "http", "method": "GET", "path": "/", "path_params": {"use": "preview"}, "query_string": b""}
    plain, zipped = (
        route.endpoint(Request(scope | {"headers": headers})) for headers in ([], [(b"accept-encoding", b"gzip, br")])
    )
    assert zipped.headers["content-encoding"] == "gzip"
    assert len(zipped.body) < len(plain.body) / 2
