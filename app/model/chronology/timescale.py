"""The time scale: dates to positions, piecewise, so that sparse decades and dense months share one axis.

Where events stand close together the scale is linear in days; long empty stretches between them are
compressed, and each change of pace is a break that views draw. It is worked out from the data alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby, pairwise, takewhile
from math import log1p

DENSE_GAP_DAYS = 75
"""Dates closer together than this belong to one dense stretch."""
DENSE_LEAST_DATES = 5
"""A stretch with fewer dates than this is not worth a linear axis of its own."""
DENSE_LEAST_SHARE = 0.05
"""Nor is one with less than this share of all dates: among many dates some stand close together by chance."""
SPARSE_SHARE = 0.2
"""Share of the axis that all compressed stretches get together, where there is a dense one too."""
SPARSE_LEAST = 0.05
"""Share of the axis that each compressed stretch gets at least, beside a dense one."""
MARGIN_DAYS = 12
"""Room before the first and after the last date of a dense stretch, at least."""
SPARSE_MARGIN_DAYS = 500
"""Room before the first date of a compressed stretch: its first mark must not stand on the axis' end."""
LAST_MARGIN_DAYS = 120
"""Room after the last date of a compressed stretch; less than before the first, for it reaches into the future."""
MARGIN_SHARE = 0.015
"""Share of a stretch that the room before its first and after its last date has at least: open ends are drawn in it."""
MARGIN_MOST = 0.02
"""Share of an axis without a dense stretch that such room has at most, or its share of the days where that is more."""


@dataclass(frozen=True)
class TimeScale:
    """A monotone, piecewise linear map from days to positions between 0 and 1."""

    days: tuple[int, ...]
    """Knots: proleptic Gregorian ordinals, ascending."""
    positions: tuple[float, ...]
    """Position of each knot, from 0 to 1."""
    breaks: tuple[float, ...]
    """Positions at which the pace changes between compressed and linear."""

    @property
    def first(self) -> date:
        """First day of the axis."""
        return date.fromordinal(self.days[0])

    @property
    def last(self) -> date:
        """Last day of the axis."""
        return date.fromordinal(self.days[-1])

    def inside(self, ordinal: int) -> int:
        """Return the nearest day on the axis, as an ordinal."""
        return min(max(ordinal, self.days[0]), self.days[-1])

    def position(self, day: date) -> float:
        """Return the position of a day; days beyond the axis get its ends."""
        return self.at(day.toordinal())

    def at(self, ordinal: float) -> float:
        """Return the position of a day given as an ordinal, which may have a fraction."""
        if ordinal <= self.days[0]:
            return 0.0
        if ordinal >= self.days[-1]:
            return 1.0
        right = bisect_right(self.days, ordinal)
        start, end = self.days[right - 1], self.days[right]
        low, high = self.positions[right - 1], self.positions[right]
        return low + (ordinal - start) / (end - start) * (high - low)

    def compressed(self, day: date) -> bool:
        """Return True where the day lies in a compressed stretch."""
        right = min(max(bisect_right(self.days, day.toordinal()), 1), len(self.days) - 1)
        days = self.days[right] - self.days[right - 1]
        return (self.positions[right] - self.positions[right - 1]) / days < 0.5 * self._fastest()

    def _fastest(self) -> float:
        steps = zip(pairwise(self.days), pairwise(self.positions), strict=True)
        return max((high - low) / (end - start) for (start, end), (low, high) in steps)


