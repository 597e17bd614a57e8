"""A headless browser process of our own: started, and opened at an address.

It starts, and reads its first page, while Playwright is still being imported: together that takes a second, which a
single picture would else wait for.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from concurrent.futures import Future
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import quote, urlsplit

from app.slides.capture import find_browser
from app.slides.slide import Size

ARGUMENTS = (
    "--headless",
    "--remote-debugging-port=0",  # one that is free, for this computer alone
    "--no-sandbox",  # it opens our own page alone, and would not start as root in a container
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers have little of it
    # It fetches nothing, asks nothing and keeps nothing.
    *("--no-first-run", "--no-default-browser-check", "--disable-background-networking", "--disable-component-update"),
    *("--disable-default-apps", "--disable-extensions", "--disable-sync", "--disable-breakpad", "--no-service-autorun"),
    *("--password-store=basic", "--use-mock-keychain", "--mute-audio", "--disable-search-engine-choice-screen"),
    # Nobody types an address: without its two lists of suggestions, pages of their own, it starts a second sooner.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,Translate,MediaRouter,OptimizationHints",
    # The page is all that is in the picture, in the same colours and at rest on every computer.
    *("--kiosk", "--hide-scrollbars", "--force-color-profile=srgb", "--force-prefers-reduced-motion"),
    # With a debugger attached, V8 would else parse plotly.js three times anew for what it throws and catches.
    "--js-flags=--no-enable-lazy-source-positions",
)
WATCHDOG = Path(__file__).with_name("watchdog.py")
_LISTENING = re.compile(r"DevTools listening on (ws://\S+)")


class NoPictureError(Exception):
    """The browser did not start, broke down, or drew no page in time; the message says what was tried."""


class NotDrawnError(NoPictureError):
    """The page was not drawn, and the browser is not to blame; the message says why."""


class Chromium:
    """A browser of our own, which starts while the caller goes on, and ends when the caller does."""

    def __init__(self, size: Size, timeout_s: float) -> None:
        """Start it with a screen of this size; whatever is waited for may take `timeout_s`."""
        width, height = size.viewport
        screen = f"--screen-info={{{width * size.scale:.0f}x{height * size.scale:.0f} devicePixelRatio={size.scale}}}"
        browser = find_browser.chromium_path()
        folder = find_browser.sandbox_folder(browser)
        command = [sys.executable, "-I", "-S", str(WATCHDOG), browser, *ARGUMENTS, screen, "about:blank"]
        self._timeout_s = timeout_s
        self._watchdog = subprocess.Popen(  # noqa: S603, the command is our own
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "TMPDIR": str(folder)} if folder else None,
        )
        self._address: Future[str] = Future()
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def address(self) -> str:
        """Where it can be spoken to; raise NoPictureError where it does not start."""
        try:
            return self._address.result(self._timeout_s)
        except TimeoutError:
            raise NoPictureError(f"the browser did not start within {self._timeout_s:g} seconds; try again") from None

    def open(self, page: str) -> None:
        """Begin to open a page, in a tab of its own; raise NoPictureError where the browser does not start."""
        spoken_to = urlsplit(self.address)
        connection = HTTPConnection(str(spoken_to.hostname), spoken_to.port, timeout=self._timeout_s)
        try:
            connection.request("PUT", f"/json/new?{quote(page, safe=':/')}")
            answer = connection.getresponse()
        except (OSError, HTTPException) as error:
            raise NoPictureError(f"the browser opened no page: {error}; try again, or another browser") from error
        finally:
            connection.close()
        if answer.status != HTTPStatus.OK:
            raise NoPictureError(f"the browser opened no page: {answer.reason}; try another browser")

    def end(self) -> None:
        """End it, and whatever it has written."""
        if self._watchdog.stdin:
            self._watchdog.stdin.close()  # which is also what happens where this program breaks down
        self._watchdog.wait()

    def _listen(self) -> None:
        said = "it ended"
        # To the last line: it would stop where nobody reads what it says.
        for line in self._watchdog.stderr or ():
            said = line.strip() or said
            if (found := _LISTENING.search(line)) and not self._address.done():
                self._address.set_result(found[1])
        if not self._address.done():
            self._address.set_exception(
                NoPictureError(f"the browser did not start: {said}; try again, or another browser")
            )
