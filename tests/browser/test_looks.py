"""What the page looks like: sizes, direction, and labels that keep clear of one another."""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.conftest import Dashboard
from tests.browser.shapes import faults_of_looks, hidden_marks
from tests.chromium import MAP_FRAME

pytestmark = pytest.mark.browser
SCREENS: list[ViewportSize] = [{"width": w, "height": h} for w, h in ((1440, 900), (1280, 720), (1920, 1080))]
PHONE: list[ViewportSize] = [{"width": 390, "height": 844}]
NEARER = """() => {
  const { map } = atlasMap;
  map.setZoomAround(map.latLngToContainerPoint([34.6, 40.9]), map.getZoom() + 1, { animate: false });
}"""


def settle_without_faults(visitor: Dashboard, least: int = 8) -> None:
    """Wait until a window that changed its size is drawn anew with nothing over anything."""
    faults: list[object] = []

    def none_is_left() -> bool:
        visitor.quiet(250)
        faults[:] = faults_of_looks(visitor, least=least)
        return not faults

    visitor.until(none_is_left, f"nothing overlaps or is cut off: {faults}")
    assert faults == []


@pytest.mark.parametrize("sizes", [SCREENS, PHONE], ids=["screens", "phone"])
@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ar", "dark")])
def test_labels_overlap_neither_each_other_nor_markers_nor_the_frame(
    a_visitor: Dashboard, sizes: list[ViewportSize], language: str, scheme: str
) -> None:
    a_visitor.page.emulate_media(color_scheme=scheme, reduced_motion="no-preference")  # type: ignore[arg-type] # a literal
    a_visitor.page.set_viewport_size(sizes[0])
    a_visitor.open(f"?lang={language}")
    expect(a_visitor.page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    for size in sizes:
        a_visitor.page.set_viewport_size(size)
        settle_without_faults(a_visitor)
        assert hidden_marks(a_visitor.map) == [], size


def test_labels_overlap_nothing_at_one_and_two_zooms_further_in(a_visitor: Dashboard) -> None:
    frame = a_visitor.open().page.locator(MAP_FRAME).element_handle().content_frame()
    assert frame
    at_start, nearer = set(visitor_labels(a_visitor)), set[str]()
    for _ in (1, 2):
        frame.evaluate(NEARER)
        settle_without_faults(a_visitor, least=4)
        nearer.update(visitor_labels(a_visitor))
    assert nearer - at_start  # from nearer there is room for more names


def test_everything_fits_1440_by_900_without_scrolling_the_page(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    main = page.get_by_test_id("stMain")
    assert main.evaluate("(element) => element.scrollHeight <= element.clientHeight + 1")
    slider = page.locator(".controls").bounding_box()
    assert slider
    assert slider["y"] + slider["height"] <= 900


def test_arabic_speaks_arabic_from_right_to_left_on_every_part(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?lang=ar").page
    expect(page.locator(".filters h1")).to_have_text("العراق وسوريا بعد الأسد")
    expect(page.locator(".reader .count")).to_contain_text("واقعة")
    expect(page.locator(".lanes span").first).to_have_text("انهيار النظام")
    a_visitor.until(lambda: "بغداد" in visitor_labels(a_visitor), "Baghdad is named in Arabic")
    sidebar = page.get_by_test_id("stSidebar").bounding_box()
    assert sidebar
    assert sidebar["x"] > 720
    page.locator("[data-event=aleppo-captured]").click()
    words = page.locator(".reader .card").inner_text()
    assert "حلب" in words
    assert "Reports" not in words.split("reports.csv")[0]


def visitor_labels(visitor: Dashboard) -> list[str]:
    """Return the names that the map shows."""
    return visitor.map.locator(".atlas-label").all_inner_texts()


def test_the_language_switch_turns_the_page_round_and_keeps_the_range(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2024-11-27&to=2024-12-26").page
    page.locator(".language").click()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator(".reader .range")).to_contain_text("تشرين الثاني 2024")
    expect(a_visitor.map.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator(".typed input[data-side=start]")).to_have_value("2024-11-27")
