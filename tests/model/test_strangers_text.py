"""What is kept of a stranger's text and what is not."""

from __future__ import annotations

import pytest

from app.model.strangers_text import harmless, one_line, reads_as_formula


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
