"""Nothing that a reader does with the View is told to the server: the websocket is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, WebSocket, expect

from tests.browser.conftest import Dashboard, watched_page

pytestmark = pytest.mark.browser

STEPS = 200
SELECTIONS = 20
FILTER_CLICKS = 10


@pytest.fixture
def frames() -> list[str]:
    return []


@pytest.fixture
def listened_to(warm_browser: BrowserContext, the_dashboards_address: str, frames: list[str]) -> Iterator[Dashboard]:
    """Yield Explore, complete and at rest, whose further websocket frames are noted."""
    visitor = watched_page(warm_browser, the_dashboards_address)

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda data: frames.append(f"sent {len(data)} B"))
        socket.on("framereceived", lambda data: frames.append(f"received {len(data)} B"))

    visitor.page.on("websocket", listen)
    visitor.open().settle()
    assert frames, "the first run has sent nothing: the test listens to nothing"
    visitor.quiet(1500)
    frames.clear()
    yield visitor
    visitor.page.close()


def test_no_frame_is_sent_or_received_for_what_a_reader_does(listened_to: Dashboard, frames: list[str]) -> None:
    page = listened_to.page
    thumb = page.locator(".thumb[data-side=start]").bounding_box()
    assert thumb
    box = page.locator(".track").bounding_box()
    assert box
    y = box["y"] + box["height"] - 16
    page.mouse.move(box["x"] + 1, y)
    page.mouse.down()
    for step in range(STEPS):
        page.mouse.move(box["x"] + box["width"] * 0.8 * step / STEPS, y)
    page.mouse.up()
    expect(page).to_have_url(re.compile("from="))
    assert frames == [], "while the slider moved, or after its release"

    boxes = page.locator(".filters .themes input")
    for number in range(FILTER_CLICKS):
        boxes.nth(number % boxes.count()).click()
    expect(page).to_have_url(re.compile("theme="))
    page.locator(".filters .clear").click()
    page.locator(".filters .search").fill("Baghdad")
    expect(page).to_have_url(re.compile("words=Baghdad"))
    page.locator(".filters .clear").click()
    assert frames == [], "for a filter or a search"

    page.locator(".whole").click()
    for number in range(SELECTIONS):
        page.locator(".event-row:visible").nth(number).click()
        expect(page).to_have_url(re.compile("selected="))
        page.keyboard.press("Escape")
    assert frames == [], "for a selection"

    page.locator(".zoom-in").click()
    expect(page).to_have_url(re.compile("window="))
    listened_to.map.locator(".leaflet-control-zoom-in").click()
    expect(page).to_have_url(re.compile("camera="))
    listened_to.settle()
    assert frames == [], "for a zoom of either view"
