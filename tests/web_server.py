"""A server of this machine whose pages do what a test tells them: redirect, refuse HEAD, hang, never end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread


@dataclass
class Page:
    """What the server says under one path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    head_status: int = 0
    """Status for HEAD; 0 for the same as for GET."""
    then: Page | None = None
    """What it says from the second request on; None for the same again."""
    silent: bool = False
    """True where it takes the request and does not answer."""
    endless: bool = False
    """True where the body is sent again and again, until the reader closes."""
    dripping: bool = False
    """True where the headers come one byte at a time and never end."""


@dataclass
class Asked:
    """One request as the server saw it."""

    method: str
    path: str
    headers: dict[str, str]
    at_s: float
    """By the clock of the test."""


@dataclass
class Site:
    """The pages of the server, and what it has been asked."""

    address: str = ""
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    now: Callable[[], float] = lambda: 0.0

    def url(self, path: str) -> str:
        return self.address + path

    def methods(self, path: str) -> list[str]:
        return [asked.method for asked in self.asked if asked.path == path]


def html(title: str, encoding: str = "utf-8", **headers: str) -> Page:
    """Return a page with a title."""
    text = f"<!doctype html><html><head><title>{title}</title></head><body><p>Text</p></body></html>"
    return Page(text.encode(encoding), headers={"Content-Type": "text/html", **headers})


def redirect(to: str, status: int = 301) -> Page:
    return Page(status=status, headers={"Location": to})


@contextmanager
def a_site() -> Iterator[Site]:
    """Run a server on a free port until the end of the block."""
    site = Site()
    closing = Event()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self._answer()

        def do_GET(self) -> None:
            self._answer()

        def _answer(self) -> None:
            site.asked.append(Asked(self.command, self.path, dict(self.headers), site.now()))
            page = site.pages.get(self.path, Page(status=404))
            if page.then:
                site.pages[self.path] = page.then
            if page.silent:
                closing.wait(30)
                return
            with suppress(OSError):  # the reader has closed
                self._send(page)

        def _send(self, page: Page) -> None:
            if page.dripping:
                self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Drip: ")
                while not closing.wait(0.02):
                    self.wfile.write(b"a")
                return
            self.send_response((self.command == "HEAD" and page.head_status) or page.status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command == "HEAD":
                return
            self.wfile.write(page.body)
            while page.endless and not closing.is_set():
                self.wfile.write(page.body)

        def log_message(self, *_: object) -> None:
            """Say nothing on the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        site.address = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield site
        finally:
            closing.set()
            server.shutdown()
