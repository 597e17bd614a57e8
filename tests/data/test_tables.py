"""The project's own tables: nothing wrong with them, and what the essay needs is in them."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from app.model.chronology.codes import ESSAY
from app.model.chronology.disagreements import disagreements
from app.model.chronology.entities import MAX_CAPTIONS, Chapter, Event
from app.model.chronology.source_text import read_essay
from app.model.chronology.view import BASES, LAYERS
from app.model.gazetteer.distances import geodesic_km
from app.model.tables.columns import Table
from app.model.tables.schema import TABLES
from app.views.map.atlas_map import FRAME
from app.words import words
from tests.model.real import DATA, the_real_atlas

ATLAS = the_real_atlas()
"""The essay's events alone."""
WHOLE = the_real_atlas(LAYERS)
"""Theirs, and those that reports alone tell of."""
BEYOND = [event for event in WHOLE.events if event.layer != ESSAY]
MAX_CLAIM, MAX_TAKEAWAY = 60, 110
"""Most letters that stand on one line of a slide, large and less large."""
FILES = sorted(DATA.glob("*.csv"))
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
TRACKING = re.compile(
    r"[?&#;](utm_|ns_|fbclid|gclid|gclsrc|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|ocid=|ito=|at_medium|at_campaign|cmpid"
    r"|smid=|spm=|ref=|_ga)",
    re.IGNORECASE,
)
DISCREPANCIES = {
    1: {
        "sudani-visits-jordan": "conflicts",
        "blinken-visits-iraq": "conflicts",
        "aqaba-contact-group": "refines",
        "sudani-visits-saudi-arabia": "conflicts",
    },
    2: {"sudani-meets-arab-envoys": "conflicts"},
    3: {"coastal-violence": "conflicts"},
    4: {"syrian-soldiers-repatriated": "conflicts"},
    5: {"crossings-closed-during-war": "conflicts"},
    6: {"iran-russia-withdraw-from-syria": "conflicts"},
    7: {"axis-of-evil-label": "conflicts"},
    8: {"abbasi-visits-ankara": "not_found"},
    9: {"sudani-sharaa-doha": "refines"},
}
"""Where reports and essay are known to part, by number: the events that show it, and what reports do to each."""


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bare(url: str) -> str:
    """Return an address without what may differ while the page is the same."""
    return re.sub(r"^https?://(www\.)?|(/|-amp)$", "", url.casefold())


def runs_of_words(text: str, length: int) -> list[str]:
    words = re.findall(r"[\w’-]+", text.lower())
    return [" ".join(words[start : start + length]) for start in range(len(words) - length + 1)]


def in_frame(latitude: float, longitude: float) -> bool:
    (south, west), (north, east) = FRAME
    return south <= latitude <= north and west <= longitude <= east


def test_the_tables_load_without_a_problem() -> None:
    assert [str(problem) for problem in WHOLE.problems] == []
    assert WHOLE.rows_set_aside == 0


def test_there_are_76_events_of_the_essay_and_6_beyond_it() -> None:
    assert Counter(event.layer for event in WHOLE.events) == {"essay": 76, "context": 2, "after": 4}
    assert len(ATLAS.events) == 76
    assert len(WHOLE.events) == len(rows("events"))


def test_the_essays_events_stand_before_those_beyond_it() -> None:
    assert WHOLE.events == (*ATLAS.events, *BEYOND)


@pytest.mark.parametrize("event", BEYOND, ids=lambda event: event.id)
def test_an_event_beyond_the_essay_rests_on_reports_that_date_it_and_on_nothing_else(event: Event) -> None:
    assert {report.bearing for report in event.reports} == {"supports"}
    assert event.reported_span
    assert (event.essay_span, event.paragraphs, event.agreement, event.reports_supplied) == (None, (), "", ())
    assert event.notes.en
    assert event.notes.ar


def test_what_came_after_the_essay_is_later_than_all_that_it_dates_and_the_context_is_not() -> None:
    spans = [event.essay_span for event in ATLAS.events if event.essay_span]
    days = [span.latest for span in spans if span.earliest == span.latest]
    starts = {event.id: event.reported_span.earliest for event in BEYOND if event.reported_span}
    assert {event.id for event in BEYOND if event.layer == "after"} == {
        key for key, start in starts.items() if start > max(days)
    }


