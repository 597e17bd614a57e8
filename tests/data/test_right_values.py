"""The tables hold the values that the evidence gives, and no reader meets a word about how they were made."""

from __future__ import annotations

import csv
import re
from datetime import date
from itertools import combinations

import pytest

from app.model.chronology.entities import CrossingState, Event, Place
from app.model.chronology.view import LAYERS
from app.model.gazetteer.borders import side_of
from app.model.paths import PROJECT_FOLDER
from tests.data.right_values import (
    AGREEMENTS,
    CROSSING_ON_DAY,
    FIRST_PLACE_FROM_REPORTS,
    FIRST_PLACES,
    HOLDER_ON_DAY,
    ON_NO_LAND,
    POINTS,
    REPORTED_DATES,
)
from tests.model.real import DATA, the_real_atlas

ATLAS = the_real_atlas()
WHOLE = the_real_atlas(LAYERS)
EVENTS = {event.id: event for event in WHOLE.events}
README = (PROJECT_FOLDER / "README.md").read_text(encoding="utf-8")
_DEGREES = re.compile(r"(\d+)°\s*(?:(\d+)′\s*)?(?:([\d.]+)″\s*)?N,?\s+(\d+)°\s*(?:(\d+)′\s*)?(?:([\d.]+)″\s*)?E")
READ_BY_VISITORS = {
    "events": ("title", "summary", "difference", "notes"),
    "places": ("name", "source", "second_source", "notes"),
    "actors": ("name", "role", "notes"),
    "crossing_states": ("notes",),
    "routes": ("name", "notes"),
    "route_points": ("name", "basis", "notes"),
    "chapters": ("title", "claim", "takeaway", "text", "notes"),
    "reports": ("publisher", "title", "notes"),
}
"""Columns that pages, slides or cards show, without the ending for the language."""
ABOUT_US = re.compile(
    r"\b(?:we|our|ours|us)\b|app data|unverified|GitHub|to hand|cop(?:y|ies) seen|not listed|stands? here|\.csv\b"
    r"|\b(?:the|this|these) (?:rows?|table|dashboard|project)\b|not in the rows|reverse_geocoder|\bTODO\b"
    r"|من عندنا|النسخة التي اطُّلع|السجلات|الصفوف|لم يُدرج|لم يوضع هنا|بياناتنا|مشروعنا|غير متحقَّق",
)
"""Words about how the tables were made, which say nothing about the matter."""


def cells() -> list[tuple[str, str, str, str]]:
    """Return table, id, column and text of every filled cell that a visitor reads."""
    found = []
    for table, columns in READ_BY_VISITORS.items():
        with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                names = [name for column in columns for name in (column, f"{column}_en", f"{column}_ar") if name in row]
                found += [(table, row["id"], name, row[name]) for name in names if row[name]]
    return found


def in_degrees(text: str) -> tuple[float, float] | None:
    """Return the point that a source is quoted with, in degrees, minutes and seconds; None where it has none."""
    found = _DEGREES.search(text)
    if not found:
        return None
    parts = [float(part or 0) for part in found.groups()]
    latitude, longitude = (sum(part / 60**power for power, part in enumerate(side)) for side in (parts[:3], parts[3:]))
    return latitude, longitude


def states_on(place: str, day: str) -> list[CrossingState]:
    """Return the rows of the crossing that hold on the day."""
    when = date.fromisoformat(day)
    return [
        state
        for state in WHOLE.crossing_states
        if state.place == place and state.period.earliest <= when <= state.period.latest
    ]


# Events


@pytest.mark.parametrize(("key", "agreement"), AGREEMENTS.items())
def test_what_reports_do_to_a_statement_is_what_its_citations_bear_out(key: str, agreement: str) -> None:
    assert EVENTS[key].agreement == agreement


@pytest.mark.parametrize(("key", "edtf"), REPORTED_DATES.items())
def test_the_reports_date_is_that_of_the_thing_itself(key: str, edtf: str) -> None:
    span = EVENTS[key].reported_span
    assert span is not None
    assert span.edtf == edtf


def test_a_statement_of_which_no_report_was_found_has_no_date_of_reports() -> None:
    assert [event.id for event in ATLAS.events if event.agreement == "not_found" and event.reported_span] == []


@pytest.mark.parametrize(("key", "place"), FIRST_PLACES.items())
def test_the_marker_stands_where_the_essay_has_it(key: str, place: str) -> None:
    assert EVENTS[key].places[0] == place
    assert place not in EVENTS[key].reports_supplied


def test_no_marker_stands_at_a_place_of_reports_alone_where_a_paragraph_names_another_but_for_a_reason() -> None:
    def another_is_named(event: Event) -> bool:
        return any(key not in event.reports_supplied for key in event.places[1:])

    supplied = {event.id for event in ATLAS.events if event.places[0] in event.reports_supplied}
    assert {key for key in supplied if another_is_named(EVENTS[key])} == FIRST_PLACE_FROM_REPORTS.keys()


def test_who_speaks_and_who_is_named_as_a_reason_is_among_the_actors() -> None:
    assert "hamid-al-shatri" in EVENTS["israel-southern-zone-plan"].actors
    assert "hamid-al-shatri" in EVENTS["coastal-violence"].actors
    assert {"iran", "united-states", "coordination-framework"} <= set(EVENTS["sudani-non-intervention"].actors)
    assert "syria" in EVENTS["sdf-damascus-agreement"].actors


