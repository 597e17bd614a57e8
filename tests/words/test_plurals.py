"""Numbers in words: each noun in the plural form that its number asks for, in Python and in the browser alike."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest
from babel import Locale

from app.model.chronology.view import LANGUAGES
from app.model.paths import PROJECT_FOLDER
from app.views.looks import looks
from app.words import counted, listed, words
from tests.deno import evaluated

CASES: dict[str, Any] = json.loads((PROJECT_FOLDER / "tests/cases/plurals.json").read_text(encoding="utf-8"))
OTHERS: dict[str, Any] = CASES["others"]
"""What stands in the other blanks of a text, in every case."""
TEXTS = [
    (language, key, int(n), text)
    for language in LANGUAGES
    for key, texts in CASES[language].items()
    for n, text in texts.items()
]
NUMBERS = {0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1000}
SCRIPTS = ("core/direction.js", "core/words.js")
CLASSES = {language: {*Locale(language).plural_form.tags, "other"} for language in LANGUAGES}
WITHOUT_PLURAL = {"en": r"k?m\b", "ar": r"(?:كم|م)\b"}
"""Units in short forms, which have one form for all numbers."""


def keys_with_forms(language: str) -> set[str]:
    return {key.partition(".")[0] for key in words(language) if "." in key}


@cache
def said_by_the_browser() -> list[str]:
    wanted = [[language, key, {**OTHERS, "n": n}] for language, key, n, _ in TEXTS]
    made = evaluated(
        SCRIPTS,
        """wanted.map(([code, key, values]) => {
          const language = looks.languages.find((each) => each.code === code);
          speak({}, language);
          return counted(looks.words[code], language, key, values);
        })""",
        looks=looks(),
        wanted=wanted,
    )
    return list(made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_with_plural_forms_has_each_class_of_its_language_and_no_other(language: str) -> None:
    found: dict[str, set[str]] = {}
    for key in words(language):
        name, dot, form = key.partition(".")
        if dot:
            found.setdefault(name, set()).add(form)
    assert {name: forms for name, forms in found.items() if forms != CLASSES[language]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_has_either_plural_forms_or_one_text(language: str) -> None:
    assert keys_with_forms(language) & set(words(language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_with_plural_forms_in_any_language_has_a_case_for_each_number(language: str) -> None:
    wanted = {key for each in LANGUAGES for key in keys_with_forms(each)}
    assert set(CASES[language]) == wanted
    assert {key: sorted(texts) for key, texts in CASES[language].items() if {*map(int, texts)} != NUMBERS} == {}


@pytest.mark.parametrize(("language", "key", "n", "text"), TEXTS)
def test_a_noun_has_the_form_that_its_number_asks_for(language: str, key: str, n: int, text: str) -> None:
    assert counted(language, key, n, **OTHERS) == text


def test_the_browser_says_what_python_says() -> None:
    # The browser sets values of the other direction apart as it fills them in; Python does before.
    plain = [re.sub("[\u2066-\u2069]", "", said) for said in said_by_the_browser()]
    differing = [(case, said) for case, said in zip(TEXTS, plain, strict=True) if case[3] != said]
    assert differing == []


def test_the_browser_knows_the_class_of_every_number_as_babel_does() -> None:
    numbers = [*range(1201), 10_000, 10_003, 1_000_000]
    for language in LANGUAGES:
        locale = Locale(language)
        made = evaluated(
            [],
            "numbers.map((n) => rules.select(n))".replace("rules", f'new Intl.PluralRules("{language}")'),
            numbers=numbers,
        )
        assert made == [locale.plural_form(n) for n in numbers]


def test_a_list_of_numbers_is_joined_as_its_language_joins() -> None:
    lists = CASES["lists"]
    texts = [case["text"] for case in lists]
    assert [listed(case["language"], case["numbers"]) for case in lists] == texts
    made = evaluated(
        SCRIPTS,
        """lists.map(({ language: code, numbers }) => {
          speak({}, looks.languages.find((each) => each.code === code));
          return listed(looks.words[code], numbers);
        })""",
        looks=looks(),
        lists=lists,
    )
    assert made == texts


def numbers_before_nouns(language: str, say: dict[str, str]) -> list[str]:
    """Return the keys that have one text for all numbers, and a noun after the number."""
    noun = r"[\u0621-\u064a]" if language == "ar" else r"(?:\w+ )?[a-z]+s\b"
    before = re.compile(rf"\{{[nm]\}} (?!{WITHOUT_PLURAL[language]})(?:{noun})")
    return [key for key, text in say.items() if "." not in key and before.search(text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_stands_before_a_noun_that_cannot_follow_it(language: str) -> None:
    assert numbers_before_nouns(language, words(language)) == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "{n} events", True),
        ("en", "{n} press reports", True),
        ("en", "{n} km around this point", False),
        ("ar", "{n} وقائع", True),
        ("ar", "يمثّل ما حوله ضمن {n} كم", False),
        ("ar", "خارج المدى: {n}", False),
    ],
)
def test_a_number_before_a_noun_is_noticed(language: str, text: str, found: bool) -> None:
    assert bool(numbers_before_nouns(language, {"x": text})) == found


def test_the_browser_is_given_every_word_in_each_of_its_plural_forms() -> None:
    assert looks()["words"] == {language: words(language) for language in LANGUAGES}