def test_the_folder_holds_the_tables_of_the_schema_and_no_other() -> None:
    assert [path.name for path in FILES] == sorted(table.file for table in TABLES)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_stand_in_the_order_of_the_schema(table: Table) -> None:
    with (DATA / table.file).open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == table.column_names()


@pytest.mark.parametrize("event", WHOLE.events, ids=lambda event: event.id)
def test_an_event_rests_on_a_paragraph_or_a_report(event: Event) -> None:
    assert event.paragraphs or event.reports


def test_only_the_essays_own_publication_rests_on_no_paragraph() -> None:
    assert [event.id for event in ATLAS.events if not event.paragraphs] == ["essay-publication"]


def test_every_paragraph_that_a_table_names_exists() -> None:
    numbers = {paragraph.number for paragraph in read_essay()}
    named = [event.paragraphs for event in ATLAS.events]
    named += [place.paragraphs for place in ATLAS.places.values()]
    named += [actor.paragraphs for actor in ATLAS.actors.values()]
    named += [route.paragraphs for route in ATLAS.routes]
    named += [chapter.paragraphs for chapter in ATLAS.chapters]
    assert {number for paragraphs in named for number in paragraphs} <= numbers


def test_chapters_together_follow_every_paragraph() -> None:
    assert {number for chapter in ATLAS.chapters for number in chapter.paragraphs} == set(range(1, 33))


@pytest.mark.parametrize("agreement", ["conflicts", "refines", "not_found"])
def test_where_reports_do_not_confirm_the_difference_is_told_in_both_languages(agreement: str) -> None:
    silent = [
        event.id
        for event in ATLAS.events
        if event.agreement == agreement and not (event.difference.en and event.difference.ar)
    ]
    assert silent == []


@pytest.mark.parametrize("number", DISCREPANCIES)
def test_a_known_discrepancy_shows_as_what_it_is_and_is_told_in_both_languages(number: int) -> None:
    events = {event.id: event for event in ATLAS.events}
    shown = [events[key] for key in DISCREPANCIES[number]]
    assert {event.id: event.agreement for event in shown} == DISCREPANCIES[number]
    assert [event.id for event in shown if not (event.difference.en and event.difference.ar and event.reports)] == []


@pytest.mark.parametrize("number", DISCREPANCIES)
def test_a_known_discrepancy_is_in_the_list_of_disagreements(number: int) -> None:
    assert DISCREPANCIES[number].keys() <= {event.id for event in disagreements(ATLAS)}


def test_an_event_that_reports_confirm_refine_or_contest_has_a_report() -> None:
    assert [event.id for event in ATLAS.events if event.agreement != "not_found" and not event.reports] == []


def test_what_the_reports_do_is_borne_out_by_the_citations() -> None:
    bearings = {event.id: {report.bearing for report in event.reports} for event in ATLAS.events}
    confirmed = [event.id for event in ATLAS.events if event.agreement in ("confirms", "refines")]
    assert [key for key in confirmed if "supports" not in bearings[key]] == []
    not_found = [event.id for event in ATLAS.events if event.agreement == "not_found"]
    assert [key for key in not_found if bearings[key] - {"context"}] == []


@pytest.mark.parametrize("table", ["events", "places", "actors", "themes", "chapters", "routes", "route_points"])
def test_everything_is_named_and_told_in_arabic_where_it_is_in_english(table: str) -> None:
    missing = [
        (row["id"], column)
        for row in rows(table)
        for column, cell in row.items()
        if column.endswith("_en") and cell and not row[column.removesuffix("_en") + "_ar"]
    ]
    assert missing == []


@pytest.mark.parametrize("table", ["events", "places", "actors", "themes", "chapters", "routes", "route_points"])
def test_arabic_cells_are_in_arabic_script_and_english_ones_are_not(table: str) -> None:
    arabic = re.compile(r"[\u0600-\u06ff]")
    wrong = [
        (row["id"], column)
        for row in rows(table)
        for column, cell in row.items()
        if cell
        and ((column.endswith("_ar") and not arabic.search(cell)) or (column.endswith("_en") and arabic.search(cell)))
    ]
    assert wrong == []