def build_time_scale(days: Iterable[date], reach: Iterable[date] = ()) -> TimeScale:
    """Return the scale for the first and last days of all events; `days` may hold doubles and be unsorted.

    `reach` has further days that lie within the axis, but do not change its pace between the others.
    With no day at all the scale spans the year 2000, so that an empty page still has an axis.
    """
    ordinals = {day.toordinal() for day in days}
    reached = ordinals | {day.toordinal() for day in reach}
    anchors = sorted(ordinals or reached) or [date(2000, 1, 1).toordinal(), date(2000, 12, 31).toordinal()]
    earliest, latest = min(reached, default=anchors[0]), max(reached, default=anchors[-1])
    fewest = max(DENSE_LEAST_DATES, DENSE_LEAST_SHARE * len(anchors))
    stretches = [_with_margins(stretch) for stretch in _stretches(anchors) if len(stretch) >= fewest]
    after = LAST_MARGIN_DAYS if latest > anchors[0] else SPARSE_MARGIN_DAYS  # a single date stands in the middle
    share = 0 if stretches else round(MARGIN_SHARE * (latest - earliest))
    before, after = max(SPARSE_MARGIN_DAYS, share), max(after, share)
    first = next((start for start, end in stretches if start < earliest < end), earliest - before)
    last = next((end for start, end in stretches if start < latest < end), latest + after)
    knots = {first, last, *(day for day in (earliest, *anchors, latest) if not _inside(day, stretches))}
    knots |= {end for stretch in stretches for end in stretch}
    days_sorted = sorted({min(max(day, date.min.toordinal()), date.max.toordinal()) for day in knots})
    weights, dense = [], []
    for start, end in pairwise(days_sorted):
        dense.append(_inside((start + end) / 2, stretches))
        weights.append(float(end - start) if dense[-1] else log1p((end - start) / 30))
    _weigh_margins(weights, dense, days_sorted)
    positions = _positions(weights, dense)
    breaks = tuple(positions[index + 1] for index, (left, right) in enumerate(pairwise(dense)) if left != right)
    return TimeScale(tuple(days_sorted), tuple(positions), breaks)


def _stretches(anchors: list[int]) -> list[list[int]]:
    """Split sorted ordinals wherever the gap is longer than DENSE_GAP_DAYS."""
    stretches = [[anchors[0]]]
    for before, after in pairwise(anchors):
        if after - before > DENSE_GAP_DAYS:
            stretches.append([])
        stretches[-1].append(after)
    return stretches


def _with_margins(stretch: list[int]) -> tuple[int, int]:
    """Return first and last day of a dense stretch with the room around it, which stays clear of the next dates."""
    margin = min(max(MARGIN_DAYS, round(MARGIN_SHARE * (stretch[-1] - stretch[0]))), DENSE_GAP_DAYS // 2)
    return stretch[0] - margin, stretch[-1] + margin


def _weigh_margins(weights: list[float], dense: list[bool], days: list[int]) -> None:
    """Hold the first and the last piece of the axis, where they are compressed, to their share of the run they end.

    Room without dates is not worth much of an axis that has no dense stretch: a century, and then months behind it.
    """
    for order in (range(len(weights)), range(len(weights) - 1, -1, -1)):
        run = list(takewhile(lambda index: not dense[index], order))
        if len(run) < 2:
            continue
        rest = sum(weights[index] for index in run[1:])
        weights[run[0]] = max(weights[run[0]], MARGIN_SHARE / (1 - MARGIN_SHARE) * rest)
        share = max(MARGIN_MOST, (days[run[0] + 1] - days[run[0]]) / (days[-1] - days[0]))
        if not any(dense):
            weights[run[0]] = min(weights[run[0]], share / (1 - share) * rest)


def _inside(ordinal: float, stretches: list[tuple[int, int]]) -> bool:
    return any(start < ordinal < end for start, end in stretches)


def _positions(weights: list[float], dense: list[bool]) -> list[float]:
    """Return the knots' positions: dense and sparse stretches share the axis by SPARSE_SHARE.

    Among themselves the sparse ones share by weight, none getting less than SPARSE_LEAST.
    """
    runs = [list(run) for _, run in groupby(range(len(weights)), key=dense.__getitem__)]
    sparse_runs = [run for run in runs if not dense[run[0]]]
    sparse_weight = sum(weights[index] for run in sparse_runs for index in run)
    dense_weight = sum(weights) - sparse_weight
    least = min(SPARSE_LEAST, 0.5 / max(len(sparse_runs), 1))
    shares = [0.0] * len(weights)
    for run in sparse_runs:
        weight = sum(weights[index] for index in run)
        share = max(weight / sparse_weight * SPARSE_SHARE, least) if len(runs) > 1 else 1.0
        for index in run:
            shares[index] = weights[index] / weight * share
    rest = 1 - sum(shares)
    for index in (index for run in runs if dense[run[0]] for index in run):
        shares[index] = weights[index] / dense_weight * rest
    positions = [0.0, *accumulate(shares)]
    positions[-1] = 1.0
    return positions
