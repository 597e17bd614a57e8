"""What a cartographer asks of the two views: names along lines, numbers, sections, breaks, a timeline that zooms."""

from __future__ import annotations

import base64
import re
from collections import Counter

import pytest
from playwright.sync_api import Browser, CDPSession, Frame, Page, Route, expect

from app.model.chronology.codes import AREA_KINDS, TRAVEL_KINDS
from app.model.chronology.date_sides import Boundary
from app.model.chronology.entities import Event
from app.model.chronology.filtering import sort_events
from app.model.chronology.view import View
from app.views.dataset import dataset
from app.views.map.geography import TILES
from app.words import words
from tests.browser.conftest import Dashboard, watched_page
from tests.chromium import MAP_FRAME
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
ATLAS = the_real_atlas()
SAY = words("en")
ONE_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def a_reader(a_visitor_who_stays: Dashboard) -> Dashboard:
    """Return the page with everything in range, nothing selected and the timeline whole."""
    return a_visitor_who_stays


def frame_of(visitor: Dashboard) -> Frame:
    frame = visitor.page.locator(MAP_FRAME).element_handle().content_frame()
    assert frame
    return frame


def ticks(page: Page) -> list[str]:
    return page.locator(".xtick text").all_text_contents()


def lens(page: Page) -> tuple[float, float]:
    """Return which part of the scale the timeline shows, by the frame on the slider: both ends from 0 to 1."""
    if not page.locator(".lens").is_visible():
        return 0.0, 1.0
    inner, outer = page.locator(".lens").bounding_box(), page.locator(".track").bounding_box()
    assert inner
    assert outer
    start = (inner["x"] - outer["x"]) / outer["width"]
    return start, start + inner["width"] / outer["width"]


def over_the_timeline(page: Page, across: float) -> tuple[float, float]:
    """Put the pointer on the timeline, above all marks, at a share of its width; return where that is."""
    box = page.locator(".plot-box").bounding_box()
    assert box
    at = box["x"] + box["width"] * across, box["y"] + 5
    page.mouse.move(*at)
    return at


def turn_the_wheel(visitor: Dashboard, turns: int, pixels: int = -120) -> None:
    """Turn it so often, each time once the timeline has drawn the last turn."""
    for _ in range(turns):
        visitor.page.mouse.wheel(0, pixels)
        visitor.quiet()


def test_rivers_are_named_along_their_course(a_reader: Dashboard) -> None:
    named = a_reader.map.locator(".atlas-label.river")
    assert {"Euphrates", "Tigris"} <= set(named.all_inner_texts())
    assert any(angle for angle in named.evaluate_all("(all) => all.map((one) => parseFloat(one.style.rotate) || 0)"))


def test_corridors_say_on_the_map_that_they_are_schematic_and_under_the_pointer_when(
    a_reader: Dashboard,
) -> None:
    a_reader.choose("2024-11-27", "2024-12-20")
    expect(a_reader.map.locator(".atlas-label.corridor").first).to_contain_text(SAY["schematic"])
    frame_of(a_reader).evaluate("() => { atlasMap.routes.find(({ shown }) => shown).line.openTooltip(); }")
    tip = a_reader.map.locator(".atlas-tip").inner_text()
    assert SAY["schematic"] in tip
    assert re.search(r"20\d\d", tip)
    frame_of(a_reader).evaluate("() => { atlasMap.routes.find(({ shown }) => shown).line.closeTooltip(); }")


def journeys() -> Counter[tuple[str, str, str]]:
    """Count the events in range that are drawn as one arrow: from where, to where, and the theme."""

    def drawn(event: Event) -> bool:
        ends = [ATLAS.places.get(key) for key in (event.from_place, *event.places[:1])]
        apart = event.from_place not in event.places[:1]
        pins = all(place and place.located and place.kind not in AREA_KINDS for place in ends)
        return event.kind in TRAVEL_KINDS and len(ends) == 2 and apart and pins

    shown = filter(drawn, sort_events(ATLAS, View()).shown)
    return Counter((event.from_place, event.places[0], event.themes[0]) for event in shown)


