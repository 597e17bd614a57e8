"""Sizes, file names and links of slides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest

from app.model.chronology.view import LAYERS, View, view_from_url
from app.slides.slide import SIZES, Slide, file_name, permalink, slide_from_url, slide_to_url, titled
from app.words import words
from tests.model.real import the_real_atlas


@pytest.mark.parametrize("name", SIZES)
def test_a_page_of_whole_css_pixels_makes_a_picture_of_exactly_the_size(name: str) -> None:
    size = SIZES[name]
    width, height = size.viewport
    assert (width * size.scale, height * size.scale) == (size.width_px, size.height_px)


def test_a_file_name_says_what_is_in_it() -> None:
    slide, days = Slide(View(language="ar")), (date(2024, 11, 27), date(2024, 12, 20))
    assert file_name(slide, days, "png") == "iraq-syria_2024-11-27_2024-12-20_ar_1920x1080.png"
    assert file_name(slide, days, "pptx") == "iraq-syria_2024-11-27_2024-12-20_ar.pptx"
    assert file_name(Slide(View(), size=SIZES["a4"]), days, "png").endswith("_en_a4.png")


def test_the_link_leads_to_the_view_of_the_slide() -> None:
    view = View(start=date(2024, 11, 27), themes=("border",), words="a&b", language="ar")
    link = permalink(Slide(view, address="https://atlas.example/under/"))
    assert link.startswith("https://atlas.example/under/?from=2024-11-27&")

    assert view_from_url(dict(parse_qsl(urlsplit(link).query))) == (view, [])


def test_the_whole_atlas_needs_no_parameters() -> None:
    assert permalink(Slide(View(), address="https://atlas.example/")) == "https://atlas.example/"


def test_a_slide_comes_back_from_its_url_as_it_went() -> None:
    slide = Slide(View(language="ar", words="a&b"), "Two words", SIZES["a4"], hidden=("map", "code"))
    assert slide_from_url(slide_to_url(slide)) == slide
    assert slide_to_url(Slide(View(presenting=True))) == {}


@pytest.mark.parametrize("parameters", [{"size": "9x9"}, {"hide": "everything"}, {"hide": "map,timeline"}])
def test_what_cannot_be_read_in_a_url_is_left_at_its_default(parameters: dict[str, str]) -> None:
    assert slide_from_url(parameters) == Slide(View())


def test_a_slide_without_a_title_has_its_chapters_or_the_atlass() -> None:
    chapter = the_real_atlas().chapters[2]
    assert titled(the_real_atlas(), Slide(View(chapter.start, chapter.end))).title == chapter.heading("en")
    assert titled(the_real_atlas(), Slide(View(chapter.start, chapter.end), "Mine")).title == "Mine"
    assert titled(the_real_atlas(), Slide(View(language="ar"))).title == "العراق وسوريا بعد الأسد"


def test_a_slide_of_what_is_selected_has_its_name() -> None:
    atlas, chapter = the_real_atlas(), the_real_atlas().chapters[2]
    event = next(event for event in atlas.events if event.id == "sudani-visits-jordan")
    assert titled(atlas, Slide(View(selected=event.id))).title == event.title.en
    assert titled(atlas, Slide(View(selected=event.id, language="ar"))).title == event.title.ar
    assert titled(atlas, Slide(View(selected=event.id), "Mine")).title == "Mine"
    assert titled(atlas, Slide(View(selected="place:doha", language="ar"))).title == atlas.places["doha"].name.ar
    # What does not show it is not about it.
    elsewhere = View(chapter.start, chapter.end, selected=event.id)
    assert titled(atlas, Slide(elsewhere)).title == chapter.heading("en")
    assert titled(atlas, Slide(replace(elsewhere, selected="place:doha"))).title == chapter.heading("en")


def test_an_event_of_a_layer_is_a_title_where_the_layer_is_on() -> None:
    whole = the_real_atlas(LAYERS)
    event = next(event for event in whole.events if event.layer == LAYERS[0] and event.span("essay"))
    assert titled(whole, Slide(View(selected=event.id, layers=LAYERS))).title == event.title.en
    assert titled(whole, Slide(View(selected=event.id))).title == words("en")["app_title"]


def test_no_slide_has_a_title_that_a_file_could_not_hold() -> None:
    spoilt = "The\x0bfall\x00 of\u202e it\ufffe"
    view = View()
    slides = (Slide(view, spoilt), replace(Slide(view), title=spoilt), slide_from_url({"title": spoilt}))
    assert {slide.title for slide in slides} == {"The fall of it"}
    assert titled(the_real_atlas(), Slide(view, "\x0b\x00\u202e")).title == "Iraq–Syria after Assad"


def test_a_title_is_no_part_of_a_files_name() -> None:
    days = (date(2024, 11, 27), date(2024, 12, 20))
    for title in ("CON", "a/b\\c:d*?", "..", "x" * 5000, "NUL.", " "):
        assert file_name(Slide(View(), title), days, "pdf") == "iraq-syria_2024-11-27_2024-12-20_en.pdf"
