"""A small made-up chronology with an event of every sort: for cases that Python and the browser share."""

from __future__ import annotations

from dataclasses import replace

from app.model.chronology.entities import BEYOND_THEME, Atlas, Event
from app.model.text.localised import Text
from tests.model.made_up import a_place, an_actor, an_atlas, an_event


def _beyond(key: str, layer: str, **fields: object) -> Event:
    return an_event(key, layer=layer, themes=(BEYOND_THEME.id,), agreement="", paragraphs=(), **fields)


EVENTS = (
    an_event(
        "fall",
        essay="2024-12-08",
        reported="2024-12-08",
        title=Text("The fall of Damascus", "سقوط دمشق"),
        places=("damascus",),
        actors=("sharaa",),
    ),
    an_event(
        "meeting",
        essay="2025-04-15",
        reported="2025-04-17",
        title=Text("Sudani meets al-Sharaa", "السوداني يلتقي الشرع"),
        kind="meeting",
        places=("doha", "hilltop"),
        from_place="baghdad",
        actors=("sharaa", "sudani"),
        themes=("red", "blue"),
        agreement="refines",
    ),
    an_event(
        "visit",
        reported="2024-12-26",
        title=Text("Envoys in Damascus", "مبعوثون في دمشق"),
        kind="visit",
        places=("damascus",),
        from_place="baghdad",
        actors=("sudani",),
        themes=("blue",),
    ),
    an_event("year", essay="2025~", title=Text("A café opens", "مقهى يفتح"), kind="claim", agreement="not_found"),
    an_event("since", essay="2011/..", kind="period", places=("baghdad",), themes=("blue",), agreement="refines"),
    an_event("until", essay="../2003-03-20", kind="period", actors=("sudani",)),
    an_event("end-unknown", essay="2017/", reported="2017-06/2020-05", kind="status", agreement="conflicts"),
    an_event("start-unknown", reported="/2019-09-30", kind="status", places=("hilltop",), themes=("blue",)),
    an_event("undated", kind="status", places=("baghdad",), themes=("blue",), agreement="conflicts"),
    an_event("decade", essay="198X", kind="period", agreement="not_found"),
    an_event("month", essay="2024-12", reported="2025-01", kind="claim", agreement="conflicts"),
    an_event("offensive", essay="2024-11-27/2024-12-08", reported="2024-11-27/2024-12-01", places=("hilltop",)),
    an_event("turn-of-year", essay="2024-12-31?/2025-01-02~", places=("doha",), themes=("blue", "red")),
    _beyond("meanwhile", "context", reported="2024-12-01", places=("damascus",), actors=("sharaa",)),
    _beyond("meanwhile-undated", "context", kind="claim"),
    _beyond("later", "after", reported="2025-08", title=Text("Doha again", "الدوحة من جديد"), places=("doha",)),
    _beyond("much-later", "after", reported="2031-05-01/..", kind="period", places=("baghdad",)),
)
PLACES = (
    a_place("damascus", 33.5, 36.3, name=Text("Damascus", "دمشق")),
    a_place("doha", 25.3, 51.5, name=Text("Doha", "الدوحة"), other_spellings=("ad-Dawha",)),
    a_place("baghdad", 33.3, 44.4, name=Text("Baghdad", "بغداد")),
    a_place("hilltop", None, None, name=Text("Hilltop", "التلّة")),
)
ACTORS = (
    an_actor("sharaa", Text("Ahmed al-Sharaa", "أحمد الشرع"), "al-Golani", "أبو محمد الجولاني"),
    an_actor("sudani", Text("Mohammed Shia al-Sudani", "محمد شياع السوداني")),
)


def _chronology() -> Atlas:
    noted = [replace(event, notes=Text(f"A note on {event.id}", f"ملاحظة على {event.id}")) for event in EVENTS]
    atlas = an_atlas(*noted, places=PLACES, actors=ACTORS)
    return replace(atlas, themes=atlas.themes | {BEYOND_THEME.id: BEYOND_THEME})


CHRONOLOGY = _chronology()
"""With every layer: the essay's events first, then those of the layers beyond it."""
