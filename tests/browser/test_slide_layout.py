"""A slide's page fills its window in every use and size, and its legend never runs over its title."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from app.link.slide_page import slide_page_url
from app.model.chronology.view import LAYERS, View
from app.slides.html.page import Use, standalone_page
from app.slides.slide import Slide
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
SHOWN_AFTER_MS = 40_000
WHOLE = View()
"""Many events: they are named on a timeline that stands beside the map."""
SPRING = View(start=date(2025, 4, 1), end=date(2025, 5, 31))
"""A chapter's: five captions stand beside the map, and the timeline under both."""
BOXES = """() => {
  const box = (selector) => {
    const { x, y, right, bottom } = document.querySelector(selector).getBoundingClientRect();
    return { x, y, right, bottom };
  };
  const legend = document.querySelector(".legend");
  const beside = document.querySelector(".beside");
  const { width: seen } = document.querySelector(".time").getBoundingClientRect();
  return {
    window: { x: 0, y: 0, right: innerWidth, bottom: innerHeight },
    body: box("body"), header: box("header"), map: box("iframe.map"), time: box(".time"), footer: box("footer"),
    legend: box(".legend"), sideways: legend.scrollWidth - legend.clientWidth,
    layout: document.documentElement.dataset.layout,
    cut: beside.scrollHeight - beside.clientHeight,
    captions: document.querySelectorAll(".captions li").length,
    scale: seen / document.querySelector(".time").offsetWidth,
    mapScale: document.querySelector("iframe.map").getBoundingClientRect().width / frames[0].innerWidth,
  };
}"""


FILLED = """([width, height]) => {
  const body = document.body.getBoundingClientRect();
  return Math.abs(body.width - width) <= 1 && Math.abs(body.height - height) <= 1;
}"""


