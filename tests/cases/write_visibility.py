"""Writes visibility.json anew, with `python -m tests.cases.write_visibility`: views worth a case, and their statuses.

A test has a third, naive implementation confirm every row, and the browser's own code repeat it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

from app.model.chronology.entities import BEYOND_THEME
from app.model.chronology.filtering import Status, status_of
from app.model.chronology.view import AGREEMENTS, BASES, CERTAINTIES, KINDS, LAYERS, NOTHING, View
from tests.model.made_up_chronology import ACTORS, CHRONOLOGY, EVENTS, PLACES

FILE = Path(__file__).with_name("visibility.json")
LETTERS = {
    Status.SHOWN: "S",
    Status.OUTSIDE_RANGE: "R",
    Status.UNDATED: "U",
    Status.FILTERED_OUT: "F",
    Status.OFF_SCREEN: "M",
    Status.ABSENT: "-",
}
"""How the table writes a status: one letter for each event, in the order of the chronology."""
ALL_LAYERS: tuple[tuple[str, ...], ...] = ((), ("context",), ("after",), LAYERS)
WORDS = (
    *("sudani", "SHARAA", "al-Sharaa", "golani", "cafe", "café", "Damascus", "fall damascus", "fall doha", "dawha"),
    *("السوداني", "الشرع", "احمد", "أَحْمَد", "دمشق", "الدوحه", "التلة", "Doha الشرع", "سقوط", "طوكيو", "tokyo"),
    *("   ", "-", "’", "again", "hilltop", "title"),
)
SIGHTS = (
    (),
    ("fall",),
    ("fall", "meeting", "visit", "since"),
    ("since", "undated", "later", "much-later", "meanwhile"),
    tuple(event.id for event in EVENTS if event.places and event.places[0] != "hilltop"),
)
"""Events that the map shows."""
Case = dict[str, Any]


def cases() -> Iterator[Case]:
    """Yield each case: what it is about, its View, and what is in sight, where that is known."""
    yield from (_case(about, view) for about, view in (*_ranges(), *_layers(), *_single_filters(), *_words()))
    yield from _extents()
    yield from _combinations(Random(18))  # noqa: S311, the same cases whenever they are written


def _case(about: str, view: dict[str, Any], sight: tuple[str, ...] | None = None) -> Case:
    return {"about": about, "view": view} | ({} if sight is None else {"sight": list(sight)})


def _ranges() -> Iterator[tuple[str, dict[str, Any]]]:
    for basis, certainty in product(BASES, CERTAINTIES):
        how = {"basis": basis, "certainty": certainty}
        yield "no range", how
        for start, end in RANGES:
            yield "range", how | {name: day for name, day in (("start", start), ("end", end)) if day}


RANGES = (
    *((day, day) for day in ("2024-11-27", "2024-12-01", "2024-12-08", "2024-12-31", "2025-01-01", "2025-04-15")),
    *((day, day) for day in ("2003-03-20", "2003-03-21", "1980-01-01", "1989-12-31", "2019-09-30", "2020-05-31")),
    ("2024-12-01", "2024-12-31"),
    ("2024-12-09", "2024-12-25"),
    ("2024-12-09", None),
    (None, "2024-11-26"),
    (None, "2003-03-19"),
    ("2003-03-21", "2010-12-31"),
    ("2020-06-01", "2024-11-26"),
    ("2025-04-16", "2025-04-17"),
    ("1980-01-01", "1989-12-31"),
    ("1979-12-31", "1979-12-31"),
    ("1800-01-01", "1900-12-31"),
    ("2990-01-01", "3000-01-01"),
    ("0001-01-01", "9999-12-31"),
    ("2031-05-01", None),
)
"""One-day ranges at the first and last days of events, ranges that touch an event at one day or miss it by one, and
ranges beyond the axis."""


def _layers() -> Iterator[tuple[str, dict[str, Any]]]:
    others = (
        {},
        {"start": "2024-12-01", "end": "2024-12-07"},
        {"start": "2025-08-31", "end": "2031-05-01", "certainty": "certainly"},
        {"themes": [BEYOND_THEME.id]},
        {"kinds": ["claim"]},
        {"agreements": ["conflicts"]},
        {"basis": "reports", "start": "2025-08-01"},
        {"places": ["doha"]},
    )
    for layers, other in product(ALL_LAYERS, others):
        yield "layers", {"layers": list(layers), **other}


def _single_filters() -> Iterator[tuple[str, dict[str, Any]]]:
    choices = {
        "themes": [*CHRONOLOGY.themes, NOTHING, "unknown"],
        "actors": [*(actor.id for actor in ACTORS), "unknown"],
        "places": [*(place.id for place in PLACES), "unknown"],
        "kinds": KINDS,
        "agreements": [*AGREEMENTS, NOTHING],
    }
    for name, keys in choices.items():
        yield from ((name, {name: [key]}) for key in keys)
        yield name, {name: [keys[0], keys[1]]}
        yield name, {name: [keys[-1], keys[0]], "layers": list(LAYERS)}
    yield "themes", {"themes": [NOTHING, "red"]}


def _words() -> Iterator[tuple[str, dict[str, Any]]]:
    for words in WORDS:
        yield "words", {"words": words, "layers": list(LAYERS)}
    yield "words", {"words": "sharaa", "start": "2025-01-01", "basis": "reports"}
    yield "words", {"words": "الدوحة", "places": ["baghdad"]}


def _extents() -> Iterator[Case]:
    for sight, layers in product(SIGHTS, ((), LAYERS)):
        yield _case("extent", {"extent": True, "layers": list(layers)}, sight)
    yield _case("extent", {"extent": True})  # the map has not said yet what it shows
    yield _case("extent", {}, SIGHTS[1])
    yield _case("extent", {"extent": True, "start": "2024-12-08", "end": "2024-12-08"}, SIGHTS[2])
    yield _case("extent", {"extent": True, "themes": ["blue"]}, SIGHTS[2])
    yield _case("extent", {"extent": True, "agreements": ["conflicts"], "layers": list(LAYERS)}, SIGHTS[3])


def _combinations(chance: Random) -> Iterator[Case]:
    days = [date(2024, 11, 20) + timedelta(days=3 * step) for step in range(50)]
    optional: tuple[tuple[str, Any], ...] = (
        ("basis", lambda: "reports"),
        ("certainty", lambda: "certainly"),
        ("themes", lambda: chance.sample(("red", "blue", BEYOND_THEME.id), 2)),
        ("actors", lambda: [chance.choice(ACTORS).id]),
        ("places", lambda: [each.id for each in chance.sample(PLACES, 2)]),
        ("kinds", lambda: chance.sample(KINDS, 3)),
        ("agreements", lambda: chance.sample(AGREEMENTS, 2)),
        ("words", lambda: chance.choice(WORDS)),
        ("layers", lambda: list(chance.choice(ALL_LAYERS))),
    )
    for _ in range(100):
        view = {name: make() for name, make in optional if chance.random() < 0.3}
        start, end = sorted(chance.sample(days, 2))
        view |= {name: day.isoformat() for name, day in (("start", start), ("end", end)) if chance.random() < 0.6}
        extent = chance.random() < 0.2
        yield _case(
            "combination", view | ({"extent": True} if extent else {}), chance.choice(SIGHTS) if extent else None
        )


def view_of(case: Case) -> View:
    """Return the View of a case."""
    days = {name: date.fromisoformat(case["view"][name]) for name in ("start", "end") if name in case["view"]}
    return View(
        **{name: tuple(each) if isinstance(each, list) else each for name, each in (case["view"] | days).items()}
    )


def statuses(case: Case) -> str:
    """Return what Python makes of a case, a letter for each event."""
    view, sight = view_of(case), case.get("sight")
    return "".join(LETTERS[status_of(event, CHRONOLOGY, view, sight)] for event in CHRONOLOGY.events)


def main() -> None:
    """Write the table, one case a line."""
    head = {
        "events": [event.id for event in CHRONOLOGY.events],
        "letters": {each: key for key, each in LETTERS.items()},
    }
    lines = [json.dumps(case | {"statuses": statuses(case)}, ensure_ascii=False) for case in cases()]
    text = ",\n".join(lines)
    FILE.write_text(f'{{\n"head": {json.dumps(head)},\n"cases": [\n{text}\n]\n}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
