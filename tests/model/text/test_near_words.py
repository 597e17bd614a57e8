"""A word is proposed for a misspelt one where it is truly near, and never another word that only looks alike."""

from __future__ import annotations

from time import process_time

import pytest

from app.model.text.near_words import did_you_mean, nearest
from tests.model.real import the_real_atlas


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("Confrims", "confirms"),
        ("conflict", "conflicts"),
        ("damascsu", "damascus"),
        ("bagdad", "baghdad"),
        ("iraqq", "iraq"),
        ("irq", "iraq"),
        ("al_qaim", "al-qaim"),
        ("alqaim", "al-qaim"),
        ("al-walid-tanf-crosing", "al-walid-tanf-crossing"),
        ("assad-regieme-falls", "assad-regime-falls"),
        ("second source", "second_source"),
    ],
)
def test_a_slip_of_the_pen_is_proposed(word: str, known: str) -> None:
    assert did_you_mean(word, ["anbar", "pkk", known, "zakho"]) == f"did you mean '{known}'?"


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("baghdad", "badia"),
        ("iran", "iraq"),
        ("zzz", "confirms"),
        ("ankara", "anbar"),
        ("north-east-syria", "north-west-syria"),
        ("sdf", "pkk"),
        ("syria", "syrian-coast"),
        ("a", "b"),
        ("doha", "dohuk-dam"),
        ("mosul", "basra"),
    ],
)
def test_another_word_is_not_proposed(word: str, known: str) -> None:
    assert did_you_mean(word, [known]) == ""


def test_no_place_of_the_real_table_is_taken_for_another_that_is_gone() -> None:
    places = sorted(the_real_atlas().places)
    taken = {key: near for key in places if (near := nearest(key, [other for other in places if other != key]))}
    assert taken == {}


def test_the_nearest_of_several_is_proposed() -> None:
    assert nearest("the-gates", ["the-gate", "the-gates-x", "the-gaets"]) in ("the-gate", "the-gaets")
    assert nearest("confirmss", ["conforms", "confirms"]) == "confirms"


def test_among_thousands_of_words_the_nearest_is_still_proposed_and_soon() -> None:
    known = [f"event-{number}-of-many" for number in range(20_000)] + ["the-gate-opens"]
    started = process_time()
    assert did_you_mean("the-gate-opnes", known) == "did you mean 'the-gate-opens'?"
    assert did_you_mean("event-7-of-mnay", known) == "did you mean 'event-7-of-many'?"
    assert process_time() - started < 2