def test_two_sources_are_as_far_apart_as_the_row_says_and_the_radius_covers_it() -> None:
    wrong = []
    for row in rows("places"):
        if not row["second_latitude"]:
            continue
        first = (float(row["latitude"]), float(row["longitude"]))
        second = (float(row["second_latitude"]), float(row["second_longitude"]))
        apart_km = f"{geodesic_km(first, second):.2f}"
        if row["sources_apart_km"] != apart_km or float(apart_km) > float(row["radius_km"]):
            wrong.append((row["id"], row["sources_apart_km"], apart_km, row["radius_km"]))
    assert wrong == []


def test_a_place_has_both_coordinates_or_none_and_says_where_they_come_from() -> None:
    places = ATLAS.places.values()
    assert [place.id for place in places if (place.latitude is None) != (place.longitude is None)] == []
    assert [place.id for place in places if place.located and not (place.source and place.confidence)] == []


def test_every_second_source_has_its_point() -> None:
    assert [place.id for place in ATLAS.places.values() if place.second_source and not place.second_latitude] == []


def test_every_waypoint_lies_on_the_base_map() -> None:
    outside = [
        (route.id, point.name.en)
        for route in ATLAS.routes
        for point in route.points
        if not in_frame(point.latitude, point.longitude)
    ]
    assert outside == []


def test_every_corridor_has_a_line_and_its_waypoints_are_numbered_from_1() -> None:
    assert all(len(route.points) >= 2 for route in ATLAS.routes)
    for route in ATLAS.routes:
        orders = [int(row["order"]) for row in rows("route_points") if row["route"] == route.id]
        assert orders == list(range(1, len(orders) + 1))


def test_every_place_lies_on_the_base_map() -> None:
    off = {place.id for place in ATLAS.places.values() if not in_frame(place.latitude or 0, place.longitude or 0)}
    assert off == set()


@pytest.mark.parametrize(
    ("key", "kind", "country"),
    [
        ("al-qaim", "crossing", "IQ"),
        ("al-hol-camp", "camp", "SY"),
        ("ghweiran-prison", "prison", "SY"),
        ("aqaba", "city", "JO"),
        ("doha", "city", "QA"),
        ("riyadh", "city", "SA"),
        ("al-jazira", "region", "IQ"),
        ("badia", "region", "IQ"),
        ("syrian-coast", "region", "SY"),
        ("al-walid-tanf", "crossing", "IQ"),
        ("gulf", "region", "QA"),
        ("southern-syria", "region", "SY"),
        ("northeast-syria", "region", "SY"),
        ("northern-iraq", "region", "IQ"),
    ],
)
def test_a_place_that_the_essay_needs_is_on_the_map(key: str, kind: str, country: str) -> None:
    place = ATLAS.places[key]
    assert (place.kind, country in place.countries, place.located) == (kind, True, True)


def test_every_region_is_drawn_wider_than_a_town() -> None:
    places = ATLAS.places.values()
    widest_town = max(place.radius_km for place in places if place.kind in ("city", "town"))
    assert all(place.radius_km > widest_town for place in places if place.kind == "region")


def test_there_are_at_most_nine_themes_and_each_leads_some_event() -> None:
    assert len(ATLAS.themes) <= 9
    assert {event.themes[0] for event in ATLAS.events} == set(ATLAS.themes)
    assert [theme.order for theme in ATLAS.themes.values()] == list(range(1, len(ATLAS.themes) + 1))


def test_a_journey_arrives_elsewhere_than_it_began() -> None:
    assert [event.id for event in WHOLE.events if event.from_place and event.from_place == event.places[0]] == []


def test_every_visit_says_where_the_traveller_came_from() -> None:
    assert [event.id for event in WHOLE.events if event.kind == "visit" and not event.from_place] == []


