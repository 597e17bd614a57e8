"""The server dies and comes back under an open page: no view is lost, and what is asked afterwards is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Dashboard, watched_page
from tests.chromium import wait_until_complete
from tests.conftest import copy_tables
from tests.server import Server

pytestmark = pytest.mark.browser

ADDRESS = "?from=2024-12-01&to=2025-05-31&theme=diplomacy&camera=33.3,42.5,6.5"
RESTARTS = 2
GONE = "shatri-damascus-first"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    copy_tables(folder)
    return folder


@pytest.fixture(scope="module")
def mortal_server(tables: Path) -> Iterator[Server]:
    server = Server("app", {"ATLAS_DATA_FOLDER": str(tables)})
    server.start()
    yield server
    server.kill()


@pytest.fixture
def reader(a_chromium: Browser, mortal_server: Server) -> Iterator[Dashboard]:
    context = a_chromium.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield watched_page(context, mortal_server.address)
    context.close()


def restart(server: Server, reader: Dashboard) -> None:
    """Kill the server, let the page notice, start it again, and wait until the page is connected."""
    server.kill()
    expect(reader.page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-connection-state", re.compile("^(?!CONNECTED).*")
    )
    server.start()
    expect(reader.page.locator("[data-testid=stApp]")).to_have_attribute("data-test-connection-state", "CONNECTED")
    reader.settle()


def what_is_seen(reader: Dashboard) -> dict[str, object]:
    return {
        "address": reader.page.url,
        "count": reader.count(),
        "on the map": reader.shown_on_map(),
        "markers": reader.map.locator(".atlas-place:visible").count(),
        "range": reader.page.locator(".reader .range").inner_text(),
        "ticked": reader.page.locator(".filters .themes input:checked").count(),
        "marks": reader.page.locator(".plot .points path").count(),
    }


def test_explore_goes_on_where_it_was(reader: Dashboard, mortal_server: Server) -> None:
    reader.open(ADDRESS).settle()
    reader.page.evaluate("window.sameDocument = true")
    before = what_is_seen(reader)
    for _ in range(RESTARTS):
        restart(mortal_server, reader)
        assert what_is_seen(reader) == before
    reader.page.locator(".filters .clear").click()
    expect(reader.page.locator(".reader .count")).not_to_have_text(str(before["count"]))
    reader.page.locator(".event-row:visible").first.click()
    expect(reader.page.locator(".card h2")).to_be_visible()
    expect(reader.page.locator(".card .agreement p").first).not_to_be_empty()
    assert reader.page.evaluate("window.sameDocument") is True


def test_the_essay_stays_open_and_leads_back(reader: Dashboard, mortal_server: Server) -> None:
    reader.open("?paragraph=12", page="essay")
    expect(reader.page.locator(".paragraph.highlighted")).to_be_visible()
    for _ in range(RESTARTS):
        restart(mortal_server, reader)
        expect(reader.page.locator(".paragraph.highlighted")).to_have_attribute("data-paragraph", "12")
    reader.page.locator(".chip").first.click()
    wait_until_complete(reader.page)
    expect(reader.page.locator(".card h2")).to_be_visible()


def test_slides_keep_their_deck_and_make_a_file(reader: Dashboard, mortal_server: Server) -> None:
    reader.open("?from=2024-12-01&to=2024-12-31", page="slides")
    reader.page.locator(".deck .add").click()
    expect(reader.page.locator(".deck li")).to_have_count(1)
    for _ in range(RESTARTS):
        restart(mortal_server, reader)
        expect(reader.page.locator(".deck li")).to_have_count(1)
        expect(reader.page.locator(".deck li")).to_contain_text("2024")
    expect(reader.page).to_have_url(re.compile("from=2024-12-01&to=2024-12-31"))
    reader.page.locator(".st-key-make-deck button").click()
    expect(reader.page.locator(".st-key-download-export")).to_be_visible(timeout=120_000)


def test_edited_tables_are_shown_after_a_restart_and_a_reload(
    reader: Dashboard, mortal_server: Server, tables: Path
) -> None:
    reader.open().settle()
    before = reader.count()
    mortal_server.kill()
    events = tables / "events.csv"
    lines = events.read_text(encoding="utf-8").splitlines(keepends=True)
    without = [line for line in lines if not line.startswith(f"{GONE},")]
    assert len(without) == len(lines) - 1
    events.write_text("".join(without), encoding="utf-8")
    mortal_server.start()
    reader.page.reload()
    wait_until_complete(reader.page)
    expect(reader.page.locator(".reader .count")).not_to_have_text(before)
    copy_tables(tables)
