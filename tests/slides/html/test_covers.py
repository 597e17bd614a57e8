"""The first and the last slide of a deck: what they state, and what they rest on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.chronology.view import LAYERS, View
from app.model.text.localised import Text
from app.slides.html.covers import closing, opening
from app.slides.slide import Slide, of_chapter, range_in_words
from app.words import words
from tests.model.real import the_real_atlas

WHOLE = the_real_atlas(LAYERS)
each_language = pytest.mark.parametrize("language", ["en", "ar"])


def the_deck(language: str) -> list[Slide]:
    return [of_chapter(Slide(View(language=language)), chapter) for chapter in WHOLE.chapters]


@each_language
def test_a_deck_opens_with_what_the_essay_claims_and_who_published_it(language: str) -> None:
    cover, say = opening(WHOLE, the_deck(language)), words(language)
    assert cover.statement == say["opening_claim"]
    assert say["cite_essay"] in cover.lines[0]
    assert say["essay_unnamed"] in cover.lines[0]
    assert cover.notes.startswith(f"{cover.statement}\n{cover.lines[0]}\n")
    assert cover.statement in cover.alt_text


@each_language
def test_then_come_the_claims_of_the_chapters_each_with_its_range(language: str) -> None:
    rows = opening(WHOLE, the_deck(language)).rows
    assert [claim for claim, _ in rows] == [chapter.claim.say(language) for chapter in WHOLE.chapters]
    for (_, text), chapter in zip(rows, WHOLE.chapters, strict=True):
        days = range_in_words((chapter.start.toordinal(), chapter.end.toordinal()), language)
        assert text.startswith(f"{days} · ")


def test_a_chapter_without_a_claim_is_named_by_its_title() -> None:
    bare = replace(WHOLE.chapters[0], claim=Text("", ""))
    assert of_chapter(Slide(View(language="ar")), bare).title == bare.title.ar


def test_more_slides_than_can_be_named_are_counted() -> None:
    cover = opening(WHOLE, the_deck("en") * 2)
    assert len(cover.rows) == 10
    assert cover.rows[-1] == ("and 7 more", "")
    assert "and 7 more:" not in cover.notes


@each_language
def test_a_deck_ends_with_whose_coordinates_and_lines_it_shows(language: str) -> None:
    cover, say = closing(WHOLE, the_deck(language)), words(language)
    assert "Natural Earth" in cover.notes
    assert say["about_rights_coordinates"] in cover.notes
    assert say["about_boundaries"] in cover.notes
