"""A slide that can be operated: captions are buttons, fields can be read, and a moved range leaves the map its size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from app.link.slide_page import slide_page_url
from app.model.chronology.date_words import span_in_words
from app.model.chronology.view import LAYERS, View
from app.slides.html.page import Use, standalone_page
from app.slides.slide import Slide, of_chapter, titled
from app.words import words
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
SHOWN_AFTER_MS = 60_000
WHOLE_ATLAS = the_real_atlas(LAYERS)
CHAPTER = next(chapter for chapter in WHOLE_ATLAS.chapters if chapter.id == "face-to-face")
OVERLAPPING = """() => {
  const panel = document.querySelector(".time").shadowRoot;
  const parts = [...panel.querySelectorAll("button, select, input:not(.thumb), .span")];
  const boxes = parts.map((one) => [one.className, one.getBoundingClientRect()]);
  const seen = boxes.filter(([, { width }]) => width);
  const touch = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return seen.flatMap(([name, box], at) =>
    seen.slice(at + 1).filter(([, other]) => touch(box, other)).map(([other]) => `${name} ${other}`));
}"""
CUT_FIELDS = """() => [...document.querySelector(".time").shadowRoot.querySelectorAll(".typed input")].map(
  (input) => {
  const { font, paddingLeft, paddingRight } = getComputedStyle(input);
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = font;
  const { width } = canvas.measureText(input.value);
  return [input.value, input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - width];
  })"""
MAP_BOX = "document.querySelector('iframe.map').getBoundingClientRect().toJSON()"


def chapters_slide(language: str = "en", **view: str) -> Slide:
    return titled(WHOLE_ATLAS, of_chapter(Slide(View(language=language, **view)), CHAPTER))


@pytest.fixture
def a_window(a_chromium: Browser) -> Iterator[Page]:
    context = a_chromium.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page = context.new_page()
    page.set_default_timeout(SHOWN_AFTER_MS)
    yield page
    context.close()


def opened(page: Page, tmp_path: Path, slide: Slide) -> Page:
    path = tmp_path / "slide.html"
    path.write_text(standalone_page(WHOLE_ATLAS, slide), encoding="utf-8")
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    return page


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_printed_over_buttons_and_fields_show_whole_dates(
    a_window: Page, tmp_path: Path, language: str
) -> None:
    page = opened(a_window, tmp_path, chapters_slide(language))
    assert page.evaluate(OVERLAPPING) == []
    fields = page.evaluate(CUT_FIELDS)
    assert [value for value, _ in fields] == [CHAPTER.start.isoformat(), CHAPTER.end.isoformat()]
    assert all(spare >= 0 for _, spare in fields), fields


def captions_select(page: Page) -> None:
    """Press captions by pointer and by keyboard, and hold what the page then marks as selected."""
    captions = page.locator(".captions button")
    expect(captions).to_have_count(len(CHAPTER.captions))
    third, fourth = captions.nth(2), captions.nth(3)
    third.click()
    expect(third).to_have_attribute("aria-pressed", "true")
    expect(page.locator("p.chosen")).to_contain_text(third.locator(".what").inner_text())
    expect(page.locator(".captions [aria-pressed=true]")).to_have_count(1)
    assert third.evaluate("one => getComputedStyle(one).backgroundColor") != fourth.evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )
    page.keyboard.press("Tab")
    expect(fourth).to_be_focused()
    page.keyboard.press("Enter")
    expect(fourth).to_have_attribute("aria-pressed", "true")
    expect(third).to_have_attribute("aria-pressed", "false")
    expect(page.locator("p.chosen")).to_contain_text(fourth.locator(".what").inner_text())
    page.keyboard.press("Enter")
    expect(page.locator(".captions [aria-pressed=true]")).to_have_count(0)
    expect(page.locator("p.chosen")).to_be_empty()


def test_a_caption_of_a_file_selects_its_event(a_window: Page, tmp_path: Path) -> None:
    captions_select(opened(a_window, tmp_path, chapters_slide()))


@pytest.mark.parametrize("use", ["preview", "presented"])
def test_a_caption_of_a_slide_on_the_dashboard_selects_its_event(a_visitor: Dashboard, use: Use) -> None:
    page = a_visitor.page
    page.goto(f"{a_visitor.address}/{slide_page_url(chapters_slide(), use)}")
    page.wait_for_selector("html[data-ready]", state="attached", timeout=SHOWN_AFTER_MS)
    captions_select(page)


def test_a_picture_has_nothing_to_press(a_window: Page, tmp_path: Path) -> None:
    path = tmp_path / "slide.html"
    path.write_text(standalone_page(WHOLE_ATLAS, chapters_slide(), "picture"), encoding="utf-8")
    a_window.goto(path.as_uri())
    expect(a_window.locator(".captions .what")).to_have_count(len(CHAPTER.captions))
    expect(a_window.locator(".captions button, button:visible")).to_have_count(0)


def test_a_moved_range_drops_the_claim_and_leaves_the_map_its_size(a_window: Page, tmp_path: Path) -> None:
    page = opened(a_window, tmp_path, chapters_slide())
    before = page.evaluate(MAP_BOX)
    thumb = page.locator(".thumb[data-side=end]")
    thumb.focus()
    thumb.press("PageUp")
    expect(page.locator("h1")).to_have_text(words("en")["app_title"])
    expect(page.locator(".takeaway")).to_be_empty()
    expect(page.locator("html")).to_have_attribute("data-layout", "captions")
    page.wait_for_selector(".time [data-drawn]", state="attached")
    after = page.evaluate(MAP_BOX)
    assert after["width"] == before["width"]
    assert after["height"] >= before["height"] * 0.9
    # Another chapter has its own claim, the whole span its own layout.
    other = next(chapter for chapter in WHOLE_ATLAS.chapters if chapter.id == "iraq-after-assad")
    page.locator("select.presets").select_option(label=other.title.en)
    expect(page.locator("h1")).to_have_text(other.heading("en"))
    page.locator(".whole").click()
    expect(page.locator("html")).to_have_attribute("data-layout", "timeline")
    expect(page.locator("h1")).to_have_text(words("en")["app_title"])
    # In which a range of few events is shown as well.
    fields = page.locator(".typed input")
    fields.nth(0).fill("2025-05-10")
    fields.nth(1).fill("2025-05-20")
    fields.nth(1).press("Enter")
    expect(page.locator(".range")).to_have_text("10 May 2025 – 20 May 2025")
    page.wait_for_selector(".time [data-drawn]", state="attached")
    expect(page.locator("html")).to_have_attribute("data-layout", "timeline")
    expect(page.locator(".captions li")).to_have_count(0)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_slide_of_one_event_says_both_its_dates_and_what_reports_do(
    a_window: Page, tmp_path: Path, language: str
) -> None:
    event = next(event for event in WHOLE_ATLAS.events if event.id == "sudani-visits-jordan")
    slide = titled(WHOLE_ATLAS, Slide(View(language=language, selected=event.id)))
    page = opened(a_window, tmp_path, slide)
    expect(page.locator("h1")).to_have_text(event.title.say(language))
    caption = page.locator(".captions li")
    expect(caption).to_have_count(1)
    for basis, word in (("essay", "essay_date"), ("reports", "reported_date")):
        date = span_in_words(event.span(basis).edtf, language)  # type: ignore[union-attr] # both sources date it
        expect(caption.locator(f".{basis}")).to_have_text(f"{words(language)[word]}: {date}")
    expect(caption.locator(".agreement")).to_contain_text(words(language)["agreement_conflicts"])
    # Once its range is moved it is no more about the event, and not again when the range comes back.
    fields = page.locator(".typed input")
    for day in ("2024-11-01", "1969-07-01"):
        fields.nth(0).fill(day)
        fields.nth(0).press("Enter")
        expect(fields.nth(0)).to_have_value(day)
        expect(page.locator("h1")).to_have_text(words(language)["app_title"])


def test_a_slide_of_a_place_has_its_name(a_window: Page, tmp_path: Path) -> None:
    slide = titled(WHOLE_ATLAS, Slide(View(selected="place:doha")))
    expect(opened(a_window, tmp_path, slide).locator("h1")).to_have_text("Doha")


@pytest.mark.parametrize(("camera", "chips"), [(None, []), ((33.3, 44.4, 8.0), ["amman"])])
def test_chips_of_a_slide_are_for_its_subject(
    a_window: Page, tmp_path: Path, camera: tuple[float, float, float] | None, chips: list[str]
) -> None:
    page = opened(a_window, tmp_path, Slide(View(selected="sudani-visits-jordan", camera=camera)))
    frame = page.frames[1]
    assert frame.evaluate("atlasMap.chips.outside.length") > len(chips)
    assert (
        frame.evaluate("[...document.querySelectorAll('.atlas-chips button')].map(one => one.dataset.places)") == chips
    )


def test_a_slide_of_one_event_in_a_chapters_range_has_not_the_chapters_takeaway(a_window: Page, tmp_path: Path) -> None:
    slide = titled(WHOLE_ATLAS, Slide(View(CHAPTER.start, CHAPTER.end, selected=CHAPTER.captions[0])))
    page = opened(a_window, tmp_path, slide)
    expect(page.locator("h1")).not_to_have_text(CHAPTER.heading("en"))
    expect(page.locator(".takeaway")).to_be_empty()


CHIPS_OVER_TOOLTIP = """() => {
  const tip = document.querySelector(".atlas-tip").getBoundingClientRect();
  const over = [...document.querySelectorAll(".atlas-chips button")].filter((chip) => {
    const { left, right, top, bottom } = chip.getBoundingClientRect();
    return left < tip.right && right > tip.left && top < tip.bottom && bottom > tip.top;
  });
  return { over: over.length, seen: over.filter((chip) => getComputedStyle(chip).visibility === "visible").length };
}"""


def test_nothing_is_seen_through_a_tooltip_or_over_it(a_window: Page, tmp_path: Path) -> None:
    slide = chapters_slide()
    # Baghdad's tooltip covers the left edge, where there is a chip for Damascus.
    camera = (33.6, 45.6, 8.0)
    page = opened(a_window, tmp_path, replace(slide, view=replace(slide.view, camera=camera)))
    map_page = page.frame_locator("iframe.map")
    map_page.locator(".atlas-place[data-place=baghdad]").dispatch_event("mouseover", {"bubbles": True})
    expect(map_page.locator(".atlas-tip")).to_have_css("opacity", "1")
    found = page.frames[1].evaluate(CHIPS_OVER_TOOLTIP)
    assert found["over"] > 0
    assert found["seen"] == 0
    map_page.locator(".atlas-place[data-place=baghdad]").dispatch_event("mouseout", {"bubbles": True})
    expect(map_page.locator(".atlas-chips .under-tip")).to_have_count(0)
