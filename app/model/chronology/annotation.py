"""What a reader has written on a picture: a text with an arrow, a ring or a callout, and its form in an address.

`browser/core/annotations.js` reads and writes the same; tests/cases/address.json holds them together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.model.text.trimming import trimmed

SHAPES = ("arrow", "ring", "callout")
"""A text with an arrow to what it speaks of, a ring around that, and a box whose tail points at it."""
MAX_ANNOTATIONS = 12
"""More would hide the picture that they explain."""
MAX_TEXT = 120
"""Maximum length of an annotation's text, characters."""
MAX_OFFSET = 1000
"""No annotation stands further from its anchor, thousandths of the slide's width."""
_MAP = re.compile(r"(-?[0-9]{1,2}(?:\.[0-9]{1,5})?):(-?[0-9]{1,3}(?:\.[0-9]{1,5})?)")
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}):([0-9]{1,4})")
_ID = re.compile(r"[^,;~]+")
_OFFSET = re.compile(r"-?[0-9]{1,4}")
_CONTROL = re.compile("[\u0000-\u001f\u007f-\u009f\u2028\u2029]")
_ESCAPED = {"~": "~t", ";": "~s"}
_WRITTEN = {written: letter for letter, written in _ESCAPED.items()}


@dataclass(frozen=True)
class Annotation:
    """One annotation on the map or the timeline of a slide."""

    shape: str
    """One of SHAPES."""
    on: str
    """What it is anchored to: `place` or `event` (their marks), `map` or `time` (a point of either)."""
    where: str
    """Id of the place or event; `latitude:longitude` in degrees north and east; or `day:height`, an ISO day and
    thousandths of the timeline's height from its top."""
    offset: tuple[int, int]
    """Right and down from the anchor to the middle of the text, or to the edge of the ring; thousandths of the slide's
    width."""
    text: str
    """What it says, one line; only a ring may be without."""


def read_annotations(text: str) -> tuple[Annotation, ...]:
    """Return the annotations of an address; raise ValueError where one of them cannot be read."""
    parts = text.split(";") if text else []
    if len(parts) > MAX_ANNOTATIONS:
        raise ValueError(text)
    return tuple(_annotation(part) for part in parts)


def write_annotations(annotations: Sequence[Annotation]) -> str:
    """Return them as they stand in an address."""
    return ";".join(
        ",".join((each.shape, each.on, each.where, *map(str, each.offset), _escaped(each.text))) for each in annotations
    )


def _annotation(part: str) -> Annotation:
    shape, on, where, right, down, text = part.split(",", 5)
    text = trimmed(_unescaped(text))
    is_right = (
        shape in SHAPES
        and _is_anchor(on, where)
        and all(_OFFSET.fullmatch(each) and abs(int(each)) <= MAX_OFFSET for each in (right, down))
        and bool(text or shape == "ring")
        and len(text) <= MAX_TEXT
        and not _CONTROL.search(text)
    )
    if not is_right:
        raise ValueError(part)
    return Annotation(shape, on, where, (int(right), int(down)), text)


def _is_anchor(on: str, where: str) -> bool:
    if on == "map":
        found = _MAP.fullmatch(where)
        return found is not None and abs(float(found[1])) <= 90 and abs(float(found[2])) <= 180
    if on == "time":
        found = _TIME.fullmatch(where)
        return found is not None and int(found[2]) <= 1000 and bool(date.fromisoformat(found[1]))
    return on in ("place", "event") and bool(_ID.fullmatch(where))


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(letter, letter) for letter in text)


def _unescaped(text: str) -> str:
    def letter(found: re.Match[str]) -> str:
        if found[0] not in _WRITTEN:
            raise ValueError(text)
        return _WRITTEN[found[0]]

    return re.sub("(?s)~.?", letter, text)