def test_journeys_that_share_an_arrow_are_numbered(a_reader: Dashboard) -> None:
    shared = sorted(str(count) for count in journeys().values() if count > 1)
    assert shared
    assert sorted(a_reader.map.locator(".atlas-journeys").all_inner_texts()) == shared


def test_a_journey_tells_who_travelled_and_when(a_reader: Dashboard) -> None:
    (start, end, theme), _ = journeys().most_common(1)[0]
    event = next(
        event
        for event in sort_events(ATLAS, View()).shown
        if (event.from_place, event.places[:1], event.themes[0]) == (start, (end,), theme)
    )
    frame_of(a_reader).evaluate("() => { atlasMap.counts.flows.find(({ badge }) => badge?._map).line.openTooltip(); }")
    tip = a_reader.map.locator(".atlas-tip").inner_text()
    assert ATLAS.actors[event.actors[0]].name.en in tip
    assert re.search(r"20\d\d", tip)
    frame_of(a_reader).evaluate("() => { atlasMap.counts.flows.find(({ badge }) => badge?._map).line.closeTooltip(); }")


def test_every_section_of_the_essay_is_a_band_and_those_with_room_are_named(a_reader: Dashboard) -> None:
    bands = a_reader.page.locator(".section")
    assert bands.evaluate_all("(all) => all.map((one) => one.dataset.chapter)") == [one.id for one in ATLAS.chapters]
    titles = {chapter.title.en for chapter in ATLAS.chapters}
    named = set(bands.locator("button:visible").all_inner_texts())
    assert {"A history of rivalry", "The fall of the regime"} <= named <= titles


def test_the_break_is_labelled_with_what_changes_there(a_reader: Dashboard) -> None:
    years, days = SAY["break_years"], SAY["break_days"]
    expect(a_reader.page.locator(".breaks span")).to_have_text([f"{years} › {days}", f"{days} › {years}"])


def test_the_wheel_goes_from_years_to_days_and_two_clicks_go_back(a_reader: Dashboard) -> None:
    page = a_reader.page
    whole, shown = ticks(page), a_reader.count()
    at = over_the_timeline(page, 0.33)
    turn_the_wheel(a_reader, 5)
    expect(page.locator(".lens")).to_be_visible()
    assert any(re.fullmatch(r"\d+ Dec", tick) for tick in ticks(page)), ticks(page)
    turn_the_wheel(a_reader, 14)
    day_by_day = ticks(page)
    assert len(day_by_day) >= 6, day_by_day
    assert sum("20" in tick.split(" ")[-1] for tick in day_by_day) == 1, day_by_day
    start, end = lens(page)
    assert start < 0.33 < end
    assert a_reader.count() == shown
    expect(page).to_have_url(re.compile(rf"^{re.escape(a_reader.address)}/\?window=[\d,-]+$"))
    page.mouse.dblclick(*at)
    expect(page.locator(".lens")).to_be_hidden()
    expect(page.locator(".xtick text")).to_have_text(whole)
    expect(page).to_have_url(f"{a_reader.address}/")


def test_a_drag_moves_a_zoomed_timeline_and_selects_nothing(a_reader: Dashboard) -> None:
    page = a_reader.page
    x, y = over_the_timeline(page, 0.5)
    turn_the_wheel(a_reader, 5)
    before = lens(page)
    page.mouse.down()
    page.mouse.move(x - 150, y, steps=5)
    page.mouse.up()
    a_reader.quiet(100)
    after = lens(page)
    assert after[0] > before[0]
    assert after[1] - after[0] == pytest.approx(before[1] - before[0], abs=0.003)
    expect(page.locator(".ring")).to_be_hidden()
    page.locator(".zoom-all").click()
    expect(page.locator(".lens")).to_be_hidden()


def test_buttons_zoom_by_keyboard_and_say_when_they_have_nothing_to_do(a_reader: Dashboard) -> None:
    page = a_reader.page
    expect(page.locator(".zoom-out")).to_be_disabled()
    page.locator(".zoom-in").press("Enter")
    expect(page.locator(".lens")).to_be_visible()
    expect(page.locator(".zoom-in")).to_have_accessible_name(SAY["zoom_in"])
    page.locator(".zoom-out").press("Enter")
    expect(page.locator(".lens")).to_be_hidden()


