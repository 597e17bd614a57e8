"""How the ends of bars are drawn: soft, dashed, dashed and soft, with an arrow, or with dots, as the date is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.model.chronology.date_sides import Boundary
from app.views.timeline.lanes import Mark

BODY_OPACITY = 0.62
"""Opacity of a bar's fill."""
_END_SHARE = 0.3
"""Share of a bar that an end takes which is not exact, and which no end surpasses by far."""
_END_LEAST, _END_MOST = 0.01, 0.06
"""Least and most that such an end takes, in positions; but never more than half of the bar."""
_FADE_STEPS = 4
"""Steps in which an approximate end fades."""
_DASHES = 3
"""Dashes of an uncertain end, each after a gap of its own length."""
_DOTS = 3
"""Dots of an unknown end."""
_DOTS_LENGTH = 0.024
"""Most that they take, in positions."""
UNSURE = (Boundary.UNCERTAIN, Boundary.UNCERTAIN_APPROXIMATE)


@dataclass(frozen=True)
class Piece:
    """A part of a bar in one opacity."""

    start: float
    """Position where it begins."""
    end: float
    """Position where it ends."""
    opacity: float
    """Opacity of its fill."""


def body_of(mark: Mark) -> tuple[float, float]:
    """Return from where to where a bar is drawn in full."""
    return mark.start + _length(mark, mark.span.start), mark.end - _length(mark, mark.span.end)


def end_pieces(mark: Mark) -> Iterator[Piece]:
    """Yield the parts of which the bar's ends consist that are approximate or uncertain, from the body outwards."""
    start, end = body_of(mark)
    yield from _pieces(mark.span.start, start, mark.start)
    yield from _pieces(mark.span.end, end, mark.end)


def dots_of(mark: Mark) -> list[float]:
    """Return the positions of the dots that stand where an end is unknown."""
    start, end = body_of(mark)
    dots: list[float] = []
    for boundary, inner, outer in ((mark.span.start, start, mark.start), (mark.span.end, end, mark.end)):
        if boundary is Boundary.UNKNOWN:
            dots += [inner + (outer - inner) * (number + 0.75) / _DOTS for number in range(_DOTS)]
    return dots


def _length(mark: Mark, boundary: Boundary) -> float:
    """Return how much of the bar the drawing of an end takes."""
    if boundary in (Boundary.EXACT, Boundary.OPEN):
        return 0.0
    length = mark.end - mark.start
    most = _DOTS_LENGTH if boundary is Boundary.UNKNOWN else _END_MOST
    return min(length / 2, max(length * _END_SHARE, _END_LEAST), most)


def _pieces(boundary: Boundary, inner: float, outer: float) -> Iterator[Piece]:
    if boundary is Boundary.APPROXIMATE:
        step = (outer - inner) / _FADE_STEPS
        for number in range(_FADE_STEPS):
            opacity = BODY_OPACITY * (1 - (number + 1) / (_FADE_STEPS + 1))
            yield _piece(inner + number * step, inner + (number + 1) * step, opacity)
    elif boundary in UNSURE:
        step = (outer - inner) / (2 * _DASHES)
        for number in range(_DASHES):
            fades = boundary is Boundary.UNCERTAIN_APPROXIMATE
            opacity = BODY_OPACITY * (1 - (number + 1) / (_DASHES + 1) if fades else 1)
            yield _piece(inner + (2 * number + 1) * step, inner + (2 * number + 2) * step, opacity)


def _piece(near: float, far: float, opacity: float) -> Piece:
    return Piece(min(near, far), max(near, far), opacity)
