"""The tables of `data/`: what one row means, every column with an example, and the rules between them."""

from __future__ import annotations

from app.model.codes import (
    ACTOR_KINDS,
    AGREEMENTS,
    BEARINGS,
    CONFIDENCES,
    EVENT_KINDS,
    LAYERS,
    PLACE_KINDS,
    SHAPES,
)
from app.model.columns import ID_PATTERN, LAST_PARAGRAPH, Column, Table
from app.model.usual_columns import coded, in_each_language, key_of_row, notes, paragraphs, point
from app.model.ways_schema import CROSSING_STATES, ROUTE_POINTS, ROUTES

__all__ = [
    "ACTORS", "CHAPTERS", "CROSSING_STATES", "EVENTS", "ID_PATTERN", "LAST_PARAGRAPH", "PLACES", "REPORTS", "ROUTES",
    "ROUTE_POINTS", "SOURCES", "TABLES", "THEMES", "Column", "Table",
]  # fmt: skip


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

ACTORS = Table(
    "actors",
    "a person, state, body or group that takes part in events",
    (
        key_of_row("sdf"),
        *in_each_language(
            "name", "Name as the project spells it", "SDF", "قوات سوريا الديمقراطية (قسد)", required=True
        ),
        Column(
            "other_spellings", "texts", "Other spellings and names in either script, for the search",
            example="Syrian Democratic Forces;QSD;Qasad",
        ),
        coded("kind", "What sort of actor it is", ACTOR_KINDS, "armed-group"),
        *in_each_language(
            "role", "Role at the time of the events",
            "Kurdish-led force holding north-east Syria, its prisons and some crossings",
            "قوة يقودها الأكراد تسيطر على شمال شرق سوريا وسجونه وبعض معابره",
        ),
        paragraphs("Paragraphs of the essay that name the actor", "13;19;23;28;29"),
        *notes("It lost the prisons in early 2026, after the essay.", "خسرت السجون في مطلع عام 2026، بعد المقالة."),
    ),
)  # fmt: skip

THEMES = Table(
    "themes",
    "a lane of the timeline",
    (
        key_of_row("border"),
        *in_each_language("name", "Name of the lane", "Border and crossings", "الحدود والمعابر", required=True),
        Column(
            "colour", "colour", "Colour on a light ground; the one on a dark ground is worked out from it",
            required=True, example="#a35f00",
        ),
        coded("shape", "Shape of its markers, by Plotly’s name, for readers who do not tell colours", SHAPES, "square"),
        Column(
            "order", "integer", "Place among the lanes, from 1 at the top", required=True, minimum=1, maximum=9,
            example="4",
        ),
        *notes("Gathers crossings, smuggling and border security.", "يجمع المعابر والتهريب وأمن الحدود."),
    ),
    ("There are nine themes at most: so many lanes the timeline has.", "Each theme has an `order` of its own."),
)  # fmt: skip

EVENTS = Table(
    "events",
    "something that happened, held or was said",
    (
        key_of_row("militants-enter-iraq-via-syria"),
        *in_each_language(
            "title", "What happened, short enough for a label",
            "Militants enter Iraq through Syria", "مسلحون يدخلون العراق عبر سوريا", required=True,
        ),
        *in_each_language(
            "summary", "What the essay states (in the other layers, what reports state), in our own words",
            "After 2003, the essay says, Syria worked closely with Iran to let dozens of armed men into Iraq.",
            "تقول المقالة إن سوريا سهّلت بعد عام 2003، بتنسيق وثيق مع إيران، دخول عشرات المسلحين إلى العراق.",
            required=True,
        ),
        coded("kind", "Whether it happened, lasts or is only said", EVENT_KINDS, "period"),
        coded("layer", "Whether the essay states it or reports alone do", LAYERS, "essay"),
        Column("essay_date", "edtf", "When, as the essay has it; empty where it gives no date", example="2003/.."),
        Column(
            "reported_date", "edtf", "When, as press reports have it; empty where they give no date",
            example="2003/2009",
        ),
        Column(
            "places", "keys", "Where; the marker stands at the first", references=("places",),
            example="iraq-syria-border",
        ),
        Column(
            "from_place", "key", "Where a traveller or a movement came from; empty where nobody travelled",
            references=("places",), example="syria",
        ),
        Column("actors", "keys", "Who took part", references=("actors",), example="syria;iran;bashar-al-assad"),
        Column(
            "themes", "keys", "What it is about; the first theme gives lane and colour", required=True,
            references=("themes",), example="background;border",
        ),
        paragraphs("Paragraphs of the essay that state it", "2"),
        coded(
            "agreement", "What reports do to the essay’s statement; empty outside the layer essay", AGREEMENTS,
            "refines", required=False,
        ),
        *in_each_language(
            "difference", "How reports and essay differ",
            "The essay says dozens; reports say hundreds to thousands by 2004.",
            "تتحدث المقالة عن عشرات، والتقارير عن مئات إلى آلاف حتى عام 2004.",
        ),
        Column(
            "reports_supplied", "keys",
            "Places and actors of the row that reports name and the cited paragraphs do not",
            references=("places", "actors"), example="iraq-syria-border;bashar-al-assad",
        ),
        *notes("The captured files are those found at Sinjar.", "الوثائق المضبوطة هي التي عُثر عليها في سنجار."),
    ),
    (
        "An event of the layer `essay` names a paragraph or has a report.",
        "An event of the layers `context` and `after` leaves `essay_date`, `paragraphs` and `agreement` empty and has "
        "at least one report.",
        "An event of the layer `essay` says in `agreement` what reports do; any but `not_found` needs a report.",
        "An event of the layer `essay` whose agreement is `refines` or `conflicts` says how in `difference_en`.",
        "`from_place` is not the first of `places`.",
        "`reports_supplied` names only what stands in `places`, `from_place` or `actors` of the row.",
    ),
)  # fmt: skip

