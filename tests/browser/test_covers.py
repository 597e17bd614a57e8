"""The first and the last slide of a deck as a browser lays them out: all can be read, and nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from app.model.chronology.view import LAYERS, View
from app.slides.files.powerpoint import TITLE_LINE_PX, TITLE_MARGIN_PX, TITLE_PX, TITLE_TOP_PX
from app.slides.html.covers import Cover, closing, cover_page, opening
from app.slides.slide import SIZES, Slide, of_chapter
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
WHOLE = the_real_atlas(LAYERS)
LEAST_PX = 16
"""Size of letters that can be read at ten metres on a slide of 1280 CSS pixels."""
READ = """() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const rows = [...document.querySelectorAll("dl div")];
  const texts = [...document.querySelectorAll("h1, p, dt, dd, a")].filter((element) => element.textContent.trim());
  const ends = (row) => [...row.children].map((child) => child.getBoundingClientRect());
  const linesOf = (element) => Math.round(element.offsetHeight / parseFloat(getComputedStyle(element).lineHeight));
  return {
    least: Math.min(...texts.map((element) => parseFloat(getComputedStyle(element).fontSize))),
    lines: rows.map((row) => linesOf(row.querySelector("dt"))),
    overlaps: rows.filter((row) => ends(row).some((end) => end.bottom > row.getBoundingClientRect().bottom + 1)).length,
    last: Math.max(...ends(rows.at(-1)).map((end) => end.bottom)),
    footer: box("footer").top,
    sideways: document.documentElement.scrollWidth - innerWidth,
    height: innerHeight,
  };
}"""


def laid_out(a_chromium: Browser, make: Callable[..., Cover], slides: Sequence[Slide]) -> dict[str, Any]:
    width, height = slides[0].size.viewport
    page = a_chromium.new_page(viewport={"width": width, "height": height})
    page.set_content(cover_page(make(WHOLE, slides)))
    read: dict[str, Any] = page.evaluate(READ)
    page.close()
    return read


def the_deck(language: str, size: str) -> list[Slide]:
    return [of_chapter(Slide(View(language=language), size=SIZES[size]), chapter) for chapter in WHOLE.chapters]


@pytest.mark.parametrize("make", [opening, closing])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", SIZES)
def test_all_of_a_cover_can_be_read_and_fills_it(
    a_chromium: Browser, size: str, language: str, make: Callable[..., Cover]
) -> None:
    read = laid_out(a_chromium, make, the_deck(language, size))
    assert read["least"] >= LEAST_PX
    assert (read["overlaps"], read["sideways"]) == (0, 0)
    assert 0.75 * read["height"] < read["last"] <= read["footer"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", ["1920x1080", "1280x720", "a4"])
def test_each_claim_stands_on_one_line(a_chromium: Browser, size: str, language: str) -> None:
    assert laid_out(a_chromium, opening, the_deck(language, size))["lines"] == [1] * len(WHOLE.chapters)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", SIZES)
def test_as_many_slides_as_are_named_have_room(a_chromium: Browser, size: str, language: str) -> None:
    read = laid_out(a_chromium, opening, the_deck(language, size) * 2)
    assert read["overlaps"] == 0
    assert read["last"] <= read["footer"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_powerpoints_title_stands_where_the_page_leaves_its_heading_out(a_chromium: Browser, language: str) -> None:
    page: Page = a_chromium.new_page(viewport={"width": 1280, "height": 720})
    page.set_content(cover_page(opening(WHOLE, the_deck(language, "1280x720")), titled=False))
    heading = page.locator("h1")
    assert not heading.is_visible()
    assert heading.bounding_box() == {
        "x": TITLE_MARGIN_PX, "y": TITLE_TOP_PX, "width": 1280 - 2 * TITLE_MARGIN_PX, "height": TITLE_LINE_PX
    }  # fmt: skip
    assert heading.evaluate("(element) => getComputedStyle(element).fontSize") == f"{TITLE_PX}px"
    page.close()
