"""Slides in a real browser: the page from disk without a network, and the files that the command makes."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from app.browser.vendored import PLOTLY_JS
from app.model.chronology.date_words import day_in_words
from app.model.chronology.filtering import sort_events
from app.model.chronology.subject import begins_in_range
from app.model.chronology.view import LAYERS, View
from app.slides.capture.browser_process import NoPictureError
from app.slides.capture.page_server import PLOTLY_NAME
from app.slides.capture.screenshots import PageToCapture, Screenshotter, open_screenshotter
from app.slides.files import export
from app.slides.html.page import standalone_page
from app.slides.slide import SIZES, Slide
from app.views.timeline.scale import scale_of
from app.words import words
from tests.browser.test_pictures import share_changed
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
LAST_DAY = day_in_words(scale_of(the_real_atlas()).last, "en")
FALL = View(date(2024, 11, 27), date(2024, 12, 20))
DOHA = View(date(2025, 4, 1), date(2025, 5, 31), language="ar", appearance="dark")


def count(view: View) -> int:
    return len(sort_events(the_real_atlas(view.layers), view).shown)


def counts_in_words(view: View) -> str:
    begin = sum(begins_in_range(event, view) for event in the_real_atlas().events)
    return f"{begin} events begin in this range, {count(view) - begin} more are under way"


@pytest.fixture(scope="module")
def a_screenshotter(a_chromium: Browser) -> Iterator[Screenshotter]:
    """Yield the camera of the exports."""
    a_chromium.version  # noqa: B018, so that a missing browser skips or fails as everywhere
    with open_screenshotter() as screenshotter:
        yield screenshotter


@pytest.fixture(scope="module")
def a_page_from_disk(a_chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Yield the slide of the fall of the regime, opened once from disk with the network cut off."""
    path = tmp_path_factory.mktemp("disk") / "slide.html"
    path.write_text(standalone_page(the_real_atlas(LAYERS), Slide(FALL, "The fall of the regime")), encoding="utf-8")
    context = a_chromium.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached", timeout=40_000)
    yield page
    assert [url for url in asked if not url.startswith(("file:", "about:", "data:"))] == []
    assert {url for url in asked if url.startswith("file:")} == {path.as_uri()}
    assert complaints == []
    context.close()


def test_the_page_from_disk_shows_everything_and_its_slider_moves(a_page_from_disk: Page) -> None:
    page = a_page_from_disk
    map_page = page.frame_locator("iframe.map")
    expect(page.locator("h1")).to_have_text("The fall of the regime")
    expect(page.locator(".range")).to_have_text("27 Nov 2024 – 20 Dec 2024")
    expect(page.locator(".count")).to_have_text(counts_in_words(FALL))
    expect(page.locator(".caption")).to_have_text("dates as the essay gives them, else as reports do")
    expect(map_page.locator("html")).to_have_attribute("data-shown", str(count(FALL)))
    expect(page.locator(".legend p").first).to_be_visible()
    expect(page.locator(".code svg")).to_be_visible()
    thumb = page.locator(".thumb[data-side=end]")
    thumb.focus()
    thumb.press("End")
    later = replace(FALL, end=None)
    expect(page.locator(".range")).to_have_text(f"27 Nov 2024 – {LAST_DAY}")
    expect(page.locator(".count")).to_have_text(counts_in_words(later))
    expect(map_page.locator("html")).to_have_attribute("data-shown", str(count(later)))
    page.locator(".whole").click()
    expect(map_page.locator("html")).to_have_attribute("data-shown", str(count(View())))


def test_another_page_of_the_same_file_is_not_driven(a_page_from_disk: Page) -> None:
    page = a_page_from_disk
    before = page.locator(".range").inner_text()
    other = page.context.new_page()
    other.goto(page.url)
    other.wait_for_selector("html[data-ready]", state="attached", timeout=40_000)
    thumb = other.locator(".thumb[data-side=start]")
    thumb.focus()
    thumb.press("End")
    expect(other.locator(".range")).to_contain_text(f"{LAST_DAY} –")
    assert page.locator(".range").inner_text() == before
    other.close()


