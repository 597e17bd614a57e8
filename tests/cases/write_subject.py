"""Writes subject.json anew, with `python -m tests.cases.write_subject`: views, and the events that each is about.

A test has a third, naive implementation confirm every row, and the browser's own code repeat it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

from app.model.chronology.subject import subject_of
from app.model.chronology.view import BASES, LAYERS
from tests.cases.write_visibility import RANGES, Case, view_of
from tests.model.made_up import a_chapter
from tests.model.made_up_chronology import CHRONOLOGY

FILE = Path(__file__).with_name("subject.json")
CHAPTERS = (
    a_chapter("winter", "2024-11-27", "2025-01-31", "fall", "until", "undated", "visit"),
    a_chapter("spring", "2025-04-01", "2025-05-31", "meeting", "unknown"),
    a_chapter("spring-again", "2025-04-01", "2025-05-31", "year"),
    a_chapter("without-events", "2024-12-01", "2024-12-31"),
)
ATLAS = replace(CHRONOLOGY, chapters=CHAPTERS)
OF_CHAPTERS = tuple((chapter.start.isoformat(), chapter.end.isoformat()) for chapter in CHAPTERS[::2])
SELECTED = ("", "fall", "since", "undated", "much-later", "place:damascus", "place:doha", "place:baghdad")
NARROWED: tuple[dict[str, Any], ...] = ({}, {"themes": ["blue"]}, {"words": "sharaa"}, {"certainty": "certainly"})


def cases() -> Iterator[Case]:
    """Yield each case's View."""
    for (start, end), basis in product((*RANGES, *OF_CHAPTERS, (None, None)), BASES):
        days = {name: day for name, day in (("start", start), ("end", end)) if day}
        yield {"view": days | {"basis": basis, "layers": list(LAYERS)}}
    for (start, end), selected, narrowed in product((*OF_CHAPTERS, (None, None)), SELECTED, NARROWED):
        days = {name: day for name, day in (("start", start), ("end", end)) if day}
        yield {"view": days | {"selected": selected} | narrowed}


def subject(case: Case) -> list[str]:
    """Return the ids of what Python says that a case's View is about."""
    return [event.id for event in subject_of(ATLAS, view_of(case))]


def main() -> None:
    """Write the table, one case a line."""
    lines = [json.dumps(case | {"subject": subject(case)}) for case in cases()]
    FILE.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
