"""Taking space off both ends of a text, as JavaScript's `trim` does."""

from __future__ import annotations

_SPACES = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))


def trimmed(text: str) -> str:
    """Return the text without what is space to JavaScript at both ends: Python's own `strip` takes other characters."""
    return text.strip(_SPACES)
