"""The PowerPoint file, read back as python-pptx reads it."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image
from pptx import Presentation

from app.model.chronology.view import LAYERS, View
from app.slides.files.powerpoint import DeckPage, powerpoint
from app.slides.files.speaker_notes import speaker_notes
from app.slides.slide import SIZES, Slide
from tests.model.real import the_real_atlas


def a_picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (64, 36), "#123456").save(file, "PNG")
    return file.getvalue()


def opened(*pages: DeckPage):  # noqa: ANN201, python-pptx does not export the type
    return Presentation(io.BytesIO(powerpoint(pages)))


@pytest.mark.parametrize("size", SIZES)
def test_the_picture_fills_the_slide_and_lies_behind_the_title(size: str) -> None:
    deck = opened(DeckPage(Slide(View(), "A title", SIZES[size]), a_picture(), "What it shows", "Notes"))
    picture, title = deck.slides[0].shapes
    assert (picture.left, picture.top) == (0, 0)
    assert (picture.width, picture.height) == (deck.slide_width, deck.slide_height)
    width, height = SIZES[size].viewport
    assert deck.slide_width / deck.slide_height == pytest.approx(width / height)
    assert title == deck.slides[0].shapes.title
    assert title.left >= 0
    assert title.left + title.width <= deck.slide_width


def test_title_alt_text_and_notes_are_powerpoints_own() -> None:
    deck = opened(
        DeckPage(Slide(View(), "One"), a_picture(), "What one shows", "Notes of one"),
        DeckPage(Slide(View(), "Two"), a_picture(), "What two shows", "Notes of two"),
    )
    assert [slide.shapes.title.text for slide in deck.slides] == ["One", "Two"]
    assert [slide.notes_slide.notes_text_frame.text for slide in deck.slides] == ["Notes of one", "Notes of two"]
    described = [slide.shapes[0]._element.xpath("./p:nvPicPr/p:cNvPr/@descr") for slide in deck.slides]
    assert described == [["What one shows"], ["What two shows"]]


def test_an_arabic_title_runs_from_right_to_left_and_begins_at_the_right() -> None:
    arabic, english = opened(
        DeckPage(Slide(View(language="ar"), "سقوط النظام"), a_picture(), "", ""),
        DeckPage(Slide(View(), "The fall"), a_picture(), "", ""),
    ).slides
    properties = arabic.shapes.title.text_frame.paragraphs[0]._p.pPr
    assert (properties.get("rtl"), properties.get("algn")) == ("1", "r")
    assert arabic.shapes.title.left == english.shapes.title.left
    assert english.shapes.title.text_frame.paragraphs[0]._p.pPr.get("rtl") is None


def paragraphs_of(frame) -> list[tuple[str | None, list[tuple[str, str]]]]:  # noqa: ANN001, python-pptx does not export the type
    """Return of each paragraph which way it runs, and its runs with their languages."""
    return [
        (
            None if paragraph._p.pPr is None else paragraph._p.pPr.get("rtl"),
            [(run.text, run._r.rPr.get("lang")) for run in paragraph.runs],
        )
        for paragraph in frame.paragraphs
    ]


def test_each_paragraph_of_title_and_notes_says_which_way_it_runs_and_each_run_in_which_language() -> None:
    notes = "كانون الأول 2024 · \u2068Trade (slowly) resumes!\u2069 · الفقرة 3\n    Shafaq News – A title! – https://a.org/b/\n\nعنوان"
    arabic, english = opened(
        DeckPage(Slide(View(language="ar"), "سقوط النظام"), a_picture(), "", notes),
        DeckPage(Slide(View(), "The fall"), a_picture(), "", "Fall · \u2068سقوط!\u2069\nعنوان عربي!\nDone."),
    ).slides
    assert paragraphs_of(arabic.shapes.title.text_frame) == [("1", [("سقوط النظام", "ar-JO")])]
    assert paragraphs_of(english.shapes.title.text_frame) == [(None, [("The fall", "en-GB")])]
    assert paragraphs_of(arabic.notes_slide.notes_text_frame) == [
        (
            "1",
            [
                ("كانون الأول 2024 · ", "ar-JO"),
                ("\u2068Trade (slowly) resumes!\u2069", "en-GB"),
                (" · الفقرة 3", "ar-JO"),
            ],
        ),
        ("0", [("    Shafaq News – A title! – https://a.org/b/", "en-GB")]),
        ("1", []),
        ("1", [("عنوان", "ar-JO")]),
    ]
    assert paragraphs_of(english.notes_slide.notes_text_frame) == [
        (None, [("Fall · ", "en-GB"), ("\u2068سقوط!\u2069", "ar-JO")]),
        ("1", [("عنوان عربي!", "ar-JO")]),
        (None, [("Done.", "en-GB")]),
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_notes_of_a_real_slide_run_as_their_language_does(language: str) -> None:
    slide = Slide(View(date(2024, 11, 27), date(2024, 12, 20), language=language), "A title")
    notes = speaker_notes(the_real_atlas(LAYERS), slide)
    frame = opened(DeckPage(slide, a_picture(), "", notes)).slides[0].notes_slide.notes_text_frame
    assert frame.text == notes
    titles = [
        paragraph
        for paragraph in paragraphs_of(frame)
        if paragraph[1] and not paragraph[1][0][0].startswith(("    ", "http"))
    ]
    assert len(titles) > 20
    assert {way for way, _ in titles} == {"1" if language == "ar" else None}


SPOILT = "The\x0bfall\x00 of\x1f\x85it\x7f\ufffe\ud800"


def test_what_xml_cannot_hold_reaches_no_title_no_notes_and_no_alt_text() -> None:
    deck = opened(DeckPage(Slide(View(), SPOILT), a_picture(), SPOILT, f"{SPOILT}\n{SPOILT}"))
    slide = deck.slides[0]
    assert slide.shapes.title.text == "The fall of it"
    said = slide.notes_slide.notes_text_frame.text
    assert said.split("\n") == ["The fall of it"] * 2
    assert slide.shapes[0]._element.xpath("./p:nvPicPr/p:cNvPr/@descr") == ["The fall of it"]
