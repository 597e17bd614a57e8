"""Four views against stored pictures: what a briefing room would see must not change unseen.

The pictures lie in `pictures/`, at half size. `ATLAS_DRAW_PICTURES=1 pytest tests/browser/test_pictures.py` draws them
anew, after a change that is meant: look at them before they are committed.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import BrowserContext, ViewportSize, expect

from tests.browser.conftest import Dashboard, watched_page
from tests.browser.shapes import faults_of_looks

pytestmark = pytest.mark.browser
PICTURES = Path(__file__).parent / "pictures"
DRAW = os.environ.get("ATLAS_DRAW_PICTURES") == "1"
VIEWS = {
    "start": "",
    "fall": "from=2024-11-27&to=2024-12-20",
    "doha-to-riyadh": "from=2025-04-01&to=2025-05-31",
    "whole-with-all-layers": "layers=context,after",
}
SIZES: list[ViewportSize] = [{"width": 1920, "height": 1080}, {"width": 1280, "height": 720}]
COLOUR_SLACK = 40
"""A pixel has changed where one of its channels differs by more than this, of 255: less is the smoothing of edges."""
CHANGED_MOST = 0.004
"""Share of pixels that may have changed: letters may shift by a pixel with another version of the browser."""
STILL_LOOKS = 12


def taken(visitor: Dashboard) -> Image.Image:
    """Return the page at half size, once it stands still."""
    before = None
    for _ in range(STILL_LOOKS):
        visitor.quiet(350)
        now = visitor.page.screenshot(animations="disabled", caret="hide")
        if now == before:
            break
        before = now
    picture = Image.open(io.BytesIO(now)).convert("RGB")
    return picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)


def stored(name: str) -> Image.Image:
    return Image.open(PICTURES / name).convert("RGB")


def share_changed(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ by more than COLOUR_SLACK in one of their channels; 1 for other sizes."""
    if one.size != other.size:
        return 1.0
    channels = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return sum(most.histogram()[COLOUR_SLACK + 1 :]) / (one.width * one.height)


@pytest.fixture(scope="module", params=VIEWS)
def a_page_that_shows_a_view(
    request: pytest.FixtureRequest, warm_browser: BrowserContext, the_dashboards_address: str
) -> Iterator[tuple[Dashboard, str]]:
    """Yield a page that is opened once for all appearances, and its view's name."""
    visitor = watched_page(warm_browser, the_dashboards_address)
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.page.set_viewport_size(SIZES[0])
    yield visitor.open(f"?{VIEWS[request.param]}"), request.param
    visitor.page.close()


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_a_view_looks_as_it_did_and_nothing_in_it_is_covered_or_cut(
    a_page_that_shows_a_view: tuple[Dashboard, str], appearance: Literal["light", "dark"], tmp_path: Path
) -> None:
    visitor, view = a_page_that_shows_a_view
    visitor.page.emulate_media(color_scheme=appearance)
    expect(visitor.map.locator("html")).to_have_attribute("data-appearance", appearance)
    changed = {}
    for size in SIZES:
        visitor.page.set_viewport_size(size)
        name = f"{view}_{appearance}_{size['width']}x{size['height']}.webp"
        picture = taken(visitor)
        assert faults_of_looks(visitor, least=4) == [], name
        if DRAW:
            picture.save(PICTURES / name, lossless=True, quality=100, method=6)
        changed[name] = share_changed(picture, stored(name))
        if changed[name] > CHANGED_MOST:
            picture.save(tmp_path / name, lossless=True, quality=0, method=0)
    assert max(changed.values()) <= CHANGED_MOST, f"{changed}; see {tmp_path}"


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_another_view_would_not_pass_for_it(appearance: str) -> None:
    start, fall = (stored(f"{view}_{appearance}_1280x720.webp") for view in ("start", "fall"))
    assert share_changed(start, fall) > 4 * CHANGED_MOST


def test_a_mark_that_is_gone_does_not_pass() -> None:
    start = stored("start_light_1280x720.webp")
    without = start.copy()
    without.paste(start.getpixel((300, 40)), (280, 60, 320, 100))  # as large as a ring and its name
    assert share_changed(start, without) > 0
    assert share_changed(start, start) == 0
