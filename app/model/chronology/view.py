"""The View: all that a picture depends on, and its form in a URL."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from app.model.chronology import codes
from app.model.chronology.annotation import Annotation, read_annotations, write_annotations
from app.model.chronology.ids import own_key
from app.model.chronology.source_text import LAST_PARAGRAPH
from app.model.text import language
from app.model.text.trimming import trimmed

LAYERS = tuple(layer for layer in codes.LAYERS if layer != codes.ESSAY)
"""What the essay does not state: reports of its time, and of what came after it."""
LANGUAGES = tuple(language.LANGUAGES)
APPEARANCES = ("light", "dark")
BASES = ("essay", "reports")
CERTAINTIES = ("possibly", "certainly")
KINDS = tuple(codes.EVENT_KINDS)
MOST_ZOOM = 20
"""No map zooms in further."""
DECIMALS = 8
"""Maximum decimals of a camera in the address."""
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8}")
_DECIMAL = re.compile(r" *[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)? *")
NOTHING = own_key("none")
"""In place of themes or agreements when every box is unticked: no event has this one."""
AGREEMENTS = tuple(codes.AGREEMENTS)


@dataclass(frozen=True)
class View:
    """What a reader has chosen. An empty tuple or None means: no restriction."""

    start: date | None = None
    """First day of the range, included; None for the first day of the data."""
    end: date | None = None
    """Last day of the range, included; None for the last day of the data."""
    basis: str = "essay"
    """Whose dates place the events: essay or reports; the other's fill gaps."""
    certainty: str = "possibly"
    """possibly: any possible day touches the range; certainly: all possible days lie in it."""
    themes: tuple[str, ...] = ()
    """Theme ids, any of which an event must have."""
    actors: tuple[str, ...] = ()
    """Actor ids, any of which an event must have."""
    places: tuple[str, ...] = ()
    """Place ids, any of which an event must have."""
    kinds: tuple[str, ...] = ()
    """Kinds of event."""
    agreements: tuple[str, ...] = ()
    """What reports do to the statement."""
    layers: tuple[str, ...] = ()
    """Layers beyond the essay that are switched on: context, after."""
    words: str = ""
    """Words that must all occur in titles, summaries or names, in either language."""
    selected: str = ""
    """Id of the selected event or `place:` and the id of the selected place; empty for none."""
    extent: bool = False
    """True where timeline and list show only what the map does."""
    camera: tuple[float, float, float] | None = None
    """Centre of the map, degrees north and east, and its zoom level; None for the start view."""
    window: tuple[date, date] | None = None
    """First and last day that the timeline shows; None for the whole axis."""
    paragraph: int | None = None
    """Paragraph at which the essay page opens, from 1; None for its beginning."""
    language: str = LANGUAGES[0]
    """Language of the page, one of LANGUAGES."""
    appearance: str = ""
    """light or dark; empty for what the reader's system or Streamlit's setting says."""
    presenting: bool = False
    """True where map and timeline fill the screen as a slide does, and nothing else is in sight."""
    annotations: tuple[Annotation, ...] = ()
    """What the reader has written on the slide of this view."""


DEFAULT_VIEW = View()
"""What is shown where the address says nothing."""


class FieldKind(StrEnum):
    """How a field of the View is written in an address. `browser/core/address.js` reads and writes the same kinds."""

    DAY = "day"
    """An ISO day, such as 2024-12-08; None for none."""
    DAYS = "days"
    """Two ISO days, the first not after the second; None for none."""
    ONE_OF = "one_of"
    """One of the allowed texts."""
    SOME_OF = "some_of"
    """Some of the allowed texts."""
    KEYS = "keys"
    """Ids of a table."""
    FLAG = "flag"
    """The first allowed text for True; left out for False."""
    CAMERA = "camera"
    """Degrees north, degrees east, zoom level; None for none."""
    NUMBER = "number"
    """A whole number from 1 on; None for none."""
    TEXT = "text"
    """Any text, without space around it."""
    ANNOTATIONS = "annotations"
    """Annotations, as `annotation.py` writes them."""


@dataclass(frozen=True)
class ViewField:
    """One field of the View: the only description of it, for Python, the browser and the address."""

    parameter: str
    """Name in the address."""
    name: str
    """Name in the View."""
    kind: FieldKind
    """How its value is written."""
    allowed: tuple[str, ...] = ()
    """Texts that may stand in the address."""
    old: tuple[tuple[str, str], ...] = ()
    """Texts of earlier addresses, each with the one that stands for it now."""
    most: int | None = None
    """The greatest number that may stand in the address."""


