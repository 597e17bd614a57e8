"""From what a reader does to all views painted, in a real browser: slider steps, filter clicks, searches, selections.

Each time runs

- from the `timeStamp` of the input, a real `mousemove` or click sent through the browser's debugging port: when the
  browser process received it, before any script has run. Where the slider joins several moves into one range, the
  earliest counts. Of a search, from when the words are looked up, a quarter of a second after the last key;
- to the end of the frame in which map, timeline and list show what the store has: the map says that it shows so many
  events, the counter says so, a selected event's card stands, and marks that the filters stop are dim. It is taken in a
  task right after that frame (`requestAnimationFrame`, then a MessageChannel). What the compositor does after the frame
  (raster, display) is not in it. How many events a range has is counted apart from the app's own code.

A **release** runs from the `timeStamp` of `pointerup` to when, and for good: the address has the new range, no rerun is
under way, and the counter says the tables' number for it. It is looked at once a frame.

The baseline, measured in the same browser before, is the least that an answer can take: a text set in the next frame.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, Frame, Page
from playwright.sync_api import TimeoutError as NotInTime

from app.model.tables.loader import load_atlas
from tests.chromium import OPENING_CLOSED, running_chromium, wait_until_complete
from tests.server import serving

SCRIPT = Path(__file__).with_name("interactions.js").read_text(encoding="utf-8")
STEP_PX = 8
"""Length of a move: some two days of the dense months, so that each step changes the range."""
SWEEP = (0.45, 0.97)
"""Between these shares of the axis the thumb goes to and fro."""
WARM_UP_STEPS = 20
RELEASE_PX = 48
CLICKS = 20
"""Filter clicks, searches and selections, each."""
SEARCHES = ("Baghdad", "دمشق", "crossing", "Sudani", "visit")
PATIENCE = 6
"""How many times forty seconds a first visitor waits, while the server reads its tables."""
KINDS = ("bare", "step", "filter", "search", "selection")


@dataclass
class Seen:
    """What was seen with one size of tables."""

    painted_ms: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    """By kind of interaction, input to all views painted; `bare` is the baseline."""
    release_ms: list[float] = field(default_factory=list)
    """Release to a settled page."""
    heap_mb: tuple[float, float] = (0.0, 0.0)
    """V8's heap that page and map share, after a collection: at the first view, and after all steps."""
    navigations: int = 0
    """How often a frame of the page, such as the map's, was loaded anew during all steps and releases."""
    same: dict[str, bool] = field(default_factory=dict)
    """Whether the map, its camera and the timeline are the same objects after all steps as before."""

    def figures(self) -> dict[str, Any]:
        """Return medians and 95th percentiles, rounded."""
        return {
            "painted_ms": {kind: _spread(values) for kind, values in self.painted_ms.items()},
            "steps": len(self.painted_ms["step"]),
            "release_ms": _spread(self.release_ms),
            "heap_mb_first_view": round(self.heap_mb[0], 1),
            "heap_mb_after_steps": round(self.heap_mb[1], 1),
            "navigations": self.navigations,
            "same": self.same,
        }


def interactions(folder: Path, steps: int = 200, releases: int = 12) -> dict[str, Any]:
    """Return the figures of the dashboard that shows the tables of `folder`."""
    with (
        running_chromium() as browser,
        serving("app", {"ATLAS_DATA_FOLDER": str(folder)}, patience_seconds=600) as address,
    ):
        _warm(browser, address)
        seen = Seen()
        seen.painted_ms["bare"] = _bare(browser, steps)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(OPENING_CLOSED)
        page.goto(address)
        wait_until_complete(page)
        _measure(page, folder, seen, steps, releases)
        return seen.figures()


