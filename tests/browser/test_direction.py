"""Texts of the data run in their own direction on every page, whatever the language around them.

Two atlases are shown: one that says everything in English, read in Arabic; and one with the Arabic texts in the English
columns, read in English.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import Dashboard, watched_page
from tests.chromium import MAP_FRAME
from tests.conftest import copy_tables

pytestmark = pytest.mark.browser
WALK = (Path(__file__).parent / "direction_walk.js").read_text(encoding="utf-8")
EVENT = "coastal-violence"
TITLES = {"ar": "Trade (slowly) resumes!", "en": "التجارة (ببطء) تعود!"}
"""By the language of the page, a title that is written against it."""
ORDER = """(element, signs) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const spots = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, right } = range.getBoundingClientRect();
      if (signs.includes(node.data[at])) spots.push([(left + right) / 2, node.data[at]]);
    }
  }
  return spots.sort((a, b) => a[0] - b[0]).map(([, sign]) => sign).join("");
}"""
"""Which of these characters stand in an element, from left to right on the screen."""


@dataclass
class Reader:
    """Who reads an atlas in a language it is not written in."""

    dashboard: Dashboard
    language: str

    def open(self, page: str = "", **query: str) -> Page:
        """Open a page."""
        asked = "&".join(f"{name}={value}" for name, value in {"lang": self.language, **query}.items())
        return self.dashboard.open(f"?{asked}", page=page).page

    def check(self, at_least: int) -> None:
        """Fail where a text does not run in its own direction, or where there are fewer texts than there should be."""
        found = self.dashboard.page.evaluate(WALK, "rtl" if self.language == "ar" else "ltr")
        assert not found["wrong"], "\n".join(found["wrong"])
        assert found["seen"] >= at_least

    def check_order(self, text: Locator) -> None:
        """Fail where brackets and exclamation mark of this reader's title stand at the wrong end."""
        expect(text).to_contain_text(TITLES[self.language])
        assert text.evaluate(ORDER, "()!") == {"ar": "()!", "en": "!)("}[self.language]


def write_in_one_language(folder: Path, language: str) -> None:
    """Write English alone for pages in Arabic, and Arabic in the English columns for pages in English."""
    copy_tables(folder)
    for table in folder.glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for column in [name.removesuffix("_ar") for name in row if name.endswith("_ar")]:
                if language == "en":
                    row[f"{column}_en"] = row[f"{column}_ar"] or row[f"{column}_en"]
                row[f"{column}_ar"] = ""
            if table.name == "events.csv" and row["id"] == EVENT:
                row["title_en"] = TITLES[language]
            if table.name == "reports.csv" and row["event"] == EVENT:
                row["publisher"], row["title"] = "Paper (daily)", TITLES["en"]
            if table.name == "chapters.csv":
                row["claim_en"] = TITLES[language] if row["order"] == "1" else row["claim_en"]
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


@pytest.fixture(scope="module", params=["ar", "en"])
def a_reader(
    request: pytest.FixtureRequest, warm_browser: BrowserContext, the_editors_server: tuple[str, Path]
) -> Iterator[Reader]:
    """Yield a reader of each kind."""
    address, folder = the_editors_server
    write_in_one_language(folder, request.param)
    dashboard = watched_page(warm_browser, address)
    yield Reader(dashboard, request.param)
    dashboard.page.close()


def test_on_explore_list_timeline_map_and_filters_run_in_their_own_direction(a_reader: Reader) -> None:
    page = a_reader.open()
    page.locator(".filters details.more > summary").click()
    a_reader.check(at_least=150)
    a_reader.check_order(page.locator(f".event-row[data-event={EVENT}] .title"))


def test_chips_answers_and_an_empty_list_run_in_their_own_direction(a_reader: Reader) -> None:
    page = a_reader.open(
        **{"from": "2025-01-10", "to": "2025-01-20", "actor": "hamid-al-shatri", "kind": "visit", "place": "damascus"}
    )
    expect(page.locator(".chip")).to_have_count(3)
    expect(page.locator(".reader .near").first).to_be_visible()
    page.locator(".filters .search").fill("Baghdad" if a_reader.language == "ar" else "بغداد")
    expect(page.locator(".answers .answer").first).to_be_visible()
    a_reader.check(at_least=150)


def test_on_a_card_every_text_runs_in_its_own_direction(a_reader: Reader) -> None:
    page = a_reader.open(selected=EVENT)
    for fold in page.locator(".card summary").all():
        fold.click()
    a_reader.check_order(page.locator(".card h2"))
    a_reader.check(at_least=150)
    page.locator(".card .place .link").first.click()
    expect(page.locator(".reader h2")).not_to_have_text(TITLES[a_reader.language])
    a_reader.check(at_least=150)


def test_on_the_card_of_a_crossing_every_text_runs_in_its_own_direction(a_reader: Reader) -> None:
    page = a_reader.open(selected="place:al-qaim")
    expect(page.locator(".crossing-states li").first).to_be_visible()
    a_reader.check(at_least=100)