VIEW_FIELDS = (
    ViewField("from", "start", FieldKind.DAY),
    ViewField("to", "end", FieldKind.DAY),
    ViewField("dates", "basis", FieldKind.ONE_OF, BASES),
    ViewField("match", "certainty", FieldKind.ONE_OF, CERTAINTIES),
    ViewField("theme", "themes", FieldKind.KEYS),
    ViewField("actor", "actors", FieldKind.KEYS),
    ViewField("place", "places", FieldKind.KEYS),
    ViewField("kind", "kinds", FieldKind.SOME_OF, KINDS),
    # Agreements are no ids of a table: before ids had a namespace of their own, `none` was written without its sign.
    ViewField("agreement", "agreements", FieldKind.SOME_OF, (*AGREEMENTS, NOTHING), (("none", NOTHING),)),
    ViewField("layers", "layers", FieldKind.SOME_OF, LAYERS),
    ViewField("words", "words", FieldKind.TEXT),
    ViewField("extent", "extent", FieldKind.FLAG, ("map",)),
    ViewField("camera", "camera", FieldKind.CAMERA),
    ViewField("window", "window", FieldKind.DAYS),
    ViewField("selected", "selected", FieldKind.TEXT),
    ViewField("paragraph", "paragraph", FieldKind.NUMBER, most=LAST_PARAGRAPH),
    ViewField("lang", "language", FieldKind.ONE_OF, LANGUAGES),
    ViewField("appearance", "appearance", FieldKind.ONE_OF, (*APPEARANCES, "")),
    ViewField("present", "presenting", FieldKind.FLAG, ("yes",)),
    ViewField("annotations", "annotations", FieldKind.ANNOTATIONS),
)
"""Every parameter of the address, in the order in which it is written."""


def view_from_url(parameters: Mapping[str, str]) -> tuple[View, list[str]]:
    """Return the View that a URL asks for, and the names of parameters that could not be read.

    An invalid parameter falls back to its default; a reversed range is dropped as a whole.
    """
    values: dict[str, Any] = {}
    invalid = []
    for each in VIEW_FIELDS:
        if each.parameter in parameters:
            try:
                values[each.name] = _READERS[each.kind](parameters[each.parameter], each)
            except ValueError:
                invalid.append(each.parameter)
    view = View(**values)
    if view.start and view.end and view.end < view.start:
        return replace(view, start=None, end=None), [*invalid, "from", "to"]
    return view, invalid


def view_to_url(view: View) -> dict[str, str]:
    """Return the URL parameters of a View; fields at their default are left out."""
    parameters = {}
    for each in VIEW_FIELDS:
        value = getattr(view, each.name)
        if value != getattr(DEFAULT_VIEW, each.name):
            parameters[each.parameter] = _written(value, each)
    return parameters


def _day(text: str, _: ViewField) -> date | None:
    if not text:
        return None
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _days(text: str, field: ViewField) -> tuple[date, date] | None:
    if not text:
        return None
    first, last = (_day(part, field) for part in text.split(","))
    if not first or not last or first > last:
        raise ValueError(text)
    return first, last


def _number(text: str, field: ViewField) -> int | None:
    if not text:
        return None
    number = int(text) if text.isascii() and text.isdecimal() else 0
    if number < 1 or (field.most and number > field.most):
        raise ValueError(text)
    return number


def _camera(text: str, _: ViewField) -> tuple[float, float, float] | None:
    if not text:
        return None
    parts = text.split(",")
    if not all(_DECIMAL.fullmatch(part) for part in parts):
        raise ValueError(text)
    latitude, longitude, zoom = (float(part) for part in parts)
    if not (abs(latitude) <= 90 and abs(longitude) <= 180 and 0 <= zoom <= MOST_ZOOM):
        raise ValueError(text)
    return latitude, longitude, zoom


def _one_of(text: str, field: ViewField) -> str:
    known = dict(field.old).get(text, text)
    if known not in field.allowed:
        raise ValueError(text)
    return known


def _some_of(text: str, field: ViewField) -> tuple[str, ...]:
    return tuple(_one_of(part, field) for part in text.split(",") if part)


def _keys(text: str, _: ViewField) -> tuple[str, ...]:
    return tuple(part for part in text.split(",") if part)


def _flag(text: str, field: ViewField) -> bool:
    if text not in (field.allowed[0], ""):
        raise ValueError(text)
    return text == field.allowed[0]


_READERS: Mapping[FieldKind, Callable[[str, ViewField], Any]] = {
    FieldKind.DAY: _day,
    FieldKind.DAYS: _days,
    FieldKind.ONE_OF: _one_of,
    FieldKind.SOME_OF: _some_of,
    FieldKind.KEYS: _keys,
    FieldKind.FLAG: _flag,
    FieldKind.CAMERA: _camera,
    FieldKind.NUMBER: _number,
    FieldKind.TEXT: lambda text, _: trimmed(text),
    FieldKind.ANNOTATIONS: lambda text, _: read_annotations(text),
}


def _written(value: Any, field: ViewField) -> str:  # noqa: ANN401, any field of the View
    if field.kind is FieldKind.FLAG:
        return field.allowed[0]
    if field.kind is FieldKind.ANNOTATIONS:
        return write_annotations(value)
    if isinstance(value, tuple):
        return ",".join(_decimal(part) if isinstance(part, float) else str(part) for part in value)
    return str(value)


def _decimal(number: float) -> str:
    """Return a number without exponent and without zeros that say nothing."""
    return f"{round(number, DECIMALS) + 0.0:.{DECIMALS}f}".rstrip("0").rstrip(".")
