"""One number means one thing: Explore, the essay's page, Disagreements and a deck count agreements alike."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from playwright.sync_api import Page, expect

from app.model.chronology.disagreements import count_agreements, disagreements
from app.model.chronology.filtering import sort_events
from app.model.chronology.view import AGREEMENTS, LAYERS, View
from app.slides.html.covers import closing, opening
from app.slides.slide import Slide, of_chapter
from app.words import words
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
ATLAS = the_real_atlas()
Counts = dict[str, tuple[int, ...]]


def counts_in(text: str, language: str) -> Counts:
    """Return the numbers that a text gives for each agreement: dated, undated and all, or all alone."""
    found: Counts = {}
    for agreement in AGREEMENTS:
        label = re.escape(words(language)[f"agreement_{agreement}"])
        (said,) = re.findall(rf"{label}: ([^·()]*)", text)
        found[agreement] = tuple(int(number) for number in re.findall(r"\d+", said))
    return found


def counts_of_the_legend(page: Page) -> Counts:
    found: Counts = {}
    for agreement in AGREEMENTS:
        row = page.locator(f".filters .agreements [data-choice={agreement}]")
        expect(row.locator(".counter")).not_to_be_empty()
        split = tuple(int(number) for number in re.findall(r"\d+", row.locator(".split").inner_text()))
        counter = int(row.locator(".counter").inner_text())
        found[agreement] = split or (counter,)
        assert found[agreement][-1] == counter
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
def test_explore_essay_disagreements_and_deck_give_the_same_counts(a_visitor: Dashboard, language: str) -> None:
    expected = {
        each.agreement: (each.dated, each.undated, each.total) if each.undated else (each.total,)
        for each in count_agreements(ATLAS.events)
    }
    page = a_visitor.open(f"?lang={language}").page
    assert counts_of_the_legend(page) == expected
    a_visitor.open(f"?lang={language}", page="essay")
    assert counts_in(page.locator(".essay header .tally").inner_text(), language) == expected
    a_visitor.open(f"?lang={language}", page="disagreements")
    assert counts_in(page.locator(".disagreements header .counts").inner_text(), language) == expected
    expect(page.locator(".disagreement")).to_have_count(len(disagreements(ATLAS)))
    why = page.locator(".disagreements header .why").inner_text()
    listed, contested, partly = (int(number) for number in re.findall(r"\d+", why))
    assert listed == contested + partly == len(disagreements(ATLAS))
    assert contested == expected["conflicts"][-1]
    # The opening says the same, and why its number is not the one of the legend.
    a_visitor.open(f"?lang={language}")
    page.locator(".filters .what").click()
    note = page.locator(".opening .door.disputed span").inner_text()
    assert [int(number) for number in re.findall(r"\d+", note)] == [listed, len(ATLAS.events), contested, partly]
    whole = the_real_atlas(LAYERS)
    deck = [of_chapter(Slide(View(language=language)), chapter) for chapter in whole.chapters]
    assert counts_in(opening(whole, deck).lines[-1], language) == expected
    assert counts_in("\n".join(text for _, text in closing(whole, deck).rows), language) == expected


def test_the_legend_counts_what_is_dated_in_range_and_what_is_undated(a_visitor: Dashboard) -> None:
    chapter = ATLAS.chapters[2]
    page = a_visitor.open(f"?from={chapter.start}&to={chapter.end}").page
    sorting = sort_events(ATLAS, View(chapter.start, chapter.end))
    for count in count_agreements([*sorting.shown, *sorting.undated]):
        row = page.locator(f".filters .agreements [data-choice={count.agreement}]")
        expect(row.locator(".counter")).to_have_text(str(count.total))
        split = f"{count.dated} dated + {count.undated} undated = {count.total}" if count.undated else ""
        expect(row.locator(".split")).to_have_text(split)


def test_a_places_card_says_why_its_list_is_longer_than_its_ring(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?selected=place:baghdad").page
    shown = sort_events(ATLAS, View()).shown
    here = sum(event.places[:1] == ("baghdad",) for event in shown)
    named = sum("baghdad" in (*event.places, event.from_place) for event in shown)
    assert 0 < here < named
    expect(a_visitor.map.locator(".atlas-place[data-place=baghdad] text")).to_have_text(str(here))
    split = page.locator(".card .split")
    expect(split).to_have_text(re.compile(rf"^{here} .* {named - here} .* = {named}$"))
    expect(page.locator(".card .event-row:visible")).to_have_count(named)
    # Where ring and list are the same there is nothing to explain.
    first = Counter(event.places[0] for event in shown if event.places)
    named_at = Counter(key for event in shown for key in {*event.places, event.from_place})
    same = next(key for key in first if first[key] == named_at[key])
    a_visitor.open(f"?selected=place:{same}")
    expect(page.locator(".card h2")).to_have_text(ATLAS.places[same].name.en)
    expect(page.locator(".card .split")).to_be_hidden()
