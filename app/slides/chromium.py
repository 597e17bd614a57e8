"""An installed Chrome, Edge or Chromium, without a window: found, started, and opened at an address.

It starts, and reads its first page, while Playwright is still being imported: together that takes a second, which a
single picture would else wait for.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from concurrent.futures import Future
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import quote, urlsplit

from app.slides.slide import Size

FLATPAKS = ("org.chromium.Chromium", "com.google.Chrome", "com.microsoft.Edge")
NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
    *FLATPAKS,
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
    "/snap/bin/chromium",
    *(f"/var/lib/flatpak/exports/bin/{name}" for name in FLATPAKS),
    *(str(Path.home() / ".local/share/flatpak/exports/bin" / name) for name in FLATPAKS),
)
"""Where it stands if it is not on the search path."""
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
MENDS = "install Chromium, Chrome or Edge (Debian: apt-get install chromium); HTML needs none"
GUARDIAN = Path(__file__).with_name("guardian.py")
LONGEST_SCRIPT = 20_000
"""So much of a script is read, bytes."""
_SNAP = re.compile(r"/snap/bin/([\w-]+)")
_FLATPAK = re.compile(r"(?:flatpak/exports/bin/|\bflatpak\b[^\n]*?\brun\b[^\n]*?\s)((?:\w+\.){2,}\w+)")
_LISTENING = re.compile(r"DevTools listening on (ws://\S+)")


class NoChromiumError(Exception):
    """No installed Chromium was found; the message says what to install."""


class NoPictureError(Exception):
    """The browser did not start, broke down, or drew no page in time; the message says what was tried."""


class NotDrawnError(NoPictureError):
    """The page was not drawn, and the browser is not to blame; the message says why."""


def chromium_path() -> str:
    """Return the path of an installed Chromium; raise NoChromiumError where there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    found = found or next((path for path in PLACES if Path(path).exists()), None)
    if not found:
        raise NoChromiumError(f"no browser was found that could draw the picture; {MENDS}")
    return found


def sandbox_folder(browser: str) -> Path | None:
    """Return where a browser in a sandbox of its own, and this program, can both write; None for any other browser.

    A snap's or a flatpak's /tmp is its own: a profile there would outlive the browser, where nobody else can remove it.
    """
    named = f"{browser}\n{os.path.realpath(browser)}\n{_script(browser)}"
    if found := _SNAP.search(named):
        folder = Path.home() / "snap" / found[1] / "common"
    elif found := _FLATPAK.search(named):
        folder = Path.home() / ".var" / "app" / found[1] / "cache"
    else:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def _script(browser: str) -> str:
    """Return what a browser is started by, if that is a script: Ubuntu's, and many of people's own, start a snap."""
    try:
        with Path(browser).open("rb") as file:
            start = file.read(LONGEST_SCRIPT)
    except OSError:
        return ""
    return start.decode("utf-8", errors="replace") if start.startswith(b"#!") else ""


class Chromium:
    """A browser of our own, which starts while the caller goes on, and ends when the caller does."""

    def __init__(self, size: Size, timeout_s: float) -> None:
        """Start it with a screen of this size; whatever is waited for may take `timeout_s`."""
        width, height = size.viewport
        screen = f"--screen-info={{{width * size.scale:.0f}x{height * size.scale:.0f} devicePixelRatio={size.scale}}}"
        browser = chromium_path()
        folder = sandbox_folder(browser)
        command = [sys.executable, "-I", "-S", str(GUARDIAN), browser, *ARGUMENTS, screen, "about:blank"]
        self._timeout_s = timeout_s
        self._guardian = subprocess.Popen(  # noqa: S603, the command is our own
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
        if self._guardian.stdin:
            self._guardian.stdin.close()  # which is also what happens where this program breaks down
        self._guardian.wait()

    def _listen(self) -> None:
        said = "it ended"
        # To the last line: it would stop where nobody reads what it says.
        for line in self._guardian.stderr or ():
            said = line.strip() or said
            if (found := _LISTENING.search(line)) and not self._address.done():
                self._address.set_result(found[1])
        if not self._address.done():
            self._address.set_exception(
                NoPictureError(f"the browser did not start: {said}; try again, or another browser")
            )