def test_a_larger_screen_shows_the_page_larger(a_page_from_disk: Page) -> None:
    page = a_page_from_disk
    heading = page.locator("h1")
    small = heading.bounding_box()
    page.set_viewport_size({"width": 1920, "height": 1080})
    assert small
    page.wait_for_function(
        "(least) => document.querySelector('h1').getBoundingClientRect().height > least", arg=1.4 * small["height"]
    )
    large = heading.bounding_box()
    assert large
    assert large["height"] == pytest.approx(1.5 * small["height"], rel=0.03)
    assert page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == [
        1920,
        1080,
    ]
    page.set_viewport_size({"width": 1280, "height": 720})


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_is_exactly_as_large_as_asked_for_and_the_same_twice(
    a_screenshotter: Screenshotter, size: str
) -> None:
    html = standalone_page(the_real_atlas(LAYERS), Slide(FALL, size=SIZES[size]), "picture")
    taken = [
        a_screenshotter.take(PageToCapture(html, SIZES[size], "png"))[0] for _ in range(2 if size == "1280x720" else 1)
    ]
    picture = Image.open(io.BytesIO(taken[0]))
    assert picture.size == (SIZES[size].width_px, SIZES[size].height_px)
    assert len(set(taken)) == 1
    colours = picture.convert("RGB").getcolors(2**24)
    assert colours
    assert len(colours) > 500  # map, marks and letters, not an empty sheet


