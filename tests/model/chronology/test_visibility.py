"""What is shown and why the rest is not: one table of cases for Python and the browser, confirmed by a naive third."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import Any

import pytest

from app.model.chronology.entities import Event
from app.model.chronology.filtering import Status, search_text, sort_events, without_range_beyond, without_unknown_keys
from app.model.chronology.view import view_to_url
from app.model.text.folding import finds
from app.views.dataset import dataset
from app.views.looks import looks
from app.views.timeline.scale import scale_of
from tests.cases.write_visibility import FILE, LETTERS, Case, cases, statuses, view_of
from tests.deno import evaluated
from tests.model.made_up_chronology import CHRONOLOGY

TABLE: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
CASES: list[Case] = TABLE["cases"]
IDS = [event.id for event in CHRONOLOGY.events]
SEARCH_TEXTS = [search_text(event, CHRONOLOGY) for event in CHRONOLOGY.events]
WHOLE = {"themes": [], "actors": [], "places": [], "kinds": [], "agreements": [], "layers": [], "words": ""}
"""Fields of a case's View that it may leave out."""


def naive(event: Event, case: Case) -> str:
    """Return an event's status by plain comparisons of what its row says, in the order of the rules."""
    view = WHOLE | case["view"]
    if event.layer not in ["essay", *view["layers"]]:
        return "-"
    places = [*event.places, event.from_place]
    named = [CHRONOLOGY.places[key] for key in places if key] + [CHRONOLOGY.actors[key] for key in event.actors]
    texts = [text for each in named for text in (each.name.en, each.name.ar, *each.other_spellings)]
    texts += [event.title.en, event.title.ar, event.summary.en, event.summary.ar]
    has = {"themes": event.themes, "actors": event.actors, "places": places, "kinds": [event.kind]}
    for field, keys in (has | {"agreements": [event.agreement]}).items():
        if view[field] and not [key for key in keys if key in view[field]]:
            return "F"
    if not finds(view["words"], "\n".join(texts)):
        return "F"
    if view.get("extent") and "sight" in case and event.id not in case["sight"]:
        return "M"
    dates = [event.essay_span, event.reported_span]
    span = next((each for each in (dates if view.get("basis") != "reports" else dates[::-1]) if each), None)
    if not span:
        return "U"
    first, last = span.earliest.isoformat(), span.latest.isoformat()
    start, end = view.get("start", "0001-01-01"), view.get("end", "9999-12-31")
    whole = view.get("certainty") == "certainly"
    return "S" if (start <= first and last <= end if whole else first <= end and last >= start) else "R"


@cache
def said_by_the_browser() -> list[str]:
    letters = {status.value: letter for status, letter in LETTERS.items()}
    made: list[str] = evaluated(
        ("core/dataset.js", "core/dates.js", "core/folding.js", "core/visibility.js"),
        """cases.map(({ view: given, sight }) => {
          const view = { ...defaults, ...given };
          for (const name of ["start", "end"]) view[name] &&= ordinalOf(view[name]);
          const inSight = sight && Uint8Array.from(atlas.events, ({ id }) => Number(sight.includes(id)));
          const found = Uint8Array.from(texts, (text) => Number(standsIn(view.words, text)));
          const visibility = makeVisibility(atlas);
          applyFilters(visibility, atlas, view, { inSight, found });
          applyRange(visibility, atlas, view, limitsOf(view));
          return Array.from(visibility.status, (status) => letters[STATUSES[status]]).join("");
        })""",
        before="const atlas = readDataset(json);",
        json=dataset(CHRONOLOGY),
        texts=SEARCH_TEXTS,
        defaults={field["name"]: field["default"] for field in looks()["fields"]},
        letters=letters,
        cases=CASES,
    )
    return made


def test_the_table_has_what_its_script_writes() -> None:
    assert TABLE["head"] == {"events": IDS, "letters": {letter: status for status, letter in LETTERS.items()}}
    written = [case | {"statuses": statuses(case)} for case in cases()]
    assert json.loads(json.dumps(written)) == CASES


def test_the_table_has_many_different_cases_of_every_field_choice_and_status() -> None:
    assert len({json.dumps([case["view"], case.get("sight")]) for case in CASES}) > 250
    fields = Counter(name for case in CASES for name in case["view"])
    assert min(fields[name] for name in (*WHOLE, "basis", "certainty", "start", "end", "extent")) >= 15
    assert set("".join(case["statuses"] for case in CASES)) == set(LETTERS.values())


@pytest.mark.parametrize("number", range(len(CASES)), ids=[f"{n}-{case['about']}" for n, case in enumerate(CASES)])
def test_python_the_browser_and_a_naive_third_agree_on_every_event(number: int) -> None:
    case = CASES[number]
    expected = {event.id: letter for event, letter in zip(CHRONOLOGY.events, case["statuses"], strict=True)}
    assert {event.id: naive(event, case) for event in CHRONOLOGY.events} == expected
    partition = sort_events(CHRONOLOGY, view_of(case), case.get("sight"))
    assert {event.id: LETTERS[status] for status in Status for event in getattr(partition, status)} == expected
    assert dict(zip(IDS, said_by_the_browser()[number], strict=True)) == expected


@cache
def shown_by_whole_instances() -> list[dict[str, Any]]:
    """Return what an instance of the atlas makes of each case whose View it reads from an address."""
    made: list[dict[str, Any]] = evaluated(
        ("core/atlas.js", "core/visibility.js"),
        """await Promise.all(cases.map(async ({ sight }, number) => {
          const files = { json: async () => texts };
          const address = { read: () => new URLSearchParams(addresses[number]), write() {}, onReturn() {} };
          const frames = [];
          const inNextFrame = (run) => frames.push(run);
          const atlas = openAtlas({ dataset: json, looks, files, address, appearance: "light", inNextFrame });
          await atlas.prepareSearch();
          if (sight) atlas.setSight(Uint8Array.from(atlas.dataset.events, ({ id }) => Number(sight.includes(id))));
          for (const run of frames) run();
          const status = Array.from(atlas.visibility.status, (each) => STATUSES[each]);
          return { status, tally: Array.from(atlas.visibility.tally), invalid: atlas.view.invalid() };
        }))""",
        json=dataset(CHRONOLOGY),
        looks=looks(),
        texts=SEARCH_TEXTS,
        addresses=[view_to_url(view_of(case)) for case in CASES],
        cases=CASES,
    )
    return made


@pytest.mark.parametrize("number", range(len(CASES)), ids=[f"{n}-{case['about']}" for n, case in enumerate(CASES)])
def test_an_instance_in_the_browser_shows_of_an_address_what_python_does(number: int) -> None:
    case = CASES[number]
    view, unknown = without_unknown_keys(CHRONOLOGY, view_of(case))
    view = without_range_beyond(scale_of(CHRONOLOGY.with_layers(view.layers)), view)
    partition = sort_events(CHRONOLOGY, view, case.get("sight"))
    status_by_id = {event.id: status.value for status in Status for event in getattr(partition, status)}
    made = shown_by_whole_instances()[number]
    assert dict(zip(IDS, made["status"], strict=True)) == status_by_id
    assert made["tally"] == [len(getattr(partition, status)) for status in the_browsers_order()]
    assert bool(unknown) is bool(set(made["invalid"]) - {"from", "to"})


@cache
def the_browsers_order() -> list[str]:
    """Return the statuses in the order in which the browser counts them."""
    return list(evaluated(["core/visibility.js"], "STATUSES"))
