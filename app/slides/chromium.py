"""Turning pages into pictures and documents: an installed Chrome, Edge or Chromium, without a window."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.slides.slide import Size

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

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


class NoChromiumError(Exception):
    """No installed Chromium was found; the message says what to install."""


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

    def __init__(self, timeout_s: float) -> None:
        self._timeout_ms = timeout_s * 1000
        self._thread = ThreadPoolExecutor(1)  # Playwright's objects must stay in the thread that made them
        self._started: Future[None] = self._thread.submit(self._start, chromium_path())

    def take(self, shot: Shot) -> bytes:
        """Return the finished picture or document; raise playwright's TimeoutError where it takes too long."""
        self._started.result()
        return self._thread.submit(self._take, shot).result()

    def close(self) -> None:
        """End the browser."""
        self._thread.submit(self._end).result()
        self._thread.shutdown()

    def _start(self, path: str) -> None:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415, heavy, and not needed for HTML

        self._playwright = sync_playwright().start()
        self._browser: Browser = self._playwright.chromium.launch(executable_path=path, args=ARGUMENTS)

    def _end(self) -> None:
        self._browser.close()
        self._playwright.stop()

    def _take(self, shot: Shot) -> bytes:
        width, height = shot.size.viewport
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=shot.size.scale,
            reduced_motion="reduce",
            offline=True,
        )
        context.set_default_timeout(self._timeout_ms)
        page = context.new_page()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "slide.html"
            path.write_text(shot.html, encoding="utf-8")
            page.goto(path.as_uri(), wait_until="commit")
            page.wait_for_selector("html[data-ready]", state="attached")
            taken = page.screenshot(animations="disabled") if shot.kind == "png" else _printed(page, shot.size)
        context.close()
        return taken


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
def camera(timeout_s: float = 60) -> Iterator[Camera]:
    """Yield a camera; raise NoChromiumError where no browser is installed."""
    made = Camera(timeout_s)
    try:
        yield made
    finally:
        made.close()
