"""The orthography of the tables and of the interface, and each rule by itself with texts that break it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

import pytest

from app.model.tables.schema import TABLES
from app.words import words
from tests.model.real import DATA
from tests.words import orthography
from tests.words.orthography import (
    ARABIC_RULES,
    ENGLISH_RULES,
    REFUSED_ARABIC,
    REFUSED_ENGLISH,
    a_note_that_goes_on,
)

TITLE_OF_THE_ESSAY = "“Iraq-Syria Relations in the Post-Assad Era”"


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Yield each text of our own in a language, with where it stands: cells, examples of the schema, interface."""
    for table in TABLES:
        columns = [column for column in table.columns if column.name.endswith(f"_{language}")]
        for column in columns:
            yield f"schema: {table.file} {column.name}", column.example
        with (DATA / table.file).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in columns:
                    yield f"{table.file} {row['id']} {column.name}", row[column.name]
    for key, text in words(language).items():
        yield f"{language}.toml {key}", text


ARABIC = list(texts("ar"))
ENGLISH = [(where, text.replace(TITLE_OF_THE_ESSAY, "The essay")) for where, text in texts("en")]


@pytest.mark.parametrize("name", ARABIC_RULES)
def test_all_arabic_keeps_the_rule(name: str) -> None:
    assert [(where, wrong) for where, text in ARABIC if (wrong := ARABIC_RULES[name](text))] == []


@pytest.mark.parametrize("name", ENGLISH_RULES)
def test_all_english_keeps_the_rule(name: str) -> None:
    assert [(where, wrong) for where, text in ENGLISH if (wrong := ENGLISH_RULES[name](text))] == []


def test_no_arabic_note_begins_with_and() -> None:
    assert [
        (where, wrong) for where, text in ARABIC if "notes_ar" in where and (wrong := a_note_that_goes_on(text))
    ] == []


def test_there_is_much_to_hold_the_rules_against() -> None:
    assert len(ARABIC) > 800
    assert len(ENGLISH) > 800
    assert sum(bool(text) for _, text in ARABIC) > 600


