"""The page by itself: everything is in it, and no text of a table or of a title is more than text."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from app.model.chronology.annotation import MAX_ANNOTATIONS, MAX_TEXT, Annotation
from app.model.chronology.date_words import day_in_words
from app.model.chronology.edition import edition, latest_report_day
from app.model.chronology.view import LAYERS, View
from app.model.text.direction import opposes
from app.model.text.localised import Text
from app.slides.html.covers import closing, cover_page, opening
from app.slides.html.page import Use, source_in_words, standalone_page, turn_to
from app.slides.slide import Slide
from app.views.colours import PALETTES
from app.words import words
from tests.model.real import the_real_atlas

BAD = "</script><img src=x onerror=alert(1)>{{ 7 * 7 }}<!--<script>"
MAX_BYTES = 7_000_000


def page(slide: Slide, use: Use = "file") -> str:
    return standalone_page(the_real_atlas(LAYERS), slide, use)


def test_it_is_small_enough_to_be_mailed() -> None:
    assert len(page(Slide(View())).encode()) <= MAX_BYTES


def inlined(made: str) -> dict[str, str]:
    """Return what stands in a page as inert text, by name."""
    return dict(re.findall(r'<script type="application/json" data-file="([^"]*)">([^<]*)</script>', made))


def test_nothing_in_it_is_fetched() -> None:
    made = page(Slide(View()))
    # The map's page is inert text, so its tags are looked at too.
    both = made + json.loads(inlined(made)["map-page"])
    tags = re.findall(r"<(?:script|link|img|iframe|source|object)\b[^>]*>", both)
    assert [tag for tag in tags if re.search(r"\b(?:src|href|data)\s*=", tag)] == []
    assert "@import" not in made


def test_what_is_inert_cannot_end_its_element() -> None:
    made = page(Slide(View(words=BAD)))
    files = inlined(made)
    assert set(files) == {
        "dataset",
        "timeline/essay/none",
        "search",
        "looks",
        "geography",
        "world",
        "slide",
        "map-page",
    }
    assert made.count('<script type="application/json"') == len(files)
    assert json.loads(files["slide"])["address"]["words"] == BAD
    assert json.loads(files["map-page"]).rstrip().endswith("</html>")


def test_words_come_in_the_slides_language_and_cards_not_at_all() -> None:
    files = inlined(page(Slide(View(language="ar"))))
    assert list(json.loads(files["looks"])["words"]) == ["ar"]
    assert "search" not in files
    assert not [name for name in files if name.startswith(("cards", "register", "document"))]


def test_a_title_is_text() -> None:
    made = page(Slide(View(), title=BAD))
    assert BAD not in made
    assert "<img" not in made.split("<script", 1)[0]
    heading = re.search(r"<h1>(.*?)</h1>", made)
    assert heading
    assert unescape(heading[1]) == BAD


def test_a_title_from_a_table_is_text() -> None:
    whole = the_real_atlas(LAYERS)
    event = replace(whole.events[0], title=Text(BAD, BAD))
    made = standalone_page(replace(whole, events=(event, *whole.events[1:])), Slide(View()))
    assert BAD not in made
    assert "<img src=x" not in made


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_a_page_has_the_palette_of_its_appearance(appearance: str) -> None:
    made = page(Slide(View(appearance=appearance)))
    assert f"--ground:{PALETTES[appearance].ground};" in made
    assert f'data-appearance="{appearance}"' in made


def test_an_arabic_page_runs_from_right_to_left() -> None:
    made = page(Slide(View(language="ar")))
    assert '<html lang="ar" dir="rtl"' in made
    assert "العراق وسوريا بعد الأسد" in made


def test_a_still_page_says_so_in_each_of_its_parts() -> None:
    assert page(Slide(View()), "picture").count('data-still="yes"') == 2
    assert page(Slide(View())).count('data-still="yes"') == 0


def test_it_has_the_timeline_of_the_views_layers() -> None:
    def marks(view: View, name: str) -> int:
        return len(json.loads(inlined(page(Slide(view)))[f"timeline/{name}"])["marks"]["events"])

    assert marks(View(layers=("after", "context")), "essay/context+after") > marks(View(), "essay/none")
    assert marks(View(basis="reports"), "reports/none")


@pytest.mark.parametrize(
    ("language", "title", "apart"),
    [
        ("ar", "Trade (slowly) resumes!", '<bdi dir="ltr" lang="en">Trade (slowly) resumes!</bdi>'),
        ("en", "التجارة (ببطء) تعود!", '<bdi dir="rtl" lang="ar">التجارة (ببطء) تعود!</bdi>'),
        ("ar", "A & B <i>", '<bdi dir="ltr" lang="en">A &amp; B &lt;i&gt;</bdi>'),
        ("en", "Trade (slowly) resumes!", "Trade (slowly) resumes!"),
        ("ar", "التجارة (ببطء) تعود!", "التجارة (ببطء) تعود!"),
    ],
)
def test_a_title_against_the_direction_of_its_slide_is_set_apart(language: str, title: str, apart: str) -> None:
    slide = Slide(View(language=language), title)
    assert f"<h1>{apart}</h1>" in page(slide)
    assert f"<dt>{apart}</dt>" in cover_page(opening(the_real_atlas(LAYERS), [slide]))


def test_an_arabic_slide_of_sources_sets_each_latin_publisher_apart() -> None:
    cover = closing(the_real_atlas(LAYERS), [Slide(View(language="ar"), "عنوان")])
    named = cover.rows[0][1]
    assert re.search("\u2068[A-Z][^\u2069]*\u2069، \u2068", named)
    assert not opposes(named, "ar")
    assert cover.notes.count("\u2068") == cover.notes.count("\u2069") > 10


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_slide_says_whose_latest_report_it_dates(language: str) -> None:
    """The version of the atlas counts all layers, and may be of a later day."""
    whole, say = the_real_atlas(LAYERS), words(language)
    own, all_layers = source_in_words(whole, (), language), source_in_words(whole, LAYERS, language)
    days = [latest_report_day(whole.with_layers(layers)) for layers in ((), LAYERS)]
    assert days[0]
    assert days[1]
    assert days[0] < days[1]
    assert own == say["slide_source"].format(day=day_in_words(days[0], language))
    assert all_layers == say["slide_source_beyond"].format(day=day_in_words(days[1], language))
    assert edition(whole).startswith(days[1].isoformat())
    for layers, source in (((), own), (LAYERS, all_layers)):
        slide = Slide(View(language=language, layers=layers))
        assert source in unescape(standalone_page(whole, slide, "preview"))
        assert closing(whole, [slide]).lines == (source,)


def test_however_long_its_link_a_slide_has_a_code_that_a_camera_can_read() -> None:
    written = Annotation("arrow", "place", "doha", (90, -60), "س" * MAX_TEXT)
    range_ = {"start": date(2025, 4, 1), "end": date(2025, 5, 31)}
    bare = turn_to(the_real_atlas(LAYERS), Slide(View(**range_, themes=("diplomacy",))))
    long = turn_to(
        the_real_atlas(LAYERS),
        Slide(View(**range_, themes=("diplomacy",), annotations=(written,) * MAX_ANNOTATIONS)),
    )
    assert len(long.link) > 5_000
    assert long.code == bare.code
    searched = Slide(View(**range_, words="كلمة " * 400))
    assert turn_to(the_real_atlas(LAYERS), searched).code == turn_to(the_real_atlas(LAYERS), Slide(View(**range_))).code
    assert turn_to(the_real_atlas(LAYERS), replace(searched, address="http://x.org/" + "a" * 300)).code
