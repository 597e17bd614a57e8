"""With scrollbars that take room, as readers' mostly do, no page scrolls sideways, and Explore fits the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.conftest import QUICKLY
from tests.browser.scrolling import PARTS_THAT_SCROLL, parts_that_scroll
from tests.chromium import OPENING_CLOSED, launch, wait_until_complete

pytestmark = pytest.mark.browser
SCREENS = ((1440, 900), (1280, 720), (1920, 1080), (1366, 768))
PHONE = (390, 844)
DRAWN_AFTER_MS = 60_000


@pytest.fixture(scope="module")
def a_chromium_with_scrollbars(the_driver: Playwright) -> Iterator[Browser]:
    browser = launch(the_driver, *QUICKLY, with_scrollbars=True)
    yield browser
    browser.close()


@pytest.fixture
def a_page_with_scrollbars(a_chromium_with_scrollbars: Browser) -> Iterator[Page]:
    context = a_chromium_with_scrollbars.new_context(reduced_motion="reduce")
    context.add_init_script(OPENING_CLOSED)
    yield context.new_page()
    context.close()


def hold_at_every_size(page: Page, sizes: tuple[tuple[int, int], ...], *, fills: bool = False) -> None:
    """Check that nothing scrolls sideways at these sizes, and, where the page `fills` the window, not down either."""
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        assert parts_that_scroll(page, "x") == [], (width, height)
        if fills:
            assert parts_that_scroll(page, "y", "stMain", "html") == [], (width, height)


def unfold_everything(page: Page) -> None:
    """Open what is folded in the sidebar."""
    for fold in page.locator(".filters details > summary").all():
        fold.click()
    expect(page.locator(".filters details:not([open])")).to_have_count(0)


def test_scrollbars_take_room_in_this_browser(a_page_with_scrollbars: Page) -> None:
    page = a_page_with_scrollbars
    page.set_content("<div id=box style='width:200px;height:50px;overflow:scroll'></div>")
    assert page.locator("#box").evaluate("(box) => box.offsetWidth - box.clientWidth") > 0
    page.set_content(
        "<div style='width:3000px'>wide</div><p style='overflow-x:auto'><b style='padding:2000px'>x</b></p>"
    )
    page.evaluate("document.querySelector('p').attachShadow({ mode: 'open' }).innerHTML = '<nav><slot></slot></nav>'")
    page.locator("nav").evaluate("(nav) => { nav.style.overflowX = 'auto'; }")
    assert [part.split()[0] for part in page.evaluate(PARTS_THAT_SCROLL, ["x", []])] == ["html", "nav"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_explore_fills_the_window_with_list_card_place_and_open_folds(
    a_page_with_scrollbars: Page, the_dashboards_address: str, language: str
) -> None:
    page = a_page_with_scrollbars
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{the_dashboards_address}/?lang={language}")
    wait_until_complete(page)
    hold_at_every_size(page, SCREENS, fills=True)
    page.locator("[data-event=syrian-soldiers-repatriated]").click()
    expect(page.locator(".reader .card .report").first).to_be_attached()
    hold_at_every_size(page, SCREENS[:2], fills=True)
    page.locator(".reader .place .link").first.click()
    unfold_everything(page)
    hold_at_every_size(page, SCREENS, fills=True)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_explore_on_a_phone_scrolls_down_only_with_drawer_open_and_closed(
    a_page_with_scrollbars: Page, the_dashboards_address: str, language: str
) -> None:
    page = a_page_with_scrollbars
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.goto(f"{the_dashboards_address}/?lang={language}&selected=coastal-violence")
    wait_until_complete(page)
    hold_at_every_size(page, (PHONE,))
    page.get_by_test_id("stExpandSidebarButton").click()
    unfold_everything(page)
    hold_at_every_size(page, (PHONE,))


READY: dict[str, Callable[[Page], None]] = {
    "essay": lambda page: page.locator(".essay .made").wait_for(timeout=DRAWN_AFTER_MS),
    "about": lambda page: page.locator(".readable tbody tr").first.wait_for(timeout=DRAWN_AFTER_MS),
    "disagreements": lambda page: page.locator(".disagreement").first.wait_for(timeout=DRAWN_AFTER_MS),
    "slides": lambda page: (
        page.frame_locator("[class*=st-key-preview] iframe")
        .locator("html[data-ready]")
        .wait_for(state="attached", timeout=DRAWN_AFTER_MS)
    ),
    "?present=yes": lambda page: expect(page.locator("iframe.atlas-presented")).to_be_visible(timeout=DRAWN_AFTER_MS),
}


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("where", READY)
def test_no_other_page_scrolls_sideways(
    a_page_with_scrollbars: Page, the_dashboards_address: str, where: str, language: str
) -> None:
    page = a_page_with_scrollbars
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{the_dashboards_address}/{where}{'&' if '?' in where else '?'}lang={language}")
    READY[where](page)
    hold_at_every_size(page, (*SCREENS, PHONE))
