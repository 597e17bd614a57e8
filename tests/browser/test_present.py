"""Presenting: map and timeline fill the screen, keys turn chapters and step events, and Escape comes back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FrameLocator, expect

from app.link.slide_page import slide_page_url
from app.model.chronology.filtering import sort_events
from app.model.chronology.view import View
from app.slides.slide import Slide
from app.words import words
from tests.browser.conftest import Dashboard
from tests.browser.shapes import hidden_marks
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
SHOWN_AFTER_MS = 40_000


def the_slide(dashboard: Dashboard) -> FrameLocator:
    """Wait until the slide is in sight."""
    expect(dashboard.page.locator("iframe.atlas-presented")).to_be_visible(timeout=SHOWN_AFTER_MS)
    return dashboard.page.frame_locator("iframe.atlas-presented")


def count(view: View) -> int:
    return len(sort_events(the_real_atlas(), view).shown)


def test_a_key_fills_the_screen_and_escape_comes_back_to_where_the_slide_stood(a_visitor_who_stays: Dashboard) -> None:
    visitor, chapters = a_visitor_who_stays, the_real_atlas().chapters
    visitor.page.keyboard.press("p")
    slide = the_slide(visitor)
    expect(visitor.page).to_have_url(re.compile("present=yes"))
    size = visitor.page.viewport_size
    assert size
    box = visitor.page.locator("iframe.atlas-presented").bounding_box()
    assert box == {"x": 0, "y": 0, **size}
    for operated in (".controls", ".transport", ".zooms"):
        expect(slide.locator(operated)).to_be_hidden()
    for told in ("h1", ".range", ".count", ".legend", ".caption", ".source"):
        expect(slide.locator(told)).to_be_visible()

    visitor.page.keyboard.press("PageDown")
    expect(slide.locator("h1")).to_have_text(chapters[0].heading("en"))
    visitor.page.keyboard.press("PageDown")
    expect(slide.locator("h1")).to_have_text(chapters[1].heading("en"))
    visitor.page.keyboard.press("PageUp")
    expect(slide.locator("h1")).to_have_text(chapters[0].heading("en"))
    shown = count(View(chapters[0].start, chapters[0].end))
    expect(slide.frame_locator("iframe.map").locator("html")).to_have_attribute("data-shown", str(shown))
    expect(slide.locator(".link")).to_contain_text(f"to={chapters[0].end}")

    visitor.page.keyboard.press("ArrowRight")
    expect(slide.locator("p.chosen")).not_to_be_empty()
    said = slide.locator("p.chosen span").last.inner_text()
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.locator("iframe.atlas-presented")).to_have_count(0)
    expect(visitor.page.locator(".reader h2")).to_have_text(said)
    expect(visitor.page.locator(".reader .count")).to_have_attribute("data-shown", str(shown))
    expect(visitor.page).to_have_url(re.compile(rf"^(?!.*present).*to={chapters[0].end}"))
    assert visitor.complaints == []
    assert visitor.outside == []


def test_a_p_that_is_typed_is_a_letter(a_visitor_who_stays: Dashboard) -> None:
    search = a_visitor_who_stays.page.locator(".filters input[type=search]")
    search.focus()
    search.press("p")
    expect(search).to_have_value("p")
    expect(a_visitor_who_stays.page.locator("iframe.atlas-presented")).to_have_count(0)


def test_an_address_opens_the_presentation_and_keys_work_from_map_and_slider(a_visitor: Dashboard) -> None:
    a_visitor.open("?present=yes&from=2024-11-27&to=2024-12-20&lang=ar&appearance=dark&embed_options=dark_theme")
    slide = the_slide(a_visitor)
    expect(slide.locator("html")).to_have_attribute("dir", "rtl")
    expect(slide.locator("html")).to_have_attribute("data-appearance", "dark")
    fall = next(chapter for chapter in the_real_atlas().chapters if chapter.start.isoformat() == "2024-11-27")
    expect(slide.locator("h1")).to_have_text(fall.heading("ar"))
    # Between chapters the slide has the atlas's own title.
    thumb = slide.locator(".thumb[data-side=end]")
    thumb.focus()
    thumb.press("ArrowLeft")
    expect(slide.locator("h1")).to_have_text("العراق وسوريا بعد الأسد")
    thumb.press("PageDown")
    following = the_real_atlas().chapters[the_real_atlas().chapters.index(fall) + 1]
    expect(slide.locator("h1")).to_have_text(following.heading("ar"))
    slide.frame_locator("iframe.map").locator("body").press("Escape")
    expect(a_visitor.page.locator("iframe.atlas-presented")).to_have_count(0)
    expect(a_visitor.page).to_have_url(re.compile(f"from={following.start}"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_telephone_shows_every_mark_of_a_slide(a_visitor: Dashboard, language: str) -> None:
    page = a_visitor.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{a_visitor.address}/{slide_page_url(Slide(View(language=language)), 'presented')}")
    page.wait_for_selector("html[data-ready]", state="attached", timeout=SHOWN_AFTER_MS)
    map_frame = page.frame_locator("iframe.map")
    expect(map_frame.locator("html")).to_have_attribute("data-shown", str(count(View())))
    assert hidden_marks(map_frame) == []
    assert map_frame.locator("body").evaluate("() => innerHeight") > 220


def test_nothing_behind_a_slide_can_be_reached_and_escape_leaves_from_anywhere(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2025-04-01&to=2025-05-31&camera=35,40,7").page
    page.keyboard.press("p")
    slide = the_slide(a_visitor)
    assert page.locator("#root").evaluate("root => root.inert")
    page.evaluate("document.activeElement.blur()")
    page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))")
    expect(page.locator("iframe.atlas-presented")).to_have_count(0)
    assert not page.locator("#root").evaluate("root => root.inert")
    expect(page).to_have_url(re.compile("camera=35,40,7"))  # the slide framed its subject, the page has its own
    assert slide.locator("body").count() == 0


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_slide_says_which_keys_there_are_and_has_a_way_out_for_a_pointer(a_visitor: Dashboard, language: str) -> None:
    page = a_visitor.open(f"?lang={language}").page
    page.keyboard.press("p")
    slide = the_slide(a_visitor)
    expect(slide.locator(".present-hint")).to_have_text(words(language)["present_hint"])
    bar = slide.locator(".present-bar")
    expect(bar).to_have_css("opacity", "0")
    page.mouse.move(300, 300)
    page.mouse.move(320, 320)
    expect(bar).to_have_css("opacity", "1")
    slide.get_by_role("button", name=words(language)["present_next"]).click()
    expect(slide.locator("h1")).not_to_have_text(words(language)["app_title"])
    slide.get_by_role("button", name=words(language)["present_leave"]).click()
    expect(page.locator("iframe.atlas-presented")).to_have_count(0)


def test_arrows_step_through_what_a_chapter_is_about(a_visitor: Dashboard) -> None:
    whole = the_real_atlas()
    chapter = next(each for each in whole.chapters if len(each.captions) >= 3)
    a_visitor.open(f"?present=yes&from={chapter.start}&to={chapter.end}")
    slide = the_slide(a_visitor)
    titles = {event.title.en: event.id for event in whole.events}
    named = slide.locator(".captions .what").all_inner_texts()
    assert {titles[title] for title in named} == set(chapter.captions)
    slide.locator("html").press("Shift")  # the focus goes into the slide
    for title in named:
        a_visitor.page.keyboard.press("ArrowRight")
        expect(slide.locator("p.chosen")).to_contain_text(title)
    a_visitor.page.keyboard.press("ArrowRight")  # there is no other
    expect(slide.locator("p.chosen")).to_contain_text(named[-1])


def test_page_keys_that_come_before_the_slide_is_drawn_are_not_lost(a_visitor_who_stays: Dashboard) -> None:
    page, chapters = a_visitor_who_stays.page, the_real_atlas().chapters
    page.keyboard.press("p")
    expect(page.locator("iframe.atlas-presented")).to_have_count(1)
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    expect(the_slide(a_visitor_who_stays).locator("h1")).to_have_text(chapters[1].heading("en"))
    page.keyboard.press("Escape")
    expect(page.locator("iframe.atlas-presented")).to_have_count(0)