def test_an_arabic_slide_runs_from_right_to_left_with_nothing_over_anything(
    a_chromium: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "slide.html"
    path.write_text(standalone_page(the_real_atlas(LAYERS), Slide(DOHA), "picture"), encoding="utf-8")
    shutil.copy(PLOTLY_JS, tmp_path / PLOTLY_NAME)
    context = a_chromium.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached", timeout=40_000)
    heading, legend, drawn = (page.locator(name).bounding_box() for name in ("h1", ".legend", "iframe.map"))
    assert heading
    assert legend
    assert drawn
    assert legend["x"] < drawn["x"]
    assert heading["x"] + heading["width"] == pytest.approx(1256, abs=2)
    for inner in ("main", "footer", ".legend", ".said"):
        fits = page.locator(inner).evaluate(
            "(box) => [box.scrollWidth <= box.clientWidth + 1, box.scrollHeight <= box.clientHeight + 1]"
        )
        assert fits == [True, True], inner
    context.close()


SHAPES = "[\ufb00-\ufdff\ufe70-\ufefc]"
"""Letters in the shape that they have in a word: nobody types them who searches."""
SAID_BY_THE_PAGE = """() => {
  const panel = document.querySelector(".time").shadowRoot.querySelector("section");
  const parts = [document.body, frames[0].document.body, panel];
  return parts.map(({ innerText }) => innerText).join(" ");
}"""
NAMES_ON_THE_MAP = """() => [...document.querySelector("iframe.map").contentDocument.querySelectorAll(".atlas-label")]
  .map((label) => label.innerText)"""


@pytest.mark.parametrize(("view", "title"), [(FALL, "The fall of the regime"), (DOHA, "نحو قمة بغداد")])
def test_in_a_pdf_each_name_is_found_as_often_as_it_is_seen(
    a_screenshotter: Screenshotter, view: View, title: str
) -> None:
    said: list[Any] = []

    def look_at_the_page() -> None:
        if not said:  # the covers come later
            said.extend(a_screenshotter._page.evaluate(look) for look in (SAID_BY_THE_PAGE, NAMES_ON_THE_MAP))

    slides = [Slide(view, title)]
    made = export.exported(
        the_real_atlas(LAYERS), slides, "pdf", a_screenshotter, covers=True, on_picture=look_at_the_page
    )
    opening, sheet, closing = PdfReader(io.BytesIO(made)).pages
    assert float(sheet.mediabox.width) == pytest.approx(960, abs=1)  # points: 1280 CSS px
    # One program goes through the stream; the other, Chrome's own, looks where each letter is.
    found = [sheet.extract_text(), PdfDocument(made)[1].get_textpage().get_text_range()]
    seen, names = said
    assert len(names) > 15
    # Chrome's own reader may turn the parts of a right-to-left name round where a slanted one stands over it.
    for text, may_differ in zip((" ".join(one.split()) for one in found), (0, 1), strict=True):
        assert title in text
        assert len([name for name in set(names) if text.count(name) != seen.count(name)]) <= may_differ
        assert not re.search(SHAPES, text)
    say = words(view.language)
    assert title in opening.extract_text()
    assert " ".join(say["about_rights"].split()) in " ".join(closing.extract_text().split())
    assert not re.search(SHAPES, opening.extract_text() + closing.extract_text())
    assert len(made) < 1_200_000


def test_an_a4_pdf_is_a4_and_has_a_title_without_what_no_file_can_hold(a_screenshotter: Screenshotter) -> None:
    spoilt = "A4\x0bfor\x00 the\u202e\x85wall\ufffe\x7f\ud800"
    made = export.exported(the_real_atlas(LAYERS), [Slide(FALL, spoilt, SIZES["a4"])], "pdf", a_screenshotter)
    read = PdfReader(io.BytesIO(made))
    (sheet,) = read.pages
    assert (float(sheet.mediabox.width), float(sheet.mediabox.height)) == pytest.approx((841.9, 595.3), abs=1)
    assert sheet.extract_text().count("A4 for the wall") == 1
    assert read.metadata
    assert read.metadata.title == "A4 for the wall"


def test_a_deck_turns_one_page_and_its_pictures_are_those_of_the_slides_alone(a_screenshotter: Screenshotter) -> None:
    whole = the_real_atlas(LAYERS)
    size = SIZES["1280x720"]
    slides = export.chosen(whole, Slide(View(), size=size), deck=True)[2:4]
    deck = Presentation(io.BytesIO(export.exported(whole, slides, "pptx", a_screenshotter)))
    assert [slide.shapes.title.text for slide in deck.slides] == [slide.title for slide in slides]
    for made, slide in zip(deck.slides, slides, strict=True):
        html = standalone_page(whole, slide, "picture", titled=False)
        (alone,) = a_screenshotter.take(PageToCapture(html, size, "png"))
        of_deck, by_itself = (
            Image.open(io.BytesIO(blob)).convert("RGB") for blob in (made.shapes[0].image.blob, alone)
        )
        assert share_changed(of_deck, by_itself) < 0.0001  # edges of lines, a few pixels


def test_the_first_page_is_read_once_and_after_one_that_is_never_drawn_the_next_is_taken(a_chromium: Browser) -> None:
    assert a_chromium.version
    size = SIZES["3840x2160"]
    with open_screenshotter(size) as screenshotter:
        page = """<html data-ready="yes"><script>addEventListener("load", () => {
            const { type } = performance.getEntriesByType("navigation")[0];
            document.title = [type, innerWidth, innerHeight, devicePixelRatio.toFixed(2)].join(" ");
        })</script>"""
        (taken,) = screenshotter.take(PageToCapture(page, size, "png"))
        assert screenshotter._thread.submit(screenshotter._page.title).result() == "navigate 1280 720 3.00"
        assert Image.open(io.BytesIO(taken)).size == (3840, 2160)
        screenshotter._thread.submit(screenshotter._context.set_default_timeout, 500).result()
        with pytest.raises(NoPictureError, match="not drawn within"):
            screenshotter.take(PageToCapture("<title>never ready</title>", size, "png"))
        screenshotter._thread.submit(screenshotter._context.set_default_timeout, 30_000).result()
        (taken,) = screenshotter.take(PageToCapture(page, SIZES["1080x1080"], "png"))
        assert screenshotter._thread.submit(screenshotter._page.title).result() == "navigate 864 864 1.25"
        assert Image.open(io.BytesIO(taken)).size == (1080, 1080)
