"""Two processes behind a proxy that sends each request to either at random, and one that takes a prefix off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle
from time import monotonic

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import Dashboard, watched_page
from tests.chromium import wait_until_complete
from tests.proxy import proxying
from tests.server import Server

pytestmark = pytest.mark.browser

READERS = 20
LASTS_S = 60
KILLED_EVERY_S = 10
KILLED = LASTS_S // KILLED_EVERY_S
SEEN_AS_ERROR = "[data-testid=stException], [data-testid=stAlert], [role=dialog]:visible"


@pytest.fixture
def two_servers() -> Iterator[list[Server]]:
    servers = [Server("app"), Server("app")]
    for server in servers:
        server.start()
    yield servers
    for server in servers:
        server.kill()


@pytest.fixture
def context(a_chromium: Browser) -> Iterator[BrowserContext]:
    context = a_chromium.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    yield context
    context.close()


def view_of(number: int) -> str:
    """Return the address of a view that is a reader's own."""
    return f"?from=2024-{1 + number % 12:02d}-01&to=2025-05-{10 + number % 20}"


def act(reader: Dashboard, number: int) -> None:
    """Do something that only the browser has to do with, and something that a server has to answer."""
    reader.page.bring_to_front()
    before = reader.page.url
    reader.page.locator(".filters .themes input").nth(number % 3).click()
    expect(reader.page).not_to_have_url(before)
    reader.page.locator(".filters .clear").click()
    expect(reader.page).to_have_url(before)
    if number % 4 == 0:
        reader.page.get_by_role("link", name="Essay").first.click()
        expect(reader.page.locator(".paragraph").first).to_be_visible()
        reader.page.go_back()
        wait_until_complete(reader.page)
        expect(reader.page).to_have_url(before)


def test_twenty_readers_lose_nothing_while_processes_die(two_servers: list[Server], context: BrowserContext) -> None:
    with proxying([server.port for server in two_servers]) as address:
        readers = [watched_page(context, address).open(view_of(number)) for number in range(READERS)]
        seen = [(reader.page.url, reader.count(), reader.shown_on_map()) for reader in readers]
        start, turns, killed = monotonic(), cycle(two_servers), 0
        for number, reader in cycle(enumerate(readers)):
            # On a machine that has other work a restart takes longer: the minute is then as long as six of them.
            if monotonic() - start > LASTS_S and killed >= KILLED:
                break
            if killed < KILLED and monotonic() - start > killed * KILLED_EVERY_S:
                killed += 1
                server = next(turns)
                server.kill()
                server.start()
            act(reader, number)
            assert (reader.page.url, reader.count(), reader.shown_on_map()) == seen[number]
            assert reader.page.locator(SEEN_AS_ERROR).count() == 0
        for number, reader in enumerate(readers):
            assert (reader.page.url, reader.count(), reader.shown_on_map()) == seen[number]


@pytest.mark.parametrize("base_path", ["", "atlas"], ids=["without a base path", "with a base path"])
def test_a_proxy_may_take_its_prefix_off(context: BrowserContext, base_path: str) -> None:
    server = Server("app", options=[f"--server.baseUrlPath={base_path}"])
    server.start(health=f"{'/' + base_path if base_path else ''}/_stcore/health")
    try:
        with proxying([server.port], prefix="/behind/here") as address:
            reader = watched_page(context, f"{address}/{base_path}".rstrip("/"))
            reader.open("?from=2024-12-01").settle()
            assert reader.shown_on_map() > 0
            reader.page.locator(".event-row:visible").first.click()
            expect(reader.page.locator(".card h2")).to_be_visible()
            reader.page.get_by_role("link", name="Slides").first.click()
            preview = reader.page.locator("[class*=st-key-preview-] iframe").content_frame
            expect(preview.locator("html")).to_have_attribute("data-ready", "yes")
            expect(reader.page).to_have_url(re.compile(r"/behind/here/.*slides\?.*from=2024-12-01"))
            assert [one for one in reader.complaints if "40" in one] == []
    finally:
        server.kill()
