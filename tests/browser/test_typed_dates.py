"""The date fields of the slider: dates as people write them, what may be two days, and days after the essay."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from app.model.chronology.date_words import day_in_words
from app.model.chronology.filtering import sort_events
from app.model.chronology.view import View
from app.views.timeline.scale import scale_of
from app.words import words
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
SCALE = scale_of(the_real_atlas())
TAKEN = [
    ("8.12.2024", "2024-12-08"),
    ("8 Dec 2024", "2024-12-08"),
    ("٨/١٢/٢٠٢٤", "2024-12-08"),
    ("8 كانون الأول 2024", "2024-12-08"),
    ("2024/12/8", "2024-12-08"),
    ("25/12/24", "2024-12-25"),
]


def field(page: Page, side: str) -> Locator:
    return page.locator(f".typed input[data-side={side}]")


def type_day(page: Page, side: str, text: str) -> None:
    field(page, side).fill(text)
    field(page, side).press("Enter")


def test_a_day_is_taken_as_people_write_it(a_visitor_who_stays: Dashboard) -> None:
    page = a_visitor_who_stays.page
    for text, day in TAKEN:
        type_day(page, "start", "2024-01-01")
        type_day(page, "start", text)
        expect(field(page, "start")).to_have_value(day)
        expect(page.locator(".complaint")).to_be_empty()
        expect(page).to_have_url(re.compile(f"from={day}"))


def test_a_month_or_a_year_is_its_first_day_or_its_last(a_visitor_who_stays: Dashboard) -> None:
    page = a_visitor_who_stays.page
    type_day(page, "start", "2024")
    type_day(page, "end", "Dec 2024")
    expect(page).to_have_url(re.compile("from=2024-01-01&to=2024-12-31"))
    type_day(page, "start", "11/2024")
    expect(page).to_have_url(re.compile("from=2024-11-01&to=2024-12-31"))


@pytest.mark.parametrize("by_key", [False, True], ids=["clicked", "by the keyboard"])
def test_what_may_be_two_days_is_asked_about(a_visitor_who_stays: Dashboard, by_key: bool) -> None:
    page = a_visitor_who_stays.page
    type_day(page, "start", "3/4/2025")
    start, complaint = field(page, "start"), page.locator(".complaint")
    expect(complaint).to_contain_text("Which day is meant?")
    expect(complaint.locator("button")).to_have_text(["3 Apr 2025", "4 Mar 2025"])
    expect(start).to_have_attribute("aria-invalid", "true")
    expect(start).to_have_value("3/4/2025")
    assert "from=" not in page.url
    if by_key:
        field(page, "end").focus()
        for key in ("Tab", "Tab", "Enter"):
            page.keyboard.press(key)
    else:
        complaint.locator("button").nth(1).click()
    expect(complaint).to_be_empty()
    expect(start).to_have_value("2025-03-04")
    expect(start).to_be_focused()
    expect(start).not_to_have_attribute("aria-invalid", "true")
    expect(page).to_have_url(re.compile("from=2025-03-04"))


def test_a_day_and_a_month_that_were_swapped_are_offered_the_right_way_round(a_visitor_who_stays: Dashboard) -> None:
    page = a_visitor_who_stays.page
    type_day(page, "end", "2024-31-12")
    complaint = page.locator(".complaint")
    expect(complaint).to_contain_text("does not exist")
    complaint.locator("button").click()
    expect(field(page, "end")).to_have_value("2024-12-31")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_day_after_the_last_event_of_the_essay_offers_the_layer_that_has_later_ones(
    a_visitor: Dashboard, language: str
) -> None:
    page = a_visitor.open(f"?lang={language}&from=2025-01-01").page
    type_day(page, "end", "1.7.2025")
    spans = [span for event in the_real_atlas().events if (span := event.span("essay"))]
    last = max(span.earliest for span in spans)
    assert last < date(2025, 6, 14)  # the crossing reopens, after the essay
    expect(page.locator(".complaint")).to_contain_text(day_in_words(last, language))
    expect(page).to_have_url(re.compile("from=2025-01-01&to=2025-07-01"))
    offer = page.locator(".complaint button")
    expect(offer).to_have_text(words(language)["show_layer_after"])
    offer.click()
    expect(page).to_have_url(re.compile("from=2025-01-01&to=2025-07-01&layers=after"))
    expect(page.locator(".complaint")).to_be_empty()
    expect(page.locator(".filters .layers [data-choice=after] input")).to_be_checked()
    expect(field(page, "end")).to_have_value("2025-07-01")
    view = View(date(2025, 1, 1), date(2025, 7, 1), layers=("after",))
    a_visitor.expect_on_map(len(sort_events(the_real_atlas(("after",)), view).shown))
    page.go_back()
    expect(page.locator(".filters .layers [data-choice=after] input")).not_to_be_checked()


def test_a_day_beyond_the_axis_offers_the_layer_whose_axis_has_it(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2025-01-01").page
    later = scale_of(the_real_atlas(("after",))).last
    assert later > SCALE.last
    type_day(page, "end", f"{later.day} {later:%b %Y}")
    expect(page.locator(".complaint")).to_contain_text("nearest day was used")
    expect(field(page, "end")).to_have_value(SCALE.last.isoformat())
    page.locator(".complaint button").click()
    expect(page).to_have_url(re.compile(r"from=2025-01-01&layers=after$"))
    expect(field(page, "end")).to_have_value(later.isoformat())
    expect(field(page, "end")).to_be_focused()
    type_day(page, "end", "2099-01-01")
    expect(page.locator(".complaint")).to_contain_text("nearest day was used")
    expect(page.locator(".complaint button")).to_have_count(0)
