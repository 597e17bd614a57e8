"""The dataset: every event and name once, as plain data that JSON can hold, texts as they are, and small."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from typing import Any

import pytest

from app.model.chronology.codes import AREA_KINDS
from app.model.chronology.date_words import span_in_words
from app.model.chronology.dates import parse_span
from app.model.chronology.disagreements import is_contested
from app.model.chronology.entities import Atlas, CrossingState, Report, Route, RoutePoint
from app.model.chronology.filtering import search_text
from app.model.chronology.source_text import read_essay
from app.model.chronology.view import BASES, LAYERS
from app.model.text.language import LANGUAGES
from app.model.text.localised import Text
from app.views.card_texts import CARDS_IN_A_FILE
from app.views.dataset import DATE_MARKS, as_json, dataset, dataset_file, layers_key
from app.views.looks import looks
from app.views.timeline.scale import scale_of
from tests.model.made_up import NOTHING, a_place, an_actor, an_atlas, an_event
from tests.model.made_up_chronology import CHRONOLOGY
from tests.model.real import the_real_atlas

HOSTILE = "</script><script>alert(1)</script>"
BYTES_AN_EVENT = 400
FIRST_VIEW_ZIPPED = 50_000
"""Bytes of dataset, timeline and looks for the essay, compressed."""
REPORT = Report("r", "journey", "Agency", HOSTILE, "https://example.org/", "2024-12", "supports", NOTHING)
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
    reports=(REPORT,),
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


@cache
def whole() -> Atlas:
    return the_real_atlas(LAYERS)


def file_of(atlas: Atlas, name: str) -> Any:  # noqa: ANN401, whatever JSON can hold
    return json.loads(dataset_file(atlas, read_essay(), name))


def names_of(atlas: Atlas) -> list[str]:
    """Return the name of every file of an atlas."""
    cards = [f"cards/{code}/{n}" for code in LANGUAGES for n in range(dataset(atlas)["cardFiles"])]
    layers = [layers_key(some) for some in ((), ("context",), ("after",), LAYERS)]
    timelines = [f"timeline/{basis}/{key}" for basis, key in product(BASES, layers)]
    return ["dataset", "search", "document", "about", *(f"register/{code}" for code in LANGUAGES), *cards, *timelines]


def every_text(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from every_text(each)


def test_every_file_of_the_real_tables_is_json_with_its_letters_as_they_are() -> None:
    for name in names_of(whole()):
        text = dataset_file(whole(), read_essay(), name)
        assert as_json(json.loads(text)) == text
        assert "\\u" not in text


@pytest.mark.parametrize("atlas", [Atlas(), an_atlas(an_event("undated"))], ids=["without events", "without dates"])
def test_an_atlas_with_next_to_nothing_has_all_its_files(atlas: Atlas) -> None:
    for name in names_of(atlas):
        assert file_of(atlas, name) is not None


@pytest.mark.parametrize(
    "name",
    [
        "",
        "data",
        "dataset/en",
        "search/x",
        "register",
        "register/fr",
        "register/__class__",
        "cards/en",
        "cards/en/2000",
        "cards/en/-1",
        "cards/en/٠",
        "cards/en/1.0",
        "cards/fr/0",
        "timeline/essay",
        "timeline/mine/none",
        "timeline/essay/after+context",
        "timeline/essay/essay",
        "timeline/essay/none/light",
        "../secrets",
        "document/../dataset",
    ],
)
def test_a_file_that_there_is_not_is_refused(name: str) -> None:
    with pytest.raises(KeyError):
        dataset_file(ATLAS, (), name)


def test_an_event_of_the_real_tables_takes_few_bytes() -> None:
    columns = as_json(dataset(whole())["events"]).encode()
    assert len(columns) / len(whole().events) <= BYTES_AN_EVENT


def test_a_first_view_of_the_real_tables_takes_few_bytes() -> None:
    files = [dataset_file(whole(), read_essay(), name) for name in ("dataset", "timeline/essay/none")]
    zipped = [len(gzip.compress(text.encode(), 6)) for text in (*files, as_json(looks()))]
    assert sum(zipped) <= FIRST_VIEW_ZIPPED


def test_each_id_stands_in_the_dataset_once() -> None:
    texts = list(every_text(dataset(CHRONOLOGY)["events"]))
    for event in CHRONOLOGY.events:
        assert texts.count(event.id) == 1
    texts = list(every_text(dataset(CHRONOLOGY)["places"])) + list(every_text(dataset(CHRONOLOGY)["actors"]))
    for key in (*CHRONOLOGY.places, *CHRONOLOGY.actors):
        assert texts.count(key) == 1


def test_each_date_in_words_stands_in_the_dataset_once() -> None:
    texts = dataset(whole())["events"]["dateTexts"]
    for code in LANGUAGES:
        assert len(texts[code]) == len(set(texts["en"]))


def test_every_column_has_a_cell_for_every_event() -> None:
    columns = dataset(whole())["events"]
    nested = {name: columns.pop(name) for name in ("titles", *BASES)}
    columns.pop("dateTexts")
    lists = [*columns.values(), *(cells for each in nested.values() for cells in each.values())]
    assert {len(cells) for cells in lists} == {len(whole().events)}


@pytest.mark.parametrize("atlas", [whole(), CHRONOLOGY, ATLAS], ids=["real", "made up", "small"])
def test_the_columns_say_what_the_rows_say(atlas: Atlas) -> None:
    data = dataset(atlas)
    columns, ids = data["events"], {name: data[name]["ids"] for name in ("places", "actors")}
    themes = [theme["id"] for theme in data["themes"]]
    assert (themes, ids["places"], ids["actors"]) == (list(atlas.themes), list(atlas.places), list(atlas.actors))
    for n, event in enumerate(atlas.events):
        assert columns["ids"][n] == event.id
        assert {code: columns["titles"][code][n] for code in LANGUAGES} == {
            code: event.title.say(code) for code in LANGUAGES
        }
        assert (data["kinds"][columns["kinds"][n]], data["layers"][columns["layers"][n]]) == (event.kind, event.layer)
        assert (["", *data["agreements"]])[columns["agreements"][n] + 1] == event.agreement
        assert tuple(themes[each] for each in columns["themes"][n]) == event.themes
        assert tuple(ids["places"][each] for each in columns["places"][n]) == event.places
        assert (["", *ids["places"]])[columns["from"][n] + 1] == event.from_place
        assert tuple(ids["actors"][each] for each in columns["actors"][n]) == event.actors
        assert tuple(columns["paragraphs"][n]) == event.paragraphs
        assert columns["disputed"][n] == is_contested(event)
        for basis, span in (("essay", event.essay_span), ("reports", event.reported_span)):
            first, last, text = (columns[basis][name][n] for name in ("first", "last", "text"))
            if span:
                assert (first, last) == (span.earliest.toordinal(), span.latest.toordinal())
                said = {code: columns["dateTexts"][code][text] for code in LANGUAGES}
                assert said == {code: span_in_words(span.edtf, code) for code in LANGUAGES}
            else:
                assert (first, last, text) == (0, 0, -1)


def test_a_date_of_the_other_source_is_sent_under_its_own_name_alone() -> None:
    essay, reports = (dataset(an_atlas(an_event("x", reported="2024-12-18")))["events"][basis] for basis in BASES)
    day = date(2024, 12, 18).toordinal()
    assert (essay["first"], essay["text"]) == ([0], [-1])
    assert (reports["first"], reports["last"], reports["text"]) == ([day], [day], [0])


@pytest.mark.parametrize(
    ("dates", "marks"),
    [
        ({"essay": "2024-12-08"}, set()),
        ({}, set()),
        ({"essay": "2025~"}, {"mark_approximate"}),
        ({"essay": "2025", "reported": "2024?"}, {"mark_uncertain"}),
        ({"reported": "2011%/.."}, {"mark_uncertain_approximate", "mark_open"}),
        ({"essay": "/2003"}, {"mark_unknown"}),
    ],
)
def test_an_event_has_the_marks_of_how_well_either_source_knows_its_date(
    dates: dict[str, str], marks: set[str]
) -> None:
    data = dataset(an_atlas(an_event("x", **dates)))
    (bits,) = data["events"]["marks"]
    assert {name for bit, name in enumerate(data["dateMarks"]) if bits >> bit & 1} == marks
    assert len(data["dateMarks"]) == len(DATE_MARKS)


def test_an_arrow_can_stand_for_travels_and_for_nothing_that_lasts() -> None:
    events = (an_event(kind, kind=kind) for kind in ("visit", "meeting", "status", "claim"))
    data = dataset(an_atlas(*events))["events"]
    assert dict(zip(data["ids"], data["travels"], strict=True))["visit"] == 1
    assert dict(zip(data["ids"], data["travels"], strict=True))["status"] == 0


def test_themes_come_from_the_top_lane_down_with_a_colour_for_each_appearance() -> None:
    themes = dataset(ATLAS)["themes"]
    assert [(theme["id"], theme["name"]["ar"]) for theme in themes] == [("red", "أحمر"), ("blue", "أزرق")]
    assert set(themes[0]["colours"]) == set(looks()["palettes"])


def test_names_without_a_word_in_a_language_are_sent_in_english() -> None:
    actors = dataset(ATLAS)["actors"]
    assert actors["names"] == {"en": ["Envoy", "Unused"], "ar": ["المبعوث", "Unused"]}


def test_a_place_without_a_whole_point_has_none() -> None:
    places = dataset(an_atlas(places=[a_place("hilltop", None, None), a_place("doha", 25.0, 51.0)]))["places"]
    assert (places["latitude"], places["longitude"]) == ([None, 25.0], [None, 51.0])


@pytest.mark.parametrize(("kind", "area"), [("region", 1), ("country", 1), ("city", 0), ("crossing", 0)])
def test_regions_are_areas_and_towns_and_crossings_are_not(kind: str, area: int) -> None:
    assert dataset(an_atlas(places=[a_place("x", kind=kind)]))["places"]["area"] == [area]
    assert (kind in AREA_KINDS) is bool(area)


def test_every_choice_of_layers_has_its_own_axis() -> None:
    scales = dataset(CHRONOLOGY)["scales"]
    assert set(scales) == {"none", "context", "after", "context+after"}
    for layers in ((), ("context",), ("after",), LAYERS):
        scale = scale_of(CHRONOLOGY.with_layers(layers))
        sent = scales[layers_key(layers)]
        assert {name: tuple(values) for name, values in sent.items()} == {
            "days": scale.days,
            "positions": scale.positions,
            "breaks": scale.breaks,
        }


def test_a_corridor_has_its_period_and_its_waypoints_in_order() -> None:
    points = (RoutePoint(NOTHING, 30.0, 48.0, ""), RoutePoint(NOTHING, 33.0, 44.0, ""))
    period = parse_span("2017/2024-12")
    routes = (
        Route("dated", NOTHING, "road", period, "ended", (), NOTHING, points),
        Route("undated", NOTHING, "road", None, "planned", (), NOTHING),
    )
    dated, undated = dataset(Atlas(routes=routes))["routes"]
    assert dated["points"] == [[30.0, 48.0], [33.0, 44.0]]
    assert dated["period"] == [period.earliest.toordinal(), period.latest.toordinal()]
    assert dated["when"]["en"] == "2017 to December 2024"
    assert (undated["period"], undated["when"], undated["points"]) == (None, None, [])


def test_a_crossing_has_its_states_in_the_order_of_the_table_with_holders_and_the_events_that_say_so() -> None:
    def state(key: str, place: str, period: str, status: str, held_by: str = "", *events: str) -> CrossingState:
        return CrossingState(key, place, parse_span(period), status, held_by, events, Text("A remark", ""))

    states = (
        state("a", "hilltop", "2019-09-30/2024-12-07", "open"),
        state("b", "baghdad", "2025", "", "envoy", "journey", "gone"),
        state("c", "hilltop", "2025", "", "envoy", "undated", "journey"),
        state("d", "no-place-of-the-tables", "2025", "open"),
    )
    hilltop, baghdad = dataset(replace(ATLAS, crossing_states=states))["crossings"]
    assert (hilltop["place"], baghdad["place"]) == (2, 0)
    first, second = hilltop["states"]
    assert (first["first"], first["last"]) == (date(2019, 9, 30).toordinal(), date(2024, 12, 7).toordinal())
    assert (first["status"], first["holder"], first["events"]) == ("open", None, [])
    assert (first["since"]["en"], first["period"]["en"]) == ("30 Sept 2019", "30 September 2019 to 7 December 2024")
    assert (second["status"], second["holder"]) == ("", {"en": "Envoy", "ar": "المبعوث"})
    assert (second["period"]["en"], second["note"]["en"], second["events"]) == ("2025", "A remark", [2, 0])
    assert baghdad["states"][0]["events"] == [0]


def test_chapters_come_in_the_order_of_the_story_with_their_days() -> None:
    chapters = dataset(whole())["chapters"]
    assert [chapter["id"] for chapter in chapters] == [chapter.id for chapter in whole().chapters]
    for sent, chapter in zip(chapters, whole().chapters, strict=True):
        assert sent["range"] == [chapter.start.toordinal(), chapter.end.toordinal()]
        assert sent["title"] == {code: chapter.title.say(code) for code in LANGUAGES}
        assert sent["claim"] == {code: chapter.claim.say(code) for code in LANGUAGES}
        assert sent["takeaway"] == {code: chapter.takeaway.say(code) for code in LANGUAGES}


def test_a_chapter_names_its_events_and_its_captions_by_their_place_in_the_table() -> None:
    for sent, chapter in zip(dataset(whole())["chapters"], whole().chapters, strict=True):
        assert [whole().events[index].id for index in sent["events"]] == list(chapter.events)
        assert [whole().events[index].id for index in sent["captions"]] == list(chapter.captions)


def test_a_chapter_without_a_claim_states_its_title() -> None:
    nothing = Text("", "")
    bare = [replace(chapter, claim=nothing, takeaway=nothing, captions=()) for chapter in whole().chapters]
    for sent in dataset(replace(whole(), chapters=tuple(bare)))["chapters"]:
        assert sent["claim"] == sent["title"]
        assert (sent["takeaway"], sent["captions"]) == ({"en": "", "ar": ""}, [])


def test_text_from_a_table_stays_the_text_that_it_is() -> None:
    assert dataset(ATLAS)["events"]["titles"]["en"][0] == HOSTILE
    (report,) = file_of(ATLAS, "cards/en/0")[0]["reports"]
    assert (report["title"], report["published"]) == (HOSTILE, "December 2024")


def test_cards_have_the_long_texts_in_their_language_or_in_english() -> None:
    journey = file_of(ATLAS, "cards/ar/0")[0]
    assert (journey["summary"], journey["supplied"]) == ("English only", ["envoy"])
    assert journey["reports"][0]["published"] == "كانون الأول 2024"


def test_a_journey_has_its_length_where_both_ends_have_a_point() -> None:
    journey, nowhere, undated = file_of(ATLAS, "cards/en/0")
    assert (type(journey["km"]), journey["km"]) == (int, pytest.approx(754, abs=3))
    assert (nowhere["km"], undated["km"]) == (None, None)


def test_cards_travel_in_files_of_some_each_in_the_order_of_the_table() -> None:
    events = [an_event(f"e-{n}", notes=Text(f"note {n}", "")) for n in range(2 * CARDS_IN_A_FILE + 1)]
    atlas = an_atlas(*events)
    assert dataset(atlas)["cardFiles"] == 3
    files = [file_of(atlas, f"cards/en/{n}") for n in range(3)]
    assert [len(cards) for cards in files] == [CARDS_IN_A_FILE, CARDS_IN_A_FILE, 1]
    assert [card["note"] for cards in files for card in cards] == [f"note {n}" for n in range(len(events))]


def test_the_register_has_every_place_with_both_its_points_and_every_role() -> None:
    place = a_place("qaim", second_latitude=34.4, second_longitude=40.9, other_spellings=("Qa’im", "القائم"))
    register = file_of(an_atlas(places=[place, a_place("doha")]), "register/en")
    assert len(register["places"]) == 2
    (sent, _) = register["places"]
    assert (sent["second_latitude"], sent["second_longitude"]) == (34.4, 40.9)
    assert sent["other_spellings"] == ["Qa’im", "القائم"]
    assert file_of(ATLAS, "register/en")["roles"] == ["", ""]


def test_what_words_are_looked_up_in_is_sent_as_python_has_it() -> None:
    assert file_of(CHRONOLOGY, "search") == [search_text(event, CHRONOLOGY) for event in CHRONOLOGY.events]


def test_the_document_is_sent_paragraph_by_paragraph_under_its_sections() -> None:
    paragraphs = file_of(ATLAS, "document")
    assert len(paragraphs) == 32
    assert paragraphs[6]["section"] == "The Moment of Political Re-engagement with Damascus"
    assert paragraphs[6]["text"] == read_essay()[6].text


def test_every_real_disagreement_has_two_versions_to_read() -> None:
    contested = [n for n, event in enumerate(whole().events) if is_contested(event)]
    assert len(contested) > 10
    for code in LANGUAGES:
        cards = [card for n in range(dataset(whole())["cardFiles"]) for card in file_of(whole(), f"cards/{code}/{n}")]
        lacking = [n for n in contested if not (cards[n]["summary"] and cards[n]["difference"] and cards[n]["reports"])]
        assert [whole().events[n].id for n in lacking] == []
