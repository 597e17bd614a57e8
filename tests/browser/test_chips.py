"""What is on, as chips over the list, and the button by which one box alone is ticked."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from app.model.chronology.filtering import sort_events
from app.model.chronology.view import View
from app.words import words
from tests.browser.conftest import DATED, Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
ACTOR = "hamid-al-shatri"
EVERYTHING = (
    f"?words=Damascus&theme=diplomacy,intelligence&actor={ACTOR}&place=damascus&kind=visit"
    "&agreement=confirms,refines,conflicts&layers=after&extent=map&match=certainly&dates=reports"
)
FIELDS = (
    "words",
    "themes",
    "themes",
    "actors",
    "places",
    "kinds",
    "agreements",
    "layers",
    "extent",
    "certainty",
    "basis",
)


def chips(page: Page) -> Locator:
    return page.locator(".reader .chip")


def fields(page: Page) -> tuple[str, ...]:
    found: list[str] = chips(page).evaluate_all("(all) => all.map((one) => one.dataset.field)")
    return tuple(found)


def places_of_the_panels(page: Page) -> list[dict[str, float] | None]:
    panels = (".st-key-map", ".st-key-time", ".reader")
    return [page.locator(panel).first.bounding_box() for panel in panels]  # type: ignore[misc]


def test_there_is_no_chip_where_nothing_is_on_and_none_moves_the_page(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2024-12-01&selected=sudani-visits-jordan").page
    expect(page.locator(".reader h2")).to_be_visible()
    expect(page.locator(".active-filters")).to_be_hidden()
    before = places_of_the_panels(page)
    page.locator(".filters .search").fill("Damascus")
    expect(chips(page)).to_have_text(["Words: Damascus×"])
    page.locator(".filters .themes [data-choice=background] input").uncheck()
    expect(chips(page)).to_have_count(2)
    assert places_of_the_panels(page) == before


@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_that_is_on_has_a_chip_and_each_is_lifted_by_a_click(a_visitor: Dashboard, language: str) -> None:
    page = a_visitor.open(f"{EVERYTHING}&lang={language}").page
    assert fields(page) == FIELDS
    name = the_real_atlas().actors[ACTOR].name
    actor = words(language)["chip_actors"].format(name=name.ar if language == "ar" else name.en)
    expect(page.locator(".chip[data-field=actors] .name")).to_have_text(actor)
    expect(page.locator(".chip[data-field=actors]")).to_have_attribute("aria-label", re.compile(re.escape(actor)))
    for left in range(len(FIELDS) - 1, -1, -1):
        chips(page).nth(left // 2).click()
        expect(chips(page)).to_have_count(left)
    expect(page.locator(".active-filters")).to_be_hidden()
    expect(page.locator(".reader .count")).to_be_focused()
    expect(page).to_have_url(re.compile(rf"/\?({'lang=ar' if language == 'ar' else ''})$|/$"))
    a_visitor.expect_on_map(DATED)
    page.go_back()
    expect(chips(page)).to_have_count(1)


def test_the_delete_key_lifts_a_chip_and_the_focus_goes_to_the_next(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?actor=ahmed-al-sharaa,hamid-al-shatri&place=damascus").page
    chips(page).nth(1).focus()
    page.keyboard.press("Delete")
    expect(chips(page)).to_have_count(2)
    expect(chips(page).nth(1)).to_be_focused()
    expect(chips(page).nth(1)).to_have_attribute("data-field", "places")
    page.keyboard.press("Backspace")
    expect(chips(page)).to_have_count(1)
    expect(chips(page).nth(0)).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?actor=ahmed-al-sharaa$"))


def test_all_is_cleared_at_once_and_back_brings_all_of_it_back(a_visitor: Dashboard) -> None:
    page = a_visitor.open(f"{EVERYTHING}&from=2024-12-01").page
    page.locator(".reader .clear-all").click()
    expect(chips(page)).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/\?from=2024-12-01$"))
    expect(page.locator(".filters .search")).to_have_value("")
    page.go_back()
    expect(chips(page)).to_have_count(len(FIELDS))
    assert fields(page) == FIELDS
    expect(page.locator(".filters .search")).to_have_value("Damascus")


def test_only_ticks_one_box_alone_and_then_all_again(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    theme = page.locator(".filters .themes [data-choice=diplomacy]")
    only = theme.locator(".only")
    theme.locator("input").focus()
    page.keyboard.press("Tab")
    expect(only).to_be_focused()
    page.keyboard.press("Enter")
    a_visitor.expect_on_map(len(sort_events(the_real_atlas(), View(themes=("diplomacy",))).shown))
    expect(page.locator(".filters .themes input:checked")).to_have_count(1)
    expect(only).to_have_text("all")
    expect(only).to_be_focused()
    expect(only).to_have_accessible_name(re.compile("^all: "))
    page.keyboard.press("Enter")
    a_visitor.expect_on_map(DATED)
    expect(only).to_have_text("only")
    page.go_back()
    expect(page.locator(".filters .themes input:checked")).to_have_count(1)
    contested = page.locator(".filters .agreements [data-choice=conflicts]")
    contested.hover()
    contested.locator(".only").click()
    expect(page).to_have_url(re.compile(r"\?theme=diplomacy&agreement=conflicts$"))
    expect(page.locator(".filters .layers .only")).to_have_count(0)


def test_a_name_ticks_its_box_as_the_box_does(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    theme = page.locator(".filters .themes [data-choice=diplomacy]")
    theme.locator(".name").click(position={"x": 4, "y": 4})
    expect(theme.locator("input")).not_to_be_checked()
    expect(page.locator(".chip .name")).to_have_text(["Without: Diplomacy"])
