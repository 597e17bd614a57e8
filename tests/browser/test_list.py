"""A person reads the list: what begins in the range, day by day, then what was under way, and what is left out."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.model.chronology.entities import Event
from app.model.chronology.filtering import sort_events
from app.model.chronology.subject import begins_in_range
from app.model.chronology.view import View
from app.model.tables.loader import load_atlas
from tests.bench.many_events import write_many_events
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
ATLAS = the_real_atlas()
FALL = View(start=date(2024, 12, 8), end=date(2024, 12, 20))
ADDRESS = f"?from={FALL.start}&to={FALL.end}"
MAIN, FOLD = ".reader .body > .rows", ".reader .under-way"


def in_order(events: list[Event]) -> list[Event]:
    """Return dated events as the list has them: by first day, those of one day in the order of the table."""
    return sorted(events, key=lambda event: event.span("essay").earliest)  # type: ignore[union-attr] # shown events are dated


SHOWN = in_order(list(sort_events(ATLAS, FALL).shown))
BEGINNING = [event for event in SHOWN if begins_in_range(event, FALL)]
UNDER_WAY = [event for event in SHOWN if event not in BEGINNING]


def events_of(page: Page, box: str) -> list[str]:
    rows = page.locator(f"{box} .row:not([hidden]) .event-row")
    found: list[str] = rows.evaluate_all("rows => rows.map((row) => row.dataset.event)")
    return found


def test_the_list_of_a_range_begins_with_what_began_on_its_first_day_and_says_where(a_visitor: Dashboard) -> None:
    page = a_visitor.open(ADDRESS).page
    first = BEGINNING[0].span("essay")
    assert first
    assert first.earliest == FALL.start
    assert events_of(page, MAIN) == [event.id for event in BEGINNING]
    expect(page.locator(".list-heading")).to_have_text(f"Began in this range ({len(BEGINNING)})")
    for event, row in zip(BEGINNING, page.locator(f"{MAIN} .row").all(), strict=True):
        places = [key for key in dict.fromkeys((event.from_place, *event.places)) if key]
        assert row.locator(".place-filter").all_inner_texts() == [ATLAS.places[key].name.en for key in places]
        assert ("\u00a0→ " in row.locator(".under").inner_text()) == bool(event.from_place)
    days = [event.span("essay").earliest for event in BEGINNING]  # type: ignore[union-attr] # shown events are dated
    again = [day == before for day, before in zip(days, [None, *days], strict=False)]
    assert any(again)
    rows = page.locator(f"{MAIN} .row")
    assert rows.evaluate_all("rows => rows.map((row) => row.classList.contains('same-day'))") == again
    a_visitor.expect_count(FALL)


def test_an_arrow_points_the_way_that_is_read(a_visitor: Dashboard) -> None:
    page = a_visitor.open(f"{ADDRESS}&lang=ar").page
    journey = next(event for event in BEGINNING if event.from_place)
    under = page.locator(f"{MAIN} .row", has=page.locator(f"[data-event={journey.id}]")).locator(".under")
    names = [ATLAS.places[key].name.ar for key in (journey.from_place, journey.places[0])]
    expect(under).to_contain_text("\u00a0← ".join(names))


def test_what_is_under_way_is_folded_with_its_number_and_stays_as_the_reader_left_it(a_visitor: Dashboard) -> None:
    page = a_visitor.open(ADDRESS).page
    summary = page.locator(f"{FOLD} summary")
    expect(summary).to_have_text(f"Under way ({len(UNDER_WAY)})")
    expect(page.locator(f"{FOLD} .event-row").first).to_be_hidden()
    summary.click()
    expect(page.locator(f"{FOLD} .event-row:visible")).to_have_count(len(UNDER_WAY))
    assert events_of(page, FOLD) == [event.id for event in UNDER_WAY]
    page.locator(".language").click()
    expect(summary).to_contain_text("جارية من قبل")
    expect(page.locator(f"{FOLD} .event-row").first).to_be_visible()
    page.locator(f"{FOLD} .event-row").first.click()
    expect(page.locator(".reader h2")).to_have_text(UNDER_WAY[0].title.ar)
    page.locator(".language").click()
    page.locator(".back").press("Enter")
    expect(page.locator(f"[data-event={UNDER_WAY[0].id}]:visible")).to_be_focused()
    summary.click()
    page.locator(f"[data-event={BEGINNING[0].id}]").click()
    a_visitor.page.evaluate("(id) => atlases.page.atlas.then((atlas) => atlas.select(id))", UNDER_WAY[0].id)
    expect(page.locator(".reader h2")).to_have_text(UNDER_WAY[0].title.en)
    page.locator(".back").press("Enter")
    expect(summary).to_be_focused()
    expect(page.locator(f"{FOLD} .event-row").first).to_be_hidden()


def test_with_the_whole_span_everything_begins_and_with_an_empty_day_what_is_under_way_is_all(
    a_visitor: Dashboard,
) -> None:
    page = a_visitor.open().page
    expect(page.locator(".list-heading")).to_be_hidden()
    expect(page.locator(FOLD)).to_be_hidden()
    day = date(2025, 2, 3)
    view = View(start=day, end=day)
    shown = in_order(list(sort_events(ATLAS, view).shown))
    assert shown
    assert not [event for event in shown if begins_in_range(event, view)]
    a_visitor.choose(day, day)
    expect(page.get_by_text("Nothing begins in this range.")).to_be_visible()
    expect(page.locator(".list-heading")).to_have_text(f"Under way ({len(shown)})")
    assert events_of(page, MAIN) == [event.id for event in shown]
    expect(page.locator(FOLD)).to_be_hidden()
    a_visitor.expect_count(view)


def test_a_place_in_a_row_is_its_filter_and_back_undoes_it(a_visitor: Dashboard) -> None:
    page = a_visitor.open(ADDRESS).page
    place = page.locator(f"{MAIN} .place-filter", has_text=re.compile("^Baghdad$")).first
    assert place.get_attribute("title") == "Show only: Baghdad"
    place.click()
    expect(page).to_have_url(re.compile("place=baghdad"))
    expect(page.locator(".reader .card")).to_have_count(0)
    a_visitor.expect_count(View(start=FALL.start, end=FALL.end, places=("baghdad",)))
    page.go_back()
    a_visitor.expect_count(FALL)


def test_the_foot_names_in_one_line_only_what_is_left_out(a_visitor: Dashboard) -> None:
    page = a_visitor.open(ADDRESS).page
    foot = page.locator(".reader footer")
    sorting = sort_events(ATLAS, FALL)
    assert [span.get_attribute("class") for span in foot.locator("span").all()] == ["outside_range", "undated"]
    expect(foot.locator(".outside_range")).to_have_text(f"{len(sorting.outside_range)} outside the range")
    box = foot.bounding_box()
    assert box
    assert box["height"] < 40
    undated = [event.themes for event in sorting.undated]
    theme = next(key for key in ATLAS.themes if not any(key in themes for themes in undated))
    page.evaluate(
        "(theme) => atlases.page.atlas.then((atlas) => atlas.view.set({ themes: [theme], start: null, end: null }))",
        theme,
    )
    expect(foot.locator("span")).to_have_text([re.compile("filtered out$")])


def test_of_two_thousand_events_both_lists_have_in_the_page_what_is_in_sight(
    an_editors_dashboard: tuple[Dashboard, Path],
) -> None:
    visitor, folder = an_editors_dashboard
    write_many_events(folder, 2_000)
    atlas = load_atlas(folder).with_layers(())
    view = View(start=date(2024, 12, 8), end=date(2025, 4, 30))
    shown = sort_events(atlas, view).shown
    beginning = [event for event in shown if begins_in_range(event, view)]
    page = visitor.open(f"?from={view.start}&to={view.end}").page
    expect(page.locator(".list-heading")).to_have_text(f"Began in this range ({len(beginning)})")
    rows = page.locator(f"{FOLD} .row")
    expect(page.locator(f"{FOLD} summary")).to_have_text(f"Under way ({len(shown) - len(beginning)})")
    expect(rows).to_have_count(0)
    page.locator(f"{FOLD} summary").click()
    page.locator(".reader .body").evaluate("(body) => { body.scrollTop = body.querySelector('.under-way').offsetTop; }")
    expect(rows.first).to_be_in_viewport()
    assert 5 < page.locator(".reader .row").count() < len(shown) / 4
    assert rows.count() < len(shown) - len(beginning)
    last = rows.first
    last.locator(".event-row").click()
    expect(page.locator(".reader h2")).to_be_visible()
    page.locator(".back").press("Enter")
    expect(page.locator(f"{FOLD} .event-row:focus")).to_be_in_viewport()
