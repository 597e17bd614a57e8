"""Characters that do not show: named with their code point, dropped around keys, kept where Arabic needs them."""

from __future__ import annotations

import pytest

from app.model.text.hidden_characters import LINE_BREAK, hidden_letter, name_of, without_hidden_edges


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("\u200b", "zero width space (U+200B)"),
        ("\u00a0", "no-break space (U+00A0)"),
        ("\ufeff", "zero width no-break space (U+FEFF)"),
        ("\u202e", "right-to-left override (U+202E)"),
        ("\x07", "control character (U+0007)"),
    ],
)
def test_a_character_is_named_with_its_code_point(letter: str, name: str) -> None:
    assert name_of(letter) == name
    assert (
        hidden_letter(f"a{letter}b", within_text=False) == f"a hidden character, {name}, stands in the cell; delete it"
    )


@pytest.mark.parametrize("letter", ["\u200f", "\u200e", "\u200c", "\u00a0", "\u00ad"])
def test_text_may_have_what_its_script_needs_and_a_key_may_not(letter: str) -> None:
    assert hidden_letter(f"سقوط{letter}النظام", within_text=True) == ""
    assert hidden_letter(f"al{letter}qaim", within_text=False) != ""


@pytest.mark.parametrize("letter", ["\x00", "\x1b", "\x7f", "\x9b", "\u2028", "\u202a", "\u202e", "\u2066", "\u2069"])
def test_nothing_may_have_control_characters_and_overrides(letter: str) -> None:
    assert hidden_letter(f"a{letter}b", within_text=True) != ""
    assert hidden_letter(f"a{letter}b", within_text=False) != ""


@pytest.mark.parametrize("within_text", [True, False])
def test_a_line_break_is_called_that(within_text: bool) -> None:
    assert hidden_letter("a\nb", within_text=within_text) == LINE_BREAK
    assert hidden_letter("plain — text، نص", within_text=within_text) == ""


@pytest.mark.parametrize(
    ("cell", "bare", "name"),
    [
        ("\u200ba-key", "a-key", "zero width space"),
        ("a-key \u00a0", "a-key", "no-break space"),
        ("a; \ufeffb;c", "a;b;c", "zero width no-break space"),
        ("\u200b", "", "zero width space"),
        ("a;\u200b;b", "a;;b", "zero width space"),
        ("\u200b\u200b", "", "zero width space"),
        ("\u00a0x\u00a0x\u00a0", "x\u00a0x", "no-break space"),
    ],
)
def test_hidden_characters_around_the_parts_of_a_list_are_dropped_and_named(cell: str, bare: str, name: str) -> None:
    found, message = without_hidden_edges(cell, is_list=True)
    assert found == bare
    assert message.startswith(f"a hidden character, {name} (U+")


def test_what_stands_inside_a_part_stays() -> None:
    assert without_hidden_edges("a\u200bb", is_list=True) == ("a\u200bb", "")
    assert without_hidden_edges("a;\u200bb", is_list=False) == ("a;\u200bb", "")
    assert without_hidden_edges("a; b", is_list=True) == ("a; b", "")
