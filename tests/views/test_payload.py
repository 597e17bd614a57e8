"""What the browser is told: plain data that JSON can hold, texts as they are, nothing that is not asked for."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.model.dates import parse_span
from app.model.entities import CrossingState, Report, Text
from app.model.essay import read_essay
from app.model.filtering import passes_filters
from app.model.timescale import build_time_scale
from app.model.view import AGREEMENTS, KINDS, View
from app.views.payload import (
    DENSITY_BINS,
    choices_payload,
    density_payload,
    details_payload,
    marks_payload,
    scale_payload,
    spans_payload,
    themes_payload,
)
from app.views.timeline.lanes import lay_out
from app.views.timeline.scale import scale_of
from app.words import words
from tests.model.made_up import a_place, an_actor, an_atlas, an_event
from tests.model.real import the_real_atlas

HOSTILE = "</script><script>alert(1)</script>"
JOURNEY = an_event(
    "journey",
    essay="2024-12-26",
    title=Text(HOSTILE, "رحلة"),
    summary=Text("English only", ""),
    kind="visit",
    places=("damascus",),
    from_place="baghdad",
    actors=("envoy",),
    reports_supplied=("envoy",),
    reports=(Report("r-1", "journey", "Agency", HOSTILE, "https://example.org/", "2024-12", "supports", Text("", "")),),
)
ATLAS = an_atlas(
    JOURNEY,
    an_event("nowhere", essay="2025~", reported="2024-12-18"),
    an_event("undated", places=("hilltop",), from_place="hilltop"),
    places=[
        a_place("baghdad", 33.3406, 44.4009, name=Text("Baghdad", "بغداد")),
        a_place("damascus", 33.5102, 36.2913, name=Text("Damascus", "دمشق")),
        a_place("hilltop", None, None),
        a_place("unused"),
    ],
    actors=[an_actor("envoy", Text("Envoy", "المبعوث")), an_actor("unused", Text("Unused", ""))],
)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_that_the_browser_gets_of_the_real_atlas_is_json(language: str) -> None:
    atlas = the_real_atlas()
    scale = scale_of(atlas)
    lanes, marks = lay_out(atlas, scale, "essay")
    everything = [
        themes_payload(atlas, language),
        choices_payload(atlas, language, words(language)),
        density_payload(atlas, scale, "essay", None),
        scale_payload(scale),
        marks_payload(marks, lanes, language),
        details_payload(atlas, read_essay(), language),
    ]
    assert json.loads(json.dumps(everything, allow_nan=False)) == everything


def test_themes_come_from_the_top_lane_down_in_the_readers_language() -> None:
    themes = themes_payload(ATLAS, "ar")
    assert [(theme["id"], theme["name"]) for theme in themes] == [("red", "أحمر"), ("blue", "أزرق")]
    assert set(themes[0]["colours"]) == {"light", "dark"}


def test_spans_are_days_as_ordinals_by_basis() -> None:
    spans = spans_payload(an_event("x", essay="2025~", reported="2024-12-18"))
    assert spans == {
        "essay": [date(2025, 1, 1).toordinal(), date(2025, 12, 31).toordinal()],
        "reports": [date(2024, 12, 18).toordinal()] * 2,
    }


def test_a_borrowed_span_stands_under_both_bases_and_an_undated_event_under_none() -> None:
    borrowed = spans_payload(an_event("x", reported="2024-12-18"))
    assert borrowed["essay"] == borrowed["reports"] == [date(2024, 12, 18).toordinal()] * 2
    assert spans_payload(an_event("x")) == {"essay": None, "reports": None}


def test_the_filter_panel_offers_what_events_use_and_sorts_it_by_name() -> None:
    choices = choices_payload(ATLAS, "en", words("en"))
    assert choices["actors"] == [["envoy", "Envoy", "Envoy\nالمبعوث"]]
    assert [name for _, name, _ in choices["places"]] == ["Baghdad", "Damascus", "Place hilltop"]
    assert [key for key, _ in choices["kinds"]] == list(KINDS)
    assert [key for key, _ in choices["agreements"]] == list(AGREEMENTS)
    assert choices["agreements"][2] == ["conflicts", "Contested"]


def test_the_filter_panels_counts_are_those_of_the_filters() -> None:
    atlas = the_real_atlas()
    events = choices_payload(atlas, "en", words("en"))["events"]
    for field, key in (("places", "baghdad"), ("actors", "iraq"), ("themes", "border"), ("kinds", "visit")):
        chosen: dict[str, Any] = {field: (key,)}
        view = replace(View(), **chosen)
        passing = [passes_filters(event, atlas, view) for event in atlas.events]
        assert [f"{field}:{key}" in event["keys"] for event in events] == passing
        assert any(passing)


def test_an_event_counts_once_for_a_place_that_it_names_twice() -> None:
    keys = choices_payload(ATLAS, "en", words("en"))["events"][2]["keys"]
    assert keys.count("places:hilltop") == 1


def test_density_counts_each_event_where_it_stands_and_long_spans_nowhere() -> None:
    days = [date(2025, 1, day) for day in (1, 11, 21, 31)]
    events = [an_event(f"day-{day.day}", essay=day.isoformat()) for day in days]
    scale = build_time_scale([*days, date(2025, 1, 6), date(2025, 1, 16)])
    atlas = an_atlas(*events, an_event("long", essay="1900/2100"), an_event("undated"))
    density = density_payload(atlas, scale, "essay", None)
    assert (len(density), sum(density), max(density)) == (DENSITY_BINS, 4, 1)
    expected = {int(scale.position(day) * DENSITY_BINS) for day in days}
    assert {part for part, count in enumerate(density) if count} == expected


def test_density_counts_only_events_that_pass() -> None:
    scale = build_time_scale([date(2024, 12, 26)])
    assert sum(density_payload(ATLAS, scale, "essay", ["journey"])) == 1
    assert sum(density_payload(ATLAS, scale, "essay", [])) == 0


def test_the_scale_is_sent_as_its_knots() -> None:
    scale = build_time_scale([date(2024, 12, 26)])
    assert scale_payload(scale) == {
        "days": list(scale.days),
        "positions": list(scale.positions),
        "breaks": list(scale.breaks),
    }


def test_marks_and_lanes_are_sent_with_where_they_stand() -> None:
    lanes, marks = lay_out(ATLAS, scale_of(ATLAS), "essay")
    payload = marks_payload(marks, lanes, "ar")
    assert payload["rows"] == lanes[-1].bottom
    assert [lane["theme"] for lane in payload["lanes"]] == ["red", "blue"]
    journey = next(mark for mark in payload["marks"] if mark["id"] == "journey")
    assert (journey["title"], journey["when"]) == ("رحلة", "26 كانون الأول 2024")
    assert {mark["id"] for mark in payload["marks"]} == {"journey", "nowhere"}


def test_a_mark_says_where_the_other_source_dates_it_only_where_that_is_another_place() -> None:
    atlas = an_atlas(
        an_event("moved", essay="2025-03-10", reported="2024-12-06"),
        an_event("moved-by-reports-alone", reported="2024-12-18"),
        an_event("same", essay="2025-03-10", reported="2025-03-10"),
    )
    scale = scale_of(atlas)
    lanes, marks = lay_out(atlas, scale, "essay")
    others = {mark["id"]: mark.get("other") for mark in marks_payload(marks, lanes, "en")["marks"]}
    assert others.pop("moved") == next(mark.other for mark in marks if mark.event.id == "moved")
    assert set(others.values()) == {None}


def test_no_lane_and_no_mark_are_sent_as_such() -> None:
    assert marks_payload([], [], "en") == {"rows": 1, "lanes": [], "marks": []}


def test_details_name_who_where_when_and_how_far() -> None:
    journey = details_payload(ATLAS, (), "ar")["events"][0]
    assert journey["title"] == "رحلة"
    assert journey["summary"] == "English only"
    assert journey["dates"] == {"essay": "26 كانون الأول 2024", "reports": ""}
    assert journey["places"] == [{"id": "damascus", "name": "دمشق", "supplied": False}]
    assert journey["actors"] == [{"name": "المبعوث", "role": "", "supplied": True}]
    assert journey["from"]["id"] == "baghdad"
    km = journey["from"]["km"]
    assert (type(km), km) == (int, pytest.approx(754, abs=3))


def test_a_journey_from_a_place_without_a_point_has_no_length_and_a_stay_has_no_journey() -> None:
    _, nowhere, undated = details_payload(ATLAS, (), "en")["events"]
    assert undated["from"] == {"id": "hilltop", "name": "Place hilltop", "km": None}
    assert nowhere["from"] is None


def test_details_tell_layers_and_events_without_a_point_from_others() -> None:
    atlas = an_atlas(
        an_event("stated", places=("baghdad", "hilltop")),
        an_event("later", layer="after", agreement="", paragraphs=(), places=("hilltop", "baghdad")),
        an_event("nowhere", layer="context", agreement="", paragraphs=()),
        places=[a_place("baghdad"), a_place("hilltop", None, None)],
    )
    events = details_payload(atlas, (), "en")["events"]
    assert [event["layer"] for event in events] == ["essay", "after", "context"]
    assert [event["on_map"] for event in events] == [True, False, False]


def test_a_place_is_sent_with_both_its_points_and_all_its_spellings() -> None:
    place = a_place("qaim", second_latitude=34.4, second_longitude=40.9, other_spellings=("Qa’im", "القائم"))
    sent = details_payload(an_atlas(places=[place]), (), "en")["places"]["qaim"]
    assert (sent["second_latitude"], sent["second_longitude"]) == (34.4, 40.9)
    assert sent["other_spellings"] == ["Qa’im", "القائم"]


def test_text_from_a_table_stays_the_text_that_it_is() -> None:
    journey = details_payload(ATLAS, (), "en")["events"][0]
    assert journey["title"] == HOSTILE
    assert journey["reports"][0]["title"] == HOSTILE
    assert journey["reports"][0]["published"] == "December 2024"


def test_all_places_and_all_paragraphs_are_sent_by_their_keys() -> None:
    details = details_payload(ATLAS, read_essay(), "en")
    assert set(details["places"]) == {"baghdad", "damascus", "hilltop", "unused"}
    assert list(details["paragraphs"]) == [str(number) for number in range(1, 33)]
    assert details["paragraphs"]["7"]["section"] == "The Moment of Political Re-engagement with Damascus"


def test_a_crossings_states_name_the_events_that_say_so_and_vanish_with_the_last_of_them() -> None:
    period = parse_span("2025")
    states = (
        CrossingState("a", "hilltop", period, "open", "envoy", ("journey", "gone"), Text("A remark", "")),
        CrossingState("b", "hilltop", period, "closed", "", ("gone",), Text("", "")),
        CrossingState("c", "baghdad", period, "closed", "", ("journey",), Text("", "")),
    )
    places = details_payload(replace(ATLAS, crossing_states=states), (), "en")["places"]
    assert places["hilltop"]["states"] == [
        {"status": "open", "holder": "Envoy", "period": "2025", "events": [["journey", HOSTILE]], "note": "A remark"}
    ]
    assert places["damascus"]["states"] == []
