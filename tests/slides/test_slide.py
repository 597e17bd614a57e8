"""Sizes, file names and links of slides."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest

from app.model.view import View, view_from_url
from app.slides.slide import SIZES, Slide, file_name, permalink


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
