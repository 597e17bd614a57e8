"""Text as part of a message: quoted, made visible, and numbers of lines in words."""

from __future__ import annotations

from collections.abc import Iterable

MAX_LINES_NAMED = 5
"""A message names this many lines at most; the JSON output has them all."""


def visible(text: str) -> str:
    r"""Return `text` with each character that shows nothing or commands a terminal written as `\u202e`."""
    return "".join(letter if letter.isprintable() else _escaped(letter) for letter in text)


def quoted(text: str, most: int = 60) -> str:
    """Return `text` between quotation marks for a message, cut after `most` characters."""
    return f"'{text}'" if len(text) <= most else f"'{text[:most]}…'"


def lines_in_words(lines: Iterable[int]) -> str:
    """Return `lines 3, 4, 5, 8, 9 and 12 more`."""
    numbers = sorted(set(lines))
    named = [str(line) for line in numbers[:MAX_LINES_NAMED]]
    more = len(numbers) - len(named)
    if len(numbers) == 1:
        return f"line {named[0]}"
    if more:
        return f"lines {', '.join(named)} and {more} more"
    return f"lines {', '.join(named[:-1])} and {named[-1]}"


def _escaped(letter: str) -> str:
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"
