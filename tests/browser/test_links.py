"""The dotted lines to where the other source dates a mark: they follow filters, search and range as the marks do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from app.model.chronology.filtering import passes_filters, range_of
from app.model.chronology.view import LAYERS, View
from app.slides.html.page import standalone_page
from app.slides.slide import Slide
from app.views.timeline.lanes import Mark, lay_out
from app.views.timeline.scale import scale_of
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser


def lines(view: View) -> dict[str, int]:
    """Return how many lines a view has, by whether their marks touch the range."""
    atlas = the_real_atlas(view.layers)
    scale = scale_of(atlas)
    start, end = (scale.at(day) for day in range_of(view, scale))

    def touches(mark: Mark) -> bool:
        return mark.start <= end and mark.end >= start

    linked = [
        touches(mark)
        for mark in lay_out(atlas, scale, view.basis)[1]
        if mark.is_linked and passes_filters(mark.event, atlas, view)
    ]
    return {"in-range": linked.count(True), "out-of-range": linked.count(False)}


def expect_lines(page: Page | FrameLocator, view: View) -> None:
    for name, count in lines(view).items():
        expect(page.locator(f".links.{name} path")).to_have_attribute(
            "d", re.compile(rf"^(M[-\d.,]+H[-\d.]+){{{count}}}$")
        )


def test_lines_follow_filters_search_and_range(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    everything = View()
    assert lines(everything)["in-range"] > 0
    expect_lines(page, everything)
    searched = View(words="Sudani Jordan")
    assert lines(searched) != lines(everything)
    page.locator(".filters .search").fill(searched.words)
    expect_lines(page, searched)
    page.locator(".filters .search").fill("nothing of the kind")
    expect_lines(page, View(words="nothing of the kind"))
    page.locator(".filters .clear").click()
    expect_lines(page, everything)
    page.locator(".filters .themes [data-choice=diplomacy] input").uncheck()
    others = tuple(theme for theme in the_real_atlas().themes if theme != "diplomacy")
    assert lines(View(themes=others)) != lines(everything)
    expect_lines(page, View(themes=others))
    page.locator(".filters .clear").click()
    chapter = the_real_atlas().chapters[2]
    a_visitor.choose(chapter.start, chapter.end)
    ranged = View(chapter.start, chapter.end)
    assert lines(ranged)["out-of-range"] > 0
    expect_lines(page, ranged)


def test_a_slide_has_no_lines_through_its_titles(a_chromium: Browser, tmp_path: Path) -> None:
    view = View(themes=("border",))
    assert lines(view)
    path = tmp_path / "slide.html"
    path.write_text(standalone_page(the_real_atlas(LAYERS), Slide(view), "file"), encoding="utf-8")
    page = a_chromium.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached", timeout=40_000)
    drawn = page.locator(".links path").evaluate_all("all => all.map((path) => path.getAttribute('d') ?? '').join('')")
    assert drawn == ""
    page.close()