def test_tips_of_map_and_timeline_run_in_their_own_direction(a_reader: Reader) -> None:
    page = a_reader.open()
    for mark in (".atlas-place[data-place=baghdad]", ".atlas-crossing[data-crossing=al-qaim]"):
        page.frame_locator(MAP_FRAME).locator(mark).evaluate("mark => mark.parentElement.focus()")
        expect(page.frame_locator(MAP_FRAME).locator(".atlas-tip strong").last).to_be_visible()
        a_reader.check(at_least=100)
    a_reader.dashboard.click_mark(EVENT)
    tip = page.locator(".plot-box .tip strong")
    expect(tip).to_be_visible()
    a_reader.check_order(tip)
    a_reader.check_order(page.locator(".time-panel .titles .selected"))


def test_copied_text_sets_apart_what_opposes_it_but_no_address(a_reader: Reader) -> None:
    page = a_reader.open(selected=EVENT)
    page.locator(".copy-text").click()
    expect(page.locator(".copied")).not_to_be_empty()
    title, *lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert title == f"\u2068{TITLES[a_reader.language]}\u2069"
    addressed = [line for line in lines if "http" in line]
    assert addressed
    assert not any("\u2069" in word for line in addressed for word in line.split() if word.startswith("http"))


def test_on_the_essays_page_every_text_runs_in_its_own_direction(a_reader: Reader) -> None:
    page = a_reader.open("essay", paragraph="20", selected=EVENT)
    chip = page.locator(f".chip[data-event={EVENT}] span").first
    expect(chip).to_be_visible()
    a_reader.check_order(chip)
    a_reader.check_order(page.locator(".back a"))
    a_reader.check(at_least=150)


def test_on_disagreements_titles_and_citations_run_in_their_own_direction(a_reader: Reader) -> None:
    page = a_reader.open("disagreements")
    row = page.locator(f".disagreement[data-event={EVENT}] h2 span")
    expect(row).to_be_visible()
    a_reader.check_order(row)
    a_reader.check(at_least=200)
    mixed = page.locator(f".disagreement[data-event={EVENT}] li a").first
    expect(mixed).to_have_attribute("dir", "rtl" if a_reader.language == "ar" else "ltr")
    expect(page.locator(".disagreement:first-of-type li a").first).to_have_attribute("dir", "ltr")
    for link in (mixed, *page.locator(".disagreement li a").all()[:20]):
        publisher, title = (link.locator(part) for part in (".publisher bdi", "> bdi"))
        if title.count() and link.evaluate("link => link.getClientRects().length") == 1:
            boxes = [part.bounding_box() for part in (publisher, title)]
            first, second = (box["x"] for box in boxes if box)
            assert (first < second) is (link.get_attribute("dir") == "ltr")


def test_on_about_and_data_every_text_runs_in_its_own_direction(a_reader: Reader) -> None:
    page = a_reader.open("about", selected=EVENT)
    title = page.locator(".readable tbody th", has_text=TITLES[a_reader.language])
    expect(title).to_be_visible()
    a_reader.check_order(title.locator("a"))
    for table in ("events", "places", "actors", "reports"):
        page.locator(f".tab[data-table={table}]").click()
        a_reader.check(at_least=150)


def test_slides_their_page_and_a_deck_run_in_their_own_direction(a_reader: Reader) -> None:
    page = a_reader.open("slides", selected=EVENT)
    preview = page.frame_locator("[class*=st-key-preview-] iframe")
    expect(preview.locator("html[data-ready=yes]")).to_be_attached(timeout=40_000)
    a_reader.check_order(preview.locator(".chosen span:last-child"))
    page.locator("[data-testid=stTextInput] input").fill(TITLES[a_reader.language])
    page.locator("[data-testid=stTextInput] input").press("Enter")
    a_reader.check_order(preview.locator("h1"))
    expect(preview.locator("html[data-ready=yes]")).to_be_attached(timeout=40_000)
    page.locator(".deck .add").click()
    row = page.locator(".deck .row .title")
    a_reader.check_order(row)
    a_reader.check(at_least=25)


def test_a_presented_slide_turns_to_a_chapter_whose_title_runs_in_its_own_direction(a_reader: Reader) -> None:
    page = a_reader.dashboard.page
    page.goto(f"{a_reader.dashboard.address}/atlas-slide/presented?lang={a_reader.language}&selected={EVENT}")
    expect(page.locator("html[data-ready=yes]")).to_be_attached(timeout=40_000)
    a_reader.check(at_least=15)
    page.keyboard.press("PageDown")
    a_reader.check_order(page.locator("h1"))
    assert page.locator("title").get_attribute("dir") == "auto"


def test_a_problem_sets_apart_what_it_quotes_outside_the_quotation_marks(
    warm_browser: BrowserContext, the_editors_server: tuple[str, Path]
) -> None:
    address, folder = the_editors_server
    copy_tables(folder)
    events = folder / "events.csv"
    text = events.read_text(encoding="utf-8")
    events.write_text(text.replace("2024-12-26", "نحو 2024!", 1), encoding="utf-8")
    dashboard = watched_page(warm_browser, address)
    for language in ("en", "ar"):
        dashboard.open(f"?lang={language}", page="disagreements")
        code = dashboard.page.locator(".st-key-problems code")
        expect(code).to_contain_text("\u2068'نحو 2024!'\u2069")
        assert code.evaluate("code => getComputedStyle(code).direction") == "ltr"
    dashboard.page.close()