BROKEN = [
    ("refused_words", "يذكر المقال ذلك", ["المقال"]),
    ("refused_words", "بحسب المقالة وللمقال رأي آخر", ["وللمقال"]),
    ("refused_words", "ولا يذكر المقالة تاريخًا", ["يذكر المقالة"]),
    ("refused_words", "بالإنجليزية", ["إنجليزي"]),
    ("refused_words", "الاستخبارات العراقية", ["استخبار"]),
    ("refused_words", "مقام السيدة زينب", ["مقام السيدة"]),
    ("refused_words", "منفذ الشلامجة", ["منفذ"]),
    ("refused_words", "فوق الأجواء العراقية", ["الأجواء العراقية"]),
    ("refused_words", "في غرفة الدول الخمس", ["غرفة الدول الخمس"]),
    ("refused_words", "إزالة المرشِّحات", ["مرشِّحات"]),
    ("refused_words", "مُستبعَد بالترشيح", ["بالترشيح"]),
    ("refused_words", "متنازَع فيها: 13", ["متنازَع في"]),
    ("refused_words", "يتحرك أثناء التشغيل", ["أثناء"]),
    ("refused_words", "يذكر موقع العربي الجديد ذلك", ["العربي الجديد"]),
    ("refused_words", "تضع التقارير الزيارة يوم الجمعة", ["تضع التقارير"]),
    ("refused_words", "تؤرخ التقارير اللقاء في يوم الأربعاء", ["تؤرخ التقارير اللقاء في يوم"]),
    ("refused_words", "يؤرخ اللقاء في 17 نيسان", ["يؤرخ اللقاء في 1"]),
    ("refused_words", "زيارة السوداني إلى الأردن", ["زيارة السوداني إلى"]),
    ("refused_words", "تولى الرئاسة في 1971", ["في 1971"]),
    ("refused_words", "بأوائل 2025", ["بأوائل 2025"]),
    ("refused_words", "بين 2007 و2010", ["بين 2007 و2010"]),
    ("refused_words", "دخلت إلى سورية", ["إلى سورية"]),
    ("refused_words", "من الملاحظة الواردة تحت العنوان", ["الملاحظة الواردة تحت العنوان"]),
    ("refused_words", "تقرير أكثر دقة", ["أكثر دقة"]),
    ("refused_words", "النقطة في الولايات المتصلة", ["المتصلة"]),
    ("refused_words", "وزير أميركي", ["أميرك"]),
    ("refused_words", "قرب أبو كمال", ["أبو كمال"]),
    ("refused_words", "معبر فيش خابور – سيملكا", ["فيش خابور", "سيملكا"]),
    ("refused_words", "سجن الغويران", ["الغويران"]),
    ("refused_words", "محادثات آستانة", ["آستانة"]),
    ("refused_words", "في أبو ظبي", ["أبو ظبي"]),
    ("refused_words", "لقاء ترمب ونتانياهو", ["ترمب", "نتانياهو"]),
    ("refused_words", "قالت صحيفة ذا ناشيونال", ["ذا ناشيونال"]),
    ("refused_words", "قالت صحيفة الشرق الأوسط", ["صحيفة الشرق الأوسط"]),
    ("months_of_other_countries", "في 8 ديسمبر 2024", ["8 ديسمبر"]),
    ("months_of_other_countries", "منذ مارس 2011", ["مارس 2011"]),
    ("tanwin_after_its_alif", "لا يذكر تاريخاً", ["تاريخاً"]),
    ("figures_not_western", "سنة ٢٠٢٤", ["٢٠٢٤"]),
    ("figures_not_western", "سنة ۲۰۲۴", ["۲۰۲۴"]),
    ("separators_of_thousands", "أعاد 1,950 جنديًا", ["1,950"]),
    ("separators_of_thousands", "أعاد 1،950 جنديًا", ["1،950"]),
    ("separators_of_thousands", "نحو 12 500 شخص".replace(" 500", "\u202f500"), ["12\u202f500"]),
    ("ranges_with_a_dash", "من 5–7 أيار", ["5–7"]),
    ("ranges_with_a_dash", "بين 6 - 8 كانون الأول", ["6 - 8"]),
    ("latin_punctuation", "العراق, سوريا", [","]),
    ("latin_punctuation", "العراق; سوريا", [";"]),
    ("latin_punctuation", "ماذا بعد?", ["?"]),
    ("latin_punctuation", "“محور المقاومة”", ["“", "”"]),
    ("latin_punctuation", "(سوريا, العراق)", [","]),
    ("letters_of_other_languages", "علی", ["ی"]),
    ("letters_of_other_languages", "سـوريا", ["ـ"]),
    ("spaces", "العراق  وسوريا", ["  "]),
    ("spaces", "العراق ، وسوريا", [" ،"]),
    ("spaces", "العراق،وسوريا", ["،"]),
    ("spaces", "« محور المقاومة»", ["« "]),
    ("spaces", "نص ", ["space at an end"]),
    ("doubled_words", "بقاء بقاء عناصر من النظام", ["بقاء بقاء"]),
    ("doubled_words", "he gave it to to them", ["to to"]),
    ("a_note_that_goes_on", "وتعود مذكرة التفاهم", ["وتعود"]),
    ("a_note_that_goes_on", "وهي إحدى الدول", ["وهي"]),
    ("other_spellings", "through al-Qaim", ["al-Qaim"]),
    ("other_spellings", "through al-Qa'im", ["al-Qa'im"]),
    ("other_spellings", "in Abu Kamal", ["Abu Kamal"]),
    ("other_spellings", "in Hasakah", ["Hasakah"]),
    ("other_spellings", "met Hamid al-Shattri", ["al-Shattri"]),
    ("other_spellings", "at Deir al-Zour", ["Deir al-Zour"]),
    ("other_spellings", "the shrine of Sayyida Zeinab", ["Sayyida Zeinab"]),
    ("other_spellings", "in Daraa", ["Daraa"]),
    ("other_spellings", "Türkiye agreed", ["Türkiye"]),
    ("other_spellings", "met Al Sudani", ["Al S"]),
    ("other_spellings", "the camp of al-Hawl", ["al-Hawl"]),
    ("other_spellings", "met Ahmed al-Shara there", ["al-Shara"]),
    ("other_spellings", "Soudani said", ["Soudani"]),
    ("other_spellings", "the prison of Ghwayran", ["Ghwayran"]),
    ("other_spellings", "at Faysh Khabur and Simalka", ["Faysh Khabur", "Simalka"]),
    ("other_spellings", "from Rabi’a to Ya’rubiyah", ["Rabi’a", "Ya’rubiyah"]),
    ("other_spellings", "Da’esh prisoners", ["Da’esh"]),
    ("other_spellings", "Kuneitra and Sulaimaniyah", ["Kuneitra", "Sulaimaniyah"]),
    ("a_capital_article", "They met Al-Sharaa there", ["Al-Sharaa"]),
    ("straight_quotes", "Iraq's border", ["'"]),
    ("straight_quotes", 'the "axis"', ['"', '"']),
    ("spaces", "Iraq  and Syria", ["  "]),
    ("spaces", "Iraq , Syria", [" ,"]),
    ("spaces", "Iraq,Syria", [","]),
]
SOUND = [
    ("refused_words", "تذكر المقالة أن القناة الاستخباراتية فُتحت في عام 2024، وتصف الأجواء بالإيجابية"),
    ("refused_words", "جهات سورية تخالف المقالة؛ وزيارة السوداني للأردن في 11 كانون الأول 2024"),
    ("refused_words", "يذكر موقع «العربي الجديد» أن العدد بين 2000 و2500"),
    ("months_of_other_countries", "مارس ضغوطًا في 8 كانون الأول 2024"),
    ("tanwin_after_its_alif", "تاريخًا وجزءًا"),
    ("figures_not_western", "من 5 إلى 7 أيار 2025"),
    ("separators_of_thousands", "1905 جنود، و1.1 طن؛ الفقرات 2، 6، 15"),
    ("ranges_with_a_dash", "2024-12-08 و2024-12"),
    ("ranges_with_a_dash", "معبر ربيعة – اليعربية"),
    ("latin_punctuation", "عدد عنوانه «عهد جديد؟» (Syria: A New Era?)، انظر https://a.example/?a=1,2"),
    ("letters_of_other_languages", "لـ«محور المقاومة» وبـ10 آذار"),
    ("spaces", "العراق (وسوريا)، ثم لبنان: 3.5 كم؛ «نعم».".strip()),
    ("doubled_words", "المقالة فقرة فقرة، وفيها ما ماثلها"),
    ("doubled_words", "In 2024 2025 begins; that thatch"),
    ("a_note_that_goes_on", "وزير الدفاع العراقي"),
    ("a_note_that_goes_on", "من التقارير"),
    ("other_spellings", "al-Qa’im, Albu Kamal, al-Hasakah, al-Hol, al-Sharaa and al-Shatri; Al Jazeera; Deir ez-Zor"),
    ("a_capital_article", "Al-Sharaa came. Al-Shatri said to Asharq Al-Awsat: “Al-Qa’im is open”"),
    ("straight_quotes", "Iraq’s “axis”"),
    ("spaces", "Iraq, Syria (and 1,905 men): yes; {n} of {m}. See https://a.example/?a=1,b"),
]


@pytest.mark.parametrize(("rule", "text", "wrong"), BROKEN)
def test_a_broken_rule_is_noticed(rule: str, text: str, wrong: list[str]) -> None:
    assert getattr(orthography, rule)(text) == wrong


@pytest.mark.parametrize(("rule", "text"), SOUND)
def test_a_sound_text_breaks_no_rule(rule: str, text: str) -> None:
    assert getattr(orthography, rule)(text) == []


@pytest.mark.parametrize(("rule", "refused"), [("refused_words", REFUSED_ARABIC), ("other_spellings", REFUSED_ENGLISH)])
def test_each_refused_word_has_a_text_with_it(rule: str, refused: dict[str, str]) -> None:
    there = [text for name, text, _ in BROKEN if name == rule]
    assert [word for word in refused if not any(re.search(word, text) for text in there)] == []


def test_each_rule_has_a_text_that_breaks_it_and_one_that_does_not() -> None:
    every = {*ARABIC_RULES, *ENGLISH_RULES, "a_note_that_goes_on"}
    assert {rule for rule, _, _ in BROKEN} == every
    assert {rule for rule, _ in SOUND} == every
