"""Words tell their encoding where they can, and nothing is guessed where two readings are as good."""

from __future__ import annotations

import pytest

from app.model.tables.files.legacy_encodings import guess_encoding, reading_in, words_beyond_ascii


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Café"),
        ("cp1252", "naïve – façade, “x”"),
        ("cp1252", "¡Olé! Ñañá"),
        ("cp1252", "Straße, Müller"),
        ("cp1252", "Þingvellir, Reykjavík, Ísafjörður"),
        ("cp1256", "دمشق"),
        ("cp1256", "في"),
        ("cp1256", "العلاقات العراقية السورية، في سوريا"),
        ("cp1256", "Café in دمشق, سوريا"),
        ("cp1254", "Diyarbakır"),
        ("cp1254", "Şanlıurfa, Muş, Iğdır"),
        ("cp1250", "Łódź, Wrocław, Kraków"),
        ("cp1250", "Příbram, Děčín"),
        ("cp1251", "Россия и Сирия"),
        ("cp1253", "Αθήνα και Δαμασκός"),
        ("cp1255", "דמשק סוריה"),
        ("mac_roman", "Zürich, Straße, Syria’s, Élysée"),
        ("iso8859_6", "سوريا والعراق بعد سقوط النظام"),
        ("cp720", "سوريا والعراق بعد سقوط النظام"),
        ("cp850", "Zürich, schön"),
        ("koi8_r", "Москва Россия и Сирия"),
        ("shift_jis", "シリアとイラクの関係 東京"),
        ("gbk", "叙利亚和伊拉克的关系 大马士革"),
        ("euc_kr", "시리아와 이라크의 관계"),
    ],
)
def test_the_words_tell(encoding: str, text: str) -> None:
    raw = f"lamp-town,Lamp Town,{text},city\n".encode(encoding)
    guess = guess_encoding(words_beyond_ascii(raw), raw)
    assert reading_in(guess.encoding, raw) == raw.decode(encoding)


@pytest.mark.parametrize(("encoding", "word"), [("cp1250", "Gdańsk"), ("cp1250", "Győr")])
def test_a_word_of_two_readings_is_not_guessed(encoding: str, word: str) -> None:
    guess = guess_encoding([word.encode(encoding)])
    assert guess.encoding == ""
    assert {reading_in(rival, word.encode(encoding)) for rival in guess.rivals} > {word}


def test_bytes_that_are_no_words_in_any_encoding_are_not_guessed() -> None:
    guess = guess_encoding([b"a\x81\x8d\x8fb\x90\x9d", b"\xffa\xfeA\xc3b"])
    assert (guess.encoding, guess.rivals) == ("", ())
