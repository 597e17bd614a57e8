"""The outline of each marker shape as an SVG path, so that map, legend, list and card draw what Plotly draws."""

from __future__ import annotations

from math import cos, pi, sin


def _polygon(corners: int, turn: float, radius: float = 8.0) -> str:
    points = [
        (radius * sin(turn + 2 * pi * corner / corners), -radius * cos(turn + 2 * pi * corner / corners))
        for corner in range(corners)
    ]
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in points) + "Z"


def _saltire() -> str:
    corners = [(0, -2.6), (4.4, -7), (7, -4.4), (2.6, 0), (7, 4.4), (4.4, 7)]
    points = [*corners, *[(-x, -y) for x, y in corners]]
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in points) + "Z"


def _star() -> str:
    points = []
    for corner in range(10):
        radius = 9.0 if corner % 2 == 0 else 3.9
        points.append((radius * sin(pi * corner / 5), -radius * cos(pi * corner / 5)))
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in points) + "Z"


SHAPE_PATHS = {
    "circle": "M0,-7A7,7 0 1,1 0,7A7,7 0 1,1 0,-7Z",
    "square": "M-6.3,-6.3H6.3V6.3H-6.3Z",
    "diamond": _polygon(4, 0, 8.6),
    "triangle-up": _polygon(3, 0, 8.6),
    "triangle-down": _polygon(3, pi, 8.6),
    "pentagon": _polygon(5, 0),
    "hexagon": _polygon(6, 0),
    "cross": "M-2.6,-7.4H2.6V-2.6H7.4V2.6H2.6V7.4H-2.6V2.6H-7.4V-2.6H-2.6Z",
    "star": _star(),
    "x": _saltire(),
}
"""Path data in a box from -9 to 9, by Plotly's name of the shape."""
