"""Spoilt tables: a page that says file, line, column and mend, with all good rows still shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import watched_page
from tests.server import serving

pytestmark = pytest.mark.browser
HOSTILE = '<img src=x onerror="document.title=1"></script><script>document.title=1</script>'


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    """Replace a text that must be there."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_broken_cell_and_a_missing_table_are_named_and_the_rest_is_shown(
    a_chromium: Browser, a_copy_of_the_tables: Path
) -> None:
    spoil(a_copy_of_the_tables, "events.csv", "2024-12-26", "2024-13-26")
    (a_copy_of_the_tables / "routes.csv").unlink()
    with serving("app", {"ATLAS_DATA_FOLDER": str(a_copy_of_the_tables)}) as address:
        context = a_chromium.new_context(viewport={"width": 1440, "height": 900})
        visitor = watched_page(context, address).open()
        notice = visitor.page.locator(".st-key-problems")
        expect(notice).to_contain_text("essay_date: '2024-13-26' is no EDTF date; the month is 01 to 12")
        expect(notice).to_contain_text("routes.csv: the file is missing")
        expect(visitor.page.locator(".reader .count")).to_contain_text("of 75 events")
        expect(visitor.page.locator(".reader footer .invalid")).to_have_text("1 faulty rows")
        context.close()


def test_text_from_the_tables_is_never_markup_and_an_edit_shows_on_reload(
    a_chromium: Browser, a_copy_of_the_tables: Path
) -> None:
    with serving("app", {"ATLAS_DATA_FOLDER": str(a_copy_of_the_tables)}) as address:
        context = a_chromium.new_context(viewport={"width": 1440, "height": 900})
        visitor = watched_page(context, address).open()
        quoted = '"' + HOSTILE.replace('"', '""') + '"'
        spoil(a_copy_of_the_tables, "events.csv", "Opposition forces capture Aleppo", quoted)
        spoil(a_copy_of_the_tables, "places.csv", "aleppo,Aleppo,", f"aleppo,{quoted},")
        visitor.open("?selected=aleppo-captured")
        expect(visitor.page.locator(".reader h2")).to_have_text(HOSTILE)
        visitor.map.locator("[data-place=aleppo]").hover()
        expect(visitor.map.locator(".atlas-tip strong")).to_contain_text("<img src=x")
        assert visitor.page.locator(".reader img").count() == 0
        assert visitor.page.title() != "1"
        context.close()
