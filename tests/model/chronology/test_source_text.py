"""The essay's paragraphs are numbered as the tables number them."""

from __future__ import annotations

import csv
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from app.model.chronology.source_text import ESSAY_FILE, LAST_PARAGRAPH, OPENING_SECTION, read_essay
from tests.model.real import DATA

ESSAY = read_essay()


def test_the_essay_has_32_paragraphs_numbered_from_1() -> None:
    assert [paragraph.number for paragraph in ESSAY] == list(range(1, 33))
    assert LAST_PARAGRAPH == 32


@pytest.mark.parametrize(
    ("number", "beginning"),
    [
        (1, "The fall of Syrian President"),
        (7, "With the success"),
        (12, "The increasingly vocal"),
        (17, "In a surprising"),
        (22, "Qatari mediation"),
        (25, "The paths Iraq"),
        (32, "Ultimately"),
    ],
)
def test_a_paragraph_with_this_number_begins_so(number: int, beginning: str) -> None:
    assert ESSAY[number - 1].text.startswith(beginning)


def test_paragraphs_stand_under_their_sections() -> None:
    first_of_section: dict[str, int] = {}
    for paragraph in ESSAY:
        first_of_section.setdefault(paragraph.section, paragraph.number)
    assert first_of_section == {
        OPENING_SECTION: 1,
        "The Moment of Political Re-engagement with Damascus": 7,
        "Iraq After Assad": 12,
        "Security Dilemmas and the Persistence of Tense Relations": 17,
        "Sudani and al-Sharaa Face to Face": 22,
        "Beyond Politics": 25,
    }


def test_sections_are_not_mixed() -> None:
    changes = sum(before.section != after.section for before, after in pairwise(ESSAY))
    assert changes == 5


def test_title_note_headings_and_the_closing_line_are_no_paragraphs() -> None:
    texts = [paragraph.text for paragraph in ESSAY]
    assert not any("Back to top" in text or text.startswith(("Note", "This material")) for text in texts)
    assert all(text.endswith((".", "”", "?", "!")) for text in texts)
    assert all(len(text) > 100 for text in texts)


def test_the_file_is_the_one_that_the_sources_table_names() -> None:
    with (DATA / "sources.csv").open(encoding="utf-8", newline="") as file:
        (source,) = csv.DictReader(file)
    assert ESSAY_FILE.name == source["file"]
    assert sha256(ESSAY_FILE.read_bytes()).hexdigest() == source["sha256"]


def test_another_text_of_the_same_form_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "essay.txt"
    path.write_text(
        "Title\n\nWhere\n\nNote\nA note.\n\nOne.\n\nA heading\n\nTwo.\nStill two.\n\nBack to top button",
        encoding="utf-8",
    )
    paragraphs = read_essay(path)
    assert [(part.number, part.section, part.text) for part in paragraphs] == [
        (1, OPENING_SECTION, "One."),
        (2, "A heading", "Two.\nStill two."),
    ]
