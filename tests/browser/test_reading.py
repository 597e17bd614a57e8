"""From an event to its paragraph and back, the list of disagreements, and the layers beyond the essay."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Route, expect

from app.model.chronology.disagreements import disagreements
from app.model.chronology.view import LAYERS
from app.words import words
from tests.browser.conftest import Dashboard
from tests.chromium import wait_until_complete
from tests.model.real import the_real_atlas

WATCH_SHIFTS = """() => {
  window.shifts = [];
  const note = (list) => window.shifts.push(...list.getEntries().map(({ value }) => value));
  new PerformanceObserver(note).observe({ type: "layout-shift" });
}"""
TEXTS = [("essay", "document.json", ".essay .paragraph"), ("disagreements", "cards/*/*.json", ".disagreement")]
"""Pages to read, the files that their texts come in, and what shows them."""


def scrolled_to(visitor: Dashboard, selector: str) -> None:
    """Wait until an element stands in the window."""

    def in_sight() -> bool:
        box = visitor.page.locator(selector).bounding_box()
        return bool(box and 0 <= box["y"] < 900)

    visitor.until(in_sight, f"{selector} is in sight")


def test_one_click_leads_from_an_event_to_its_paragraph_highlighted_and_one_back(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2025-03-01&to=2025-03-31&selected=coastal-violence").page
    counted = a_visitor.count()
    page.locator(".to-paragraph").first.click()
    expect(page.locator(".paragraph.highlighted .number")).to_have_text("20")
    scrolled_to(a_visitor, ".paragraph.highlighted")
    expect(page).to_have_url(re.compile(r"/essay\?.*paragraph=20"))
    page.locator(".back a").click()
    wait_until_complete(page)
    expect(page.locator(".reader h2")).to_have_text("Violence on the Syrian coast")
    expect(page.locator(".reader .count")).to_have_text(counted)
    assert "from=2025-03-01" in page.url


def test_a_doubting_reader_reaches_paragraph_and_reports_in_two_clicks(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    page.locator(".event-row[data-event=sudani-visits-jordan]").click()
    reports = page.locator(".card .report a")
    expect(reports.first).to_be_attached()
    assert all(link.get_attribute("rel") == "noopener noreferrer" for link in reports.all())
    page.locator(".to-paragraph").first.click()
    expect(page.locator(".paragraph.highlighted .number")).to_have_text("15")


def test_an_address_opens_the_essay_at_its_paragraph_in_arabic(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?paragraph=15&selected=sudani-visits-jordan&lang=ar", page="essay").page
    expect(page.locator(".paragraph.highlighted .number")).to_have_text("15")
    scrolled_to(a_visitor, ".paragraph.highlighted")
    expect(page.locator(".essay")).to_have_attribute("dir", "rtl")
    expect(page.locator(".paragraph.highlighted p").first).to_have_attribute("dir", "ltr")
    expect(page.locator(".chip[aria-current]").first).to_contain_text("السوداني يزور الأردن")


def test_a_chip_opens_its_event_and_lifts_a_range_that_would_hide_it(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2024-12-01&to=2024-12-31&theme=border&paragraph=20", page="essay").page
    page.locator(".paragraph.highlighted .chip[data-event=think-tanks-conference]").click()
    wait_until_complete(page)
    expect(page.locator(".reader h2")).to_have_text("Think-tanks conference in Baghdad")
    expect(page).to_have_url(re.compile(r"\?selected=think-tanks-conference$"))


def test_every_paragraph_says_what_reports_make_of_its_events(a_visitor: Dashboard) -> None:
    page = a_visitor.open(page="essay").page
    expect(page.locator(".paragraph")).to_have_count(32)
    refined, contested = (words("en")[f"tally_{key}"].format(n=n) for key, n in (("refines", 1), ("conflicts", 2)))
    expect(page.locator(".paragraph[data-paragraph='14'] .tally")).to_have_text(f"3 events: {refined} · {contested}")
    expect(page.locator(".paragraph .tally:empty")).to_have_count(0)


def test_disagreements_stand_side_by_side_and_lead_to_paragraph_and_event(a_visitor: Dashboard) -> None:
    page = a_visitor.open(page="disagreements").page
    rows = page.locator(".disagreement")
    expect(rows).to_have_count(len(disagreements(the_real_atlas())))
    row = page.locator(".disagreement[data-event=syrian-soldiers-repatriated]")
    essay, reports = (row.locator(f".version.{side}").bounding_box() for side in ("essay", "reports"))
    assert essay
    assert reports
    assert essay["y"] == reports["y"]
    assert essay["x"] + essay["width"] <= reports["x"]
    expect(row.locator(".version.reports")).to_contain_text("1,905")
    row.locator(".to-paragraph").click()
    expect(page.locator(".paragraph.highlighted .number")).to_have_text("30")
    page.locator(".chip[aria-current]").first.click()
    wait_until_complete(page)
    expect(page.locator(".reader .agreement")).to_contain_text("1,905")


@pytest.mark.parametrize(("path", "files", "shown"), TEXTS, ids=[path for path, _, _ in TEXTS])
def test_a_page_waits_for_its_texts_without_a_jump(a_visitor: Dashboard, path: str, files: str, shown: str) -> None:
    page = a_visitor.page
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(f"**/{files}", hold)
    a_visitor.open(page=path)
    header = page.locator("[role=article] header")
    expect(page.locator(".waiting")).to_have_text("…")
    expect(page.locator(shown)).to_have_count(0)
    a_visitor.settle()
    before = header.bounding_box()
    page.evaluate(WATCH_SHIFTS)
    for route in held:
        route.continue_()
    expect(page.locator(shown).first).to_be_visible()
    expect(page.locator(".waiting")).to_have_count(0)
    a_visitor.quiet()
    assert header.bounding_box() == before
    assert page.evaluate("() => window.shifts") == []


@pytest.mark.parametrize(("path", "files", "shown"), TEXTS, ids=[path for path, _, _ in TEXTS])
def test_texts_that_have_not_come_are_asked_for_again(a_visitor: Dashboard, path: str, files: str, shown: str) -> None:
    page = a_visitor.page
    refused = 0

    def refuse(route: Route) -> None:
        nonlocal refused
        refused += 1
        route.abort()

    page.route(f"**/{files}", refuse)
    a_visitor.open(page=path)
    a_visitor.until(lambda: refused > 1, "the texts are asked for again")
    expect(page.locator(".waiting")).to_be_visible()
    page.unroute(f"**/{files}")
    expect(page.locator(shown).first).to_be_visible()


def test_layers_beyond_the_essay_are_off_until_ticked_and_plainly_marked(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    stated, after = len(the_real_atlas().events), len(the_real_atlas(LAYERS[1:]).events)
    expect(page.locator(".event-row[data-event=after-rabia-reopens]")).to_have_count(0)
    page.locator(".filters .layers .choice[data-choice=after] input").check()
    expect(page.locator(".reader .count")).to_contain_text(f"of {after} events")
    expect(page).to_have_url(re.compile("layers=after"))
    expect(page.locator(".lanes")).to_contain_text("Beyond the essay")
    page.locator(".event-row[data-event=after-rabia-reopens]").click()
    expect(page.locator(".card")).to_contain_text("After the essay")
    expect(page.locator(".filters .themes")).to_contain_text("Beyond the essay")
    page.locator(".filters .layers .choice[data-choice=after] input").uncheck()
    expect(page.locator(".reader .count")).to_contain_text(f"of {stated} events")
    expect(page.locator(".lanes")).not_to_contain_text("Beyond the essay")
    expect(page.locator(".stWarning, [data-testid=stAlert]")).to_have_count(0)


def test_both_views_show_where_the_dates_of_essay_and_reports_differ(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2025-03-01&to=2025-03-31").page
    marker = a_visitor.map.locator(".atlas-place[data-place=syrian-coast]")
    expect(marker.locator("circle.contested")).to_have_count(1)
    marker.hover()
    expect(a_visitor.map.locator(".atlas-tip")).to_contain_text("essay: 10 March 2025; reports: 6 March 2025")
    expect(page.locator(".links.in-range path")).to_have_attribute("d", re.compile(r"^M[\d.]+,[\d.]+H[\d.]+"))
