"""Fixtures of the browser tests: one server, one Chromium, and a page that tells on every request."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    FrameLocator,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from app.model.chronology.filtering import sort_events
from app.model.chronology.subject import begins_in_range
from app.model.chronology.view import View
from tests.chromium import (
    AS_WITHOUT_DEBUGGER,
    IN_ONE_PROCESS_FOR_ALL_PAGES,
    IN_ONE_PROCESS_LESS,
    MAP_FRAME,
    OPENING_CLOSED,
    chromium_path,
    launch,
    launch_with_profile,
    wait_until_complete,
)
from tests.conftest import copy_tables
from tests.model.real import the_real_atlas
from tests.server import serving, serving_every_worker

QUICKLY = (AS_WITHOUT_DEBUGGER, IN_ONE_PROCESS_LESS, IN_ONE_PROCESS_FOR_ALL_PAGES)
REQUIRED = os.environ.get("ATLAS_REQUIRE_BROWSER") == "1"
HARMLESS = ("Unrecognized feature:", "allow-scripts and allow-same-origin", "was preloaded using link preload")
"""What Chromium says of Streamlit's own iframes, whatever is in them."""
DATED = len(sort_events(the_real_atlas(), View()).shown)
"""How many events the whole span shows."""

PLACE_OF_A_MARK = """(id) => {
  const panel = document.querySelector('.st-key-time-panel [data-testid=stBidiComponentIsolated]');
  const plot = panel.shadowRoot.querySelector('.plot');
  const trace = plot.data.find((one) => one.mode === 'markers' && one.customdata.includes(id));
  if (!trace) return null;
  const index = trace.customdata.indexOf(id);
  const box = plot.getBoundingClientRect();
  const { xaxis, yaxis } = plot._fullLayout;
  return [box.x + xaxis._offset + xaxis.d2p(trace.x[index]), box.y + yaxis._offset + yaxis.d2p(trace.y[index])];
}"""

QUIET = """(ms) => new Promise((done) => {
  const end = performance.now() + ms;
  const look = () => (performance.now() < end ? requestAnimationFrame(look) : setTimeout(done));
  look();
})"""
"""Resolves after so many milliseconds of the page's own time: its frames are drawn, and its timers that were due have
run, however slow the machine is."""
QUIET_MS = 700
"""Longer than each timer of the page after which it reports to Python."""
PATIENCE_MS = 30_000
"""So long a condition is waited for: it holds much sooner, but not on a machine that is at work for others."""
expect.set_options(timeout=PATIENCE_MS)


