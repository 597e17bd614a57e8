"""Where each mark of the timeline stands: a lane a theme, and rows in it, so that no mark hides another."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.chronology.dates import Span
from app.model.chronology.entities import Atlas, Event
from app.model.chronology.timescale import TimeScale
from app.views.timeline.stacking import Rows

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
LINK_LEAST = 0.004
"""Dates of the two sources that are nearer than this share of the axis are drawn as one."""
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
        return _is_point(self.span, self.start, self.end)

    @property
    def is_linked(self) -> bool:
        """True where a line leads to where the other source dates it."""
        return self.other is not None and abs(self.other - self.middle) > LINK_LEAST

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
        placed = [(event, span, *_extent(span, scale)) for event, span in events]
        rows = Rows(_room(start, end) for _, _, start, end in placed)
        top += LANE_PADDING_ROWS
        for event, span, start, end in sorted(placed, key=lambda mark: _bars_first(*mark[1:])):
            height = POINT_ROWS if _is_point(span, start, end) else BAR_ROWS
            marks.append(
                Mark(
                    event=event,
                    span=span,
                    theme_id=theme_id,
                    start=start,
                    end=end,
                    row=top + rows.book(*_room(start, end), height) + height / 2,
                    hollow=event.date_is_borrowed(basis),
                    other=_other(event, scale, basis),
                )
            )
        height_of_lane = max(rows.count, LANE_LEAST_ROWS)
        lanes.append(Lane(theme_id, top - LANE_PADDING_ROWS, top + height_of_lane + LANE_PADDING_ROWS))
        top += height_of_lane + LANE_PADDING_ROWS
    return lanes, marks


def _room(start: float, end: float) -> tuple[float, float]:
    """Return the stretch that a mark takes along the axis: a short one is still as wide as its symbol."""
    half = MARK_WIDTH_PX / 2 / NOMINAL_WIDTH_PX
    middle = (start + end) / 2
    return min(start, middle - half), max(end, middle + half)


def _is_point(span: Span, start: float, end: float) -> bool:
    """Return True for a short span; what has no start or no end is a bar however near it is to the axis' end."""
    return end - start < POINT_MOST and not (span.open_start or span.open_end)


def _bars_first(span: Span, start: float, end: float) -> tuple[bool, float]:
    """Order marks so that they pack well: long bars first, then points from the left."""
    point = _is_point(span, start, end)
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
