"""Where each mark of the timeline stands: a lane a theme, and rows in it, so that no mark hides another."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.dates import Span
from app.model.entities import Atlas, Event
from app.model.timescale import TimeScale

NOMINAL_WIDTH_PX = 1000
"""Width for which marks are stacked; narrower plots let neighbours touch, wider ones spread them."""
MARK_WIDTH_PX = 12
"""Room that a mark takes along the axis."""
POINT_ROWS, BAR_ROWS = 2, 1
"""Height of a point and of a bar, in rows."""
LANE_LEAST_ROWS = 2
"""Height of a lane with little in it, in rows: room for its name."""
LANE_PADDING_ROWS = 0.5
"""Room above and below the marks of a lane, in rows."""
POINT_MOST = 0.012
"""A span shorter than this share of the axis is drawn as a point."""


@dataclass(frozen=True)
class Lane:
    """A horizontal band of the timeline."""

    theme_id: str
    """The theme that it shows."""
    top: float
    """Upper edge, in rows from the top."""
    bottom: float
    """Lower edge, in rows from the top."""


@dataclass(frozen=True)
class Mark:
    """An event on the timeline."""

    event: Event
    """What it stands for."""
    span: Span
    """The date by which it stands here."""
    theme_id: str
    """Lane and colour."""
    start: float
    """Position of its first day, 0 to 1."""
    end: float
    """Position of its last day, 0 to 1."""
    row: float
    """Middle of its row, in rows from the top."""
    hollow: bool
    """True where its date comes from the other source."""
    other: float | None
    """Position of the date that the other source gives, where it differs."""

    @property
    def point(self) -> bool:
        """True where it is drawn as a point, not as a bar."""
        return self.end - self.start < POINT_MOST

    @property
    def middle(self) -> float:
        """Position of its middle."""
        return (self.start + self.end) / 2


def lay_out(atlas: Atlas, scale: TimeScale, basis: str) -> tuple[list[Lane], list[Mark]]:
    """Return the lanes from the top, and a mark for each dated event, stacked within its lane."""
    by_theme: dict[str, list[tuple[Event, Span]]] = {theme_id: [] for theme_id in atlas.themes}
    for event in atlas.events:
        if span := event.span(basis):
            by_theme[event.themes[0]].append((event, span))
    lanes, marks = [], []
    top = 0.0
    for theme_id, events in by_theme.items():
        rows = _Rows()
        top += LANE_PADDING_ROWS
        for event, span in sorted(events, key=lambda pair: _bars_first(*_extent(pair[1], scale))):
            start, end = _extent(span, scale)
            height = POINT_ROWS if end - start < POINT_MOST else BAR_ROWS
            marks.append(
                Mark(
                    event=event,
                    span=span,
                    theme_id=theme_id,
                    start=start,
                    end=end,
                    row=top + rows.book(start, end, height) + height / 2,
                    hollow=event.date_is_borrowed(basis),
                    other=_other(event, scale, basis),
                )
            )
        height_of_lane = max(rows.count, LANE_LEAST_ROWS)
        lanes.append(Lane(theme_id, top - LANE_PADDING_ROWS, top + height_of_lane + LANE_PADDING_ROWS))
        top += height_of_lane + LANE_PADDING_ROWS
    return lanes, marks


class _Rows:
    """The rows of one lane, and what is booked in each."""

    def __init__(self) -> None:
        self._booked: list[list[tuple[float, float]]] = []

    @property
    def count(self) -> int:
        return len(self._booked)

    def book(self, start: float, end: float, height: int) -> int:
        """Book `height` adjacent rows over an extent; return the first of them, counted from the top."""
        half = MARK_WIDTH_PX / 2 / NOMINAL_WIDTH_PX
        middle = (start + end) / 2
        left, right = min(start, middle - half), max(end, middle + half)
        row = 0
        while any(self._busy(row + step, left, right) for step in range(height)):
            row += 1
        while len(self._booked) < row + height:
            self._booked.append([])
        for step in range(height):
            self._booked[row + step].append((left, right))
        return row

    def _busy(self, row: int, left: float, right: float) -> bool:
        return row < len(self._booked) and any(start < right and left < end for start, end in self._booked[row])


def _bars_first(start: float, end: float) -> tuple[bool, float]:
    """Order marks so that they pack well: long bars first, then points from the left."""
    point = end - start < POINT_MOST
    return point, start if point else start - end


def _extent(span: Span, scale: TimeScale) -> tuple[float, float]:
    return scale.position(span.earliest), scale.position(span.latest)


def _other(event: Event, scale: TimeScale, basis: str) -> float | None:
    """Return where the other source puts the event, if it does and elsewhere."""
    other = event.reported_span if basis == "essay" else event.essay_span
    if not event.dates_differ or not other:
        return None
    start, end = _extent(other, scale)
    return (start + end) / 2
