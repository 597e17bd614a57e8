"""The map in the live link: its camera, what it shows, the keyboard, and what it does without its base map."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Frame, expect

from app.model.chronology.date_words import span_in_words
from app.model.chronology.filtering import sort_events
from app.model.chronology.view import LANGUAGES, View
from app.words import counted, words
from tests.browser.conftest import Dashboard
from tests.chromium import MAP_FRAME
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
ATLAS = the_real_atlas()
SHOWN = sort_events(ATLAS, View()).shown
AT_PLACE = Counter(event.places[0] for event in SHOWN if event.places)
ONE_EVENT = next(e for e in SHOWN if e.places and AT_PLACE[e.places[0]] == 1 and e.places[0] == "aleppo")
IN_ORDER = sorted(SHOWN, key=lambda event: span.earliest if (span := event.span("essay")) else date.max)
START: dict[str, Any] = {
    "start": None,
    "end": None,
    "language": "en",
    "certainty": "possibly",
    "extent": False,
    "actors": [],
}
TELL = """(changes) => new Promise((done) => {
  atlasMap.atlas.view.set(changes);
  parent.requestAnimationFrame(() => parent.requestAnimationFrame(done));
})"""
"""Changes the View as another panel does, and waits until all have drawn it."""


class LiveMap:
    """The map of a page that stays open."""

    def __init__(self, visitor: Dashboard) -> None:
        self.visitor = visitor
        frame = visitor.page.locator(MAP_FRAME).element_handle().content_frame()
        assert frame
        self.frame: Frame = frame

    def tell(self, **changes: Any) -> None:  # noqa: ANN401, any field of the View
        """Change the View, and wait until the map has heard of it."""
        self.frame.evaluate(TELL, changes)

    def choose(self, start: date, end: date) -> None:
        """Change the range, and wait until the map has heard of it."""
        self.tell(start=start.toordinal(), end=end.toordinal())

    def start_anew(self) -> None:
        """Bring the map to the first view with nothing selected and nothing filtered."""
        self.frame.wait_for_function("!atlasMap.viewport.zooming")
        self.visitor.quiet(250)
        self.tell(**START, selected="", camera=None)
        self.visitor.quiet(250)

    def view(self, field: str) -> Any:  # noqa: ANN401, any field of the View
        """Return a field of the View as it is now."""
        return self.frame.evaluate("(field) => atlasMap.atlas.view.get()[field]", field)

    def told_camera(self) -> list[float]:
        """Return the camera that the map has told the View; wait until it is where the map is now."""
        self.frame.wait_for_function(
            """() => {
              const { camera } = atlasMap.atlas.view.get();
              const { lat, lng } = atlasMap.map.getCenter();
              return camera && Math.abs(camera[0] - lat) < 1e-3 && Math.abs(camera[1] - lng) < 1e-3;
            }"""
        )
        return self.view("camera")  # type: ignore[no-any-return] # JSON

    @property
    def camera(self) -> list[float]:
        """Centre and zoom."""
        where = "() => { const { lat, lng } = atlasMap.map.getCenter(); return [lat, lng, atlasMap.map.getZoom()]; }"
        return self.frame.evaluate(where)  # type: ignore[no-any-return] # JSON

    def focus_a_marker(self) -> str:
        """Go to the first marker by keyboard; return its place."""
        self.frame.locator(".leaflet-container").focus()
        # Journeys and corridors come before the markers.
        for _ in range(60):
            self.visitor.page.keyboard.press("Tab")
            if self.frame.evaluate("document.activeElement.matches('.leaflet-marker-icon')"):
                break
        return str(self.frame.evaluate("document.activeElement.querySelector('.atlas-place').dataset.place"))


@pytest.fixture(scope="module")
def a_page_that_stays_open(a_page_left_open: Dashboard) -> LiveMap:
    """Return the map of the page that all tests of this file share."""
    return LiveMap(a_page_left_open)


@pytest.fixture
def a_map_at_its_start(a_page_that_stays_open: LiveMap) -> LiveMap:
    """Return the map as it was first drawn."""
    a_page_that_stays_open.start_anew()
    return a_page_that_stays_open


def test_a_map_moved_by_its_buttons_tells_its_camera_and_does_not_fit_itself_again(a_map_at_its_start: LiveMap) -> None:
    live, page = a_map_at_its_start, a_map_at_its_start.visitor.page
    live.frame.locator(".leaflet-control-zoom-in").click()
    told = live.told_camera()
    assert told == pytest.approx(live.camera, abs=1e-2)
    page.set_viewport_size({"width": 1200, "height": 800})
    live.frame.wait_for_function("atlasMap.map.getSize().x < 700")
    live.visitor.quiet(300)
    assert live.camera[2] == told[2]
    live.start_anew()
    fitted = live.camera[2]
    page.set_viewport_size({"width": 1440, "height": 900})
    live.frame.wait_for_function("(zoom) => atlasMap.map.getZoom() > zoom", arg=fitted)
    live.visitor.quiet(300)
    assert live.view("camera") is None


@pytest.mark.parametrize("key", ["Equal", "ArrowDown"])
def test_a_map_moved_by_keys_is_moved_by_its_reader(a_map_at_its_start: LiveMap, key: str) -> None:
    live = a_map_at_its_start
    live.frame.locator(".leaflet-container").press(key)
    assert live.told_camera() == pytest.approx(live.camera, abs=1e-2)
    assert live.view("selected") == ""


def test_the_camera_stays_when_a_filter_runs_the_page_again(a_map_at_its_start: LiveMap) -> None:
    live, page = a_map_at_its_start, a_map_at_its_start.visitor.page
    live.frame.locator(".leaflet-control-zoom-in").click()
    live.told_camera()
    before, shown = live.camera, live.visitor.shown_on_map()
    box = page.locator(f".themes [data-choice={next(iter(ATLAS.themes))}] input")
    box.uncheck()
    live.frame.wait_for_function("(shown) => Number(document.documentElement.dataset.shown) < shown", arg=shown)
    assert live.camera == before
    box.check()
    live.frame.wait_for_function("(shown) => Number(document.documentElement.dataset.shown) === shown", arg=shown)
    assert live.camera == before


def test_a_map_takes_the_camera_it_is_told_and_says_what_is_in_sight(a_map_at_its_start: LiveMap) -> None:
    live = a_map_at_its_start
    live.tell(camera=[33.3, 44.4, 9])
    assert live.camera == pytest.approx([33.3, 44.4, 9], abs=0.01)
    live.visitor.quiet(300)
    assert live.view("camera") == [33.3, 44.4, 9]
    box = live.frame.evaluate("atlasMap.map.getBounds().toBBoxString()").split(",")
    west, south, east, north = (float(side) for side in box)
    inside = {
        place.id
        for place in ATLAS.places.values()
        if place.latitude is not None
        and place.longitude is not None
        and south <= place.latitude <= north
        and west <= place.longitude <= east
    }
    assert "baghdad" in inside
    assert "aleppo" not in inside
    sight = live.frame.evaluate(
        "atlasMap.dataset.events.filter((_, i) => atlasMap.atlas.sight()[i]).map(({ id }) => id)"
    )
    there = [event.id for event in ATLAS.events if event.places and event.places[0] in inside]
    assert [event_id for event_id in sight if event_id in {event.id for event in ATLAS.events}] == there


def test_a_map_goes_on_showing_what_lies_beyond_its_sight(a_map_at_its_start: LiveMap) -> None:
    live = a_map_at_its_start
    live.tell(camera=[36.2, 37.1, 9], extent=True)
    live.visitor.quiet(300)
    shown = live.frame.evaluate("atlasMap.atlas.visibility.tally[0]")
    assert 0 < shown < len(SHOWN)
    live.visitor.expect_on_map(len(SHOWN))


def test_a_view_that_changes_elsewhere_does_not_move_the_map(a_map_at_its_start: LiveMap) -> None:
    live = a_map_at_its_start
    live.tell(camera=[33.3, 44.4, 8])
    live.frame.locator(".leaflet-control-zoom-out").click()
    live.frame.wait_for_function("atlasMap.map.getZoom() < 8")
    moved = live.camera
    live.tell(certainty="certainly")
    assert live.camera == moved
    live.visitor.quiet(250)
    live.tell(certainty="possibly", camera=None)
    live.frame.wait_for_function("atlasMap.map.getBounds().contains(L.latLngBounds(atlasMap.settings.start))")


def test_a_selection_and_a_camera_are_drawn_without_counting_anew(a_map_at_its_start: LiveMap) -> None:
    live = a_map_at_its_start
    live.frame.evaluate("() => { atlasMap.counts.total = -1; }")
    live.tell(selected="place:baghdad", camera=[33.3, 44.4, 8])
    expect(live.frame.locator("[data-place=baghdad]").locator("xpath=..")).to_have_attribute("aria-pressed", "true")
    live.visitor.expect_on_map(-1)
    live.tell(certainty="certainly")
    live.tell(certainty="possibly")
    live.visitor.expect_on_map(len(SHOWN))


def test_the_map_follows_the_pages_instance(a_map_at_its_start: LiveMap) -> None:
    live = a_map_at_its_start
    live.frame.wait_for_selector("html[data-world=drawn]", state="attached")
    marks = live.frame.locator(".atlas-place, .atlas-crossing, .atlas-label, .leaflet-control, .leaflet-zoom-animated")
    drawn = marks.count()
    live.frame.evaluate("() => { atlasMap.earlier = true; }")
    live.visitor.page.evaluate(
        """() => {
          window.atlases = { page: { ...window.atlases.page, dataset: 'edited' } };
          window.dispatchEvent(new CustomEvent('atlas-registered'));
        }"""
    )
    live.frame.wait_for_function(
        "() => !atlasMap.earlier && document.documentElement.matches('[data-base=drawn][data-world=drawn][data-shown]')"
    )
    live.frame.wait_for_function("() => !atlasMap.settling")
    assert marks.count() == drawn
    live.frame.evaluate("() => { atlasMap.layers = Object.keys(atlasMap.map._layers).length; }")
    live.choose(date(2024, 12, 1), date(2024, 12, 31))
    live.tell(start=None, end=None)
    live.visitor.expect_on_map(len(SHOWN))
    live.frame.wait_for_function("() => Object.keys(atlasMap.map._layers).length === atlasMap.layers")


def test_a_marker_in_focus_has_a_ring_and_answers_to_enter_and_space(a_map_at_its_start: LiveMap) -> None:
    live, page = a_map_at_its_start, a_map_at_its_start.visitor.page
    place = live.focus_a_marker()
    style, width, across = live.frame.evaluate(
        "() => { const ring = document.activeElement.querySelector('.atlas-place');"
        " const style = getComputedStyle(ring);"
        " return [style.outlineStyle, parseFloat(style.outlineWidth), ring.getBoundingClientRect().width]; }"
    )
    assert style == "solid"
    assert width >= 2
    assert across > 14
    focused = live.frame.locator(".leaflet-marker-icon:focus")
    page.keyboard.press("Enter")
    expect(focused).to_have_attribute("aria-pressed", "true")
    assert live.view("selected") in (f"place:{place}", *(event.id for event in ATLAS.events))
    page.keyboard.press("Space")
    expect(focused).to_have_attribute("aria-pressed", "false")
    assert live.view("selected") == ""


@pytest.mark.parametrize(
    ("language", "key", "by"),
    [("en", "ArrowRight", 1), ("en", "ArrowLeft", -1), ("ar", "ArrowLeft", 1), ("ar", "ArrowRight", -1)],
)
def test_arrows_on_a_marker_step_to_an_event(a_map_at_its_start: LiveMap, language: str, key: str, by: int) -> None:
    live, page = a_map_at_its_start, a_map_at_its_start.visitor.page
    live.tell(language=language)
    live.focus_a_marker()
    for event in (IN_ORDER if by > 0 else IN_ORDER[::-1])[:2]:
        page.keyboard.press(key)
        assert live.view("selected") == event.id
    page.keyboard.press("Escape")
    assert live.view("selected") == ""


def an_actor_with_one_event_in(place: str) -> str:
    """Return an actor whose events in range are one in this place, and others elsewhere or none."""
    counts = Counter(actor for event in SHOWN if event.places[:1] == (place,) for actor in event.actors)
    return next(actor for actor, count in counts.items() if count == 1)


def test_a_marker_says_its_place_and_count_in_the_pages_language(a_map_at_its_start: LiveMap) -> None:
    live = a_map_at_its_start
    baghdad = live.frame.locator(".leaflet-marker-icon:has([data-place=baghdad])")
    expect(baghdad).to_have_attribute("aria-label", f"Baghdad: {AT_PLACE['baghdad']} events")
    live.tell(language="ar")
    expect(baghdad).to_have_attribute("aria-label", f"بغداد: {counted('ar', 'essay_events', AT_PLACE['baghdad'])}")
    live.tell(language="en", actors=[an_actor_with_one_event_in("baghdad")])
    expect(baghdad).to_have_attribute("aria-label", "Baghdad: 1 event")


def test_a_marker_with_one_event_opens_it_and_closes_it_again(a_map_at_its_start: LiveMap) -> None:
    live, page = a_map_at_its_start, a_map_at_its_start.visitor.page
    marker = live.frame.locator("[data-place=aleppo]")
    marker.click()
    expect(page.locator(".reader .card h2")).to_have_text(ONE_EVENT.title.en)
    marker.click()
    expect(page.locator(".reader .event-row").first).to_be_visible()
    assert live.view("selected") == ""


def test_what_is_selected_out_of_sight_is_brought_into_sight(a_map_at_its_start: LiveMap) -> None:
    live = a_map_at_its_start
    live.tell(camera=[30.5, 47.8, 8])
    live.tell(selected=ONE_EVENT.id)
    live.frame.wait_for_function("atlasMap.map.getBounds().contains(atlasMap.dataset.placeById.get('aleppo').at)")
    assert live.camera[2] == 8
    live.visitor.quiet(250)
    live.tell(camera=[30.5, 47.8, 8], selected="place:mosul")
    live.visitor.quiet(100)
    assert live.camera[:2] == pytest.approx([30.5, 47.8], abs=0.01), "a camera that is told wins over a selection"


def test_what_lies_far_away_is_marked_on_its_edge_and_a_press_goes_there(a_map_at_its_start: LiveMap) -> None:
    live = a_map_at_its_start
    event = next(event for event in SHOWN if event.places[:1] == ("astana",))
    before = live.camera
    live.tell(selected=event.id)
    chip = live.frame.locator(".atlas-chips button[aria-pressed=true]")
    expect(chip).to_contain_text("Astana")
    assert live.camera == before
    chip.click()
    live.frame.wait_for_function("atlasMap.map.getBounds().contains(atlasMap.dataset.placeById.get('astana').at)")
    expect(live.frame.locator(".atlas-chips button[data-places~=baghdad]")).to_be_visible()


def test_arrows_and_names_are_those_of_the_range(a_map_at_its_start: LiveMap) -> None:
    live = a_map_at_its_start
    arrows = live.frame.locator(".leaflet-journeys-pane path[stroke=none]")
    before = arrows.count()
    assert before > 2
    journey = next(event for event in SHOWN if event.id == "shatri-damascus-first")
    assert journey.essay_span
    day = journey.essay_span.earliest
    live.choose(day, day)
    assert arrows.count() == live.frame.evaluate("atlasMap.counts.flowsShown.length") < before
    shown = live.frame.locator(":is(.atlas-place, .atlas-crossing)").count()
    live.frame.wait_for_function(
        "(most) => document.querySelectorAll('.atlas-label:not(.country, .along)').length <= most", arg=shown
    )
    live.frame.evaluate("() => { atlasMap.counts.flows[atlasMap.counts.flowsShown[0]].head.fire('click'); }")
    assert live.view("selected") in {event.id for event in sort_events(ATLAS, View(start=day, end=day)).shown}
    live.tell(start=None, end=None)
    expect(arrows).to_have_count(before)


@pytest.mark.parametrize(
    ("day", "signs"),
    [
        (date(2011, 3, 15), {"al-qaim": "unknown", "rabia-yaarubiyah": "unknown", "al-walid-tanf": "unknown"}),
        (date(2024, 12, 7), {"al-qaim": "open", "rabia-yaarubiyah": "closed", "fishkhabour-semalka": "unknown"}),
        (date(2024, 12, 8), {"al-qaim": "closed", "rabia-yaarubiyah": "closed", "al-walid-tanf": "closed"}),
        (date(2025, 4, 25), {"al-qaim": "restricted", "rabia-yaarubiyah": "closed", "al-walid-tanf": "closed"}),
    ],
    ids=str,
)
def test_a_crossing_shows_how_it_stood_at_the_end_of_the_range(
    a_map_at_its_start: LiveMap, day: date, signs: dict[str, str]
) -> None:
    live = a_map_at_its_start
    live.choose(date(2003, 1, 1), day)
    for place, status in signs.items():
        expect(live.frame.locator(f"[data-crossing={place}]")).to_have_attribute("data-status", status)


def test_the_signs_of_crossings_differ_in_shape_and_the_key_draws_them_all(a_map_at_its_start: LiveMap) -> None:
    live = a_map_at_its_start
    shapes = {}
    for day in (date(2011, 3, 15), date(2024, 12, 7), date(2024, 12, 8), date(2025, 4, 25)):
        live.choose(date(2003, 1, 1), day)
        sign = live.frame.locator("[data-crossing=al-qaim]")
        status = sign.get_attribute("data-status")
        shapes[status] = sign.locator("svg").evaluate(
            "svg => [...svg.children].map((part) => part.textContent + part.getAttribute('d')"
            " + part.hasAttribute('stroke-dasharray')).join(' ')"
        )
    assert shapes.keys() == {"unknown", "open", "closed", "restricted"}
    assert len(set(shapes.values())) == len(shapes)
    key = live.visitor.page.locator("details.key")
    for status in shapes:
        expect(key).to_contain_text(words("en")[f"map_key_{status}"])


def test_no_marker_covers_the_middle_of_a_crossings_sign_where_there_is_room_beside_its_ring(
    a_map_at_its_start: LiveMap,
) -> None:
    live = a_map_at_its_start
    for last in (date(2024, 12, 20), date(2025, 3, 31), date(2025, 5, 31)):
        live.choose(date(2024, 12, 1), last)
        covered = live.frame.evaluate(
            """() => atlasMap.crossings.filter(({ point }) => atlasMap.markers.some((marker) => marker.shown
                 && Math.hypot(marker.point.x - point.x, marker.point.y - point.y) < marker.radius))
                 .map(({ place }) => place.id)"""
        )
        assert covered == []


def test_a_restricted_crossing_says_so_in_both_languages(a_visitor: Dashboard) -> None:
    for language in LANGUAGES:
        a_visitor.open(f"?from=2024-12-01&to=2025-03-31&selected=place:al-qaim&lang={language}")
        said = words(language)["crossing_restricted"]
        sign = a_visitor.map.locator(".leaflet-marker-icon", has=a_visitor.map.locator("[data-crossing=al-qaim]"))
        expect(sign).to_have_attribute("aria-label", f"{ATLAS.places['al-qaim'].name.say(language)}: {said}")
        expect(a_visitor.page.locator(".reader .crossing-states li", has_text=said)).to_have_count(1)


def test_a_crossing_says_who_held_it_and_opens_its_card(a_map_at_its_start: LiveMap) -> None:
    live = a_map_at_its_start
    live.choose(date(2024, 12, 1), date(2025, 3, 31))
    sign = live.frame.locator("[data-crossing=rabia-yaarubiyah]")
    sign.hover()
    tip = live.frame.locator(".atlas-tip", has_text="Rabia")
    expect(tip).to_contain_text("31 Mar 2025")
    expect(tip).to_contain_text(f"closed ({span_in_words('2013~/2026-04-19', 'en')})")
    expect(tip).to_contain_text(f"held by: SDF ({span_in_words('2018-10/2026-01', 'en')})")
    sign.click()
    card = live.visitor.page.locator(".reader .card")
    expect(card.locator("h2")).to_have_text("Rabia–Yaarubiyah crossing")
    rows = card.locator(".crossing-states li")
    expect(rows.filter(has_text="closed")).to_contain_text("Crossings closed during the war")
    rows.filter(has_text="SDF").locator("summary").click()
    rows.filter(has_text="SDF").locator("button").click()
    expect(card.locator("h2")).to_have_text("SDF holds crossings in the north-east")


def test_without_its_base_map_the_map_says_so_and_still_shows_its_events(
    a_visitor: Dashboard,
) -> None:
    visitor = a_visitor
    visitor.page.route("**/basemap.json*", lambda route: route.abort())
    visitor.page.goto(f"{visitor.address}/?lang=ar")
    expect(visitor.map.get_by_role("status")).to_contain_text("تعذّر تحميل خريطة الأساس", timeout=40_000)
    expect(visitor.map.locator("html")).to_have_attribute("data-base", "failed")
    expect(visitor.map.locator("html")).to_have_attribute("data-shown", str(len(SHOWN)))
    expect(visitor.map.locator(".atlas-label.area").first).to_be_visible()
    visitor.map.locator("[data-place=aleppo]").click()
    expect(visitor.page.locator(".reader .card h2")).to_have_text(ONE_EVENT.title.say("ar"))
