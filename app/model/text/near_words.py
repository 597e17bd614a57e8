"""Which known word was most likely meant by a misspelt one; nothing where none is truly near."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MAX_COMPARED = 1000
"""Maximum candidates compared with a misspelt word."""
_SHORT = 4
"""Up to this length another letter makes another word: `iran` is not a misspelt `iraq`."""
_BETWEEN_PARTS = re.compile(r"[-_ ]+")


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Return `did you mean 'x'?` with the nearest of the known words, or nothing where none is near."""
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else ""


def nearest(word: str, known: Sequence[str]) -> str:
    """Return the nearest of the known words, or nothing where none is near.

    Words that differ in hyphens alone are near; else each part between hyphens must be near its counterpart, by the
    number of letters that are wrong, missing, too many or turned round, as compared with its length.
    """
    word = word.lower()
    if len(known) > _MAX_COMPARED:
        # Comparing takes long, and a slip of the pen leaves the beginning or the end as it was.
        known = [other for other in known if other[:3] == word[:3] or other[-3:] == word[-3:]][:_MAX_COMPARED]
    best, least = "", len(word)
    for other in known:
        errors = _errors(word, other.lower())
        if errors is not None and errors < least:
            best, least = other, errors
    return best


def _errors(word: str, other: str) -> int | None:
    """Return the number of errors by which `other` becomes `word`, or None where they are not near."""
    parts, others = _BETWEEN_PARTS.split(word), _BETWEEN_PARTS.split(other)
    if "".join(parts) == "".join(others):
        return 0
    if len(parts) != len(others):
        return None
    total = 0
    for part, its in zip(parts, others, strict=True):
        errors = _part_errors(part, its)
        if errors is None:
            return None
        total += errors
    return total


def _part_errors(word: str, other: str) -> int | None:
    if word == other:
        return 0
    length = max(len(word), len(other))
    most = 1 if length <= 8 else 2 if length <= 13 else 3
    if abs(len(word) - len(other)) > most or min(len(word), len(other)) < 2:
        return None
    if length <= _SHORT and len(word) == len(other) and sorted(word) != sorted(other):
        return None
    if word[0] != other[0] and word[-1] != other[-1]:
        return None  # a slip of the pen leaves the beginning or the end as it was
    errors = _distance(word, other)
    return errors if errors <= most else None


def _distance(word: str, other: str) -> int:
    """Return how many letters are wrong, missing, too many, or turned round with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word, start=1):
        before, above, row = row, before, [at]
        for to, its in enumerate(other, start=1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != its))
            if at > 1 and to > 1 and letter == other[to - 2] and word[at - 2] == its:
                cost = min(cost, above[to - 2] + 1)
            row.append(cost)
    return row[-1]
