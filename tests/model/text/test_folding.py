"""The folding of the search: one table of cases, which Python and its twin in JavaScript both pass."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from app.model.text.folding import finds, fold, plain_letters, searchable
from tests.deno import evaluated

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "cases" / "folding.json").read_text(encoding="utf-8")
)
TEXTS = sorted({case[side] for case in CASES for side in ("query", "text")})


@pytest.mark.parametrize("case", CASES, ids=[f"{case['query']!a} in {case['text']!a}" for case in CASES])
def test_a_query_finds_what_is_spelt_otherwise_and_nothing_else(case: dict[str, Any]) -> None:
    assert finds(case["query"], case["text"]) is case["found"]


def test_every_kind_of_spelling_has_a_case_that_is_found_and_one_that_is_not() -> None:
    kinds = Counter((case["kind"], case["found"]) for case in CASES)
    assert {(kind, found) for kind, _ in kinds for found in (True, False)} == set(kinds)
    assert len(CASES) > 120


def test_the_browser_finds_and_folds_as_python_does() -> None:
    answer = evaluated(
        ["core/folding.js"],
        """{
          found: cases.map(({ query, text }) => standsIn(query, searchable(text))),
          folded: texts.map(fold), searchable: texts.map(searchable), plain: texts.map(plainLetters),
        }""",
        cases=CASES,
        texts=TEXTS,
    )
    assert answer["found"] == [case["found"] for case in CASES]
    assert answer["folded"] == [fold(text) for text in TEXTS]
    assert answer["searchable"] == [searchable(text) for text in TEXTS]
    assert answer["plain"] == [plain_letters(text) for text in TEXTS]


def test_the_browser_folds_every_character_that_python_knows_as_python_does() -> None:
    letters = [
        chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")
    ]
    plain = evaluated(["core/folding.js"], "letters.map((letter) => plainLetters(`a${letter}b`))", letters=letters)
    there = dict(zip(letters, plain, strict=True))
    here = {letter: plain_letters(f"a{letter}b") for letter in letters}
    assert {
        f"U+{ord(letter):04X}": (here[letter], there[letter]) for letter in letters if here[letter] != there[letter]
    } == {}


def test_folding_a_folded_text_changes_nothing() -> None:
    for text in TEXTS:
        assert fold(fold(text)) == fold(text)


def test_a_text_is_found_by_each_of_its_own_words() -> None:
    for text in TEXTS:
        assert all(finds(word, text) for word in text.split()), text
        assert finds(text, text), text
