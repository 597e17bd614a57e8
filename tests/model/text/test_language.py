"""A language is one record: its locales exist, texts have a field for it, and pages run as it is read."""

from __future__ import annotations

from dataclasses import fields

import pytest
from babel import Locale

from app.model.tables.schema import TABLES
from app.model.text.direction import direction_in, direction_of
from app.model.text.language import LANGUAGES, Language
from app.model.text.localised import Text
from app.words import FOLDER
from tests.deno import evaluated

any_language = pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))


@any_language
def test_babel_and_the_browser_have_its_locale(language: Language) -> None:
    assert Locale.parse(language.babel_locale).language == language.code
    resolved = evaluated([], "new Intl.DateTimeFormat(locale).resolvedOptions()", locale=language.intl_locale)
    assert resolved["locale"] == language.intl_locale
    assert resolved["numberingSystem"] == "latn"


@any_language
def test_it_has_a_file_of_words_and_its_name_in_its_own_script(language: Language) -> None:
    assert (FOLDER / f"{language.code}.toml").is_file()
    assert direction_of(language.name) == language.direction == direction_in(language.code)
    assert language.right_to_left is (language.direction == "rtl")
    assert Locale(language.code).text_direction == language.direction


def test_every_text_has_a_field_and_every_table_a_column_for_each_language() -> None:
    assert [field.name for field in fields(Text)] == list(LANGUAGES)
    names = {column.name for table in TABLES for column in table.columns}
    texts = {name.removesuffix("_en") for name in names if name.endswith("_en")}
    assert {f"{text}_{code}" for text in texts for code in LANGUAGES} <= names


def test_a_text_says_what_it_has_and_english_where_it_has_nothing() -> None:
    assert [Text("Doha", "الدوحة").say(code) for code in ("en", "ar")] == ["Doha", "الدوحة"]
    assert Text("Doha", "").say("ar") == "Doha"
    assert (Text("Doha", "").written, Text("Doha", "الدوحة").written) == (["Doha"], ["Doha", "الدوحة"])
