"""The opening of a first visit: seen once, closed in every way there is, and in nobody's way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from app.model.chronology.disagreements import disagreements
from app.words import words
from tests.browser.conftest import Dashboard, watched_page
from tests.browser.test_direction import WALK
from tests.browser.test_reading import WATCH_SHIFTS
from tests.chromium import MAP_FRAME, wait_until_complete
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
SCREENS: list[ViewportSize] = [{"width": 1440, "height": 900}, {"width": 1280, "height": 720}]
PHONE: ViewportSize = {"width": 390, "height": 844}
KEEPS_NOTHING = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); },
})"""
FOCUSED = """() => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return [focused.className || focused.localName, Boolean(focused.closest("dialog"))];
}"""
STOPS = 9
"""Tab stops: more than the opening has."""


@pytest.fixture
def a_new_reader(a_chromium: Browser, the_dashboards_address: str) -> Iterator[Dashboard]:
    """Yield a first visit with a browser of its own."""
    context = a_chromium.new_context(viewport=SCREENS[0], reduced_motion="reduce")
    yield watched_page(context, the_dashboards_address, first_visit=True)
    context.close()


def expect_opening(page: Page, *, there: bool = True) -> None:
    expect(page.locator(".opening dialog")).to_be_attached()
    expect(page.locator(".opening dialog[open]")).to_have_count(1 if there else 0)


def press_escape(page: Page) -> None:
    page.keyboard.press("Escape")


def click_beside(page: Page) -> None:
    page.mouse.click(4, 400)


