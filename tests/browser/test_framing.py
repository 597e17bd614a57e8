"""The map shows its subject: in a composed picture by itself, on Explore when it is asked to."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Frame, Page, expect

from app.link.slide_page import slide_page_url
from app.model.chronology.view import View
from app.slides.slide import Slide
from tests.browser.conftest import Dashboard
from tests.chromium import MAP_FRAME
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
ATLAS = the_real_atlas()
SHOWN_AFTER_MS = 40_000
SPRING = View(start=date(2025, 4, 2), end=date(2025, 5, 31))
"""Its events begin in Doha, Riyadh, Ankara and elsewhere; no chapter has these days."""
DECEMBER = View(start=date(2024, 11, 27), end=date(2024, 12, 20))
IN_SIGHT = """(id) => {
  const { map, dataset } = atlasMap;
  const { x, y } = map.latLngToContainerPoint(dataset.placeById.get(id).at);
  const size = map.getSize();
  return x > 20 && y > 20 && x < size.x - 20 && y < size.y - 20;
}"""
CAMERA = "() => { const { lat, lng } = atlasMap.map.getCenter(); return [lat, lng, atlasMap.map.getZoom()]; }"


def frame_of(page: Page, selector: str) -> Frame:
    frame = page.locator(selector).element_handle().content_frame()
    assert frame
    return frame


def open_slide(visitor: Dashboard, view: View, size: tuple[int, int] = (1280, 720)) -> Frame:
    """Open a slide as it is presented; return its map once it is drawn."""
    page = visitor.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{visitor.address}/{slide_page_url(Slide(view), 'presented')}")
    page.wait_for_selector("html[data-ready]", state="attached", timeout=SHOWN_AFTER_MS)
    return frame_of(page, "iframe.map")


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)], ids=str)
def test_a_slide_shows_the_places_of_what_begins_in_its_range(a_visitor: Dashboard, size: tuple[int, int]) -> None:
    frame = open_slide(a_visitor, SPRING, size)
    assert [place for place in ("doha", "riyadh", "ankara", "baghdad") if not frame.evaluate(IN_SIGHT, place)] == []


def test_a_slide_of_one_town_shows_what_is_around_it(a_visitor: Dashboard) -> None:
    frame = open_slide(a_visitor, View(start=date(2024, 11, 29), end=date(2024, 11, 30), places=("aleppo",)))
    assert frame.evaluate(IN_SIGHT, "aleppo")
    assert frame.evaluate("atlasMap.map.getZoom()") == pytest.approx(8.5)


def test_a_slides_map_follows_its_chapters_and_its_window_but_not_a_selection(a_visitor: Dashboard) -> None:
    frame = open_slide(a_visitor, DECEMBER)
    page = a_visitor.page
    before = frame.evaluate(CAMERA)
    page.keyboard.press("ArrowRight")
    expect(page.locator("p.chosen")).not_to_be_empty()
    assert frame.evaluate(CAMERA) == before
    page.keyboard.press("PageDown")
    frame.wait_for_function("([, , zoom]) => atlasMap.map.getZoom() !== zoom", arg=before)
    chapter = frame.evaluate(CAMERA)
    page.set_viewport_size({"width": 1000, "height": 640})
    frame.wait_for_function("([, , zoom]) => atlasMap.map.getZoom() !== zoom", arg=chapter)
    assert frame.evaluate("atlasMap.atlas.view.get().camera") is None


def test_a_slides_map_that_was_moved_by_hand_stays_where_it_is(a_visitor: Dashboard) -> None:
    frame = open_slide(a_visitor, SPRING)
    frame.locator(".leaflet-container").press("Equal")
    frame.wait_for_function("() => atlasMap.atlas.view.get().camera")
    moved, shown = frame.evaluate(CAMERA), frame.evaluate("document.documentElement.dataset.shown")
    thumb = a_visitor.page.locator(".thumb[data-side=end]")
    thumb.focus()
    thumb.press("Home")
    expect(frame.locator("html")).not_to_have_attribute("data-shown", shown)
    a_visitor.quiet(300)
    # Another layout for another range: the map keeps its zoom, and its middle where that can be.
    assert frame.evaluate(CAMERA) == pytest.approx(moved, abs=1)
    assert frame.evaluate(CAMERA)[2] == moved[2]


def test_on_explore_a_button_fits_the_map_and_back_undoes_it(a_visitor: Dashboard) -> None:
    visitor = a_visitor.open("?from=2025-04-02&to=2025-05-31")
    frame = frame_of(visitor.page, MAP_FRAME)
    before = frame.evaluate(CAMERA)
    assert not frame.evaluate(IN_SIGHT, "ankara")
    frame.locator(".atlas-fit").click()
    expect(visitor.page).to_have_url(re.compile("camera="))
    assert [place for place in ("doha", "riyadh", "ankara", "baghdad") if not frame.evaluate(IN_SIGHT, place)] == []
    visitor.page.go_back()
    expect(visitor.page).not_to_have_url(re.compile("camera="))
    frame.wait_for_function("(zoom) => atlasMap.map.getZoom() === zoom", arg=before[2])


def test_on_explore_whoever_sets_the_range_can_ask_for_its_places(a_visitor: Dashboard) -> None:
    visitor = a_visitor.open()
    frame = frame_of(visitor.page, MAP_FRAME)
    days = [date(2025, 4, 2).toordinal(), date(2025, 5, 31).toordinal()]
    frame.evaluate("(days) => { atlasMap.atlas.setRange(days, { step: true }); atlasMap.atlas.fit(); }", days)
    expect(visitor.page).to_have_url(re.compile("from=2025-04-02.*camera="))
    assert [place for place in ("doha", "riyadh", "ankara", "baghdad") if not frame.evaluate(IN_SIGHT, place)] == []
    visitor.page.go_back()
    expect(visitor.page).to_have_url(f"{visitor.address}/")


def test_on_explore_a_button_brings_the_map_back_to_its_start_and_back_undoes_that(a_visitor: Dashboard) -> None:
    visitor = a_visitor.open("?camera=10,-60,4")
    frame = frame_of(visitor.page, MAP_FRAME)
    assert not frame.evaluate(IN_SIGHT, "baghdad")
    frame.locator(".atlas-home").click()
    expect(visitor.page).not_to_have_url(re.compile("camera="))
    frame.wait_for_function(IN_SIGHT, arg="baghdad")
    visitor.page.go_back()
    expect(visitor.page).to_have_url(re.compile("camera=10,-60,4"))
