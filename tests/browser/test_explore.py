"""A person opens Explore, moves the slider, filters, and clicks."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from app.model.chronology.filtering import sort_events
from app.model.chronology.view import View
from app.views.timeline.scale import scale_of
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
ATLAS = the_real_atlas()
RANGES = [
    (date(2024, 11, 27), date(2024, 12, 26)),
    (date(2024, 12, 8), date(2024, 12, 8)),
    (date(2003, 4, 9), date(2014, 6, 30)),
    (date(2025, 4, 1), date(2025, 5, 31)),
]


def test_the_first_view_shows_every_dated_event_on_map_timeline_and_list(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    sorting = sort_events(ATLAS, View())
    assert a_visitor.count() == f"{len(sorting.shown)} of {len(ATLAS.events)} events"
    a_visitor.expect_on_map(len(sorting.shown))
    points = page.evaluate(
        "document.querySelector('.st-key-time-panel').querySelector('[data-testid=stBidiComponentIsolated]')"
        ".shadowRoot.querySelectorAll('.points path.point, .barlayer .point').length"
    )
    assert points >= len(sorting.shown)
    assert page.locator(".reader .event-row:visible").count() == len(sorting.shown) + len(sorting.undated)
    assert page.locator(".reader footer .undated").inner_text() == f"{len(sorting.undated)} undated"


def test_the_slider_moved_by_keyboard_changes_map_timeline_and_list(a_visitor_who_stays: Dashboard) -> None:
    page = a_visitor_who_stays.page
    a_visitor_who_stays.choose("2024-12-08", "2025-05-31")
    before = a_visitor_who_stays.shown_on_map()
    veil_before = page.locator(".veil.before").bounding_box()
    thumb = page.locator(".thumb[data-side=start]")
    thumb.focus()
    for _ in range(3):
        thumb.press("PageUp")
    expect(page.locator(".reader .range")).to_contain_text("8 Mar 2025")
    view = View(start=date(2025, 3, 8), end=date(2025, 5, 31))
    expected = len(sort_events(ATLAS, view).shown)
    a_visitor_who_stays.expect_count(view)
    a_visitor_who_stays.expect_on_map(expected)
    assert expected < before
    veil_after = page.locator(".veil.before").bounding_box()
    assert veil_before
    assert veil_after
    assert veil_after["width"] > veil_before["width"]
    expect(page).to_have_url(re.compile("from=2025-03-08"))


def test_arrows_move_by_day_and_home_and_end_to_the_ends(a_visitor_who_stays: Dashboard) -> None:
    page = a_visitor_who_stays.page
    a_visitor_who_stays.choose("2024-12-08", "2025-05-31")
    thumb = page.locator(".thumb[data-side=start]")
    thumb.focus()
    thumb.press("ArrowRight")
    expect(thumb).to_have_attribute("aria-valuetext", "9 Dec 2024")
    thumb.press("ArrowLeft")
    thumb.press("ArrowLeft")
    expect(thumb).to_have_attribute("aria-valuetext", "7 Dec 2024")
    thumb.press("Home")
    expect(page.locator(".typed input[data-side=start]")).to_have_value("1969-07-01")
    thumb.press("End")
    expect(page.locator(".typed input[data-side=end]")).to_have_value(scale_of(the_real_atlas()).last.isoformat())


def test_the_browser_counts_what_python_counts(a_visitor_who_stays: Dashboard) -> None:
    page = a_visitor_who_stays.page
    for start, end in RANGES:
        a_visitor_who_stays.choose(start, end)
        sorting = sort_events(ATLAS, View(start=start, end=end))
        a_visitor_who_stays.expect_count(View(start=start, end=end))
        a_visitor_who_stays.expect_on_map(len(sorting.shown))
        rows = page.locator(".reader .body > :is(.rows, .under-way) .row:not([hidden]) .event-row")
        expect(rows).to_have_count(len(sorting.shown))  # rows follow a little later
        assert set(rows.evaluate_all("rows => rows.map((row) => row.dataset.event)")) == {
            event.id for event in sorting.shown
        }


def test_the_browser_counts_what_is_certainly_in_range_as_python_does(a_visitor: Dashboard) -> None:
    start, end = RANGES[0]
    a_visitor.open(f"?from={start}&to={end}&match=certainly")
    view = View(start=start, end=end, certainty="certainly")
    sorting = sort_events(ATLAS, view)
    assert len(sorting.shown) < len(sort_events(ATLAS, View(start=start, end=end)).shown)
    a_visitor.expect_count(view)
    a_visitor.expect_on_map(len(sorting.shown))


def test_typed_dates_move_the_range_and_impossible_ones_are_refused_with_a_word(a_visitor_who_stays: Dashboard) -> None:
    page = a_visitor_who_stays.page
    start, end = page.locator(".typed input[data-side=start]"), page.locator(".typed input[data-side=end]")
    start.fill("2024-13-01")
    start.press("Enter")
    expect(page.locator(".complaint")).to_contain_text("does not exist")
    start.fill("2024-12-01")
    start.press("Enter")
    expect(page.locator(".complaint")).to_be_empty()
    expect(page.locator(".reader .range")).to_contain_text("1 Dec 2024")
    end.fill("2024-11-01")
    end.press("Enter")
    expect(page.locator(".complaint")).to_contain_text("end before it begins")


def test_dragging_the_window_keeps_its_length_and_the_map_is_not_loaded_again(a_visitor_who_stays: Dashboard) -> None:
    page = a_visitor_who_stays.page
    a_visitor_who_stays.choose("2025-01-01", "2025-02-01")
    a_visitor_who_stays.map.locator("html").evaluate("() => { window.stillTheSame = true; }")
    box = page.locator(".fill").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 150, box["y"] + 2, steps=8)
    page.mouse.up()
    expect(page.locator(".typed input[data-side=start]")).not_to_have_value("2025-01-01")
    a_visitor_who_stays.settle()
    values = [page.locator(f".typed input[data-side={side}]").input_value() for side in ("start", "end")]
    first, last = (date.fromisoformat(value) for value in values)
    assert abs((last - first).days - 31) <= 1
    expect(page).to_have_url(re.compile(f"from={first}"))
    assert a_visitor_who_stays.map.locator("html").evaluate("() => window.stillTheSame")


def test_unticking_themes_filters_map_list_and_counts_and_clearing_brings_all_back(
    a_visitor_who_stays: Dashboard,
) -> None:
    page = a_visitor_who_stays.page
    for theme in list(ATLAS.themes)[1:]:
        page.locator(f".themes [data-choice={theme}] input").uncheck()
    expected = sort_events(ATLAS, View(themes=("collapse",)))
    expect(page.locator(".reader .count")).to_have_text(f"{len(expected.shown)} of {len(ATLAS.events)} events")
    expect(page.locator(".reader footer .filtered_out")).to_have_text(f"{len(expected.filtered_out)} filtered out")
    expect(a_visitor_who_stays.map.locator("html")).to_have_attribute("data-shown", str(len(expected.shown)))
    expect(page).to_have_url(re.compile("theme=collapse"))
    page.locator(".filters .clear").click()
    expect(page.locator(".reader footer .filtered_out")).to_have_count(0)


def test_the_search_finds_names_in_either_script(a_visitor_who_stays: Dashboard) -> None:
    page = a_visitor_who_stays.page
    for typed in ("shatri", "الشطري"):
        page.locator(".filters .search").fill(typed)
        expected = sort_events(ATLAS, View(words=typed))
        assert expected.shown
        expect(page.locator(".reader .count")).to_have_text(f"{len(expected.shown)} of {len(ATLAS.events)} events")


def test_a_marker_clicked_opens_its_place_with_coordinates_source_and_events(a_visitor_who_stays: Dashboard) -> None:
    page = a_visitor_who_stays.page
    a_visitor_who_stays.map.locator("[data-place=baghdad]").click()
    card = page.locator(".reader .card")
    expect(card.locator("h2")).to_have_text("Baghdad")
    expect(card).to_contain_text("33.3406, 44.4009")
    expect(card).to_contain_text("GeoNames 98182")
    expect(card).to_contain_text("places.csv")
    expect(page).to_have_url(re.compile("selected=place"))


def test_a_timeline_mark_clicked_opens_its_card_with_paragraph_and_reports(a_visitor_who_stays: Dashboard) -> None:
    page = a_visitor_who_stays.page
    a_visitor_who_stays.click_mark("shatri-damascus-first")
    card = page.locator(".reader .card")
    expect(card.locator("h2")).to_have_text("Al-Shatri’s first visit to Damascus")
    expect(card).to_contain_text("Reports confirm the essay")
    fold = card.locator(".paragraph").first
    fold.locator("summary").click()
    expect(fold.locator("blockquote")).to_contain_text("Hamid al-Shatri arrived in Damascus")
    link = card.locator(".report a").first
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert (link.get_attribute("href") or "").startswith("http")
    expect(card).to_contain_text("events.csv")


def test_a_list_row_clicked_selects_the_same_event_on_map_and_timeline(a_visitor_who_stays: Dashboard) -> None:
    page = a_visitor_who_stays.page
    page.locator("[data-event=aleppo-captured]").click()
    expect(page.locator(".reader h2")).to_have_text("Opposition forces capture Aleppo")
    expect(page.locator(".time-panel .ring")).to_be_visible()
    expect(a_visitor_who_stays.map.locator("[data-place=aleppo] circle[stroke]")).to_have_count(1)
    page.get_by_label("Next event").click()
    expect(page.locator(".reader h2")).not_to_have_text("Opposition forces capture Aleppo")
    page.locator(".back").click()
    expect(page.locator(".reader .event-row").first).to_be_visible()


def test_dates_as_reports_have_them_move_the_marks(a_visitor_who_stays: Dashboard) -> None:
    page = a_visitor_who_stays.page
    a_visitor_who_stays.choose("2025-01-02", "2025-01-05")
    before = a_visitor_who_stays.shown_on_map()
    page.locator(".basis span", has_text="reports").click()
    view = View(start=date(2025, 1, 2), end=date(2025, 1, 5), basis="reports")
    a_visitor_who_stays.expect_count(view)
    assert len(sort_events(ATLAS, view).shown) != before
    expect(page).to_have_url(re.compile("dates=reports"))


def test_a_copied_address_opens_the_same_view_and_a_spoilt_one_is_noted(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2024-13-40&agreement=conflicts&selected=aleppo-captured").page
    expect(page.get_by_text("Part of the link could not be read")).to_be_visible()
    expect(page.locator(".reader h2")).to_have_text("Opposition forces capture Aleppo")
    expected = sort_events(ATLAS, View(agreements=("conflicts",)))
    expect(page.locator(".reader .count")).to_have_text(f"{len(expected.shown)} of {len(ATLAS.events)} events")


@pytest.mark.parametrize("side", ["start", "end"])
def test_a_thumb_dragged_with_the_mouse_moves_both_views_while_it_is_held(
    a_visitor_who_stays: Dashboard, side: str
) -> None:
    page = a_visitor_who_stays.page
    whole = a_visitor_who_stays.count()
    track = page.locator(".track").bounding_box()
    assert track
    x = track["x"] + (1 if side == "start" else track["width"] - 1)
    thumb = page.locator(f".thumb[data-side={side}]").bounding_box()
    assert thumb
    middle_y = thumb["y"] + thumb["height"] / 2
    page.mouse.move(x, middle_y)
    page.mouse.down()
    page.mouse.move(track["x"] + track["width"] / 2, middle_y, steps=12)
    expect(page.locator(".reader .count")).not_to_have_text(whole)
    a_visitor_who_stays.quiet(100)
    held = a_visitor_who_stays.count()
    expect(page.locator(".reader .count")).to_have_attribute("data-shown", str(a_visitor_who_stays.shown_on_map()))
    assert page.url.endswith("/")
    page.mouse.up()
    expect(page).to_have_url(re.compile("from=" if side == "start" else "to="))
    expect(page.locator(".reader .count")).to_have_text(held)
