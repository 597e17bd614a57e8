"""Pages are served to who knows their addresses, and to nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from app.browser.vendored import PLOTLY_JS
from app.slides.capture.page_server import PLOTLY_NAME, PageServer


@pytest.fixture
def a_page_server() -> Iterator[PageServer]:
    server = PageServer()
    yield server
    server.close()


def test_a_page_is_read_at_its_address_and_plotly_beside_it(a_page_server: PageServer) -> None:
    address = a_page_server.address("<title>é «ع»</title>")
    assert address.startswith(a_page_server.prefix)
    with urlopen(address) as answer:
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.read().decode() == "<title>é «ع»</title>"
    with urlopen(f"{a_page_server.prefix}{PLOTLY_NAME}") as answer:
        assert answer.read() == PLOTLY_JS.read_bytes()


def test_each_page_has_an_address_of_its_own_the_same_page_too(a_page_server: PageServer) -> None:
    first, second = a_page_server.address("the same"), a_page_server.address("the same")
    assert first != second
    with urlopen(second) as answer:
        assert answer.read() == b"the same"


def test_who_does_not_know_the_address_gets_nothing(a_page_server: PageServer) -> None:
    address = a_page_server.address("a secret")
    port = address.split("/")[2]
    for guess in (
        f"http://{port}/1.html",
        f"http://{port}/",
        f"{a_page_server.prefix}2.html",
        f"{a_page_server.prefix}../1.html",
    ):
        with pytest.raises(HTTPError, match="404"):
            urlopen(guess)
    assert "127.0.0.1" in address


def test_half_a_character_in_a_page_does_not_keep_it_from_being_served(a_page_server: PageServer) -> None:
    with urlopen(a_page_server.address("a\ud800b")) as answer:
        assert answer.read() == b"a?b"
