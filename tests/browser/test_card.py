"""A person reads a card: what it says, what it copies, where it leads, and what it keeps while the range moves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from app.model.chronology.entities import Event
from app.model.chronology.filtering import sort_events
from app.model.chronology.view import View
from app.words import words
from tests.browser.conftest import Dashboard, watched_page
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
ATLAS = the_real_atlas()
COAST = next(event for event in ATLAS.events if event.id == "coastal-violence")
TEXTS = "**/cards/*/*.json"
"""Addresses of the texts of cards."""
PANEL = "document.querySelector('.st-key-details-panel [data-testid=stBidiComponentIsolated]').shadowRoot"


@pytest.fixture(scope="module")
def the_card_of_the_coast(warm_browser: BrowserContext, the_dashboards_address: str) -> Iterator[Page]:
    """Yield Explore with the card of one contested event, in a browser that lets pages copy."""
    page = watched_page(warm_browser, the_dashboards_address).open(f"?selected={COAST.id}").page
    yield page
    page.close()


def in_order(view: View) -> list[Event]:
    """Return what a view shows, as the cards step through it."""
    return sorted(sort_events(ATLAS, view).shown, key=lambda event: event.span(view.basis).earliest)  # type: ignore[union-attr] # shown events are dated


def test_a_card_says_when_where_who_and_what_is_contested(the_card_of_the_coast: Page) -> None:
    card = the_card_of_the_coast.locator(".reader .card")
    expect(card.locator(".kicker")).to_have_text("Collapse of the regime · event")
    assert card.locator(".facts dt").all_inner_texts() == ["Essay", "Reports", "Where", "Who"]
    expect(card.locator(".facts dd").first).to_have_text("10 March 2025currently sets its place on the timeline")
    expect(card.locator(".facts dd").nth(1)).to_have_text("6 March 2025 to 10 March 2025")
    comparison = card.locator(".agreement")
    expect(comparison.locator("strong")).to_have_text("Reports contradict the essay")
    assert comparison.locator("h3").all_inner_texts() == ["THE ESSAY SAYS", "WHAT REPORTS SAY"]
    expect(comparison).to_contain_text(COAST.summary.en)
    expect(comparison).to_contain_text(COAST.difference.en)
    assert card.locator(".place .link").all_inner_texts() == [ATLAS.places[key].name.en for key in COAST.places]
    evidence = card.locator(".evidence")
    expect(evidence.locator("summary")).to_have_text("How we know where it is")
    expect(evidence.locator("dl").first).to_be_hidden()
    expect(evidence.locator("dl").first).to_contain_text("35.2100, 36.0000covers 49 km around this point")
    expect(evidence.locator("dl").nth(1)).to_contain_text("GeoNames 173576")
    parts = card.locator(":scope > *").evaluate_all("parts => parts.map((part) => part.classList[0] ?? part.localName)")
    assert parts.index("facts") < parts.index("agreement") < parts.index("report") < parts.index("evidence")
    roles = [ATLAS.actors[key].role.en for key in COAST.actors]
    assert all(roles)
    for line, role in zip(card.locator(".actor small").all(), roles, strict=True):
        expect(line).to_contain_text(role)


def test_citations_and_paragraphs_are_links(the_card_of_the_coast: Page) -> None:
    card = the_card_of_the_coast.locator(".reader .card")
    citations = card.locator(".report a").all()
    assert [link.get_attribute("href") for link in citations] == [report.url for report in COAST.reports]
    assert {link.get_attribute("rel") for link in citations} == {"noopener noreferrer"}
    address = urlsplit(card.locator(".to-paragraph").get_attribute("href") or "")
    assert address.path == "./essay"
    assert parse_qs(address.query) == {"paragraph": ["20"], "selected": [COAST.id]}


def test_a_card_is_copied_as_text_and_as_citation(the_card_of_the_coast: Page) -> None:
    page = the_card_of_the_coast
    page.locator(".copy-text").click()
    expect(page.locator(".copied")).to_have_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    lines = text.split("\n")
    assert lines[0] == COAST.title.en
    assert "Essay: 10 March 2025 (currently sets its place on the timeline)" in lines
    assert f"The essay says (para. 20): {COAST.summary.en}" in lines
    assert f"What reports say: {COAST.difference.en}" in lines
    assert "Where: Latakia: 35.5312, 35.7909 ± 5 km (GeoNames 173576) · named by reports only" in lines
    assert urlsplit(lines[-1].removeprefix("This view: ")).query == f"selected={COAST.id}"
    page.locator(".copy-citation").click()
    page.wait_for_function("async (text) => (await navigator.clipboard.readText()) !== text", arg=text)
    own, essay, *reports = page.evaluate("navigator.clipboard.readText()").split("\n")
    say = words("en")
    assert own.startswith(f"“{COAST.title.en}”, an event in {say['app_title']}: {say['app_subtitle']}. Version ")
    assert f"/?selected={COAST.id} (" in own
    assert essay.startswith("“Iraq-Syria Relations in the Post-Assad Era”, Jordanian Politics and Society magazine")
    assert essay.endswith("Politics and Society Institute, para. 20.")
    assert len(reports) == len(COAST.reports)
    assert reports[1] == (
        "Hurriyet Daily News, “Syria announces end of operation against Assad loyalists”, 10 March 2025. "
        "https://www.hurriyetdailynews.com/syria-announces-end-of-operation-against-assad-loyalists-206719"
    )
    expect(page.locator(".copied")).to_be_empty()


def test_the_link_that_is_copied_opens_this_view(the_card_of_the_coast: Page) -> None:
    page = the_card_of_the_coast
    page.locator(".copy-link").click()
    expect(page.locator(".copied")).to_have_text("Copied")
    page.wait_for_function("async () => (await navigator.clipboard.readText()) === location.href")
    expect(page.locator(".copied")).to_be_empty()


def test_where_the_browser_forbids_copying_the_text_is_shown_to_be_selected(the_card_of_the_coast: Page) -> None:
    page = the_card_of_the_coast
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })")
    page.locator(".copy-text").click()
    expect(page.locator(".copied")).to_have_text("Copied")  # by the old command
    page.evaluate("document.execCommand = () => false")
    page.locator(".copy-text").click()
    assert page.locator(".by-hand textarea").input_value().startswith(COAST.title.en)
    assert page.evaluate(f"{PANEL}.activeElement.tagName") == "TEXTAREA"


def test_open_folds_stay_open_in_another_language(the_card_of_the_coast: Page) -> None:
    page = the_card_of_the_coast
    page.locator(".paragraph summary").click()
    page.locator(".evidence summary").click()
    page.locator(".language").click()
    expect(page.locator(".reader h2")).to_have_text(COAST.title.ar)
    expect(page.locator(".paragraph blockquote")).to_be_visible()
    assert page.locator(".reader details").evaluate_all("folds => folds.map((fold) => fold.open)").count(True) == 2
    expect(page.locator(".coordinates").first).to_have_attribute("dir", "ltr")
    assert "lang=ar" in (page.locator(".to-paragraph").get_attribute("href") or "")
    page.locator(".language").click()
    expect(page.locator(".reader h2")).to_have_text(COAST.title.en)


def test_rows_speak_of_disagreement_and_the_count_is_read_out_when_it_rests(
    the_card_of_the_coast: Page,
) -> None:
    page = the_card_of_the_coast
    page.locator(".back").click()
    contested = page.locator(".event-row", has=page.locator(".contested")).first
    assert contested.inner_text().endswith("reports disagree")

    status = page.locator(".reader header [role=status]")
    status.evaluate(
        """(told) => {
          window.told = 0;
          new MutationObserver(() => { window.told += 1; }).observe(told, { childList: true });
        }"""
    )
    thumb = page.locator(".thumb[data-side=start]")
    # All in one go: with pauses between the keys the count comes to rest more than once.
    thumb.evaluate(
        """(thumb) => {
          const pressed = () => new KeyboardEvent("keydown", { key: "PageUp" });
          for (let press = 0; press < 8; press += 1) thumb.dispatchEvent(pressed());
        }"""
    )
    expect(page.locator(".reader .range")).to_contain_text("1 Mar 1970 – ")
    expect(status).to_contain_text("1 Mar 1970 – ")
    expect(status).to_contain_text(page.locator(".reader .count").inner_text())
    assert 1 <= page.evaluate("window.told") < 8
    page.locator(".whole").click()
    page.locator(f"[data-event={COAST.id}]").click()


def test_previous_and_next_and_the_events_of_a_place_follow_the_range(a_visitor: Dashboard) -> None:
    page = a_visitor.open(f"?selected={COAST.id}").page
    heading = page.locator(".reader h2")
    before, after = page.get_by_label("Previous event"), page.get_by_label("Next event")
    start, end = page.locator(".typed input[data-side=start]"), page.locator(".typed input[data-side=end]")
    end.fill("2025-03-10")
    end.press("Enter")
    order = in_order(View(end=date(2025, 3, 10)))
    at = order.index(COAST)
    a_visitor.expect_count(View(end=date(2025, 3, 10)))
    expect(after).to_be_enabled() if order[at + 1 :] else expect(after).to_be_disabled()
    start.fill("2025-03-10")
    start.press("Enter")
    order = in_order(View(start=date(2025, 3, 10), end=date(2025, 3, 10)))
    at = order.index(COAST)
    expect(page.locator(".reader .range")).to_have_text("10 Mar 2025 – 10 Mar 2025")
    expect(before).to_be_enabled()
    before.click()
    expect(heading).to_have_text(order[at - 1].title.en)
    page.locator(".place .link").first.click()
    place = order[at - 1].places[0]
    expect(heading).to_have_text(ATLAS.places[place].name.en)
    for first, last in ((date(2025, 3, 10), date(2025, 3, 10)), (date(2024, 12, 8), date(2025, 3, 10))):
        start.fill(first.isoformat())
        start.press("Enter")
        here = [event for event in in_order(View(start=first, end=last)) if place in (*event.places, event.from_place)]
        expect(page.locator(".reader .event-row:visible")).to_have_count(len(here))
        expect(page.locator(".reader h3 .quiet")).to_contain_text(f"({len(here)} of ")


def test_the_focus_follows_a_reader_without_a_mouse(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    row = page.locator("[data-event=aleppo-captured]")
    row.focus()
    row.press("Enter")
    expect(page.locator(".reader .back")).to_be_focused()
    expect(page.locator(".reader header [role=status]")).to_have_text("Opposition forces capture Aleppo")
    page.get_by_label("Next event").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".reader h2")).not_to_have_text("Opposition forces capture Aleppo")
    expect(page.get_by_label("Next event")).to_be_focused()
    page.get_by_label("Previous event").press("Enter")
    expect(page.locator(".reader h2")).to_have_text("Opposition forces capture Aleppo")
    page.locator(".back").press("Enter")
    expect(row).to_be_focused()


def test_a_card_shows_its_head_at_once_and_its_texts_as_soon_as_the_server_gives_them(a_visitor: Dashboard) -> None:
    page = a_visitor.page
    page.route(TEXTS, lambda route: route.abort())
    a_visitor.open(f"?selected={COAST.id}")
    card = page.locator(".reader .card")
    expect(card.locator("h2")).to_have_text(COAST.title.en)
    expect(card.locator(".facts dd").nth(1)).to_have_text("6 March 2025 to 10 March 2025")
    expect(card.locator(".agreement strong")).to_have_text("Reports contradict the essay")
    expect(card.locator(".waiting")).to_be_visible()
    expect(card).not_to_contain_text(COAST.summary.en)
    page.unroute(TEXTS)
    expect(card.locator(".waiting")).to_have_count(0)
    expect(card).to_contain_text(COAST.summary.en)


def test_folds_and_focus_outlast_the_wait_for_texts_in_another_language(a_visitor: Dashboard) -> None:
    page = a_visitor.open(f"?selected={COAST.id}").page
    fold = page.locator(".paragraph summary")
    fold.press("Enter")
    expect(page.locator(".paragraph blockquote")).to_be_visible()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(TEXTS, hold)
    page.evaluate("""() => atlases.page.atlas.then((atlas) => atlas.view.set({ language: "ar" }))""")
    expect(page.locator(".reader h2")).to_have_text(COAST.title.ar)
    expect(page.locator(".reader .waiting")).to_be_visible()
    a_visitor.until(lambda: held, "the texts are asked for")
    for route in held:
        route.continue_()
    page.unroute(TEXTS)
    expect(page.locator(".paragraph blockquote")).to_be_visible()
    expect(fold).to_be_focused()


def test_a_name_in_a_card_is_the_filter_for_that_actor_and_back_brings_the_card(a_visitor: Dashboard) -> None:
    page = a_visitor.open(f"?selected={COAST.id}&from=2024-12-08").page
    actor = COAST.actors[0]
    name = page.locator(".actor .link").first
    expect(name).to_have_text(ATLAS.actors[actor].name.en)
    assert name.get_attribute("title") == f"Show only: {ATLAS.actors[actor].name.en}"
    name.click()
    expect(page).to_have_url(re.compile(f"actor={actor}"))
    expect(page.locator(".reader .card")).to_have_count(0)
    a_visitor.expect_count(View(start=date(2024, 12, 8), actors=(actor,)))
    page.go_back()
    expect(page.locator(".reader h2")).to_have_text(COAST.title.en)
    assert "actor=" not in page.url


def test_a_places_card_is_the_way_to_its_filter(a_visitor: Dashboard) -> None:
    page = a_visitor.open(f"?selected={COAST.id}").page
    page.locator(".place .link").nth(1).click()
    expect(page.locator(".reader h2")).to_have_text(ATLAS.places[COAST.places[1]].name.en)
    only = page.locator(".only-here")
    only.click()
    expect(page).to_have_url(re.compile(f"place={COAST.places[1]}"))
    a_visitor.expect_count(View(places=(COAST.places[1],)))
    expect(page.locator(".reader .card")).to_be_visible()
    expect(only).to_be_hidden()


def test_a_place_is_cited_by_its_name_the_atlas_and_its_address(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?selected=place:latakia").page
    expect(page.locator(".reader h2")).to_have_text("Latakia")
    page.locator(".copy-citation").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('“Latakia”, a place in ')")
    own, where = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert "/?selected=place%3Alatakia (read on " in own
    assert where == "Latakia: 35.5312, 35.7909 ± 5 km (GeoNames 173576)"