def test_an_event_chosen_elsewhere_comes_into_a_zoomed_timelines_sight(a_reader: Dashboard) -> None:
    page = a_reader.page
    over_the_timeline(page, 0.33)
    turn_the_wheel(a_reader, 8)
    page.locator("[data-event=hafez-al-assad-takes-power]").click()
    expect(page.locator(".ring")).to_be_visible()
    a_reader.until(lambda: lens(page)[0] < 0.05, "the timeline shows where the event is")
    page.locator(".zoom-all").click()


def test_two_fingers_zoom_the_timeline(a_visitor_with_fingers: tuple[Dashboard, CDPSession]) -> None:
    visitor, fingers = a_visitor_with_fingers
    page = visitor.open("?lang=ar").page
    box = page.locator(".plot-box").bounding_box()
    assert box
    y, middle = box["y"] + box["height"] / 2, box["x"] + box["width"] / 2

    def touch(kind: str, apart: float) -> None:
        points = [{"x": middle - apart, "y": y, "id": 0}, {"x": middle + apart, "y": y, "id": 1}]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points if apart else []})

    touch("touchStart", 40)
    for apart in range(50, 130, 10):
        touch("touchMove", apart)
    touch("touchEnd", 0)
    expect(page.locator(".lens")).to_be_visible()
    start, end = lens(page)
    assert end - start == pytest.approx(40 / 120, abs=0.06)
    assert start < 0.5 < end


def test_each_kind_of_mark_is_in_the_legend(a_reader: Dashboard) -> None:
    key = a_reader.page.locator(".filters .key")
    of_dates = {f"mark_{boundary}" for boundary in Boundary}
    columns = dataset(ATLAS)
    there = {
        name
        for bit, name in enumerate(columns["dateMarks"])
        if any(marks >> bit & 1 for marks in columns["events"]["marks"])
    }
    said = [SAY[name] for name in SAY if name.startswith(("mark_", "map_key_")) and name not in of_dates - there]
    assert {"mark_approximate", "mark_open"} <= there
    assert "mark_unknown" not in there
    assert len(said) >= 18
    assert sorted(key.locator("p span").all_text_contents()) == sorted(said)
    assert key.locator("p svg").count() == len(said)


def test_the_legend_filters_both_views_when_it_is_clicked(a_reader: Dashboard) -> None:
    page = a_reader.page
    box = page.locator(".filters .choice[data-choice=collapse] input")
    colour = ATLAS.themes["collapse"].colour
    slices = a_reader.map.locator(f'.atlas-place [fill="{colour}"]')
    assert slices.count() > 0
    box.uncheck()
    expect(slices).to_have_count(0)
    expect(page).to_have_url(re.compile("theme="))


def test_the_networks_map_is_a_switch_that_asks_nothing_until_it_is_on(
    a_chromium: Browser, the_dashboards_address: str
) -> None:
    context = a_chromium.new_context(viewport={"width": 1440, "height": 900})
    asked: list[str] = []
    works = False

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if works:
            route.fulfill(body=ONE_PIXEL, content_type="image/png")
        else:
            route.abort()

    context.route(f"{TILES['url'].split('{')[0]}**", answer)
    visitor = watched_page(context, the_dashboards_address).open()
    switch = visitor.map.locator(".atlas-tiles")
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert asked == []
    switch.click()
    expect(visitor.map.locator(".atlas-failed")).to_have_text(SAY["tiles_failed"])
    expect(switch).to_have_attribute("aria-pressed", "false")
    works = True
    switch.click()
    expect(visitor.map.locator(".atlas-failed")).to_have_count(0)
    expect(visitor.map.locator(".leaflet-tiles-pane img.leaflet-tile-loaded").first).to_be_visible()
    expect(visitor.map.locator(".atlas-note").first).to_contain_text(TILES["credit"])
    expect(visitor.map.locator(".atlas-label.country")).to_have_count(0)
    switch.click()
    expect(visitor.map.locator(".leaflet-tiles-pane img")).to_have_count(0)
    expect(visitor.map.locator(".atlas-label.country").first).to_be_visible()
    context.set_offline(True)
    expect(switch).to_be_hidden()
    context.close()
