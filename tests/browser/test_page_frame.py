"""Around the pages: titles, the sidebar where it is closed, empty or lies over the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from app.words import words
from tests.browser.conftest import Dashboard, watched_page

pytestmark = pytest.mark.browser
PAGES = {"": "page_explore", "essay": "page_essay", "disagreements": "page_disagreements", "slides": "page_slides"} | {
    "about": "page_about"
}
WHERE_THE_FOCUS_IS = """() => {
  let focused = document.activeElement;
  while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const { left, right } = focused.getBoundingClientRect();
  const inSidebar = Boolean(document.activeElement.closest("[data-testid=stSidebar]"));
  return { inSidebar, seen: right > 0 && left < innerWidth };
}"""
STOPS = 12
"""Tab stops from the start of a page: its header, and the first of its content."""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_page_has_a_title_of_its_own(a_visitor: Dashboard, language: str) -> None:
    say = words(language)
    for path, name in PAGES.items():
        a_visitor.open(f"?lang={language}", page=path)
        expect(a_visitor.page).to_have_title(f"{say[name]} – {say['app_title']}")
    assert a_visitor.outside == []


def test_the_essay_that_a_card_opens_has_no_empty_column(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?selected=coastal-violence").page
    page.locator(".to-paragraph").first.click()
    expect(page.locator(".paragraph.highlighted")).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    essay = page.locator(".essay").bounding_box()
    assert essay
    assert essay["x"] == pytest.approx((1440 - essay["width"]) / 2, abs=12)
    page.locator(".back a").click()
    expect(page.locator(".filters .search")).to_be_visible()


@pytest.fixture
def a_phone(a_chromium: Browser, the_dashboards_address: str) -> Iterator[Dashboard]:
    """Yield a first visit with a phone: Streamlit remembers how a reader has left the sidebar."""
    context = a_chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, reduced_motion="reduce")
    yield watched_page(context, the_dashboards_address)
    context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_closed_sidebar_has_no_stop_for_the_keyboard(a_phone: Dashboard, language: str) -> None:
    page = a_phone.open(f"?lang={language}").page
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        assert page.evaluate(WHERE_THE_FOCUS_IS) == {"inSidebar": False, "seen": True}
    page.get_by_test_id("stExpandSidebarButton").press("Enter")
    field = page.locator(".filters .search")
    expect(field).to_be_in_viewport(ratio=1)  # it slides in
    field.focus()
    assert page.evaluate(WHERE_THE_FOCUS_IS) == {"inSidebar": True, "seen": True}


@pytest.mark.parametrize("pointer", ["finger", "mouse"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_press_beside_the_open_sidebar_closes_it_and_does_nothing_else(
    a_phone: Dashboard, language: str, pointer: str
) -> None:
    page = a_phone.open(f"?lang={language}").page
    page.get_by_test_id("stExpandSidebarButton").click()
    sidebar = page.get_by_test_id("stSidebar")
    expect(page.locator(".filters .search")).to_be_in_viewport()

    def stands_still() -> bool:
        before = sidebar.bounding_box()
        a_phone.quiet(100)
        return sidebar.bounding_box() == before

    a_phone.until(stands_still, "the sidebar has slid in")
    # The buttons of the header lie under the sidebar, not on it.
    box = page.locator(".st-key-present button").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    hit = page.evaluate("([x, y]) => Boolean(document.elementFromPoint(x, y).closest('.st-key-present'))", [x, y])
    edges = sidebar.bounding_box()
    assert edges
    assert hit is not (edges["x"] < x < edges["x"] + edges["width"])
    row = page.locator(".event-row:visible").nth(2).bounding_box()
    assert row
    press = page.touchscreen.tap if pointer == "finger" else page.mouse.click
    press(350 if language == "en" else 40, row["y"] + row["height"] / 2)
    expect(sidebar).to_have_attribute("data-collapsed", "true")
    expect(page.locator(".reader .card")).to_have_count(0)
    # The next press is the page's again.
    page.locator(".event-row:visible").nth(2).click()
    expect(page.locator(".reader .card h2")).to_be_visible()