def test_every_event_has_a_place_and_a_place_on_the_map() -> None:
    assert [event.id for event in WHOLE.events if not event.places] == []
    assert [event.id for event in WHOLE.events if not WHOLE.places[event.places[0]].located] == []


def test_what_reports_supplied_is_among_what_the_event_names() -> None:
    strange = [
        (event.id, key)
        for event in WHOLE.events
        for key in event.reports_supplied
        if key not in {*event.places, event.from_place, *event.actors}
    ]
    assert strange == []


def test_no_event_names_a_place_an_actor_or_a_theme_twice() -> None:
    lists = [
        (event.id, keys)
        for event in WHOLE.events
        for keys in (event.places, event.actors, event.themes, event.paragraphs)
    ]
    assert [(key, keys) for key, keys in lists if len(set(keys)) < len(keys)] == []


def test_no_two_events_have_the_same_title() -> None:
    for language in ("en", "ar"):
        titles = Counter(event.title.say(language) for event in WHOLE.events)
        assert [title for title, count in titles.items() if count > 1] == []


def test_titles_are_short_enough_for_a_label() -> None:
    titles = [title for event in WHOLE.events for title in (event.title.en, event.title.ar)]
    assert [title for title in titles if len(title) > 60] == []


def test_chapters_are_in_order_and_show_their_events() -> None:
    assert [chapter.order for chapter in ATLAS.chapters] == list(range(1, len(ATLAS.chapters) + 1))
    by_id = {event.id: event for event in ATLAS.events}
    hidden = [
        (chapter.id, key)
        for chapter in ATLAS.chapters
        for key in chapter.events
        if chapter.themes and not set(chapter.themes) & set(by_id[key].themes)
    ]
    assert hidden == []


def test_a_chapters_dated_events_touch_its_range() -> None:
    by_id = {event.id: event for event in ATLAS.events}
    outside = [
        (chapter.id, key)
        for chapter in ATLAS.chapters
        for key in chapter.events
        if (span := by_id[key].span("essay"))
        and not (span.earliest <= chapter.end and chapter.start <= span.latest)
        and (reported := by_id[key].span("reports"))
        and not (reported.earliest <= chapter.end and chapter.start <= reported.latest)
    ]
    assert outside == []


@pytest.mark.parametrize("chapter", ATLAS.chapters, ids=lambda chapter: chapter.id)
def test_a_chapter_states_something_in_both_languages_that_fits_its_slide(chapter: Chapter) -> None:
    for text, longest in ((chapter.claim, MAX_CLAIM), (chapter.takeaway, MAX_TAKEAWAY)):
        assert [len(words) <= longest for words in text.written] == [True, True]
    assert chapter.claim != chapter.title


@pytest.mark.parametrize("chapter", ATLAS.chapters, ids=lambda chapter: chapter.id)
def test_captions_are_dated_placed_and_rest_on_a_paragraph_that_the_chapter_follows(chapter: Chapter) -> None:
    events = {event.id: event for event in ATLAS.events}
    captions = [events[key] for key in chapter.captions]
    assert 3 <= len(captions) <= MAX_CAPTIONS
    assert set(chapter.captions) <= set(chapter.events)
    assert [event.id for event in captions if not set(event.paragraphs) & set(chapter.paragraphs)] == []
    assert [event.id for event in captions if not any(ATLAS.places[key].located for key in event.places)] == []


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("chapter", ATLAS.chapters, ids=lambda chapter: chapter.id)
def test_every_caption_lies_in_the_range_of_its_chapter_by_either_source(chapter: Chapter, basis: str) -> None:
    events = {event.id: event for event in ATLAS.events}
    spans = {key: events[key].span(basis) for key in chapter.captions}
    outside = [
        key
        for key, span in spans.items()
        if not span or not (span.earliest <= chapter.end and chapter.start <= span.latest)
    ]
    assert outside == []


def test_captions_stand_in_the_order_of_the_essays_dates() -> None:
    events = {event.id: event for event in ATLAS.events}
    for chapter in ATLAS.chapters:
        days = [span.earliest for key in chapter.captions if (span := events[key].span("essay"))]
        assert days == sorted(days)


