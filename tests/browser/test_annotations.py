"""What is written on a slide: set, moved, edited and removed; in the address, the deck, a presentation and files."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from app.model.chronology.annotation import Annotation, read_annotations
from app.model.chronology.view import LAYERS, View
from app.slides.html.page import standalone_page
from app.slides.slide import Slide, of_chapter
from tests.browser.conftest import Dashboard
from tests.browser.test_present import the_slide
from tests.browser.test_slides_page import open_slides
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
SPRING = "from=2025-04-01&to=2025-05-31"
"""The range of the chapter that ends in Riyadh."""
PREVIEW = "[class*=st-key-preview] iframe"


def written(page: Page) -> tuple[Annotation, ...]:
    """Return the annotations of the page's address."""
    return read_annotations(parse_qs(urlsplit(page.url).query).get("annotations", [""])[0])


def middle_of(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def write(page: Page, slide: FrameLocator, at: tuple[float, float], text: str) -> None:
    """Press on a point with a tool that is armed, and write."""
    expect(slide.locator(".annotations")).to_have_class(re.compile("armed"))
    page.mouse.click(*at)
    expect(slide.locator(".annotation p[contenteditable=true]")).to_be_focused()
    page.keyboard.type(text)
    page.keyboard.press("Enter")


@pytest.fixture
def a_slide_that_is_looked_at(a_visitor: Dashboard) -> Dashboard:
    open_slides(a_visitor, f"?{SPRING}")
    a_visitor.page.frame_locator(PREVIEW).locator("html").evaluate("(html) => { html.dataset.same = 'yes'; }")
    return a_visitor


def test_a_text_is_set_on_a_mark_moved_changed_and_removed(a_slide_that_is_looked_at: Dashboard) -> None:
    visitor = a_slide_that_is_looked_at
    page, slide = visitor.page, visitor.page.frame_locator(PREVIEW)
    doha = slide.frame_locator("iframe.map").locator(".atlas-place[data-place=doha]")
    page.locator(".preview .tools .arrow").click()
    write(page, slide, middle_of(doha), "They meet; at last")
    expect(page).to_have_url(re.compile("annotations="))
    (one,) = written(page)
    assert (one.shape, one.on, one.where, one.text) == ("arrow", "place", "doha", "They meet; at last")

    box = slide.locator(".annotation.arrow")
    x, y = middle_of(box)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 30, steps=4)
    page.mouse.up()
    visitor.until(lambda: written(page)[0].offset != one.offset, "the text has moved")
    moved = written(page)[0]
    assert moved.offset[0] < one.offset[0]
    assert moved.offset[1] < one.offset[1]
    assert (moved.on, moved.where) == ("place", "doha")
    assert middle_of(box) == pytest.approx((x - 60, y - 30), abs=2)

    page.mouse.click(*middle_of(box))  # chosen already: it is written anew
    expect(slide.locator(".annotation p[contenteditable=true]")).to_be_focused()
    page.keyboard.type("Here")
    page.keyboard.press("Enter")
    visitor.until(lambda: written(page)[0].text == "Here", "another text")

    # The end of the arrow, from Doha to Riyadh: the text stays where it is.
    riyadh = slide.frame_locator("iframe.map").locator(".atlas-place[data-place=riyadh]")
    stays = middle_of(box)
    page.mouse.move(*middle_of(slide.locator(".anchor-handle")))
    page.mouse.down()
    page.mouse.move(*middle_of(riyadh), steps=5)
    page.mouse.up()
    visitor.until(lambda: written(page)[0].where == "riyadh", "another anchor")
    assert middle_of(box) == pytest.approx(stays, abs=2)

    slide.locator(".annotations button.remove").click()
    expect(page).not_to_have_url(re.compile("annotations"))
    expect(slide.locator(".annotation")).to_have_count(0)
    expect(slide.locator("html")).to_have_attribute("data-same", "yes")  # never loaded anew


def test_what_is_written_goes_into_the_deck_and_comes_back_with_the_address(
    a_slide_that_is_looked_at: Dashboard,
) -> None:
    visitor = a_slide_that_is_looked_at
    page, slide = visitor.page, visitor.page.frame_locator(PREVIEW)
    page.locator(".preview .tools .callout").click()
    write(page, slide, middle_of(slide.locator(".time .badge").first), "The first step")
    visitor.until(lambda: [each.on for each in written(page)] == ["event"], "on the timeline's mark")
    page.locator(".preview .tools .ring").click()
    x, y = middle_of(slide.locator("iframe.map"))
    write(page, slide, (x, y), "")
    visitor.until(lambda: len(written(page)) == 2, "a ring needs no text")
    visitor.settle()
    page.locator(".deck .add").click()
    expect(page.locator(".deck .row")).to_have_count(1)
    (kept,) = page.evaluate(
        "JSON.parse(Object.entries(sessionStorage).find(([key]) => key.startsWith('atlas-deck'))[1])"
    )
    assert read_annotations(kept["annotations"]) == written(page)

    page.reload()
    expect(page.frame_locator(PREVIEW).locator(".annotation.callout")).to_have_text("The first step")
    page.locator(".preview .tools .remove").click()
    expect(page.frame_locator(PREVIEW).locator(".annotation")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("annotations"))


