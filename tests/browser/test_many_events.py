"""Hundreds of events: marks and rows are drawn in bulk, and each still answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from app.model.filtering import sort_events
from app.model.loading import load_atlas
from app.model.view import View
from tests.bench.many_events import write_many_events
from tests.browser.conftest import Dashboard

pytestmark = pytest.mark.browser
EVENTS = 700
IN_THE_PLOT = """(query) => {
  const panel = document.querySelector('.st-key-time-panel [data-testid=stBidiComponentIsolated]');
  const plot = panel.shadowRoot.querySelector('.plot');
  return [...plot.querySelectorAll(query)].filter((part) => part.getClientRects().length).length;
}"""


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
    full = page.evaluate(IN_THE_PLOT, '.merged path[style*="opacity: 0.08"]')
    page.locator(".themes [data-choice=diplomacy] input").uncheck()
    expected = len(sort_events(atlas, View(themes=tuple(id_ for id_ in atlas.themes if id_ != "diplomacy"))).shown)
    expect(page.locator(".reader .count")).to_have_text(f"{expected} of {len(atlas.events)} events")
    page.wait_for_timeout(500)
    assert page.evaluate(IN_THE_PLOT, '.merged [style*="opacity: 0.08"]') > full == 0
    assert page.evaluate(IN_THE_PLOT, ".points path") == 0

    body = page.locator(".reader .body")
    first = page.locator(".reader .event-row").first.get_attribute("data-event")
    body.evaluate("(body) => body.scrollTo(0, body.scrollHeight / 2)")
    expect(page.locator(f".reader [data-event={first}]")).to_have_count(0)
    assert 5 < page.locator(".reader .event-row").count() < expected / 2
