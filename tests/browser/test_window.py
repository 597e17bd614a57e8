"""The part of the axis that the timeline shows: a field of the View, in whole days, and exact while it moves."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from app.model.chronology.timescale import TimeScale
from app.model.chronology.view import LAYERS
from app.views.timeline.scale import scale_of
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
WINDOW = re.compile(r"window=(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)")
A_DAY = 0.012
"""More of the axis than any day takes."""


def lens(page: Page) -> tuple[float, float]:
    """Return where the slider's frame begins and ends, as shares of the axis."""
    start, width = page.locator(".lens").evaluate(
        "({ style }) => [parseFloat(style.insetInlineStart) / 100, parseFloat(style.width) / 100]"
    )
    return start, start + width


def place_of(scale: TimeScale, first: date, last: date) -> tuple[float, float]:
    return scale.position(first), scale.position(last)


def over_the_timeline(page: Page) -> None:
    box = page.locator(".plot-box").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.45, box["y"] + 5)


def test_a_window_that_rests_is_in_the_address_and_opens_again_and_a_chapter_moves_it_until_back(
    a_visitor: Dashboard,
) -> None:
    page = a_visitor.open().page
    steps = page.evaluate("history.length")
    over_the_timeline(page)
    for _ in range(4):
        page.mouse.wheel(0, -150)
        a_visitor.quiet()
    a_visitor.settle()  # the address waits until the window rests, and an earlier rest may stand in it
    expect(page).to_have_url(WINDOW)
    assert page.evaluate("history.length") == steps
    zoomed = lens(page)
    assert 0.1 < zoomed[1] - zoomed[0] < 0.5
    found = WINDOW.search(page.url)
    assert found
    first, last = (date.fromisoformat(day) for day in found.groups())
    assert zoomed == pytest.approx(place_of(scale_of(the_real_atlas()), first, last), abs=A_DAY)

    page.locator(".presets").select_option("fall-of-the-regime")
    expect(page).to_have_url(re.compile("from=2024-11-27&to=2024-12-20.*window=2024-11-2[0-9],2024-12-2[0-9]"))
    page.go_back()
    expect(page).not_to_have_url(re.compile("from="))
    a_visitor.until(lambda: abs(lens(page)[0] - zoomed[0]) < A_DAY, "the window is that before")
    assert lens(page) == pytest.approx(zoomed, abs=A_DAY)

    page.reload()
    page.locator(".time-panel[data-drawn]").wait_for()
    expect(page.locator(".lens")).to_be_visible()
    assert lens(page) == pytest.approx(zoomed, abs=A_DAY)


def test_a_window_from_elsewhere_is_taken_over_and_stays_exact_while_the_wheel_turns(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?window=1900-01-01,1900-02-01").page
    expect(page.locator(".lens")).to_be_hidden()
    first, last = date(2024, 12, 1), date(2025, 1, 15)
    page.evaluate(
        "async (window) => (await atlases.page.atlas).view.set({ window })", [first.toordinal(), last.toordinal()]
    )
    expect(page.locator(".lens")).to_be_visible()
    assert lens(page) == pytest.approx(place_of(scale_of(the_real_atlas()), first, last), abs=1e-4)
    over_the_timeline(page)
    widths = []
    for _ in range(8):
        page.mouse.wheel(0, -4)
        a_visitor.quiet()
        start, end = lens(page)
        widths.append(end - start)
    assert all(later < earlier - 1e-5 for earlier, later in pairwise(widths))
    a_visitor.settle()
    start, end = lens(page)
    assert end - start == widths[-1]  # the days of the address are not taken for another window


def test_a_window_keeps_its_days_when_a_layer_changes_the_axis(a_visitor: Dashboard) -> None:
    first, last = date(2024, 12, 1), date(2025, 1, 31)
    page = a_visitor.open(f"?window={first},{last}").page
    assert lens(page) == pytest.approx(place_of(scale_of(the_real_atlas()), first, last), abs=1e-4)
    page.evaluate("async (layers) => (await atlases.page.atlas).view.set({ layers })", list(LAYERS))
    wanted = place_of(scale_of(the_real_atlas(LAYERS)), first, last)
    a_visitor.until(lambda: lens(page) == pytest.approx(wanted, abs=1e-4), "the frame has moved to the same days")


NAMED = """() => {
  const root = document.querySelector(".st-key-time-panel [data-testid=stBidiComponentIsolated]").shadowRoot;
  const boxes = [...root.querySelectorAll(".titles span")].map((one) => [one.textContent, one.getBoundingClientRect()]);
  const meet = (a, b, from, to, slack) => a[from] < b[to] - slack && b[from] < a[to] - slack;
  const overlap = (a, b) => meet(a, b, "left", "right", 1) && meet(a, b, "top", "bottom", 2);
  const covered = boxes.filter(([, a], i) => boxes.slice(i + 1).some(([, b]) => overlap(a, b))).map(([text]) => text);
  return [boxes.map(([text]) => text), covered];
}"""


def test_from_nearer_each_event_that_begins_in_sight_has_its_name(a_visitor: Dashboard) -> None:
    first, last = date(2024, 11, 24), date(2024, 12, 12)
    page = a_visitor.page
    page.set_viewport_size({"width": 1920, "height": 1080})
    a_visitor.open(f"?window={first},{last}")
    begins = {
        event.title.en
        for event in the_real_atlas().events
        if (span := event.span("essay") or event.span("reports")) and first < span.earliest < last
    }
    assert len(begins) > 10
    a_visitor.until(lambda: begins <= set(page.evaluate(NAMED)[0]), "each is named")
    assert page.evaluate(NAMED)[1] == []
    # All of the axis again: the marks are where they were, and so many have no room for names.
    page.locator(".zooms .zoom-all").click()
    expect(page.locator(".time-panel.stacked")).to_have_count(0)
    a_visitor.until(lambda: not begins <= set(page.evaluate(NAMED)[0]), "the whole is drawn")


def test_from_nearer_marks_are_selected_filtered_and_dated_by_reports(a_visitor: Dashboard) -> None:
    page = a_visitor.page
    a_visitor.open("?window=2024-11-24,2024-12-24")
    expect(page.locator(".time-panel.stacked")).to_have_count(1)
    a_visitor.click_mark("aleppo-captured")
    expect(page).to_have_url(re.compile("selected=aleppo-captured"))
    expect(page.locator(".time-panel .titles .selected")).to_have_text("Opposition forces capture Aleppo")
    page.locator(".basis span").last.click()
    expect(page).to_have_url(re.compile("dates=reports"))
    expect(page.locator(".time-panel.stacked")).to_have_count(1)
    expect(page.locator(".time-panel .titles .selected")).to_have_text("Opposition forces capture Aleppo")
    assert a_visitor.complaints == []
