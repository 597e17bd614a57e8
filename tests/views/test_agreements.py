"""What reports make of the essay's statements, counted and in words: one table of cases for Python and the browser."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest

from app.model.chronology.codes import ESSAY
from app.model.chronology.disagreements import count_agreements, disagreements
from app.model.chronology.entities import Atlas, Report
from app.model.paths import PROJECT_FOLDER
from app.model.text.language import LANGUAGES
from app.views.agreements import agreements_in_words
from app.views.dataset import dataset
from app.views.looks import looks
from app.words import counted, words
from tests.deno import evaluated
from tests.model.made_up import NOTHING, an_atlas, an_event
from tests.model.real import the_real_atlas

CASES: list[dict[str, Any]] = json.loads((PROJECT_FOLDER / "tests/cases/agreements.json").read_text(encoding="utf-8"))
NUMBERS = pytest.mark.parametrize("number", range(len(CASES)), ids=[case["says"] for case in CASES])


def atlas_of(case: dict[str, Any]) -> Atlas:
    def event(key: str, bearings: tuple[str, ...] = (), paragraphs: tuple[int, ...] = (1,), **fields: Any) -> Any:  # noqa: ANN401
        reports = tuple(Report(key, "x", "Paper", "", "https://example.org", "", each, NOTHING) for each in bearings)
        return an_event(key, reports=reports, paragraphs=tuple(paragraphs), **fields)

    return an_atlas(*(event(row["id"], **{name: row[name] for name in row if name != "id"}) for row in case["events"]))


@cache
def said_by_the_browser() -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = evaluated(
        ("core/agreements.js", "core/dataset.js", "core/direction.js"),
        """datasets.map((json) => {
          const dataset = readDataset(json);
          const counts = countAgreements(dataset, dataset.events);
          const texts = looks.languages.map((language) => {
            speak({}, language);
            const atlas = { dataset, words: () => looks.words[language.code], language: () => language };
            return [language.code, [agreementsInWords(atlas, dataset.events), tallyInWords(atlas, dataset.events)]];
          });
          const disputed = disputedEvents(dataset).map(({ id }) => id);
          const stated = statedEvents(dataset).map(({ id }) => id);
          const pairs = counts.map(({ agreement, dated, undated }) => [agreement, [dated, undated]]);
          return { counts: Object.fromEntries(pairs), texts: Object.fromEntries(texts), disputed, stated };
        })""",
        datasets=[dataset(atlas) for atlas in [*map(atlas_of, CASES), the_real_atlas()]],
        looks=looks(),
    )
    return made


@NUMBERS
def test_python_and_the_browser_count_agreements_alike(number: int) -> None:
    case = CASES[number]
    counts = {each.agreement: [each.dated, each.undated] for each in count_agreements(atlas_of(case).events)}
    assert counts == case["counts"]
    assert said_by_the_browser()[number]["counts"] == case["counts"]


@NUMBERS
def test_python_and_the_browser_list_the_same_disagreements_in_the_same_order(number: int) -> None:
    case = CASES[number]
    listed = [event.id for event in disagreements(atlas_of(case)) if event.layer == ESSAY]
    assert listed == case["disputed"]
    assert said_by_the_browser()[number]["disputed"] == case["disputed"]
    stated = [row["id"] for row in case["events"] if row.get("layer", ESSAY) == ESSAY]
    assert said_by_the_browser()[number]["stated"] == stated


@pytest.mark.parametrize("language", LANGUAGES)
@NUMBERS
def test_python_and_the_browser_say_counts_in_the_same_words(number: int, language: str) -> None:
    events = atlas_of(CASES[number]).events
    tallied = [
        counted(language, f"tally_{each.agreement}", each.total) for each in count_agreements(events) if each.total
    ]
    said = [
        re.sub("[\u2066-\u2069]", "", json.dumps(text, ensure_ascii=False))
        for text in said_by_the_browser()[number]["texts"][language]
    ]
    assert [json.loads(text) for text in said] == [agreements_in_words(events, words(language)), " · ".join(tallied)]


def test_the_real_tables_are_counted_and_listed_alike() -> None:
    real, said = the_real_atlas(), said_by_the_browser()[-1]
    assert said["counts"] == {each.agreement: [each.dated, each.undated] for each in count_agreements(real.events)}
    assert said["disputed"] == [event.id for event in disagreements(real) if event.layer == ESSAY]


def test_each_agreement_that_occurs_is_counted_dated_and_undated_apart() -> None:
    events = (
        an_event("contested", agreement="conflicts", essay="2024"),
        an_event("contested-undated", agreement="conflicts"),
        an_event("partly", agreement="refines", essay="2024"),
        an_event("agreed", reported="2024"),
        an_event("later", agreement="", layer="after", essay="2024"),
    )
    assert agreements_in_words(events, words("en")) == [
        "Confirmed: 1",
        "Refined: 1",
        "Contested: 1 dated + 1 undated = 2",
    ]
