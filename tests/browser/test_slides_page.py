"""The Slides page in a real browser: the preview is the slide, and files are made, cancelled and taken away."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Download, Page, expect
from pptx import Presentation

from app.words import words
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
MADE_AFTER_MS = 120_000


def open_slides(visitor: Dashboard, query: str = "") -> Page:
    visitor.open(query, "slides")
    drawn = visitor.page.frame_locator("[class*=st-key-preview] iframe").locator("html[data-ready]")
    drawn.wait_for(state="attached", timeout=40_000)
    return visitor.page


def taken_away(page: Page) -> Download:
    link = page.locator(".st-key-download-export a")
    link.wait_for(timeout=MADE_AFTER_MS)
    with page.expect_download() as download:
        link.click()
    return download.value


def test_a_slide_is_seen_made_and_taken_away(a_visitor: Dashboard) -> None:
    page = open_slides(a_visitor, "?from=2024-11-27&to=2024-12-20")
    slide = page.frame_locator("[class*=st-key-preview] iframe")
    expect(slide.locator("h1")).to_have_text(heading_of("2024-11-27"))
    box = page.locator("[class*=st-key-preview] iframe").bounding_box()
    assert box
    assert box["width"] / box["height"] == pytest.approx(16 / 9, rel=0.01)
    # The whole slide is in the preview, as small as it must be.
    footer = slide.locator("footer").bounding_box()
    assert footer
    assert footer["y"] + footer["height"] <= box["y"] + box["height"] + 1

    page.locator(".st-key-make-slide button").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    made = taken_away(page)
    assert made.suggested_filename == "iraq-syria_2024-11-27_2024-12-20_en_1920x1080.png"
    with Image.open(made.path()) as picture:
        assert picture.size == (1920, 1080)


def heading_of(first_day: str) -> str:
    return next(each.heading("en") for each in the_real_atlas().chapters if each.start.isoformat() == first_day)


def compose(page: Page, heading: str) -> None:
    """Choose a chapter, and wait until its slide is the one that would be added."""
    chapter = next(each for each in the_real_atlas().chapters if each.heading("en") == heading)
    page.locator(".st-key-slide-source").get_by_role("combobox").click()
    page.get_by_role("option", name=chapter.title.en, exact=True).click()
    expect(page.frame_locator("[class*=st-key-preview] iframe").locator("h1")).to_have_text(heading)


def test_slides_are_collected_moved_and_removed_and_the_tab_keeps_them(a_visitor: Dashboard) -> None:
    page = open_slides(a_visitor)
    first, second, third = (chapter.heading("en") for chapter in the_real_atlas().chapters[:3])
    expect(page.locator(".deck .empty")).to_be_visible()
    expect(page.locator(".st-key-make-deck button")).to_be_disabled()
    for chapter in (first, second, third):
        compose(page, chapter)
        page.locator(".deck .add").click()
    rows = page.locator(".deck .row")

    def expect_titles(*titles: str) -> None:
        expect(rows).to_have_count(len(titles))
        for place, title in enumerate(titles):
            expect(rows.nth(place).locator(".title")).to_have_text(re.compile(f"^{place + 1}. {re.escape(title)} · "))

    expect_titles(first, second, third)
    expect(rows.nth(0).get_by_role("button", name="Move up")).to_be_disabled()
    expect(rows.nth(2).get_by_role("button", name="Move down")).to_be_disabled()
    # The keyboard stays with the slide that it moves, and at the end of the list turns round.
    rows.nth(2).get_by_role("button", name="Move up").press("Enter")
    expect_titles(first, third, second)
    expect(rows.nth(1).get_by_role("button", name="Move up")).to_be_focused()
    page.keyboard.press("Enter")
    expect_titles(third, first, second)
    expect(rows.nth(0).get_by_role("button", name="Move down")).to_be_focused()
    rows.nth(1).get_by_role("button", name="Remove").press("Enter")
    expect_titles(third, second)
    expect(rows.nth(1).get_by_role("button", name="Remove")).to_be_focused()
    expect(page.locator(".st-key-make-deck button")).to_be_enabled()

    page.reload()
    expect_titles(third, second)
    page.get_by_role("link", name="The essay", exact=True).click()
    expect(page).to_have_title(re.compile("^The essay"))
    page.get_by_role("link", name="Slides", exact=True).click()
    expect_titles(third, second)
    expect(page.locator(".st-key-make-deck button")).to_be_enabled()
    other = page.context.new_page()
    other.goto(f"{a_visitor.address}/slides")
    expect(other.locator(".deck .empty")).to_be_visible()
    other.close()
    rows.nth(0).get_by_role("button", name="Remove").click()
    rows.nth(0).get_by_role("button", name="Remove").click()
    expect(page.locator(".deck .add")).to_be_focused()
    expect(page.locator(".st-key-make-deck button")).to_be_disabled()


def test_the_slide_of_what_explore_shows_is_there_at_once(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2025-03-01&to=2025-03-31").page
    page.locator(".event-row[data-event=coastal-violence]").click()
    expect(page).to_have_url(re.compile("selected=coastal-violence"))
    page.get_by_role("link", name="Slides", exact=True).click()
    slide = page.locator("[class*=st-key-preview] iframe")
    expect(slide).to_have_attribute("src", re.compile("from=2025-03-01&to=2025-03-31.*selected=coastal-violence"))
    expect(page).to_have_url(re.compile("/slides[?]from=2025-03-01&to=2025-03-31&selected=coastal-violence"))


def test_a_deck_can_be_cancelled_and_made_again(a_visitor: Dashboard) -> None:
    page = open_slides(a_visitor, "?lang=ar")
    corners = (
        page.get_by_role("radiogroup")
        .first.get_by_role("radio")
        .evaluate_all("(segments) => segments.map((one) => getComputedStyle(one).borderRadius)")
    )
    assert corners == ["0px 4px 4px 0px", "4px 0px 0px 4px"]  # joined where they meet, as from left to right
    page.locator(".deck .add").click()
    expect(page.locator(".deck .row")).to_have_count(1)
    expect(page.locator(".st-key-make-deck button")).to_be_enabled()
    page.locator(".st-key-make-chapters button").click()
    page.locator(".st-key-cancel-export button").click()
    expect(page.get_by_text("أُلغي، ولم يُنشأ شيء.")).to_be_visible()
    page.locator(".st-key-make-deck button").click()
    made = taken_away(page)
    assert made.suggested_filename.endswith("_ar.pptx")
    # Below the buttons of the deck, and named as one.
    download = page.locator(".st-key-deck .st-key-download-export a")
    expect(download).to_contain_text(words("ar")["slides_download_deck"].format(name=made.suggested_filename))
    above, below = page.locator(".st-key-make-chapters").bounding_box(), download.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"] < above["y"] + above["height"] + 60
    deck = Presentation(io.BytesIO(made.path().read_bytes()))
    atlas = the_real_atlas()
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles == ["العراق وسوريا بعد الأسد", "العراق وسوريا بعد الأسد", "المصادر والمنهج"]
    assert all(slide.has_notes_slide for slide in deck.slides)
    assert all(
        event.title.ar in deck.slides[1].notes_slide.notes_text_frame.text for event in atlas.events if event.essay_span
    )
