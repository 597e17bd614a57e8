"""Tables as editors leave them: a new row is there on reload; a spoilt one is named with its mend."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Dashboard
from tests.chromium import wait_until_complete

pytestmark = pytest.mark.browser
HOSTILE = '<img src=x onerror="document.title=1"></script><script>document.title=1</script>'


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    """Replace a text that must be there."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def save_as_a_spreadsheet_does(path: Path, row: dict[str, str]) -> None:
    """Add a row and save the table as “CSV UTF-8”: with a byte order mark, Windows line ends and its own quoting."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), restval="", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows([*rows, row])


def test_a_broken_cell_and_a_missing_table_are_named_and_the_rest_is_shown(
    an_editors_dashboard: tuple[Dashboard, Path],
) -> None:
    visitor, tables = an_editors_dashboard
    spoil(tables, "events.csv", "2024-12-26", "2024-13-26")
    (tables / "routes.csv").unlink()
    visitor.open()
    notice = visitor.page.locator(".st-key-problems")
    expect(notice).to_contain_text("essay_date: '2024-13-26' is no EDTF date; the month is 01 to 12")
    expect(notice).to_contain_text("routes.csv: the file is missing")
    expect(visitor.page.locator(".reader .count")).to_contain_text("of 75 events")
    expect(visitor.page.locator(".reader footer .invalid")).to_have_text("1 faulty rows")


def test_text_from_the_tables_is_never_markup_and_an_edit_shows_on_reload(
    an_editors_dashboard: tuple[Dashboard, Path],
) -> None:
    visitor, tables = an_editors_dashboard
    visitor.open()
    quoted = '"' + HOSTILE.replace('"', '""') + '"'
    spoil(tables, "events.csv", "Opposition forces capture Aleppo", quoted)
    spoil(tables, "places.csv", "aleppo,Aleppo,", f"aleppo,{quoted},")
    visitor.open("?selected=aleppo-captured")
    expect(visitor.page.locator(".reader h2")).to_have_text(HOSTILE)
    visitor.map.locator("[data-place=aleppo]").hover()
    expect(visitor.map.locator(".atlas-tip strong")).to_contain_text("<img src=x")
    assert visitor.page.locator(".reader img:not(.mark)").count() == 0
    assert visitor.page.title() != "1"


def test_an_editor_adds_an_event_by_the_four_steps_and_sees_it_on_reload(
    an_editors_dashboard: tuple[Dashboard, Path],
) -> None:
    visitor, tables = an_editors_dashboard
    page = visitor.open().page
    expect(page.locator(".event-row[data-event=added-by-the-editor]")).to_have_count(0)
    event = {
        "id": "added-by-the-editor",
        "title_en": "A fourth visit",
        "summary_en": "The essay says so.",
        "kind": "visit",
        "layer": "essay",
        "essay_date": "2025-05-20",
        "places": "damascus",
        "from_place": "baghdad",
        "actors": "iraq",
        "themes": "diplomacy",
        "paragraphs": "22",
        "agreement": "confirms",
        "reports_supplied": "iraq",
    }
    report = {
        "id": "added-by-the-editor-1",
        "event": "added-by-the-editor",
        "publisher": "A paper",
        "url": "https://example.org/visit",
        "bearing": "supports",
    }
    save_as_a_spreadsheet_does(tables / "events.csv", event)
    save_as_a_spreadsheet_does(tables / "reports.csv", report)
    page.reload()
    wait_until_complete(page)
    expect(page.locator(".st-key-problems")).to_have_count(0)
    page.locator(".event-row[data-event=added-by-the-editor]").click()
    expect(page.locator(".reader h2")).to_have_text("A fourth visit")
    expect(page.locator(".card")).to_contain_text("20 May 2025")
    expect(page.locator(".card .report a")).to_have_attribute("href", "https://example.org/visit")
    expect(page.locator(".titles .selected")).to_have_text("A fourth visit")
