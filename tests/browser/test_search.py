"""Finding events by words, and choices in a long list, in whatever spelling they are typed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from app.model.chronology.filtering import Partition, sort_events
from app.model.chronology.view import View
from app.words import words
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser


def sorting_of(view: View) -> Partition:
    return sort_events(the_real_atlas(), view)


def opened_lists(visitor: Dashboard) -> Locator:
    filters = visitor.page.locator(".filters")
    if filters.locator("details.more").get_attribute("open") is None:
        filters.locator("details.more > summary").click()
    return filters


@pytest.mark.parametrize(
    ("usual", "typed"),
    [
        ("al-Qa’im", "al-Qaʼim"),
        ("al-Qa’im", "al‑Qa′im"),
        ("al-Qa’im", "Qa´im"),
        ("al-Qa’im", "el\u00a0QAIM"),
        ("al-Qa’im", "\ufeffal-Qa\u2060im"),
        ("القائم", "\u200fالقائم\u200e"),
        ("القائم", "القـايم"),
        ("القائم", "ﺍﻟﻘﺎﺋﻢ"),
    ],
)
def test_a_word_in_another_spelling_finds_the_same_events(
    a_visitor_who_stays: Dashboard, usual: str, typed: str
) -> None:
    page = a_visitor_who_stays.page
    search, count = page.locator(".filters .search"), page.locator(".reader .count")
    search.fill(usual)
    expect(count).to_have_text(re.compile("^[1-9] "))
    found = count.inner_text()
    search.fill("no such word")
    expect(count).to_have_text(re.compile("^0 "))
    search.fill(typed)
    expect(count).to_have_text(found)


@pytest.mark.parametrize(
    ("field", "typed", "found"),
    [
        ("actors", "alsharaa", "Ahmed al-Sharaa"),
        ("actors", "احمد الشرع", "Ahmed al-Sharaa"),
        ("actors", "jolani", "Ahmed al-Sharaa"),
        ("places", "DAMASCUS", "Damascus"),
        ("places", "ﺩﻣﺸﻖ", "Damascus"),
    ],
)
def test_a_long_list_is_narrowed_to_what_has_the_words(
    a_visitor_who_stays: Dashboard, field: str, typed: str, found: str
) -> None:
    group = opened_lists(a_visitor_who_stays).locator(f"fieldset.{field}")
    shown = group.locator(".choice:visible")
    everything = shown.count()
    group.locator(".narrow").fill(typed)
    expect(group.locator(".choice:visible .name", has_text=re.compile(f"^{found}$"))).to_be_visible()
    assert 0 < shown.count() < everything / 4
    group.locator(".narrow").fill("")
    expect(shown).to_have_count(everything)


def test_a_list_without_a_hit_says_so_and_what_is_ticked_stays_in_sight(a_visitor_who_stays: Dashboard) -> None:
    filters = opened_lists(a_visitor_who_stays)
    group = filters.locator("fieldset.actors")
    ticked = group.locator(".choice").first
    ticked.locator("input").check()
    group.locator(".narrow").fill("no such actor")
    expect(group.locator(".choice:visible")).to_have_count(1)
    expect(ticked).to_be_visible()
    filters.locator(".clear").click()
    expect(group.locator(".choice:visible")).to_have_count(0)
    expect(group.locator(".none")).to_be_visible()
    expect(filters.locator("fieldset.kinds .narrow")).to_have_count(0)
    group.locator(".narrow").fill("")


def test_a_list_being_narrowed_keeps_words_and_focus_when_python_brings_another_view(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    page.locator("[data-event=aleppo-captured]").click()
    expect(page).to_have_url(re.compile("selected=aleppo-captured"))
    narrow = opened_lists(a_visitor).locator("fieldset.actors .narrow")
    narrow.fill("sharaa")
    page.evaluate("() => history.back()")
    expect(page.locator(".reader h2")).to_have_count(0)
    a_visitor.settle()
    expect(narrow).to_have_value("sharaa")
    expect(narrow).to_be_focused()


SHATRI = sorting_of(View(actors=("hamid-al-shatri",)))
ANSWERS = [
    ("al-Qa'im", "en", "places", "al-qaim", "al-Qa’im crossing"),
    ("القائم", "en", "places", "al-qaim", "al-Qa’im crossing"),
    ("shatri", "en", "actors", "hamid-al-shatri", "Hamid al-Shatri"),
    ("الشطري", "ar", "actors", "hamid-al-shatri", "حميد الشطري"),
]


@pytest.mark.parametrize(("typed", "language", "field", "key", "name"), ANSWERS)
def test_a_place_or_an_actor_is_an_answer_of_its_own(
    a_visitor: Dashboard, typed: str, language: str, field: str, key: str, name: str
) -> None:
    page = a_visitor.open(f"?lang={language}").page
    page.locator(".filters .search").fill(typed)
    answer = page.locator(f".answers .answer[data-field={field}][data-id={key}]")
    expect(answer.locator(".name")).to_have_text(name)
    heading = words(language)[f"{field}_label"]
    expect(page.get_by_role("group", name=heading).get_by_role("option", name=name)).to_be_visible()
    answer.click()
    expect(page.locator(".filters .search")).to_have_value("")
    expect(page.locator(".filters .search")).to_be_focused()
    expect(page.locator(".answers")).to_be_hidden()
    if field == "places":
        expect(page.locator(".reader .card h2")).to_have_text(name)
        expect(page).to_have_url(re.compile(rf"selected=place:{key}$"))
    else:
        expect(page.locator(".chip")).to_have_attribute("data-id", key)
        a_visitor.expect_on_map(len(SHATRI.shown))
        expect(page.locator(".reader .card")).to_have_count(0)
    a_visitor.settle()
    assert "words=" not in page.url
    page.go_back()
    expect(page.locator(".chip[data-field=actors], .reader .card")).to_have_count(0)


def test_an_answer_says_how_many_events_name_it_dated_and_undated(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    page.locator(".filters .search").fill("hamid al shatri")
    dated, undated = len(SHATRI.shown), len(SHATRI.undated)
    assert undated
    said = f"{dated} dated + {undated} undated = {dated + undated}"
    expect(page.locator(".answer[data-id=hamid-al-shatri] small")).to_have_text(said)


def test_answers_are_chosen_with_the_arrow_keys_and_the_field_keeps_the_focus(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?selected=sudani-visits-jordan").page
    field, answers = page.get_by_role("combobox", name="Search"), page.locator(".answers [role=option]")
    field.click()
    page.keyboard.type("damasc")
    expect(answers.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    count = answers.count()
    page.keyboard.press("ArrowDown")
    expect(answers.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(answers.first.get_attribute("id")))
    page.keyboard.press("ArrowUp")
    expect(page.locator(".answers [aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(answers.nth(count - 1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.locator(".answers")).to_be_hidden()
    expect(field).to_have_value("damasc")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(answers.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator(".reader .card h2")).to_have_text("Damascus")
    expect(field).to_be_focused()
    expect(field).to_have_value("")


def test_enter_looks_up_the_words_at_once_and_leaving_the_field_closes_the_answers(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    field = page.locator(".filters .search")
    field.fill("Damascus")
    field.press("Enter")
    expect(page.locator(".answers")).to_be_hidden()
    expect(page).to_have_url(re.compile("words=Damascus"))
    found = len(sorting_of(View(words="Damascus")).shown)
    a_visitor.expect_on_map(found)
    field.click()
    expect(page.locator(".answers")).to_be_visible()
    field.press("Tab")
    expect(page.locator(".answers")).to_be_hidden()
    a_visitor.settle()
    a_visitor.expect_on_map(found)


def test_answers_lie_over_the_lists_and_move_nothing(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    themes = page.locator(".filters .themes")
    before = themes.bounding_box()
    page.locator(".filters .search").fill("al")
    expect(page.locator(".answers")).to_be_visible()
    assert themes.bounding_box() == before
    box, panel = page.locator(".answers").bounding_box(), page.locator(".filters").bounding_box()
    assert box
    assert panel
    assert panel["x"] <= box["x"] <= box["x"] + box["width"] <= panel["x"] + panel["width"] + 1
