"""What the page "About and data" is told beside the dataset."""

from __future__ import annotations

from app.model.chronology.view import LAYERS
from app.views.about import about
from tests.model.made_up import a_place, an_atlas, an_event
from tests.model.real import the_real_atlas


def test_every_citation_is_there_with_its_event_and_its_date_in_words() -> None:
    whole = the_real_atlas(LAYERS)
    told = about(whole)
    cited = [report for event in whole.events for report in event.reports]
    columns = told["reports"]
    assert columns["urls"] == [report.url for report in cited]
    assert [whole.events[index].id for index in columns["events"]] == [report.event for report in cited]
    for words in told["publishedInWords"].values():
        assert {edtf for edtf in columns["published"] if edtf} == set(words)


def test_dates_stand_as_edtf_in_the_order_of_the_table_and_empty_where_there_is_none() -> None:
    told = about(an_atlas(an_event("a", essay="198X"), an_event("b", reported="2024-12")))
    assert told["edtf"] == {"essay": ["198X", ""], "reports": ["", "2024-12"]}


def test_a_source_of_coordinates_has_the_number_of_points_that_name_it() -> None:
    places = [
        a_place("a", source="GeoNames 1", second_source="en.wikipedia A"),
        a_place("b", source="derived: from OSM and GeoNames 2"),
        a_place("c", source="osmium"),
    ]
    told = {
        source["title"].split(" (")[0]: source["points"] for source in about(an_atlas(places=places))["coordinates"]
    }
    assert told == {"GeoNames": 2, "Natural Earth": 0, "OpenStreetMap": 1, "OurAirports": 0, "Wikipedia": 1}
