"""Asking one address of a server on this machine: each way in which a page can be there, elsewhere, or not at all."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from app.citations.asking import MAX_BYTES, Answer, Asker
from app.citations.pace import Pace
from tests.citations.clock import FakeTime
from tests.server import free_port
from tests.web_server import Page, Site, a_site, html, redirect

TITLE = "The gate of tea opens"


@pytest.fixture(autouse=True)
def no_proxy_stands_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site() as made:
        yield made


def ask(url: str, *, with_titles: bool = True, time: FakeTime | None = None, timeout_s: float = 5) -> Answer:
    return Asker(Pace((time or FakeTime()).clock), "a test", timeout_s).ask(url, with_titles=with_titles)


def test_a_page_is_asked_by_head_and_then_by_get_for_its_title(site: Site) -> None:
    site.pages["/gate"] = html(TITLE)
    answer = ask(site.url("/gate"))
    assert (answer.status, answer.failure, answer.moved_to, answer.titles) == (200, "", "", (TITLE,))
    assert site.methods("/gate") == ["HEAD", "GET"]
    assert {asked.headers["User-Agent"] for asked in site.asked} == {"a test"}


def test_a_page_without_a_title_in_the_table_is_asked_by_head_alone(site: Site) -> None:
    site.pages["/gate"] = html(TITLE)
    assert ask(site.url("/gate"), with_titles=False).status == 200
    assert site.methods("/gate") == ["HEAD"]


@pytest.mark.parametrize("refusal", [405, 501, 403, 404, 500])
def test_what_head_refuses_get_may_give(site: Site, refusal: int) -> None:
    site.pages["/gate"] = html(TITLE)
    site.pages["/gate"].head_status = refusal
    for with_titles in (True, False):
        answer = ask(site.url("/gate"), with_titles=with_titles)
        assert (answer.status, answer.titles) == (200, (TITLE,))


@pytest.mark.parametrize("status", [404, 410, 403, 500, 418, 599])
def test_the_status_of_a_page_that_is_not_there_is_that_of_get(site: Site, status: int) -> None:
    site.pages["/gate"] = Page(b"nothing here", status)
    answer = ask(site.url("/gate"))
    assert (answer.status, answer.failure) == (status, "")
    assert site.methods("/gate") == ["HEAD", "GET"]


@pytest.mark.parametrize(
    ("statuses", "moved_to"),
    [
        ((301,), "/1"),
        ((308,), "/1"),
        ((302,), ""),
        ((303,), ""),
        ((307,), ""),
        ((301, 308), "/2"),
        ((301, 302), "/1"),
        ((302, 301), ""),
        ((301, 302, 301), "/1"),
    ],
)
def test_only_permanent_redirects_from_the_address_itself_say_that_it_has_moved(
    site: Site, statuses: tuple[int, ...], moved_to: str
) -> None:
    for at, status in enumerate(statuses):
        site.pages[f"/{at}"] = redirect(f"/{at + 1}", status)
    site.pages[f"/{len(statuses)}"] = html(TITLE)
    answer = ask(site.url("/0"))
    assert (answer.status, answer.titles) == (200, (TITLE,))
    assert answer.moved_to == (site.url(moved_to) if moved_to else "")
    assert answer.last_url == site.url(f"/{len(statuses)}")


def test_a_part_of_the_page_that_the_address_names_is_named_by_the_new_one(site: Site) -> None:
    site.pages["/old"] = redirect("/new")
    site.pages["/new"] = html(TITLE)
    assert ask(site.url("/old#second")).moved_to == site.url("/new#second")


def test_a_redirect_in_a_circle_ends(site: Site) -> None:
    site.pages["/a"], site.pages["/b"] = redirect("/b"), redirect("/a")
    assert ask(site.url("/a")).failure == "redirects in a circle"
    assert len(site.asked) <= 8


def test_a_redirect_that_never_ends_is_given_up(site: Site) -> None:
    for at in range(40):
        site.pages[f"/{at}"] = redirect(f"/{at + 1}", 302)
    assert ask(site.url("/0")).failure == "redirects more than 10 times"
    assert len(site.asked) == 11


def test_a_page_that_sets_a_cookie_and_sends_the_reader_back_is_read(site: Site) -> None:
    first = redirect("/gate", 302)
    first.headers["Set-Cookie"] = "seen=yes"
    first.then = html(TITLE)
    site.pages["/gate"] = first
    assert ask(site.url("/gate")).status == 200
    assert site.asked[-1].headers["Cookie"] == "seen=yes"


@pytest.mark.parametrize(
    "location",
    ["ftp://127.0.0.1/x", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "gopher://a.example/"],
)  # fmt: skip
def test_a_redirect_to_what_is_no_web_page_is_not_followed(site: Site, location: str) -> None:
    site.pages["/gate"] = redirect(location)
    assert ask(site.url("/gate")).failure.startswith("redirects to what is no")
    assert len(site.asked) == 1


@pytest.mark.parametrize("location", ["http://[", "http://a.example:port/", "//[::"])
def test_a_redirect_to_what_is_no_address_is_said(site: Site, location: str) -> None:
    site.pages["/gate"] = redirect(location)
    assert ask(site.url("/gate")).failure == "redirects to what is no address"


def test_a_host_that_asks_for_a_pause_gets_it_and_is_asked_once_more(site: Site) -> None:
    time = FakeTime()
    site.now = time.now
    site.pages["/gate"] = Page(status=429, headers={"Retry-After": "30"}, then=html(TITLE))
    assert ask(site.url("/gate"), time=time).status == 200
    first, second, *_ = site.asked
    assert second.at_s - first.at_s >= 30


@pytest.mark.parametrize("retry_after", ["3600", "soon", "", "-1", "Wed, 21 Oct 2099 07:28:00 GMT", "9" * 400])
def test_a_host_that_asks_for_no_pause_or_one_too_long_is_not_asked_again(site: Site, retry_after: str) -> None:
    time = FakeTime()
    site.pages["/gate"] = Page(status=429, headers={"Retry-After": retry_after})
    assert ask(site.url("/gate"), time=time).status == 429
    assert site.methods("/gate") == ["HEAD", "GET"]
    assert sum(time.slept) < 5


def test_a_server_that_does_not_answer_is_given_up(site: Site) -> None:
    site.pages["/gate"] = Page(silent=True)
    answer = ask(site.url("/gate"), timeout_s=0.2)
    assert (answer.failure, answer.certain) == ("no answer within 0.2 s", False)


def test_a_server_that_sends_its_answer_byte_by_byte_is_given_up(site: Site) -> None:
    site.pages["/gate"] = Page(dripping=True)
    answer = ask(site.url("/gate"), timeout_s=0.3)
    assert (answer.failure, answer.certain) == ("no answer within 0.3 s", False)


def test_of_a_huge_page_only_the_beginning_is_read(site: Site) -> None:
    start = html(TITLE).body.replace(b"</body></html>", b"")
    site.pages["/gate"] = Page(start + b"x" * 100_000, headers={"Content-Type": "text/html"}, endless=True)
    assert ask(site.url("/gate")).titles == (TITLE,)


def test_a_title_behind_the_beginning_of_a_huge_page_is_not_looked_for(site: Site) -> None:
    late = b"<!doctype html><p>" + b"x" * (MAX_BYTES + 10) + b"<title>Late</title>"
    site.pages["/gate"] = Page(late, headers={"Content-Type": "text/html"})
    assert ask(site.url("/gate")).titles == ()


def test_a_packed_page_is_unpacked(site: Site) -> None:
    page = html(TITLE)
    site.pages["/gate"] = Page(gzip.compress(page.body), headers={**page.headers, "Content-Encoding": "gzip"})
    assert ask(site.url("/gate")).titles == (TITLE,)


def test_a_page_packed_as_it_says_and_is_not_has_no_title_and_is_there(site: Site) -> None:
    page = html(TITLE)
    site.pages["/gate"] = Page(page.body, headers={**page.headers, "Content-Encoding": "gzip"})
    answer = ask(site.url("/gate"))
    assert (answer.status, answer.failure, answer.titles) == (200, "", ())


def test_a_file_that_is_no_page_is_there_and_is_not_read(site: Site) -> None:
    site.pages["/gate"] = Page(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}, endless=True)
    answer = ask(site.url("/gate"))
    assert (answer.status, answer.titles) == (200, ())


def test_a_refused_connection_is_said() -> None:
    answer = ask(f"http://127.0.0.1:{free_port()}/gate")
    assert (answer.failure, answer.certain) == ("the host refuses the connection", True)


def test_a_host_that_does_not_exist_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_such_host(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_such_host)
    answer = ask("http://herald.invalid/gate")
    assert (answer.failure, answer.certain) == ("there is no such host, or the network is down", True)


def test_encryption_that_is_none_is_said(site: Site) -> None:
    answer = ask(site.url("/gate").replace("http:", "https:"))
    assert (answer.failure, answer.certain) == ("its certificate or its encryption is not accepted", True)


def test_a_connection_that_is_closed_without_a_word_is_said() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]

        def hang_up() -> None:
            for _ in range(2):
                server.accept()[0].close()

        Thread(target=hang_up, daemon=True).start()
        answer = ask(f"http://127.0.0.1:{port}/gate")
    assert (answer.failure, answer.certain) == ("the connection was closed without an answer", False)


def test_no_password_of_the_user_is_sent(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login editor password secret\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    site.pages["/gate"] = html(TITLE)
    assert ask(site.url("/gate")).status == 200
    assert [asked for asked in site.asked if "Authorization" in asked.headers] == []
