"""What the essay page and the list of disagreements are given."""

from __future__ import annotations

import pytest

from app.model.entities import Report, Text
from app.model.essay import Paragraph, read_essay
from app.views.reading import disagreements_counted, disagreements_payload, essay_payload
from tests.model.made_up import NOTHING, an_atlas, an_event
from tests.model.real import the_real_atlas

PARAGRAPHS = (Paragraph(1, "First", "One."), Paragraph(2, "First", "Two."), Paragraph(3, "Second", "Three."))


def test_paragraphs_stand_under_their_sections_in_order() -> None:
    sections = essay_payload(an_atlas(), PARAGRAPHS, "en")["sections"]
    assert [(section["name"], [part["number"] for part in section["paragraphs"]]) for section in sections] == [
        ("First", [1, 2]),
        ("Second", [3]),
    ]


def test_a_paragraph_has_each_event_that_rests_on_it_and_counts_what_reports_make_of_them() -> None:
    atlas = an_atlas(
        an_event("both", paragraphs=(1, 3)),
        an_event("contested", paragraphs=(3,), agreement="conflicts"),
        an_event("later", paragraphs=(), layer="after", agreement=""),
    )
    payload = essay_payload(atlas, PARAGRAPHS, "en")
    first, second, third = (part for section in payload["sections"] for part in section["paragraphs"])
    assert [event["id"] for event in first["events"]] == ["both"]
    assert second["events"] == []
    assert [event["id"] for event in third["events"]] == ["both", "contested"]
    assert third["tally"] == {"confirms": 1, "refines": 0, "conflicts": 1, "not_found": 0}
    assert payload["total"] == 2
    assert payload["agreements"] == ["Confirmed: 0 dated + 1 undated = 1", "Contested: 0 dated + 1 undated = 1"]


def test_titles_are_in_the_language_of_the_page_and_the_essay_in_its_own() -> None:
    atlas = an_atlas(an_event("x", title=Text("Title", "عنوان")))
    (first, *_) = essay_payload(atlas, PARAGRAPHS, "ar")["sections"][0]["paragraphs"]
    assert (first["text"], first["events"][0]["title"]) == ("One.", "عنوان")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_event_of_the_essay_with_a_paragraph_is_reached_from_it(language: str) -> None:
    atlas = the_real_atlas()
    payload = essay_payload(atlas, read_essay(), language)
    reached = {
        event["id"]
        for section in payload["sections"]
        for part in section["paragraphs"]
        for event in part["events"]
        if event["title"]
    }
    assert reached == {event.id for event in atlas.events if event.paragraphs}


def test_a_disagreement_has_both_versions_with_their_dates_and_what_they_rest_on() -> None:
    copy = "https://archive.example/paper"
    report = Report(
        "r", "x", "Paper", "Headline", "https://example.org", "2025-03-07", "contradicts", NOTHING, copy, "2026-01-02"
    )
    event = an_event(
        "x",
        essay="2025-03-10",
        reported="2025-03-06",
        agreement="conflicts",
        summary=Text("It began on the tenth.", ""),
        difference=Text("It began on the sixth.", ""),
        paragraphs=(20,),
        reports=(report,),
    )
    (row,) = disagreements_payload(an_atlas(event), "en")
    assert row["essay"] == {"when": "10 March 2025", "text": "It began on the tenth."}
    assert row["reports"]["when"] == "6 March 2025"
    assert row["reports"]["text"] == "It began on the sixth."
    assert row["reports"]["citations"] == [
        {
            "publisher": "Paper",
            "title": "Headline",
            "url": "https://example.org",
            "published": "7 March 2025",
            "archive_url": copy,
            "accessed": "2 January 2026",
            "bearing": "contradicts",
            "note": "",
        }
    ]
    assert row["paragraphs"] == [20]


def test_a_version_without_a_date_says_none() -> None:
    (row,) = disagreements_payload(an_atlas(an_event("x", agreement="conflicts")), "en")
    assert (row["essay"]["when"], row["reports"]["when"]) == ("", "")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_real_disagreement_has_two_versions_to_read(language: str) -> None:
    rows = disagreements_payload(the_real_atlas(), language)
    assert [row["id"] for row in rows if not (row["essay"]["text"] and row["reports"]["text"])] == []
    assert [row["id"] for row in rows if not row["reports"]["citations"]] == []


def test_the_length_of_the_list_of_disagreements_is_accounted_for() -> None:
    contradicted = Report("r", "x", "Paper", "", "https://example.org", "", "contradicts", NOTHING)
    atlas = an_atlas(
        an_event("contested", agreement="conflicts", essay="2024-12"),
        an_event("contested-undated", agreement="conflicts"),
        an_event("partly", agreement="refines", essay="2024", reports=(contradicted,)),
        an_event("agreed", reported="2024"),
    )
    counted = disagreements_counted(atlas, "en")
    assert counted["agreements"] == ["Confirmed: 1", "Refined: 1", "Contested: 1 dated + 1 undated = 2"]
    assert (counted["contested"], counted["partly"]) == (2, 1)
    assert counted["contested"] + counted["partly"] == len(disagreements_payload(atlas, "en"))
