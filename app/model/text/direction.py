"""The direction in which a text is read, and setting it apart in text of the other.

`app/browser/core/direction.js` is its twin.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from app.model.text.language import LANGUAGES

Direction = Literal["rtl", "ltr"]
CLOSER = "\u2069"
"""U+2069, pop directional isolate."""
_FIRST_STRONG = "\u2068"
_OPENERS: dict[Direction, str] = {"rtl": "\u2067", "ltr": "\u2066"}
_SET_APART = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")
_ADDRESS = re.compile(r"https?://\S+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


def direction_in(language: str) -> Direction:
    """Return the direction of the pages in a language."""
    return LANGUAGES[language].direction


def direction_of(text: str) -> Direction | None:
    """Return the direction of most letters of a text, web addresses apart; None where it has none."""
    directions = _directions(_ADDRESS.sub("", text))
    if not directions:
        return None
    return "rtl" if 2 * directions.count("rtl") >= len(directions) else "ltr"


def opposes(text: str, language: str) -> bool:
    """Return True where a text has letters against the direction of `language` that are not set apart in it already."""
    own = direction_in(language)
    return any(direction != own for direction in _directions(_SET_APART.sub("", text)))


def isolate(text: str, language: str) -> str:
    """Return a text as it can stand within a text of `language`: between Unicode's isolates where it opposes that."""
    if not opposes(text, language):
        return text
    direction = direction_of(text) or "ltr"
    first = _FIRST_STRONG if _directions(text)[0] == direction else _OPENERS[direction]
    return f"{first}{text}{CLOSER}"


def pieces(text: str) -> list[str]:
    """Return a text in pieces, what is set apart in it and what lies between; joined they are the text."""
    return [piece for piece in re.split(f"({_SET_APART.pattern})", text) if piece]


def _directions(text: str) -> list[Direction]:
    return ["rtl" if _RIGHT_TO_LEFT.match(sign) else "ltr" for sign in text if unicodedata.category(sign)[0] == "L"]
