"""What the page looks like: sizes, direction, and labels that keep clear of one another."""

from __future__ import annotations

from itertools import combinations
from typing import TypedDict

import pytest
from playwright.sync_api import Browser, Locator, ViewportSize, expect

from tests.browser.conftest import Dashboard, watched_page

pytestmark = pytest.mark.browser
SCREENS: list[ViewportSize] = [{"width": w, "height": h} for w, h in ((1440, 900), (1280, 720), (1920, 1080))]
PHONE: list[ViewportSize] = [{"width": 390, "height": 844}]
SETTLING_LOOKS = 16


class Box(TypedDict):
    """A rectangle of the page, px."""

    x: float
    y: float
    width: float
    height: float


def boxes(locator: Locator) -> list[Box]:
    """Return the boxes of all elements found."""
    return locator.evaluate_all("elements => elements.map((e) => e.getBoundingClientRect().toJSON())")  # type: ignore[no-any-return] # JSON


def overlap(first: Box, second: Box, slack: float = 1.0) -> bool:
    """Return True where two boxes cover common ground by more than `slack` px each way."""
    across = min(first["x"] + first["width"], second["x"] + second["width"]) - max(first["x"], second["x"])
    down = min(first["y"] + first["height"], second["y"] + second["height"]) - max(first["y"], second["y"])
    return across > slack and down > slack


def faults_of_looks(visitor: Dashboard) -> list[object]:
    """Return what overlaps or is cut off, whatever it is."""
    page, width = visitor.page, visitor.page.evaluate("window.innerWidth")
    labels, markers = (
        boxes(visitor.map.locator(".atlas-label")),
        boxes(visitor.map.locator(":is(.atlas-place, .atlas-crossing) svg")),
    )
    frame = visitor.map.locator("body").bounding_box()
    if not frame or len(labels) < 8 or page.evaluate("document.documentElement.scrollWidth") > width:
        return [frame, labels, width]
    titles = boxes(page.locator(".titles span:visible"))
    return [
        *(pair for pair in combinations(labels, 2) if overlap(*pair)),
        *((label, marker) for label in labels for marker in markers if overlap(label, marker, slack=5)),
        *(label for label in labels if label["x"] < 0 or label["x"] + label["width"] > frame["width"] + 1),
        *(pair for pair in combinations(titles, 2) if overlap(*pair)),
    ]


@pytest.mark.parametrize("sizes", [SCREENS, PHONE], ids=["screens", "phone"])
@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ar", "dark")])
def test_labels_overlap_neither_each_other_nor_markers_nor_the_frame(
    a_chromium: Browser, the_dashboards_address: str, sizes: list[ViewportSize], language: str, scheme: str
) -> None:
    context = a_chromium.new_context(viewport=sizes[0], color_scheme=scheme)  # type: ignore[arg-type] # a literal
    visitor = watched_page(context, the_dashboards_address).open(f"?lang={language}")
    expect(visitor.page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    for size in sizes:
        visitor.page.set_viewport_size(size)
        for _ in range(SETTLING_LOOKS):
            visitor.page.wait_for_timeout(250)  # a window that changed its size is drawn in the next frames
            if not (faults := faults_of_looks(visitor)):
                break
        assert faults == [], size
    context.close()


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
    expect(page.locator(".reader .count")).to_contain_text("الوقائع")
    expect(page.locator(".lanes span").first).to_have_text("انهيار النظام")
    assert "بغداد" in visitor_labels(a_visitor)
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
