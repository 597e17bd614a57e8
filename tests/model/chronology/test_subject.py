"""What a view is about: one table of cases for Python and the browser, confirmed by a naive third."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from app.model.chronology.filtering import search_text, sort_events
from app.views.dataset import dataset
from app.views.looks import looks
from tests.cases.write_subject import ATLAS, CHAPTERS, FILE, Case, cases, subject
from tests.cases.write_visibility import view_of
from tests.deno import evaluated

CASES: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
SEARCH_TEXTS = [search_text(event, ATLAS) for event in ATLAS.events]


def naive(case: Case) -> list[str]:
    """Return the ids by plain comparisons of what the rows say; what is shown is held by another table."""
    given = case["view"]
    shown = sort_events(ATLAS, view_of(case)).shown
    chosen = given.get("selected", "")
    kind, _, place = chosen.rpartition(":")
    selected = [event.id for event in shown if chosen and event.id == chosen]
    if kind == "place":
        selected = [event.id for event in shown if place == event.from_place or place in event.places]
    days = (given.get("start"), given.get("end"))
    chapter = next((each for each in CHAPTERS if (str(each.start), str(each.end)) == days), None)
    own = [event.id for event in shown if chapter and event.id in chapter.events]
    begins = []
    for event in shown:
        dates = [event.essay_span, event.reported_span]
        span = next(each for each in (dates[::-1] if given.get("basis") == "reports" else dates) if each)
        if str(span.earliest) >= given.get("start", ""):
            begins.append(event.id)
    return selected or own or begins or [event.id for event in shown]


@cache
def said_by_the_browser() -> list[list[str]]:
    made: list[list[str]] = evaluated(
        ("core/dataset.js", "core/dates.js", "core/folding.js", "core/subject.js", "core/visibility.js"),
        """cases.map(({ view: given }) => {
          const view = { ...defaults, ...given };
          for (const name of ["start", "end"]) view[name] &&= ordinalOf(view[name]);
          const found = Uint8Array.from(texts, (text) => Number(standsIn(view.words, text)));
          const visibility = makeVisibility(atlas);
          applyFilters(visibility, atlas, view, { found });
          applyRange(visibility, atlas, view, limitsOf(view));
          const subject = subjectOf(atlas, visibility, view);
          return atlas.events.filter(({ index }) => subject[index]).map(({ id }) => id);
        })""",
        before="const atlas = readDataset(json);",
        json=dataset(ATLAS),
        texts=SEARCH_TEXTS,
        defaults={field["name"]: field["default"] for field in looks()["fields"]},
        cases=CASES,
    )
    return made


def test_the_table_has_what_its_script_writes() -> None:
    assert json.loads(json.dumps([case | {"subject": subject(case)} for case in cases()])) == CASES


@pytest.mark.parametrize("number", range(len(CASES)))
def test_python_the_browser_and_a_naive_third_agree(number: int) -> None:
    expected = CASES[number]["subject"]
    assert naive(CASES[number]) == expected
    assert said_by_the_browser()[number] == expected
