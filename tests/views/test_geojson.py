"""GeoJSON as programs that draw maps read it: RFC 7946, in both languages, nothing left out and nothing made up."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from app.model.chronology.entities import Report
from app.model.chronology.view import LAYERS
from app.model.text.localised import Text
from app.views.geojson import events_geojson, places_geojson
from tests.model.made_up import NOTHING, a_place, an_actor, an_atlas, an_event
from tests.model.real import the_real_atlas

VISIT = an_event(
    "visit",
    essay="2024-12-26",
    title=Text("Visit", "زيارة"),
    summary=Text("English only", ""),
    places=("damascus", "hilltop"),
    from_place="hilltop",
    actors=("envoy",),
    reports=(Report("r", "visit", "Agency", "Title", "https://example.org/", "2024-12", "supports", NOTHING),),
)
ATLAS = replace(
    an_atlas(
        VISIT,
        an_event("going-on", essay="2011/..", reported="../2012-03", places=("hilltop", "damascus")),
        an_event("nowhere"),
        places=[a_place("damascus", 33.5102, 36.2913, radius_km=10.0), a_place("hilltop", None, None)],
        actors=[an_actor("envoy", Text("Envoy", "المبعوث"))],
    ),
    tables_hash="0123456789abcdef",
)


def features(collection: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {feature["id"]: feature for feature in collection["features"]}


@pytest.mark.parametrize("made", [events_geojson, places_geojson])
def test_a_collection_is_valid_whatever_the_tables_are(made: Any) -> None:  # noqa: ANN401, one of two functions
    for atlas in (ATLAS, an_atlas(), the_real_atlas(LAYERS)):
        collection = json.loads(json.dumps(made(atlas), allow_nan=False))
        assert collection["type"] == "FeatureCollection"
        keys = [tuple(feature["properties"]) for feature in collection["features"]]
        assert len(set(keys)) <= 1
        for feature in collection["features"]:
            assert feature["type"] == "Feature"
            assert feature["id"] == feature["properties"]["id"]
            if feature["geometry"]:
                assert feature["geometry"]["type"] == "Point"
                east, north = feature["geometry"]["coordinates"]
                assert -180 <= east <= 180
                assert -90 <= north <= 90


def test_every_event_and_every_place_is_there_once_in_the_order_of_the_table() -> None:
    whole = the_real_atlas(LAYERS)
    assert list(features(events_geojson(whole))) == [event.id for event in whole.events]
    assert list(features(places_geojson(whole))) == list(whole.places)


def test_an_event_stands_where_its_marker_does_east_before_north() -> None:
    visit = features(events_geojson(ATLAS))["visit"]
    assert visit["geometry"]["coordinates"] == [36.2913, 33.5102]
    assert visit["properties"]["radius_km"] == 10.0


@pytest.mark.parametrize("key", ["going-on", "nowhere"])
def test_an_event_without_a_point_is_kept_with_null_as_geometry(key: str) -> None:
    assert features(events_geojson(ATLAS))[key]["geometry"] is None


def test_a_place_that_no_source_locates_is_kept_with_null_as_geometry() -> None:
    found = features(places_geojson(ATLAS))
    assert found["hilltop"]["geometry"] is None
    assert found["damascus"]["geometry"]["coordinates"] == [36.2913, 33.5102]


def test_a_date_is_given_as_edtf_as_days_and_in_words_of_both_languages() -> None:
    visit = features(events_geojson(ATLAS))["visit"]["properties"]
    assert visit["essay_date"] == visit["essay_first_day"] == visit["essay_last_day"] == "2024-12-26"
    assert visit["essay_date_en"] == "26 December 2024"
    assert visit["essay_date_ar"] == "26 كانون الأول 2024"
    assert [visit[name] for name in ("reported_date", "reported_first_day", "reported_date_en")] == [None] * 3


def test_an_open_end_is_no_day() -> None:
    going_on = features(events_geojson(ATLAS))["going-on"]["properties"]
    assert (going_on["essay_first_day"], going_on["essay_last_day"]) == ("2011-01-01", None)
    assert (going_on["reported_first_day"], going_on["reported_last_day"]) == (None, "2012-03-31")


def test_a_text_that_is_not_written_in_a_language_is_null_in_it_and_names_are_never_missing() -> None:
    visit = features(events_geojson(ATLAS))["visit"]["properties"]
    assert (visit["title_en"], visit["title_ar"]) == ("Visit", "زيارة")
    assert (visit["summary_en"], visit["summary_ar"]) == ("English only", None)
    assert (visit["actor_names_en"], visit["actor_names_ar"]) == (["Envoy"], ["المبعوث"])
    assert visit["place_names_ar"] == ["Place damascus", "Place hilltop"]


def test_ids_and_addresses_lead_back_to_the_tables_and_the_reports() -> None:
    visit = features(events_geojson(ATLAS))["visit"]["properties"]
    assert (visit["places"], visit["from_place"], visit["actors"]) == (["damascus", "hilltop"], "hilltop", ["envoy"])
    assert visit["reports"] == ["https://example.org/"]


def test_a_collection_names_its_edition_and_whose_the_coordinates_are() -> None:
    for made in (events_geojson(ATLAS), places_geojson(ATLAS)):
        assert made["version"] == "2024-12-31-01234567"
        assert "GeoNames (CC BY 4.0)" in made["attribution"]
        assert "OpenStreetMap (ODbL)" in made["attribution"]
