"""Slides: how long the command takes, and whether each of many pictures is whole.

The command is timed from outside, from its start to its end, as a reader has it: Python's start, the tables, the
browser and the file. Beside it, in turns, stands the least that a picture can take: Python, Playwright, the same
browser, an empty page and a screenshot of the same size. What the command keeps between runs lies in a folder of its
own here, so that the first run, which is told apart, is a first run.

For the second figure one camera takes the same picture many times, each time from a page opened anew; a picture is
whole where it has the size asked for and is, byte by byte, the one that most of the others are.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from PIL import Image

from app.model.chronology.view import View
from app.slides.capture.screenshots import PageToCapture, open_screenshotter
from app.slides.html.page import standalone_page
from app.slides.slide import SIZES, Slide
from tests.conftest import PROJECT
from tests.model.real import the_real_atlas

SIZE = SIZES["1920x1080"]
FALL = View(date(2024, 11, 27), date(2024, 12, 20))
PICTURE = ("--range", "2024-11-27/2024-12-20")
DECK = ("--deck", "chapters")
LEAST = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": 1280, "height": 720}, device_scale_factor=1.5)
    page.goto("about:blank")
    page.screenshot(path=sys.argv[2])
    browser.close()
"""


def slides(rounds: int, pictures: int) -> dict[str, Any]:
    """Return medians in seconds over `rounds`, and how many of `pictures` are whole."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        first = _seconds(folder, *PICTURE, str(folder / "first.png"))
        least, picture = [], []
        for _ in range(rounds):
            least.append(_timed([sys.executable, "-c", LEAST, str(shutil.which("chromium")), str(folder / "e.png")]))
            picture.append(_seconds(folder, *PICTURE, str(folder / "one.png")))
        deck = [_seconds(folder, *DECK, str(folder / "deck.pptx")) for _ in range(max(1, rounds // 3))]
    return {
        "least_s": median(least),
        "picture_first_s": first,
        "picture_s": median(picture),
        "picture_slowest_s": max(picture),
        "deck_s": median(deck),
        "pictures": pictures,
        "whole": _whole(pictures),
    }


def _seconds(folder: Path, *arguments: str) -> float:
    return _timed([sys.executable, "-m", "app.slides", *arguments], ATLAS_CACHE_FOLDER=str(folder / "kept"))


def _timed(command: list[str], **environment: str) -> float:
    # As on a reader's machine, where Python keeps what it has compiled.
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    subprocess.run(command, check=True, cwd=PROJECT, stdout=subprocess.DEVNULL, env=kept | environment)
    return time.perf_counter() - started


def _whole(pictures: int) -> int:
    html = standalone_page(the_real_atlas(("context", "after")), Slide(FALL), "picture")
    with open_screenshotter(SIZE) as screenshotter:
        taken = Counter(screenshotter.take(PageToCapture(html, SIZE, "png"))[0] for _ in range(pictures))
    picture, count = taken.most_common(1)[0]
    with Image.open(io.BytesIO(picture)) as opened:
        return count if opened.size == (SIZE.width_px, SIZE.height_px) else 0
