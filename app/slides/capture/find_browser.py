"""Where an installed Chrome, Edge or Chromium is, and where a sandboxed one can write."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

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
MENDS = "install Chromium, Chrome or Edge (Debian: apt-get install chromium); HTML needs none"
MAX_SCRIPT_BYTES = 20_000
"""Maximum bytes of a script that are read."""
_SNAP = re.compile(r"/snap/bin/([\w-]+)")
_FLATPAK = re.compile(r"(?:flatpak/exports/bin/|\bflatpak\b[^\n]*?\brun\b[^\n]*?\s)((?:\w+\.){2,}\w+)")


class NoChromiumError(Exception):
    """No installed Chromium was found; the message says what to install."""


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
            start = file.read(MAX_SCRIPT_BYTES)
    except OSError:
        return ""
    return start.decode("utf-8", errors="replace") if start.startswith(b"#!") else ""
