"""The table `places.csv`: one row is a place on the map."""

from __future__ import annotations

from app.model.chronology.codes import CONFIDENCES, PLACE_KINDS
from app.model.tables.columns import Column, Table
from app.model.tables.common_columns import coded, in_each_language, key_of_row, notes, paragraphs, point

PLACES = Table(
    "places",
    "a place on the map",
    (
        key_of_row("al-qaim"),
        *in_each_language("name", "Label on the map", "al-Qa’im crossing", "معبر القائم", required=True),
        Column(
            "other_spellings", "texts", "Other spellings in either script, for the search, and what the essay calls it",
            example="al-Qa’im;Al-Qaim;Qaim",
        ),
        coded("kind", "What sort of place it is", PLACE_KINDS, "crossing"),
        Column("countries", "codes", "Countries in which it lies: two at a border, none at sea", example="IQ;SY"),
        *point("Where it is, by its source", "34.3975", "40.9770"),
        Column(
            "radius_km", "number", "What the point stands for: how far off it may be, or how far a region reaches",
            required=True, minimum=0, maximum=6000, unit="km", example="2",
        ),
        Column(
            "source", "text", "Where the coordinates come from, with the number or page of the record",
            example="de.wikipedia Grenzübergang al-Qa’im 34°23′51″N 40°58′37.2″E",
        ),
        Column(
            "second_source", "text", "An independent second source of them",
            example="en.wikipedia Module Syrian-Iraqi border map",
        ),
        *point("Where the second source puts it", "34.4070", "40.9800", prefix="second_"),
        Column(
            "sources_apart_km", "number", "How far apart the two sources put it", minimum=0, unit="km", example="1.09"
        ),
        coded("confidence", "How sure the point is", CONFIDENCES, "medium", required=False),
        paragraphs("Paragraphs of the essay that name the place", "30"),
        Column(
            "label_rank", "integer",
            "Whose label goes first: 1 capital or country, 2 city, crossing or region, 3 small; empty counts as 3",
            minimum=1, maximum=3, example="2",
        ),
        *notes("The Syrian side is Albu Kamal.", "الجانب السوري هو البوكمال."),
    ),
    (
        "`latitude` and `longitude` are both filled or both empty; so are `second_latitude` and `second_longitude`. "
        "Without a point the place is in lists and not on the map.",
        "A second point has its `second_source`; `sources_apart_km` stands only beside a second point.",
        "`sources_apart_km` is the geodesic distance of the two points (WGS84), give or take 0.1 km.",
        "The two sources lie no farther apart than `radius_km`.",
        "A point that is far from every other place of its countries, and would be near one with latitude and "
        "longitude swapped, is reported as swapped.",
    ),
)  # fmt: skip