WAYS_OUT: dict[str, Callable[[Page], None]] = {
    "the cross": lambda page: page.locator(".opening .close").click(),
    "its last button": lambda page: page.locator(".opening .enter").click(),
    "Escape": press_escape,
    "a click beside it": click_beside,
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_it_is_closed_for_good_and_does_nothing_else(a_new_reader: Dashboard, way: str) -> None:
    page = a_new_reader.open().page
    expect_opening(page)
    WAYS_OUT[way](page)
    expect_opening(page, there=False)
    expect(page).to_have_url(f"{a_new_reader.address}/")
    expect(page.locator(".reader .card")).to_have_count(0)
    other = watched_page(page.context, a_new_reader.address, first_visit=True).open()
    expect_opening(other.page, there=False)


def test_it_says_who_claims_what_and_where_to_begin_in_both_languages(a_new_reader: Dashboard) -> None:
    page = a_new_reader.open().page
    for language in ("en", "ar"):
        say, dialog = words(language), page.get_by_role("dialog")
        expect(dialog).to_have_accessible_name(say["opening_claim"])
        expect(dialog).to_contain_text(say["cite_essay"])
        expect(dialog).to_contain_text(say["essay_unnamed"])
        expect(dialog.locator(".door")).to_have_count(3)
        expect(dialog.locator(".disputed")).to_contain_text(str(len(disagreements(the_real_atlas()))))
        expect(dialog.locator(".marks img")).to_have_count(5)
        found = page.evaluate(WALK, "rtl" if language == "ar" else "ltr")
        assert not found["wrong"], "\n".join(found["wrong"])
        dialog.locator(".language").click()
    expect_opening(page)
    expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize(
    ("door", "path"), [("essay", r"/essay$"), ("disputed", r"/disagreements$")], ids=["the essay", "what is disputed"]
)
def test_a_door_leads_to_its_page_and_closes_it_for_good(a_new_reader: Dashboard, door: str, path: str) -> None:
    page = a_new_reader.open().page
    page.locator(f".opening .door.{door}").click()
    expect(page).to_have_url(re.compile(path))
    expect(page.locator("[role=article] h1")).to_be_visible()
    page.go_back()
    wait_until_complete(page)
    expect_opening(page, there=False)


def test_the_door_of_the_story_chooses_the_first_chapter(a_new_reader: Dashboard) -> None:
    first = the_real_atlas().chapters[0]
    page = a_new_reader.open().page
    expect(page.locator(".opening .story")).to_contain_text(first.title.en)
    page.locator(".opening .door.story").click()
    expect_opening(page, there=False)
    expect(page.locator(".time-panel .presets")).to_have_value(first.id)
    expect(page).to_have_url(re.compile(rf"from={first.start}&to={first.end}.*&window="))
    expect(page).to_have_url(re.compile("&camera="))
    page.go_back()
    expect(page).to_have_url(f"{a_new_reader.address}/")


@pytest.mark.parametrize(
    "query",
    [
        "?from=2024-12-08",
        "?selected=coastal-violence",
        "?theme=border",
        "?camera=34,40,7",
        "?from=yesterday",
        "?present=yes",
    ],
)
def test_a_link_that_carries_a_view_shows_it_without_a_word_before(a_new_reader: Dashboard, query: str) -> None:
    page = a_new_reader.open(query).page
    expect_opening(page, there=False)


@pytest.mark.parametrize("query", ["?lang=ar", "?appearance=dark", "?embed=true"])
def test_a_link_that_says_only_how_the_page_looks_is_a_first_visit(a_new_reader: Dashboard, query: str) -> None:
    expect_opening(a_new_reader.open(query).page)


def test_a_browser_that_keeps_nothing_shows_it_once_as_long_as_the_page_is_open(a_new_reader: Dashboard) -> None:
    page = a_new_reader.page
    page.add_init_script(KEEPS_NOTHING)
    a_new_reader.open()
    expect_opening(page)
    press_escape(page)
    page.get_by_role("link", name=words("en")["page_essay"]).first.click()
    expect(page.locator(".essay h1")).to_be_visible()
    page.get_by_role("link", name=words("en")["page_explore"]).first.click()
    wait_until_complete(page)
    expect_opening(page, there=False)
    assert not any("blocked" in complaint for complaint in a_new_reader.complaints)


def test_the_focus_stays_in_it_and_the_keys_of_the_page_wait(a_new_reader: Dashboard) -> None:
    page = a_new_reader.open().page
    assert page.evaluate(FOCUSED) == ["h2", True]
    seen = set()
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        name, inside = page.evaluate(FOCUSED)
        assert inside or name == "body", name  # between the last stop and the first is the browser's own
        seen.add(name)
    assert {"language", "close", "door story", "door essay", "door disputed", "enter"} <= seen
    page.locator(".opening .enter").focus()
    for key in ("p", "ArrowRight"):
        page.keyboard.press(key)
    a_new_reader.quiet(200)
    expect(page).to_have_url(f"{a_new_reader.address}/")
    expect(page.locator(".atlas-presented")).to_have_count(0)


def test_it_is_asked_for_again_from_the_sidebar_and_gives_the_focus_back(a_new_reader: Dashboard) -> None:
    page = a_new_reader.open().page
    press_escape(page)
    page.locator(".filters .what").click()
    expect_opening(page)
    press_escape(page)
    expect_opening(page, there=False)
    assert page.evaluate(FOCUSED) == ["what", False]


def test_it_is_asked_for_again_from_about(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2024-12-08", page="about").page
    page.locator(".about .what").click()
    wait_until_complete(page)
    expect_opening(page)
    press_escape(page)
    page.reload()
    wait_until_complete(page)
    expect_opening(page, there=False)


def test_map_and_timeline_are_drawn_behind_it_and_nothing_moves(a_new_reader: Dashboard) -> None:
    page = a_new_reader.open().page
    expect_opening(page)
    assert a_new_reader.shown_on_map() > 0
    frame = page.locator(MAP_FRAME)
    before = frame.bounding_box()
    page.evaluate(WATCH_SHIFTS)
    press_escape(page)
    a_new_reader.quiet(200)
    assert frame.bounding_box() == before
    assert page.evaluate("() => window.shifts") == []
    assert a_new_reader.outside == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [*SCREENS, PHONE], ids=lambda size: f"{size['width']}x{size['height']}")
def test_it_fits_the_window_whole(
    a_chromium: Browser, the_dashboards_address: str, size: ViewportSize, language: str
) -> None:
    context = a_chromium.new_context(viewport=size, color_scheme="dark", reduced_motion="reduce")
    page = watched_page(context, the_dashboards_address, first_visit=True).open(f"?lang={language}").page
    expect_opening(page)
    dialog = page.locator(".opening dialog")
    assert dialog.evaluate("(dialog) => dialog.scrollHeight <= dialog.clientHeight + 1")
    assert dialog.evaluate("(dialog) => dialog.scrollWidth <= dialog.clientWidth")
    box = dialog.bounding_box()
    assert box
    assert 0 <= box["x"] <= box["x"] + box["width"] <= size["width"]
    assert 0 <= box["y"] <= box["y"] + box["height"] <= size["height"]
    context.close()


def test_the_sidebar_ends_with_the_way_to_data_and_citation(
    warm_browser: BrowserContext, the_dashboards_address: str
) -> None:
    visitor = watched_page(warm_browser, the_dashboards_address).open("?theme=border")
    visitor.page.locator(".filters footer a").click()
    expect(visitor.page.locator(".cite-atlas")).to_be_visible()
    expect(visitor.page).to_have_url(re.compile(r"/about\?theme=border$"))
    visitor.page.close()