def boxes_at(page: Page, width: int, height: int) -> dict[str, Any]:
    """Return where the parts of a slide stand in a window of this size, once its page has noticed it."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_selector("html[data-ready]", state="attached", timeout=SHOWN_AFTER_MS)
    page.wait_for_function(FILLED, arg=[width, height])
    boxes: dict[str, Any] = page.evaluate(BOXES)
    return boxes


def hold(boxes: dict[str, Any]) -> None:
    """Check that the slide is as large as its window, no part over another, and nothing cut off."""
    window, time, drawn = boxes["window"], boxes["time"], boxes["map"]
    assert boxes["body"] == pytest.approx(window, abs=1)
    assert boxes["header"]["bottom"] <= drawn["y"] + 2
    is_beside = boxes["layout"] == "timeline" and window["right"] > 1.25 * window["bottom"]
    if is_beside:
        assert drawn["right"] <= time["x"] + 1 or time["right"] <= drawn["x"] + 1
    else:
        assert time["right"] - time["x"] == pytest.approx(window["right"], abs=1)
        assert drawn["bottom"] <= time["y"] + 2
    assert drawn["bottom"] - drawn["y"] > 75
    assert time["bottom"] <= boxes["footer"]["y"] + 1
    assert boxes["footer"]["bottom"] == pytest.approx(window["bottom"], abs=1)
    assert boxes["legend"]["y"] >= boxes["header"]["bottom"] - 1
    assert boxes["legend"]["bottom"] <= boxes["footer"]["y"] + 1
    assert boxes["legend"]["right"] <= window["right"] + 1
    assert boxes["sideways"] == 0
    assert boxes["captions"] == (0 if boxes["layout"] == "timeline" else 5)
    assert boxes["cut"] <= 1 or window["right"] <= 480  # on a telephone it is scrolled


@pytest.mark.parametrize("view", [WHOLE, SPRING], ids=["many", "few"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("use", ["presented", "preview"])
def test_a_slide_fills_its_window_in_every_size(a_visitor: Dashboard, use: Use, language: str, view: View) -> None:
    page = a_visitor.page
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"{a_visitor.address}/{slide_page_url(Slide(replace(view, language=language)), use)}")
    for width, height in ((1280, 720), (1440, 962), (1590, 1152), (1032, 580), (900, 600), (2560, 1440)):
        boxes = boxes_at(page, width, height)
        hold(boxes)
        # Map and timeline are as much larger as what is around them.
        wanted = min(width / 1280, height / 720)
        for scale in (boxes["scale"], boxes["mapScale"]):
            assert scale == pytest.approx(wanted if use == "preview" else max(0.7, wanted), rel=0.01)


@pytest.mark.parametrize("view", [WHOLE, SPRING], ids=["many", "few"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_file_in_a_low_window_shows_all_that_it_has(
    a_chromium: Browser, tmp_path: Path, language: str, view: View
) -> None:
    path = tmp_path / "slide.html"
    slide = Slide(replace(view, language=language))
    path.write_text(standalone_page(the_real_atlas(LAYERS), slide), encoding="utf-8")
    page = a_chromium.new_page()
    page.goto(path.as_uri())
    for width, height in ((1280, 720), (900, 600), (1100, 520), (1366, 650), (1024, 768), (390, 844)):
        hold(boxes_at(page, width, height))
    page.close()


TO_THE_UPPER_EDGE = """(_, id) => {
  const { map, dataset } = atlasMap;
  const { y } = map.latLngToContainerPoint(dataset.placeById.get(id).at);
  map.panBy([0, y - 24], { animate: false });
}"""
FIRST_ROW = """() => {
  const panel = document.querySelector('.st-key-time-panel [data-testid=stBidiComponentIsolated]').shadowRoot;
  const plot = panel.querySelector('.plot');
  const bars = plot.data.find((one) => one.type === 'bar');
  const top = bars.y.indexOf(Math.min(...bars.y));
  const box = plot.getBoundingClientRect();
  const { xaxis, yaxis } = plot._fullLayout;
  const x = Number(bars.base[top]) + Number(bars.x[top]) / 2;
  return [box.x + xaxis._offset + xaxis.d2p(x), box.y + yaxis._offset + yaxis.d2p(bars.y[top])];
}"""


def test_tips_at_the_upper_edge_are_whole(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    first = page.evaluate(FIRST_ROW)
    page.mouse.move(*first)
    tip = page.locator(".plot-box .tip")
    tip.wait_for()
    edge, box = page.locator(".time-panel").bounding_box(), tip.bounding_box()
    assert edge
    assert box
    assert box["y"] >= edge["y"]
    assert box["y"] + box["height"] < first[1] or box["y"] > first[1]  # it does not cover what it is of
    frame = a_visitor.map.locator(".leaflet-container")
    for place in ("mosul", "aleppo"):
        marker = a_visitor.map.locator(f".atlas-place[data-place={place}]")
        frame.evaluate(TO_THE_UPPER_EDGE, place)
        marker.hover()
        shown = a_visitor.map.locator(".atlas-tip", has_text=the_real_atlas().places[place].name.en)
        shown.wait_for()
        inside, whole = shown.bounding_box(), frame.bounding_box()
        assert inside
        assert whole
        assert inside["y"] >= whole["y"]
        assert inside["x"] >= whole["x"]
        assert inside["x"] + inside["width"] <= whole["x"] + whole["width"]


def test_the_zoom_buttons_keep_range_and_selection_in_sight(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2024-11-27&to=2024-12-20").page
    window, plot = page.locator(".time-panel .window"), page.locator(".time-panel .plot-box")
    for _ in range(3):
        page.locator(".zoom-in").click()
    page.wait_for_function(
        "(least) => document.querySelector('.st-key-time-panel [data-testid=stBidiComponentIsolated]').shadowRoot"
        ".querySelector('.window').getBoundingClientRect().width > least",
        arg=300,
    )
    shown, whole = window.bounding_box(), plot.bounding_box()
    assert shown
    assert whole
    middle = shown["x"] + shown["width"] / 2
    assert whole["x"] < middle < whole["x"] + whole["width"]
    page.locator(".zoom-all").click()
    a_visitor.click_mark("coastal-violence")
    for _ in range(4):
        page.locator(".zoom-in").click()
    page.locator(".time-panel .ring").wait_for()
    ring = page.locator(".time-panel .ring").bounding_box()
    assert ring
    assert whole["x"] < ring["x"] < whole["x"] + whole["width"]