REPORTS = Table(
    "reports",
    "one citation of one event",
    (
        key_of_row("militants-enter-iraq-via-syria-1"),
        Column(
            "event", "key", "The event for which it is cited", required=True, references=("events",),
            example="militants-enter-iraq-via-syria",
        ),
        Column("publisher", "text", "Who published it", required=True, example="The Daily Star (AFP)"),
        Column(
            "title", "text", "Title as published; empty where only the address is known",
            example="Damascus suffering jihadi 'blowback' after playing with fire in Iraq",
        ),
        Column(
            "url", "url", "Address of the page, without tracking parameters", required=True,
            example="http://www.dailystar.com.lb/News/Middle-East/2013/Jan-30/"
            "204253-damascus-suffering-jihadi-blowback-after-playing-w.ashx",
        ),
        Column("published", "edtf", "Date of publication; empty where unknown", example="2013-01-30"),
        Column(
            "archive_url", "url", "Address of an archived copy of the page; empty where none is known",
            example="https://web.archive.org/web/2013/http://www.dailystar.com.lb/News/Middle-East/2013/Jan-30/"
            "204253-damascus-suffering-jihadi-blowback-after-playing-w.ashx",
        ),
        Column("accessed", "edtf", "Day on which the page was read; empty where unknown", example="2026-03-14"),
        coded("bearing", "What it does for the row of the event", BEARINGS, "supports"),
        *notes(),
    ),
    ("`accessed` is one day, and not earlier than `published`.", "`archive_url` differs from `url`."),
)  # fmt: skip

CHAPTERS = Table(
    "chapters",
    "a step of the guided story",
    (
        key_of_row("fall-of-the-regime"),
        Column("order", "integer", "Place in the story, from 1", required=True, minimum=1, example="3"),
        *in_each_language("title", "Heading", "The fall of the regime", "سقوط النظام", required=True),
        Column(
            "date_range", "interval", "First and last day that the view shows", required=True,
            example="2024-11-27/2024-12-20",
        ),
        *point("Middle of the map in the view", "34.5261", "40.3461", prefix="centre_", required=True),
        Column(
            "zoom", "number", "How near the map is in the view; the base map carries no nearer one than 9",
            required=True, minimum=3, maximum=9, unit="Leaflet zoom level", example="6",
        ),
        Column(
            "themes", "keys", "Themes that the view shows; empty for all", references=("themes",),
            example="collapse;border",
        ),
        Column(
            "events", "keys", "Events that the view stresses", references=("events",),
            example="aleppo-captured;iraq-reinforces-border;assad-regime-falls",
        ),
        *in_each_language(
            "text", "The story in our own words", "Aleppo fell, then Damascus, within days.",
            "سقطت حلب ثم دمشق خلال أيام.", required=True,
        ),
        paragraphs("Paragraphs of the essay that the chapter follows", "1;6;7;8;9;10;11"),
        *notes(),
    ),
    ("Each chapter has an `order` of its own.",),
)  # fmt: skip

SOURCES = Table(
    "sources",
    "a document in `seeds/`",
    (
        key_of_row("iraq-syria-relations-in-the-post-assad-era"),
        Column("file", "text", "File name in seeds/", required=True, example="000_3a4f3107fe4dcffa.txt"),
        Column(
            "title", "text", "Title as published", required=True, example="Iraq-Syria Relations in the Post-Assad Era"
        ),
        Column("author", "text", "Author; empty where the text names none"),
        Column("publisher", "text", "Publisher", required=True, example="Politics and Society Institute (PSI)"),
        Column(
            "issue", "text", "Where it appeared", required=True,
            example="Jordanian Politics and Society magazine (JPS), third issue",
        ),
        *in_each_language(
            "rights", "Who holds the rights, and why it is here",
            "Copyright remains with the publisher and the author.", "حقوق النشر محفوظة للناشر والمؤلف.", required=True,
        ),
        Column(
            "sha256", "text", "SHA-256 of the file, which shows that it is unchanged", required=True,
            example="53779e18d1a22943480382f26e46920622e901f7d0ac84ed7d4a7f49687b062c",
        ),
        *notes(
            "The text names no author and gives no date of publication.", "لا يذكر النص اسم المؤلف ولا تاريخ النشر."
        ),
    ),
)  # fmt: skip

TABLES = (PLACES, ACTORS, THEMES, EVENTS, REPORTS, CROSSING_STATES, ROUTES, ROUTE_POINTS, CHAPTERS, SOURCES)
"""Every table, those that others refer to first."""
