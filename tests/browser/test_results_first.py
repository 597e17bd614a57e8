"""A search or a filter shows its results: a card that is not among them closes, and Back brings it back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from app.model.chronology.filtering import sort_events
from app.model.chronology.view import View
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
CARD = "syrian-soldiers-repatriated"
AFTER = "after-rabia-reopens"


def search(words: str) -> Callable[[Page], None]:
    return lambda page: page.locator(".filters .search").fill(words)


def tick(group: str, choice: str, *, on: bool) -> Callable[[Page], None]:
    return lambda page: page.locator(f".filters .{group} [data-choice={choice}] input").set_checked(on)


THEME = next(event.themes[0] for event in the_real_atlas().events if event.id == CARD)
AGREEMENT = next(event.agreement for event in the_real_atlas().events if event.id == CARD)
OUTSIDE: dict[str, tuple[str, Callable[[Page], None]]] = {
    "search": (f"?selected={CARD}", search("Sudani Jordan")),
    "search without any result": (f"?selected={CARD}", search("nothing of the kind")),
    "theme": (f"?selected={CARD}", tick("themes", THEME, on=False)),
    "agreement": (f"?selected={CARD}", tick("agreements", AGREEMENT, on=False)),
    "layer": (f"?selected={AFTER}&layers=after", tick("layers", "after", on=False)),
    "search away from a place": ("?selected=place:aleppo", search("Sudani Jordan")),
}


@pytest.mark.parametrize("case", OUTSIDE)
def test_a_card_that_is_not_among_the_results_gives_way_to_them_and_back_brings_it_back(
    a_visitor: Dashboard, case: str
) -> None:
    query, change = OUTSIDE[case]
    page = a_visitor.open(query).page
    heading = page.locator(".reader .card h2")
    title = heading.inner_text()
    change(page)
    expect(heading).to_have_count(0)
    expect(page).not_to_have_url(re.compile("selected="))
    expect(page.locator(".time-panel .ring")).to_be_hidden()
    assert page.locator(".reader .body").evaluate("(body) => body.scrollTop") == 0
    page.go_back()
    expect(heading).to_have_text(title)
    page.go_forward()
    expect(heading).to_have_count(0)


def test_a_card_that_is_among_the_results_stays_and_so_does_one_out_of_range(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?selected=sudani-visits-jordan").page
    search("Sudani Jordan")(page)
    found = len(sort_events(the_real_atlas(), View(words="Sudani Jordan")).shown)
    expect(page.locator(".reader .count")).to_have_text(re.compile(f"^{found} "))
    expect(page.locator(".reader .card h2")).to_have_text("Sudani visits Jordan")
    typed = page.locator(".typed input[data-side=end]")
    typed.fill("2003-12-31")
    typed.press("Enter")
    expect(page).to_have_url(re.compile("to=2003-12-31"))
    expect(page.locator(".reader .card h2")).to_have_text("Sudani visits Jordan")


def test_the_search_keeps_the_focus_when_it_closes_a_card_and_the_list_starts_at_its_top(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    body = page.locator(".reader .body")
    body.evaluate("(body) => { body.scrollTop = 700; }")
    page.locator(f".reader [data-event={CARD}]").click()
    field = page.locator(".filters .search")
    field.fill("Sudani")
    expect(page.locator(".reader .card")).to_have_count(0)
    expect(field).to_be_focused()
    expect(page.locator(".reader .event-row:visible").first).to_be_in_viewport()
    assert body.evaluate("(body) => body.scrollTop") == 0
