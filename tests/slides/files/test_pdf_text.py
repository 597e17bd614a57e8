"""What is found in a PDF: each text once, in the order of reading, and it looks as it did."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from app.slides.files.pdf_text import joined, searchable
from tests.slides.files.chromiums_pdf import SHADOW, WIDTH, pdf, shown

ALEF, BEH, LAM, MEEM = "\u0627\u0628\u0644\u0645"
FINAL_ALEF, LAM_ALEF = "\ufe8e\ufefb"

CHANGED_MOST = 40
"""Maximum pixels that may change at the edges of letters: viewers draw text and outlines differently."""


def text_of(document: bytes) -> str:
    """Return the page's text as one program takes it from the stream, in which another finds the same characters."""
    text = from_the_stream(document)
    assert letters(text) == letters(pypdfium2.PdfDocument(document)[0].get_textpage().get_text_range())
    return text


def from_the_stream(document: bytes) -> str:
    return " ".join(PdfReader(io.BytesIO(document)).pages[0].extract_text().split())


def letters(text: str) -> list[str]:
    return sorted("".join(text.split()))


def found(content: str, *, right_to_left: bool = False) -> str:
    """Return the page's text, after a look that it is drawn as it was."""
    before = pdf(content)
    after = searchable(before, right_to_left=right_to_left)
    changed = ImageChops.difference(picture(before), picture(after)).convert("L")
    assert sum(changed.histogram()[64:]) <= CHANGED_MOST
    return text_of(after)


def picture(document: bytes) -> Image.Image:
    return pypdfium2.PdfDocument(document)[0].render(scale=2, draw_annots=False).to_pil().convert("RGB")


def in_turn(*parts: str) -> str:
    """Return parts that Chromium paints in one state each."""
    return "\n".join(f"q\n{part}\nQ" for part in parts)


def test_a_name_with_shadows_stands_there_once() -> None:
    shadows = [f"1 0 0 1 {by} {by} cm\n{SHADOW}\n{shown('Abe')}" for by in (-1, 0, 1)]
    assert from_the_stream(pdf(in_turn(*shadows, shown("Abe")))) != "Abe"
    assert found(in_turn(*shadows, shown("Abe"))) == "Abe"


def test_two_places_of_one_name_stand_there_twice() -> None:
    shadow = f"{SHADOW}\n{shown('Abe')}"
    there = f"{SHADOW}\n{shown('Abe', at=(200, 90))}"
    assert found(in_turn(shadow, shown("Abe"), there, shown("Abe", at=(200, 90)))) == "Abe Abe"


def test_text_that_is_drawn_as_outlines_alone_can_still_be_found() -> None:
    """A font without a bold of its own: Chromium draws the thicker outlines, and writes the text transparent."""
    assert found(in_turn("0 0 30 34 re f", f"{SHADOW}\n{shown('Abe')}")) == "Abe"


def test_arabic_is_found_in_the_order_of_reading_and_in_letters() -> None:
    seen = shown([(MEEM, ""), (FINAL_ALEF, ALEF), (BEH, "")], backwards=True)
    assert found(seen, right_to_left=True) == BEH + ALEF + MEEM


def test_two_letters_in_one_glyph_are_found_in_their_order() -> None:
    seen = shown([(BEH, ""), (LAM_ALEF, LAM + ALEF), (MEEM, "")], backwards=True)
    assert found(seen, right_to_left=True) == MEEM + LAM + ALEF + BEH


@pytest.mark.parametrize("right_to_left", [True, False])
def test_words_and_numbers_of_an_arabic_line_are_found_in_their_order(right_to_left: bool) -> None:
    """What is seen, from left to right: 2024, a word between blanks, 20."""
    seen = [
        shown("2024", at=(20, 34)),
        shown([" ", MEEM, LAM, " "], at=(20 + 4 * WIDTH, 34), backwards=True),
        shown("20", at=(20 + 8 * WIDTH, 34)),
    ]
    expected = f"20 {LAM}{MEEM} 2024" if right_to_left else f"2024 {LAM}{MEEM} 20"
    assert found(in_turn(*seen), right_to_left=right_to_left) == expected


