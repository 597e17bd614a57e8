"""Setting a text apart that is written against the direction around it, in Python and in the browser alike."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from app.model.text.direction import direction_of, isolate, opposes, pieces
from app.model.text.language import LANGUAGES
from app.views.looks import looks
from tests.deno import evaluated
from tests.model.text.test_folding import TEXTS

SAMPLES = [
    *TEXTS,
    "Trade (slowly) resumes!",
    "التجارة (ببطء) تعود!",
    "SDF توقّع اتفاقًا مع دمشق",
    "Baghdad – بغداد",
    "https://example.org/a?b=1",
    "تقرير https://example.org/a-very-long-address/that-is-latin",
    "12–15",
    "",
    "العودة إلى «\u2068Trade resumes!\u2069»",
    "back to \u2067العودة!\u2069 now",
    "עברית!",
]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Trade (slowly) resumes!", "ltr"),
        ("التجارة (ببطء) تعود!", "rtl"),
        ("SDF توقّع اتفاقًا مع دمشق", "rtl"),
        ("The word قائم in English", "ltr"),
        ("تقرير https://example.org/a-very-long-address/that-is-latin", "rtl"),
        ("עברית", "rtl"),
        ("12–15!", None),
        ("", None),
    ],
)
def test_a_text_runs_as_most_of_its_letters_do(text: str, direction: str | None) -> None:
    assert direction_of(text) == direction


@pytest.mark.parametrize(
    ("text", "language", "apart"),
    [
        ("Trade (slowly) resumes!", "ar", "\u2068Trade (slowly) resumes!\u2069"),
        ("Trade (slowly) resumes!", "en", "Trade (slowly) resumes!"),
        ("التجارة (ببطء) تعود!", "en", "\u2068التجارة (ببطء) تعود!\u2069"),
        ("التجارة (ببطء) تعود!", "ar", "التجارة (ببطء) تعود!"),
        ("SDF توقّع اتفاقًا", "ar", "\u2067SDF توقّع اتفاقًا\u2069"),
        ("في The New York Times today", "en", "\u2066في The New York Times today\u2069"),
        ("12–15!", "ar", "12–15!"),
        ("", "ar", ""),
    ],
)
def test_what_opposes_the_text_around_it_is_set_apart_in_its_own_direction(
    text: str, language: str, apart: str
) -> None:
    assert isolate(text, language) == apart
    assert isolate(apart, language) == apart
    assert not opposes(apart, language)


def test_a_text_is_the_sum_of_its_pieces() -> None:
    assert pieces("a \u2068ب!\u2069 c") == ["a ", "\u2068ب!\u2069", " c"]
    for text in SAMPLES:
        assert "".join(pieces(text)) == text


def test_the_browser_sets_apart_as_python_does() -> None:
    found = evaluated(
        ["core/direction.js"],
        """Object.fromEntries(languages.map((language) => {
          speak({}, language);
          return [language.code, texts.map((text) => [directionOf(text) || null, opposes(text), isolate(text)])];
        }))""",
        languages=looks(())["languages"],
        texts=SAMPLES,
    )
    for language in LANGUAGES:
        here = [[direction_of(text), opposes(text, language), isolate(text, language)] for text in SAMPLES]
        assert found[language] == here


def test_every_letter_runs_as_unicode_says() -> None:
    letters = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code))[0] == "L"]
    leftward = {letter for letter in letters if unicodedata.bidirectional(letter) in ("R", "AL")}
    assert {letter for letter in letters if direction_of(letter) == "rtl"} == leftward
