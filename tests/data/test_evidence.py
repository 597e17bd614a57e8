"""The evidence check: what a row says that the essay states stands in the paragraphs that the row cites."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Any

import pytest

from app.model.chronology.dates import parse_span
from app.model.chronology.entities import Actor, Event, Place
from app.model.chronology.source_text import read_essay
from tests.data.derived_dates import DERIVED, UNDATED, derivation_faults
from tests.data.evidence import (
    StatedDate,
    date_faults,
    is_dated_by,
    is_named,
    name_faults,
    paragraph_faults,
    stale_faults,
    stated_dates,
    unstated_sides,
)
from tests.model.real import the_real_atlas

ATLAS = the_real_atlas()
ESSAY = {paragraph.number: paragraph.text for paragraph in read_essay()}
EVENTS = {event.id: event for event in ATLAS.events}
DATED = [event for event in ATLAS.events if event.essay_span]
DATES_STATED = [(number, stated) for number, text in ESSAY.items() for stated in stated_dates(text)]
each_event = pytest.mark.parametrize("event", ATLAS.events, ids=lambda event: event.id)


# The tables against the essay


@pytest.mark.parametrize("event", DATED, ids=lambda event: event.id)
def test_the_essays_date_is_stated_in_a_paragraph_that_the_row_cites_or_follows_from_the_text(event: Event) -> None:
    faults = derivation_faults(event, DERIVED[event.id], ESSAY) if event.id in DERIVED else date_faults(event, ESSAY)
    assert list(faults) == []


def test_only_a_date_that_no_cited_paragraph_states_is_derived() -> None:
    assert [key for key in DERIVED if not list(date_faults(EVENTS[key], ESSAY))] == []


def test_a_row_without_a_date_of_the_essay_says_why_the_dates_in_its_paragraphs_are_not_its_own() -> None:
    undated = {
        event.id: {number for number in event.paragraphs if stated_dates(ESSAY[number])}
        for event in ATLAS.events
        if not event.essay_span
    }
    reasons = {key: set(map(int, reason.partition(":")[0].split(","))) for key, reason in UNDATED.items()}
    assert reasons == {key: numbers for key, numbers in undated.items() if numbers}


@each_event
def test_who_and_where_are_named_in_a_paragraph_that_the_row_cites_or_owned_to_come_from_reports(event: Event) -> None:
    assert list(name_faults(event, ATLAS, ESSAY)) == []


@each_event
def test_nothing_is_put_down_to_reports_alone_that_a_cited_paragraph_names(event: Event) -> None:
    assert list(stale_faults(event, ATLAS, ESSAY)) == []


@pytest.mark.parametrize("place", ATLAS.places.values(), ids=lambda place: place.id)
def test_the_paragraphs_of_a_place_are_those_that_name_it(place: Place) -> None:
    assert list(paragraph_faults(place, "places.csv", ESSAY)) == []


@pytest.mark.parametrize("actor", ATLAS.actors.values(), ids=lambda actor: actor.id)
def test_the_paragraphs_of_an_actor_are_those_that_name_it(actor: Actor) -> None:
    assert list(paragraph_faults(actor, "actors.csv", ESSAY)) == []


@pytest.mark.parametrize(("number", "stated"), DATES_STATED, ids=lambda value: getattr(value, "edtf", str(value)))
def test_every_date_that_a_paragraph_states_dates_an_event_that_cites_it(number: int, stated: StatedDate) -> None:
    dates = [event.essay_span.edtf for event in DATED if number in event.paragraphs and event.essay_span]
    assert any(is_dated_by(stated, edtf) for edtf in dates), f"paragraph {number} states {stated.edtf}; dates: {dates}"


# That the check can fail


@pytest.mark.parametrize(
    ("edtf", "unstated"),
    [
        ("2024-11-26", "2024-11-26"),
        ("2024-12-27", "2024-12-27"),
        ("2023-12-26", "2023-12-26"),
        ("2024-12-26/2025", "2025"),
        ("2024~", "2024~"),
    ],
)
def test_a_wrong_month_day_year_end_or_mark_is_caught_with_row_word_and_paragraphs(edtf: str, unstated: str) -> None:
    spoilt = replace(EVENTS["shatri-damascus-first"], essay_span=parse_span(edtf), paragraphs=(17,))
    (fault,) = date_faults(spoilt, ESSAY)
    assert fault.startswith(
        f"events.csv: shatri-damascus-first: essay_date: '{unstated}' is stated in none of its paragraphs (17)"
    )


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"essay_span": None}, "'' is not '2024-12-26/2025-04-25'"),
        ({"essay_span": parse_span("2024-12-26/2025-04-26")}, "'2024-12-26/2025-04-26' is not"),
        ({"paragraphs": (22,)}, "none of the words is from a paragraph that the row cites"),
    ],
    ids=["no date", "another day", "other paragraphs"],
)
def test_a_row_that_parts_from_its_derivation_is_caught(change: dict[str, Any], fault: str) -> None:
    spoilt = replace(EVENTS["joint-security-room"], **change)
    (message,) = derivation_faults(spoilt, DERIVED["joint-security-room"], ESSAY)
    assert fault in message


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"quotes": {2: "in 2004 and the subsequent fall"}}, "paragraph 2 does not say"),
        ({"quotes": {2: "the subsequent fall of Saddam"}}, "'2003~' follows from no date in the quoted words"),
    ],
    ids=["words that are not there", "words without the date"],
)
def test_a_derivation_that_the_essay_does_not_bear_out_is_caught(change: dict[str, Any], fault: str) -> None:
    derivation = replace(DERIVED["saddam-regime-falls"], **change)
    assert any(fault in message for message in derivation_faults(EVENTS["saddam-regime-falls"], derivation, ESSAY))


def test_a_date_that_another_paragraph_states_is_caught() -> None:
    spoilt = replace(EVENTS["shatri-damascus-first"], paragraphs=(16, 18))
    assert len(list(date_faults(spoilt, ESSAY))) == 1


def test_a_place_an_actor_and_a_start_that_no_cited_paragraph_names_are_caught() -> None:
    spoilt = replace(
        EVENTS["shatri-damascus-first"],
        places=("damascus", "mosul"),
        from_place="baghdad",
        actors=("hamid-al-shatri", "donald-trump"),
        paragraphs=(17,),
        reports_supplied=(),
    )
    columns = [fault.split(": ")[2:4] for fault in name_faults(spoilt, ATLAS, ESSAY)]
    assert [column for column, _ in columns] == ["places", "from_place", "actors"]
    assert ["mosul" in columns[0][1], "baghdad" in columns[1][1], "donald-trump" in columns[2][1]] == [True] * 3
    owned = replace(spoilt, reports_supplied=("mosul", "baghdad", "donald-trump"))
    assert list(name_faults(owned, ATLAS, ESSAY)) == []


def test_a_key_put_down_to_reports_that_the_paragraph_names_is_caught() -> None:
    spoilt = replace(EVENTS["shatri-damascus-first"], reports_supplied=("damascus", "ahmed-al-sharaa"))
    (fault,) = stale_faults(spoilt, ATLAS, ESSAY)
    assert "'damascus'" in fault


def test_a_paragraph_too_many_and_one_too_few_of_a_place_are_caught() -> None:
    too_many = replace(ATLAS.places["aleppo"], paragraphs=(7, 8))
    too_few = replace(ATLAS.places["aleppo"], paragraphs=())
    messages = chain(paragraph_faults(too_many, "places.csv", ESSAY), paragraph_faults(too_few, "places.csv", ESSAY))
    assert [message.split(";")[0] for message in messages] == [
        "places.csv: aleppo: paragraphs: 8 does not name it",
        "places.csv: aleppo: paragraphs: 7 names it and is not listed",
    ]


# Names


@pytest.mark.parametrize(
    ("spelling", "text"),
    [
        ("Assad", "in post-Assad Syria"),
        ("Assad", "the wake of Assad’s fall"),
        ("Sudani", "Prime Minister Mohammed Shia al-Sudani met him"),
        ("al-Qa'im", "via the Al Qa’im border crossing"),
        ("Türkiye", "officials in Turkiye"),
        ("Iraq–Syria border", "along the Iraq-Syria border."),
        ("Kurdistan Workers’ Party", "the Kurdistan Workers' Party"),
        ("US", "the US-led invasion"),
        ("Iraq’s borders with Syria", "to open Iraq's borders with Syria"),
    ],
)
def test_a_name_is_found_whatever_its_case_accents_apostrophes_and_hyphens(spelling: str, text: str) -> None:
    assert is_named([spelling], text)


@pytest.mark.parametrize(
    ("spelling", "text"),
    [
        ("Iran", "under Iranian pressure"),
        ("Iraqi border", "the Iraqi side of the border"),
        ("US", "it showed us the risks"),
        ("IS", "what is happening"),
        ("Oman", "a woman in Baghdad"),
        ("al-Sharaa", "al-Sharaani"),
        ("حلب", "Aleppo"),
    ],
)
def test_a_part_of_a_word_words_apart_and_a_word_like_an_abbreviation_are_no_name(spelling: str, text: str) -> None:
    assert not is_named([spelling], text)


# Dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on December 26, 2024, marking", [StatedDate("2024-12-26")]),
        ("on 8 May 2025 to discuss", [StatedDate("2025-05-08")]),
        ("the 3rd May 2025", [StatedDate("2025-05-03")]),
        ("in early December 2024", [StatedDate("2024-12", hedged=True)]),
        ("intensified in early 2025, starting", [StatedDate("2025", hedged=True)]),
        ("by mid-2025", [StatedDate("2025", hedged=True)]),
        ("between 2007 and 2010", [StatedDate("2007"), StatedDate("2010")]),
        ("the war of the 1980s, when", [StatedDate("198X")]),
        ("in the eighties", [StatedDate("198X")]),
        ("Notably, 1,950 soldiers may return; 20245 do not", []),
    ],
)
def test_dates_are_read_as_the_text_writes_them(text: str, dates: list[StatedDate]) -> None:
    assert stated_dates(text) == dates


@pytest.mark.parametrize(
    ("stated", "edtf", "dated"),
    [
        (StatedDate("2025", hedged=True), "2025-01~/2025-03~", True),
        (StatedDate("2025", hedged=True), "2025-01/2025-03", False),
        (StatedDate("2025", hedged=True), "2024-12~", False),
        (StatedDate("2025"), "2025-01~/2025-03~", False),
        (StatedDate("2024-12", hedged=True), "2024-12", True),
    ],
)
def test_a_date_may_be_narrowed_only_where_the_text_says_early_and_the_row_says_about(
    stated: StatedDate, edtf: str, dated: bool
) -> None:
    assert is_dated_by(stated, edtf) == dated


@pytest.mark.parametrize(
    ("edtf", "text", "unstated"),
    [
        ("2007/2010", "between 2007 and 2010", []),
        ("2007/2010", "between 2007 and 2011", ["2010"]),
        ("2011/..", "changed after 2011", []),
        ("198X", "the war of the 1980s", []),
        ("198X", "in 1985", ["198X"]),
        ("2025~", "in early 2025", []),
        ("2025~", "in 2025", ["2025~"]),
        ("2024-12", "on 20 December 2024", []),
        ("2024-12-20", "in December 2024", ["2024-12-20"]),
        ("2024-12", "in November 2024, not in December 2025", ["2024-12"]),
        ("", "in 2024", []),
    ],
)
def test_each_side_of_a_date_is_looked_for(edtf: str, text: str, unstated: list[str]) -> None:
    assert unstated_sides(edtf, [text]) == unstated
