"""A person asks of a border crossing when it was open: its card begins with the answer."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from app.model.chronology.date_words import span_in_words
from app.words import words
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
ATLAS = the_real_atlas(("context", "after"))
QAIM = sorted((row for row in ATLAS.crossing_states if row.place == "al-qaim"), key=lambda row: row.period.earliest)


def middle(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["x"] + box["width"] / 2


def status_on(day: date) -> tuple[str, str]:
    """Return the status of al-Qa'im on a day, and the period of that status in words."""
    row = next(row for row in QAIM if row.status and row.period.earliest <= day <= row.period.latest)
    return row.status, span_in_words(row.period.edtf, "en")


def say_status(page: Page, day: date, said: str) -> None:
    status, period = status_on(day)
    expect(page.locator(".crossing-now")).to_have_text(f"{said}, the end of the range: {status} ({period})")


def test_the_card_of_a_crossing_begins_with_how_it_stood_and_a_strip_of_its_times(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2024-12-08&to=2024-12-20&selected=place:al-qaim").page
    card = page.locator(".reader .card")
    parts = card.locator(":scope > *").evaluate_all(
        "parts => parts.map((part) => part.classList[0] ?? part.localName).slice(0, 4)"
    )
    assert parts == ["kicker", "h2", "crossing-now", "crossing-strip"]
    say_status(page, date(2024, 12, 20), "20 Dec 2024")
    strip = card.get_by_role("img", name=re.compile("^Status of the crossing"))
    label = strip.get_attribute("aria-label") or ""
    for row in QAIM:
        assert f"{row.status} · {span_in_words(row.period.edtf, 'en')}" in label
    bands = [(band.get_attribute("class") or "").split()[-1] for band in strip.locator("rect.band").all()]
    assert bands == ["unknown", *(row.status for row in QAIM)]
    assert strip.locator(".since").count() == len(QAIM)
    fills = strip.locator("rect.band").evaluate_all(
        "bands => bands.map((band) => getComputedStyle(band).fill + getComputedStyle(band).strokeDasharray)"
    )
    assert len(set(fills)) == len(set(bands))

    a_visitor.choose("2024-12-01", "2024-12-10")
    say_status(page, date(2024, 12, 10), "10 Dec 2024")
    bracket = strip.locator("svg")
    before = middle(bracket)
    a_visitor.choose("2025-03-01", "2025-03-31")
    say_status(page, date(2025, 3, 31), "31 Mar 2025")
    a_visitor.until(lambda: middle(bracket) > before, "the bracket stands over the later range")


def test_words_of_the_strip_stand_clear_of_each_other_and_time_runs_the_way_that_is_read(a_visitor: Dashboard) -> None:
    for language, first_is_left in (("en", True), ("ar", False)):
        for width in (1440, 1280):
            a_visitor.page.set_viewport_size({"width": width, "height": 900})
            page = a_visitor.open(f"?selected=place:al-qaim&lang={language}").page
            expect(page.locator(".crossing-strip")).to_be_visible()
            crossed = page.locator(".crossing-strip").evaluate(
                """(strip) => {
                  const box = (part) => part.getBoundingClientRect();
                  const apart = (one, other) => one.right <= other.left || other.right <= one.left
                    || one.bottom - 3 <= other.top || other.bottom - 3 <= one.top;
                  const words = [...strip.querySelectorAll(".since")];
                  const parts = [...strip.querySelectorAll(".since, .leader")];
                  const others = (word) => parts.filter((part) => part !== word);
                  return words.filter((word) => others(word).some((part) => !apart(box(word), box(part))))
                    .map((word) => word.textContent);
                }"""
            )
            assert crossed == []
            bands = page.locator(".crossing-strip rect.band")
            assert (middle(bands.first) < middle(bands.last)) == first_is_left


def test_each_time_unfolds_its_remark_and_the_events_that_say_so(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?selected=place:al-qaim").page
    closed = QAIM[0]
    row = page.locator(".crossing-states li").first
    expect(row.locator("summary")).to_have_text(f"closed · {span_in_words(closed.period.edtf, 'en')}")
    expect(row.locator("p")).to_be_hidden()
    row.locator("summary").click()
    expect(row.locator("p")).to_have_text(closed.notes.en)
    row.locator("button").first.click()
    title = next(event.title.en for event in ATLAS.events if event.id == closed.events[0])
    expect(page.locator(".reader h2")).to_have_text(title)


def test_what_only_a_later_layer_tells_is_offered_by_a_button(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?selected=place:al-qaim").page
    rows = page.locator(".crossing-states li")
    expect(rows).to_have_count(len(QAIM) - 1)
    say = words("en")
    expect(page.locator(".later")).to_have_text(f"{say['crossing_later']} {say['show_layer_after']}")
    page.get_by_role("button", name=say["show_layer_after"]).press("Enter")
    expect(rows).to_have_count(len(QAIM))
    expect(rows.locator("summary:focus")).to_have_count(1)  # the card made anew has more buttons
    expect(page).to_have_url(re.compile("layers=after"))
    expect(page.locator(".later")).to_have_count(0)
    page.go_back()
    expect(rows).to_have_count(len(QAIM) - 1)


def test_a_place_that_is_no_crossing_begins_with_its_events_and_folds_how_it_was_found(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?selected=place:damascus").page
    card = page.locator(".reader .card")
    expect(card.locator(".crossing-strip")).to_have_count(0)
    expect(card.locator(".evidence dl")).to_be_hidden()
    order = card.locator(":scope > *").evaluate_all("parts => parts.map((part) => part.classList[0] ?? part.localName)")
    assert order.index("rows") < order.index("evidence") < order.index("copy-bar")
    card.locator(".evidence summary").click()
    expect(card.locator(".evidence dl")).to_contain_text("33.5102, 36.2913")
