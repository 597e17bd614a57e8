"""The interface's words: the same keys in both languages, none empty, the same blanks to fill in."""

from __future__ import annotations

import re
import string
import tomllib

import pytest

from app.model.chronology.view import AGREEMENTS, BASES, KINDS, LANGUAGES
from app.model.tables.columns import Table
from app.model.tables.schema import EVENTS, PLACES
from app.words import FOLDER, words

EMPTY_ON_PURPOSE = {("en", "essay_language_note")}
"""The English page needs no note that the essay is in English."""


def blanks(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def keys(language: str) -> list[str]:
    """Return the keys of the file in its order; what has plural forms is one key."""
    return list(dict.fromkeys(key.partition(".")[0] for key in words(language)))


def forms(language: str, key: str) -> list[str]:
    """Return the text of a key, or each of its plural forms."""
    return [text for name, text in words(language).items() if name.partition(".")[0] == key]


def choices(table: Table, column: str) -> tuple[str, ...]:
    return next(each.choices for each in table.columns if each.name == column)


def test_there_is_one_file_of_words_for_each_language() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == sorted(LANGUAGES)


def test_both_languages_have_the_same_keys() -> None:
    assert set(keys("en")) == set(keys("ar"))


def test_both_files_have_their_keys_in_the_same_order() -> None:
    assert keys("en") == keys("ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_but_the_one_meant_to_be(language: str) -> None:
    empty = {(language, key) for key, text in words(language).items() if not text.strip()}
    assert empty == {pair for pair in EMPTY_ON_PURPOSE if pair[0] == language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_one_text_on_one_line(language: str) -> None:
    table = words(language)
    assert [key for key, text in table.items() if not isinstance(text, str) or "\n" in text] == []
    assert [key for key, text in table.items() if text != text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_of_the_file_is_reached_by_one_key(language: str) -> None:
    table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    texts = [text for entry in table.values() for text in (entry.values() if isinstance(entry, dict) else [entry])]
    assert texts == list(words(language).values())


def test_both_languages_have_the_same_blanks_to_fill_in() -> None:
    differing = []
    for key in keys("en"):
        full, said = blanks(forms("en", key)[-1]), [blanks(text) for text in forms("ar", key)]
        # A plural form may leave out a number that its noun says by itself, and what stands beside a number of nothing.
        if forms("en", key)[0] and (said[-1] != full or any(not {*each} <= {*full} for each in said)):
            differing.append(key)
    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_a_form_for_zero_one_or_two_leaves_out_a_blank(language: str) -> None:
    for key in keys(language):
        full = set(blanks(forms(language, key)[-1]))
        short = {
            name: full - set(blanks(text))
            for name, text in words(language).items()
            if name.partition(".")[0] == key and full - set(blanks(text))
        }
        assert all(name.endswith((".zero", ".one", ".two")) for name in short)
        assert all(missing == {"n"} for name, missing in short.items() if not name.endswith(".zero"))


def test_arabic_words_are_in_arabic_script() -> None:
    without_blanks = {key: re.sub(r"\{\w+\}", "", text) for key, text in words("ar").items()}
    assert [key for key, text in without_blanks.items() if not re.search(r"[\u0600-\u06ff]", text)] == []


def test_english_words_have_no_arabic_script() -> None:
    assert [key for key, text in words("en").items() if re.search(r"[\u0600-\u06ff]", text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_western(language: str) -> None:
    assert [key for key, text in words(language).items() if re.search(r"[\u0660-\u0669\u06f0-\u06f9]", text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_hides_a_control_character_or_html(language: str) -> None:
    assert [key for key, text in words(language).items() if re.search(r"[\u202a-\u202e\u2066-\u2069<>]", text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_that_a_table_may_hold_has_its_word(language: str) -> None:
    wanted = {
        *(f"kind_{kind}" for kind in KINDS),
        *(f"agreement_{agreement}" for agreement in AGREEMENTS),
        *(f"agree_{agreement}" for agreement in AGREEMENTS),
        *(f"basis_{basis}" for basis in BASES),
        *(f"place_{kind}" for kind in choices(PLACES, "kind")),
        *(f"confidence_{confidence}" for confidence in choices(PLACES, "confidence")),
    }
    assert wanted - set(words(language)) == set()


def test_the_view_knows_the_values_that_the_schema_allows() -> None:
    assert choices(EVENTS, "kind") == KINDS
    assert choices(EVENTS, "agreement") == AGREEMENTS


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_two_marks_of_the_key_have_one_name(language: str) -> None:
    prefixes = ("mark_", "map_key_")
    names = [
        text.partition(":")[0] for key, text in words(language).items() if key.startswith(prefixes) and ":" in text
    ]
    assert len(names) > 10
    assert sorted(names) == sorted(set(names))
