"""About and data: cited, taken away, sorted and searched, in both languages, and without a word to the server."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, WebSocket, expect

from app.model.chronology.edition import edition
from app.model.chronology.view import LAYERS
from app.model.tables.schema import TABLES
from app.words import words
from tests.browser.conftest import Dashboard, watched_page
from tests.browser.test_direction import WALK
from tests.chromium import wait_until_complete
from tests.model.real import DATA, the_real_atlas

pytestmark = pytest.mark.browser
WHOLE = the_real_atlas(LAYERS)
REPORTS = [report for event in WHOLE.events for report in event.reports]
PAGE_ROWS = 100


@pytest.fixture(scope="module", params=["en", "ar"])
def a_reader(
    request: pytest.FixtureRequest, warm_browser: BrowserContext, the_dashboards_address: str
) -> Iterator[tuple[Dashboard, str]]:
    """Yield the page in each language, loaded once for all tests of this file."""
    dashboard = watched_page(warm_browser, the_dashboards_address)
    dashboard.open(f"?lang={request.param}", page="about")
    expect(dashboard.page.locator(".readable tbody tr").first).to_be_visible()
    yield dashboard, request.param
    dashboard.page.close()


def cells(page: Page, column: str) -> list[str]:
    """Return the texts of a column from top to bottom."""
    return page.locator(f".readable tbody [data-column={column}]").all_inner_texts()


def heading(page: Page, column: str) -> Locator:
    return page.locator(f".readable thead [data-column={column}]")


def taken_away(page: Page, link: Locator) -> tuple[str, bytes]:
    """Click a link and return the name and the content of the file that the browser saves."""
    with page.expect_download() as coming:
        link.click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def test_a_reader_comes_from_explore_to_downloads_and_citation_by_the_menu(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2024-12-01&to=2024-12-31").page
    page.get_by_role("link", name="About and data").first.click()
    expect(page.locator(".cite-atlas blockquote")).to_be_in_viewport()
    expect(page.locator(".everything .download")).to_be_in_viewport()
    page.go_back()
    wait_until_complete(page)
    expect(page).to_have_url(re.compile("from=2024-12-01"))


def test_the_citation_of_the_atlas_has_title_version_address_and_day(a_reader: tuple[Dashboard, str]) -> None:
    dashboard, language = a_reader
    page, say = dashboard.page, words(language)
    page.locator(".cite-atlas .copy-citation").click()
    expect(page.locator(".cite-atlas .copied")).to_have_text(say["copied"])
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{say['app_title']}: {say['app_subtitle']}. ")
    assert edition(WHOLE) in copied
    assert f" {dashboard.address}/ (" in copied
    assert str(page.evaluate("new Date().getFullYear()")) in copied.rpartition("(")[2]
    assert page.locator(".cite-atlas blockquote").text_content() == copied


LINES = """(quote) => {
  const boxOf = (selector) => quote.querySelector(selector).getBoundingClientRect();
  const address = quote.querySelector(".address");
  const range = document.createRange();
  range.selectNodeContents(address);
  const written = range.getBoundingClientRect();
  const { left, right } = quote.getBoundingClientRect();
  return {
    lines: new Set([...range.getClientRects()].map(({ top }) => top)).size,
    direction: getComputedStyle(address).direction,
    below: boxOf(".edition").bottom <= written.top + 1,
    fromStart: getComputedStyle(quote).direction === "rtl" ? right - written.right : written.left - left,
  };
}"""


@pytest.mark.parametrize("of", ["atlas", "event"])
def test_the_address_in_a_citation_is_a_line_of_its_own_from_left_to_right(
    a_reader: tuple[Dashboard, str], of: str
) -> None:
    page = a_reader[0].page
    page.locator(".event-to-cite").select_option("sudani-visits-jordan")
    said = page.locator(f".cite-{of} blockquote").evaluate(LINES)
    assert (said["lines"], said["direction"], said["below"]) == (1, "ltr", True)
    assert abs(said["fromStart"]) < 2  # pixels


def test_the_citation_of_an_event_leads_to_its_card(a_reader: tuple[Dashboard, str], a_visitor: Dashboard) -> None:
    dashboard, language = a_reader
    page = dashboard.page
    event = next(event for event in WHOLE.events if event.id == "sudani-visits-jordan")
    page.locator(".event-to-cite").select_option(event.id)
    page.locator(".cite-event .copy-citation").click()
    expect(page.locator(".cite-event .copied")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert event.title.say(language) in copied
    address = re.findall(r"http\S+", copied)[0]
    a_visitor.page.goto(address)
    wait_until_complete(a_visitor.page)
    expect(a_visitor.page.locator(".reader .card h2")).to_have_text(event.title.en)


@pytest.mark.parametrize("key", ["sudani-visits-jordan", "context-amman-five-nation-room"])
def test_the_card_of_an_event_gives_the_same_citation(
    a_reader: tuple[Dashboard, str], a_visitor: Dashboard, key: str
) -> None:
    dashboard, language = a_reader
    page = dashboard.page
    event = next(event for event in WHOLE.events if event.id == key)
    page.locator(".event-to-cite").select_option(key)
    expect(page.locator(".cite-event blockquote")).to_contain_text(event.title.say(language))
    here = page.locator(".cite-event blockquote p").all_text_contents()
    assert [report.url in line for report, line in zip(event.reports, here[-len(event.reports) :], strict=True)] == [
        True
    ] * len(event.reports)
    layers = "" if event.layer == "essay" else f"&layers={event.layer}"
    card = a_visitor.open(f"?lang={language}&selected={key}{layers}").page
    card.locator(".reader .copy-citation").click()
    expect(card.locator(".reader .copied")).not_to_be_empty()
    assert card.evaluate("navigator.clipboard.readText()").split("\n") == here


def test_every_table_is_saved_under_a_name_that_says_what_it_is_and_as_it_stands(
    a_reader: tuple[Dashboard, str],
) -> None:
    dashboard, _ = a_reader
    links = dashboard.page.locator(".files .download[href$='.csv']")
    expect(links).to_have_count(len(TABLES))
    sent = {str(link.get_attribute("download")): str(link.get_attribute("href")) for link in links.all()}
    contents = {name: dashboard.page.request.get(address).body() for name, address in sent.items()}
    assert contents == {f"iraq-syria-atlas_{table.file}": (DATA / table.file).read_bytes() for table in TABLES}
    events = links.first
    assert taken_away(dashboard.page, events) == ("iraq-syria-atlas_events.csv", (DATA / "events.csv").read_bytes())


def test_geojson_and_zip_are_what_they_say(a_reader: tuple[Dashboard, str]) -> None:
    dashboard, _ = a_reader
    page = dashboard.page
    name, content = taken_away(page, page.locator(".files .download[href$='_events.geojson']"))
    assert name == "iraq-syria-atlas_events.geojson"
    assert len(json.loads(content)["features"]) == len(WHOLE.events)
    name, content = taken_away(page, page.locator(".everything .download"))
    assert name == f"iraq-syria-atlas_{edition(WHOLE)}.zip"
    assert {"datapackage.json", "events.csv", "places.geojson"} < set(zipfile.ZipFile(io.BytesIO(content)).namelist())


def test_each_link_says_kind_and_size_and_what_it_has(a_reader: tuple[Dashboard, str]) -> None:
    dashboard, language = a_reader
    links = dashboard.page.locator(".downloads .download")
    for link in links.all():
        assert re.search(r"(CSV|GeoJSON|ZIP) · [\d.,]+", link.inner_text())
    named = [link.get_attribute("aria-label") or "" for link in links.all()]
    assert any(words(language)["table_crossing_states"] in label and "CSV" in label for label in named)
    assert len(set(named)) == len(named)


def test_a_heading_sorts_by_its_column_by_mouse_and_by_keyboard(a_reader: tuple[Dashboard, str]) -> None:
    dashboard, _ = a_reader
    page = dashboard.page
    page.locator(".tab[data-table=places]").click()
    expect(heading(page, "latitude")).to_have_attribute("aria-sort", "none")
    heading(page, "latitude").get_by_role("button").click()
    expect(heading(page, "latitude")).to_have_attribute("aria-sort", "ascending")
    degrees = [float(text) for text in cells(page, "latitude") if text]
    assert degrees == sorted(degrees)
    page.keyboard.press("Enter")
    expect(heading(page, "latitude")).to_have_attribute("aria-sort", "descending")
    assert [float(text) for text in cells(page, "latitude") if text] == degrees[::-1]
    heading(page, "country").get_by_role("button").press("Space")
    expect(heading(page, "latitude")).to_have_attribute("aria-sort", "none")
    expect(heading(page, "country")).to_have_attribute("aria-sort", "ascending")


def test_dates_are_in_words_and_edtf_and_sort_by_day_those_without_last(a_reader: tuple[Dashboard, str]) -> None:
    dashboard, _ = a_reader
    page = dashboard.page
    page.locator(".tab[data-table=events]").click()
    edtf = {event.title.say(a_reader[1]): event.reported_span for event in WHOLE.events}
    heading(page, "reports_date").get_by_role("button").click()
    for _ in ("ascending", "descending"):
        texts = [text.split("\n") for text in cells(page, "reports_date")]
        dated = [text for text in texts if len(text) > 1]
        assert sorted(text[-1] for text in dated) == sorted(span.edtf for span in edtf.values() if span)
        assert texts[: len(dated)] == dated
        heading(page, "reports_date").get_by_role("button").click()


def test_a_table_is_searched_in_any_spelling_and_says_how_many_it_has(a_reader: tuple[Dashboard, str]) -> None:
    dashboard, language = a_reader
    page = dashboard.page
    page.locator(".tab[data-table=actors]").click()
    search = page.locator(".tools .search")
    search.fill("Hameed al Shatri")
    expect(page.locator(".readable tbody tr")).to_have_count(1)
    expect(page.locator(".tools .count")).to_contain_text("1 ")
    search.fill("nobody of the kind")
    expect(page.locator(".readable tbody tr")).to_have_count(0)
    expect(page.locator(".none")).to_have_text(words(language)["table_none"])
    search.fill("")
    expect(page.locator(".readable tbody tr")).to_have_count(len(WHOLE.actors))


def test_many_rows_come_in_pages_that_keep_the_order(a_reader: tuple[Dashboard, str]) -> None:
    dashboard, _ = a_reader
    page = dashboard.page
    page.locator(".tab[data-table=reports]").click()
    rows = page.locator(".readable tbody tr")
    heading(page, "publisher").get_by_role("button").click()
    seen = cells(page, "publisher")
    expect(page.locator(".pager .earlier")).to_be_disabled()
    while page.locator(".pager .later").is_enabled():
        page.locator(".pager .later").click()
        seen += cells(page, "publisher")
    assert sorted(seen) == sorted(report.publisher for report in REPORTS)
    expect(rows).to_have_count(len(REPORTS) % PAGE_ROWS)
    page.locator(".tools .search").fill("rudaw")
    expect(page.locator(".pager")).to_be_hidden()
    page.locator(".tools .search").fill("")


def test_tabs_are_turned_by_arrows_in_the_direction_of_the_page(a_reader: tuple[Dashboard, str]) -> None:
    dashboard, language = a_reader
    page = dashboard.page
    page.locator(".tab[data-table=events]").click()
    page.keyboard.press("ArrowRight" if language == "en" else "ArrowLeft")
    tab = page.locator(".tab[data-table=places]")
    expect(tab).to_be_focused()
    expect(tab).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("tabpanel")).to_have_attribute("aria-labelledby", "tab-places")


@pytest.mark.parametrize("table", ["events", "places", "actors", "reports"])
def test_every_text_runs_in_its_own_direction(a_reader: tuple[Dashboard, str], table: str) -> None:
    dashboard, language = a_reader
    dashboard.page.locator(f".tab[data-table={table}]").click()
    found = dashboard.page.evaluate(WALK, "rtl" if language == "ar" else "ltr")
    assert not found["wrong"], "\n".join(found["wrong"])
    assert found["seen"] >= 150


def test_nothing_scrolls_sideways_on_a_phone_and_the_order_is_chosen_there(a_reader: tuple[Dashboard, str]) -> None:
    dashboard, _ = a_reader
    page = dashboard.page
    page.set_viewport_size({"width": 390, "height": 844})
    try:
        for table in ("events", "places", "actors", "reports"):
            page.locator(f".tab[data-table={table}]").click()
            assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
            main = page.get_by_test_id("stMain")
            assert main.evaluate("(main) => main.scrollWidth <= main.clientWidth")
        page.locator(".tab[data-table=places]").click()
        page.locator(".order select").select_option("radius")
        radii = [float(text.split()[-1]) for text in cells(page, "radius")]
        assert radii == sorted(radii)
        page.locator(".order .direction").click()
        assert [float(text.split()[-1]) for text in cells(page, "radius")] == radii[::-1]
    finally:
        page.set_viewport_size({"width": 1440, "height": 900})


def test_links_of_the_tables_open_the_event_the_place_and_the_events_of_an_actor(a_visitor: Dashboard) -> None:
    page = a_visitor.open(page="about").page
    page.locator(".readable tbody th a", has_text="Sudani visits Jordan").click()
    wait_until_complete(page)
    expect(page.locator(".reader .card h2")).to_have_text("Sudani visits Jordan")
    page.go_back()
    page.locator(".tab[data-table=places]").click()
    page.locator(".readable tbody th a", has_text="al-Hol camp").click()
    wait_until_complete(page)
    expect(page.locator(".reader h2").first).to_have_text("al-Hol camp")
    page.go_back()
    page.locator(".tab[data-table=actors]").click()
    page.locator(".readable tbody th a", has_text="Hamid al-Shatri").click()
    wait_until_complete(page)
    expect(page).to_have_url(re.compile(r"\?actor=hamid-al-shatri$"))


def test_nothing_of_it_is_told_to_the_server(warm_browser: BrowserContext, the_dashboards_address: str) -> None:
    visitor, frames = watched_page(warm_browser, the_dashboards_address), list[str]()

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda data: frames.append(f"sent {len(data)} B"))

    visitor.page.on("websocket", listen)
    page = visitor.open(page="about").page
    expect(page.locator(".readable tbody tr").first).to_be_visible()
    visitor.settle()
    assert frames
    frames.clear()
    for table in ("places", "reports", "events"):
        page.locator(f".tab[data-table={table}]").click()
        page.locator(".readable thead button").first.click()
    page.locator(".tools .search").fill("Baghdad")
    name, _ = taken_away(page, page.locator(".everything .download"))
    assert name.endswith(".zip")
    visitor.settle()
    assert frames == []
    page.close()


def test_sources_name_each_publisher_with_its_number_and_say_that_no_licence_is_granted(
    a_reader: tuple[Dashboard, str],
) -> None:
    dashboard, language = a_reader
    page = dashboard.page
    page.locator(".sources details summary").click()
    listed = page.locator(".publishers li").all_inner_texts()
    with (DATA / "reports.csv").open(encoding="utf-8", newline="") as file:
        publishers = [row["publisher"] for row in csv.DictReader(file)]
    numbers = {text.rsplit(" ", 1)[0]: int(text.rsplit(" ", 1)[1]) for text in listed}
    assert numbers == {publisher: publishers.count(publisher) for publisher in publishers}
    expect(page.locator(".rights")).to_contain_text(words(language)["about_rights_tables"])


def test_the_essays_page_leads_here_for_how_the_atlas_was_made(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2024-12-01", page="essay").page
    expect(page.locator(".essay header")).to_contain_text(words("en")["essay_unnamed"])
    page.locator(".essay .made a").click()
    expect(page.locator(".about .method")).to_contain_text(words("en")["about_agreement"])
    expect(page).to_have_url(re.compile(r"/about\?from=2024-12-01$"))
