"""Finding events by words, and choices in a long list, in whatever spelling they are typed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Dashboard

pytestmark = pytest.mark.browser


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
