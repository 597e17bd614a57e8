"""What is kept of an untrusted text and what is not."""

from __future__ import annotations

import pytest

from app.model.text.untrusted_text import (
    commands_a_spreadsheet,
    for_spreadsheet,
    for_xml,
    harmless,
    heading,
    one_line,
    reads_as_formula,
    unwritable,
)


@pytest.mark.parametrize(
    "sign",
    ["\x1b", "\r", "\n", "\x00", "\x9b", "\u202e", "\u2066", "\u2028", "\ud800"],
)
def test_a_sign_that_commands_a_terminal_or_turns_text_around_is_a_blank(sign: str) -> None:
    assert harmless(f"a{sign}b") == "a b"


def test_an_editors_text_keeps_its_blanks_joiners_and_direction_marks() -> None:
    text = "  دو\u200cکلمه \u200f–\u00a02\u202fkm  and more  "
    assert harmless(text) == text


def test_a_strangers_text_is_one_short_line() -> None:
    assert one_line(" Albu\n\tKamal \u200b") == "Albu Kamal"
    assert one_line("x" * 10_000) == "x" * 200 + "…"


def test_the_joiner_that_persian_is_written_with_stays() -> None:
    assert one_line("می\u200cرود") == "می\u200cرود"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM", "＝1", " =1"])
def test_what_a_spreadsheet_takes_for_a_formula_is_known(text: str) -> None:
    assert reads_as_formula(text)


def test_a_name_with_a_hyphen_inside_is_no_formula() -> None:
    assert not reads_as_formula("al-Qa’im")


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-1-1", "@SUM", "＝1", " =1", "\tplain", "\r=1"])
def test_a_cell_that_a_spreadsheet_would_run_has_an_apostrophe_before_it(cell: str) -> None:
    assert commands_a_spreadsheet(cell)
    assert for_spreadsheet(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "-99.6983", "+3", "1e-5", "-1.5E+3", "al-Qa’im", "a\t=1", "– a dash"])
def test_numbers_and_texts_stay_as_they_are(cell: str) -> None:
    assert for_spreadsheet(cell) == cell


NOT_FOR_FILES = [
    *("\x00", "\x01", "\x08", "\x1b", "\x7f", "\x80", "\x9f"),
    *(
        "\u202a",
        "\u202e",
        "\u2066",
        "\u2069",
        "\ud800",
        "\udfff",
        "\ufdd0",
        "\ufffe",
        "\uffff",
        "\U0001fffe",
        "\U0010ffff",
    ),
]


@pytest.mark.parametrize("sign", NOT_FOR_FILES)
def test_a_title_has_nothing_that_a_file_cannot_hold_or_that_turns_other_text_around(sign: str) -> None:
    assert heading(f"{sign}al-{sign}Hol {sign}camp") == "al-Hol camp"
    assert unwritable(f"al-{sign}Hol") == sign


@pytest.mark.parametrize("sign", ["\x0b", "\n", "\r\n", "\t", "\f", "\x1f", "\x85", "\u2028", "\u2029"])
def test_a_break_in_a_title_is_a_blank(sign: str) -> None:
    assert heading(f" The fall{sign}{sign} of it{sign}") == "The fall of it"


@pytest.mark.parametrize(
    "text", ["سقوط النظام", "می\u200cرود", "a\u200fb", "«é» \U0001f5fa", "10\u00a0km", "_x000B_ <b>&amp;"]
)
def test_a_title_of_any_language_stays_as_it_is(text: str) -> None:
    assert heading(text) == text
    assert for_xml(text) == text
    assert unwritable(text) == ""


def test_the_lines_of_a_text_for_xml_stay_lines() -> None:
    assert for_xml("one\x0btwo\nthree\tfour\x00\ufffe\ud800") == "one two\nthree\tfour"
