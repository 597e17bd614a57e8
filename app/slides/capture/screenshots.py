"""Pages as pictures and documents, by Playwright, in a browser that opens the page before Playwright is ready."""

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

from app.model.disk_cache import private_cache_dir
from app.slides.capture.browser_process import Chromium, NoPictureError, NotDrawnError
from app.slides.capture.page_server import PageServer
from app.slides.slide import SIZES, Size

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from app.slides.html.page import Turn

A4_MM = (297, 210)
PLAYWRIGHT_IMPORT_DELAY_S = 1.0
"""Playwright's import holds the GIL for about a second: it waits this long for a page that is being composed."""


@dataclass(frozen=True)
class PageToCapture:
    """A page to be captured as a picture or a document."""

    html: str
    """The page."""
    size: Size
    """Size of the picture."""
    kind: str
    """png or pdf."""


class Screenshotter:
    """Takes screenshots: a browser that starts while the caller composes its page, and Playwright in its own thread."""

    def __init__(self, size: Size, timeout_s: float) -> None:
        self._size, self._timeout_ms = size, timeout_s * 1000
        self._chromium = Chromium(size, timeout_s)
        self._server = PageServer()
        self._ending = ExitStack()  # what has started, however far it came
        self._page: Page | None = None
        self._composed, self._closed = Event(), False
        self._thread = ThreadPoolExecutor(1)  # Playwright's objects must stay in the thread that made them
        self._connected: Future[None] = self._thread.submit(self._connect)

    def take(
        self, shot: PageToCapture, turns: Sequence[Turn] = (), on_picture: Callable[[], None] | None = None
    ) -> list[bytes]:
        """Return the finished picture or document, and another after each turn of the page.

        `on_picture` is called after each of them, in the screenshotter's own thread. Raises NoPictureError where
        one takes too long or the browser fails.
        """
        address = self._server.address(shot.html)
        if not self._composed.is_set():
            self._chromium.open(address)
            self._composed.set()
        from playwright.sync_api import Error, TimeoutError  # noqa: A004, PLC0415, heavy, and not needed for HTML

        try:
            self._connected.result()
            return self._thread.submit(self._take, address, shot, turns, on_picture or (lambda: None)).result()
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
        self._composed.wait(PLAYWRIGHT_IMPORT_DELAY_S)
        if self._closed:
            return
        from playwright.sync_api import sync_playwright  # noqa: PLC0415, heavy, and not needed for HTML

        with _node_compile_cache():
            playwright = sync_playwright().start()
        self._ending.callback(playwright.stop)
        browser = playwright.chromium.connect_over_cdp(self._chromium.address, timeout=self._timeout_ms)
        self._context = browser.contexts[0]
        self._context.set_default_timeout(self._timeout_ms)

    def _take(
        self, address: str, shot: PageToCapture, turns: Sequence[Turn], on_picture: Callable[[], None]
    ) -> list[bytes]:
        page = self._opened(address, shot.size)
        taken = [self._taken(page, shot)]
        on_picture()
        for turn in turns:
            page.evaluate("(turn) => window.turnTo(turn)", asdict(turn))
            taken.append(self._taken(page, shot))
            on_picture()
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
            # Begun in another size than the screenshotter's, or by a browser that knows nothing of screens.
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

    def _taken(self, page: Page, shot: PageToCapture) -> bytes:
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
def _node_compile_cache() -> Iterator[None]:
    """Cache the compiled JavaScript of Playwright's driver (seven megabytes), instead of compiling it at each start."""
    name, folder = "NODE_COMPILE_CACHE", private_cache_dir("node")
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
def open_screenshotter(size: Size = SIZES["1920x1080"], timeout_s: float = 60) -> Iterator[Screenshotter]:
    """Yield a screenshotter, fastest at this size; raise NoChromiumError where no browser is installed."""
    made = Screenshotter(size, timeout_s)
    try:
        yield made
    finally:
        made.close()
