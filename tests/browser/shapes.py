"""What elements of a page cover, as polygons: names along a river are turned, and their bounding boxes say too much."""

from __future__ import annotations

from itertools import combinations

from playwright.sync_api import FrameLocator, Locator
from shapely.geometry import Polygon

from tests.browser.conftest import Dashboard

CORNERS = """(elements) => elements.map((element) => {
  const box = element.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const [w, h] = [element.offsetWidth ?? box.width, element.offsetHeight ?? box.height];
  const angle = parseFloat(element.style.rotate) || 0;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = ([a, b]) => [x + (a * cos - b * sin) / 2, y + (a * sin + b * cos) / 2];
  const corners = [[-w, -h], [w, -h], [w, h], [-w, h]].map(turned);
  return [element.textContent, corners];
})"""


class Shape:
    """One element: what it says and what it covers, px of its own page."""

    def __init__(self, text: str, corners: list[list[float]]) -> None:
        self.text, self.polygon = text, Polygon(corners)

    def __repr__(self) -> str:
        return f"{self.text!r} at {[round(edge) for edge in self.polygon.bounds]}"

    def covers(self, other: Shape, slack: float = 1.0) -> bool:
        """Return True where both cover common ground that is more than `slack` px wide."""
        return bool(self.polygon.intersection(other.polygon).buffer(-slack / 2).area > 0)

    def within(self, width: float, height: float) -> bool:
        """Return True where it lies wholly in a page of this size, give or take a pixel."""
        left, top, right, bottom = self.polygon.bounds
        return bool(left >= -1 and top >= -1 and right <= width + 1 and bottom <= height + 1)


def shapes(locator: Locator) -> list[Shape]:
    """Return the shapes of all elements found."""
    return [Shape(text, corners) for text, corners in locator.evaluate_all(CORNERS)]


def faults_of_looks(visitor: Dashboard, least: int = 8) -> list[object]:
    """Return what overlaps or is cut off, whatever it is; a map with fewer than `least` labels is a fault too."""
    page, width = visitor.page, visitor.page.evaluate("window.innerWidth")
    labels = shapes(visitor.map.locator(".atlas-label"))
    marks = shapes(visitor.map.locator(":is(.atlas-place, .atlas-crossing) svg, .atlas-journeys"))
    frame = visitor.map.locator("body").bounding_box()
    if not frame or len(labels) < least or page.evaluate("document.documentElement.scrollWidth") > width:
        return [frame, labels, width]
    titles = shapes(page.locator(".titles span:visible"))
    sections = shapes(page.locator(".section span:visible"))
    axis = shapes(page.locator(".xtick text, .breaks span"))
    lanes = shapes(page.locator(".lanes span"))
    return [
        *(
            pair
            for kind in (labels, titles, sections, axis, lanes)
            for pair in combinations(kind, 2)
            if pair[0].covers(pair[1])
        ),
        *((label, mark) for label in labels for mark in marks if label.covers(mark, slack=5)),
        *(label for label in labels if not label.within(frame["width"], frame["height"])),
    ]


def hidden_marks(map_frame: FrameLocator) -> list[Shape]:
    """Return the places' marks that the map's edge cuts in two, or that lie below its credits, scale or far places."""
    width, height = map_frame.locator("body").evaluate("() => [innerWidth, innerHeight]")
    sheet = Shape("the map", [[0, 0], [width, 0], [width, height], [0, height]])
    line = shapes(map_frame.locator(".atlas-note, .leaflet-control-scale, .atlas-chips button:visible"))
    marks = [mark for mark in shapes(map_frame.locator(".atlas-place svg")) if mark.covers(sheet)]
    return [mark for mark in marks if not mark.within(width, height) or any(mark.covers(part, 4) for part in line)]
