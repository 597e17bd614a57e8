"""Rows for marks that would cover one another: each mark takes the first that are free along its extent."""

from __future__ import annotations

from collections.abc import Iterable


class Rows:
    """The rows of one lane, and what is booked in each.

    The axis is cut at the ends of all extents. Each stretch between two cuts, and each node of a binary tree over
    the stretches, holds its busy rows as the bits of one number: so a booking costs the logarithm of their count.
    """

    def __init__(self, extents: Iterable[tuple[float, float]]) -> None:
        """Make empty rows for these extents, each with its left end before its right; no others can be booked."""
        cuts = sorted({end for extent in extents for end in extent})
        self._cut_at = {end: index for index, end in enumerate(cuts)}
        self._leaves = max(len(cuts), 1)
        self._somewhere = [0] * (2 * self._leaves)  # busy in some stretch of a node
        self._throughout = [0] * (2 * self._leaves)  # booked over all stretches of a node at once
        self.count = 0
        """How many rows are in use."""

    def book(self, left: float, right: float, height: int) -> int:
        """Book `height` adjacent rows over an extent; return the first of them, counted from the top."""
        first, last = self._cut_at[left] + self._leaves, self._cut_at[right] + self._leaves
        nodes = _covering(first, last)
        above = {leaf >> level for leaf in (first, last - 1) for level in range(1, leaf.bit_length())}
        busy = 0
        for node in nodes:
            busy |= self._somewhere[node]
        for node in above:
            busy |= self._throughout[node]
        starts_taken = busy
        for step in range(1, height):
            starts_taken |= busy >> step
        row = (~starts_taken & (starts_taken + 1)).bit_length() - 1
        rows = ((1 << height) - 1) << row
        for node in nodes:
            self._somewhere[node] |= rows
            self._throughout[node] |= rows
        for node in above:
            self._somewhere[node] |= rows
        self.count = max(self.count, row + height)
        return row


def _covering(first: int, last: int) -> list[int]:
    """Return the nodes that together cover the leaves from `first` up to, without, `last`."""
    nodes = []
    while first < last:
        if first & 1:
            nodes.append(first)
            first += 1
        if last & 1:
            last -= 1
            nodes.append(last)
        first, last = first >> 1, last >> 1
    return nodes
