"""What elements of a page cover, as polygons: names along a river are turned, and their bounding boxes say too much."""

from __future__ import annotations

from playwright.sync_api import Locator
from shapely.geometry import Polygon

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