@dataclass
class Dashboard:
    """Explore in a browser, and what went over the wire for it."""

    page: Page
    address: str
    outside: list[str] = field(default_factory=list)
    """Addresses of requests that left this machine."""
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings of the console."""

    @property
    def map(self) -> FrameLocator:
        """The map's own page."""
        return self.page.frame_locator(MAP_FRAME)

    def open(self, query: str = "", page: str = "") -> Dashboard:
        """Open Explore with a query, and wait until it is complete."""
        self.page.goto(f"{self.address}/{page}{query}")
        if not page:
            wait_until_complete(self.page)
        return self

    def quiet(self, milliseconds: int = 50) -> None:
        """Wait until the page has drawn its next frames and has run what was due meanwhile."""
        self.page.evaluate(QUIET, milliseconds)

    def settle(self) -> None:
        """Wait until nothing is under way: the page has reported what it had to, and Python has answered."""
        self.quiet(QUIET_MS)
        expect(self.page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
        self.quiet()

    def until(self, condition: Callable[[], object], what: str, *, within_ms: int = PATIENCE_MS) -> None:
        """Look again in each frame or so until a condition holds; fail with `what` was waited for."""
        end = monotonic() + within_ms / 1000
        while not condition():
            assert monotonic() < end, what
            self.quiet()

    def choose(self, start: object, end: object) -> None:
        """Type a range, and wait until Python has written it into the address."""
        self.page.locator(".whole").click()
        expect(self.page.locator(".whole")).to_have_attribute("aria-pressed", "true")
        for side, day in (("start", start), ("end", end)):
            typed = self.page.locator(f".typed input[data-side={side}]")
            typed.fill(str(day))
            typed.press("Enter")
        expect(self.page).to_have_url(re.compile(f"from={start}&to={end}"))

    def start_anew(self) -> None:
        """Bring an open page back to the whole span, nothing filtered and nothing selected."""
        self.page.locator(".filters .clear").click()
        self.page.locator(".basis span").first.click()
        self.page.locator(".whole").click()
        self.page.keyboard.press("Escape")
        expect(self.page).to_have_url(f"{self.address}/")
        expect(self.page.locator(".whole")).to_have_attribute("aria-pressed", "true")
        expect(self.page.locator(".ring")).to_be_hidden()
        expect(self.page.locator(".reader .count")).to_have_text(re.compile(f"^{DATED} "))
        self.expect_on_map(DATED)
        self.settle()

    def click_mark(self, event_id: str) -> None:
        """Click an event's mark, once the timeline has noticed the pointer: a click before that is lost."""
        x, y = 0.0, 0.0

        def noticed() -> bool:
            nonlocal x, y
            place = self.page.evaluate(PLACE_OF_A_MARK, event_id)
            if not place:
                return False  # what is in sight is about to be stacked anew
            x, y = place
            self.page.mouse.move(x, y)
            return self.page.locator(".plot-box .tip").is_visible()

        self.until(noticed, f"the timeline notices the pointer on {event_id}")
        self.page.mouse.click(x, y)

    def shown_on_map(self) -> int:
        """How many events the map says it shows."""
        return int(self.map.locator("html").get_attribute("data-shown") or -1)

    def expect_on_map(self, events: int) -> None:
        """Wait until the map says that it shows so many events."""
        expect(self.map.locator("html")).to_have_attribute("data-shown", str(events))

    def expect_count(self, view: View) -> None:
        """Wait until the counter says how many events a view shows, and how many of them begin in its range."""
        shown = sort_events(the_real_atlas(view.layers), view).shown
        beginning = sum(begins_in_range(event, view) for event in shown)
        every = len(the_real_atlas(view.layers).events)
        begin = "event begins" if beginning == 1 else "events begin"
        both = f"{beginning} {begin} · {len(shown) - beginning} under way · of {every}"
        text = f"{len(shown)} of {every} events" if beginning == len(shown) else both
        expect(self.page.locator(".reader .count")).to_have_text(text)

    def count(self) -> str:
        """The words of the counter."""
        return self.page.locator(".reader .count").inner_text()


@pytest.fixture(scope="session")
def the_driver() -> Iterator[Playwright]:
    """Yield Playwright; without a browser the test is skipped, or fails where browsers are required."""
    if chromium_path() is None:
        if REQUIRED:
            pytest.fail("no Chromium or Chrome is installed, and ATLAS_REQUIRE_BROWSER is 1")
        pytest.skip("no Chromium or Chrome is installed")
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def a_chromium(the_driver: Playwright) -> Iterator[Browser]:
    """Yield a browser whose windows know nothing of each other."""
    browser = launch(the_driver, *QUICKLY)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def the_dashboards_address(shared_tmp_dir: Path) -> Iterator[str]:
    """Yield the address of a server that shows the project's own tables, to all workers of this run."""
    with serving_every_worker(shared_tmp_dir / "server") as address:
        yield address


def watched_page(context: BrowserContext, address: str, *, first_visit: bool = False) -> Dashboard:
    """Return a new page that notes requests to other hosts and complaints of the console.

    Its reader has been here before, and so does not meet the opening, unless it is a `first_visit`.
    """
    dashboard = Dashboard(context.new_page(), address)
    if not first_visit:
        dashboard.page.add_init_script(OPENING_CLOSED)

    def note_request(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in ("localhost", "127.0.0.1"):
            dashboard.outside.append(url)

    def note_complaint(kind: str, text: str) -> None:
        if kind in ("error", "warning") and not any(harmless in text for harmless in HARMLESS):
            dashboard.complaints.append(text)

    dashboard.page.on("request", lambda request: note_request(request.url))
    dashboard.page.on("console", lambda message: note_complaint(message.type, message.text))
    dashboard.page.on("pageerror", lambda error: note_complaint("error", str(error)))
    return dashboard


@pytest.fixture(scope="session")
def the_editors_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Yield the address of a second server, and the folder whose tables it shows."""
    folder = tmp_path_factory.mktemp("edited")
    copy_tables(folder)
    with serving("app", {"ATLAS_DATA_FOLDER": str(folder)}) as address:
        yield address, folder


@pytest.fixture
def an_editors_dashboard(
    warm_browser: BrowserContext, the_editors_server: tuple[str, Path]
) -> Iterator[tuple[Dashboard, Path]]:
    """Yield a fresh visitor of a running server, and its tables, free to be edited or spoilt."""
    address, folder = the_editors_server
    copy_tables(folder)
    editor = watched_page(warm_browser, address)
    yield editor, folder
    editor.page.close()


@pytest.fixture(scope="session")
def warm_browser(the_driver: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Yield a browser that keeps what it has fetched and compiled: each further visit takes half the time."""
    profile = tmp_path_factory.mktemp("profile")
    context = launch_with_profile(the_driver, profile, *QUICKLY)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def a_visitor(warm_browser: BrowserContext, the_dashboards_address: str) -> Iterator[Dashboard]:
    """Yield a fresh visitor, who has a session of their own."""
    visitor = watched_page(warm_browser, the_dashboards_address)
    yield visitor
    visitor.page.close()


@pytest.fixture
def a_visitor_with_fingers(a_visitor: Dashboard) -> tuple[Dashboard, CDPSession]:
    """Return a fresh visitor with a tablet held upright, and the session by which its screen is touched."""
    a_visitor.page.set_viewport_size({"width": 820, "height": 1180})
    a_visitor.page.emulate_media(reduced_motion="no-preference")
    fingers = a_visitor.page.context.new_cdp_session(a_visitor.page)
    fingers.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    return a_visitor, fingers


@pytest.fixture(scope="module")
def a_page_left_open(warm_browser: BrowserContext, the_dashboards_address: str) -> Iterator[Dashboard]:
    """Yield Explore, loaded once for all tests of a file that ask for it."""
    visitor = watched_page(warm_browser, the_dashboards_address).open()
    yield visitor
    visitor.page.close()


@pytest.fixture
def a_visitor_who_stays(a_page_left_open: Dashboard) -> Dashboard:
    """Return the open page with the whole span, nothing filtered and nothing selected."""
    a_page_left_open.start_anew()
    return a_page_left_open
