"""Watchdog: runs a browser with a new profile for as long as this program's standard input is open.

However they end, by a signal too, the browser ends and its profile is removed. Nothing but the standard library is
imported, so that the browser starts at once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

SECONDS_TO_END = 3
TRIES = 40
"""The browser's helpers end a moment after it, and write until then."""


def main(command: list[str]) -> int:
    """Run the command until it ends or standard input does; return its status."""
    profile = tempfile.mkdtemp(prefix="atlas-browser-")
    try:
        browser = subprocess.Popen(  # noqa: S603, the command is our own
            [*command, f"--user-data-dir={profile}"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        threading.Thread(target=_end_when_let_go, args=[browser], daemon=True).start()
        return browser.wait()
    finally:
        for _ in range(TRIES):
            shutil.rmtree(profile, ignore_errors=True)
            if not os.path.exists(profile):  # noqa: PTH110, pathlib would have to be imported first
                break
            time.sleep(0.05)


def _end_when_let_go(browser: subprocess.Popen[bytes]) -> None:
    while os.read(0, 1):
        pass
    browser.terminate()
    time.sleep(SECONDS_TO_END)
    browser.kill()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
