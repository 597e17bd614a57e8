"""Turning pages into pictures and documents: Playwright, and a browser that has begun to read the page before it."""

from __future__ import annotations

import os
import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from threading import Event
from typing import TYPE_CHECKING

from app.model.keeping import folder_of_ours
from app.slides.chromium import Chromium, NoPictureError, NotDrawnError
from app.slides.page_server import PageServer
from app.slides.slide import SIZES, Size

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from app.slides.page import Turn

A4_MM = (297, 210)
HEAD_START_S = 1.0
"""So long Playwright's import, most of a second of Python's one lock, waits for a page that is being composed."""


@dataclass(frozen=True)
class Shot:
    """One page to be turned into a picture or a document."""

    html: str
    """The page."""
    size: Size
    """Size of the picture."""
    kind: str
    """png or pdf."""


class Camera:
    """A browser that starts while the caller is still composing its page, and Playwright in a thread of its own."""

    def __init__(self, size: Size, timeout_s: float) -> None:
        self._size, self._timeout_ms = size, timeout_s * 1000
        self._chromium = Chromium(size, timeout_s)
        self._server = PageServer()
        self._ending = ExitStack()  # what has started, however far it came
        self._page: Page | None = None
        self._composed, self._closed = Event(), False
        self._thread = ThreadPoolExecutor(1)  # Playwright's objects must stay in the thread that made them
        self._connected: Future[None] = self._thread.submit(self._connect)

    def take(self, shot: Shot, turns: Sequence[Turn] = (), told: Callable[[], None] | None = None) -> list[bytes]:
        """Return the finished picture or document, and another after each turn of the page.

        `told` is called after each of them, in the camera's own thread. Raises NoPictureError where one takes too
        long or the browser fails.
        """
        address = self._server.address(shot.html)
        if not self._composed.is_set():
            self._chromium.open(address)
            self._composed.set()
        from playwright.sync_api import Error, TimeoutError  # noqa: A004, PLC0415, heavy, and not needed for HTML

        try:
            self._connected.result()
            return self._thread.submit(self._take, address, shot, turns, told or (lambda: None)).result()
        except TimeoutError as error:
            waited = f"{self._timeout_ms / 1000:g} seconds"
            raise NotDrawnError(f"the page was not drawn within {waited}; try again, or wait longer") from error
        except Error as error:
            raise _failure(error.message.partition("\n")[0]) from error

    def close(self) -> None:
        """End the browser."""
        self._closed = True
        self._composed.set()
        self._thread.submit(self._ending.close).result()
        self._thread.shutdown()
        self._chromium.end()
        self._server.close()

    def _connect(self) -> None:
        self._composed.wait(HEAD_START_S)
        if self._closed:
            return
        from playwright.sync_api import sync_playwright  # noqa: PLC0415, heavy, and not needed for HTML

        with _node_keeps_what_it_compiles():
            playwright = sync_playwright().start()
        self._ending.callback(playwright.stop)
        browser = playwright.chromium.connect_over_cdp(self._chromium.address, timeout=self._timeout_ms)
        self._context = browser.contexts[0]
        self._context.set_default_timeout(self._timeout_ms)

    def _take(self, address: str, shot: Shot, turns: Sequence[Turn], told: Callable[[], None]) -> list[bytes]:
        page = self._opened(address, shot.size)
        taken = [self._taken(page, shot)]
        told()
        for turn in turns:
            page.evaluate("(turn) => window.turnTo(turn)", asdict(turn))
            taken.append(self._taken(page, shot))
            told()
        return taken

    def _opened(self, address: str, size: Size) -> Page:
        """Return the page at the address, which the browser may have opened already, in its size."""
        if self._page is None:
            begun = (page for page in self._context.pages if page.url == address)
            self._page = next(begun, None) or self._context.new_page()
            self._session = self._context.new_cdp_session(self._page)
        page, wanted = self._page, [*size.viewport, size.scale]
        if page.url != address:
            if size != self._size:
                self._stand_for(size)
            self._go(page, address)
        if page.evaluate("[innerWidth, innerHeight, Number(devicePixelRatio.toFixed(3))]") != wanted:
            # Begun in another size than the camera's, or by a browser that knows nothing of screens.
            self._stand_for(size)
            page.reload(wait_until="commit")
        return page

    def _go(self, page: Page, address: str) -> None:
        """Open the page; where the browser is kept from this computer's own network, by what it is told by its tool."""
        from playwright.sync_api import Error  # noqa: PLC0415, it is imported already

        try:
            page.goto(address, wait_until="commit")
        except Error as error:
            if "net::ERR_" not in error.message:
                raise
            page.route(f"{self._server.prefix}**", self._answer)
            page.goto(address, wait_until="commit")

    def _answer(self, route: Route) -> None:
        found = self._server.content(route.request.url.removeprefix(self._server.prefix))
        if found is None:
            route.abort()
        else:
            route.fulfill(body=found[0], content_type=found[1])

    def _stand_for(self, size: Size) -> None:
        width, height = size.viewport
        metrics = {"width": width, "height": height, "deviceScaleFactor": size.scale, "mobile": False}
        self._session.send("Emulation.setDeviceMetricsOverride", metrics)
        self._size = size

    def _taken(self, page: Page, shot: Shot) -> bytes:
        page.wait_for_selector("html[data-ready]", state="attached")
        if shot.kind == "pdf":
            return _printed(page, shot.size)
        # By the browser's own command: Playwright's takes a quarter of a second longer.
        taken = self._session.send("Page.captureScreenshot", {"format": "png", "optimizeForSpeed": True})
        return b64decode(taken["data"])


def _failure(message: str) -> NoPictureError:
    """Return what went wrong with a picture: the browser is only to blame where it is gone, or reads no page."""
    if re.search("closed|crash|disconnect|ECONN|net::", message):
        return NoPictureError(f"the browser took no picture: {message}; try again, or another browser")
    return NotDrawnError(f"the page could not be drawn: {message}")


@contextmanager
def _node_keeps_what_it_compiles() -> Iterator[None]:
    """Let Playwright's driver, seven megabytes of JavaScript, be compiled once and not at each start."""
    name, folder = "NODE_COMPILE_CACHE", folder_of_ours("node")
    if folder is None or name in os.environ:
        yield
        return
    os.environ[name] = str(folder)
    try:
        yield
    finally:
        os.environ.pop(name, None)


def _printed(page: Page, size: Size) -> bytes:
    """Return the page as a PDF of one sheet; its text stays text."""
    width, height = size.viewport
    if size.name == "a4":
        # Chromium lays out at 96 CSS px to the inch.
        scale = A4_MM[0] / 25.4 * 96 / width
        return page.pdf(
            width=f"{A4_MM[0]}mm", height=f"{A4_MM[1]}mm", scale=scale, print_background=True, page_ranges="1"
        )
    return page.pdf(width=f"{width}px", height=f"{height}px", print_background=True, page_ranges="1")


@contextmanager
def camera(size: Size = SIZES["1920x1080"], timeout_s: float = 60) -> Iterator[Camera]:
    """Yield a camera, quickest for pictures of this size; raise NoChromiumError where no browser is installed."""
    made = Camera(size, timeout_s)
    try:
        yield made
    finally:
        made.close()