def _warm(browser: Browser, address: str) -> None:
    """Visit once, so that the server has read its tables."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address)
    for _ in range(PATIENCE):
        try:
            wait_until_complete(page)
            break
        except NotInTime:
            continue
    page.close()


def _bare(browser: Browser, steps: int) -> list[float]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_content("<!doctype html><title>Bare</title>")
    page.evaluate(SCRIPT)
    page.evaluate("bench.watchBare()")
    for step in range(steps):
        page.mouse.move(100 + STEP_PX * (step % 100), 100)
    page.wait_for_timeout(200)
    taken = [step["at"] - step["input"] for step in page.evaluate("bench.steps")]
    page.close()
    return taken


def _measure(page: Page, folder: Path, seen: Seen, steps: int, releases: int) -> None:
    counting = _Counting(folder)
    page.wait_for_timeout(1500)
    page.evaluate(SCRIPT)
    page.evaluate("bench.watch()")
    # A camera of the reader's own, to see that it stays.
    _frame_of_the_map(page).evaluate("() => { atlasMap.map.setView([34.5, 41], 6.5, { animate: false }); }")
    page.wait_for_timeout(1500)
    heap_before = _heap_mb(page)
    thumb = _Thumb(page)
    thumb.press()
    thumb.move(WARM_UP_STEPS)
    before = page.evaluate("bench.objects()")
    page.wait_for_timeout(300)
    page.evaluate("bench.forget()")
    navigated: list[Frame] = []
    # After a release the page's own address changes within the document: that is meant.
    page.on("framenavigated", lambda frame: navigated.append(frame) if frame.parent_frame else None)
    thumb.move(steps)
    page.wait_for_timeout(1000)
    for step in _noted(page, seen, "step"):
        if step["shown"] != counting.touching(*step["range"]):
            raise RuntimeError(f"the tables have another number of events: {step}")
    page.mouse.up()
    after = page.evaluate("bench.objects()")
    seen.same = {name: before[name] == after[name] for name in before}
    page.wait_for_timeout(1000)
    for _ in range(releases):
        thumb.press()
        thumb.move(RELEASE_PX // STEP_PX)
        page.wait_for_timeout(200)
        page.evaluate("bench.awaitRelease()")
        page.mouse.up()
        page.wait_for_timeout(800)
        seen.release_ms.append(_released(page, counting))
    page.locator(".whole").click()
    page.wait_for_timeout(500)
    _measure_clicks(page, seen)
    seen.navigations = len(navigated)
    seen.heap_mb = (heap_before, _heap_mb(page))


def _measure_clicks(page: Page, seen: Seen) -> None:
    boxes = page.locator(".filters .themes input")
    themes = boxes.count()
    page.mouse.move(5, 5)
    for number in range(CLICKS + 2):
        if number == 2:  # the first two warm up
            page.evaluate("bench.forget()")
        boxes.nth((number // 2) % themes).click()  # each box off, and on again
        page.wait_for_timeout(150)
    _noted(page, seen, "filter")
    search = page.locator(".filters .search")
    search.focus()
    page.wait_for_timeout(2000)
    page.evaluate("bench.forget()")
    for number in range(CLICKS):
        search.fill(SEARCHES[number % len(SEARCHES)])
        page.wait_for_timeout(500)
    _noted(page, seen, "search")
    page.locator(".filters .clear").click()
    page.wait_for_timeout(500)
    page.evaluate("bench.forget()")
    rows = page.locator(".event-row:visible")
    for number in range(CLICKS):
        page.evaluate("bench.input = null")
        rows.nth(3 + number % 5).click()
        page.wait_for_timeout(150)
        page.locator(".reader .back").click()
        page.wait_for_timeout(150)
    _noted(page, seen, "selection")


def _noted(page: Page, seen: Seen, kind: str) -> list[dict[str, Any]]:
    """Return what was noted since the last time, and keep how long each took; raise where one was never painted."""
    steps: list[dict[str, Any]] = page.evaluate("bench.steps")
    page.evaluate("bench.forget()")
    if not steps:
        raise RuntimeError(f"nothing was noted for '{kind}'")
    for step in steps:
        if step["at"] is None:
            raise RuntimeError(f"{kind} was never painted: {step}")
    seen.painted_ms[kind] = [step["at"] - step["input"] for step in steps]
    return steps


class _Counting:
    """How many events of the essay's layer touch a range: from the tables, not from what the app says."""

    def __init__(self, folder: Path) -> None:
        spans = [span for event in load_atlas(folder).with_layers(()).events if (span := event.span("essay"))]
        self.firsts = sorted(span.earliest.toordinal() for span in spans)
        self.lasts = sorted(span.latest.toordinal() for span in spans)

    def touching(self, start: int, end: int) -> int:
        return bisect_right(self.firsts, end) - bisect_left(self.lasts, start)


class _Thumb:
    """The slider's thumb of the range's start, held by the mouse."""

    def __init__(self, page: Page) -> None:
        self._page = page
        box = page.locator(".time-panel .track").bounding_box()
        assert box
        self._left, self._width, self._y = box["x"], box["width"], 0.0
        self._x, self._direction = 0.0, 1

    def press(self) -> None:
        thumb = self._page.locator(".thumb[data-side=start]")
        box = thumb.bounding_box()
        assert box
        share = float(thumb.evaluate("(input) => input.value / input.max"))
        size = 16
        self._y = box["y"] + box["height"] / 2
        self._x = box["x"] + size / 2 + share * (box["width"] - size)
        self._page.mouse.move(self._x, self._y)
        self._page.mouse.down()
        if share < SWEEP[0]:
            self._x = self._left + SWEEP[0] * self._width
            self._page.mouse.move(self._x, self._y, steps=10)

    def move(self, steps: int) -> None:
        for _ in range(steps):
            x = self._x + self._direction * STEP_PX
            if not SWEEP[0] <= (x - self._left) / self._width <= SWEEP[1]:
                self._direction = -self._direction
                x = self._x + self._direction * STEP_PX
            self._x = x
            self._page.mouse.move(self._x, self._y)


def _released(page: Page, counting: _Counting) -> float:
    """Return the milliseconds that the last release took."""
    noted = page.evaluate("bench.released()")
    start, end = noted["range"]
    wanted = str(counting.touching(start, end))
    good = None
    for look in noted["looks"]:
        fine = look["still"] and look["address"] and look["count"] == wanted
        good = None if not fine else look["at"] if good is None else good
    if good is None:
        raise RuntimeError(f"the page did not settle: wanted {wanted}, {noted['looks'][-1]}")
    return float(good - noted["input"])


def _heap_mb(page: Page) -> float:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    session.detach()
    return float(metrics["JSHeapUsedSize"]) / 1e6


def _frame_of_the_map(page: Page) -> Frame:
    return next(frame for frame in page.frames if frame.evaluate("Boolean(window.atlasMap)"))


def _spread(values: list[float]) -> dict[str, float]:
    if len(values) < 2:
        return {"median": round(values[0], 1) if values else 0.0, "p95": round(values[0], 1) if values else 0.0}
    return {"median": round(median(values), 1), "p95": round(quantiles(values, n=20, method="inclusive")[-1], 1)}
