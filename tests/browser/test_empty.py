"""A view that shows nothing says what stops everything, and undoes exactly that."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import expect

from app.model.chronology.filtering import sort_events
from app.model.chronology.view import LAYERS, View
from app.words import words
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
QUIET = "from=2025-01-10&to=2025-01-20&actor=hamid-al-shatri&kind=visit"
VISITS = View(date(2025, 1, 10), date(2025, 1, 20), actors=("hamid-al-shatri",), kinds=("visit",))


def shown(view: View) -> int:
    return len(sort_events(the_real_atlas(view.layers), view).shown)


def test_a_range_that_empties_the_list_is_undone_and_back_brings_it_back(a_visitor: Dashboard) -> None:
    page = a_visitor.open(f"?{QUIET}").page
    assert shown(VISITS) == 0
    outside = shown(replace(VISITS, start=None, end=None))
    offer = page.locator(".reader .empty .offer[data-offer=range]")
    expect(offer).to_contain_text(f"Outside this range:{outside} events")
    offer.locator("button").click()
    a_visitor.expect_on_map(outside)
    expect(page.locator(".reader .empty")).to_be_hidden()
    expect(page.locator(".reader .count")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?actor=hamid-al-shatri&kind=visit$"))
    page.go_back()
    expect(offer).to_be_visible()


def test_each_filter_that_alone_empties_the_list_is_undone_alone(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?actor=hamid-al-shatri").page
    page.locator(".filters .search").fill("Doha")
    page.locator(".filters .search").press("Enter")
    page.locator(".filters .themes [data-choice=intelligence]").hover()
    page.locator(".filters .themes [data-choice=intelligence] .only").click()
    view = View(themes=("intelligence",), actors=("hamid-al-shatri",), words="Doha")
    assert shown(view) == 0
    offers = page.locator(".reader .empty .offer")
    expect(offers.first).to_be_visible()
    expected = {
        "words": shown(replace(view, words="")),
        "themes": shown(replace(view, themes=())),
        "actors": shown(replace(view, actors=())),
    }
    names = [str(offer.get_attribute("data-offer")) for offer in offers.all()]
    assert names == [name for name, count in sorted(expected.items(), key=lambda each: -each[1]) if count]
    for name in names:
        count = expected[name]
        expect(page.locator(f".offer[data-offer={name}] strong")).to_have_text(re.compile(f"^{count} event"))
    page.locator(".offer[data-offer=words] button").click()
    expect(page.locator(".filters .search")).to_have_value("")
    a_visitor.expect_on_map(expected["words"])
    expect(page).to_have_url(re.compile(r"\?theme=intelligence&actor=hamid-al-shatri$"))


def test_the_nearest_events_are_named_with_their_day_and_a_click_widens_the_range_to_them(a_visitor: Dashboard) -> None:
    page = a_visitor.open(f"?{QUIET}").page
    events = the_real_atlas().events
    before, after = (
        next(each for each in events if each.id == f"shatri-damascus-{which}") for which in ("first", "second")
    )
    for name, event in (("before", before), ("after", after)):
        near = page.locator(f".near[data-near={name}] button")
        expect(near).to_contain_text(event.title.en)
        expect(near.locator("strong")).not_to_be_empty()
    page.locator(".near[data-near=before] button").click()
    expect(page.locator(".card h2")).to_have_text(before.title.en)
    expect(page).to_have_url(re.compile(rf"from=2024-12-26&to=2025-01-20.*selected={before.id}"))
    page.keyboard.press("Escape")
    expect(page.locator(".reader .empty")).to_be_hidden()


def test_a_layer_that_is_off_and_has_what_is_asked_for_is_offered(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    event = next(each for each in the_real_atlas(LAYERS).events if each.layer == "after" and each.span("essay"))
    words_of_it = event.title.en
    page.locator(".filters .search").fill(words_of_it)
    assert shown(View(words=words_of_it)) == 0
    offer = page.locator(".offer[data-offer=layer-after]")
    expect(offer).to_contain_text("After the essay")
    offer.locator("button").click()
    a_visitor.expect_on_map(shown(View(words=words_of_it, layers=("after",))))
    expect(page.locator(".filters .layers [data-choice=after] input")).to_be_checked()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_where_no_single_condition_is_to_blame_all_are_cleared(a_visitor: Dashboard, language: str) -> None:
    page = a_visitor.open(
        f"?lang={language}&from=2025-01-10&to=2025-01-20&words=Doha&theme=diplomacy&actor=hamid-al-shatri"
    ).page
    offers = page.locator(".reader .empty .offer")
    expect(offers).to_have_count(1)
    expect(offers.first).to_contain_text(words(language)["empty_without_filters"])
    offers.first.locator("button").click()
    a_visitor.expect_on_map(shown(View(date(2025, 1, 10), date(2025, 1, 20))))
    expect(page.locator(".active-filters")).to_be_hidden()
    expect(page).to_have_url(re.compile("from=2025-01-10"))
