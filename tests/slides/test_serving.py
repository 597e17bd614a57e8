"""Pages are served to who knows their addresses, and to nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from app.slides.serving import PLOTLY, PLOTLY_NAME, Serving


@pytest.fixture
def a_serving() -> Iterator[Serving]:
    serving = Serving()
    yield serving
    serving.close()


def test_a_page_is_read_at_its_address_and_plotly_beside_it(a_serving: Serving) -> None:
    first, second = (a_serving.address(f"<title>{name}</title>") for name in ("é «ع»", "two"))
    assert first.startswith(f"{a_serving.prefix}")
    assert first != second
    assert a_serving.address("<title>two</title>") == second
    with urlopen(first) as answer:
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.read().decode() == "<title>é «ع»</title>"
    with urlopen(f"{a_serving.prefix}{PLOTLY_NAME}") as answer:
        assert answer.read() == PLOTLY.read_bytes()


def test_who_does_not_know_the_address_gets_nothing(a_serving: Serving) -> None:
    address = a_serving.address("a secret")
    port = address.split("/")[2]
    for guess in (
        f"http://{port}/0.html",
        f"http://{port}/",
        f"{a_serving.prefix}1.html",
        f"{a_serving.prefix}../0.html",
    ):
        with pytest.raises(HTTPError, match="404"):
            urlopen(guess)
    assert "127.0.0.1" in address


def test_half_a_character_in_a_page_does_not_keep_it_from_being_served(a_serving: Serving) -> None:
    with urlopen(a_serving.address("a\ud800b")) as answer:
        assert answer.read() == b"a?b"
