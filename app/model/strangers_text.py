"""Text that others wrote, made fit for a terminal and for a cell: no commands, no overrides, no formulas."""

from __future__ import annotations

import re
import unicodedata

_COMMANDS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, overrides of the direction of text, and halves of characters, which cannot be written."""
_OF_ARABIC_SCRIPT = "\u061c\u200c\u200d\u200e\u200f"
"""Hidden signs that Arabic and Persian are written with: joiners and plain direction marks."""
_FORMULA_SIGNS = tuple("=+-@＝＋－＠")
_LONGEST = 200


def harmless(text: str) -> str:
    """Return text with a blank for each sign that could command a terminal or turn what follows it around."""
    return _COMMANDS.sub(" ", text)


def one_line(text: object) -> str:
    """Return text harmless, without hidden signs, on one line, cut where it is longer than any name."""
    start = harmless(str(text)[: 4 * _LONGEST])
    kept = (sign for sign in start if sign in _OF_ARABIC_SCRIPT or unicodedata.category(sign) not in ("Cf", "Co", "Cn"))
    line = " ".join("".join(kept).split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def reads_as_formula(text: str) -> bool:
    """Return True where a spreadsheet would take the text for a formula."""
    return text.lstrip().startswith(_FORMULA_SIGNS)