def test_no_words_that_a_slide_states_are_the_essays_own() -> None:
    """Five words in a row are taken for a copy."""
    essay = " ".join(" ".join(re.findall(r"[\w’-]+", part.text.lower())) for part in read_essay())
    stated = [text for chapter in ATLAS.chapters for text in (chapter.claim.en, chapter.takeaway.en)]
    runs = [(text, run) for text in stated for run in runs_of_words(text, 5)]
    assert [pair for pair in runs if f" {pair[1]} " in essay] == []


@each_file
def test_no_cell_can_become_a_formula(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    risky = [cell for cell in cells if cell.startswith(("=", "+", "@", "-", "\t", "\r"))]
    assert [cell for cell in risky if not re.fullmatch(r"-\d+(\.\d+)?", cell)] == []


@each_file
def test_a_file_is_utf_8_without_a_byte_order_mark_and_ends_with_its_last_line(path: Path) -> None:
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert "\ufffd" not in raw.decode("utf-8")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")


@each_file
def test_a_file_has_no_blanks_around_its_cells_and_no_cell_of_several_lines(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert [cell for cell in cells if cell != cell.strip() or "\n" in cell] == []


def test_addresses_carry_no_tracking_parameters() -> None:
    urls = [report.url for event in WHOLE.events for report in event.reports]
    assert len(urls) == len(rows("reports"))
    assert [url for url in urls if TRACKING.search(url)] == []


def test_no_event_cites_one_address_twice() -> None:
    cited = Counter((event.id, bare(report.url)) for event in WHOLE.events for report in event.reports)
    assert [pair for pair, count in cited.items() if count > 1] == []


@pytest.fixture(scope="module")
def basemap() -> list[dict[str, Any]]:
    geography = json.loads((DATA / "basemap" / "basemap.geojson").read_text(encoding="utf-8"))
    assert geography["type"] == "FeatureCollection"
    return geography["features"]  # type: ignore[no-any-return] # JSON


def test_the_base_map_parses_and_has_every_layer_that_the_map_draws(basemap: list[dict[str, Any]]) -> None:
    layers = {feature["properties"]["layer"] for feature in basemap}
    assert layers >= {"country", "lake", "river", "coast", "admin1", "claim", "border", "disputed_area"}


def test_the_base_map_has_iraq_syria_the_line_between_them_and_the_two_rivers(
    basemap: list[dict[str, Any]],
) -> None:
    properties = [feature["properties"] for feature in basemap]
    countries = {each["name"] for each in properties if each["layer"] == "country"}
    assert countries >= {"Iraq", "Syria"}
    assert any(each.get("kind") == "iraq_syria" for each in properties if each["layer"] == "border")
    rivers = " ".join(str(each.get("name")) for each in properties if each["layer"] == "river")
    assert re.search("Euphrates|Furat|Firat", rivers)
    assert re.search("Tigris|Dicle", rivers)


def test_coordinates_of_places_are_written_with_four_decimals() -> None:
    axes = ("latitude", "longitude", "second_latitude", "second_longitude")
    cells = [row[axis] for row in rows("places") for axis in axes if row[axis]]
    assert [cell for cell in cells if not re.fullmatch(r"-?\d+\.\d{4}", cell)] == []


def test_every_event_has_a_summary_of_its_own_that_is_not_its_title() -> None:
    assert all(before.summary != after.summary for before, after in pairwise(WHOLE.events))
    assert [event.id for event in WHOLE.events if event.summary.en == event.title.en] == []


def test_the_interface_says_of_the_essay_what_its_record_says() -> None:
    (record,) = rows("sources")
    say = words("en")
    publisher, _, _ = record["publisher"].partition(" (")
    for text in (say["essay_source"], say["cite_essay"]):
        assert record["title"] in text
        assert record["issue"] in text
        assert publisher in text
    # Neither has a column that is filled: the pages say so in words.
    assert record["author"] == ""
    assert "no author and gives no date" in record["notes_en"]
    assert say["essay_unnamed"] in record["notes_en"]
    assert words("ar")["essay_unnamed"] in record["notes_ar"]
