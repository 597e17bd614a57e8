"""The View: all that a picture depends on, and its form in a URL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from app.model.columns import own_key
from app.model.schema import LAST_PARAGRAPH

LAYERS = ("context", "after")
"""What the essay does not state: reports of its time, and of what came after it."""
LANGUAGES = ("en", "ar")
APPEARANCES = ("light", "dark")
BASES = ("essay", "reports")
CERTAINTIES = ("possibly", "certainly")
KINDS = ("event", "visit", "meeting", "period", "status", "claim")
MAP_EXTENT = "map"
"""In the URL: only what the map shows."""
PRESENTING = "yes"
"""In the URL: the view fills the screen."""
MOST_ZOOM = 20
"""No map zooms in further."""
NOTHING = own_key("none")
"""In place of themes or agreements when every box is unticked: no event has this one."""
_NOTHING_IN_OLD_LINKS = "none"
"""What it was before ids had a namespace of their own; still read for agreements, which are no ids."""
AGREEMENTS = ("confirms", "refines", "conflicts", "not_found")


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
    paragraph: int | None = None
    """Paragraph at which the essay page opens, from 1; None for its beginning."""
    language: str = "en"
    """Language of the page: en or ar."""
    appearance: str = ""
    """light or dark; empty for what the reader's system or Streamlit's setting says."""
    presenting: bool = False
    """True where map and timeline fill the screen as a slide does, and nothing else is in sight."""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _paragraph(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal()) or not 1 <= int(text) <= LAST_PARAGRAPH:
        raise ValueError(text)
    return int(text)


def _camera(text: str) -> tuple[float, float, float] | None:
    if not text:
        return None
    latitude, longitude, zoom = (float(part) for part in text.split(","))
    if not (abs(latitude) <= 90 and abs(longitude) <= 180 and 0 <= zoom <= MOST_ZOOM):
        raise ValueError(text)
    return latitude, longitude, zoom


def _one_of(allowed: tuple[str, ...]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(text)
        return text

    return read


def _said(word: str) -> Callable[[str], bool]:
    return lambda text: _one_of((word, ""))(text) == word


def _some_of(allowed: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        return tuple(_one_of(allowed)(part) for part in text.split(",") if part)

    return read


def _agreements(text: str) -> tuple[str, ...]:
    read = _some_of((*AGREEMENTS, NOTHING, _NOTHING_IN_OLD_LINKS))(text)
    return tuple(NOTHING if part == _NOTHING_IN_OLD_LINKS else part for part in read)


def _keys(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(",") if part)


URL_FIELDS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "from": ("start", _day),
    "to": ("end", _day),
    "dates": ("basis", _one_of(BASES)),
    "match": ("certainty", _one_of(CERTAINTIES)),
    "theme": ("themes", _keys),
    "actor": ("actors", _keys),
    "place": ("places", _keys),
    "kind": ("kinds", _some_of(KINDS)),
    "agreement": ("agreements", _agreements),
    "layers": ("layers", _some_of(LAYERS)),
    "words": ("words", str.strip),
    "extent": ("extent", _said(MAP_EXTENT)),
    "camera": ("camera", _camera),
    "selected": ("selected", str.strip),
    "paragraph": ("paragraph", _paragraph),
    "lang": ("language", _one_of(LANGUAGES)),
    "appearance": ("appearance", _one_of((*APPEARANCES, ""))),
    "present": ("presenting", _said(PRESENTING)),
}
"""Every parameter of the URL: the View's field that it carries, and how its text is read."""


def view_from_url(parameters: Mapping[str, str]) -> tuple[View, list[str]]:
    """Return the View that a URL asks for, and the names of parameters that could not be read.

    A spoilt parameter falls back to its default; a reversed range is dropped as a whole.
    """
    values: dict[str, Any] = {}
    spoilt = []
    for name, (field, read) in URL_FIELDS.items():
        if name in parameters:
            try:
                values[field] = read(parameters[name])
            except ValueError:
                spoilt.append(name)
    view = View(**values)
    if view.start and view.end and view.end < view.start:
        return replace(view, start=None, end=None), [*spoilt, "from", "to"]
    return view, spoilt


_SWITCHED_ON = {"extent": MAP_EXTENT, "presenting": PRESENTING}
"""What the URL says of a switch that is on; one that is off is left out."""


def _written(value: Any) -> str:  # noqa: ANN401, any field of the View
    if isinstance(value, tuple):
        return ",".join(f"{part:.10g}" if isinstance(part, float) else part for part in value)
    return str(value)


def view_to_url(view: View) -> dict[str, str]:
    """Return the URL parameters of a View; fields at their default are left out."""
    default = View()
    names = {field: name for name, (field, _) in URL_FIELDS.items()}
    parameters = {}
    for field in fields(view):
        value = getattr(view, field.name)
        if value != getattr(default, field.name):
            parameters[names[field.name]] = _SWITCHED_ON.get(field.name) or _written(value)
    return parameters
