"""Tables as editors leave them: a new row is there on reload; a spoilt one is named with its mend; and hundreds.

Every test that changes tables stands here: in another file it would start another server for them.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from app.model.chronology.filtering import sort_events
from app.model.chronology.view import View
from app.model.tables.loader import load_atlas
from tests.bench.many_events import write_many_events
from tests.browser.conftest import Dashboard
from tests.chromium import wait_until_complete
from tests.model.renaming import rename

pytestmark = pytest.mark.browser
HOSTILE = '<img src=x onerror="document.title=1"></script><script>document.title=1</script>'
EVENTS = 700
IN_THE_PLOT = """(query) => {
  const panel = document.querySelector('.st-key-time-panel [data-testid=stBidiComponentIsolated]');
  const plot = panel.shadowRoot.querySelector('.plot');
  return [...plot.querySelectorAll(query)].filter((part) => part.getClientRects().length).length;
}"""


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


def rewrite(path: Path, changes: dict[str, dict[str, str]]) -> None:
    """Write cells of a table, by the id of their row."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert changes.keys() <= {row["id"] for row in rows}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(row | changes.get(row["id"], {}) for row in rows)


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
    expect(visitor.page.locator(".reader footer .invalid")).to_have_text("1 row with errors")


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


def test_a_citation_shows_its_archived_copy_and_the_day_of_reading_wherever_it_stands(
    an_editors_dashboard: tuple[Dashboard, Path],
) -> None:
    visitor, tables = an_editors_dashboard
    copy = "https://archive.example/2025/coast"
    read = {"archive_url": copy, "accessed": "2026-03-14"}
    rewrite(tables / "reports.csv", {"coastal-violence-1": read, "coastal-violence-2": {"accessed": "2026-03-15"}})
    page = visitor.open("?selected=coastal-violence").page
    first, second, third = (page.locator(".card .report").nth(at) for at in range(3))
    expect(first.locator(".archive")).to_have_text("archived copy · read on 14 March 2026")
    expect(first.locator(".archive a")).to_have_attribute("href", copy)
    expect(first.locator(".archive a")).to_have_attribute("rel", "noopener noreferrer")
    expect(second.locator(".archive")).to_have_text("read on 15 March 2026")
    expect(third.locator(".archive")).to_have_count(0)
    page.locator(".copy-citation").click()
    expect(page.locator(".copied")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    _, _, *reports = copied
    assert reports[0].endswith(f" (archived copy: {copy} · read on 14 March 2026)")
    assert reports[1].endswith(" (read on 15 March 2026)")
    assert "(" not in reports[2].partition("http")[2]
    page = visitor.open("?lang=ar", page="disagreements").page
    line = page.locator(".disagreement[data-event=coastal-violence] li .archive").first
    expect(line).to_have_text("نسخة محفوظة · تاريخ الاطلاع: 14 آذار 2026")
    expect(line.locator("a")).to_have_attribute("href", copy)


def test_what_is_not_in_the_essay_or_not_on_the_map_says_so_and_no_text_is_copied_as_a_formula(
    an_editors_dashboard: tuple[Dashboard, Path],
) -> None:
    visitor, tables = an_editors_dashboard
    alone = {"layer": "context", "title_en": "=1+1", "essay_date": "", "paragraphs": "", "agreement": ""}
    alone |= {"difference_en": "", "difference_ar": ""}
    changes = {"coastal-violence": alone, "sudani-visits-jordan": {"places": ""}}
    rewrite(tables / "events.csv", changes)
    rewrite(tables / "places.csv", {"al-hol-camp": {"latitude": "", "longitude": ""}})
    page = visitor.open("?layers=context,after&selected=coastal-violence").page
    card = page.locator(".reader .card")
    expect(card.locator(".layer")).to_have_text("Not in the essay: context")
    expect(card.locator(".agreement strong")).to_have_text("Not in the essay; from reports only.")
    assert card.locator(".facts dt").all_inner_texts()[:1] == ["Reports"]
    expect(card.locator(".paragraph")).to_have_count(0)
    page.locator(".copy-text").click()
    expect(page.locator(".copied")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("'=1+1\n")
    page.locator(".copy-citation").click()
    page.wait_for_function('async () => !(await navigator.clipboard.readText()).startsWith("\'")')
    assert "Post-Assad Era" not in page.evaluate("navigator.clipboard.readText()")
    page.locator(".back").click()
    row = page.locator(".rows .row", has=page.locator("[data-event=coastal-violence]"))
    expect(row).to_contain_text("Not in the essay: context")
    tray = page.locator(".tray.off-map")
    expect(tray.locator("h3")).to_have_text(re.compile(r"^Not on the map \(2\)$"))
    tray.locator("[data-event=al-hol-camp]").click()
    expect(card.locator(".missing").first).to_have_text("Not on the map: no source gives coordinates for al-Hol camp")
    page.locator(".back").click()
    tray.locator("[data-event=sudani-visits-jordan]").click()
    expect(card.locator(".missing").first).to_have_text("Not on the map: no place is named")
    page.evaluate("() => { window.stillTheSame = true; }")
    card.locator(".to-paragraph").click()
    expect(page.locator(".paragraph.highlighted")).to_be_visible()
    assert page.evaluate("() => window.stillTheSame")


def test_ids_that_are_words_of_the_program_are_ids_like_others(an_editors_dashboard: tuple[Dashboard, Path]) -> None:
    visitor, tables = an_editors_dashboard
    themes = {"diplomacy": "none", "border": "beyond", "sdf": "unsorted", "collapse": "extent"}
    rename(
        tables, {"themes": themes, "places": {"aleppo": "constructor"}, "events": {"aleppo-captured": "constructor"}}
    )
    page = visitor.open("?layers=context&selected=place:constructor").page
    expect(page.locator(".reader h2")).to_have_text("Aleppo")
    names = page.locator(".themes .choice .name")
    expect(names.filter(has_text="Beyond the essay")).to_have_count(1)
    expect(page.locator(".themes [data-choice=beyond] .name")).to_have_text("Border and crossings")
    expect(page.locator(".st-key-problems")).to_have_count(0)

    page = visitor.open("?selected=constructor").page
    expect(page.locator(".reader h2")).to_contain_text("Aleppo")
    page = visitor.open().page
    expect(page.locator(".reader .count")).to_contain_text(" of 76 events")
    boxes = page.locator(".themes input")
    for index in range(boxes.count()):
        boxes.nth(index).uncheck()
    expect(page.locator(".reader .count")).to_have_text("0 of 76 events")
    expect(page).to_have_url(re.compile(r"theme=(~|%7E)none"))
    page.locator(".themes [data-choice=none] input").check()
    expected = len(sort_events(load_atlas(tables).with_layers(()), View(themes=("none",))).shown)
    expect(page.locator(".reader .count")).to_have_text(f"{expected} of 76 events")
    expect(page).to_have_url(re.compile(r"theme=none"))


def test_hundreds_of_marks_are_a_few_paths_and_rows_are_made_as_they_come_into_sight(
    an_editors_dashboard: tuple[Dashboard, Path],
) -> None:
    visitor, folder = an_editors_dashboard
    write_many_events(folder, EVENTS)
    atlas = load_atlas(folder).with_layers(())
    page = visitor.open().page
    shown = len(sort_events(atlas, View()).shown)
    expect(page.locator(".reader .count")).to_have_text(f"{shown} of {len(atlas.events)} events")

    expect(page.locator(".time-panel")).to_have_attribute("data-drawn", "yes")
    assert page.evaluate(IN_THE_PLOT, ".points path") == 0
    assert 5 <= page.evaluate(IN_THE_PLOT, ".merged path") <= 150
    visitor.click_mark("shatri-damascus-first")
    expect(page).to_have_url(re.compile("selected=[a-z]"))
    page.locator(".back").click()

    assert page.locator(".reader .event-row").count() < shown / 4
    # Where the filters stop an event its mark fades, merged or not.
    full = page.evaluate(IN_THE_PLOT, '.merged > path[style*="opacity: 0.08"][d^="M"]')
    page.locator(".themes [data-choice=diplomacy] input").uncheck()
    expected = len(sort_events(atlas, View(themes=tuple(id_ for id_ in atlas.themes if id_ != "diplomacy"))).shown)
    expect(page.locator(".reader .count")).to_have_text(f"{expected} of {len(atlas.events)} events")
    assert full == 0
    visitor.until(
        lambda: page.evaluate(IN_THE_PLOT, '.merged > path[style*="opacity: 0.08"][d^="M"]') > 0,
        "the marks that are stopped fade",
    )
    assert page.evaluate(IN_THE_PLOT, ".points path") == 0

    body = page.locator(".reader .body")
    first = page.locator(".reader .event-row").first.get_attribute("data-event")
    body.evaluate("(body) => body.scrollTo(0, body.scrollHeight / 2)")
    expect(page.locator(f".reader [data-event={first}]")).to_have_count(0)
    assert 5 < page.locator(".reader .event-row").count() < expected / 2