def test_the_moved_detainees_are_counted_as_the_final_figure_has_it() -> None:
    notes = EVENTS["after-isis-detainees-moved-to-iraq"].notes
    assert "5,704" in notes.en
    assert "5704" in notes.ar
    assert "5,640" not in notes.en + notes.ar


# Places


@pytest.mark.parametrize(("key", "point"), POINTS.items())
def test_a_place_stands_where_its_published_point_is(key: str, point: tuple[float, float]) -> None:
    place = WHOLE.places[key]
    assert (place.latitude, place.longitude) == point


@pytest.mark.parametrize("place", WHOLE.places.values(), ids=lambda place: place.id)
def test_a_point_is_the_one_that_its_source_is_quoted_with(place: Place) -> None:
    for source, latitude, longitude in (
        (place.source, place.latitude, place.longitude),
        (place.second_source, place.second_latitude, place.second_longitude),
    ):
        if quoted := in_degrees(source):
            assert (latitude, longitude) == pytest.approx(quoted, abs=0.00006), source


def test_a_quoted_point_is_read_with_and_without_seconds() -> None:
    assert in_degrees("en.wikipedia X 33°17′33″N 44°03′54″E") == pytest.approx((33.2925, 44.0650))
    assert in_degrees("de.wikipedia X 33°27′N 36°20′E") == pytest.approx((33.45, 36.3333), abs=0.0001)
    assert in_degrees("GeoNames 98182") is None


@pytest.mark.parametrize("place", WHOLE.places.values(), ids=lambda place: place.id)
def test_a_point_on_the_base_map_lies_on_land_of_its_country_unless_the_place_is_a_sea(place: Place) -> None:
    assert place.latitude is not None
    assert place.longitude is not None
    side = side_of(place.latitude, place.longitude)
    if side.line_km is None:
        assert side.code in ("", *place.countries)  # outside the frame, where the base map has no land
    elif place.kind == "sea" or place.id in ON_NO_LAND:
        assert side.code == ""
    else:
        assert side.code in place.countries, side.in_words()


def test_every_waypoint_lies_on_land() -> None:
    at_sea = {
        point.name.en
        for route in WHOLE.routes
        for point in route.points
        if not side_of(point.latitude, point.longitude).code
    }
    assert at_sea == {WHOLE.places[key].name.en for key in ON_NO_LAND}


# Crossings


@pytest.mark.parametrize(
    ("place", "day", "status"),
    [(place, day, status) for place, days in CROSSING_ON_DAY.items() for day, status in days.items()],
)
def test_a_crossing_stood_on_a_day_as_reports_have_it(place: str, day: str, status: str) -> None:
    assert [state.status for state in states_on(place, day) if state.status] == ([status] if status else [])


@pytest.mark.parametrize(
    ("place", "day", "holder"),
    [(place, day, holder) for place, days in HOLDER_ON_DAY.items() for day, holder in days.items()],
)
def test_a_crossing_was_held_on_a_day_by_whom_reports_have_there(place: str, day: str, holder: str) -> None:
    assert [state.held_by for state in states_on(place, day) if state.held_by] == ([holder] if holder else [])


def test_the_three_official_crossings_and_semalka_have_states() -> None:
    assert {state.place for state in WHOLE.crossing_states} == CROSSING_ON_DAY.keys()
    assert {key for key, place in WHOLE.places.items() if place.kind == "crossing"} - CROSSING_ON_DAY.keys() == {
        "shalamcheh"
    }


def test_no_crossing_stands_two_ways_on_one_day() -> None:
    passages = [state for state in WHOLE.crossing_states if state.status]
    clashes = [
        (one.id, other.id)
        for one, other in combinations(passages, 2)
        if one.place == other.place
        and one.period.earliest <= other.period.latest
        and other.period.earliest <= one.period.latest
    ]
    assert clashes == []


def test_a_statement_on_all_crossings_is_at_each_official_one() -> None:
    for key in ("crossings-closed-during-war", "joint-crossings-committee"):
        assert {"al-qaim", "rabia-yaarubiyah", "al-walid-tanf"} <= set(EVENTS[key].places)


# Words


def test_no_cell_that_a_visitor_reads_is_about_how_the_tables_were_made() -> None:
    assert [(*where, text) for *where, text in cells() if ABOUT_US.search(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "unverified app data B",
        "en.wikipedia Module border map (copy in GitHub index)",
        "its coordinates were not to hand",
        "The report carries no date in the copy seen; it is not listed",
        "Whether it was open is not in the rows.",
        "that paragraph 9 means this service is our reading",
        "as al-qaim in places.csv",
        "قراءة من عندنا",
        "ولا تذكر السجلات هل كان مفتوحًا",
    ],
)
def test_words_about_how_the_tables_were_made_are_known(text: str) -> None:
    assert ABOUT_US.search(text)


@pytest.mark.parametrize(
    "text", ["US forces left; the US role", "narrows the use of arms", "no report was found", "the hours before it"]
)
def test_words_about_the_matter_are_not_taken_for_words_about_its_making(text: str) -> None:
    assert not ABOUT_US.search(text)


def test_the_readmes_numbers_are_those_of_the_tables() -> None:
    found = re.search(r"makes (\d+)\s+statements,\s+dates (\d+) of them and names (\d+)\s+places", README)
    assert found is not None
    dated = sum(1 for event in ATLAS.events if event.essay_span)
    named = sum(1 for place in ATLAS.places.values() if place.paragraphs)
    assert tuple(map(int, found.groups())) == (len(ATLAS.events), dated, named)
    assert f"the essay's {len(ATLAS.events)} events" in README
