"""From a move of the slider to both views painted, and from its release to a settled page, in a real browser.

A **step** is a real `mousemove` (sent through the browser's debugging port, one after the other as fast as the browser
takes them, which is at most one a frame) while a thumb of the slider is held. Its time runs

- from the `timeStamp` of its `pointermove`: when the browser process received it, before any script has run. Where the
  slider joins several moves into one message, the earliest counts;
- to the later of two moments: the timeline's veils and the map have been painted for that very range. The time is
  taken in a task right after the frame in which it was drawn (`requestAnimationFrame`, then a MessageChannel). For the
  map that is the frame after it has handled the message, and only if the number of events that it says it shows is
  the number that the tables have for this range, counted apart from the app's own code.

Page and map have clocks of their own; `performance.timeOrigin` brings them together. What the compositor does after the
frame (raster, display) is not in it. The list in the panel is not waited for, but its work is done by the same thread.

A **release** runs from the `timeStamp` of `pointerup` to when, and for good: the address has the new range, no rerun is
under way, and the counter says the tables' number for it. It is looked at once a frame.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, Frame, Page
from playwright.sync_api import TimeoutError as NotInTime

from app.model.loading import load_atlas
from tests.chromium import running_chromium, wait_until_complete
from tests.server import serving

SCRIPT = Path(__file__).with_name("slider_steps.js").read_text(encoding="utf-8")
STEP_PX = 8
"""Length of a move: some two days of the dense months, so that each step changes the range."""
SWEEP = (0.45, 0.97)
"""Between these shares of the axis the thumb goes to and fro."""
WARM_UP_STEPS = 20
RELEASE_PX = 48
PATIENCE = 6
"""How many times forty seconds a first visitor waits, while the server reads its tables."""


@dataclass
class Steps:
    """What was seen with one size of tables."""

    step_ms: list[float] = field(default_factory=list)
    """Input to both views painted."""
    map_ms: list[float] = field(default_factory=list)
    """Input to the map painted."""
    timeline_ms: list[float] = field(default_factory=list)
    """Input to the timeline painted."""
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
            "steps": len(self.step_ms),
            "step_ms": _spread(self.step_ms),
            "map_ms": _spread(self.map_ms),
            "timeline_ms": _spread(self.timeline_ms),
            "releases": len(self.release_ms),
            "release_ms": _spread(self.release_ms),
            "heap_mb_first_view": round(self.heap_mb[0], 1),
            "heap_mb_after_steps": round(self.heap_mb[1], 1),
            "navigations": self.navigations,
            "same": self.same,
        }


def slider_steps(folder: Path, steps: int = 200, releases: int = 12) -> dict[str, Any]:
    """Return the figures of the dashboard that shows the tables of `folder`."""
    with (
        running_chromium() as browser,
        serving("app", {"ATLAS_DATA_FOLDER": str(folder)}, patience_seconds=600) as address,
    ):
        _warm(browser, address)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        wait_until_complete(page)
        return _measure(page, folder, steps, releases).figures()


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


def _measure(page: Page, folder: Path, steps: int, releases: int) -> Steps:
    seen = Steps()
    map_frame = _frame_of_the_map(page)
    counting = _Counting(folder)
    page.evaluate(SCRIPT)
    page.evaluate("bench.watchPage()")
    map_frame.evaluate(SCRIPT)
    map_frame.evaluate("([firsts, lasts]) => bench.watchMap(firsts, lasts)", [counting.firsts, counting.lasts])
    # A camera of the reader's own, to see that it stays.
    map_frame.evaluate("() => { atlas.map.setView([34.5, 41], 6.5, { animate: false }); }")
    page.wait_for_timeout(1500)
    heap_before = _heap_mb(page)
    thumb = _Thumb(page)
    thumb.press()
    thumb.move(WARM_UP_STEPS)
    before = map_frame.evaluate("bench.objectsOfMap()"), page.evaluate("bench.objectsOfPage()")
    page.wait_for_timeout(300)
    for each in (page, map_frame):
        each.evaluate("bench.forget()")
    navigated: list[Frame] = []
    # After a release the page's own address changes within the document: that is meant.
    page.on("framenavigated", lambda frame: navigated.append(frame) if frame.parent_frame else None)
    thumb.move(steps)
    page.wait_for_timeout(2000)
    _join(seen, page.evaluate("bench.steps"), map_frame.evaluate("bench.painted"))
    page.mouse.up()
    after = map_frame.evaluate("bench.objectsOfMap()"), page.evaluate("bench.objectsOfPage()")
    seen.same = {name: before[at][name] == after[at][name] for at in (0, 1) for name in before[at]}
    page.wait_for_timeout(1000)
    for _ in range(releases):
        thumb.press()
        thumb.move(RELEASE_PX // STEP_PX)
        page.wait_for_timeout(200)
        page.evaluate("bench.awaitRelease()")
        page.mouse.up()
        page.wait_for_timeout(1500)
        seen.release_ms.append(_released(page, counting))
    seen.navigations = len(navigated)
    seen.heap_mb = (heap_before, _heap_mb(page))
    return seen


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


def _join(seen: Steps, steps: list[dict[str, Any]], painted: list[dict[str, Any]]) -> None:
    """Bring together what the page and what the map have noted of each range."""
    if not steps:
        raise RuntimeError("the slider's thumb was dragged, and no range was sent")
    for step in steps:
        on_map = next(
            (each["at"] for each in painted if each["range"] == step["range"] and each["at"] > step["input"]), None
        )
        if on_map is None or step["at"] is None:
            raise RuntimeError(f"a step was never painted: {step}")
        seen.map_ms.append(on_map - step["input"])
        seen.timeline_ms.append(step["at"] - step["input"])
        seen.step_ms.append(max(on_map, step["at"]) - step["input"])


def _released(page: Page, counting: _Counting) -> float:
    """Return the milliseconds that the last release took."""
    noted = page.evaluate("bench.released()")
    start, end = noted["range"]
    wanted = str(counting.touching(start, end))
    good = None
    for look in noted["looks"]:
        fine = look["still"] and look["address"] and look["count"].split(" ")[0] == wanted
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
    return next(frame for frame in page.frames if frame.evaluate("Boolean(window.atlas)"))


def _spread(values: list[float]) -> dict[str, float]:
    if len(values) < 2:
        return {"median": round(values[0], 1) if values else 0.0, "p95": round(values[0], 1) if values else 0.0}
    return {"median": round(median(values), 1), "p95": round(quantiles(values, n=20, method="inclusive")[-1], 1)}
