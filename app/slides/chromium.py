"""Turning pages into pictures and documents: an installed Chrome, Edge or Chromium, without a window."""

from __future__ import annotations

import os
import shutil
import tempfile
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.keeping import folder_of_ours
from app.slides.slide import SIZES, Size

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from app.slides.page import Turn

NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
)
"""What a Chromium may be called on the search path."""
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    "C:/Program Files/Microsoft/Edge/Application/msedge.exe",
)
"""Where it stands if it is not on the search path."""
ARGUMENTS = [
    "--no-sandbox",  # it opens our own page alone, and would not start as root in a container
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    # With a debugger attached, V8 would else parse plotly.js three times anew for what it throws and catches.
    "--js-flags=--no-enable-lazy-source-positions",
]
MENDS = "install Chromium, Chrome or Edge (Debian: apt-get install chromium); HTML needs none"
A4_MM = (297, 210)
WARM_UP_MS = 60_000
WARM_UP = Path(__file__).with_name("warm_up.html")
PLOTLY = Path(str(distribution("plotly").locate_file("plotly"))) / "package_data" / "plotly.min.js"
"""plotly.js in its package, which takes a second to import and is not needed here."""


class NoChromiumError(Exception):
    """No installed Chromium was found; the message says what to install."""


class NoPictureError(Exception):
    """The browser did not start, broke down, or drew no page in time; the message says what was tried."""


@dataclass(frozen=True)
class Shot:
    """One page to be turned into a picture or a document."""

    html: str
    """The page."""
    size: Size
    """Size of the picture."""
    kind: str
    """png or pdf."""


def chromium_path() -> str:
    """Return the path of an installed Chromium; raise NoChromiumError where there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    found = found or next((path for path in PLACES if Path(path).exists()), None)
    if not found:
        raise NoChromiumError(f"no browser was found that could draw the picture; {MENDS}")
    return found


class Camera:
    """A browser in a thread of its own, which starts while the caller is still composing its page."""

    def __init__(self, size: Size, timeout_s: float) -> None:
        self._timeout_ms = timeout_s * 1000
        self._ending = ExitStack()  # what has started, however far it came
        self._thread = ThreadPoolExecutor(1)  # Playwright's objects must stay in the thread that made them
        self._started: Future[None] = self._thread.submit(self._start, chromium_path(), size)
        self._warmed: Future[None] = self._thread.submit(self._warm_up)

    def take(self, shot: Shot, turns: Sequence[Turn] = (), told: Callable[[], None] | None = None) -> list[bytes]:
        """Return the finished picture or document, and another after each turn of the page.

        `told` is called after each of them, in the camera's own thread. Raises NoPictureError where one takes too
        long or the browser fails.
        """
        # Where this page is there before the browser is, reading plotly.js for it is not ahead of its time any more.
        self._warmed.cancel()
        from playwright.sync_api import Error  # noqa: PLC0415, heavy, and not needed for HTML

        try:
            self._started.result()
            return self._thread.submit(self._take, shot, turns, told or (lambda: None)).result()
        except Error as error:
            first_line = error.message.partition("\n")[0]
            raise NoPictureError(f"the browser took no picture: {first_line}; try again, or another browser") from error

    def close(self) -> None:
        """End the browser."""
        self._warmed.cancel()
        self._thread.submit(self._end).result()
        self._thread.shutdown()

    def _start(self, path: str, size: Size) -> None:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415, heavy, and not needed for HTML

        with _node_keeps_what_it_compiles():
            playwright = sync_playwright().start()
        self._ending.callback(playwright.stop)
        self._browser: Browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        self._ending.callback(self._browser.close)
        self._open(size)

    def _warm_up(self) -> None:
        """Read plotly.js, which is kept for the next page: whoever composes a page anew takes seconds for it."""
        with _on_disk(WARM_UP.read_text(encoding="utf-8").replace("PLOTLY_URL", PLOTLY.as_uri())) as address:
            self._page.goto(address, timeout=WARM_UP_MS)

    def _open(self, size: Size) -> None:
        width, height = size.viewport
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=size.scale,
            reduced_motion="reduce",
            offline=True,
        )
        context.set_default_timeout(self._timeout_ms)
        self._size, self._page = size, context.new_page()
        self._session = context.new_cdp_session(self._page)
        metrics = {"width": width, "height": height, "deviceScaleFactor": size.scale, "mobile": False}
        # Playwright does so for its own pictures alone.
        self._session.send("Emulation.setDeviceMetricsOverride", metrics)

    def _end(self) -> None:
        self._ending.close()

    def _take(self, shot: Shot, turns: Sequence[Turn], told: Callable[[], None]) -> list[bytes]:
        if shot.size != self._size:
            self._page.context.close()
            self._open(shot.size)
        page = self._page
        with _on_disk(shot.html) as address:
            page.goto(address, wait_until="commit")
            taken = [self._taken(page, shot)]
            told()
            for turn in turns:
                page.evaluate("(turn) => turnTo(turn)", asdict(turn))
                taken.append(self._taken(page, shot))
                told()
        return taken

    def _taken(self, page: Page, shot: Shot) -> bytes:
        page.wait_for_selector("html[data-ready]", state="attached")
        if shot.kind == "pdf":
            return _printed(page, shot.size)
        # By the browser's own command: Playwright's takes a quarter of a second longer.
        taken = self._session.send("Page.captureScreenshot", {"format": "png", "optimizeForSpeed": True})
        return b64decode(taken["data"])


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


@contextmanager
def _on_disk(html: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "slide.html"
        path.write_text(html, encoding="utf-8")
        yield path.as_uri()


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
