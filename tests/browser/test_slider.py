"""The slider: played, stepped, typed, dragged and chosen by chapter.

Most tests share one page, which is brought to rest between them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, CDPSession, FloatRect, Locator, Page, expect

from app.model.chronology.date_words import day_in_words
from app.model.chronology.entities import Event
from app.model.chronology.filtering import sort_events
from app.model.chronology.timescale import TimeScale
from app.model.chronology.view import View
from app.views.timeline.scale import scale_of
from tests.browser.conftest import Dashboard, watched_page
from tests.chromium import MAP_FRAME
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
ATLAS = the_real_atlas()
SCALE: TimeScale = scale_of(ATLAS)
CHAPTER = next(chapter for chapter in ATLAS.chapters if chapter.id == "fall-of-the-regime")


COUNT_WRITES = """() => {
  window.addressWrites = 0;
  for (const name of ["pushState", "replaceState"]) {
    const write = history[name];
    history[name] = function writeAndCount(...given) {
      const before = location.href;
      write.apply(this, given);
      if (location.href !== before) window.addressWrites += 1;
    };
  }
}"""


@dataclass
class Reader:
    """Explore in a browser with motion, and what its page has sent to Python."""

    dashboard: Dashboard
    sent: list[int] = field(default_factory=list)
    """A length for each message to Python: there are none, whatever the reader does."""

    @property
    def page(self) -> Page:
        return self.dashboard.page

    def field(self, side: str) -> Locator:
        return self.page.locator(f".typed input[data-side={side}]")

    def day(self, side: str) -> date:
        return date.fromisoformat(self.field(side).input_value())

    def sees_pass(self, side: str, pattern: object) -> None:
        """Wait until a field shows a day, looking in every frame: while playing it stands for a moment only."""
        assert self.field(side).evaluate(
            """(input, pattern) => new Promise((done) => {
              const end = performance.now() + 15000;
              const look = () => {
                const seen = new RegExp(pattern).test(input.value);
                if (seen || performance.now() > end) done(seen);
                else requestAnimationFrame(look);
              };
              look();
            })""",
            str(pattern),
        )

    def type_day(self, side: str, text: str) -> None:
        self.field(side).fill(text)
        self.field(side).press("Enter")

    def choose(self, start: str, end: str) -> None:
        """Type a range, and wait until it stands in the address."""
        self.dashboard.choose(start, end)
        self.rest()

    def rest(self) -> None:
        self.dashboard.settle()
        self.page.evaluate("window.addressWrites = 0")

    def reported(self) -> int:
        """How often the address has been written since the last rest, as far as it has been."""
        return int(self.page.evaluate("window.addressWrites"))

    def reports(self) -> int:
        """How often the address has been written since the last rest."""
        self.dashboard.settle()
        assert self.sent == []
        return self.reported()

    def fill_width(self) -> float:
        box = self.page.locator(".fill").bounding_box()
        assert box
        return box["width"]

    def heading(self) -> Locator:
        return self.page.locator(".reader h2")


def opened(context: BrowserContext, address: str, query: str = "") -> Reader:
    reader = Reader(watched_page(context, address))
    reader.page.emulate_media(reduced_motion="no-preference")
    reader.page.on("websocket", lambda socket: socket.on("framesent", lambda message: reader.sent.append(len(message))))
    reader.dashboard.open(query)
    reader.dashboard.settle()
    reader.sent.clear()
    reader.page.evaluate(COUNT_WRITES)
    return reader


@pytest.fixture(scope="module")
def the_shared_reader(warm_browser: BrowserContext, the_dashboards_address: str) -> Iterator[Reader]:
    """Yield one page for all tests of this file; at the end its console must have stayed quiet."""
    reader = opened(warm_browser, the_dashboards_address)
    yield reader
    assert reader.dashboard.complaints == []
    reader.page.close()


@pytest.fixture
def a_reader(the_shared_reader: Reader) -> Reader:
    """Return the shared page with the whole span and nothing selected."""
    page = the_shared_reader.page
    page.emulate_media(reduced_motion="no-preference")
    page.locator(".speeds").select_option("fast")
    page.locator(".modes").select_option("growing")
    page.locator(".whole").click()
    page.keyboard.press("Escape")
    expect(page.locator(".ring")).to_be_hidden()
    expect(page).not_to_have_url(re.compile("from=|to=|selected="))
    the_shared_reader.rest()
    return the_shared_reader


def in_order(view: View) -> list[Event]:
    """Return what a view shows, by first day and then by row."""
    spans = [(event, event.span(view.basis)) for event in sort_events(ATLAS, view).shown]
    return [event for event, _ in sorted(spans, key=lambda pair: pair[1].earliest if pair[1] else date.max)]


def test_play_lets_the_end_of_the_range_grow_and_reports_it_once_when_it_stops(a_reader: Reader) -> None:
    a_reader.choose("2024-12-01", "2025-01-01")
    page, play = a_reader.page, a_reader.page.get_by_label("Play", exact=True)
    veil = page.locator(".veil.after").bounding_box()
    play.click()
    expect(play).to_have_attribute("aria-pressed", "true")
    a_reader.sees_pass("end", "2025-0[2-5]")
    assert a_reader.reported() == 0
    play.click()
    expect(play).to_have_attribute("aria-pressed", "false")
    assert a_reader.reports() == 1
    assert a_reader.day("start") == date(2024, 12, 1)
    end = a_reader.day("end")
    expect(page).to_have_url(re.compile(f"from=2024-12-01&to={end}"))
    view = View(start=date(2024, 12, 1), end=end)
    a_reader.dashboard.expect_count(view)
    a_reader.dashboard.expect_on_map(len(sort_events(ATLAS, view).shown))
    veil_after = page.locator(".veil.after").bounding_box()
    assert veil
    assert veil_after
    assert veil_after["width"] < veil["width"]


def test_play_moves_the_window_at_its_width_until_escape(a_reader: Reader) -> None:
    a_reader.choose("2024-12-10", "2025-01-10")
    width = a_reader.fill_width()
    a_reader.page.locator(".modes").select_option("moving")
    a_reader.page.get_by_label("Play", exact=True).click()
    a_reader.sees_pass("start", "2025-0[123]")
    a_reader.page.keyboard.press("Escape")
    expect(a_reader.page.get_by_label("Play", exact=True)).to_have_attribute("aria-pressed", "false")
    assert a_reader.reports() == 1
    assert a_reader.fill_width() == pytest.approx(width, abs=6)
    start = a_reader.day("start")
    expect(a_reader.page).to_have_url(re.compile(f"from={start}"))
    a_reader.dashboard.quiet(200)
    assert a_reader.day("start") == start


def test_play_ends_at_the_end_and_begins_anew_from_there(a_reader: Reader) -> None:
    a_reader.choose("2025-05-01", "2025-06-05")
    play = a_reader.page.get_by_label("Play", exact=True)
    play.click()
    expect(play).to_have_attribute("aria-pressed", "false")
    assert a_reader.day("end") == SCALE.last
    assert a_reader.reports() == 1
    play.click()
    a_reader.sees_pass("end", "2025-05-")
    a_reader.page.locator(".thumb[data-side=start]").press("ArrowRight")
    expect(play).to_have_attribute("aria-pressed", "false")


def test_play_jumps_from_event_to_event_where_no_motion_is_wanted(a_reader: Reader) -> None:
    a_reader.choose("2025-03-01", "2025-03-31")
    starts = [span.earliest for event in ATLAS.events if (span := event.span("essay"))]
    then, after = sorted({day for day in starts if day > date(2025, 3, 31)})[:2]
    a_reader.page.emulate_media(reduced_motion="reduce")
    stops = a_reader.page.get_by_label("Play", exact=True).evaluate(
        """(button) => new Promise((done) => {
          const end = button.getRootNode().querySelector(".typed input[data-side=end]");
          const until = performance.now() + 15000;
          button.focus();
          button.click();
          const seen = [end.value];
          const look = () => {
            if (seen.at(-1) !== end.value) seen.push(end.value);
            if (seen.length < 3 && performance.now() < until) requestAnimationFrame(look);
            else done(seen);
          };
          look();
        })"""
    )
    assert stops == ["2025-03-31", then.isoformat(), after.isoformat()]
    a_reader.page.keyboard.press("Escape")


def test_a_chapter_chosen_sets_its_range_and_stays_chosen_until_the_range_moves(a_reader: Reader) -> None:
    page = a_reader.page
    expect(page.locator(".whole")).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Range of a chapter").select_option(CHAPTER.title.en)
    expect(page).to_have_url(re.compile(f"from={CHAPTER.start}&to={CHAPTER.end}"))
    assert a_reader.reports() == 1
    assert (a_reader.day("start"), a_reader.day("end")) == (CHAPTER.start, CHAPTER.end)
    expect(page.locator(".whole")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".presets")).to_have_value(CHAPTER.id)
    page.locator(".thumb[data-side=end]").press("ArrowRight")
    expect(page.locator(".presets")).to_have_value("")


def test_arrows_step_through_what_is_in_range_in_order_wherever_the_focus_is(a_reader: Reader) -> None:
    a_reader.choose("2024-12-01", "2024-12-31")
    page = a_reader.page
    order = in_order(View(start=date(2024, 12, 1), end=date(2024, 12, 31)))
    page.locator(".filters .choice[data-choice=diplomacy] input").focus()
    page.keyboard.press("ArrowRight")
    expect(a_reader.heading()).to_have_text(order[0].title.en)
    page.keyboard.press("ArrowRight")
    expect(a_reader.heading()).to_have_text(order[1].title.en)
    expect(page.locator(".ring")).to_be_visible()
    page.get_by_label("Step to the later event").click()
    expect(a_reader.heading()).to_have_text(order[2].title.en)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(a_reader.heading()).to_have_text(order[0].title.en)
    page.keyboard.press("Control+ArrowRight")
    page.keyboard.press("Escape")
    expect(a_reader.heading()).to_have_count(0)
    page.keyboard.press("ArrowLeft")
    expect(a_reader.heading()).to_have_text(order[-1].title.en)
    expect(page).to_have_url(re.compile(f"selected={order[-1].id}"))


@pytest.mark.parametrize("place", [".filters .search", ".typed input[data-side=start]", ".presets"])
def test_arrows_in_a_field_belong_to_the_field(a_reader: Reader, place: str) -> None:
    a_reader.page.locator(place).focus()
    a_reader.page.keyboard.press("ArrowRight")
    a_reader.page.keyboard.press("ArrowLeft")
    a_reader.dashboard.quiet(300)
    expect(a_reader.heading()).to_have_count(0)
    expect(a_reader.page.locator(".ring")).to_be_hidden()


REFUSED = [
    ("2024-13-01", "does not exist"),
    ("2023-02-29", "does not exist"),
    ("0000-05-01", "four digits"),
    ("12024-05-01", "four digits"),
    ("-0044-03-15", "four digits"),
    ("50-05-01", "four digits"),
    ("8 December", "not a date"),
    ("soon", "not a date"),
    ("", "not a date"),
]


def test_what_is_no_day_is_refused_with_a_word_why(a_reader: Reader) -> None:
    start, complaint = a_reader.field("start"), a_reader.page.locator(".complaint")
    for text, why in REFUSED:
        a_reader.type_day("start", text)
        expect(complaint).to_contain_text(why)
        expect(start).to_have_attribute("aria-invalid", "true")
        expect(start).to_have_value(text)
    assert a_reader.reports() == 0
    start.press("Escape")
    expect(start).to_have_value(SCALE.first.isoformat())
    expect(complaint).to_be_empty()
    a_reader.choose("2024-12-01", "2025-01-01")
    a_reader.type_day("end", "2024-11-30")
    expect(complaint).to_contain_text("end before it begins")
    a_reader.type_day("start", "2024-11-01")
    expect(complaint).to_be_empty()
    expect(a_reader.page).to_have_url(re.compile("from=2024-11-01&to=2024-11-30"))


def test_a_typed_day_is_reported_once_and_one_beyond_the_axis_is_brought_to_its_end(a_reader: Reader) -> None:
    a_reader.type_day("start", "٢٠٢٤-١٢-٠٨")
    a_reader.field("end").focus()
    assert a_reader.reports() == 1
    assert a_reader.day("start") == date(2024, 12, 8)
    a_reader.rest()
    a_reader.type_day("start", "0050-03-01")
    expect(a_reader.page.locator(".complaint")).to_contain_text("nearest day was used")
    expect(a_reader.field("start")).to_have_value(SCALE.first.isoformat())
    a_reader.page.locator(".whole").focus()
    assert a_reader.reports() == 1
    expect(a_reader.page.locator(".complaint")).to_contain_text(f"1 Jul 1969 to {day_in_words(SCALE.last, 'en')}")


def test_no_field_that_has_the_focus_is_written_into(a_reader: Reader) -> None:
    a_reader.choose("2024-12-01", "2025-01-01")
    start = a_reader.field("start")
    a_reader.page.locator(".whole").focus()
    # The range is moved, and in the same frame a reader selects the day to type over it.
    start.evaluate(
        """(input) => {
          input.getRootNode().querySelector(".whole").click();
          input.focus();
          input.select();
        }"""
    )
    expect(a_reader.field("end")).to_have_value(SCALE.last.isoformat())
    a_reader.dashboard.settle()
    assert start.evaluate("(input) => [input.value, input.selectionStart, input.selectionEnd]") == ["2024-12-01", 0, 10]
    a_reader.page.keyboard.type("2024-11-15\n")
    expect(a_reader.page).to_have_url(re.compile(r"from=2024-11-15(?!.*&to=)"))
    a_reader.page.locator(".whole").evaluate("(button) => button.click()")
    a_reader.dashboard.quiet()
    expect(start).to_have_value("2024-11-15")
    a_reader.field("end").focus()
    expect(start).to_have_value(SCALE.first.isoformat())


def test_words_being_typed_outlive_a_view_that_python_brings(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    page.locator("[data-event=aleppo-captured]").click()
    expect(page).to_have_url(re.compile("selected=aleppo-captured"))
    search = page.locator(".filters .search")
    search.evaluate(
        """(input) => {
          input.focus();
          document.execCommand("insertText", false, "damasc");
          history.back();
        }"""
    )
    page.keyboard.type("us")
    expect(page.locator(".reader h2")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"\?words=damascus$"))
    expect(search).to_have_value("damascus")
    expect(search).to_be_focused()


def test_a_rerun_does_not_overwrite_a_day_half_typed(a_reader: Reader) -> None:
    box = a_reader.page.locator(".filters .choice[data-choice=diplomacy] input")
    a_reader.field("start").fill("2024-1")
    box.evaluate("(input) => input.click()")
    expect(a_reader.page).to_have_url(re.compile("theme="))
    a_reader.dashboard.settle()
    expect(a_reader.field("start")).to_be_focused()
    expect(a_reader.field("start")).to_have_value("2024-1")
    a_reader.page.keyboard.type("2-08\n")
    expect(a_reader.page).to_have_url(re.compile("from=2024-12-08"))
    box.check()
    expect(a_reader.page).not_to_have_url(re.compile("theme="))


def test_the_window_dragged_keeps_its_width_on_the_scale_and_reports_once(a_reader: Reader) -> None:
    a_reader.choose("2025-01-01", "2025-02-01")
    page, mouse = a_reader.page, a_reader.page.mouse
    box = page.locator(".fill").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 2
    mouse.move(x, y)
    mouse.down(button="right")
    mouse.move(x + 60, y, steps=3)
    mouse.up(button="right")
    page.keyboard.press("Escape")
    assert a_reader.day("start") == date(2025, 1, 1)
    mouse.move(x, y)
    mouse.down()
    mouse.move(x - 330, y, steps=6)
    expect(a_reader.field("start")).to_have_value(re.compile("^(19|200|201)"))
    assert a_reader.fill_width() == pytest.approx(box["width"], abs=6)
    assert a_reader.reported() == 0
    mouse.move(x + 40, y, steps=3)
    page.locator(".fill").dispatch_event("pointercancel", {"pointerId": 1})
    mouse.move(x + 90, y, steps=3)
    mouse.up()
    assert a_reader.reports() == 1
    assert a_reader.fill_width() == pytest.approx(box["width"], abs=6)
    moved = a_reader.day("start") - date(2025, 1, 1)
    assert 5 < moved.days < 25


def test_a_finger_drags_the_window_and_does_not_scroll_the_page(
    a_visitor_with_fingers: tuple[Dashboard, CDPSession],
) -> None:
    visitor, finger = a_visitor_with_fingers
    visitor.open("?from=2024-12-01&to=2025-01-31")
    page, counted = visitor.page, visitor.count()
    page.locator(".fill").scroll_into_view_if_needed()
    box = page.locator(".fill").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 11):
        at = {"x": x + 6 * step, "y": y + 2 * step}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [at]})
    expect(page.locator(".reader .count")).not_to_have_text(counted)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page).not_to_have_url(re.compile("from=2024-12-01"))
    moved = page.locator(".fill").bounding_box()
    assert moved
    assert moved["x"] - box["x"] == pytest.approx(60, abs=3)
    assert (moved["width"], moved["y"]) == pytest.approx((box["width"], box["y"]), abs=2)


def test_a_click_undone_does_not_come_back_with_the_next_rerun(a_reader: Reader) -> None:
    page = a_reader.page
    page.locator("[data-event=aleppo-captured]").click()
    expect(page).to_have_url(re.compile("selected=aleppo-captured"))
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("selected="))
    box = page.locator(".filters .choice[data-choice=diplomacy] input")
    box.uncheck()
    expect(page).to_have_url(re.compile("theme="))
    box.check()
    expect(page).not_to_have_url(re.compile("theme="))
    a_reader.dashboard.settle()
    expect(page.locator(".ring")).to_be_hidden()
    expect(a_reader.heading()).to_have_count(0)
    expect(page).not_to_have_url(re.compile("selected="))


def test_over_two_hundred_steps_map_and_timeline_stay_the_same_and_where_they_are(a_reader: Reader) -> None:
    page, frame = a_reader.page, a_reader.dashboard.map.locator("html")
    centre = page.locator(MAP_FRAME).bounding_box()
    assert centre
    page.mouse.move(centre["x"] + 300, centre["y"] + 200)
    page.mouse.down()
    page.mouse.move(centre["x"] + 340, centre["y"] + 230, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile("camera="))
    a_reader.choose("2024-12-01", "2025-06-01")
    plot = page.locator(".time-panel .plot")
    frame.evaluate("() => { atlasMap.map.marked = true; }")
    plot.evaluate(
        "(plot) => { for (const one of [plot, plot._fullLayout, plot.firstElementChild]) one.marked = true; }"
    )
    where = "() => [atlasMap.map.getCenter().lat, atlasMap.map.getCenter().lng, atlasMap.map.getZoom()]"
    before = frame.evaluate(where)
    moved_frames: list[str] = []
    page.on("framenavigated", lambda each: moved_frames.append(each.url) if each != page.main_frame else None)
    thumb = page.locator(".thumb[data-side=start]")
    thumb.focus()
    for step in range(200):
        page.keyboard.press("ArrowRight" if step < 150 else "ArrowLeft")
    expect(page).to_have_url(re.compile("from=2025-03-11"))
    a_reader.dashboard.settle()
    assert moved_frames == []
    assert frame.evaluate(where) == before
    assert frame.evaluate("() => atlasMap.map.marked") is True
    assert (
        plot.evaluate("(plot) => [plot, plot._fullLayout, plot.firstElementChild].every((one) => one.marked)") is True
    )


def test_a_map_moved_reaches_the_address_once_and_draws_nothing_anew(a_reader: Reader) -> None:
    page = a_reader.page
    plot = page.locator(".time-panel .plot")
    plot.evaluate("(plot) => { plot._fullLayout.marked = 'camera'; }")
    before = page.url
    a_reader.dashboard.map.locator("html").evaluate("() => void atlasMap.map.panBy([70, 20], { animate: false })")
    expect(page).not_to_have_url(before)
    assert a_reader.reports() == 1
    assert re.search(r"camera=[\d.]+(%2C|,)[\d.]+(%2C|,)[\d.]+", page.url)
    assert plot.evaluate("(plot) => plot._fullLayout.marked") == "camera"


def test_only_what_the_map_shows_stands_out_on_the_timeline_and_is_stepped_through(a_reader: Reader) -> None:
    page, atlas_map = a_reader.page, a_reader.dashboard.map.locator("html")
    order = in_order(View())
    aleppo = [event for event in order if event.places[:1] == ("aleppo",)]
    there = ATLAS.places["aleppo"]
    page.locator(".filters .choice[data-choice=extent] input").check()
    expect(page).to_have_url(re.compile("extent=map"))
    atlas_map.evaluate(
        "(_, at) => void atlasMap.map.setView(at, 10, { animate: false })", [there.latitude, there.longitude]
    )
    faint = """(plot) => [...plot.querySelectorAll(".trace")].flatMap((trace) => {
        const { customdata } = trace.__data__[0].trace;
        const parts = [...trace.querySelectorAll(".points path")].filter(({ style }) => Number(style.opacity) < 0.5);
        return parts.map(({ __data__ }) => customdata[__data__.i]);
      })"""
    plot = page.locator(".time-panel .plot")
    a_reader.dashboard.until(lambda: len(plot.evaluate(faint)) > len(order) / 2, "most marks fade")
    a_reader.dashboard.settle()
    dimmed = set(plot.evaluate(faint))
    assert not dimmed & {event.id for event in aleppo}
    rows = page.locator(".reader .body > .rows .event-row:visible")
    expect(rows).to_have_count(len(order) - len(dimmed))
    assert {row.get_attribute("data-event") for row in rows.all()} == {event.id for event in order} - dimmed
    page.keyboard.press("ArrowRight")
    expect(a_reader.heading()).to_have_text(aleppo[0].title.en)
    page.locator(".filters .choice[data-choice=extent] input").uncheck()
    expect(page).not_to_have_url(re.compile("extent="))
    a_reader.dashboard.until(lambda: plot.evaluate(faint) == [], "no mark is faded")


def test_a_second_tab_is_not_driven_by_the_first(a_reader: Reader) -> None:
    second = watched_page(a_reader.page.context, a_reader.dashboard.address).open("?from=2025-01-01&to=2025-02-01")
    counted = second.count()
    a_reader.page.bring_to_front()
    a_reader.choose("2024-12-01", "2024-12-08")
    a_reader.page.keyboard.press("Escape")
    a_reader.page.locator(".whole").focus()
    a_reader.page.keyboard.press("ArrowRight")
    expect(a_reader.heading()).to_have_count(1)
    second.page.bring_to_front()
    expect(second.page.locator(".typed input[data-side=start]")).to_have_value("2025-01-01")
    assert second.count() == counted
    expect(second.page.locator(".reader h2")).to_have_count(0)
    second.page.close()
    a_reader.page.bring_to_front()


def test_in_arabic_the_left_arrow_leads_on_and_every_part_has_an_arabic_name(
    warm_browser: BrowserContext, the_dashboards_address: str
) -> None:
    reader = opened(warm_browser, the_dashboards_address, "?lang=ar&from=2024-12-01&to=2024-12-31")
    page = reader.page
    order = in_order(View(start=date(2024, 12, 1), end=date(2024, 12, 31)))
    page.keyboard.press("ArrowLeft")
    expect(reader.heading()).to_have_text(order[0].title.ar)
    page.keyboard.press("ArrowLeft")
    expect(reader.heading()).to_have_text(order[1].title.ar)
    page.keyboard.press("ArrowRight")
    expect(reader.heading()).to_have_text(order[0].title.ar)
    expect(page.get_by_role("group", name="مدى التواريخ")).to_have_count(1)
    expect(page.locator(".thumb[data-side=start]")).to_have_attribute("aria-valuetext", re.compile("كانون الأول 2024"))
    for part in page.locator(".time-panel :is(button, select, input):visible").all():
        name = part.get_attribute("aria-label") or part.inner_text()
        assert re.search("[\u0600-\u06ff]", name), name
    page.close()


def test_without_plotly_the_panel_says_so_and_tries_again(a_visitor: Dashboard) -> None:
    page = a_visitor.page
    page.emulate_media(reduced_motion="no-preference")
    page.route(re.compile("plotly"), lambda route: route.abort())
    page.goto(a_visitor.address)
    expect(page.locator(".failure")).to_contain_text("could not be loaded", timeout=20_000)
    page.locator(".thumb[data-side=start]").press("End")
    expect(page.locator(".reader .range")).to_contain_text(f"{day_in_words(SCALE.last, 'en')} –")
    page.unroute(re.compile("plotly"))
    page.locator(".whole").click()
    page.locator(".time-panel[data-drawn]").wait_for(timeout=20_000)
    expect(page.locator(".failure")).to_be_empty()


COPIES_OF = """(edges, id) => {
  const groups = [...edges.getRootNode().querySelectorAll(".scatterlayer .trace")];
  const isOf = (group) => (path) => group.__data__[0].trace.customdata?.[path.__data__.i] === id;
  const drawn = groups.flatMap((group) => [...group.querySelectorAll(".points > path")].filter(isOf(group)));
  const places = new Set(drawn.map((path) => path.getAttribute("transform")));
  const copies = [...edges.querySelectorAll("path")].filter((path) => places.has(path.getAttribute("transform")));
  return copies.map((path) => Number(getComputedStyle(path).opacity));
}"""
"""Returns the opacity of what is drawn of an event's point above the veils."""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_range_of_one_day_shows_its_points_whole_and_a_window_that_can_be_seen(
    a_visitor: Dashboard, language: str
) -> None:
    page = a_visitor.page
    spans = {event.id: event.essay_span for event in ATLAS.events if event.essay_span}
    day = Counter(span.latest for span in spans.values() if span.earliest == span.latest).most_common(1)[0][0]
    there = [key for key, span in spans.items() if span.earliest == span.latest == day]
    a_visitor.open(f"?from={day}&to={day}&lang={language}")
    opacities = [opacity for key in there for opacity in page.locator(".edges").evaluate(COPIES_OF, key)]
    assert len(opacities) >= len(there) > 0
    assert set(opacities) == {1.0}
    plot, window, fill = (box_of(page, name) for name in (".plot-box", ".window", ".fill"))
    assert window["width"] >= 12
    assert sum(box_of(page, f".veil.{side}")["width"] for side in ("before", "after")) <= plot["width"] - 12
    assert fill["width"] >= 24
    assert plot["x"] - 1 <= fill["x"] < fill["x"] + fill["width"] <= plot["x"] + plot["width"] + 1


def box_of(page: Page, name: str) -> FloatRect:
    box = page.locator(name).bounding_box()
    assert box
    return box


def test_the_thumbs_of_a_range_of_one_day_can_be_caught_and_moved(a_visitor: Dashboard) -> None:
    page = a_visitor.page
    a_visitor.open("?from=2024-12-26&to=2024-12-26")
    fill = box_of(page, ".fill")
    y = fill["y"] + fill["height"] / 2
    page.mouse.move(fill["x"] + fill["width"], y)
    page.mouse.down()
    page.mouse.move(fill["x"] + fill["width"] + 120, y, steps=6)
    page.mouse.up()
    expect(page.locator(".typed input[data-side=start]")).to_have_value("2024-12-26")
    expect(page.locator(".typed input[data-side=end]")).not_to_have_value("2024-12-26")
