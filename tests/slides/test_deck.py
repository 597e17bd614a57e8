"""The PowerPoint file, read back as python-pptx reads it."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pptx import Presentation

from app.model.view import View
from app.slides.deck import Page, powerpoint
from app.slides.slide import SIZES, Slide


def a_picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (64, 36), "#123456").save(file, "PNG")
    return file.getvalue()


def opened(*pages: Page):  # noqa: ANN201, python-pptx does not export the type
    return Presentation(io.BytesIO(powerpoint(pages)))


@pytest.mark.parametrize("size", SIZES)
def test_the_picture_fills_the_slide_and_lies_behind_the_title(size: str) -> None:
    deck = opened(Page(Slide(View(), "A title", SIZES[size]), a_picture(), "What it shows", "Notes"))
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
        Page(Slide(View(), "One"), a_picture(), "What one shows", "Notes of one"),
        Page(Slide(View(), "Two"), a_picture(), "What two shows", "Notes of two"),
    )
    assert [slide.shapes.title.text for slide in deck.slides] == ["One", "Two"]
    assert [slide.notes_slide.notes_text_frame.text for slide in deck.slides] == ["Notes of one", "Notes of two"]
    described = [slide.shapes[0]._element.xpath("./p:nvPicPr/p:cNvPr/@descr") for slide in deck.slides]
    assert described == [["What one shows"], ["What two shows"]]


def test_an_arabic_title_runs_from_right_to_left_and_stands_at_the_right() -> None:
    arabic, english = opened(
        Page(Slide(View(language="ar"), "سقوط النظام"), a_picture(), "", ""),
        Page(Slide(View(), "The fall"), a_picture(), "", ""),
    ).slides
    properties = arabic.shapes.title.text_frame.paragraphs[0]._p.pPr
    assert (properties.get("rtl"), properties.get("algn")) == ("1", "r")
    assert arabic.shapes.title.left > english.shapes.title.left
    assert english.shapes.title.text_frame.paragraphs[0]._p.pPr.get("rtl") is None
