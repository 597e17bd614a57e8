"""A page of the public web leads into no private network, whatever its redirects say and its names stand for."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from app.citations.asking import Asker
from app.citations.guard import is_private_by_name, is_public
from app.citations.pace import Pace
from tests.citations.clock import FakeTime
from tests.web_server import Site, a_site, html, redirect

REFUSED = "leads into a private network, which was not asked"


@pytest.fixture
def two_sites(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Site, Site]]:
    """Yield a site that the test takes for public, and one of the same machine that it does not."""
    monkeypatch.setenv("no_proxy", "*")
    with a_site() as public, a_site() as private:
        private.pages["/secret"] = html("Secret")
        yield public, private


def an_asker(public_numbers: set[str]) -> Asker:
    return Asker(Pace(FakeTime().clock), "a test", 5, judge=public_numbers.__contains__)


def names_mean(numbers: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the names of a test stand for numbers of this machine."""
    real = socket.getaddrinfo

    def look_up(host: str, *arguments: object, **named: object) -> object:
        return real(numbers.get(host, host), *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


def test_a_name_that_stands_for_a_private_number_is_not_asked_from_a_public_page(
    two_sites: tuple[Site, Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    public, private = two_sites
    names_mean({"harmless.example": "127.0.0.1"}, monkeypatch)
    port = private.address.rpartition(":")[2]
    public.pages["/gate"] = redirect(f"http://harmless.example:{port}/secret", 302)
    # The first connection is judged public, all later ones are not: as when a name changes its number in between.
    judged = iter([True])
    asker = Asker(Pace(FakeTime().clock), "a test", 5, judge=lambda _: next(judged, False))
    answer = asker.ask(public.url("/gate"), with_titles=True)
    assert answer.failure == REFUSED
    assert private.asked == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "192.168.1.1", "a.local", "router"])
def test_a_redirect_to_a_host_that_its_name_calls_private_is_not_followed(
    two_sites: tuple[Site, Site], host: str
) -> None:
    public, private = two_sites
    public.pages["/gate"] = redirect(f"http://{host}:{private.address.rpartition(':')[2]}/secret")
    asker = an_asker({"127.0.0.1"})
    assert asker.ask(public.url("/gate"), with_titles=True).failure == REFUSED
    assert private.asked == []


def test_pages_of_a_private_network_may_lead_to_each_other(two_sites: tuple[Site, Site]) -> None:
    first, second = two_sites
    first.pages["/gate"] = redirect(second.url("/secret"))
    assert an_asker(set()).ask(first.url("/gate"), with_titles=True).titles == ("Secret",)


def test_a_link_local_number_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    class Connected:
        closed = False

        def getpeername(self) -> tuple[str, int]:
            return "169.254.169.254", 80

        def close(self) -> None:
            self.closed = True

    connected = Connected()
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr("urllib3.util.connection.create_connection", lambda *_, **__: connected)
    answer = an_asker(set()).ask("http://metadata.example/latest", with_titles=True)
    assert (answer.failure, connected.closed) == (REFUSED, True)


@pytest.mark.parametrize("number", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_a_number_of_the_public_network_is_known(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.0.1", "100.64.0.1", "::1", "::",
     "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1"],
)  # fmt: skip
def test_a_number_of_a_private_network_is_known(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("host", ["herald.example", "www.local-news.example", "8.8.8.8", "internal.example"])
def test_a_public_name_is_not_taken_for_a_private_one(host: str) -> None:
    assert not is_private_by_name(host)