def test_an_arabic_name_in_an_english_line_is_found_in_its_place() -> None:
    seen = [
        shown("Ab ", at=(20, 34)),
        shown([MEEM, LAM], at=(20 + 3 * WIDTH, 34), backwards=True),
        shown(" Cd", at=(20 + 5 * WIDTH, 34)),
    ]
    assert found(in_turn(*seen)) == f"Ab {LAM}{MEEM} Cd"


def test_brackets_in_an_arabic_line_are_found_as_they_are_written() -> None:
    seen = shown([(")", "("), (BEH, ""), ("(", ")")], backwards=True)
    assert found(seen, right_to_left=True) == f"){BEH}("


def test_a_slanted_name_is_found_whole() -> None:
    assert found(in_turn(f"0.8 -0.6 0.6 0.8 60 200 cm\n{shown('Abe ibe')}")) == "Abe ibe"


def test_a_name_with_wide_spaces_is_found_whole() -> None:
    assert found(shown("ABC", step=1.5 * WIDTH)) == "ABC"


def test_a_latin_ligature_is_found_as_its_letters() -> None:
    assert found(shown([("\ufb01", "fi"), ("b", ""), ("e", "")])) == "fibe"


def test_what_stands_in_one_row_is_not_one_word() -> None:
    assert found(in_turn(shown("Abe"), shown("Bed", at=(200, 34)))) == "Abe Bed"


def test_glyphs_that_are_drawings_themselves_stay_as_they_look() -> None:
    assert found(shown([MEEM, LAM], backwards=True, font="F9"), right_to_left=True) == LAM + MEEM


def test_a_font_that_cannot_be_drawn_leaves_its_line_as_it_was() -> None:
    before = pdf(shown([MEEM, LAM], backwards=True), with_file=False)
    after = searchable(before, right_to_left=True)
    assert from_the_stream(after) == from_the_stream(before)


def test_a_picture_among_letters_stays_and_the_letters_around_it_are_in_order() -> None:
    """An emoji, of a font whose glyphs are pictures: here of one without outlines."""
    seen = [
        shown([MEEM, LAM], backwards=True),
        shown("A", at=(2 * WIDTH, 34), font="F8"),
        shown([BEH, ALEF], at=(3 * WIDTH, 34), backwards=True),
    ]
    text = from_the_stream(searchable(pdf(in_turn(*seen)), right_to_left=True))
    assert sorted(text.split()) == ["A", ALEF + BEH + LAM + MEEM]


def test_what_is_drawn_as_a_whole_is_searched_too() -> None:
    made = searchable(pdf("/X1 Do", form=shown([MEEM, LAM], backwards=True)), right_to_left=True)
    assert text_of(made) == LAM + MEEM


def test_every_letter_can_be_selected_where_it_is_seen() -> None:
    made = searchable(pdf(shown([MEEM, LAM, BEH], at=(100, 50), backwards=True)), right_to_left=True)
    page = pypdfium2.PdfDocument(made)[0].get_textpage()
    boxes = {page.get_text_range(index, 1): page.get_charbox(index) for index in range(page.count_chars())}
    assert [round(boxes[letter][0]) for letter in (BEH, LAM, MEEM)] == [120, 110, 100]
    assert all(boxes[letter][1] < 250 < boxes[letter][3] for letter in (BEH, LAM, MEEM))


def test_a_deck_is_searched_page_by_page_and_needs_one_font_for_it() -> None:
    pages = [searchable(pdf(shown(word, step=15)), right_to_left=False) for word in ("ABC", "DEF")]
    made = joined(pages)
    assert [page.extract_text().strip() for page in PdfReader(io.BytesIO(made)).pages] == ["ABC", "DEF"]
    assert len(re.findall(rb"/FontFile2", made)) <= 4