def test_all_of_it_is_done_by_keyboard(a_slide_that_is_looked_at: Dashboard) -> None:
    visitor = a_slide_that_is_looked_at
    page, slide = visitor.page, visitor.page.frame_locator(PREVIEW)
    page.locator(".preview .tools .arrow").focus()
    page.keyboard.press("Enter")
    expect(slide.locator(".annotation p[contenteditable=true]")).to_be_focused()
    page.keyboard.type("لقاء")
    page.keyboard.press("Enter")
    visitor.until(lambda: [each.text for each in written(page)] == ["لقاء"], "written")
    expect(slide.locator(".annotation")).to_be_focused()
    before = written(page)[0].offset
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowUp")
    visitor.until(lambda: written(page)[0].offset == (before[0] + 5, before[1] - 25), "moved by arrow keys")
    page.keyboard.press("Delete")
    expect(page).not_to_have_url(re.compile("annotations"))
    # A text that is left empty is none.
    page.locator(".preview .tools .callout").focus()
    page.keyboard.press("Enter")
    expect(slide.locator(".annotation p[contenteditable=true]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(slide.locator(".annotation")).to_have_count(0)


def test_a_presenter_writes_on_a_chapter_and_finds_it_there_again(a_visitor_who_stays: Dashboard) -> None:
    visitor = a_visitor_who_stays
    page = visitor.page
    page.keyboard.press("p")
    slide = the_slide(visitor)
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    title = slide.locator("h1").inner_text()
    page.mouse.move(400, 300)
    slide.locator(".present-bar .callout").click()
    write(page, slide, middle_of(slide.locator("iframe.map")), "Look here")
    expect(slide.locator(".annotation")).to_have_text("Look here")
    page.keyboard.press("Escape")  # lets the annotation go, and does not leave
    expect(slide.locator(".annotation.chosen")).to_have_count(0)
    page.keyboard.press("PageUp")
    expect(slide.locator(".annotation")).to_have_count(0)
    page.keyboard.press("PageDown")
    expect(slide.locator("h1")).to_have_text(title)
    expect(slide.locator(".annotation")).to_have_text("Look here")
    page.keyboard.press("Escape")
    expect(page.locator("iframe.atlas-presented")).to_have_count(0)
    assert [each.text for each in written(page)] == ["Look here"]
    visitor.settle()
    page.keyboard.press("p")
    expect(the_slide(visitor).locator(".annotation")).to_have_text("Look here")
    # Left on another chapter it is there all the same the next time.
    page.keyboard.press("PageUp")
    expect(slide.locator(".annotation")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("iframe.atlas-presented")).to_have_count(0)
    visitor.settle()
    page.keyboard.press("p")
    expect(the_slide(visitor).locator(".annotation")).to_have_count(0)
    page.keyboard.press("PageDown")
    expect(slide.locator(".annotation")).to_have_text("Look here")
    page.keyboard.press("Escape")
    assert visitor.complaints == []


SPOTS = """() => {
  const middle = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  };
  const frame = document.querySelector("iframe.map");
  const { x, y, width } = frame.getBoundingClientRect();
  const scale = width / frame.contentWindow.innerWidth;
  const [left, top] = middle(frame.contentDocument.querySelector(".atlas-place[data-place=doha]"));
  const texts = [...document.querySelectorAll(".annotation:not([hidden])")];
  const isInside = (box) => box.x >= 0 && box.right <= innerWidth && box.y >= 0 && box.bottom <= innerHeight;
  return {
    doha: [x + left * scale, y + top * scale],
    ring: middle(document.querySelector(".annotations circle.ring:not(.halo)")),
    head: middle(document.querySelector(".annotations .head:not(.halo)")),
    texts: texts.map((one) => one.textContent),
    inside: texts.every((one) => isInside(one.getBoundingClientRect())),
    images: document.querySelectorAll(".annotations img").length,
  };
}"""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_file_has_what_was_written_at_its_marks_and_markup_in_it_is_text(
    a_chromium: Browser, tmp_path: Path, language: str
) -> None:
    whole = the_real_atlas(LAYERS)
    chapter = next(each for each in whole.chapters if each.start and each.start.isoformat() == "2025-04-01")
    slide = of_chapter(Slide(View(language=language)), chapter)
    said = (
        Annotation("ring", "place", "doha", (30, 0), "<img src=x onerror=document.title=1>"),
        Annotation("arrow", "place", "doha", (-990, -990), "far"),
        Annotation("callout", "event", "no-such-event", (10, 10), "gone"),
    )
    slide = replace(slide, view=replace(slide.view, annotations=said))
    path = tmp_path / "slide.html"
    path.write_text(standalone_page(whole, slide), encoding="utf-8")
    page = a_chromium.new_page(viewport={"width": 1280, "height": 720})
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
    spots = page.evaluate(SPOTS)
    assert spots["ring"] == pytest.approx(spots["doha"], abs=2)
    assert spots["head"] == pytest.approx(spots["doha"], abs=40)
    assert spots["texts"] == ["<img src=x onerror=document.title=1>", "far"]
    assert spots["inside"]
    assert spots["images"] == 0
    page.close()
